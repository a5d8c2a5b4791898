"""A self-assessment holds what the group gives and nothing else; the rest follows from it."""

from datetime import date

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.principles import Goal, Partnership, Principles
from innokumppanuus.domain.profile import ProfileMove
from innokumppanuus.domain.sources import Status
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.widgets.states.self_assessment import (
    MOST_WORDS,
    OWN_CITY,
    Group,
    SelfAssessmentState,
)
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.profiles import (
    DAY,
    GOALS,
    GROUPS,
    ROUTES,
    a_city,
    a_consent,
    a_record,
    some_indicators,
)

LATER = date(2026, 11, 20)
INDICATORS = some_indicators()


def a_state(**changes: object) -> SelfAssessmentState:
    given = {"city": a_city(levels={GOALS: 3}), "indicators": INDICATORS, "on": LATER}
    return SelfAssessmentState(**{**given, **changes})  # type: ignore[arg-type]


def levels(state: SelfAssessmentState) -> list[int | None]:
    return [one.level for one in state.profile.entries]


def test_nothing_is_given_to_begin_with() -> None:
    state = a_state()

    assert (state.done, levels(state), state.asked) == (0, [None, None, None], GOALS)


def test_a_level_is_given_to_the_indicator_that_is_looked_at() -> None:
    state = a_state()

    state.look(GROUPS)
    state.rate(4)

    assert levels(state) == [None, 4, None]


def test_the_levels_of_the_indicator_are_its_own() -> None:
    assert [one.level for one in a_state().levels] == [0, 1, 2, 3, 4, 5]


def test_indicators_without_levels_cannot_be_rated() -> None:
    state = a_state(indicators=some_indicators(levels=()))

    assert (dict(state.rated), state.levels, state.asked) == ({}, (), "")


@pytest.mark.parametrize("level", [-1, 6])
def test_a_level_that_there_is_not_is_refused(level: int) -> None:
    state = a_state()

    with pytest.raises(InvalidValue, match="0 to 5"):
        state.rate(level)

    assert state.done == 0


def test_a_level_can_be_taken_back_and_its_evidence_stays() -> None:
    state = a_state()
    state.rate(4)
    state.show("Pöytäkirja")

    state.rate(None)

    assert (levels(state)[0], len(state.rating.evidence)) == (None, 1)


def test_a_level_lacks_evidence_until_it_is_shown() -> None:
    state = a_state()
    state.rate(4)
    assert state.lacking == (GOALS,)

    state.show("Pöytäkirja")

    assert state.lacking == ()


@pytest.mark.parametrize("status", [Status.MISSING, Status.DISPUTED])
def test_evidence_that_is_missing_or_disputed_is_not_enough(status: Status) -> None:
    state = a_state()
    state.rate(4)

    state.show("Pöytäkirja", status=status)

    assert state.lacking == (GOALS,)


def test_evidence_is_kept_in_one_line_with_who_says_it() -> None:
    state = a_state()

    state.show("  Pöytä-\n kirja ", "  ohjausryhmä ")

    (evidence,) = state.rating.evidence
    assert (evidence.words, evidence.said_by) == (same("Pöytä- kirja"), same("ohjausryhmä"))


@pytest.mark.parametrize("words", ["", "  \n", "a" * (MOST_WORDS + 1)])
def test_evidence_has_words_and_not_too_many(words: str) -> None:
    state = a_state()

    with pytest.raises(InvalidValue):
        state.show(words)

    assert state.rating.evidence == ()


def test_evidence_can_be_taken_back() -> None:
    state = a_state()
    state.show("ensimmäinen")
    state.show("toinen")

    state.drop(1)

    assert [one.words.fi for one in state.rating.evidence] == ["toinen"]


@pytest.mark.parametrize("place", [0, 1])
def test_evidence_that_is_not_there_cannot_be_taken_back(place: int) -> None:
    with pytest.raises(InvalidValue):
        a_state().drop(place)


def test_an_unknown_indicator_is_refused_with_the_one_meant() -> None:
    with pytest.raises(InvalidValue, match=GOALS):
        a_state().look("partnership.goal")


def test_change_is_told_against_what_was_given_before() -> None:
    state = a_state()
    state.rate(1)

    moves = {one.indicator: one.move for one in state.changes}

    assert moves == {
        GOALS: ProfileMove.FELL,
        GROUPS: ProfileMove.CANNOT_TELL,
        ROUTES: ProfileMove.CANNOT_TELL,
    }


def test_an_earlier_level_does_not_fill_in_for_one_that_is_not_given() -> None:
    assert levels(a_state())[0] is None


def test_what_the_city_holds_is_seen_beside_the_levels() -> None:
    held = Principles(partnership=Partnership(goals=(Goal(name=same("Jonot")),)))
    state = a_state(city=a_city(records=(a_record(DAY, principles=held),)))

    assert state.profile.entries[0].seen == (same("Jonot"),)


def test_others_are_seen_as_far_as_they_agreed() -> None:
    silent = a_city("salmenkyla", {GOALS: 5}, name=same("salaisuus"))
    agreed = a_city("avoin", {GOALS: 4}, consents=(a_consent("harjula"),))
    state = a_state(group=Group(others=(silent, agreed), least=5))
    state.rate(2)

    compared = state.compared

    assert compared is not None
    assert [one.subject for one in compared.agreed] == ["avoin"]
    assert compared.own.entries[0].level == 2
    assert "salaisuus" not in repr(compared)


@pytest.mark.parametrize("changes", [{"on": None}, {"group": None}])
def test_nothing_is_compared_without_a_day_or_others(changes: dict[str, object]) -> None:
    group = Group(others=(a_city("avoin"),), least=5)

    assert a_state(**{"group": group, **changes}).compared is None


def test_starting_again_takes_everything_back() -> None:
    state = a_state()
    state.rate(4)
    state.show("Pöytäkirja")

    state.reset()

    assert (state.done, state.given()) == (0, ())


def test_what_is_given_comes_in_the_order_of_the_indicators() -> None:
    state = a_state()
    for key in (ROUTES, GOALS):
        state.look(key)
        state.rate(1)

    assert [one.indicator for one in state.given()] == [GOALS, ROUTES]


def test_a_blank_assessment_needs_no_city() -> None:
    state = SelfAssessmentState.blank(None, Plugins.load())
    state.rate(2)

    assert state.city.name == OWN_CITY
    assert (state.changes, state.compared, state.before) == ((), None, None)
    assert state.profile.is_rated
