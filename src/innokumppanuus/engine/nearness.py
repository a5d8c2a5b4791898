"""The nearest value along the steps of a type at which something turns. It knows no rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from innokumppanuus.ruleset.expressions.comparisons import turning_values
from innokumppanuus.ruleset.expressions.evaluation import Program
from innokumppanuus.ruleset.expressions.steps import Steps

_BESIDE = 64
"""How many steps to either side are tried one by one, for what turns to and fro."""


@attrs.frozen(kw_only=True)
class Search:
    """
    Where a search along the steps begins.

    Attributes:
        steps: Of the type of the value.
        before: The value as it is; None when there is none.
    """

    steps: Steps
    before: object

    @property
    def start(self) -> int | None:
        """Number of the step at the value as it is."""
        return None if self.before is None else self.steps.number(self.before)

    @property
    def least(self) -> int:
        """Lowest step that is tried: nothing below zero, unless the value is there now."""
        zero, start = self.steps.zero, self.start
        if zero is None or (start is not None and start < zero):
            return self.steps.least
        return zero

    def within(self, number: int) -> bool:
        return self.least <= number <= self.steps.most

    def value(self, number: int) -> object:
        return self.steps.value(number, self.before)

    def nearest(self, numbers: Iterable[int], turns: Callable[[object], bool]) -> int | None:
        """
        Return the step nearest to the start whose value turns; None when none of them does.

        Args:
            numbers: Steps to try; those just beside the start are tried too.
            turns: Whether the value does what is wanted.
        """
        start: int | None = self.start
        centre = 0 if start is None else start
        beside = () if start is None else range(start - _BESIDE, start + _BESIDE + 1)
        tried = {one for one in (*numbers, *beside) if self.within(one)}
        order = sorted(tried, key=lambda one: (abs(one - centre), one))
        found: int | None = next(
            (one for one in order if self._differs(one) and turns(self.value(one))), None
        )
        if found is None or start is None:
            return found
        step = 1 if found < start else -1
        while found != start and self._differs(found + step) and turns(self.value(found + step)):
            found += step
        return found

    def _differs(self, number: int) -> bool:
        return number != self.start or self.value(number) != self.before


def edges(
    search: Search,
    program: Program | None,
    name: str,
    values: Mapping[str, object],
    truth: Callable[[object], object],
) -> Iterator[int]:
    """
    Yield the steps on either side of where *program* turns.

    Args:
        search: Where to begin.
        program: A comparison or a whole rule; None when only its truth is known.
        name: The variable whose value is tried.
        values: All values as they are.
        truth: What *program* gives with another value of the variable.
    """
    turning = () if program is None else turning_values(program, name, values)
    for value in turning:
        if _is_alike(value, search):
            number = search.steps.number(value)
            yield from (number - 1, number, number + 1)
    if turning or search.start is None:
        return
    for direction in (-1, 1):
        edge = _edge(search, direction, truth)
        if edge is not None:
            yield from (edge - direction, edge)


def _is_alike(value: object, search: Search) -> bool:
    """Return whether steps of the search lead to *value*: money of another currency is apart."""
    if search.before is None:
        return True
    return getattr(value, "currency", "") == getattr(search.before, "currency", "")


def _edge(search: Search, direction: int, truth: Callable[[object], object]) -> int | None:
    """Return the nearest step in the direction that gives otherwise, where it turns but once."""
    start = search.start
    assert start is not None
    first = truth(search.value(start))

    def turns(number: int) -> bool | None:
        found = truth(search.value(number))
        return found != first if isinstance(found, bool) else None

    limit = search.steps.most if direction > 0 else search.least
    near, size = start, 1
    if not isinstance(first, bool) or not search.within(start):
        return None
    while near != limit:
        far = start + direction * size
        far = min(far, limit) if direction > 0 else max(far, limit)
        if turns(far) is None:
            far = _last(near, far, lambda number: turns(number) is not None)
            return _first(near, far, turns) if far != near and turns(far) else None
        if turns(far):
            return _first(near, far, turns)
        near, size = far, size * 2
    return None


def _first(no: int, yes: int, holds: Callable[[int], bool | None]) -> int:
    """Return the step nearest to *no* that holds, by halving."""
    while abs(yes - no) > 1:
        middle = (no + yes) // 2
        if holds(middle):
            yes = middle
        else:
            no = middle
    return yes


def _last(yes: int, no: int, holds: Callable[[int], bool]) -> int:
    """Return the step nearest to *no* that holds, by halving."""
    while abs(yes - no) > 1:
        middle = (no + yes) // 2
        if holds(middle):
            yes = middle
        else:
            no = middle
    return yes
