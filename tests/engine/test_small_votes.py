"""Votes in small calls are counted by the definitions; agreement with plugins is tested there."""

from typing import Any

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits
from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.engine.small_votes import MOST_VOTED, SmallVotes, budget_alone, points_of
from innokumppanuus.errors import InvalidValue, SelectionError, TooManyApplications
from innokumppanuus.plugin.interfaces import ChecksOptions, Form, TakesByRank, TakesVotes
from innokumppanuus.testing.portfolios import a_candidate

FIELD = (a_candidate("H1", 1, 50), a_candidate("H2", 2, 50), a_candidate("H3", 9, 36))
VOTES = Votes(
    kind=BallotKind.APPROVAL,
    ballots=(Ballot(applications=("H1", "H2"), voters=6), Ballot(applications=("H3",), voters=4)),
)


def sets(limits: Limits | None = None, **options: Any) -> list[tuple[str, ...]]:
    made = SmallVotes(votes=VOTES).select(FIELD, limits or Limits(budget=Money(100)), options)
    return [one.applications for one in made.portfolios]


def test_the_most_supported_are_taken_while_the_money_lasts() -> None:
    assert sets() == [("H1", "H2")]


def test_votes_for_money_are_counted_where_the_number_counts() -> None:
    assert sets(satisfaction="cardinality") == [("H1", "H2")]


def test_a_small_group_gets_its_share_of_the_money() -> None:
    assert sets(rule="equal_shares") == [("H1", "H3"), ("H2", "H3")]


def test_the_method_is_of_all_the_kinds_that_methods_of_votes_are() -> None:
    assert isinstance(SmallVotes(), TakesVotes)
    assert isinstance(SmallVotes(), ChecksOptions)
    assert isinstance(SmallVotes(), TakesByRank)


def test_without_votes_there_is_nothing_to_count() -> None:
    with pytest.raises(SelectionError, match="--votes"):
        SmallVotes().select(FIELD, Limits(budget=Money(100)), {})


def test_more_candidates_than_it_counts_are_refused() -> None:
    many = tuple(a_candidate(f"H{number:02}", 1, 1) for number in range(MOST_VOTED + 1))

    with pytest.raises(TooManyApplications):
        SmallVotes(votes=VOTES).select(many, Limits(budget=Money(100)), {})


@pytest.mark.parametrize(
    ("limits", "at"),
    [
        (Limits(), "budget.total"),
        (Limits(budget=Money(1), maximum=2), "budget.maximum"),
        (Limits(budget=Money(1), minimum=2), "selection.limits"),
    ],
)
def test_a_budget_and_nothing_else_is_kept(limits: Limits, at: str) -> None:
    with pytest.raises(SelectionError) as caught:
        budget_alone("small_votes", limits)

    assert caught.value.problem.path == at


@pytest.mark.parametrize(
    ("options", "at"),
    [({"rule": "arpa"}, "rule"), ({"satisfaction": "x"}, "satisfaction"), ({"rul": 1}, "rul")],
)
def test_an_option_that_there_is_not_is_told(options: dict[str, object], at: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        SmallVotes().check_options(options, Form())

    assert caught.value.values["option"] == at


def test_an_ordinal_ballot_gives_fewer_points_the_later() -> None:
    assert points_of(Ballot(applications=("a", "b")), BallotKind.ORDINAL, 3) == (3, 2)


def test_points_of_zero_are_no_support() -> None:
    votes = Votes(
        kind=BallotKind.SCORING, ballots=(Ballot(applications=("H1", "H3"), points=(0, 2)),)
    )

    made = SmallVotes(votes=votes).select(FIELD, Limits(budget=Money(100)), {})

    assert [one.applications for one in made.portfolios] == [("H3",)]
