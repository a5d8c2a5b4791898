"""Votes as arrays, equal ballots together. It knows no rule."""

from collections.abc import Sequence
from itertools import chain, repeat
from typing import Self, TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from innokumppanuus.domain.votes import BallotKind, Votes
from innokumppanuus.engine.small_votes import points_of
from innokumppanuus_selection.votes.domain import Election

Whole: TypeAlias = NDArray[np.int64]


@attrs.frozen(kw_only=True, eq=False)
class Support:
    """
    Who wants one project, and how much.

    Attributes:
        ballots: (supporters,) indices of ballots, ascending.
        points: (supporters,) points of each, 1 or more.
        voters: (supporters,) how many voters cast each ballot.
        total: Points of all voters together, exact.
    """

    ballots: Whole
    points: Whole
    voters: Whole
    total: int


@attrs.frozen(kw_only=True, eq=False)
class Profile:
    """
    An election ready to be counted.

    Attributes:
        ids: Of the projects, sorted; all else is in this order.
        costs: In whole parts of money.
        budget: In the same parts.
        unit: How many parts are one unit of money.
        voters: How many voted, blank ballots among them.
        ballots: How many ballots differ.
        support: Of each project.
    """

    ids: tuple[str, ...]
    costs: tuple[int, ...]
    budget: int
    unit: int
    voters: int
    ballots: int
    support: tuple[Support, ...]

    @classmethod
    def of(cls, election: Election) -> Self:
        """Return the election as arrays; what voters say of other projects is left out."""
        parts = election.parts
        projects = sorted(election.projects, key=lambda one: one.id)
        return cls(
            ids=tuple(one.id for one in projects),
            costs=tuple(int(one.cost * parts) for one in projects),
            budget=int(election.budget * parts),
            unit=parts,
            voters=election.votes.voters,
            ballots=len(election.votes.ballots),
            support=_support(election.votes, [one.id for one in projects]),
        )

    def cost(self, chosen: Sequence[int]) -> int:
        """Return what the projects of these indices cost together."""
        return sum(self.costs[one] for one in chosen)

    def named(self, chosen: Sequence[int]) -> tuple[str, ...]:
        """Return the ids of these indices, sorted."""
        return tuple(self.ids[one] for one in sorted(chosen))


def _support(votes: Votes, ids: Sequence[str]) -> tuple[Support, ...]:
    place = {one: index for index, one in enumerate(ids)}
    named = [one.applications for one in votes.ballots]
    at = np.fromiter(map(place.get, chain.from_iterable(named), repeat(-1)), dtype=np.int64)
    lengths = np.fromiter(map(len, named), dtype=np.int64, count=len(named))
    points = _points(votes, lengths)
    who = np.repeat(np.arange(len(named), dtype=np.int64), lengths)
    voters = np.array([one.voters for one in votes.ballots], dtype=np.int64)
    counts = (at >= 0) & (points > 0)
    at, points, who = at[counts], points[counts], who[counts]
    order = np.argsort(at, kind="stable")
    bounds = np.searchsorted(at[order], np.arange(len(ids) + 1))
    parts = (order[low:high] for low, high in zip(bounds[:-1], bounds[1:], strict=True))
    return tuple(_of_one(who[part], points[part], voters) for part in parts)


def _points(votes: Votes, lengths: Whole) -> Whole:
    """Return the points of every name of every ballot, one ballot after the other."""
    if not votes.kind.has_points and votes.kind is not BallotKind.ORDINAL:
        return np.ones(lengths.sum(), dtype=np.int64)
    longest = int(lengths.max(initial=0))
    every = (points_of(ballot, votes.kind, longest) for ballot in votes.ballots)
    return np.fromiter(chain.from_iterable(every), dtype=np.int64)


def _of_one(ballots: Whole, points: Whole, voters: Whole) -> Support:
    mine = voters[ballots] if len(ballots) else ballots
    return Support(ballots=ballots, points=points, voters=mine, total=int(points @ mine))
