"""All unbeaten sets, one candidate after the other; sets that cannot matter are left out early."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import attrs
import numpy as np

from innokumppanuus.engine.stakes import Stakes
from innokumppanuus_selection.rpm.arrays import Arrays, Flags, Partial, Wholes, unbeaten
from innokumppanuus_selection.rpm.bounds import Bounds
from innokumppanuus_selection.rpm.giving_up import GivenUp, Watch, keep_on, look

MOST_PARTIAL: Final = 60_000
MOST_RIVALS: Final = 40
_NARROW: Final = 300


@attrs.frozen(kw_only=True, eq=False)
class Grown:
    """
    What came of the search.

    Attributes:
        sets: Every unbeaten set, as bit masks.
        partial_sets: The most partial sets that were held at a time.
        memory_bytes: What they and the working arrays took at the most.
    """

    sets: tuple[int, ...]
    partial_sets: int
    memory_bytes: int


def grow(
    stakes: Stakes,
    known: Sequence[int],
    most: int = MOST_PARTIAL,
    watch: Watch = keep_on,
) -> Grown:
    """
    Return every set that keeps the limits and that no other beats.

    Args:
        stakes: The choice.
        known: Some sets that keep the limits, to leave others out by; the answer is the same
            whichever they are.
        most: How many partial sets may be held.
        watch: Is told of each candidate that is settled.

    Raises:
        GivenUp: When there are more partial sets, or the numbers are too large.
        Stopped: When *watch* says so.

    Source:
        Liesiö, Mild, Salo (2007), Preference programming for robust portfolio modeling and project
        selection, European Journal of Operational Research 181.
    """
    arrays = Arrays.of(stakes)
    rivals = [*known, *_narrow(stakes, arrays)]
    bounds = Bounds.of(stakes, arrays, sorted(set(rivals), key=lambda one: -stakes.total(one)))
    settled = fixed(stakes, arrays, bounds)
    order = _order(stakes, settled)
    gaps = arrays.gaps if stakes.has_bands else None
    to_come = np.ones(len(stakes.ids), dtype=np.bool_)
    sets = _within(_nothing(arrays), arrays, to_come)
    held, memory = 1, 0
    for number, place in enumerate(order):
        look(watch, number, len(order))
        to_come[place] = False
        sets = _extended(sets, place, arrays, settled.get(place))
        sets = _within(sets, arrays, to_come)
        sets = sets.only(~bounds.beaten(sets, to_come))
        sets = unbeaten(sets, gaps, sets.taken[place] == 1 if to_come.any() else None)
        held, memory = max(held, sets.count), max(memory, sets.memory)
        if sets.count > most:
            raise GivenUp("sets")
    look(watch, len(order), len(order))
    found = (_mask(one) for one in sets.taken.T)
    # While a candidate is taken or left, the sets before, after and both together are held.
    return Grown(sets=tuple(sorted(found)), partial_sets=held, memory_bytes=4 * memory)


def _narrow(stakes: Stakes, arrays: Arrays) -> list[int]:
    """Return some sets that keep the limits and are hard to beat, found by few partial ones."""
    gaps = arrays.gaps if stakes.has_bands else None
    to_come = np.ones(len(stakes.ids), dtype=np.bool_)
    sets = _within(_nothing(arrays), arrays, to_come)
    reach = Bounds.of(stakes, arrays, ())
    for place in _order(stakes, {}):
        to_come[place] = False
        sets = _within(_extended(sets, place, arrays, None), arrays, to_come)
        sets = unbeaten(sets, gaps)
        if sets.count > _NARROW:
            sets = sets.only(_promising(sets, reach.reach(sets, to_come)))
    return [_mask(one) for one in sets.taken.T[:MOST_RIVALS]]


def _promising(sets: Partial, reach: Wholes) -> Wholes:
    """Return the places of those that may come to the most at some corner, and over all."""
    share = _NARROW // (len(reach) + 1)
    rows = [*reach, reach.sum(axis=0)]
    best = [np.argsort(-row, kind="stable")[:share] for row in rows]
    return np.unique(np.concatenate(best))


def fixed(stakes: Stakes, arrays: Arrays, bounds: Bounds) -> dict[int, bool]:
    """
    Return the candidates that are surely in every unbeaten set, or surely in none.

    Returns:
        By place, whether it is in; others are open.
    """
    count = len(stakes.ids)
    if not count:
        return {}
    found = {}
    nothing = _nothing(arrays)
    for place in range(count):
        to_come = np.ones(count, dtype=np.bool_)
        to_come[place] = False
        with_it = _within(_taking(nothing, place, arrays), arrays, to_come)
        if not with_it.count or bounds.beaten(with_it, to_come).all():
            found[place] = False
            continue
        without = _within(nothing, arrays, to_come)
        if not without.count or bounds.beaten(without, to_come).all():
            found[place] = True
    return found


def _nothing(arrays: Arrays) -> Partial:
    corners, count = arrays.low.shape
    return Partial(
        taken=np.zeros((count, 1), dtype=np.uint8),
        low=np.zeros((corners, 1), dtype=np.int64),
        high=np.zeros((corners, 1), dtype=np.int64),
        amounts=np.zeros((arrays.bounds.size, 1), dtype=np.int64),
    )


def _taking(sets: Partial, place: int, arrays: Arrays) -> Partial:
    taken = sets.taken.copy()
    taken[place] = 1
    return Partial(
        taken=taken,
        low=sets.low + arrays.low[:, place, None],
        high=sets.high + arrays.high[:, place, None],
        amounts=sets.amounts + arrays.factors[:, place, None],
    )


def _extended(sets: Partial, place: int, arrays: Arrays, is_in: bool | None) -> Partial:
    if is_in is False:
        return sets
    grown = _taking(sets, place, arrays)
    return grown if is_in else sets.with_those(grown)


def _within(sets: Partial, arrays: Arrays, to_come: Flags) -> Partial:
    """
    Return the sets that can still keep every limit.

    An amount below which a limit cannot bind any more makes no difference, so that it is raised to
    there: then it keeps no set from beating another.
    """
    factors = arrays.factors[:, to_come]
    fall, rise = np.minimum(factors, 0).sum(axis=1), np.maximum(factors, 0).sum(axis=1)
    bounds: Wholes = arrays.bounds
    kept = sets.only((sets.amounts + fall[:, None] <= bounds[:, None]).all(axis=0))
    kept.amounts = np.maximum(kept.amounts, (bounds - rise)[:, None])
    return kept


def _order(stakes: Stakes, settled: dict[int, bool]) -> list[int]:
    """
    Return the places: settled ones first, then the dearest, then by worth, then by id.

    What is dear decides the most of what else fits: half as many partial sets are held as when
    those that are worth the most for their money come first.
    """
    worth = [
        sum(
            (
                Fraction(low[place] + high[place], scale)
                for low, high, scale in zip(stakes.low, stakes.high, stakes.scales, strict=True)
            ),
            Fraction(0),
        )
        for place in range(len(stakes.ids))
    ]
    return sorted(
        range(len(stakes.ids)),
        key=lambda place: (
            place not in settled,
            -stakes.costs[place],
            -worth[place],
            stakes.ids[place],
        ),
    )


def _mask(taken: np.ndarray) -> int:
    return sum(1 << int(place) for place in np.flatnonzero(taken))
