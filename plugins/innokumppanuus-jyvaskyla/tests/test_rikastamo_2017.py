"""Rikastamo is kept as its source tells it: what is stated, read, disputed and left open."""

import pytest

from innokumppanuus.domain.parties import RoleKind
from innokumppanuus.domain.programme import Ending, ProgrammeKind
from innokumppanuus.domain.sources import Status
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.testing.command_line import ask
from innokumppanuus.workspace import Workspace
from innokumppanuus_sparring.domain.feedback import CODE_NAMES
from innokumppanuus_sparring.domain.follow_up import FollowUpState
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.attendance import DutyState, presences
from innokumppanuus_sparring.engine.rota import rota_of

KEY = "rikastamo-2017"


@pytest.fixture(scope="module")
def rikastamo() -> Sparring:
    noun = Workspace.open().programme(KEY)
    assert isinstance(noun, Sparring)
    return noun


def fact(rikastamo: Sparring, id_: str):
    return next(one for one in rikastamo.programme.facts if one.id == id_)


def test_five_meetings_have_the_five_themes_of_the_source(rikastamo: Sparring) -> None:
    assert [one.name.fi for one in rikastamo.themes] == [
        "fokusointi",
        "asiakasymmärrys",
        "sopimusjuridiikka",
        "myynti",
        "rahoitus",
    ]
    assert len(rikastamo.meetings) == 5


def test_one_theme_for_each_meeting_is_a_reading(rikastamo: Sparring) -> None:
    assert rikastamo.one_theme_each.status is Status.INFERRED


def test_themes_have_names_in_three_languages(rikastamo: Sparring) -> None:
    assert [*(one.name.sv for one in rikastamo.themes)][1:3] == ["kundförståelse", "avtalsjuridik"]
    assert all(not [*one.name.missing()] for one in (*rikastamo.themes, *rikastamo.rules))


def test_four_principles_are_rules_to_accept(rikastamo: Sparring) -> None:
    assert [one.name.fi for one in rikastamo.rules] == [
        "tavoitteellisuus",
        "luottamuksellisuus",
        "avoimuus",
        "yhdessä kehittäminen",
    ]


def test_method_is_sparring_by_experts_and_each_other(rikastamo: Sparring) -> None:
    methods = [one.fi for event in rikastamo.programme.events for one in event.methods]

    assert methods == ["Asiantuntijasparraus", "Vertaissparraus"]
    assert rikastamo.programme.with_role(RoleKind.EXPERT)


def test_every_pair_of_the_five_meets_once_in_five_meetings(rikastamo: Sparring) -> None:
    made = rota_of(rikastamo)

    assert (len(made.times()), made.repeats) == (10, 0)
    assert set(made.rests().values()) == {1}


def test_five_of_almost_twenty_applicants(rikastamo: Sparring) -> None:
    applicants = fact(rikastamo, "hakemukset").count.value

    assert (applicants.most, applicants.text, applicants.exact) == (19, "melkein 20", None)
    assert fact(rikastamo, "jasenet").count.value.exact == 5
    assert len(rikastamo.members) == 5


def test_duty_to_attend_is_not_stated_and_holds_nothing(rikastamo: Sparring) -> None:
    assert rikastamo.duty.status is Status.MISSING
    assert {one.state for one in presences(rikastamo)} == {DutyState.NOT_STATED}


def test_several_agreements_are_a_count_without_an_upper_bound(rikastamo: Sparring) -> None:
    count = fact(rikastamo, "sopimukset").count.value

    assert (count.least, count.most, count.text) == (2, None, "useita")


def test_feedback_of_two_is_told_by_codes_and_not_by_numbers(rikastamo: Sparring) -> None:
    told = fact(rikastamo, "palaute").says.value

    assert rikastamo.feedback is None
    for label in CODE_NAMES.values():
        for language in ("fi", "sv", "en"):
            assert label.say(language) in told.say(language)


def test_later_benefits_are_followed_up_when_a_day_is_agreed_on(rikastamo: Sparring) -> None:
    (follow_up,) = rikastamo.follow_ups

    record = ask("--json", "sparring", "follow-up", KEY, "--on", "2030-01-01").document
    assert follow_up.due.status is Status.MISSING
    assert {one["state"] for one in record["result"]["follow_up"]} == {
        FollowUpState.CANNOT_TELL.value
    }


def test_funding_by_the_city_is_disputed_and_shares_are_not_told(rikastamo: Sparring) -> None:
    city = rikastamo.programme.participant("jyvaskylan-kaupunki")

    assert city is not None
    assert [(one.value, one.status) for one in city.roles] == [(RoleKind.FUNDER, Status.DISPUTED)]
    assert not any(one.share.is_known for one in rikastamo.programme.participants)


def test_programme_ended_superseded_by_a_reading(rikastamo: Sparring) -> None:
    ending = rikastamo.programme.ending

    assert (ending.value, ending.status) == (Ending.SUPERSEDED, Status.INFERRED)


def test_year_and_a_half_is_kept_as_it_is_told(rikastamo: Sparring) -> None:
    assert fact(rikastamo, "kesto").says.value.fi == "Puolitoista vuotta"


def test_days_of_the_meetings_are_a_gap(rikastamo: Sparring) -> None:
    assert "paivat" in [one.id for one in rikastamo.programme.gaps()]
    assert not any(one.starts.is_known for _, one in rikastamo.programme.sessions())


def test_members_are_fictional_and_say_so(rikastamo: Sparring) -> None:
    people = [rikastamo.programme.participant(one.participant) for one in rikastamo.members]

    assert all(one is not None and one.party is not None for one in people)
    assert all(one.party.is_fictional for one in people if one and one.party)
    assert all("Kuvitteellinen" in one.party.name.fi for one in people if one and one.party)


def test_kind_and_call_of_the_programme(rikastamo: Sparring) -> None:
    assert rikastamo.programme.kind is ProgrammeKind.SPARRING
    assert rikastamo.programme.calls == ("kumppanuuskiihdyttamo-2017",)


def test_report_tells_of_it_in_every_language(tmp_path) -> None:
    assert "sparring.rota" in FacePlugins.load().programme_sections()
    for language in ("fi", "sv", "en"):
        out = tmp_path / language
        answer = ask("--lang", language, "programme", "report", KEY, "--out", out)
        assert (answer.code, len([*out.iterdir()])) == (0, 2)
