"""
Cones of weights in whole numbers: their extreme rays, cut by one condition after the other.

No rounding anywhere. Not a general linear programme.

Source:
    Motzkin, Raiffa, Thompson, Thrall (1953), The double description method; adjacency by the
    combinatorial test of Fukuda, Prodon (1996).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from operator import mul
from typing import TypeAlias

import attrs

Row: TypeAlias = tuple[int, ...]
Ray: TypeAlias = tuple[Row, int]
"""A ray and the bit mask of the conditions that it meets with equality."""


@attrs.frozen(kw_only=True)
class Cone:
    """
    A pointed cone in whole numbers (kartio).

    Attributes:
        rays: (rays × dimensions): its extreme rays.
        facets: (facets × dimensions): the conditions "zero or more" that bound it.
    """

    rays: tuple[Row, ...]
    facets: tuple[Row, ...]

    @classmethod
    def orthant(cls, dimensions: int) -> "Cone":
        """Return all that is zero or more in each of the dimensions."""
        units = tuple(tuple(int(i == j) for j in range(dimensions)) for i in range(dimensions))
        return cls(rays=units, facets=units)

    def where(self, row: Row) -> "Cone":
        """Return the part where the product with *row* is zero or more; without rays if none is."""
        facets = (*self.facets, row)
        rays = cut(self.marked(), row, len(self.facets))
        return Cone(rays=tuple(ray for ray, _ in rays), facets=facets)

    def marked(self) -> list[Ray]:
        """Return each ray with the facets that it lies on."""
        return [(ray, tight(ray, self.facets)) for ray in self.rays]


def cut(rays: Sequence[Ray], row: Row, bit: int) -> list[Ray]:
    """Return the extreme rays of the part of a cone where *row*, condition *bit*, is kept."""
    inside, _, between = halves(rays, row, bit)
    return [*inside, *between]


def halves(rays: Sequence[Ray], row: Row, bit: int) -> tuple[list[Ray], list[Ray], list[Ray]]:
    """
    Return a cone in two, by the plane where *row* is zero.

    Args:
        rays: Its extreme rays.
        row: The condition whose plane it is.
        bit: Its number.

    Returns:
        The rays where the row is zero or more, those where it is zero or less, and the new rays in
        the plane, which either half has besides.
    """
    signed = [(dot(row, ray), ray, mask) for ray, mask in rays]
    plane = 1 << bit
    inside = [(ray, mask if value else mask | plane) for value, ray, mask in signed if value >= 0]
    outside = [(ray, mask if value else mask | plane) for value, ray, mask in signed if value <= 0]
    above = [one for one in signed if one[0] > 0]
    below = [one for one in signed if one[0] < 0]
    least = len(row) - 2  # adjacent rays share at least so many facets, or the plane between them
    between = []
    for high, high_ray, high_mask in above:
        for low, low_ray, low_mask in below:
            common = high_mask & low_mask
            if common.bit_count() >= least and _adjacent(common, high_ray, low_ray, rays):
                new = tuple([high * b - low * a for a, b in zip(high_ray, low_ray, strict=True)])
                between.append((_reduced(new), common | plane))
    return inside, outside, between


def whole(row: Sequence[Fraction | int]) -> Row:
    """Return the row in the smallest whole numbers of the same ratios."""
    scale = lcm(*(value.denominator for value in row))
    return _reduced(tuple(int(value * scale) for value in row))


def dot(first: Row, second: Row) -> int:
    """Return the product of two rows of the same length."""
    # Millions of these are reckoned for one ranking: a generator takes four times as long.
    return sum(map(mul, first, second))


def tight(ray: Row, facets: Sequence[Row]) -> int:
    """Return the bit mask of the facets that the ray lies on."""
    return sum(1 << bit for bit, facet in enumerate(facets) if dot(facet, ray) == 0)


def _adjacent(common: int, first: Row, second: Row, rays: Sequence[Ray]) -> bool:
    return not any(mask & common == common and ray != first and ray != second for ray, mask in rays)


def _reduced(row: Row) -> Row:
    common = gcd(*row)
    return tuple(value // common for value in row) if common > 1 else row
