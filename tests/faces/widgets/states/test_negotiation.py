"""A group splits 100 points alone, talks, and agrees; what hangs on it is seen at once."""

from fractions import Fraction

import pytest

from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.widgets.states.negotiation import (
    AGREED,
    POINTS,
    NegotiationState,
    TalkRound,
)
from innokumppanuus.testing.decisions import a_decision, core_plugins

FIELD = {"H01": (5, 1, 1), "H02": (1, 5, 1), "H03": (3, 3, 3)}
FIRST, SECOND = {"K1": 80, "K2": 10, "K3": 10}, {"K1": 10, "K2": 80, "K3": 10}


@pytest.fixture
def state() -> NegotiationState:
    plugins = core_plugins()
    return NegotiationState(a_decision(FIELD, plugins=plugins), plugins)


def row(state: NegotiationState, application: str):
    return next(one for one in state.rows if one.application == application)


@pytest.mark.parametrize(
    "points",
    [
        {"K1": 50, "K2": 49},
        {"K1": 50, "K2": 51},
        {"K1": 110, "K2": -10},
    ],
)
def test_points_that_do_not_sum_to_a_hundred_are_refused(state, points):
    with pytest.raises(InvalidValue, match="sum to 100"):
        state.split("1", points)

    assert state.latest == {}


def test_item_that_is_not_there_is_refused(state):
    with pytest.raises(InvalidValue):
        state.split("1", {"K9": 100})


def test_member_that_is_not_there_is_refused(state):
    with pytest.raises(InvalidValue):
        state.split("4", FIRST)


def test_even_split_uses_every_point(state):
    assert sum(state.even().values()) == POINTS
    assert max(state.even().values()) - min(state.even().values()) <= 1


def test_each_ranks_by_their_own_points(state):
    state.split("1", FIRST)
    state.split("2", SECOND)

    assert (row(state, "H01").ranks, row(state, "H02").ranks) == (
        {"1": 1, "2": 3},
        {"1": 3, "2": 1},
    )


def test_pairs_that_change_places_are_counted(state):
    state.split("1", FIRST)
    state.split("2", SECOND)

    assert state.reversals == 3


def test_members_who_split_the_same_turn_nothing(state):
    state.split("1", FIRST)
    state.split("2", FIRST)

    assert (state.reversals, state.disputed) == (0, ())


def test_range_covers_all_weights_between_those_of_the_members(state):
    state.split("1", FIRST)
    state.split("2", SECOND)

    assert (row(state, "H01").best, row(state, "H01").worst) == (1, 3)


def test_range_needs_two_splits(state):
    state.split("1", FIRST)

    assert row(state, "H01").best is None


def test_agreed_points_rank_too(state):
    state.split("1", FIRST)
    state.agree({"K1": 0, "K2": 0, "K3": 100})

    assert row(state, "H03").ranks[AGREED] == 1


def test_same_order_of_importance_is_full_agreement(state):
    state.split("1", {"K1": 60, "K2": 30, "K3": 10})
    state.split("2", {"K1": 50, "K2": 40, "K3": 10})

    assert state.concordance(TalkRound.ALONE).value == Fraction(1)


def test_agreement_before_and_after_the_talk_are_apart(state):
    state.split("1", {"K1": 60, "K2": 30, "K3": 10})
    state.split("2", {"K1": 10, "K2": 30, "K3": 60})
    state.talk()
    state.split("1", {"K1": 60, "K2": 30, "K3": 10})
    state.split("2", {"K1": 50, "K2": 30, "K3": 20})

    values = [state.concordance(one).value for one in TalkRound]

    assert values == [Fraction(0), Fraction(1)]


def test_split_given_alone_is_kept_after_the_talk(state):
    state.split("1", FIRST)
    state.talk()
    state.split("1", SECOND)

    assert state.split_of("1", TalkRound.ALONE) == FIRST
    assert state.latest["1"] == SECOND


def test_member_who_leaves_takes_the_split_along(state):
    state.split("3", FIRST)

    state.set_members(2)

    assert state.latest == {}


@pytest.mark.parametrize("count", [1, 9])
def test_too_few_or_many_members_are_refused(state, count):
    with pytest.raises(InvalidValue, match="2 to 8 members"):
        state.set_members(count)


def test_decision_itself_is_not_touched(state):
    before = state.decision

    state.split("1", SECOND)

    assert state.rows and state.decision is before


def test_reset_begins_again(state):
    state.split("1", FIRST)
    state.agree(SECOND)
    state.talk()

    state.reset()

    assert (state.latest, state.agreed, state.round) == ({}, None, TalkRound.ALONE)
