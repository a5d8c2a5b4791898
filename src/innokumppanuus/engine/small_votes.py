"""Citizens' votes counted exactly in small calls, by the definitions. Large ones need a plugin."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, Self, TypeAlias

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.selection import Candidate, LimitKind, Limits, Optima
from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.engine.selection import portfolio
from innokumppanuus.errors import (
    InvalidValue,
    SelectionError,
    TooManyApplications,
    unknown_name,
)
from innokumppanuus.plugin.interfaces import Form

MOST_VOTED: Final = 12
"""So many candidates at most are counted: ties are followed every way."""

_RULE, _SATISFACTION = "rule", "satisfaction"
_BY_COST, _BY_NUMBER = "cost", "cardinality"
_SATISFACTIONS: Final = (_BY_COST, _BY_NUMBER)

_Points: TypeAlias = Mapping[str, int]
_Set: TypeAlias = frozenset[str]


@attrs.frozen(kw_only=True)
class _Count:
    """
    An election in whole numbers.

    Attributes:
        costs: By candidate [cents].
        budget: All the money [cents].
        ballots: Points of each candidate that counts, and how many voters said so.
        is_by_cost: Whether a candidate is worth its cost to a voter who names it, else one.
    """

    costs: Mapping[str, int]
    budget: int
    ballots: tuple[tuple[_Points, int], ...]
    is_by_cost: bool

    def total(self, one: str) -> int:
        """Return the points of all voters."""
        return sum(points.get(one, 0) * voters for points, voters in self.ballots)

    def spent(self, chosen: _Set) -> int:
        return sum(self.costs[one] for one in chosen)


@attrs.frozen
class SmallVotes:
    """
    Citizens' votes in a call of at most twelve candidates, exact (pienen haun äänivalinta).

    Options: `rule`, `greedy` or `equal_shares`; `satisfaction`, `cost` or `cardinality`. `greedy`
    and `cost` are the defaults. Gives what the methods for large calls give.
    """

    key: str = "small_votes"
    name: Label = Label(
        "Asukkaiden äänet pienessä haussa",
        "Invånarnas röster i en liten utlysning",
        "Citizens' votes in a small call",
    )
    votes: Votes | None = None
    takes_by_rank: bool = True

    def with_votes(self, votes: Votes) -> Self:
        """See `plugin.interfaces.TakesVotes`."""
        return attrs.evolve(self, votes=votes)

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """See `plugin.interfaces.Selector`; there must be a budget and no other limit."""
        rule, is_by_cost = _chosen_options(options)
        if self.votes is None:
            raise SelectionError("votes-needed", at="selection.selector", method=self.key)
        if len(candidates) > MOST_VOTED:
            raise TooManyApplications(len(candidates), MOST_VOTED)
        by_id = {one.application: one for one in candidates}
        count = _Count(
            costs={one: by_id[one].cost.cents for one in sorted(by_id)},
            budget=budget_alone(self.key, limits),
            ballots=tuple(_ballots(self.votes, by_id)),
            is_by_cost=is_by_cost,
        )
        sets = sorted({tuple(sorted(one)) for one in _RULES[rule](count)})
        return Optima(portfolios=tuple(portfolio(by_id[id] for id in one) for one in sets))

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """See `plugin.interfaces.ChecksOptions`."""
        _chosen_options(options)


def budget_alone(method: str, limits: Limits) -> int:
    """
    Return the budget of a method that keeps nothing else [cents].

    Raises:
        SelectionError: When there is none, or when there are other limits.
    """
    if limits.budget is None:
        raise SelectionError("choice-budget-needed", at="budget.total", method=method)
    maximum = () if limits.maximum is None else (LimitKind.MAXIMUM.value,)
    others = (*maximum, *limits.beside())
    if others:
        at = "selection.limits" if limits.beside() else "budget.maximum"
        raise SelectionError("choice-budget-alone", at=at, method=method, got=", ".join(others))
    return limits.budget.cents


def points_of(ballot: Ballot, kind: BallotKind, longest: int) -> tuple[int, ...]:
    """
    Return the points of each application that the ballot names.

    An ordinal ballot gives its first the length of the longest ballot, and each next one less.

    Source:
        de Borda (1781), Mémoire sur les élections au scrutin, for the points of ordinal ballots.
    """
    if kind.has_points:
        return ballot.points or (1,) * len(ballot.applications)
    if kind is BallotKind.ORDINAL:
        return tuple(longest - place for place in range(len(ballot.applications)))
    return (1,) * len(ballot.applications)


def _ballots(votes: Votes, known: Mapping[str, object]) -> Iterator[tuple[_Points, int]]:
    longest = max((len(one.applications) for one in votes.ballots), default=0)
    for ballot in votes.ballots:
        given = zip(ballot.applications, points_of(ballot, votes.kind, longest), strict=True)
        yield {one: points for one, points in given if one in known and points}, ballot.voters


def _greedy(count: _Count) -> Iterator[_Set]:
    """
    Yield every set that is filled from the most supported down.

    Source:
        Talmon, Faliszewski (2019), A framework for approval-based budgeting methods, AAAI-19.
    """

    def worth(one: str) -> tuple[bool, Fraction]:
        total, cost = count.total(one), count.costs[one]
        return not cost, Fraction(total, 1 if count.is_by_cost else cost or 1)

    waiting = [_Set()]
    seen = {_Set()}
    while waiting:
        taken = waiting.pop()
        left = count.budget - count.spent(taken)
        open_ = [
            one
            for one, cost in count.costs.items()
            if one not in taken and cost <= left and count.total(one)
        ]
        if not open_:
            yield taken
        best = max((worth(one) for one in open_), default=None)
        for one in open_:
            more = taken | {one}
            if worth(one) == best and more not in seen:
                seen.add(more)
                waiting.append(more)


def _equal_shares(count: _Count) -> Iterator[_Set]:
    """
    Yield every set that voters buy with equal parts of the budget.

    Source:
        Peters, Pierczyński, Skowron (2021), Proportional participatory budgeting with additive
        utilities, NeurIPS 34.
    """
    voters = sum(number for _, number in count.ballots)
    if not voters:
        yield _Set()
        return
    free = _Set(one for one, cost in count.costs.items() if not cost and count.total(one))
    start = (free, (Fraction(count.budget, voters),) * len(count.ballots))
    waiting, seen = [start], {start}
    while waiting:
        taken, purses = waiting.pop()
        prices = {
            one: price
            for one in count.costs
            if one not in taken and (price := _price(count, one, purses)) is not None
        }
        if not prices:
            yield taken
            continue
        worth = {
            one: price / count.costs[one] if count.is_by_cost else price
            for one, price in prices.items()
        }
        least = min(worth.values())
        for one in (each for each, price in worth.items() if price == least):
            left = tuple(
                max(purse - prices[one] * points.get(one, 0), Fraction(0))
                for purse, (points, _) in zip(purses, count.ballots, strict=True)
            )
            after = (taken | {one}, left)
            if after not in seen:
                seen.add(after)
                waiting.append(after)


def _price(count: _Count, one: str, purses: Sequence[Fraction]) -> Fraction | None:
    """Return what a point costs when who has too little pays all; None when all is too little."""
    paying = sorted(
        (purse / points[one], points[one] * voters, purse * voters)
        for purse, (points, voters) in zip(purses, count.ballots, strict=True)
        if one in points
    )
    needed = Fraction(count.costs[one])
    if not paying or sum(money for _, _, money in paying) < needed:
        return None
    rich = sum(points for _, points, _ in paying)
    for reach, points, money in paying:
        if needed <= reach * rich:
            return needed / rich
        needed -= money
        rich -= points
    return Fraction(0)


_RULES: Mapping[str, Callable[[_Count], Iterator[_Set]]] = {
    "greedy": _greedy,
    "equal_shares": _equal_shares,
}


def _chosen_options(options: Mapping[str, object]) -> tuple[str, bool]:
    """Return the rule, and whether candidates are worth their cost."""
    known = (_RULE, _SATISFACTION)
    for name in options:
        if name not in known:
            raise unknown_name(name, known, option=name)
    rule = options.get(_RULE, "greedy")
    by = options.get(_SATISFACTION, _BY_COST)
    for option, value, values in ((_RULE, rule, _RULES), (_SATISFACTION, by, _SATISFACTIONS)):
        if value not in values:
            raise InvalidValue("choice-none", known=", ".join(values), got=value, option=option)
    return str(rule), by == _BY_COST
