"""The method of equal shares: fast in floating point, exact wherever two things come close."""

from collections.abc import Sequence
from fractions import Fraction
from heapq import heappop, heappush
from typing import Final, Self

import attrs
import numpy as np

from innokumppanuus_selection.votes.domain import Completion, Outcomes, Satisfaction
from innokumppanuus_selection.votes.exact_shares import ExactShares
from innokumppanuus_selection.votes.greedy import MOST_LISTED, MOST_STEPS, greedy
from innokumppanuus_selection.votes.profile import Profile

_NEAR: Final = 1e-9
"""Numbers closer than this share are reckoned again in whole numbers; rounding is far below it."""


def equal_shares(
    profile: Profile,
    satisfaction: Satisfaction = Satisfaction.COST,
    completion: Completion = Completion.NONE,
    most: int = MOST_LISTED,
) -> Outcomes:
    """
    Return every set that the method of equal shares can give; several only where a tie decides.

    Every voter gets the same part of the budget. Again and again the project is bought that costs
    its supporters least for what it is worth to them, until no supporters can pay for another.
    With ties, `add1` goes on while every set it can give fits in the budget.

    Args:
        profile: The election.
        satisfaction: What a project is worth to a voter.
        completion: What is done with the money that is left.
        most: How many sets are listed at most; there is also an end to the ties looked at.

    Source:
        Peters, Pierczyński, Skowron (2021), Proportional participatory budgeting with additive
        utilities, NeurIPS 34.
    """
    if not profile.voters:
        return Outcomes(sets=((),))
    found, is_complete = _bought(profile, satisfaction, profile.budget, most)
    if completion in (Completion.ADD1, Completion.ADD1U):
        endowed = profile.budget
        while is_complete and not all(_is_exhaustive(profile, one) for one in found):
            endowed += profile.voters * profile.unit
            more, is_complete = _bought(profile, satisfaction, endowed, most)
            if any(profile.cost(one) > profile.budget for one in more):
                is_complete = True
                break
            found = more
    if completion in (Completion.UTILITARIAN, Completion.ADD1U):
        completed = [greedy(profile, satisfaction, one, most) for one in sorted(found)]
        sets = sorted({one for outcomes in completed for one in outcomes.sets})
        is_complete = is_complete and all(one.is_complete for one in completed)
    else:
        sets = sorted(profile.named(one) for one in found)
    return Outcomes(sets=tuple(sets[:most]), is_complete=is_complete and len(sets) <= most)


@attrs.frozen
class _Quote:
    """What a project costs its supporters for its worth, with the bounds of rounding."""

    low: float
    high: float
    price: float
    is_shared_by_all: bool


class _Count:
    """One way of counting on: what is bought, and what the voters have left."""

    def __init__(self, profile: Profile, satisfaction: Satisfaction, endowed: int) -> None:
        self.profile = profile
        self.bought: list[int] = []
        self._paid: list[Fraction | None] = []  # exact prices of what is bought, where known
        self._by_cost = satisfaction is Satisfaction.COST
        endowment = Fraction(endowed, profile.voters)
        self._purses = np.full(profile.ballots, float(endowment))
        self._exact = ExactShares(profile, endowment)
        self._caught_up = 0
        self._left: list[tuple[float, int]] = []
        for one in range(len(profile.ids)):
            if profile.support[one].total and profile.costs[one]:
                heappush(self._left, (0.0, one))
            elif profile.support[one].total:
                self.bought.append(one)
                self._paid.append(Fraction(0))

    def copy(self) -> Self:
        other = object.__new__(type(self))
        other.profile, other._by_cost = self.profile, self._by_cost
        other.bought, other._paid = list(self.bought), list(self._paid)
        other._purses, other._exact = self._purses.copy(), self._exact.copy()
        other._caught_up, other._left = self._caught_up, list(self._left)
        return other

    def cheapest(self) -> tuple[int, ...]:
        """Return the projects that cost least for their worth; none when none can be paid."""
        looked: list[tuple[_Quote, int]] = []
        bound = float("inf")
        while self._left and self._left[0][0] <= bound:
            _, one = heappop(self._left)
            quote = self._quote(one)
            if quote is not None:
                looked.append((quote, one))
                bound = min(bound, quote.high)
        for quote, one in looked:
            heappush(self._left, (quote.low, one))
        near = [(quote, one) for quote, one in looked if quote.low <= bound]
        if len(near) <= 1:
            return tuple(one for _, one in near)
        exact = {one: self._worth(one, quote) for quote, one in near}
        least = min(exact.values())
        return tuple(sorted(one for one, price in exact.items() if price == least))

    def buy(self, project: int) -> None:
        """Let its supporters pay for the project."""
        quote = self._quote(project)
        assert quote is not None  # it has just been found to be payable
        support = self.profile.support[project]
        mine = self._purses[support.ballots]
        self._purses[support.ballots] = np.maximum(mine - quote.price * support.points, 0.0)
        self._left = [pair for pair in self._left if pair[1] != project]
        self._left.sort()
        self.bought.append(project)
        self._paid.append(self._shared(project) if quote.is_shared_by_all else None)

    def _quote(self, project: int) -> _Quote | None:
        """Return the price; None, for good, when the supporters cannot pay."""
        support, cost = self.profile.support[project], float(self.profile.costs[project])
        purses = self._purses[support.ballots]
        money = float(purses @ support.voters)
        if money < cost * (1 - _NEAR):
            return None
        if money < cost * (1 + _NEAR) and self._exact_price(project) is None:
            return None
        reach = purses / support.points
        rich, needed = float(support.total), cost
        price, poor = cost / rich, 0
        is_shared = bool(reach.min() >= price * (1 + 1e-6))
        while not is_shared:
            is_poor = reach < price
            count = int(np.count_nonzero(is_poor))
            if count == poor or count == len(reach):
                break
            poor = count
            needed = cost - float(purses[is_poor] @ support.voters[is_poor])
            rich = float(support.points[~is_poor] @ support.voters[~is_poor])
            price = needed / rich
        worth = cost if self._by_cost else 1.0
        slack = _NEAR * cost / rich
        return _Quote((price - slack) / worth, (price + slack) / worth, price, is_shared)

    def _worth(self, project: int, quote: _Quote) -> Fraction:
        price = self._shared(project) if quote.is_shared_by_all else self._exact_price(project)
        assert price is not None  # a quote was given
        return price / self.profile.costs[project] if self._by_cost else price

    def _shared(self, project: int) -> Fraction:
        return Fraction(self.profile.costs[project], self.profile.support[project].total)

    def _exact_price(self, project: int) -> Fraction | None:
        self._catch_up()
        return self._exact.price(project)

    def _catch_up(self) -> None:
        """Repeat in whole numbers what has been bought since the last time."""
        for at in range(self._caught_up, len(self.bought)):
            project, price = self.bought[at], self._paid[at]
            if price is None:
                price = self._exact.price(project)
                assert price is not None  # it was bought
            if price:
                self._exact.pay(project, price)
        self._caught_up = len(self.bought)


def _bought(
    profile: Profile, satisfaction: Satisfaction, endowed: int, most: int
) -> tuple[set[tuple[int, ...]], bool]:
    """Return what can be bought, as sorted indices, and whether that is all there is."""
    found: set[tuple[int, ...]] = set()
    ways = _Ways(profile, Fraction(endowed, profile.voters))
    stack = [_Count(profile, satisfaction, endowed)]
    while stack:
        count = stack.pop()
        tied = count.cheapest()
        while len(tied) == 1 and (not ways.are_many or ways.is_new((*count.bought, *tied))):
            count.buy(tied[0])
            tied = count.cheapest()
        if len(found) > most or ways.are_too_many:
            return found, False
        if not tied:
            found.add(tuple(sorted(count.bought)))
        for one in reversed(tied if len(tied) > 1 else ()):
            if ways.is_new((*count.bought, one)):
                other = count.copy()
                other.buy(one)
                stack.append(other)
    return found, len(found) <= most


class _Ways:
    """The orders of buying that have been gone, so that none is gone on with twice."""

    def __init__(self, profile: Profile, endowment: Fraction) -> None:
        self._profile = profile
        self._endowment = endowment
        self._gone: dict[frozenset[int], list[tuple[int, ...]]] = {}
        self._keys: dict[tuple[int, ...], tuple[int, ...]] = {}

    @property
    def are_many(self) -> bool:
        return bool(self._gone)

    @property
    def are_too_many(self) -> bool:
        return len(self._gone) > MOST_STEPS

    def is_new(self, order: tuple[int, ...]) -> bool:
        """Return whether no other order of the same projects has left the voters the same."""
        same = self._gone.setdefault(frozenset(order), [])
        if any(self._key(one) == self._key(order) for one in same):
            return False
        same.append(order)
        return True

    def _key(self, order: tuple[int, ...]) -> tuple[int, ...]:
        if order not in self._keys:
            purses = ExactShares(self._profile, self._endowment)
            for one in order:
                price = purses.price(one)
                assert price is not None  # it was bought in this order
                if price:
                    purses.pay(one, price)
            self._keys[order] = purses.key()
        return self._keys[order]


def _is_exhaustive(profile: Profile, chosen: Sequence[int]) -> bool:
    left, taken = profile.budget - profile.cost(chosen), set(chosen)
    return not any(
        cost <= left and one not in taken and profile.support[one].total
        for one, cost in enumerate(profile.costs)
    )
