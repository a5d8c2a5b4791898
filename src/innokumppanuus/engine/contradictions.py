"""A smallest set of limits that no choice keeps together, whatever finds out what can be kept."""

from collections.abc import Callable, Iterator, Sequence

_Hits = list[frozenset[int]]


def smallest_contradiction(
    count: int, is_possible: Callable[[frozenset[int]], bool]
) -> tuple[int, ...]:
    """
    Return the numbers of a smallest set of limits that cannot be kept together, rising.

    Of equally small ones it is the first by their numbers, whatever order they are found in.

    Args:
        count: Of limits, numbered from 0; together they cannot be kept.
        is_possible: Whether the limits of these numbers can be kept together.

    Source:
        Every contradiction has a limit in common with what each greatest set that can be kept
        leaves out; a smallest set that has is tried first. Ignatiev, Previti, Liffiton,
        Marques-Silva (2015), Smallest MUS extraction with minimal hitting set dualization, CP 2015.
    """
    left_out: _Hits = []
    while True:
        tried = _first_smallest_hit(left_out, count)
        if not is_possible(frozenset(tried)):
            return tried
        left_out.append(_without(tried, count, is_possible))


def _without(
    kept: Sequence[int], count: int, is_possible: Callable[[frozenset[int]], bool]
) -> frozenset[int]:
    """Return what a greatest set that can be kept, and has *kept* in it, leaves out."""
    together = set(kept)
    for one in range(count):
        if one not in together and is_possible(frozenset({*together, one})):
            together.add(one)
    return frozenset(range(count)) - together


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
