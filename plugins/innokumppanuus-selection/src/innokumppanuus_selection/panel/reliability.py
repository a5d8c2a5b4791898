"""Agreement of evaluators in arrays, and how far it varies over samples of the applications."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import chain
from math import ceil, lcm
from typing import Final, TypeAlias

import attrs
import numpy as np
from numpy.typing import NDArray

from innokumppanuus.domain.panel_health import Measure, Ratings, SampledInterval

Floats: TypeAlias = NDArray[np.float64]
_PART: Final = 10**6
SHARE: Final = Fraction(95, 100)


@attrs.frozen(kw_only=True, eq=False)
class Units:
    """
    Applications with two scores or more.

    Attributes:
        counts: (applications × values) how often each value was given; whole numbers.
        values: (values) rising, in whole parts of a point.
        sizes: (applications) how many scores each has.
    """

    counts: Floats
    values: Floats
    sizes: Floats

    @classmethod
    def of(cls, ratings: Ratings) -> "Units":
        """Return the applications of the ratings by id; one score says nothing of agreement."""
        rows = [list(given.values()) for _, given in sorted(ratings.scores.items())]
        rows = [row for row in rows if len(row) > 1]
        scores = list(chain.from_iterable(rows))
        part = lcm(1, *{score.denominator for score in scores})
        parts = [score.numerator * (part // score.denominator) for score in scores]
        place = {one: index for index, one in enumerate(sorted(set(parts)))}
        sizes = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
        cells = np.repeat(np.arange(len(rows)) * len(place), sizes)
        cells += np.fromiter(map(place.__getitem__, parts), dtype=np.int64, count=len(parts))
        counts = np.bincount(cells, minlength=len(rows) * len(place)).astype(np.float64)
        return cls(
            counts=counts.reshape(len(rows), len(place)),
            values=np.array([float(one) for one in place]),
            sizes=sizes.astype(np.float64),
        )


def measures(units: Units, often: Floats) -> dict[Measure, Floats]:
    """
    Return every alpha and the one-way correlations of each sample.

    Args:
        units: The applications.
        often: (samples × applications) how often each is in the sample; whole numbers.

    Returns:
        (samples) of each measure, NaN where it cannot be told. What comes of whole numbers is
        exact, and sums of fractions are made in a fixed order: threads change no bit.
    """
    found: dict[Measure, Floats] = {}
    if not len(units.sizes):
        return found
    counts, sizes, values = units.counts, units.sizes, units.values
    free = sizes - 1
    held = often @ counts
    whole = held.sum(axis=1)

    def alpha(observed: Floats, expected: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(expected > 0, 1 - (whole - 1) * observed / expected, np.nan)

    alike = (counts**2).sum(axis=1)
    found[Measure.ALPHA_NOMINAL] = alpha(
        _sum(often, (sizes**2 - alike) / free), whole**2 - (held**2).sum(axis=1)
    )
    # Mid-ranks, doubled so that they are whole; each sample has its own.
    ranks = 2 * np.cumsum(held, axis=1) - held
    of_ranks, of_squares = counts @ ranks.T, counts @ (ranks**2).T
    within = 2 * (sizes[:, None] * of_squares - of_ranks**2) / free[:, None]
    observed = np.einsum("bu,ub->b", often, within)
    first, second = (held * ranks).sum(axis=1), (held * ranks**2).sum(axis=1)
    found[Measure.ALPHA_ORDINAL] = alpha(observed, 2 * (whole * second - first**2))

    sums, squares = _of_values(counts, values), _of_values(counts, values**2)
    within_points = 2 * (sizes * squares - sums**2) / free
    first, second = _of_values(held, values), _of_values(held, values**2)
    found[Measure.ALPHA_INTERVAL] = alpha(
        _sum(often, within_points), 2 * (whole * second - first**2)
    )
    if values[0] >= 0:
        apart = _ratios(values)
        by_unit = np.einsum("uv,vw,uw->u", counts, apart, counts, optimize=False) / free
        by_sample = np.einsum("bv,bv->b", np.einsum("bw,wv->bv", held, apart), held)
        found[Measure.ALPHA_RATIO] = alpha(_sum(often, by_unit), by_sample)
    one, mean = _one_way(often, sizes, sums, squares, whole)
    found[Measure.ICC_ONE_WAY], found[Measure.ICC_ONE_WAY_MEAN] = one, mean
    return found


def point(ratings: Ratings) -> dict[Measure, float]:
    """Return the measures of the ratings themselves, those that can be told."""
    units = Units.of(ratings)
    found = measures(units, np.ones((1, len(units.sizes))))
    return {one: float(got[0]) for one, got in found.items() if not np.isnan(got[0])}


def intervals(ratings: Ratings, draws: int, seed: int) -> Mapping[Measure, SampledInterval]:
    """
    Return between what the measures lie in samples of the applications, drawn with replacement.

    The middle 95 % of the samples lie between the bounds. Samples in which a measure cannot be told
    are left out and not counted as drawn.

    Source:
        Efron, Tibshirani (1993), An introduction to the bootstrap, chapter 13: percentile interval;
        here applications are drawn, since evaluators and their number differ from one to the next.
    """
    units = Units.of(ratings)
    count = len(units.sizes)
    if count < 2:
        return {}
    drawn = np.random.Generator(np.random.PCG64(seed)).integers(0, count, size=(draws, count))
    places = (drawn + np.arange(draws)[:, None] * count).ravel()
    often = np.bincount(places, minlength=draws * count).reshape(draws, count).astype(np.float64)
    found = {}
    for measure, values in measures(units, often).items():
        known = np.sort(values[~np.isnan(values)])
        if len(known):
            found[measure] = SampledInterval(
                low=in_parts(known[int(len(known) * (1 - SHARE) / 2)]),
                high=in_parts(known[ceil(len(known) * (1 + SHARE) / 2) - 1]),
                share=SHARE,
                draws=len(known),
                seed=seed,
            )
    return found


def in_parts(number: float) -> Fraction:
    """Return the number rounded to a millionth."""
    return Fraction(round(float(number) * _PART), _PART)


def _sum(often: Floats, by_unit: Floats) -> Floats:
    """Return the sum over the applications of each sample, in a fixed order."""
    summed: Floats = np.einsum("bu,u->b", often, by_unit, optimize=False)
    return summed


def _of_values(counts: Floats, values: Floats) -> Floats:
    """Return the sum of the values of each row, in a fixed order."""
    summed: Floats = np.einsum("rv,v->r", counts, values, optimize=False)
    return summed


def _ratios(values: Floats) -> Floats:
    total = values[:, None] + values[None, :]
    apart = values[:, None] - values[None, :]
    with np.errstate(invalid="ignore"):
        return np.where(total > 0, (apart / np.where(total > 0, total, 1)) ** 2, 0.0)


def _one_way(
    often: Floats, sizes: Floats, sums: Floats, squares: Floats, whole: Floats
) -> tuple[Floats, Floats]:
    groups = often.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (_sum(often, sums**2 / sizes) - _sum(often, sums) ** 2 / whole) / (groups - 1)
        within = _sum(often, squares - sums**2 / sizes) / (whole - groups)
        size = (whole - _sum(often, sizes**2) / whole) / (groups - 1)
        # Sums of squares that cancel leave dust where everything is equal.
        is_flat = (between < 1e-9) & (within < 1e-9)
        one = np.where(is_flat, np.nan, (between - within) / (between + (size - 1) * within))
        mean = np.where(between < 1e-9, np.nan, (between - within) / between)
    return one, mean
