"""
SMAA of applications: rank acceptabilities, central weights, confidence, who is above whom.

Source:
    Lahdelma, Salminen (2001), SMAA-2: stochastic multicriteria acceptability analysis for group
    decision making, Operations Research 49; Leskinen, Viitanen, Kangas, Kangas (2006), Alternatives
    to incorporate uncertainty and risk attitude in multicriteria evaluation of forest plans, Forest
    Science 52: pairwise winning index.
"""

from array import array
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import isqrt
from typing import Final

import attrs
import numpy as np
from scipy.special import log_ndtr

from innokumppanuus.domain.acceptability import Acceptabilities, Acceptability, CountedShares, Draws
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.errors import TooManyApplications
from innokumppanuus_selection.smaa.counting import Counts, Tally, ranked, shared, tally
from innokumppanuus_selection.smaa.sampling import Numbers, Sampler, batches, sampler
from innokumppanuus_selection.smaa.scores import Normal, Scores

MOST_APPLICATIONS: Final = 3_000
MOST_PAIRED: Final = 1_000
COUNT: Final = 10_000
_PARTS: Final = 10**9
"""Means of weights are rounded to a whole number of these parts."""
_SURE_DRAWS: Final = 4_096
_NODES: Final = np.linspace(-8.5, 8.5, 341)


@attrs.frozen(kw_only=True)
class Drawing:
    """
    How SMAA draws.

    Attributes:
        count: How many weights.
        seed: Same seed, same shares.
        threads: How many work at once; they change no bit of the result.
        with_wins: Whether every two applications are compared, too.
    """

    count: int = COUNT
    seed: int = 0
    threads: int = 1
    with_wins: bool = False


def acceptabilities(
    names: Sequence[str],
    scores: Scores,
    region: WeightRegion,
    drawing: Drawing,
    pace: Pace = unwatched,
    equals: Sequence[Sequence[int]] = (),
) -> Acceptabilities:
    """
    Return the acceptabilities of applications by drawing weights, and scores that are not sure.

    Args:
        names: Ids in the order of the scores.
        scores: Of the items of the region.
        region: Not empty.
        drawing: How many draws, from what seed.
        pace: Told of every batch.
        equals: Places of applications that are equal with all weights; see `equal_ones`.

    Raises:
        TooManyApplications: When there are too many for a table of all ranks.
    """
    most = MOST_PAIRED if drawing.with_wins else MOST_APPLICATIONS
    if len(names) > most:
        raise TooManyApplications(len(names), most)
    draws = sampler(region)
    found = tally(
        draws, scores, drawing.count, drawing.seed, pace, drawing.threads, drawing.with_wins
    )
    return _told(names, scores, region, drawing, draws, found, equals)


def equal_ones(
    scores: Mapping[str, Mapping[str, Fraction]], region: WeightRegion
) -> tuple[tuple[int, ...], ...]:
    """Return the places, by id, of applications whose totals are the same with all weights."""
    rays = region.cone().rays
    groups: dict[tuple[Fraction, ...], list[int]] = {}
    for place, name in enumerate(sorted(scores)):
        given = [scores[name][item] for item in region.items]
        at_rays = tuple(
            sum((weight * score for weight, score in zip(ray, given, strict=True)), Fraction(0))
            for ray in rays
        )
        groups.setdefault(at_rays, []).append(place)
    return tuple(tuple(one) for one in groups.values() if len(one) > 1)


def half_width(count: int) -> Fraction:
    """Return within what a share of *count* draws is right with 95 % certainty, at worst."""
    return Fraction(isqrt(98**2 * 10**8 // count) + 1, 10**6)


def _told(
    names: Sequence[str],
    scores: Scores,
    region: WeightRegion,
    drawing: Drawing,
    draws: Sampler,
    found: Tally,
    equals: Sequence[Sequence[int]],
) -> Acceptabilities:
    ranks, sizes = shared(found.ranks, equals)
    weights = found.weights.copy()
    for group in equals:
        weights[list(group)] = weights[list(group)].sum(axis=0)
    count = drawing.count
    firsts = ranks[0]
    with np.errstate(divide="ignore", invalid="ignore"):
        central = weights / firsts[:, None]
    sure = _confidences(scores, central, firsts, sizes, drawing)
    columns = np.ascontiguousarray(ranks.T)
    applications = tuple(
        Acceptability(
            application=name,
            ranks=CountedShares(_whole_numbers(columns[place]), count * int(sizes[place])),
            central=_weights(region, central[place]) if firsts[place] else {},
            confidence=sure.get(place),
        )
        for place, name in enumerate(names)
    )
    return Acceptabilities(
        draws=Draws(
            sampling=draws.sampling, count=count, seed=drawing.seed, half_width=half_width(count)
        ),
        applications=tuple(sorted(applications, key=lambda one: one.application)),
        wins={} if found.wins is None else _wins(names, found, equals, count),
    )


def _whole_numbers(row: Counts) -> "array[int]":
    found = array("q")
    found.frombytes(row.data.cast("B"))
    return found


def _weights(region: WeightRegion, values: Numbers) -> dict[str, Fraction]:
    return {
        item: Fraction(round(float(one) * _PARTS), _PARTS)
        for item, one in zip(region.items, values, strict=True)
    }


def _wins(
    names: Sequence[str], found: Tally, equals: Sequence[Sequence[int]], count: int
) -> dict[str, dict[str, Fraction]]:
    assert found.wins is not None
    twice = found.wins * 2
    for group in equals:
        for one in group:
            twice[one, list(group)] = count
    return {
        name: {
            other: Fraction(int(twice[place, at]), 2 * count)
            for at, other in enumerate(names)
            if at != place
        }
        for place, name in enumerate(names)
    }


def _confidences(
    scores: Scores, central: Numbers, firsts: Counts, sizes: Counts, drawing: Drawing
) -> dict[int, Fraction]:
    """
    Return how surely each that is ever first is so with its central weights, by place.

    Of sure scores it is 1, parted among equals: the weights with which one is first are convex, so
    that their mean is one of them.
    """
    ever = [int(place) for place in np.flatnonzero(firsts)]
    if scores.is_sure:
        return {place: Fraction(1, int(sizes[place])) for place in ever}
    if isinstance(scores, Normal):
        return {place: _by_nodes(scores, central[place], place) for place in ever}
    found = {}
    for place in ever:
        first = 0
        for number, (size, seed) in enumerate(batches(drawing.count, _SURE_DRAWS, drawing.seed)):
            (of_scores,) = np.random.SeedSequence(
                entropy=seed.entropy, spawn_key=(1, number)
            ).spawn(1)
            weights = np.tile(central[place], (size, 1))
            best = ranked(weights, scores, number * _SURE_DRAWS, np.random.default_rng(of_scores))[
                :, 0
            ]
            first += int(np.count_nonzero(best == place))
        found[place] = Fraction(first, drawing.count)
    return found


def _by_nodes(scores: Normal, weights: Numbers, place: int) -> Fraction:
    """Return the probability that a normal total is above all others, by one integral."""
    means = weights @ scores.means
    spreads = np.sqrt(weights**2 @ scores.deviations**2)
    others = np.delete(np.arange(len(means)), place)
    values = means[place] + spreads[place] * _NODES
    gaps = values[:, None] - means[others]
    with np.errstate(divide="ignore", invalid="ignore"):
        below = np.where(
            spreads[others] > 0,
            log_ndtr(gaps / np.where(spreads[others] > 0, spreads[others], 1)),
            np.where(gaps >= 0, 0.0, -np.inf),
        )
    density = np.exp(-(_NODES**2) / 2)
    share = float((density * np.exp(below.sum(axis=1))).sum() / density.sum())
    return Fraction(round(share * _PARTS), _PARTS)
