"""
Counts who has which rank over drawn weights, in whole numbers that add up in any order.

The number of an application stands in the last bits of its total, so that sorting the totals sorts
the applications, too; totals that differ by less than those bits tell count as equal.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Final, TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from innokumppanuus.domain.pace import Pace
from innokumppanuus_selection.smaa.sampling import Numbers, Sampler, batches
from innokumppanuus_selection.smaa.scores import Scores, block_of

Counts: TypeAlias = npt.NDArray[np.int64]

Cells: TypeAlias = npt.NDArray[np.uint16]
Words: TypeAlias = npt.NDArray[np.uint64]

BATCH: Final = 2_048
_SPAN: Final = 24
"""Ranks that are counted together: so few that their counts stay near the processor."""
_CELLS: Final = 2**16


@attrs.frozen(eq=False)
class Tally:
    """
    What came of all draws.

    Attributes:
        ranks: (ranks × applications): in how many draws an application has the rank.
        weights: (applications × items): sum of the weights with which it is first.
        wins: (applications × applications): in how many draws the first is above the second; None
            when that was not asked for.
    """

    ranks: Counts
    weights: Numbers
    wins: Counts | None


def tally(
    sampler: Sampler,
    scores: Scores,
    count: int,
    seed: int,
    pace: Pace,
    threads: int = 1,
    with_wins: bool = False,
) -> Tally:
    """
    Return how often each application has each rank.

    Every batch has a seed and a place of its own, so that threads change no bit of the result.
    """
    jobs = batches(count, BATCH, seed)
    ranks = _Ranks(scores.count)
    total: Tally | None = None
    with ThreadPoolExecutor(max_workers=threads) as pool:
        starts = range(0, count, BATCH)
        done = pool.map(
            lambda start, job: _batch(sampler, scores, start, job[0], job[1], with_wins, ranks),
            starts,
            jobs,
        )
        try:
            for number, one in enumerate(done, start=1):
                total = one if total is None else _added(total, one)
                pace(number, len(jobs))
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    assert total is not None
    return total


def _added(total: Tally, one: Tally) -> Tally:
    total.weights[...] += one.weights
    if total.wins is not None and one.wins is not None:
        total.wins[...] += one.wins
    return total


class _Ranks:
    """
    Counts (ranks × applications) that every batch adds to, in whatever thread it runs.

    Attributes:
        counts: So far.
        width: How many ranks are counted together; their cells have numbers of two bytes.
    """

    def __init__(self, size: int) -> None:
        self.counts: Counts = np.zeros((size, size), dtype=np.int64)
        self.width = max(1, min(_SPAN, _CELLS // size))
        self._lock = Lock()

    def count(self, cells: Cells) -> None:
        """Count cells, which stand from the lowest rank to the highest."""
        size = cells.shape[1]
        rising = self.counts[::-1]
        for start in range(0, size, self.width):
            mine = cells[:, start : start + self.width].astype(np.intp)
            found = np.bincount(mine.ravel(), minlength=mine.shape[1] * size)
            with self._lock:
                rising[start : start + self.width] += found.reshape(mine.shape[1], size)


def _batch(
    sampler: Sampler,
    scores: Scores,
    first: int,
    count: int,
    seed: np.random.SeedSequence,
    with_wins: bool,
    ranks: "_Ranks",
) -> Tally:
    of_weights, of_scores = seed.spawn(2)
    weights = sampler.draw(count, of_weights)
    size = scores.count
    rising = np.arange(size) % ranks.width * size
    offsets = rising.astype(np.uint64)
    cells = np.empty((count, size), dtype=np.uint16)
    for start, words in _sorted(weights, scores, first, np.random.default_rng(of_scores)):
        words += offsets
        cells[start : start + len(words)] = words
    firsts = cells[:, -1] - rising[-1]
    best = np.zeros((size, weights.shape[1]))
    for item in range(weights.shape[1]):
        best[:, item] = np.bincount(firsts, weights=weights[:, item], minlength=size)
    wins = _wins((cells - rising)[:, ::-1]) if with_wins else None
    ranks.count(cells)
    return Tally(ranks=ranks.counts, weights=best, wins=wins)


def ranked(weights: Numbers, scores: Scores, first: int, generator: np.random.Generator) -> Counts:
    """Return the applications (draws × ranks) by their totals, the highest first, as numbers."""
    found = np.empty((len(weights), scores.count), dtype=np.int64)
    for start, words in _sorted(weights, scores, first, generator):
        found[start : start + len(words)] = words
    return found[:, ::-1]


def _sorted(
    weights: Numbers, scores: Scores, first: int, generator: np.random.Generator
) -> Iterator[tuple[int, Words]]:
    """Yield where a block of draws begins and its applications, the lowest total first."""
    size = scores.count
    bits = np.uint64(max(1, (size - 1).bit_length()))
    last = np.uint64((1 << int(bits)) - 1)
    others = ~last
    numbers = np.arange(size, dtype=np.uint64)
    block = block_of(scores, weights.shape[1])
    room = np.empty((min(block, len(weights)), size))
    for start in range(0, len(weights), block):
        mine = weights[start : start + block]
        totals = room[: len(mine)]
        scores.totals(mine, first + start, generator, totals)
        lowest = totals.min()
        if lowest < 1:  # the bits of what is above 1 rise as the numbers do
            totals += 1 - lowest
        words = totals.view(np.uint64)
        words &= others
        words |= numbers
        totals.sort(axis=1)
        words &= last
        yield start, words


def _wins(places: Counts) -> Counts:
    size = places.shape[1]
    rank = np.empty(places.shape, dtype=np.int32)
    np.put_along_axis(rank, places, np.arange(size, dtype=np.int32)[None], axis=1)
    rank = np.ascontiguousarray(rank.T)
    found = np.zeros((size, size), dtype=np.int64)
    for one in range(size - 1):
        above = np.count_nonzero(rank[one + 1 :] > rank[one], axis=1)
        found[one, one + 1 :] = above
        found[one + 1 :, one] = places.shape[0] - above
    return found


def shared(counts: Counts, groups: Sequence[Sequence[int]]) -> tuple[Counts, Counts]:
    """
    Return counts (ranks × applications) with what equal applications have together, and how many.

    Applications that are equal everywhere stand side by side in every draw; which of them is put
    first means nothing, so that each gets an even part of what they have together.
    """
    together = counts.copy() if groups else counts
    sizes = np.ones(counts.shape[1], dtype=np.int64)
    for group in groups:
        together[:, list(group)] = counts[:, list(group)].sum(axis=1, keepdims=True)
        sizes[list(group)] = len(group)
    return together, sizes
