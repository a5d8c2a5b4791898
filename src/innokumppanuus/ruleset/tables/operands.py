"""A value in a cell of a decision table: a literal as rule sets write it, or an expression."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import ExpressionProblems, InvalidValue
from innokumppanuus.ruleset.expressions import Environment, Type, compile
from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.nodes import Constant, Node
from innokumppanuus.ruleset.expressions.value_types import is_int64, normal
from innokumppanuus.ruleset.scalars import (
    MONEY,
    WHOLE,
    read_date,
    read_decimal,
    read_money,
    read_when,
    read_whole,
    read_yes_no,
)

WORDS = (Type.STRING, Type.LIST)
"""Types whose values are words: quotes may be left out."""

_QUOTED = re.compile(r""""((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'""", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_EXPRESSION = re.compile(r"-?[A-Za-z_(\"']")
_TIMES = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d.*", re.DOTALL)


@attrs.frozen(kw_only=True)
class Reading:
    """
    A part of a text that must be a value.

    Attributes:
        complaints: Where what is wrong is noted; its text is that of the whole cell.
        start: Index of the first character of the value.
        end: Index after the last.
        type: What it must be.
        environment: What an expression in it may name.
        options: What a choice may hold; empty when it may hold anything.
        name: What the value is compared with.
        zone: Time zone of moments.
    """

    complaints: Complaints
    start: int
    end: int
    type: Type
    environment: Environment
    options: tuple[str, ...] = ()
    name: str = ""
    zone: str

    @property
    def text(self) -> str:
        return self.complaints.text[self.start : self.end]


def read_operand(reading: Reading) -> Node | None:
    """Return the value, a Constant when it is a plain one, or None when something is noted."""
    if not reading.text:
        reading.complaints.add("table-cell-part", reading.start)
        return None
    if reading.type in WORDS:
        return _words(reading)
    if reading.type is not Type.BOOL and _EXPRESSION.match(reading.text):
        return _expression(reading)
    try:
        value = _LITERALS[reading.type](reading.text, reading.zone)
    except InvalidValue as problem:
        reading.complaints.add(problem.key, reading.start, **problem.values)
        return None
    return Constant(start=0, end=0, type=reading.type, value=value)


def ordered(constant: Constant) -> Any:
    """Return the value of a constant so that it can be compared with others of its column."""
    value = constant.value
    if isinstance(value, Money):
        return value.cents
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def _words(reading: Reading) -> Node | None:
    quoted = _QUOTED.fullmatch(reading.text)
    if quoted is None and reading.text[0] in "'\"":
        reading.complaints.add("expression-text-open", reading.start, quote=reading.text[0])
        return None
    inner = next((one for one in quoted.groups() if one is not None), "") if quoted else None
    value = normal(_ESCAPED.sub(r"\1", inner) if inner is not None else reading.text)
    options = tuple(normal(one) for one in reading.options)
    if options and value not in options:
        reading.complaints.add_unknown(
            "expression-option", reading.start, value, options, variable=reading.name
        )
        return None
    return Constant(start=0, end=0, type=Type.STRING, value=value)


def _expression(reading: Reading) -> Node | None:
    try:
        return compile(reading.text, reading.environment, reading.type).node
    except ExpressionProblems as problems:
        for problem in problems.problems:
            lines = reading.text.split("\n")[: max(problem.place.line, 1) - 1]
            offset = sum(len(line) + 1 for line in lines) + max(problem.place.column, 1) - 1
            reading.complaints.add(problem.key, reading.start + offset, **problem.values)
        return None


def _whole(text: str, _: str) -> int:
    number = read_whole(text) if WHOLE.fullmatch(text) else None
    if number is None or not is_int64(number):
        raise InvalidValue("must-be-whole", got=text)
    return number


def _money(text: str, _: str) -> Money:
    if not MONEY.fullmatch(text):
        raise InvalidValue("must-be-money", got=text)
    return read_money(text)


def _day(text: str, _: str) -> date:
    return read_date(text)


def _moment(text: str, zone: str) -> datetime:
    """Return a moment; a bare day is no moment, since it may mean its start or its end."""
    if not _TIMES.fullmatch(text):
        raise InvalidValue("table-cell-moment", got=text)
    when: When = read_when(text, zone)
    return when.earliest


_LITERALS: Mapping[Type, Callable[[str, str], object]] = {
    Type.BOOL: lambda text, _: read_yes_no(text),
    Type.INT: _whole,
    Type.DOUBLE: lambda text, _: read_decimal(text),
    Type.MONEY: _money,
    Type.DATE: _day,
    Type.TIMESTAMP: _moment,
}
