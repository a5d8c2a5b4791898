"""A smallest set of limits that no choice keeps together, whatever finds out what can be kept."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

Keeping: TypeAlias = Callable[[frozenset[int]], frozenset[int] | None]
"""Gives the numbers of all limits that some choice keeps which keeps those; None when none does."""

_Hits: TypeAlias = list[frozenset[int]]


def smallest_contradiction(count: int, keeping: Keeping) -> tuple[int, ...]:
    """
    Return the numbers of a smallest set of limits that cannot be kept together, rising.

    Of equally small ones it is the first by their numbers, whatever order they are found in.

    Args:
        count: Of limits, numbered from 0; together they cannot be kept.
        keeping: Whether the limits of these numbers can be kept together, and which more then are.

    Source:
        Every contradiction has a limit in common with what each greatest set that can be kept
        leaves out; a smallest set that has is tried first. Ignatiev, Previti, Liffiton,
        Marques-Silva (2015), Smallest MUS extraction with minimal hitting set dualization, CP 2015.
    """
    left_out: _Hits = []
    while True:
        tried = _first_smallest_hit(left_out, count)
        kept = keeping(frozenset(tried))
        if kept is None:
            return tried
        left_out.append(_without(kept, count, keeping))


def _without(kept: frozenset[int], count: int, keeping: Keeping) -> frozenset[int]:
    """Return what a greatest set that can be kept, and has *kept* in it, leaves out."""
    for one in range(count):
        if one not in kept:
            kept = keeping(kept | {one}) or kept
    return frozenset(range(count)) - kept


def _first_smallest_hit(sets: _Hits, count: int) -> tuple[int, ...]:
    """Return the first of the smallest that have something in common with each of the sets."""
    for size in range(count + 1):
        for one in _hits(sets, size, 0):
            return one
    raise AssertionError("Every limit together has something in common with any of them.")


def _hits(sets: _Hits, size: int, start: int) -> Iterator[tuple[int, ...]]:
    """Yield the rising numbers from *start* on, *size* of them, that hit all sets; in order."""
    if not sets:
        yield tuple(range(start, start + size))
        return
    if not size:
        return
    last = min(max(one) for one in sets)
    for number in range(start, last + 1):
        rest = [one for one in sets if number not in one]
        for more in _hits(rest, size - 1, number + 1):
            yield (number, *more)
