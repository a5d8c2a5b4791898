"""Citizens' votes as methods of choice."""

from fractions import Fraction
from typing import Any

import pytest

from innokumppanuus.domain.call import Budget, SelectionPolicy
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, Limits
from innokumppanuus.domain.sources import stated
from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.replay import replay
from innokumppanuus.errors import InvalidValue, SelectionError
from innokumppanuus.plugin.interfaces import ChecksOptions, Form, TakesByRank, TakesVotes
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import from_record, to_record
from innokumppanuus.testing.builders import a_ruleset, a_sheet, an_application
from innokumppanuus.testing.portfolios import a_candidate
from innokumppanuus_selection.votes.selectors import (
    VotedByEqualShares,
    VotedForWelfare,
    VotedGreedily,
)

METHODS = [VotedGreedily(), VotedByEqualShares(), VotedForWelfare()]
VOTES = Votes(
    kind=BallotKind.APPROVAL,
    ballots=(
        Ballot(applications=("H1", "H2"), voters=6),
        Ballot(applications=("H3",), voters=4),
        Ballot(applications=("H9",), voters=1),
    ),
)
FIELD = (a_candidate("H1", 1, 50), a_candidate("H2", 2, 50), a_candidate("H3", 9, 36))


def chosen(method: Any, options: dict[str, object] | None = None, **limits: Any) -> list[Any]:
    optima = method.with_votes(VOTES).select(FIELD, Limits(**limits), options or {})
    return [one.applications for one in optima.portfolios]


@pytest.mark.parametrize("method", METHODS)
def test_methods_take_votes_and_check_their_options(method: object) -> None:
    assert isinstance(method, TakesVotes) and isinstance(method, ChecksOptions)
    assert isinstance(method, TakesByRank) and method.takes_by_rank


def test_greedy_follows_the_greater_number() -> None:
    assert chosen(VotedGreedily(), budget=Money(100)) == [("H1", "H2")]


def test_equal_shares_leave_the_smaller_group_its_part() -> None:
    assert chosen(VotedByEqualShares(), budget=Money(110)) == [("H1", "H3"), ("H2", "H3")]


def test_welfare_takes_what_is_worth_most_together() -> None:
    assert chosen(VotedForWelfare(), budget=Money(100)) == [("H1", "H2")]


def test_welfare_keeps_every_kind_of_limit() -> None:
    limit = GroupLimit(id="g", name=Label("Ryhmä"), members=("H1", "H2"), most=1)

    sets = chosen(VotedForWelfare(), budget=Money(100), groups=(limit,))

    assert sets == [("H1", "H3"), ("H2", "H3")]


def test_sets_are_told_with_their_totals_and_costs() -> None:
    optima = VotedGreedily().with_votes(VOTES).select(FIELD, Limits(budget=Money(90)), {})

    assert [(one.value, one.cost) for one in optima.portfolios] == [
        (Fraction(10), Money(86)),
        (Fraction(11), Money(86)),
    ]


@pytest.mark.parametrize("method", METHODS)
def test_without_votes_nobody_can_be_chosen(method: Any) -> None:
    with pytest.raises(SelectionError, match="votes"):
        method.select(FIELD, Limits(budget=Money(100)), {})


@pytest.mark.parametrize("method", METHODS[:2])
@pytest.mark.parametrize("limits", [{}, {"budget": Money(100), "maximum": 2}])
def test_rules_of_votes_keep_a_budget_and_nothing_else(method: Any, limits: Any) -> None:
    with pytest.raises(SelectionError, match="budget"):
        chosen(method, **limits)


@pytest.mark.parametrize(
    "options", [{"satisfaction": "joy"}, {"completion": "add2"}, {"satisfactoin": "cost"}]
)
def test_option_that_there_is_not_is_told(options: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        VotedByEqualShares().check_options(options, Form())


@pytest.fixture
def decision() -> Decision:
    """Return a choice by equal shares of three fictional applications within 12 000 euros."""
    budget = Budget(total=stated(Money.of(12_000)), cap_per_pilot=stated(Money.of(10_000)))
    policy = SelectionPolicy(selector="equal_shares", tie_rules=("lower_cost",))
    ruleset = a_ruleset(budget=budget, selection=policy)
    marks = {one: {"K1": 3, "K2": 3, "K3": 3} for one in ("H1", "H2", "H3")}
    euros = {"H1": 6_000, "H2": 5_000, "H3": 4_000}
    applications = [an_application(one, amount=Money.of(sum)) for one, sum in euros.items()]
    sheets = [a_sheet("E1", marks)]
    return decide(ruleset, applications, sheets, Plugins.load(), votes=VOTES)


def test_decision_keeps_the_votes_and_chooses_by_them(decision: Decision) -> None:
    assert decision.votes == VOTES
    assert decision.selection is not None and decision.selection.chosen is not None
    assert decision.selection.decided_by == "lower_cost"
    assert decision.selection.chosen.applications == ("H2", "H3")


def test_decision_by_votes_can_be_made_again_from_its_record(decision: Decision) -> None:
    kept = from_record(Decision, to_record(decision))

    again = replay(kept, Plugins.load())

    assert (again.outcomes, again.values) == ((), ())
