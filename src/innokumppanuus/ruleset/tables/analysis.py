"""
Which rows of a decision table overlap, what no row covers, and which rows can never count.

Each column of conditions is cut into classes within which all its cells say the same; a row is then
a box of classes. It is exact for inputs that are independent of each other, and knows no data.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any, TypeAlias

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.tables import Aggregation, HitPolicy
from innokumppanuus.ruleset.expressions.nodes import Constant, Variable, parts
from innokumppanuus.ruleset.expressions.value_types import MOST_INT, Type
from innokumppanuus.ruleset.tables.compiling import CompiledTable
from innokumppanuus.ruleset.tables.operands import WORDS
from innokumppanuus.ruleset.tables.spans import Extent

MOST_BOXES = 5000
"""How many pieces what is not covered may fall into before the search is given up."""

MOST_CLASSES = 4096
"""How many combinations the words of one list may have before the search is given up."""

Box: TypeAlias = tuple[int, ...]
"""For each column the classes that belong to it, as a bit mask."""


@attrs.frozen(kw_only=True)
class Overlap:
    """Two rows, from 1, that match the same values; *witness* is such values in words."""

    first: int
    second: int
    is_same: bool
    witness: str


@attrs.frozen(kw_only=True)
class Analysis:
    """
    What is to be known of a table before anybody applies.

    Attributes:
        overlaps: Pairs of rows that match the same values.
        gaps: Values that no row matches, one example from each part that is not covered.
        idle: Rows, from 1, that can never count, since earlier ones match all that they do.
        open_rows: Rows, from 1, with values that are known only with applications; left out.
        is_sure: Whether the inputs are answers of their own, so that any values can meet.
        is_whole: Whether the search for gaps was finished.
    """

    overlaps: tuple[Overlap, ...]
    gaps: tuple[str, ...]
    idle: tuple[int, ...]
    open_rows: tuple[int, ...]
    is_sure: bool
    is_whole: bool


@attrs.frozen
class _Class:
    """Values that every cell of a column treats alike, with one of them."""

    witness: Any


@attrs.frozen(kw_only=True)
class _Axis:
    """One input with its classes."""

    name: str
    classes: tuple[_Class, ...]
    show: Callable[[Any], str]

    @property
    def all(self) -> int:
        return (1 << len(self.classes)) - 1


def analyse(compiled: CompiledTable) -> Analysis:
    """Return the overlaps, gaps and idle rows of the table."""
    groups = _by_input(compiled)
    open_rows = tuple(
        number
        for number, row in enumerate(compiled.cells, start=1)
        if any(cell.extent is None for cell in row)
    )
    axes = [_axis(compiled, places) for places in groups.values()]
    is_small = all(axis is not None for axis in axes)
    known = [axis for axis in axes if axis is not None]
    boxes: dict[int, Box] = {}
    if is_small:
        for number in range(1, len(compiled.rows) + 1):
            if number not in open_rows:
                boxes[number] = _box(compiled, number, list(groups.values()), known)
    whole = tuple(axis.all for axis in known)
    rest = _subtracted([whole], boxes.values()) if is_small and not open_rows else None
    return Analysis(
        overlaps=tuple(_overlaps(compiled, boxes, known)),
        gaps=tuple(_shown(box, known) for box in rest or ()),
        idle=tuple(_idle(compiled, boxes)),
        open_rows=open_rows,
        is_sure=all(_is_answer(compiled, places[0]) for places in groups.values()),
        is_whole=is_small and (rest is not None or bool(open_rows)),
    )


def needs_cover(compiled: CompiledTable) -> bool:
    """Return whether an application that no row matches has no outcome."""
    table = compiled.table
    if table.hit in (HitPolicy.RULE_ORDER, HitPolicy.OUTPUT_ORDER):
        return False
    is_collected = table.hit is HitPolicy.COLLECT
    return not is_collected or table.aggregation in (Aggregation.MIN, Aggregation.MAX)


def _by_input(compiled: CompiledTable) -> Mapping[str, list[int]]:
    """Return the places of the columns by what they test: two columns may test the same."""
    groups: dict[str, list[int]] = {}
    for place, column in enumerate(compiled.columns):
        groups.setdefault("".join(column.text.split()), []).append(place)
    return groups


def _is_answer(compiled: CompiledTable, place: int) -> bool:
    node = compiled.columns[place].node
    return isinstance(node, Variable) and "." not in node.name


def _axis(compiled: CompiledTable, places: list[int]) -> _Axis | None:
    """Return the classes of an input; None when there are too many."""
    column = compiled.columns[places[0]]
    extents = [
        extent
        for row in compiled.cells
        for place in places
        if (extent := row[place].extent) is not None
    ]
    ends = sorted({end for extent in extents for end in extent.ends()})
    currency = _currency(compiled, places)
    if column.type in WORDS or column.type is Type.BOOL:
        classes = _words(column.type, column.options, [str(end) for end in ends])
        if column.type is Type.BOOL:
            classes = (False, True)
        if classes is None:
            return None
    else:
        classes = tuple(_between(column.type, ends))
    return _Axis(
        name=column.text,
        classes=tuple(_Class(one) for one in classes),
        show=lambda value: _words_of(value, column.type, currency),
    )


def _words(kind: Type, options: tuple[str, ...], named: list[str]) -> tuple[Any, ...] | None:
    """Return the words that may be answered, and one that nobody names where any word may be."""
    known = list(options) or named
    if kind is not Type.LIST:
        return tuple(known) if options else (*known, _other(known))
    words = [*known] if options else [*known, _other(known)]
    told = [word for word in words if word in named]
    if 2 ** len(told) > MOST_CLASSES:
        return None
    picked = product((False, True), repeat=len(told))
    return tuple(tuple(word for word, has in zip(told, one, strict=True) if has) for one in picked)


def _other(known: Sequence[str]) -> str:
    other = "…"
    while other in known:
        other += "…"
    return other


def _between(kind: Type, ends: Sequence[Any]) -> Iterator[Any]:
    """Yield a value below, at, between and above the ends, wherever there is one."""
    if not ends:
        yield _SOME[kind]
        return
    step = _STEPS.get(kind)
    yield from _beyond(kind, ends[0], -1)
    for place, end in enumerate(ends):
        yield end
        if place + 1 < len(ends):
            following = ends[place + 1]
            if step is None:
                middle = end + (following - end) / 2
                if end < middle < following:
                    yield middle
            elif end + step < following:
                yield end + step
    yield from _beyond(kind, ends[-1], 1)


def _beyond(kind: Type, end: Any, sign: int) -> Iterator[Any]:
    step = _STEPS.get(kind)
    try:
        value = end + sign * (1 if step is None else step)
    except OverflowError:
        return
    is_number = kind in (Type.INT, Type.MONEY)
    if value != end and not (is_number and abs(value) > MOST_INT):
        yield value


def _box(compiled: CompiledTable, number: int, groups: list[list[int]], axes: list[_Axis]) -> Box:
    row = compiled.cells[number - 1]
    box = []
    for places, axis in zip(groups, axes, strict=True):
        extents = [extent for place in places if (extent := row[place].extent) is not None]
        box.append(
            sum(
                1 << bit
                for bit, one in enumerate(axis.classes)
                if all(_meets(extent, one.witness) for extent in extents)
            )
        )
    return tuple(box)


def _meets(extent: Extent, value: Any) -> bool:
    if isinstance(value, tuple):  # the words of a list: one of them is enough
        inner = attrs.evolve(extent, is_not=False)
        return any(inner.holds(word) for word in value) != extent.is_not
    return extent.holds(value)


def _overlaps(
    compiled: CompiledTable, boxes: Mapping[int, Box], axes: list[_Axis]
) -> Iterator[Overlap]:
    keys = [_outcome(compiled, number) for number in range(1, len(compiled.rows) + 1)]
    numbers = sorted(boxes)
    for place, first in enumerate(numbers):
        for second in numbers[place + 1 :]:
            common = tuple(a & b for a, b in zip(boxes[first], boxes[second], strict=True))
            if all(common):
                yield Overlap(
                    first=first,
                    second=second,
                    is_same=keys[first - 1] == keys[second - 1],
                    witness=_shown(common, axes),
                )


def _outcome(compiled: CompiledTable, number: int) -> object:
    then = compiled.thens[number - 1]
    value = getattr(then.node, "value", None)
    return (type(then.node).__name__, then.text if value is None else value)


def _idle(compiled: CompiledTable, boxes: Mapping[int, Box]) -> Iterator[int]:
    """Yield the rows of a table of the first hit that earlier rows leave nothing to."""
    if compiled.table.hit is not HitPolicy.FIRST:
        return
    for number, box in boxes.items():
        earlier = [boxes[one] for one in boxes if one < number]
        if _subtracted([box], earlier) == []:
            yield number


def _subtracted(whole: list[Box], boxes: Any) -> list[Box] | None:
    """Return what the boxes leave of *whole*; None when it falls into too many pieces."""
    rest = whole
    for box in boxes:
        rest = [piece for one in rest for piece in _without(one, box)]
        if len(rest) > MOST_BOXES:
            return None
    return rest


def _without(one: Box, box: Box) -> Iterator[Box]:
    """Yield *one* without *box* in pieces that do not overlap."""
    if not all(a & b for a, b in zip(one, box, strict=True)):
        yield one
        return
    inside = list(one)
    for place, mask in enumerate(box):
        outside = inside[place] & ~mask
        if outside:
            yield (*inside[:place], outside, *inside[place + 1 :])
        inside[place] &= mask


def _shown(box: Box, axes: list[_Axis]) -> str:
    """Return values of the box in words; inputs that may be anything are left out."""
    parts = []
    for mask, axis in zip(box, axes, strict=True):
        if mask != axis.all or len(axes) == 1:
            lowest = (mask & -mask).bit_length() - 1
            parts.append(f"{axis.name} = {axis.show(axis.classes[lowest].witness)}")
    return ", ".join(parts) or ", ".join(f"{axis.name} = …" for axis in axes)


def _currency(compiled: CompiledTable, places: list[int]) -> str:
    """Return the currency of the sums in the columns; they are told apart by their cents only."""
    for row in compiled.cells:
        for place in places:
            node = row[place].node
            found = next(_sums(node), None) if node is not None else None
            if found is not None:
                return found
    return ""


def _sums(node: Any) -> Iterator[str]:
    if isinstance(node, Constant) and isinstance(node.value, Money):
        yield node.value.currency
    for part in parts(node):
        yield from _sums(part)


def _words_of(value: Any, kind: Type, currency: str) -> str:
    if kind is Type.MONEY:
        return str(Money(value, currency)) if currency else str(Money(value))
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)


_STEPS: Mapping[Type, Any] = {
    Type.INT: 1,
    Type.MONEY: 1,
    Type.DATE: timedelta(days=1),
    Type.TIMESTAMP: timedelta(microseconds=1),
}
"""The least difference of two values; there is none between numbers."""

_SOME: Mapping[Type, Any] = {
    Type.INT: 0,
    Type.DOUBLE: 0.0,
    Type.MONEY: 0,
    Type.DATE: date(2000, 1, 1),
    Type.TIMESTAMP: datetime(2000, 1, 1),  # noqa: DTZ001 - only stands for any moment
}
