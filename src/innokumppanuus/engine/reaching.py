"""
How many of many points each one can reach at once over a cone of weights, without rounding.

It knows points in whole numbers, no applications and no ranks.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import mul, sub
from typing import Final

import attrs

from innokumppanuus.domain.cones import Cone, Ray, Row, halves
from innokumppanuus.engine.cells import most_within

_FEW: Final = 40
"""So many questions that a cell leaves open are answered one by one."""
_PLANE: Final = 3
"""In a plane a cut makes two new rays at most; in more dimensions cells shared by all cost more."""

_KEPT: Final = 60
"""At so many rays totals are kept compared; of thousands of points each takes a megabyte."""

_Question = tuple[int, int]
"""0 for what a point reaches or 1 for what reaches it, and the number of the point."""
_Totals = tuple[list[int], list[int]]
"""At one ray, by point, as bit masks of points: those at or below it, and those at or above it."""


@attrs.frozen
class Reach:
    """
    How far one point comes among all.

    Attributes:
        over: The most points, itself included, that its total is at or above at once.
        under: The most that its total is at or below at once.
    """

    over: int
    under: int


def reaches(points: Sequence[Row], cone: Cone) -> tuple[Reach, ...]:
    """
    Return for each point how many its total can be at or above, and at or below, at once.

    Args:
        points: (points × dimensions); the total is their product with the weights.
        cone: The weights that are allowed, but for its apex.

    Source:
        Branch and bound over the cells of the arrangement of planes "equal total". What is known at
        the rays of a cell is known of all points together; where little is left open, each point
        is looked at alone.
    """
    field = _Field(points)
    everyone = [(side, number) for side in (0, 1) for number in _distinct(points)]
    cells = [(cone.marked(), len(cone.facets), everyone)]
    while cells:
        rays, bit, asked = cells.pop()
        open_ones = list(field.left_open([ray for ray, _ in rays], asked))
        is_shared = len(points[0]) <= _PLANE and len(open_ones) > _FEW
        plane = max((one for one in open_ones if one.parts), key=_parts, default=None)
        if not is_shared or plane is None:
            for one in open_ones:
                field.settle(one, rays, bit)
            continue
        inside, outside, between = halves(rays, field.plane(plane, rays), bit)
        left = [(one.side, one.number) for one in open_ones]
        cells.append(([*outside, *between], bit + 1, left))
        cells.append(([*inside, *between], bit + 1, left))
    first = {point: number for number, point in reversed(list(enumerate(points)))}
    return tuple(field.reach(first[point]) for point in points)


@attrs.frozen(kw_only=True)
class _Open:
    """
    A question that the rays of a cell do not answer.

    Attributes:
        side: See `_Question`.
        number: The point.
        held: So many are reached everywhere in the cell.
        some: Those reached somewhere at its rays and not at others, as a bit mask.
        parts: Those of them whose plane goes through the inside of the cell.
    """

    side: int
    number: int
    held: int
    some: int
    parts: int


class _Field:
    """The points, their totals at the rays seen last, and the most found for each."""

    def __init__(self, points: Sequence[Row]) -> None:
        self._points = points
        self._totals: dict[Row, _Totals] = {}
        self._best: tuple[list[int], list[int]] = ([0] * len(points), [0] * len(points))

    def reach(self, number: int) -> Reach:
        return Reach(self._best[0][number], self._best[1][number])

    def left_open(self, rays: Sequence[Row], asked: Iterable[_Question]) -> Iterator[_Open]:
        """Yield what may still come to more in the cell of the rays; note what is answered."""
        totals = [self._at(ray) for ray in rays]
        for side, number in asked:
            everywhere, somewhere, strictly = ~0, 0, 0
            for one in totals:
                mask = one[side][number]
                everywhere &= mask
                somewhere |= mask
                strictly |= ~one[1 - side][number]
            if somewhere.bit_count() <= self._best[side][number]:
                continue
            some, held = somewhere ^ everywhere, everywhere.bit_count()
            if not some:
                self._best[side][number] = held
                continue
            yield _Open(side=side, number=number, held=held, some=some, parts=some & strictly)

    def plane(self, one: _Open, rays: Sequence[Ray]) -> Row:
        """Return the difference of the point and another one that parts the rays most evenly."""
        totals = [self._at(ray)[one.side][one.number] for ray, _ in rays]

        def unevenness(other: int) -> int:
            return abs(2 * sum(mask >> other & 1 for mask in totals) - len(totals))

        return self._difference(one, min(_members(one.parts), key=unevenness))

    def settle(self, one: _Open, rays: Sequence[Ray], bit: int) -> None:
        """Answer the question in the cell."""
        rows = [self._difference(one, other) for other in _members(one.some)]
        best = self._best[one.side]
        found = one.held + most_within(rays, rows, bit, best[one.number] - one.held)
        best[one.number] = max(best[one.number], found)

    def _difference(self, one: _Open, other: int) -> Row:
        """Return what is zero or more where the other one is reached."""
        mine, its = self._points[one.number], self._points[other]
        return tuple(map(sub, its, mine) if one.side else map(sub, mine, its))

    def _at(self, ray: Row) -> _Totals:
        if ray not in self._totals:
            if len(self._totals) >= _KEPT:
                del self._totals[next(iter(self._totals))]
            totals = [sum(map(mul, point, ray)) for point in self._points]
            found = self._totals[ray] = _compared(totals)
            for side, best in enumerate(self._best):
                counts = (mask.bit_count() for mask in found[side])
                best[:] = map(max, best, counts)
        return self._totals[ray]


def _compared(totals: Sequence[int]) -> _Totals:
    everyone, below = (1 << len(totals)) - 1, 0
    over, under = [0] * len(totals), [0] * len(totals)
    ordered = sorted(range(len(totals)), key=totals.__getitem__)
    for _, equal in groupby(ordered, key=totals.__getitem__):
        group = tuple(equal)
        upto = below | sum(1 << number for number in group)
        for number in group:
            over[number], under[number] = upto, everyone ^ below
        below = upto
    return over, under


def _distinct(points: Sequence[Row]) -> list[int]:
    """Return the number of the first of equal points."""
    return sorted({point: number for number, point in reversed(list(enumerate(points)))}.values())


def _members(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def _parts(one: _Open) -> tuple[int, int, int]:
    return one.parts.bit_count(), one.side, one.number
