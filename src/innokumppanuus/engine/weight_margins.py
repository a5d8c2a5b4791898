"""How much the weights may change before another set is as good, exactly. It draws nothing."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from innokumppanuus.domain.selection import Portfolio
from innokumppanuus.domain.standing import WeightLatitude, WeightShift
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.engine.weighting import Weights

_Gaps: TypeAlias = Mapping[str, Fraction]
"""By item: by how much the scores of another set are above those of the chosen one."""

_ONE = Fraction(1)


def weight_latitudes(grounds: Grounds) -> tuple[WeightLatitude, ...]:
    """
    Return for each item between which weights the chosen set stays among the best.

    The other weights keep their proportions; when there is but one weight, others share evenly.

    Source:
        By how much another set is better is convex in the weight, so that steps along its slopes
        from the far end come to the edge and stop there (Newton; Dinkelbach 1967, On nonlinear
        fractional programming, Management Science 13).
    """
    own, known = grounds.scores_of(grounds.chosen), list[_Gaps]()
    return tuple(
        WeightLatitude(
            item=item,
            weight=weight,
            least=_edge(grounds, own, item, Fraction(0), known),
            most=_edge(grounds, own, item, _ONE, known),
        )
        for item, weight in grounds.weights.items()
    )


def smallest_shift(grounds: Grounds) -> WeightShift:
    """
    Return the smallest weight that, moved from items to others, makes another set as good.

    Weights stay at zero or above. A shift is half the sum of the changes of all weights.

    Source:
        By how much another set is better is convex in the weights, so that a set which is best at
        every corner of the ball around them is best inside. Where it is not, the ball shrinks to
        the nearest weights at which the better set draws level.
    """
    own = grounds.scores_of(grounds.chosen)
    known: list[Portfolio] = []
    shift, weights, best = _ONE, None, grounds.chosen
    while True:
        better = _better_at_a_corner(grounds, own, shift, known)
        if better is None:
            break
        nearest = _nearest(grounds.weights, _gaps(grounds, better, own))
        assert nearest is not None  # it is better at some weights
        (shift, weights), best = nearest, better
        known.append(better)
    if weights is None:
        return WeightShift(shift=None)
    return WeightShift(shift=shift, weights=weights, applications=best.applications)


def moved(weights: Weights, item: str, weight: Fraction) -> Weights:
    """Return the weights with that of *item* changed and the others in proportion."""
    left, others = _ONE - weight, _ONE - weights[item]
    count = len(weights) - 1
    return {
        one: weight if one == item else (value / others * left if others else Fraction(left, count))
        for one, value in weights.items()
    }


def _edge(grounds: Grounds, own: _Gaps, item: str, end: Fraction, known: list[_Gaps]) -> Fraction:
    """Return how far towards *end* the weight of the item may go; *known* grows by what is met."""
    at, start = end, grounds.weights[item]
    if len(grounds.weights) == 1:
        return start
    while at != start:
        weights = moved(grounds.weights, item, at)
        better = next((one for one in known if _dot(one, weights) > 0), None)
        if better is None:
            better = _gaps(grounds, _best(grounds, weights), own)
            known.append(better)
        above = _dot(better, weights)
        if above <= 0:
            return at
        # Along this line the gap is linear, and at the weight as it is, it is zero or below.
        here = _dot(better, grounds.weights)
        at = start + (at - start) * here / (here - above)
    return at


def _better_at_a_corner(
    grounds: Grounds, own: _Gaps, shift: Fraction, known: list[Portfolio]
) -> Portfolio | None:
    for corner in _corners(grounds.weights, shift):
        for one in known:
            if _dot(_gaps(grounds, one, own), corner) > 0:
                return one
        best = _best(grounds, corner)
        if _dot(_gaps(grounds, best, own), corner) > 0:
            return best
    return None


def _corners(weights: Weights, shift: Fraction) -> Iterator[Weights]:
    """Yield weights that some linear value is highest at among those within the shift.

    All that moves goes to one item; it comes from items that are emptied, and a rest from one.
    """
    for to in weights:
        others = [one for one in weights if one != to]
        if sum(weights[one] for one in others) <= shift:
            yield {one: Fraction(one == to) for one in weights}
            continue
        for size in range(len(others)):
            for emptied in combinations(others, size):
                rest = shift - sum(weights[one] for one in emptied)
                if rest < 0:
                    continue
                for last in others:
                    if last not in emptied and rest <= weights[last]:
                        changed = {**weights, **dict.fromkeys(emptied, Fraction(0))}
                        changed[last] -= rest
                        changed[to] += shift
                        yield changed


def _nearest(weights: Weights, gaps: _Gaps) -> tuple[Fraction, Weights] | None:
    """Return the smallest shift at which the gaps come to zero, and the weights there."""
    lack = -_dot(gaps, weights)
    to = max(gaps, key=lambda one: (gaps[one], one))
    found, shift = dict(weights), Fraction(0)
    for one in sorted(gaps, key=lambda each: (gaps[each], each)):
        rise = gaps[to] - gaps[one]
        if lack <= 0:
            break
        if rise <= 0:
            return None
        amount = min(found[one], lack / rise)
        found[one] -= amount
        found[to] += amount
        shift += amount
        lack -= amount * rise
    return None if lack > 0 else (shift, found)


def _best(grounds: Grounds, weights: Weights) -> Portfolio:
    best = grounds.sets.highest(grounds.weighed(weights), grounds.limits)
    assert best is not None  # the chosen set keeps the limits
    return best


def _gaps(grounds: Grounds, one: Portfolio, own: _Gaps) -> _Gaps:
    scores = grounds.scores_of(one)
    return {item: scores[item] - own[item] for item in own}


def _dot(gaps: _Gaps, weights: Weights) -> Fraction:
    return sum((gaps[item] * weights[item] for item in weights), Fraction(0))
