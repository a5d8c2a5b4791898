"""How far a result depends on weights that nobody has stated: rank ranges and corners."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from innokumppanuus.domain.cones import Cone, whole
from innokumppanuus.domain.selection import Corner, Portfolio
from innokumppanuus.engine.reaching import reaches
from innokumppanuus.engine.weighting import Region, Weights

Scores = Mapping[str, Mapping[str, Fraction]]
"""Score by application and item."""


def rank_ranges(scores: Scores, weights: Region) -> dict[str, tuple[int, int]]:
    """
    Return the best and the worst rank of each application over all weights of the region, exact.

    Ties count in the application's favour for its best rank and against it for its worst, so two
    equal applications both range over both ranks. Applications with equal scores share a range.

    Args:
        scores: Every application has a score for every item.
        weights: The weights that are allowed.

    Source:
        The count of those above is piecewise constant over the cells that the lines "equal total"
        cut out of the region; `engine.reaching` finds its extremes without rounding.
    """
    items = tuple(weights.representative)
    points = {one: tuple(given[item] for item in items) for one, given in scores.items()}
    if len(weights.corners) == 1:
        return _ranks(points, [weights.corners[0][item] for item in items])
    cone = _cone(weights, items)
    scale = lcm(*(score.denominator for point in points.values() for score in point))
    rows = {one: tuple(int(score * scale) for score in point) for one, point in points.items()}
    reached = reaches(list(rows.values()), cone)
    count = len(rows)
    return {
        one: (count - found.over + 1, found.under) for one, found in zip(rows, reached, strict=True)
    }


def corners(
    weights: Region,
    best_sets: Callable[[Weights], tuple[Portfolio, ...]],
    chosen: Portfolio | None,
) -> tuple[Corner, ...]:
    """
    Return what would be chosen at each corner of the region.

    Args:
        weights: The weights that are allowed.
        best_sets: Gives every best set with the weights it is given.
        chosen: The set that was chosen, or None.
    """
    found = []
    for corner in weights.corners:
        portfolios = best_sets(corner)
        members = {portfolio.applications for portfolio in portfolios}
        holds = chosen is not None and chosen.applications in members
        found.append(Corner(weights=corner, portfolios=portfolios, holds=holds))
    return tuple(found)


def _cone(weights: Region, items: Sequence[str]) -> Cone:
    """Return the region as a cone over *items*; how long a ray is makes no difference."""
    rays = tuple(whole([corner[item] for item in items]) for corner in weights.corners)
    allowed = weights.allowed.over(items)
    rows = tuple(allowed.homogeneous(row) for row in allowed.rows)
    return Cone(rays=rays, facets=(*Cone.orthant(len(items)).facets, *rows))


def _ranks(
    points: Mapping[str, Sequence[Fraction]], weights: Sequence[Fraction]
) -> dict[str, tuple[int, int]]:
    values = {
        one: sum((w * s for w, s in zip(weights, point, strict=True)), Fraction(0))
        for one, point in points.items()
    }
    return {
        one: (
            1 + sum(other > mine for other in values.values()),
            sum(other >= mine for other in values.values()),
        )
        for one, mine in values.items()
    }
