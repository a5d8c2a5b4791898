"""Between what scores lie, from what the evaluators gave. It changes no score."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import isqrt
from typing import Final

from innokumppanuus.domain.assessment import Assessment, ItemScore
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.criteria import Scale
from innokumppanuus.domain.score_bands import ScoreBand, Spread

ROOT_PARTS: Final = 10**6
"""A standard deviation is rounded up to a whole number of these parts of a point."""


def bands_of(call: Call, assessments: Iterable[Assessment], spread: Spread) -> list[ScoreBand]:
    """
    Return the band of each complete assessment, by application.

    A band holds the score that the assessment came to and stays on the scale. What nobody or only
    one evaluator has scored, as a factor that scores itself, is exact: one score has no spread.
    """
    scales = {item.id: call.scale_of(item) for item in call.scored()}
    bands = [_band(one, scales, spread) for one in assessments if one.is_complete]
    return sorted(bands, key=lambda band: band.application)


def exact_bands(scores: Mapping[str, Mapping[str, Fraction]]) -> list[ScoreBand]:
    """Return the bands of scores that are known exactly, by application."""
    return [ScoreBand.exact(name, given) for name, given in sorted(scores.items())]


def deviation(scores: Sequence[Fraction]) -> Fraction:
    """Return the sample standard deviation, rounded up; 0 of fewer than two scores."""
    if len(scores) < 2:
        return Fraction(0)
    mean = sum(scores, Fraction(0)) / len(scores)
    variance = sum(((one - mean) ** 2 for one in scores), Fraction(0)) / (len(scores) - 1)
    return root_up(variance)


def root_up(square: Fraction) -> Fraction:
    """Return the root of a number of zero or more, rounded up to a part of `ROOT_PARTS`."""
    floor = isqrt(square.numerator * ROOT_PARTS**2 // square.denominator)
    root = Fraction(floor, ROOT_PARTS)
    return root if root**2 == square else Fraction(floor + 1, ROOT_PARTS)


def _band(one: Assessment, scales: Mapping[str, Scale], spread: Spread) -> ScoreBand:
    bounds = {item.item: _bounds(item, scales[item.item], spread) for item in one.items}
    return ScoreBand(
        application=one.application,
        least={item: low for item, (low, _) in bounds.items()},
        most={item: high for item, (_, high) in bounds.items()},
    )


def _bounds(item: ItemScore, scale: Scale, spread: Spread) -> tuple[Fraction, Fraction]:
    assert item.score is not None
    score, given = item.score, [one for one in item.by_evaluator.values() if one is not None]
    if spread is Spread.EXACT or len(given) < 2:
        return score, score
    if spread is Spread.RANGE:
        return min(score, *given), max(score, *given)
    width = deviation(given)
    return max(scale.bottom, score - width), min(scale.top, score + width)
