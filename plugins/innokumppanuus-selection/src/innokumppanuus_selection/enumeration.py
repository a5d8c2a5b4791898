"""Every solution that is worth enough, tried in whole numbers, where a bound leaves few open."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from heapq import heappop, heappush
from typing import Final

import attrs

from innokumppanuus_selection.domain import Programme
from innokumppanuus_selection.narrowing import Bound, whole

MOST_STEPS: Final = 20_000
MOST_FOUND: Final = 2_000
_MOST_OPEN: Final = 300


@attrs.frozen(kw_only=True)
class _Row:
    """
    A constraint as a sum that is at most something, over the columns that are open.

    Attributes:
        terms: By place of the column.
        most: What the decided columns leave.
        price: What one of it that is left over takes off; zero or more.
        highest: By place: the most that the columns from there on come to.
        lowest: By place: the least that they come to.
    """

    terms: tuple[int, ...]
    most: int
    price: int
    highest: tuple[int, ...]
    lowest: tuple[int, ...]

    @classmethod
    def of(cls, terms: tuple[int, ...], most: int, price: int) -> "_Row":
        highest, lowest = [0], [0]
        for term in reversed(terms):
            highest.append(highest[-1] + max(term, 0))
            lowest.append(lowest[-1] + min(term, 0))
        return cls(
            terms=terms,
            most=most,
            price=price,
            highest=tuple(reversed(highest)),
            lowest=tuple(reversed(lowest)),
        )


class _TooMany(Exception):
    """There is more to try, or to list, than is allowed."""


class _Walk:
    """Decides one open column after another, while something worth enough can come of it."""

    def __init__(
        self,
        names: list[str],
        bound: Bound,
        rows: list[_Row],
        best: int | None,
        most_steps: int,
    ) -> None:
        self._best = best
        self._lefts: list[int] = []
        self._least = 0
        self._rounded = len(bound.losses)
        self.found: list[dict[str, int]] = []
        self._names = names
        self._losses = [bound.losses[name] for name in names]
        self._sides = [bound.sides[name] for name in names]
        self._touched = [
            [(number, row.terms[place]) for number, row in enumerate(rows) if row.terms[place]]
            for place in range(len(names))
        ]
        self._highest = [row.highest for row in rows]
        self._lowest = [row.lowest for row in rows]
        self._priced = [(number, row.price) for number, row in enumerate(rows) if row.price]
        self._left = [row.most for row in rows]
        self._sides_taken = [0] * len(names)
        self._steps = most_steps

    def go(self, place: int, room: int) -> None:
        """Decide the columns from *place* on, with *room* for what they lose."""
        self._steps -= 1
        if self._steps < 0 or len(self.found) > MOST_FOUND:
            raise _TooMany
        left = room
        for number, price in self._priced:
            unused = self._left[number] - self._highest[number][place]
            if unused > 0:
                left -= price * unused
        if left < self._least:
            return
        if place == len(self._names):
            self.found.append(dict(zip(self._names, self._sides_taken, strict=True)))
            self._keep(left)
            return
        side = self._sides[place]
        self._decide(place, side, room)
        if self._losses[place] <= room:
            self._decide(place, 1 - side, room - self._losses[place])

    def _keep(self, left: int) -> None:
        """Let nothing be looked for any more that is below so many of the best ones."""
        if self._best is None:
            return
        heappush(self._lefts, left)
        if len(self._lefts) > self._best:
            heappop(self._lefts)
        if len(self._lefts) == self._best:
            self._least = max(0, self._lefts[0] - self._rounded)

    def _decide(self, place: int, side: int, room: int) -> None:
        self._sides_taken[place] = side
        touched, left = self._touched[place], self._left
        if side:
            for number, term in touched:
                left[number] -= term
        if all(left[number] >= self._lowest[number][place + 1] for number, _ in touched):
            self.go(place + 1, room)
        if side:
            for number, term in touched:
                left[number] += term


def solutions(
    programme: Programme,
    bound: Bound,
    lowest: Fraction,
    best: int | None = None,
    most_steps: int = MOST_STEPS,
) -> tuple[Mapping[str, int], ...] | None:
    """
    Return every solution that gains *lowest* or more, each with the value of every column.

    Some may gain less, by what the bound was rounded, and because they were found early.

    Args:
        programme: Of whole terms and bounds.
        bound: Of this programme.
        lowest: On the scale of the bound.
        best: Of so many best ones, and those as good as the last of them, none is left out; others
            may be. None is of all.
        most_steps: So much is tried.

    Returns:
        None when there is too much to try or to list, when columns are not all 0 or 1, and when
        the bound tells nothing.
    """
    fixed = bound.fixed(lowest)
    names = sorted((one for one in bound.losses if one not in fixed), key=_by_loss(bound))
    if len(names) > _MOST_OPEN or len(bound.losses) != len(programme.columns):
        return None
    rows = [*_rows(programme, bound, fixed, names)]
    if any(row.most < row.lowest[0] for row in rows):
        return ()
    may_break = [row for row in rows if row.price or row.most < row.highest[0]]
    walk = _Walk(names, bound, may_break, best, most_steps)
    try:
        walk.go(0, bound.room(lowest))
    except _TooMany:
        return None
    return tuple({**fixed, **one} for one in walk.found)


def _rows(
    programme: Programme, bound: Bound, fixed: Mapping[str, int], names: Sequence[str]
) -> Iterator[_Row]:
    """Yield every side of every constraint over the columns that are open."""
    for number, row in enumerate(programme.constraints):
        for sign, side in ((1, row.most), (-1, row.least)):
            if side is not None:
                taken = sum(whole(term) * fixed.get(name, 0) for name, term in row.terms.items())
                yield _Row.of(
                    tuple(sign * whole(row.terms.get(name, 0)) for name in names),
                    sign * (whole(side) - taken),
                    bound.prices.get((number, sign), 0),
                )


def _by_loss(bound: Bound) -> Callable[[str], tuple[int, str]]:
    return lambda name: (-bound.losses[name], name)
