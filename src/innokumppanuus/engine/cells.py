"""
Exact counting over a cone of weights: how many linear conditions can hold together.

A cone is held by its extreme rays in whole numbers (double description method), so that no rounding
decides a rank. Not a general linear programme.

Source:
    Motzkin, Raiffa, Thompson, Thrall (1953), The double description method; adjacency by the
    combinatorial test of Fukuda, Prodon (1996).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

import attrs

Row: TypeAlias = tuple[int, ...]
_Ray: TypeAlias = tuple[Row, int]
"""A ray and the bit mask of the conditions that it meets with equality."""


@attrs.frozen(kw_only=True)
class Cone:
    """
    A pointed cone in whole numbers.

    Attributes:
        rays: (rays × dimensions): its extreme rays.
        facets: (facets × dimensions): the conditions "zero or more" that bound it.
    """

    rays: tuple[Row, ...]
    facets: tuple[Row, ...]


def most_together(rows: Sequence[Sequence[Fraction]], cone: Cone) -> int:
    """
    Return the largest number of *rows* that can be zero or more at one and the same point.

    Args:
        rows: (conditions × dimensions): a condition is that its product with the point is zero or
            more.
        cone: Where the point may be, but for its apex.

    Source:
        Branch and bound over the cells of the arrangement; both sides of a condition are closed,
        which loses nothing because equality counts as holding.
    """
    if not rows:
        return 0
    conditions = [whole(row) for row in rows]
    rays = [(ray, _tight(ray, cone.facets)) for ray in cone.rays]
    at_rays = max(sum(_dot(row, ray) >= 0 for row in conditions) for ray in cone.rays)
    return _search(rays, conditions, len(cone.facets), 0, at_rays)


def _search(rays: list[_Ray], rows: list[Row], bit: int, held: int, best: int) -> int:
    open_rows: list[tuple[int, Row]] = []
    for row in rows:
        signs = [_dot(row, ray) for ray, _ in rays]
        if min(signs) >= 0:
            held += 1
        elif max(signs) >= 0:
            open_rows.append((sum(sign >= 0 for sign in signs), row))
    if held + len(open_rows) <= best:
        return best
    if not open_rows:
        return held
    open_rows.sort()
    row, rest = open_rows[0][1], [row for _, row in open_rows[1:]]
    best = _search(_cut(rays, row, bit), rest, bit + 1, held + 1, best)
    other = tuple(-value for value in row)
    return _search(_cut(rays, other, bit), rest, bit + 1, held, best)


def _cut(rays: list[_Ray], row: Row, bit: int) -> list[_Ray]:
    """Return the rays of the part of the cone where *row* is zero or more; never empty here."""
    signed = [(_dot(row, ray), ray, tight) for ray, tight in rays]
    kept = [
        (ray, tight | (1 << bit) if value == 0 else tight)
        for value, ray, tight in signed
        if value >= 0
    ]
    above = [one for one in signed if one[0] > 0]
    below = [one for one in signed if one[0] < 0]
    for high, high_ray, high_tight in above:
        for low, low_ray, low_tight in below:
            common = high_tight & low_tight
            if _adjacent(common, high_ray, low_ray, rays):
                between = tuple(high * b - low * a for a, b in zip(high_ray, low_ray, strict=True))
                kept.append((_reduced(between), common | (1 << bit)))
    return kept


def _adjacent(common: int, first: Row, second: Row, rays: list[_Ray]) -> bool:
    return not any(
        tight & common == common and ray != first and ray != second for ray, tight in rays
    )


def whole(row: Sequence[Fraction]) -> Row:
    """Return the row in the smallest whole numbers of the same ratios."""
    scale = lcm(*(value.denominator for value in row))
    return _reduced(tuple(int(value * scale) for value in row))


def _reduced(row: Row) -> Row:
    common = gcd(*row)
    return tuple(value // common for value in row) if common > 1 else row


def _dot(first: Row, second: Row) -> int:
    return sum(a * b for a, b in zip(first, second, strict=True))


def _tight(ray: Row, facets: Sequence[Row]) -> int:
    return sum(1 << bit for bit, facet in enumerate(facets) if _dot(facet, ray) == 0)
