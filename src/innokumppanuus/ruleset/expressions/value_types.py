"""The types that a value in an expression may have, and what a given value counts as."""

import math
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.unknown import NOT_FINITE, OVERFLOW

LEAST_INT, MOST_INT = -(2**63), 2**63 - 1


class Type(StrEnum):
    """
    Type of a value in an expression; the words are those that rule sets and plugins use.

    `timestamp` is a moment with a time zone, `list` a list of strings, `double` an IEEE 754 number.
    """

    BOOL = "bool"
    INT = "int"
    DOUBLE = "double"
    STRING = "string"
    MONEY = "money"
    DATE = "date"
    TIMESTAMP = "timestamp"
    LIST = "list"


def is_int64(number: int) -> bool:
    return LEAST_INT <= number <= MOST_INT


def normal(text: str) -> str:
    """Return *text* with composed characters (NFC), so that one word has one form."""
    return unicodedata.normalize("NFC", text)


def taken(wanted: Type, value: object) -> object:
    """
    Return *value* as expressions reckon with it, or Unknown when its size is beyond them.

    Returns:
        None when *value* is not of the type at all.
    """
    return _TAKERS[wanted](value)


def _bool(value: object) -> object:
    return value if isinstance(value, bool) else None


def _int(value: object) -> object:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if is_int64(value) else OVERFLOW


def _double(value: object) -> object:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except OverflowError:
        return OVERFLOW
    return number if math.isfinite(number) else NOT_FINITE


def _string(value: object) -> object:
    return normal(value) if isinstance(value, str) else None


def _money(value: object) -> object:
    if not isinstance(value, Money):
        return None
    return value if is_int64(value.cents) else OVERFLOW


def _date(value: object) -> object:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _timestamp(value: object) -> object:
    is_aware = isinstance(value, datetime) and value.utcoffset() is not None
    return value if is_aware else None


def _list(value: object) -> object:
    if not isinstance(value, tuple | list) or not all(isinstance(one, str) for one in value):
        return None
    return tuple(normal(one) for one in value)


_TAKERS: Mapping[Type, Callable[[object], object]] = {
    Type.BOOL: _bool,
    Type.INT: _int,
    Type.DOUBLE: _double,
    Type.STRING: _string,
    Type.MONEY: _money,
    Type.DATE: _date,
    Type.TIMESTAMP: _timestamp,
    Type.LIST: _list,
}
