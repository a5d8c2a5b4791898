"""What partial sets can come to at most, and whether a whole set surely beats all that comes."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import attrs
import numpy as np

from innokumppanuus.domain.selection import LimitKind
from innokumppanuus.engine.stakes import Stakes
from innokumppanuus_selection.rpm.arrays import Arrays, Flags, Partial, Wholes, by_byte

_SAFE: Final = 2**62
_WIDE: Final = (LimitKind.BUDGET, LimitKind.MAXIMUM)
"""Limits that every candidate counts in."""


@attrs.frozen(kw_only=True, eq=False)
class Rival:
    """
    A whole set that keeps the limits, against which partial ones are held.

    Attributes:
        low: (corners): what it is worth at least.
        worth: (corners × candidates): what each candidate counts for in a set that is held against
            it: at least for members of this set, since they count alike in both; else at most.
        orders: (wide lines × corners × candidates): places by worth for what they take of the
            line, the best first; what is worth nothing last.
        by_byte: (bytes × corners × 256): the worth of those in each byte of a mask of members.
    """

    low: Wholes
    worth: Wholes
    orders: Wholes
    by_byte: Wholes


@attrs.frozen(kw_only=True, eq=False)
class Bounds:
    """
    Whether rivals beat everything that a partial set can grow into.

    Attributes:
        arrays: The choice.
        rivals: Whole sets that keep the limits.
        wide: Numbers of the lines that every candidate counts in: money and number.
        is_exact: Whether all scores and costs are exact.
    """

    arrays: Arrays
    rivals: tuple[Rival, ...]
    wide: tuple[int, ...]
    is_exact: bool

    @classmethod
    def of(cls, stakes: Stakes, arrays: Arrays, sets: Sequence[int]) -> "Bounds":
        """Return the bounds of a choice with some sets that keep its limits."""
        wide = tuple(number for number, one in enumerate(stakes.lines) if one.kind in _WIDE)
        is_exact = not stakes.has_bands
        found: list[Rival] = []
        for one in sets:
            members = np.zeros(len(stakes.ids), dtype=np.bool_)
            members[stakes.places(one)] = True
            worth = np.where(members, arrays.low, arrays.high)
            orders = found[0].orders if found and is_exact else _orders(arrays, worth, wide)
            low = arrays.low[:, members].sum(axis=1)
            tables = by_byte(worth).transpose(1, 0, 2)
            found.append(Rival(low=low, worth=worth, orders=orders, by_byte=tables))
        return cls(arrays=arrays, rivals=tuple(found), wide=wide, is_exact=is_exact)

    def beaten(self, sets: Partial, to_come: Flags) -> Flags:
        """
        Return which of the sets can grow into nothing that no rival beats.

        Args:
            sets: Partial sets.
            to_come: (candidates): which are not settled yet.
        """
        found = np.zeros(sets.count, dtype=np.bool_)
        most: Wholes | None = None
        taken = np.packbits(sets.taken, axis=0, bitorder="little")
        left = np.arange(sets.count)
        for rival in self.rivals:
            if most is None or not self.is_exact:
                amounts = sets.amounts[:, left]
                most = self._most(amounts, to_come, rival.worth, rival.orders)
                # Looked up and not multiplied: a numeric library would take every core for it.
                for byte, patterns in enumerate(rival.by_byte):
                    most += patterns[:, taken[byte, left]]
            reach = rival.low[:, None] - most
            gone = (reach >= 0).all(axis=0) & (reach > 0).any(axis=0)
            found[left[gone]] = True
            left = left[~gone]
            most = most[:, ~gone]
        return found

    def reach(self, sets: Partial, to_come: Flags) -> Wholes:
        """Return what the sets can come to at most when every score is the middle one, doubled."""
        middle = self.arrays.low + self.arrays.high
        orders = _orders(self.arrays, middle, self.wide)
        return sets.low + sets.high + self._most(sets.amounts, to_come, middle, orders)

    def _most(self, amounts: Wholes, to_come: Flags, worths: Wholes, orders: Wholes) -> Wholes:
        """Return what can be added at most to the sets of these amounts (corners × sets)."""
        open_ones = np.maximum(worths[:, to_come], 0).sum(axis=1)
        more = np.repeat(open_ones[:, None], amounts.shape[1], axis=1)
        for line, places in zip(self.wide, orders, strict=True):
            left = self.arrays.bounds[line] - amounts[line]
            costs = self.arrays.factors[line]
            ceilings = [
                ceiling(worth[order], costs[order], left)
                for worth, order in (
                    (worth, order[to_come[order]])
                    for worth, order in zip(worths, places, strict=True)
                )
            ]
            more = np.minimum(more, np.array(ceilings).reshape(more.shape))
        return more


def ceiling(worth: Wholes, costs: Wholes, left: Wholes) -> Wholes:
    """
    Return what some candidates come to at most within each sum that is left.

    Args:
        worth: (candidates): of each, the best for its cost first, exactly so.
        costs: (candidates): what each takes, zero or more.
        left: (sums): each zero or more.

    Source:
        Dantzig (1957), Discrete-variable extremum problems, Operations Research 5: the first one
        that does not fit counts for the part that does; rounded down, since sets are worth whole
        numbers.
    """
    is_good = worth > 0
    worth, costs = worth[is_good], costs[is_good]
    spent = np.concatenate(([0], np.cumsum(costs)))
    values = np.concatenate(([0], np.cumsum(worth)))
    place = np.searchsorted(spent, left, side="right") - 1
    after = np.minimum(place + 1, spent.size - 1)
    rest, cost, value = left - spent[place], spent[after] - spent[place], values[after]
    part = value - values[place]
    if int(part.max(initial=0)) * int(left.max(initial=0)) < _SAFE:
        part = np.where(cost > 0, part * rest // np.maximum(cost, 1), part)
    return np.asarray(values[place] + part)


def _orders(arrays: Arrays, worth: Wholes, wide: Sequence[int]) -> Wholes:
    corners, count = worth.shape
    found = np.zeros((len(wide), corners, count), dtype=np.int64)
    for number, line in enumerate(wide):
        costs = arrays.factors[line].tolist()
        for corner, values in enumerate(worth.tolist()):
            found[number, corner] = sorted(
                range(count), key=lambda place: _density(values[place], costs[place], place)
            )
    return found


def _density(worth: int, cost: int, place: int) -> tuple[int, Fraction, int]:
    if worth <= 0:
        return 2, Fraction(0), place
    return (1, Fraction(-worth, cost), place) if cost else (0, Fraction(0), place)
