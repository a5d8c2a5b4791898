"""
Every best set of a few candidates under any rows of limits, by branch and bound in whole numbers.

It knows no methods and no tie rules: only values, costs and rows.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from math import lcm
from typing import TypeAlias

import attrs

from innokumppanuus.domain.selection import LimitKind
from innokumppanuus.engine.awards import Award, divided
from innokumppanuus.engine.rows import Row

Found: TypeAlias = tuple[Fraction, tuple[str, ...], Mapping[str, int]]
"""Value of a set, its sorted ids, and the cents that each gets."""


@attrs.define(kw_only=True)
class _Floor:
    """How little a set may be worth to be of use; nothing is too little while *lowest* is None."""

    lowest: Fraction | int | None = None
    is_above: bool = False

    def lets(self, value: Fraction | int) -> bool:
        if self.lowest is None:
            return True
        return value > self.lowest if self.is_above else value >= self.lowest


@attrs.define(kw_only=True)
class _State:
    """What has been taken so far, and what it comes to in each row at least and at most."""

    taken: list[int] = attrs.field(factory=list)
    low: list[int]
    high: list[int]
    value: int = 0


@attrs.frozen(kw_only=True)
class Search:
    """
    The sets of some things that keep the rows.

    Attributes:
        things: What may be taken, by id.
        rows: Kept by every set that is found.
    """

    things: Mapping[str, Award]
    rows: tuple[Row, ...]

    def best(self, listed: int) -> tuple[tuple[Found, ...], bool]:
        """Return the sets of the highest value, at most *listed*, and whether those are all."""
        found: list[Found] = []
        floor, is_all = _Floor(), True
        for one in self._sets(floor):
            if found and one[0] == found[0][0]:
                if len(found) < listed:
                    found.append(one)
                else:
                    is_all, floor.is_above = False, True
            else:
                found, is_all = [one], True
                floor.lowest, floor.is_above = self._scaled(one[0]), False
        return tuple(sorted(found, key=lambda one: one[1])), is_all

    def within(self, lowest: Fraction, listed: int) -> tuple[tuple[Found, ...], bool]:
        """
        Return the sets worth *lowest* or more, best first, and whether those are all.

        At most *listed* are returned: the best, and of equally good ones the first by ids.
        """
        found: list[Found] = []
        floor, is_all = _Floor(lowest=self._scaled(lowest)), True
        for one in self._sets(floor):
            found.append(one)
            found.sort(key=lambda one: (-one[0], one[1]))
            if len(found) > listed:
                found.pop()
                is_all, floor.lowest = False, self._scaled(found[-1][0])
        return tuple(found), is_all

    def any(self) -> Found | None:
        """Return some set that keeps the rows; None when none does."""
        return next(self._sets(_Floor()), None)

    def _sets(self, floor: _Floor) -> Iterator[Found]:
        nothing = [0] * len(self.rows)
        if all(self._may_do(row, 0, nothing[row]) for row in range(len(self.rows))):
            yield from self._from(0, _State(low=nothing, high=[*nothing]), floor)

    def _from(self, place: int, state: _State, floor: _Floor) -> Iterator[Found]:
        if not floor.lets(self._most(place, state)):
            return
        if place == len(self._order):
            yield from self._leaf(state, floor)
            return
        if self._may_take(place, state):
            self._take(place, state, 1)
            if self._may_fill(place + 1, state):
                yield from self._from(place + 1, state, floor)
            self._take(place, state, -1)
        if self._may_leave(place, state) and self._may_fill(place + 1, state):
            yield from self._from(place + 1, state, floor)

    def _leaf(self, state: _State, floor: _Floor) -> Iterator[Found]:
        members = {one: self.things[one] for one in sorted(self._order[i] for i in state.taken)}
        awards = divided(members, self.rows)
        if awards is None or any(row.excess(awards) for row in self.rows):
            return
        value = sum((one.worth(awards[name]) for name, one in members.items()), Fraction(0))
        if floor.lets(self._scaled(value)):
            yield value, tuple(members), awards

    def _take(self, place: int, state: _State, sign: int) -> None:
        for row, low, high in self._adds[place]:
            state.low[row] += sign * low
            state.high[row] += sign * high
        state.value += sign * self._highest[place]
        if sign > 0:
            state.taken.append(place)
        else:
            state.taken.pop()

    def _may_take(self, place: int, state: _State) -> bool:
        for row, low, _ in self._adds[place]:
            one = self.rows[row]
            if not one.is_at_least and state.low[row] + low > one.bound:
                return False
        # A needed one that comes later is looked at when it is left out.
        return all(
            other is not None and (other >= place or other in state.taken)
            for other in self._needed.get(place, ())
        )

    def _may_leave(self, place: int, state: _State) -> bool:
        rows = (row for row, _, _ in self._adds[place] if self.rows[row].is_at_least)
        if not all(self._may_do(row, place + 1, state.high[row]) for row in rows):
            return False
        return not any(place in self._needed.get(one, ()) for one in state.taken)

    def _may_do(self, row: int, place: int, amount: int) -> bool:
        """Return whether a row that demands the least can still be kept, or is kept by nothing."""
        one = self.rows[row]
        if not one.is_at_least:
            return one.bound >= 0
        return amount + self._to_come[row][place] >= one.bound

    def _may_fill(self, place: int, state: _State) -> bool:
        """Return whether the money is enough for the cheapest who are still demanded."""
        if self._budget is None:
            return True
        left = self.rows[self._budget].bound - state.low[self._budget]
        for row, cheapest in self._cheapest.items():
            lacking = self.rows[row].bound - state.low[row]
            if lacking > 0 and cheapest[place][lacking] > left:
                return False
        return True

    def _most(self, place: int, state: _State) -> int:
        """Return a value, scaled, that no set which goes on from here exceeds."""
        start = min(place, self._good)
        by_number = state.value + self._by_number(place, state)
        if self._budget is None:
            return by_number
        money = self.rows[self._budget].bound
        if self._is_partial:
            return min(by_number, self._most_divided(place, state, money))
        left = money - state.high[self._budget]
        end = bisect_right(self._spent, self._spent[start] + left, start) - 1
        worth = state.value + self._worth[end] - self._worth[start]
        if end < self._good:
            left -= self._spent[end] - self._spent[start]
            worth -= -self._highest[end] * left // self.things[self._order[end]].most
        return min(by_number, worth)

    def _by_number(self, place: int, state: _State) -> int:
        """Return what the best of those from *place* on are worth that still have a place."""
        if self._maximum is None:
            return self._dearest[place][-1]
        left = self.rows[self._maximum].bound - len(state.taken)
        return self._dearest[place][min(left, len(self._dearest[place]) - 1)]

    def _most_divided(self, place: int, state: _State, money: int) -> int:
        """Return the same where the sums of those that are taken are not settled either."""
        worth = 0
        for index, name in enumerate(self._order):
            is_taken = index in state.taken
            if index < place and not is_taken:
                continue
            value, most = self._highest[index], self.things[name].most
            if value <= 0:
                worth += value if is_taken else 0
                continue
            part = min(most, money)
            worth -= -value * part // most if most else -value
            money -= part
        return worth

    def _scaled(self, value: Fraction) -> Fraction | int:
        scaled = value * self._scale
        return scaled.numerator if scaled.denominator == 1 else scaled

    @cached_property
    def _scale(self) -> int:
        """What makes all values whole."""
        return lcm(*(one.highest.denominator for one in self.things.values()))

    @cached_property
    def _highest(self) -> tuple[int, ...]:
        """By place: the most that the thing can be worth, scaled."""
        return tuple(int(self.things[one].highest * self._scale) for one in self._order)

    @cached_property
    def _order(self) -> tuple[str, ...]:
        """The things by value for money, the best first; what is worth nothing comes last."""
        return tuple(sorted(self.things, key=lambda one: _by_density(one, self.things[one])))

    @cached_property
    def _good(self) -> int:
        return sum(one.value > 0 for one in self.things.values())

    @cached_property
    def _worth(self) -> list[int]:
        return list(accumulate(self._highest[: self._good], initial=0))

    @cached_property
    def _spent(self) -> list[int]:
        return list(
            accumulate((self.things[one].most for one in self._order[: self._good]), initial=0)
        )

    @cached_property
    def _is_partial(self) -> bool:
        return any(one.is_partial for one in self.things.values())

    @cached_property
    def _budget(self) -> int | None:
        kinds = [row.kind for row in self.rows]
        return kinds.index(LimitKind.BUDGET) if LimitKind.BUDGET in kinds else None

    @cached_property
    def _maximum(self) -> int | None:
        kinds = [row.kind for row in self.rows]
        return kinds.index(LimitKind.MAXIMUM) if LimitKind.MAXIMUM in kinds else None

    @cached_property
    def _dearest(self) -> tuple[list[int], ...]:
        """By place and number: what the best so many of those from there on are worth."""
        return tuple(
            list(
                accumulate(sorted(filter(_is_good, self._highest[place:]), reverse=True), initial=0)
            )
            for place in range(len(self._order) + 1)
        )

    @cached_property
    def _adds(self) -> tuple[tuple[tuple[int, int, int], ...], ...]:
        """By place: the rows that the thing counts in, and by how much at least and at most."""
        return tuple(
            tuple(
                (number, one.least, one.most) if row.is_in_money else (number, 1, 1)
                for number, row in enumerate(self.rows)
                if name in row.members and row.kind is not LimitKind.NEEDS
            )
            for name, one in ((name, self.things[name]) for name in self._order)
        )

    @cached_property
    def _needed(self) -> dict[int, tuple[int | None, ...]]:
        """By place: where those stand whom the thing needs; None for who cannot be taken."""
        places = {name: place for place, name in enumerate(self._order)}
        found: dict[int, tuple[int | None, ...]] = {}
        for row in self.rows:
            if row.kind is LimitKind.NEEDS:
                here = places[row.members[0]]
                found[here] = (*found.get(here, ()), places.get(row.other))
        return found

    @cached_property
    def _to_come(self) -> list[list[int]]:
        """By row and place: what the things from there on can add to it at most."""
        return [
            [
                sum(
                    high for adds in self._adds[place:] for number, _, high in adds if number == row
                )
                for place in range(len(self._order) + 1)
            ]
            for row in range(len(self.rows))
        ]

    @cached_property
    def _cheapest(self) -> dict[int, list[list[int]]]:
        """By row that demands a number: by place and number, the least that so many cost."""
        found = {}
        for number, row in enumerate(self.rows):
            if row.is_at_least and not row.is_in_money:
                members = set(row.members)
                found[number] = [
                    _rising(
                        [self.things[one].least for one in self._order[place:] if one in members],
                        row.bound,
                    )
                    for place in range(len(self._order) + 1)
                ]
        return found


def _is_good(worth: int) -> bool:
    return worth > 0


def _rising(costs: Sequence[int], most: int) -> list[int]:
    """Return what the cheapest none, one, two, … cost; more than there are, beyond all money."""
    sums = list(accumulate(sorted(costs), initial=0))
    beyond = [10**30] * max(most + 1 - len(sums), 0)
    return [*sums, *beyond]


def _by_density(name: str, one: Award) -> tuple[int, Fraction, Fraction, str]:
    if one.value <= 0:
        return 2, Fraction(0), -one.value, name
    if not one.most:
        return 0, Fraction(0), -one.value, name
    return 1, -one.value / one.most, -one.value, name
