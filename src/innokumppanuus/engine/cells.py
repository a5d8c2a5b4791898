"""
Exact counting over a cone of weights: how many linear conditions can hold together.

A cone is held by its extreme rays in whole numbers, so that no rounding decides a rank. Not a
general linear programme.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from innokumppanuus.domain.cones import Cone, Ray, Row, dot, halves, whole

_Known = tuple[Row, int]
"""A condition and the bit mask of the rays, by their number, at which it holds."""
_Numbered = list[tuple[Ray, int]]
"""Rays, each with the bit of its number."""


def most_together(rows: Sequence[Sequence[Fraction | int]], cone: Cone) -> int:
    """
    Return the largest number of *rows* that can be zero or more at one and the same point.

    Args:
        rows: (conditions × dimensions): a condition is that its product with the point is zero or
            more.
        cone: Where the point may be, but for its apex.
    """
    conditions = [whole(row) for row in rows]
    return most_within(cone.marked(), conditions, len(cone.facets))


def most_within(rays: Sequence[Ray], rows: Iterable[Row], bit: int, known: int = 0) -> int:
    """
    Return *known*, or the largest number of *rows* that hold at one point if that is larger.

    Args:
        rays: Extreme rays of the cone where the point may be, but for its apex.
        rows: Conditions "zero or more".
        bit: The number of the next facet.
        known: What is reached anyway; less is not looked for.

    Source:
        Branch and bound over the cells of the arrangement; both sides of a condition are closed,
        which loses nothing because equality counts as holding.
    """
    numbered = [(ray, 1 << number) for number, ray in enumerate(rays)]
    told = [(row, _holds_at(row, numbered)) for row in rows]
    reached = (sum(mask & one > 0 for _, mask in told) for _, one in numbered)
    best = max(known, max(reached, default=0))
    cells = [(numbered, told, bit, 0)]
    while cells:
        numbered, told, bit, held = cells.pop()
        everywhere = sum(one for _, one in numbered)
        open_rows = []
        for row, mask in told:
            here = mask & everywhere
            if here == everywhere:
                held += 1
            elif here:
                open_rows.append((row, here))
        if held + len(open_rows) <= best:
            continue
        if not open_rows:
            best = held
            continue
        # Where it holds at the fewest rays, most is decided by one cut.
        place = min(range(len(open_rows)), key=lambda one: open_rows[one][1].bit_count())
        row, _ = open_rows.pop(place)
        inside, outside, new = _parted(numbered, row, bit)
        rest = [(one, here | _holds_at(one, new)) for one, here in open_rows]
        cells.append((outside, rest, bit + 1, held))
        cells.append((inside, rest, bit + 1, held + 1))
    return best


def _parted(numbered: _Numbered, row: Row, bit: int) -> tuple[_Numbered, _Numbered, _Numbered]:
    """Return the rays on either side of a row, new ones included, and the new ones."""
    inside, outside, between = halves([ray for ray, _ in numbered], row, bit)
    free = max(one for _, one in numbered).bit_length()
    new = [(ray, 1 << number) for number, ray in enumerate(between, start=free)]
    bits = {ray: one for (ray, _), one in numbered}
    return (
        [*((ray, bits[ray[0]]) for ray in inside), *new],
        [*((ray, bits[ray[0]]) for ray in outside), *new],
        new,
    )


def _holds_at(row: Row, numbered: _Numbered) -> int:
    return sum(one for (ray, _), one in numbered if dot(row, ray) >= 0)
