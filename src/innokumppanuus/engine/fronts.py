"""Sets of things in whole numbers that no other set beats in cost, number and value at once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

import attrs

_State: TypeAlias = tuple[int, int, int]
"""Cost, number of members and value of a set."""
_Best: TypeAlias = tuple[list[int], list[int]]
"""Costs, rising, and the highest value that sets of at most that cost have."""


@attrs.frozen(kw_only=True)
class Fronts:
    """
    What the first things, the first two, and so on can come to within the limits.

    Attributes:
        values: Of each thing; may be negative.
        costs: Of each thing, zero or more.
        money: The most that a set may cost; None is no limit.
        places: The most members that a set may have.
    """

    values: tuple[int, ...]
    costs: tuple[int, ...]
    money: int | None
    places: int
    _known: dict[tuple[int, int], _Best] = attrs.field(factory=dict, init=False, eq=False)

    @cached_property
    def states(self) -> tuple[tuple[_State, ...], ...]:
        """The unbeaten sets of the first things, by how many things: none, one, …, all."""
        fronts: list[tuple[_State, ...]] = [((0, 0, 0),)]
        for value, cost in zip(self.values, self.costs, strict=True):
            grown = [
                (spent + cost, count + 1, worth + value)
                for spent, count, worth in fronts[-1]
                if count < self.places and (self.money is None or spent + cost <= self.money)
            ]
            fronts.append(_unbeaten([*fronts[-1], *grown], self.places))
        return tuple(fronts)

    def best_sets(self) -> Iterator[tuple[int, ...]]:
        """Yield every set of the highest value as rising indices; one thing after the other."""
        count = len(self.values)
        target = self._highest(count, self.money, self.places)
        return self._sets(count, self.money, self.places, target)

    def _sets(
        self, things: int, money: int | None, places: int, target: int
    ) -> Iterator[tuple[int, ...]]:
        """Yield the sets of the first *things* that come to *target*, which is their highest."""
        if things == 0:
            yield ()
            return
        last = things - 1
        cost, value = self.costs[last], self.values[last]
        if self._highest(last, money, places) == target:
            yield from self._sets(last, money, places, target)
        left = None if money is None else money - cost
        if places and (left is None or left >= 0):
            rest = target - value
            if self._highest(last, left, places - 1) == rest:
                for one in self._sets(last, left, places - 1, rest):
                    yield (*one, last)

    def _highest(self, things: int, money: int | None, places: int) -> int:
        """Return the highest value that the first *things* have within money and places."""
        known = self._known.get((things, places))
        if known is None:
            known = self._known[things, places] = self._rising(things, places)
        costs, values = known
        return values[-1] if money is None else values[bisect_right(costs, money) - 1]

    def _rising(self, things: int, places: int) -> _Best:
        costs: list[int] = []
        values: list[int] = []
        for cost, count, value in self.states[things]:
            if count <= places and (not values or value > values[-1]):
                costs.append(cost)
                values.append(value)
        return costs, values


def _unbeaten(states: Sequence[_State], places: int) -> tuple[_State, ...]:
    """Return the states that no other beats, by rising cost."""
    highest: list[int | None] = [None] * (places + 1)
    kept = []
    for state in sorted(states, key=lambda one: (one[0], -one[2], one[1])):
        _, count, value = state
        best = highest[count]
        if best is not None and value <= best:
            continue
        kept.append(state)
        for number in range(count, places + 1):
            best = highest[number]
            if best is not None and best >= value:
                break
            highest[number] = value
    return tuple(kept)
