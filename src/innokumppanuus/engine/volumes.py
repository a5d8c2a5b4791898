"""
Exact volumes and centres of regions of weights, from the rays of their cones.

A region is cut into simplices by pulling its corners one after the other; volumes are reckoned over
coordinates in which the region is full, so that they compare within one region only.

Source:
    Büeler, Enge, Fukuda (2000), Exact volume computation for polytopes: a practical study
    (pulling triangulation).
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.cones import Cone, Row
from innokumppanuus.errors import InvalidValue

MOST_SIMPLICES: Final = 5_000
"""A region that falls into more is not reckoned exactly: seconds are too long."""

_Marked = Sequence[tuple[Row, int]]


@attrs.frozen(kw_only=True)
class Extent:
    """
    How much of the space of weights a region takes (painoalueen koko).

    Attributes:
        volume: Comparable between parts of one region that have its dimension.
        centre: Centre of gravity, summing to 1, in the order of the cone.
    """

    volume: Fraction
    centre: tuple[Fraction, ...]


@attrs.frozen(kw_only=True)
class Simplex:
    """
    A part of a region that has as few corners as it can (simpleksi).

    Attributes:
        volume: Comparable between the parts of one region.
        corners: (corners × items): weights that sum to 1.
    """

    volume: Fraction
    corners: tuple[tuple[Fraction, ...], ...]


def full_coordinates(cone: Cone) -> tuple[int, ...]:
    """Return the places of coordinates that tell the points of the cone's linear hull apart."""
    return _pivots(cone.rays)


def extent(cone: Cone, coordinates: Sequence[int]) -> Extent | None:
    """
    Return volume and centre of the weights of the cone; None when it is thinner than asked.

    Args:
        cone: Of weights that sum to 1.
        coordinates: As many as the region has dimensions with the apex; see `full_coordinates`.

    Raises:
        InvalidValue: When it falls into too many simplices.
    """
    if len(_pivots(cone.rays)) < len(coordinates):
        return None
    volume = Fraction(0)
    moment = [Fraction(0)] * len(cone.rays[0])
    for part in parts_of(cone, coordinates):
        volume += part.volume
        for place in range(len(moment)):
            total = sum((point[place] for point in part.corners), Fraction(0))
            moment[place] += part.volume * total / len(part.corners)
    return Extent(volume=volume, centre=tuple(one / volume for one in moment))


def parts_of(cone: Cone, coordinates: Sequence[int] | None = None) -> Iterator[Simplex]:
    """
    Yield simplices that the weights of the cone fall into; they overlap in their sides only.

    Args:
        cone: Of weights that sum to 1; not empty.
        coordinates: See `extent`; None takes those of the cone itself.

    Raises:
        InvalidValue: When they are too many.
    """
    places = full_coordinates(cone) if coordinates is None else coordinates
    for number, simplex in enumerate(_simplices(cone.marked(), len(places))):
        if number >= MOST_SIMPLICES:
            raise InvalidValue("weight-corners", most=MOST_SIMPLICES)
        corners = tuple(_point(ray) for ray in simplex)
        size = abs(_determinant([[point[place] for place in places] for point in corners]))
        yield Simplex(volume=size, corners=corners)


def _simplices(marked: _Marked, dimensions: int) -> Iterator[list[Row]]:
    """Yield the simplices of a face, each as its rays; the first ray is in all of them."""
    if len(marked) == dimensions:
        yield [ray for ray, _ in marked]
        return
    apex, apex_mask = marked[0]
    common = ~0
    for _, mask in marked:
        common &= mask
    seen: set[tuple[Row, ...]] = set()
    bits = max(mask.bit_length() for _, mask in marked)
    for bit in range(bits):
        here = 1 << bit
        if apex_mask & here or common & here:
            continue
        side = [(ray, mask) for ray, mask in marked if mask & here]
        rays = tuple(ray for ray, _ in side)
        if len(rays) < dimensions - 1 or rays in seen:
            continue
        seen.add(rays)
        if len(_pivots(rays)) == dimensions - 1:
            for simplex in _simplices(side, dimensions - 1):
                yield [apex, *simplex]


def _pivots(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the pivot columns of the rows: as many as their rank."""
    left = [list(row) for row in rows]
    pivots: list[int] = []
    for column in range(len(rows[0]) if rows else 0):
        place = next((i for i, row in enumerate(left) if row[column]), None)
        if place is None:
            continue
        pivot = left.pop(place)
        pivots.append(column)
        left = [
            [a * pivot[column] - b * row[column] for a, b in zip(row, pivot, strict=True)]
            for row in left
        ]
    return tuple(pivots)


def _determinant(rows: list[list[Fraction]]) -> Fraction:
    result = Fraction(1)
    while rows:
        place = next((i for i, row in enumerate(rows) if row[0]), None)
        if place is None:
            return Fraction(0)
        pivot = rows.pop(place)
        result *= pivot[0] * (-1) ** place
        rows = [
            [a - b * row[0] / pivot[0] for a, b in zip(row[1:], pivot[1:], strict=True)]
            for row in rows
        ]
    return result


def _point(ray: Row) -> tuple[Fraction, ...]:
    whole = sum(ray)
    return tuple(Fraction(one, whole) for one in ray)
