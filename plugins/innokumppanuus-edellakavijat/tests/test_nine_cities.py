"""The nine forerunner cities: what the slides say, and what stays open."""

import pytest

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.parties import RoleKind, Sector
from innokumppanuus.domain.principles import ProcurementRoute
from innokumppanuus.domain.programme import Phase, PhaseKind, ProgrammeKind
from innokumppanuus.domain.sources import Status
from innokumppanuus_edellakavijat.domain import Forerunners, StageState, WorkMethod
from innokumppanuus_edellakavijat.engine.stages import stages


def phase(nine: Forerunners, id_: str) -> Phase:
    found = nine.programme.phase(id_)
    assert found is not None
    return found


def known(when: When | None) -> When:
    assert when is not None
    return when


def test_nine_municipalities_are_members(nine: Forerunners) -> None:
    members = nine.programme.with_role(RoleKind.MEMBER)

    assert [one.id for one in members] == [
        *("helsinki", "espoo", "vantaa", "tampere", "mikkeli", "kuopio", "jyvaskyla", "pori"),
        "sievi",
    ]
    assert {one.shown_sector for one in members} == {Sector.MUNICIPALITY}


def test_network_has_no_call_and_no_assessment_of_a_real_city(nine: Forerunners) -> None:
    assert nine.programme.kind is ProgrammeKind.INVITED_NETWORK
    assert (nine.programme.calls, nine.cities, nine.practices) == ((), (), ())


def test_roles_that_the_picture_lost_stay_unknown(nine: Forerunners) -> None:
    assert [one.id for one in nine.programme.roles_open()] == ["vm", "stm", "kuntaliitto"]


@pytest.mark.parametrize(
    ("actor", "role"),
    [("tem", RoleKind.OWNER), ("tekes", RoleKind.FUNDER), ("sitra", RoleKind.FUNDER)],
)
def test_likely_roles_are_marked_as_inferred(nine: Forerunners, actor: str, role: RoleKind) -> None:
    one = nine.programme.participant(actor)

    assert one is not None
    assert [(fact.value, fact.status) for fact in one.roles] == [(role, Status.INFERRED)]


def test_analysis_and_development_share_february_2011(nine: Forerunners) -> None:
    first, second = phase(nine, "nykytila"), phase(nine, "kehitystyo")

    ends, starts = known(first.ends.value), known(second.starts.value)

    assert starts.earliest < ends.latest
    assert (starts.earliest.year, starts.earliest.month) == (2011, 2)


def test_communication_has_no_dates(nine: Forerunners) -> None:
    one = phase(nine, "viestinta")

    assert not one.starts.is_known and not one.ends.is_known


def test_one_and_one_and_one_is_a_base_year_and_two_options(nine: Forerunners) -> None:
    years = [phase(nine, f"vuosi-{number}") for number in (1, 2, 3)]

    assert [one.kind for one in years] == [PhaseKind.BASE, PhaseKind.OPTION, PhaseKind.OPTION]
    assert [one.follows for one in years] == ["", "vuosi-1", "vuosi-2"]


def test_length_of_three_years_is_disputed(nine: Forerunners) -> None:
    length = next(one for one in nine.programme.facts if one.id == "kesto")

    assert length.says.status is Status.DISPUTED


def test_decisions_that_nobody_tells_of_are_not_late(nine: Forerunners) -> None:
    late_day = known(nine.programme.ends.value).latest.date().replace(year=2020)

    found = {one.phase: one.state for one in stages(nine, late_day)}

    assert found["vuosi-2"] is found["vuosi-3"] is StageState.CANNOT_TELL


def test_procurement_has_its_three_routes(nine: Forerunners) -> None:
    assert set(nine.programme.principles.procurement.routes) == set(ProcurementRoute)


def test_methods_are_those_of_the_slides(nine: Forerunners) -> None:
    used = {method for one in nine.workshops for method in one.methods}

    assert used == set(WorkMethod)


def test_facilitation_is_asked_for_and_nobody_is_named(nine: Forerunners) -> None:
    helper = nine.programme.participant("fasilitointi")

    assert helper is not None and helper.party is None
    assert {one.led_by for one in nine.workshops} == {"fasilitointi"}


def test_sums_and_duty_to_report_are_gaps(nine: Forerunners) -> None:
    assert [one.id for one in nine.programme.gaps()] == ["raha", "raportointi"]


def test_trust_is_a_safe_forum(nine: Forerunners) -> None:
    practices = [one.fi for one in nine.programme.principles.partnership.trust_practices]

    assert any("Turvallinen foorumi" in one for one in practices)
