"""The programme of the 2017 call: what its file states, what is disputed, and what stays open."""

from datetime import datetime

import pytest

from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.parties import RoleKind
from innokumppanuus.domain.programme import Ending, PlainProgramme, Programme, ProgrammeKind
from innokumppanuus.domain.sources import Status
from innokumppanuus.workspace import Workspace

KEY = "hyvinvoinnista-elinvoimaa"


@pytest.fixture(scope="module")
def programme(workspace: Workspace) -> Programme:
    read = workspace.programme(KEY)
    assert isinstance(read, PlainProgramme)
    return read.programme


def test_both_spellings_of_the_name_are_kept(programme: Programme) -> None:
    assert (programme.name.fi, programme.aliases) == (
        "Hyvinvoinnista elinvoimaa",
        ("Hyvinvoinnista elinvoimaan",),
    )


def test_programme_has_no_end_but_a_start(programme: Programme) -> None:
    assert programme.kind is ProgrammeKind.OPEN_CALL
    assert programme.starts.is_known and not programme.ends.is_known


def test_organiser_grantor_and_funder_are_three_participants(programme: Programme) -> None:
    kinds = (RoleKind.ORGANISER, RoleKind.GRANTOR, RoleKind.FUNDER)

    ids = [programme.with_role(kind)[0].id for kind in kinds]

    assert ids == ["jyvaskyla-elinkeinoyksikko", "hanke", "sitra"]


def test_funding_by_the_city_is_disputed_and_no_share_is_told(programme: Programme) -> None:
    funders = programme.with_role(RoleKind.FUNDER)

    assert [one.id for one in funders] == ["sitra", "jyvaskylan-kaupunki"]
    assert funders[1].roles[0].status is Status.DISPUTED
    assert not any(one.share.is_known for one in funders)


def test_programme_ended_superseded_by_inference(programme: Programme) -> None:
    assert (programme.ending.value, programme.ending.status) == (
        Ending.SUPERSEDED,
        Status.INFERRED,
    )


def test_almost_twenty_applicants_are_fewer_than_twenty(programme: Programme) -> None:
    count = next(one for one in programme.facts if one.id == "hakemukset").count.value

    assert count is not None
    assert (count.exact, count.most, count.text) == (None, 19, "melkein 20")


def test_five_pilots_were_funded(programme: Programme) -> None:
    count = next(one for one in programme.facts if one.id == "valitut").count.value

    assert count is not None and count.exact == 5


def test_series_has_three_sessions_one_of_them_after_the_call_closes(
    workspace: Workspace, programme: Programme
) -> None:
    last = workspace.ruleset(programme.calls[0]).call.timetable.last_moment

    starts = [
        one.starts.value.earliest
        for event, one in programme.sessions()
        if event.id == "asiakaslahtoisemmiksi" and one.starts.value is not None
    ]

    expected = [datetime(2017, *day, 12, tzinfo=zone("Europe/Helsinki")) for day in DAYS]
    assert starts == expected
    assert last is not None and [one > last for one in starts] == [False, False, True]


DAYS = ((8, 24), (9, 6), (9, 7))


def test_call_names_the_programme_and_the_programme_the_call(
    workspace: Workspace, programme: Programme
) -> None:
    assert [workspace.ruleset(one).call.programme for one in programme.calls] == [programme.id]


def test_area_is_a_gap_that_nobody_fills(programme: Programme) -> None:
    assert [one.id for one in programme.gaps()] == ["seudun-rajaus"]


def test_evaluation_question_of_the_programme_is_a_shared_goal(programme: Programme) -> None:
    goals = [one.name.fi for one in programme.principles.partnership.goals]

    assert any("ekosysteemin" in one for one in goals)


def test_no_person_is_named(programme: Programme) -> None:
    contacts = next(one for one in programme.facts if one.id == "yhteyshenkilot")

    assert contacts.says.value is not None and "henkilötietoja ei" in contacts.says.value.fi
