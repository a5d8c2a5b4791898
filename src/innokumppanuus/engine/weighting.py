"""Weights that respect what a rule set knows of them: one vector, or a region by its corners."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

import attrs

from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.volumes import extent, full_coordinates

Weights: TypeAlias = Mapping[str, Fraction]
"""Weight by item, summing to 1."""


@attrs.frozen(kw_only=True)
class Region:
    """
    All weights that respect a weighting, as the convex hull of its corners.

    Attributes:
        corners: Weight vectors, each summing to 1; one corner when the weights are given.
        allowed: The conditions that say the same as the corners.
        representative: The vector that totals are made with.
    """

    corners: tuple[Weights, ...]
    allowed: WeightRegion
    representative: Weights


def region(weighting: Weighting, items: Sequence[str] = ()) -> Region:
    """
    Return the weights that *weighting* allows.

    With an order, every vector with weights falling from group to group is allowed, zero included.
    The corners are the even weightings of the sets that hold all earlier groups and some of the
    next one, of the first group one item: any allowed vector is a mean of these. Of other regions
    the corners are reckoned from their conditions, and totals are made with the centre of gravity,
    unless the weighting gives weights to make them with; a panel's are the mean of its members'.

    Args:
        weighting: Its conditions contradict neither each other nor its weights.
        items: What is weighed; a weighting that need not name everything needs it.

    Source:
        Barron, Barrett (1996), Decision quality using ranked attribute weights, Management
        Science 42: rank-order centroid. It is the centre of gravity of the weights that respect an
        order; within a group without order it is the mean over all orders of the group.
    """
    if weighting.kind is WeightingKind.WEIGHTS:
        given = _shares(weighting.weights)
        return Region(corners=(given,), allowed=WeightRegion.exact(given), representative=given)
    if weighting.kind is WeightingKind.ORDER and not (weighting.intervals or weighting.ratios):
        named = [item for group in weighting.order for item in group]
        return Region(
            corners=_corners(weighting.order, named),
            allowed=WeightRegion.order(weighting.order),
            representative=centroid(weighting.order),
        )
    allowed = WeightRegion.of(weighting, items)
    return Region(
        corners=allowed.vertices(),
        allowed=allowed,
        representative=_representative(weighting, allowed),
    )


def centre(allowed: WeightRegion) -> Weights:
    """
    Return the centre of gravity of the weights allowed, exact.

    Raises:
        InvalidValue: When the region has too many corners for it.
    """
    cone = allowed.cone()
    found = extent(cone, full_coordinates(cone))
    assert found is not None
    return dict(zip(allowed.items, found.centre, strict=True))


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


def _representative(weighting: Weighting, allowed: WeightRegion) -> Weights:
    if weighting.kind is WeightingKind.PANEL:
        members = [_shares(given) for given in weighting.panel.values()]
        sums = {item: sum((one[item] for one in members), Fraction(0)) for item in allowed.items}
        return {item: value / len(members) for item, value in sums.items()}
    return _shares(weighting.weights) if weighting.weights else centre(allowed)


def _shares(weights: Weights) -> Weights:
    whole = sum(weights.values())
    return {item: weight / whole for item, weight in weights.items()}


def _even(holders: Sequence[str], items: Sequence[str]) -> Weights:
    share = Fraction(1, len(holders))
    return {item: share if item in holders else Fraction(0) for item in items}
