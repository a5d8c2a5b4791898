"""The cells of a decision table: `[8..12]` becomes a node of the expression language."""

import re
from collections.abc import Iterator

import attrs

from innokumppanuus.ruleset.expressions import Environment
from innokumppanuus.ruleset.expressions.arithmetic import OPERATORS, membership
from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.nodes import Apply, Constant, Items, Junction, Node
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.tables.operands import WORDS, Reading, ordered, read_operand
from innokumppanuus.ruleset.tables.spans import Extent, Span

ANY = "-"
"""The cell that any value meets."""

_COMPARISON = re.compile(r"(<=|>=|<|>)\s*")
_INSTEAD = {
    "≤": "<=",
    "≥": ">=",
    "=<": "<=",
    "=>": ">=",
    "==": "",
    "=": "",
    "!=": "not",
    "<>": "not",
}
_WRONG = re.compile(r"(≤|≥|=<|=>|==|=|!=|<>)\s*")
_NOT = re.compile(r"not\s*\(")
_DASHED = re.compile(r"(\S+)\s*–\s*(\S.*)")
_OPENING, _CLOSING = "([", ")]"
_BEFORE_QUOTES = ",([<>=."


@attrs.frozen(kw_only=True)
class Column:
    """
    A column of conditions, checked.

    Attributes:
        text: The expression whose value the cells test.
        node: What it means.
        environment: What values in the cells may name.
        options: What a choice may hold; empty when it may hold anything.
        zone: Time zone of moments.
    """

    text: str
    node: Node
    environment: Environment
    options: tuple[str, ...] = ()
    zone: str

    @property
    def type(self) -> Type:
        return self.node.type


@attrs.frozen(kw_only=True)
class Cell:
    """
    A cell, checked.

    Attributes:
        text: The condition with its input, for people.
        node: Whether it holds; None when any value meets it.
        extent: Which values meet it; None when that cannot be told before there are applications.
    """

    text: str
    node: Node | None
    extent: Extent | None


def read_cell(complaints: Complaints, column: Column) -> Cell | None:
    """Return the cell with the text of *complaints*, or None when something in it is noted."""
    before = len(complaints.problems)
    text = complaints.text
    shown = f"{column.text}: {text.strip()}"
    if text.strip() == ANY:
        return Cell(text=shown, node=None, extent=Extent(spans=(), is_not=True))
    if not text.strip():
        complaints.add("table-cell-empty", 0)
        return None
    start, end = _trimmed(text, 0, len(text))
    opening = _NOT.match(text, start, end)
    is_not = opening is not None and _closing(text, opening.end() - 1, end) == end - 1
    if opening is not None and is_not:
        start, end = opening.end(), end - 1
    tests = [_test(complaints, column, *part) for part in _parted(text, start, end)]
    known = [test for test in tests if test is not None]
    if len(complaints.problems) > before or len(known) < len(tests):
        return None
    node = _any_of(column, known)
    if is_not:
        node = Apply(
            start=0,
            end=0,
            type=Type.BOOL,
            operation=OPERATORS["!", (Type.BOOL,)],
            arguments=(node,),
        )
    spans = tuple(test.span for test in known if test.span is not None)
    is_known = len(spans) == len(known)
    extent = Extent(spans=spans, is_not=is_not) if is_known else None
    return Cell(text=shown, node=node, extent=extent)


@attrs.frozen(kw_only=True)
class _Test:
    """One test of a cell; *value* when it is one value to be equal to."""

    node: Node | None = None
    value: Node | None = None
    span: Span | None = None


def _any_of(column: Column, tests: list[_Test]) -> Node:
    """Return that one of the tests holds; values are put together into one membership."""
    terms = [test.node for test in tests if test.node is not None]
    values = tuple(test.value for test in tests if test.value is not None)
    if column.type is Type.LIST:
        terms += [_applied_among(Type.STRING, value, column.node) for value in values]
    elif len(values) > 1:
        items = Items(start=0, end=0, element=column.type, items=values)
        terms.append(_applied_among(column.type, column.node, items))
    elif values:
        terms.append(compared("==", column.node, values[0]))
    return terms[0] if len(terms) == 1 else joined("||", terms)


def compared(sign: str, left: Node, right: Node) -> Node:
    """Return `left sign right` of two values of one type."""
    operation = OPERATORS[sign, (left.type, right.type)]
    return Apply(
        start=0, end=0, type=operation.returns, operation=operation, arguments=(left, right)
    )


def joined(sign: str, terms: list[Node]) -> Node:
    """Return terms joined by `&&` or `||`; no terms at all are true or false."""
    if not terms:
        return Constant(start=0, end=0, type=Type.BOOL, value=sign == "&&")
    if len(terms) == 1:
        return terms[0]
    return Junction(start=0, end=0, deciding=sign == "||", terms=tuple(terms))


def _applied_among(kind: Type, value: Node, among: Node) -> Node:
    operation = membership(kind)
    return Apply(start=0, end=0, type=Type.BOOL, operation=operation, arguments=(value, among))


def _test(complaints: Complaints, column: Column, start: int, end: int) -> _Test | None:
    text = complaints.text
    if start == end:
        complaints.add("table-cell-part", start)
        return None
    wrong = _WRONG.match(text, start, end)
    if wrong is not None:
        operand, sign = text[wrong.end() : end], _INSTEAD[wrong[1]]
        write = f"not({operand})" if sign == "not" else f"{sign} {operand}".strip()
        complaints.add("expression-write", start, got=text[start:end], write=write)
        return None
    comparison = _COMPARISON.match(text, start, end)
    if comparison is not None and not _is_ordered(complaints, column, start):
        return None
    if comparison is not None:
        return _comparison(complaints, column, comparison[1], comparison.end(), end)
    if (
        text[start] in _OPENING
        and text[end - 1] in _CLOSING
        and _dots(text, start + 1, end - 1) >= 0
    ):
        return _range(complaints, column, start, end)
    loose = _dots(text, start, end)
    dashed = _DASHED.fullmatch(text[start:end]) if column.type not in WORDS else None
    if loose >= 0 or dashed is not None:
        ends = dashed.groups() if dashed else (text[start:loose], text[loose + 2 : end])
        write = f"[{ends[0].strip()}..{ends[1].strip()}]"
        complaints.add("expression-write", start, got=text[start:end], write=write)
        return None
    value = read_operand(_reading(complaints, column, start, end))
    if value is None:
        return None
    point = Span.point(ordered(value)) if isinstance(value, Constant) else None
    return _Test(value=value, span=point)


def _comparison(
    complaints: Complaints, column: Column, sign: str, start: int, end: int
) -> _Test | None:
    value = read_operand(_reading(complaints, column, *_trimmed(complaints.text, start, end)))
    if value is None:
        return None
    span = None
    if isinstance(value, Constant):
        limit, has = ordered(value), sign.endswith("=")
        span = (
            Span(most=limit, has_most=has)
            if sign.startswith("<")
            else Span(least=limit, has_least=has)
        )
    return _Test(node=compared(sign, column.node, value), span=span)


def _range(complaints: Complaints, column: Column, start: int, end: int) -> _Test | None:
    text = complaints.text
    if not _is_ordered(complaints, column, start):
        return None
    dots = _dots(text, start + 1, end - 1)
    has_least, has_most = text[start] == "[", text[end - 1] == "]"
    low = read_operand(_reading(complaints, column, *_trimmed(text, start + 1, dots)))
    high = read_operand(_reading(complaints, column, *_trimmed(text, dots + 2, end - 1)))
    if low is None or high is None:
        return None
    span = None
    if isinstance(low, Constant) and isinstance(high, Constant):
        span = Span(least=ordered(low), most=ordered(high), has_least=has_least, has_most=has_most)
        if span.is_empty:
            complaints.add("table-range", start, got=text[start:end])
            return None
    node = joined(
        "&&",
        [
            compared(">=" if has_least else ">", column.node, low),
            compared("<=" if has_most else "<", column.node, high),
        ],
    )
    return _Test(node=node, span=span)


def _is_ordered(complaints: Complaints, column: Column, at: int) -> bool:
    if column.type in WORDS or column.type is Type.BOOL:
        complaints.add("table-cell-order", at, type=column.type)
        return False
    return True


def _reading(complaints: Complaints, column: Column, start: int, end: int) -> Reading:
    return Reading(
        complaints=complaints,
        start=start,
        end=end,
        type=Type.STRING if column.type is Type.LIST else column.type,
        environment=column.environment,
        options=column.options,
        name=column.text,
        zone=column.zone,
    )


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts between the commas that stand in no brackets and quotes."""
    here = start
    for at in _outside(text, start, end):
        if text[at] == ",":
            yield _trimmed(text, here, at)
            here = at + 1
    yield _trimmed(text, here, end)


def _dots(text: str, start: int, end: int) -> int:
    """Return where `..` stands outside brackets and quotes; -1 when it does not."""
    return next((at for at in _outside(text, start, end) if text[at : at + 2] == ".."), -1)


def _outside(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the places that stand in no brackets and no quotes."""
    return (
        at for at, depth in _depths(text, start, end) if depth == 0 and text[at] not in _CLOSING
    )


def _closing(text: str, opening: int, end: int) -> int:
    """Return where the bracket at *opening* is closed; -1 when it is not."""
    depths = _depths(text, opening, end)
    return next((at for at, depth in depths if depth == 0 and text[at] in _CLOSING), -1)


def _depths(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places outside quotes with how many brackets are open after them."""
    depth, quote, before = 0, "", ","
    at = start
    while at < end:
        one = text[at]
        if quote:
            at += one == "\\"
            quote = "" if one == quote else quote
        elif one in "'\"" and before in _BEFORE_QUOTES:
            quote = one
        else:
            depth = max(0, depth + (one in _OPENING) - (one in _CLOSING))
            yield at, depth
        before = before if one.isspace() else one
        at += 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
