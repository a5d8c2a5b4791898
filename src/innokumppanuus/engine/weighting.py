"""Weights that respect what a rule set knows of them: one vector, or a region by its corners."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TypeAlias

import attrs

from innokumppanuus.domain.criteria import Weighting, WeightingKind

Weights: TypeAlias = Mapping[str, Fraction]
"""Weight by item, summing to 1."""


@attrs.frozen(kw_only=True)
class Region:
    """
    All weights that respect a weighting, as the convex hull of its corners.

    Attributes:
        corners: Weight vectors, each summing to 1; one corner when the weights are given.
        bounds: Pairs of items: the first weighs at least as much as the second, or as nothing when
            the second is empty. They say the same as the corners.
        representative: The vector that totals are made with.
    """

    corners: tuple[Weights, ...]
    bounds: tuple[tuple[str, str], ...] = ()
    representative: Weights


def region(weighting: Weighting) -> Region:
    """
    Return the weights that *weighting* allows.

    With an order, every vector with weights falling from group to group is allowed, zero included.
    The corners are the even weightings of the sets that hold all earlier groups and some of the
    next one, of the first group one item: any allowed vector is a mean of these.

    Source:
        Barron, Barrett (1996), Decision quality using ranked attribute weights, Management
        Science 42: rank-order centroid. Within a group without order it is the mean over all
        orders of the group.
    """
    if weighting.kind is WeightingKind.WEIGHTS:
        whole = sum(weighting.weights.values())
        given = {item: weight / whole for item, weight in weighting.weights.items()}
        return Region(corners=(given,), representative=given)
    items = [item for group in weighting.order for item in group]
    return Region(
        corners=_corners(weighting.order, items),
        bounds=_bounds(weighting.order),
        representative=centroid(weighting.order),
    )


def centroid(order: Sequence[Sequence[str]]) -> Weights:
    """Return the rank-order centroid of *order*, exact; a group shares its places evenly."""
    count = sum(len(group) for group in order)
    place_weights = [
        sum((Fraction(1, place) for place in range(first, count + 1)), Fraction(0)) / count
        for first in range(1, count + 1)
    ]
    weights: dict[str, Fraction] = {}
    for group in order:
        start = len(weights)
        mean = sum(place_weights[start : start + len(group)], Fraction(0)) / len(group)
        weights.update(dict.fromkeys(group, mean))
    return weights


def total(weights: Weights, scores: Mapping[str, Fraction]) -> Fraction:
    """Return the weighted sum of *scores*; every item of *weights* must have a score."""
    return sum((weight * scores[item] for item, weight in weights.items()), Fraction(0))


def _corners(order: Sequence[Sequence[str]], items: Sequence[str]) -> tuple[Weights, ...]:
    corners: list[Weights] = []
    above: tuple[str, ...] = ()
    for group in order:
        largest = len(group) if above else 1
        for size in range(1, largest + 1):
            corners.extend(_even((*above, *some), items) for some in combinations(group, size))
        above = (*above, *group)
    return tuple(corners)


def _bounds(order: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    pairs = [(high, low) for above, below in pairwise(order) for high in above for low in below]
    return (*pairs, *((item, "") for item in order[-1]))


def _even(holders: Sequence[str], items: Sequence[str]) -> Weights:
    share = Fraction(1, len(holders))
    return {item: share if item in holders else Fraction(0) for item in items}
