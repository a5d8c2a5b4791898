"""The core counts small elections as the methods for large ones do, every tie included."""

import random

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits
from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.engine.small_votes import SmallVotes
from innokumppanuus.testing.portfolios import a_candidate
from innokumppanuus_selection.votes.selectors import VotedByEqualShares, VotedGreedily

METHODS = {"greedy": VotedGreedily(), "equal_shares": VotedByEqualShares()}


def an_election(dice: random.Random) -> tuple[tuple[Candidate, ...], Votes, Limits]:
    ids = [f"H{number}" for number in range(dice.randint(1, 7))]
    field = tuple(a_candidate(one, dice.randint(0, 3), dice.randint(0, 3)) for one in ids)
    kind = dice.choice([*[BallotKind.APPROVAL] * 4, BallotKind.CUMULATIVE, BallotKind.ORDINAL])
    ballots = []
    for _ in range(dice.randint(0, 6)):
        named = tuple(dice.sample([*ids, "H99"], dice.randint(0, len(ids))))
        points = tuple(dice.randint(0, 3) for _ in named) if kind.has_points else ()
        ballots.append(Ballot(applications=named, points=points, voters=dice.randint(1, 2)))
    votes = Votes(kind=kind, ballots=tuple(ballots))
    return field, votes, Limits(budget=Money(dice.randint(0, 9)))


@pytest.mark.parametrize("rule", sorted(METHODS))
@pytest.mark.parametrize("satisfaction", ["cost", "cardinality"])
def test_both_give_the_same_sets(rule: str, satisfaction: str) -> None:
    dice = random.Random(13)
    tied = 0
    for _ in range(1_000):
        field, votes, limits = an_election(dice)
        by = {"satisfaction": satisfaction}

        small = SmallVotes(votes=votes).select(field, limits, {"rule": rule, **by})
        large = METHODS[rule].with_votes(votes).select(field, limits, by)

        assert small.portfolios == large.portfolios
        tied += len(small.portfolios) > 1
    assert tied > 20
