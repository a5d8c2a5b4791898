"""The programme holds what the sources say, and leaves open what they leave open."""

import re
from datetime import date
from pathlib import Path

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import RoleKind
from innokumppanuus_parasta_itaa.domain.consortium import Consortium, LegalForm

SEED = Path(__file__).parents[4] / "shared" / "seeds" / "004.txt"


def test_lead_and_seven_partners_have_five_legal_forms(real: Consortium) -> None:
    named = [one for one in real.partners if one.participant != "etela-savon-hyvinvointialue"]

    assert [one.id for one in real.programme.with_role(RoleKind.COORDINATOR)] == ["xamk"]
    assert len(named) == 8
    assert {one.form.value for one in named} == set(LegalForm) - {LegalForm.WELLBEING_COUNTY}


def test_each_of_the_four_regions_has_one_pilot(real: Consortium) -> None:
    assert len(real.regions) == 4
    assert [one.region for one in real.pilots] == [one.id for one in real.regions]


def test_codes_of_regions_keep_their_leading_zero(real: Consortium) -> None:
    assert [one.code for one in real.regions] == ["11", "10", "08", "09"]


def test_core_is_told_and_the_phenomena_of_regions_are_not(real: Consortium) -> None:
    assert real.core is not None
    assert {one.canvas for one in real.pilots} == {None}


def test_no_partner_is_mapped_to_a_region(real: Consortium) -> None:
    assert not any(one.implementers.is_known for one in real.pilots)


def test_regions_are_no_participants(real: Consortium) -> None:
    people = {one.id for one in real.programme.participants}

    assert people.isdisjoint(one.id for one in real.regions)


def test_facts_of_the_source_are_kept_with_their_source(real: Consortium) -> None:
    told = {one.id: one.says.sources for one in real.programme.facts if one.says.is_known}

    assert set(told) == {"origin", "network", "aims"}
    assert set(told.values()) == {("hankesivu",)}


def test_what_the_source_leaves_open_is_a_gap(real: Consortium) -> None:
    assert {one.id for one in real.programme.gaps()} == {
        "partners_by_region",
        "phenomena",
        "grant_share",
        "measures",
    }


def test_aims_have_no_measure_since_the_source_states_none(real: Consortium) -> None:
    goals = real.programme.principles.partnership.goals

    assert len(goals) == 3
    assert not any(one.is_measurable for one in goals)


def test_two_funders_have_no_shares(real: Consortium) -> None:
    funders = real.programme.with_role(RoleKind.FUNDER)

    assert [one.id for one in funders] == ["tem", "kymenlaakson-liitto"]
    assert not any(one.share.is_known for one in funders)


def test_project_runs_from_november_2021_to_the_end_of_2023(real: Consortium) -> None:
    starts, ends = real.programme.starts.value, real.programme.ends.value

    assert starts is not None and ends is not None
    assert (starts.earliest.date(), ends.latest.date()) == (date(2021, 11, 1), date(2023, 12, 31))


def test_costs_are_those_of_the_source(real: Consortium) -> None:
    assert real.funding.costs.value == Money.of(587500)


def test_partners_are_spelt_as_in_the_source(real: Consortium) -> None:
    if not SEED.is_file():
        pytest.skip("the source text is not beside this checkout")
    text = SEED.read_text(encoding="utf-8")

    names = [
        one.party.name.fi
        for one in real.programme.with_role(RoleKind.PARTNER)
        if one.party is not None and one.id != "etela-savon-hyvinvointialue"
    ]

    assert len(names) == 7
    assert [one for one in names if one not in text] == []


def test_every_organisation_of_the_exercise_is_fictional(exercise: Consortium) -> None:
    parties = [one.party for one in exercise.programme.participants]

    assert all(one is not None and one.is_fictional for one in parties)
    assert all(one and re.match("Kuvitteellinen", one.name.fi) for one in parties)
