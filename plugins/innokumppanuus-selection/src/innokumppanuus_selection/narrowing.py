"""What no set worth enough can hold or leave, by a bound in whole numbers. It finds no sets."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil
from typing import Final

import attrs
import numpy as np
from scipy.optimize import linprog
from scipy.sparse import vstack

from innokumppanuus_selection.domain import Constraint, Programme
from innokumppanuus_selection.solvers.matrix import matrix
from innokumppanuus_selection.solvers.quiet import quiet

_FINE: Final = 2**60
"""Prices and gains are whole numbers of this part of one; rounding only makes the bound weaker."""


@attrs.frozen(kw_only=True)
class Bound:
    """
    What a solution gains at most, and how much less with a column decided otherwise.

    Attributes:
        highest: In parts of one.
        losses: By name of a column of 0 or 1: what it takes off to decide it against its side.
        sides: By name of the column: the side on which nothing is lost.
        prices: By number of the constraint and 1 for its most, -1 for its least: what is taken off
            for each one that is between the sum and that side; zero is left out.
    """

    highest: int = 0
    losses: Mapping[str, int] = attrs.field(factory=dict)
    sides: Mapping[str, int] = attrs.field(factory=dict)
    prices: Mapping[tuple[int, int], int] = attrs.field(factory=dict)

    def room(self, lowest: Fraction) -> int:
        """Return what may be lost in all by a solution that gains *lowest* or more."""
        return self.highest - ceil(lowest * _FINE)

    def fixed(self, lowest: Fraction) -> dict[str, int]:
        """Return the columns that are decided in every solution that gains *lowest* or more."""
        room = self.room(lowest)
        return {name: self.sides[name] for name, loss in self.losses.items() if loss > room}

    def near(self, count: int) -> Fraction:
        """Return what gains enough to leave at most so many columns undecided."""
        losses = sorted(self.losses.values())
        room = losses[count - 1] if count <= len(losses) else self.highest + sum(losses)
        return Fraction(self.highest - room, _FINE)

    def but_nearest(self, count: int) -> dict[str, int]:
        """Return all columns on their sides but the *count* whose other side loses the least."""
        ordered = sorted(self.losses, key=lambda name: (self.losses[name], name))
        return {name: self.sides[name] for name in ordered[count:]}


def bound_of(programme: Programme, gains: Mapping[str, Fraction], seconds: float | None) -> Bound:
    """
    Return the bound that the prices of the constraints give.

    The prices come from a linear programme and are believed in nothing: whatever they are, as long
    as they are zero or more, the bound that is reckoned with them in whole numbers holds.

    Args:
        programme: Of whole terms, bounds and sizes. Its own gains, which may be rounded, only lead
            to the prices.
        gains: What one of each column gains, exactly.
        seconds: Time for the linear programme; None is no end.

    Raises:
        ValueError: When a term, a bound or the size of a column is not whole.

    Source:
        Balas, Zemel (1980), An algorithm for large zero-one knapsack problems, Operations Research
        28: most columns are decided by their price alone.
    """
    prices = _prices(programme, seconds)
    if prices is None:
        return Bound()
    rest = {one.name: ceil(gains[one.name] * _FINE) for one in programme.columns}
    highest = 0
    for (number, sign), price in prices.items():
        row = programme.constraints[number]
        side = row.most if sign > 0 else row.least
        assert side is not None
        highest += sign * price * whole(side)
        for name, term in row.terms.items():
            rest[name] -= sign * price * whole(term)
    highest += sum(max(rest[one.name], 0) * whole(one.most) for one in programme.columns)
    decided = [one.name for one in programme.columns if one.is_whole and one.most == 1]
    return Bound(
        highest=highest,
        losses={name: abs(rest[name]) for name in decided},
        sides={name: int(rest[name] > 0) for name in decided},
        prices=prices,
    )


def without(programme: Programme, fixed: Mapping[str, int]) -> Programme:
    """Return the programme of the columns that are not fixed, with what the others leave."""
    if not fixed:
        return programme
    columns = tuple(one for one in programme.columns if one.name not in fixed)
    return Programme(columns=columns, constraints=_left_of(programme.constraints, fixed))


def more_of(
    programme: Programme, rows: Iterable[Constraint], fixed: Mapping[str, int]
) -> Programme:
    """Return a programme that is left when the columns are fixed, with more rows."""
    return attrs.evolve(programme, constraints=(*programme.constraints, *_left_of(rows, fixed)))


def _left_of(rows: Iterable[Constraint], fixed: Mapping[str, int]) -> tuple[Constraint, ...]:
    """Return what the rows demand of the columns that are not fixed; none that demands nothing."""
    found = []
    for row in rows:
        taken = sum(term * fixed[name] for name, term in row.terms.items() if name in fixed)
        left = Constraint(
            terms={name: term for name, term in row.terms.items() if name not in fixed},
            least=None if row.least is None else row.least - taken,
            most=None if row.most is None else row.most - taken,
        )
        if left.terms or not left.is_kept_by_zero:
            found.append(left)
    return tuple(found)


def _prices(programme: Programme, seconds: float | None) -> dict[tuple[int, int], int] | None:
    """Return the prices of constraints by number and side; None when there are none to be had."""
    if not programme.constraints or not programme.columns:
        return {}
    arrays = matrix(programme)
    has_most, has_least = np.isfinite(arrays.high), np.isfinite(arrays.low)
    with quiet():
        found = linprog(
            -arrays.gains,
            A_ub=vstack([arrays.terms[has_most], -arrays.terms[has_least]]),
            b_ub=np.concatenate([arrays.high[has_most], -arrays.low[has_least]]),
            bounds=np.column_stack([np.zeros(len(arrays.most)), arrays.most]),
            method="highs",
            options={} if seconds is None else {"time_limit": seconds},
        )
    if found.status != 0:
        return None
    found_prices = (max(0, round(-one * _FINE)) for one in found.ineqlin.marginals.tolist())
    sides = [(int(one), 1) for one in np.flatnonzero(has_most)]
    sides += [(int(one), -1) for one in np.flatnonzero(has_least)]
    return {side: price for side, price in zip(sides, found_prices, strict=True) if price}


def whole(number: float) -> int:
    """Return the number; raise ValueError when it is not whole."""
    if number != int(number):
        raise ValueError(f"Bounds take whole terms, sides and columns, but got {number}.")
    return int(number)
