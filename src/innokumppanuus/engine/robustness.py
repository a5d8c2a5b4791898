"""How far a result depends on weights that nobody has stated: rank ranges and corners."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from innokumppanuus.domain.selection import Corner, Portfolio
from innokumppanuus.engine.cells import most_together
from innokumppanuus.engine.weighting import Region, Weights, total

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
        cut out of the region; `engine.cells` finds its extremes without rounding.
    """
    at_corners = {
        one: tuple(total(corner, items) for corner in weights.corners)
        for one, items in scores.items()
    }
    known: dict[tuple[Fraction, ...], tuple[int, int]] = {}
    for values in at_corners.values():
        if values not in known:
            known[values] = _range(values, list(at_corners.values()))
    return {one: known[values] for one, values in at_corners.items()}


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


def _range(mine: Sequence[Fraction], everyone: Sequence[Sequence[Fraction]]) -> tuple[int, int]:
    count = len(everyone)
    above = [_difference(mine, other) for other in everyone]
    below = [_difference(other, mine) for other in everyone]
    return count - most_together(above) + 1, most_together(below)


def _difference(first: Sequence[Fraction], second: Sequence[Fraction]) -> list[Fraction]:
    return [a - b for a, b in zip(first, second, strict=True)]
