"""
Weights drawn evenly from a region, each batch from a seed of its own. It knows no scores.

Source:
    Tervonen, Lahdelma (2007), Implementing stochastic multicriteria acceptability analysis, EJOR
    178: normalised exponentials, sorting for an order. Devroye (1986), Non-uniform random variate
    generation: simplices by exponentials. Smith (1984), Operations Research 32: hit-and-run.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, Protocol, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from innokumppanuus.domain.acceptability import Sampling
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.volumes import parts_of
from innokumppanuus.errors import InvalidValue

Numbers: TypeAlias = npt.NDArray[np.float64]

MOST_ITEMS_EXACT: Final = 10
"""Regions of more weights are not cut into simplices: they would be too many to list."""
_MOST_TRIES: Final = 200
"""A region that holds less of its frame than one draw in so many is walked through."""
_STEPS_PER_ITEM: Final = 30


class Sampler(Protocol):
    """Draws weights of a region."""

    @property
    def sampling(self) -> Sampling: ...

    def draw(self, count: int, seed: np.random.SeedSequence) -> Numbers:
        """Return weights (count × items) that sum to 1."""
        ...


@attrs.frozen(eq=False)
class Simplices:
    """
    Draws from a region cut into simplices, each as often as it is large: exactly even.

    Attributes:
        corners: (simplices × corners × items).
        steps: Cumulated shares of the volumes.
    """

    corners: Numbers
    steps: Numbers
    sampling: Sampling = Sampling.SIMPLICES

    def draw(self, count: int, seed: np.random.SeedSequence) -> Numbers:
        """See `Sampler`."""
        generator = np.random.default_rng(seed)
        parts = _even(generator, count, self.corners.shape[1])
        if len(self.steps) == 1:
            return _mixed(parts, self.corners[0])
        which = np.searchsorted(self.steps, generator.random(count), side="right")
        which = np.minimum(which, len(self.steps) - 1)
        return np.asarray(np.einsum("dc,dci->di", parts, self.corners[which]))


@attrs.frozen(eq=False)
class Ordered:
    """
    Draws from an order with groups: sorted weights, shuffled within each group; exactly even.

    Attributes:
        groups: Places of the items, the most important group first.
    """

    groups: tuple[tuple[int, ...], ...]
    sampling: Sampling = Sampling.ORDER

    def draw(self, count: int, seed: np.random.SeedSequence) -> Numbers:
        """See `Sampler`."""
        generator = np.random.default_rng(seed)
        items = sum(len(group) for group in self.groups)
        falling = -np.sort(-_even(generator, count, items), axis=1)
        weights = np.empty_like(falling)
        start = 0
        for group in self.groups:
            mine = falling[:, start : start + len(group)]
            if len(group) > 1:
                mine = generator.permuted(mine, axis=1)
            weights[:, list(group)] = mine
            start += len(group)
        return weights


@attrs.frozen(eq=False)
class Rejection:
    """
    Draws from a frame of lower bounds and drops what breaks another condition: exactly even.

    Attributes:
        floor: Lower bound by item; what is left over is shared out evenly.
        rows: (conditions × items): products of zero or more.
    """

    floor: Numbers
    rows: Numbers
    sampling: Sampling = Sampling.REJECTION

    def draw(self, count: int, seed: np.random.SeedSequence) -> Numbers:
        """See `Sampler`."""
        generator = np.random.default_rng(seed)
        found: list[Numbers] = []
        have = 0
        while have < count:
            kept = self.tried(generator, max(1024, count))
            found.append(kept)
            have += len(kept)
        return np.concatenate(found)[:count]

    def tried(self, generator: np.random.Generator, count: int) -> Numbers:
        """Return those of *count* draws from the frame that keep every condition."""
        weights = self.floor + (1 - self.floor.sum()) * _even(generator, count, len(self.floor))
        kept: Numbers = weights[(_mixed(weights, self.rows.T) >= 0).all(axis=1)]
        return kept


@attrs.frozen(eq=False)
class Walk:
    """
    Steps through a region from inside it, each draw on its own way: even only in the long run.

    Attributes:
        start: A point inside.
        basis: (dimensions × items): directions within the region.
        rows: (conditions × items): products of zero or more, those of the weights included.
    """

    start: Numbers
    basis: Numbers
    rows: Numbers
    sampling: Sampling = Sampling.WALK

    def draw(self, count: int, seed: np.random.SeedSequence) -> Numbers:
        """See `Sampler`."""
        generator = np.random.default_rng(seed)
        points = np.tile(self.start, (count, 1))
        for _ in range(_STEPS_PER_ITEM * len(self.start)):
            ways = _mixed(generator.standard_normal((count, len(self.basis))), self.basis)
            rate, room = _mixed(ways, self.rows.T), _mixed(points, self.rows.T)
            with np.errstate(divide="ignore", invalid="ignore"):
                reach = -np.maximum(room, 0) / rate
            low = np.max(np.where(rate > 0, reach, -np.inf), axis=1)
            high = np.min(np.where(rate < 0, reach, np.inf), axis=1)
            step = low + (high - low) * generator.random(count)
            points += np.where(np.isfinite(step), step, 0)[:, None] * ways
        np.maximum(points, 0, out=points)
        points /= points.sum(axis=1, keepdims=True)
        return points


def sampler(region: WeightRegion) -> Sampler:
    """
    Return what draws from the region, the exactest that is at hand.

    An order is sorted; another region of few weights is cut into simplices; one of more is a frame
    of lower bounds of which what lies outside is dropped; what is thin beyond that is walked.

    Args:
        region: Not empty.
    """
    if not region.rows:
        corners = np.eye(len(region.items))[None]
        return Simplices(corners=corners, steps=np.ones(1))
    groups = ordered_groups(region)
    if groups is not None:
        return Ordered(groups=groups)
    if len(region.items) <= MOST_ITEMS_EXACT:
        try:
            return _simplices(region)
        except InvalidValue:  # it falls into too many parts
            pass
    return _framed(region)


def batches(count: int, size: int, seed: int) -> list[tuple[int, np.random.SeedSequence]]:
    """Return how many to draw in each batch and from what seed; the batches know no order."""
    whole = [size] * (count // size) + ([count % size] if count % size else [])
    return [
        (each, np.random.SeedSequence(entropy=seed, spawn_key=(place,)))
        for place, each in enumerate(whole)
    ]


def ordered_groups(region: WeightRegion) -> tuple[tuple[int, ...], ...] | None:
    """Return the groups of the order that the region is, as places of items; None if it is none."""
    below = dict.fromkeys(region.items, 0)
    pairs = [
        (high, low)
        for row in region.rows
        for high, more in row.factors.items()
        for low, less in row.factors.items()
        if more > 0 > less
    ]
    for _ in region.items:
        for high, low in pairs:
            below[low] = max(below[low], below[high] + 1)
    levels = sorted(set(below.values()))
    groups = [[item for item in region.items if below[item] == level] for level in levels]
    meant = {frozenset(row.factors.items()) for row in WeightRegion.order(groups).rows}
    given = [frozenset(row.factors.items()) for row in region.rows]
    is_order = set(given) == meant and not any(row.bound for row in region.rows)
    if not is_order:
        return None
    return tuple(tuple(region.items.index(item) for item in group) for group in groups)


def _simplices(region: WeightRegion) -> Simplices:
    parts = list(parts_of(region.cone()))
    sizes = np.array([float(one.volume) for one in parts])
    corners = np.array([[_floats(point) for point in one.corners] for one in parts])
    return Simplices(corners=corners, steps=np.cumsum(sizes / sizes.sum()))


def _framed(region: WeightRegion) -> Sampler:
    floor = dict.fromkeys(region.items, Fraction(0))
    for row in region.rows:
        (item, *others) = row.factors
        if not others and row.factors[item] > 0:
            floor[item] = max(floor[item], row.bound / row.factors[item])
    rows = np.array([region.homogeneous(row) for row in region.rows], dtype=np.float64)
    rows /= np.abs(rows).max(axis=1, keepdims=True)
    frame = Rejection(floor=_floats(list(floor.values())), rows=rows - 0.0)
    kept = frame.tried(np.random.default_rng(0), 64 * _MOST_TRIES)
    if len(kept) >= 64:
        return frame
    every = np.concatenate([np.eye(len(region.items)), rows])
    corners = np.array([_floats(list(one.values())) for one in region.vertices()])
    start = corners.mean(axis=0)
    _, strengths, ways = np.linalg.svd(corners - start)
    return Walk(start=start, basis=ways[: int((strengths > 1e-9).sum())], rows=every)


def _even(generator: np.random.Generator, count: int, parts: int) -> Numbers:
    """Return shares of 1, drawn evenly."""
    drawn = generator.standard_exponential((count, parts))
    drawn /= drawn.sum(axis=1, keepdims=True)
    return drawn


def _mixed(parts: Numbers, corners: Numbers) -> Numbers:
    """Return the product, summed one after the other: the same bits on any number of threads."""
    found: Numbers = parts[:, :1] * corners[0]
    for place in range(1, len(corners)):
        found += parts[:, place : place + 1] * corners[place]
    return found


def _floats(values: Sequence[Fraction]) -> Numbers:
    return np.array([float(one) for one in values])
