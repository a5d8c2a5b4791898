"""A group scores one application alone, sees where it differs, and writes down what it agrees."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.rounds import Leaning
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.widgets.states.calibration import CalibrationState
from innokumppanuus.testing.decisions import a_decision, core_plugins

FIELD = {"H01": (5, 1, 1), "H02": (1, 5, 1)}


@pytest.fixture
def state() -> CalibrationState:
    plugins = core_plugins()
    one = CalibrationState(a_decision(FIELD, plugins=plugins), plugins)
    one.choose("H01")
    return one


def give(state: CalibrationState, member: str, *scores: int) -> None:
    for column, score in zip(state.columns, scores, strict=True):
        state.score(member, column, Fraction(score))


def test_columns_are_those_that_evaluators_score(state):
    assert list(state.columns) == ["K1", "K2", "K3"]


def test_score_that_the_scale_has_not_is_refused(state):
    with pytest.raises(InvalidValue, match="scale"):
        state.score("1", "K1", Fraction(6))


def test_column_that_is_not_there_is_refused(state):
    with pytest.raises(InvalidValue):
        state.score("1", "K9", Fraction(1))


def test_widest_column_is_talked_about_first(state):
    give(state, "1", 5, 1, 3)
    give(state, "2", 4, 4, 3)

    (widest,) = state.talk_about

    assert (widest.column, widest.width, widest.mean) == ("K2", 3, Fraction(5, 2))


def test_group_of_one_mind_has_nothing_to_talk_about(state):
    give(state, "1", 5, 1, 3)
    give(state, "2", 5, 1, 3)

    assert state.talk_about == ()
    assert {one.value for one in state.agreements} == {Fraction(1)}


def test_blank_score_is_not_zero(state):
    state.score("1", "K1", Fraction(4))
    state.score("2", "K1", None)

    assert state.spreads[0].given == {"1": 4}


def test_score_can_be_left_open_again(state):
    state.score("1", "K1", Fraction(4))
    state.score("1", "K1", None)

    assert state.score_of("1", "K1") is None


def test_what_is_agreed_on_has_a_reason(state):
    state.agree("K1", Fraction(4), " taso 4 on kuvattu ")

    assert (state.spreads[0].consensus, state.spreads[0].reason) == (4, "taso 4 on kuvattu")


def test_agreement_without_a_reason_is_refused(state):
    with pytest.raises(InvalidValue, match="reason"):
        state.agree("K1", Fraction(4), "  ")

    assert state.spreads[0].consensus is None


def test_each_stands_beside_the_scores_of_the_decision(state):
    give(state, "1", 5, 1, 1)
    give(state, "2", 5, 5, 5)

    same, lenient = state.beside_reference

    assert (same.leaning, same.equal) == (Leaning.IN_LINE, 3)
    assert lenient.leaning is Leaning.LENIENT


def test_another_application_begins_with_nothing_scored(state):
    give(state, "1", 5, 1, 1)

    state.choose("H02")

    assert not any(one.given for one in state.spreads)


def test_application_that_is_not_ranked_is_refused(state):
    with pytest.raises(InvalidValue):
        state.choose("H99")


def test_member_who_leaves_takes_the_scores_along(state):
    give(state, "3", 5, 1, 1)

    state.set_members(2)

    assert not any(one.given for one in state.spreads)


def test_decision_without_a_ranking_has_nothing_to_score():
    plugins = core_plugins()
    decision = a_decision({}, plugins=plugins)

    with pytest.raises(InvalidValue, match="no ranked applications"):
        CalibrationState(decision, plugins)
