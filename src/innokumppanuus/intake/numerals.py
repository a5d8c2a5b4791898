"""
Reads one number as Finnish, Swedish and English writers leave it. An ambiguous one is no number.

`10,000` may be ten or ten thousand, so it is refused unless the file's decimal mark is known.
"""

import math
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.cells import Cell

_MARKS: Mapping[str, frozenset[str]] = {
    "€": frozenset({"EUR"}),
    "e": frozenset({"EUR"}),
    "euro": frozenset({"EUR"}),
    "euroa": frozenset({"EUR"}),
    "euros": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "$": frozenset({"USD"}),
    "kr": frozenset({"DKK", "NOK", "SEK"}),
}
_SURE_DIGITS = 15
_NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<body>\d[\d., ]*?)(?P<power>[eE][+-]?\d{1,3})?")
_SPACED = re.compile(r"\d{1,3}( \d{3})+(?:[.,](?P<part>\d+))?")
_GROUPED = re.compile(r"\d{1,3}(?:(,)\d{3}(?:,\d{3})*\.\d+|(\.)\d{3}(?:\.\d{3})*,\d+)")
_GROUPS_ONLY = re.compile(r"\d{1,3}(?:(?:,\d{3}){2,}|(?:\.\d{3}){2,})")
_SINGLE = re.compile(r"(?P<whole>\d+)(?P<mark>[.,])(?P<part>\d+)")
_MONEY = re.compile(r"(?P<before>[^\d\s.,+-]*) ?(?P<number>[+-]?\d.*?) ?(?P<after>[^\d\s.,]*)")
_NO_CENTS = re.compile(r",[-–—](?=\D*$)")


def read_number(cell: Cell, decimal: str = "") -> Decimal:
    """
    Return the number in the cell, exactly as it is written.

    Args:
        cell: A number, or text.
        decimal: The decimal mark of the whole file, when it is known.

    Raises:
        InvalidValue: When it is no number, or may be one of two.
    """
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise InvalidValue("cell-number", got=cell.text)
    if not isinstance(value, str):
        if not math.isfinite(value):
            raise InvalidValue("cell-number", got=cell.text)
        return Decimal(repr(value))
    match = _NUMBER.fullmatch(_straight(value))
    if match is None:
        raise InvalidValue("cell-number", got=cell.text)
    body = _decimal(match["body"], decimal, cell.text)
    return Decimal(f"{match['sign']}{body}{match['power'] or ''}")


def read_integer(cell: Cell, decimal: str = "") -> int:
    """Return the whole number in the cell; raise InvalidValue when it is not one."""
    try:
        number = _shown(read_number(cell, decimal), cell)
    except InvalidValue as error:
        raise _as("cell-integer", error, got=cell.text) from error
    if number != number.to_integral_value():
        raise InvalidValue("cell-integer", got=cell.text)
    return int(number)


def read_money(cell: Cell, currency: str, decimal: str = "") -> Money:
    """Return the sum in the cell; another currency or a part of a cent raises InvalidValue."""
    bare = cell
    if isinstance(cell.value, str):
        match = _MONEY.fullmatch(_NO_CENTS.sub("", _straight(cell.value)))
        if match is None:
            raise InvalidValue("cell-money", got=cell.text, currency=currency)
        for mark in (match["before"], match["after"]):
            _check_currency(mark, currency, cell)
        bare = Cell(row=cell.row, column=cell.column, value=match["number"])
    try:
        number = _shown(read_number(bare, decimal), cell)
    except InvalidValue as error:
        raise _as("cell-money", error, got=cell.text, currency=currency) from error
    cents = number * 100
    if cents != cents.to_integral_value():
        raise InvalidValue("cell-money-part", got=cell.text)
    return Money(int(cents), currency)


def _as(key: str, error: InvalidValue, **values: object) -> InvalidValue:
    """Return *error* in the words of *key*, unless it says more than that it is no number."""
    if error.key == "cell-number":
        return InvalidValue(key, **values)
    return InvalidValue(error.key, **{**error.values, "got": values["got"]})


def _shown(number: Decimal, cell: Cell) -> Decimal:
    """Take a binary number for what a spreadsheet shows of it: 0.1 + 0.2 is 0.3 there."""
    if not isinstance(cell.value, float):
        return number
    if abs(number) >= 10**_SURE_DIGITS:
        raise InvalidValue("cell-digits-lost", got=cell.text)
    return Decimal(f"{cell.value:.{_SURE_DIGITS}g}")


def _check_currency(mark: str, currency: str, cell: Cell) -> None:
    if not mark or mark.casefold() == currency.casefold():
        return
    known = _MARKS.get(mark.casefold())
    if known is None:
        is_code = len(mark) == len(currency) and mark.isupper()
        key = "cell-money-currency" if is_code else "cell-money"
        raise InvalidValue(key, got=cell.text, currency=currency)
    if currency not in known:
        raise InvalidValue("cell-money-currency", got=cell.text, currency=currency)


def _straight(text: str) -> str:
    """Make every kind of space a space and every kind of minus a minus."""
    spaced = "".join(" " if unicodedata.category(one) == "Zs" else one for one in text)
    return spaced.replace("\u2212", "-").strip()


def _decimal(body: str, mark: str, got: str) -> str:
    if body.isdigit() and body.isascii():
        return body
    if mark:
        return _with_mark(body, mark, got)
    if match := _SPACED.fullmatch(body):
        return _parts(body, match["part"])
    if match := _GROUPED.fullmatch(body):
        group = match[1] or match[2]
        return body.replace(group, "").replace(",", ".")
    if _GROUPS_ONLY.fullmatch(body):
        return body.replace(",", "").replace(".", "")
    match = _SINGLE.fullmatch(body)
    if match is None or not body.isascii():
        raise InvalidValue("cell-number", got=got)
    whole, part = match["whole"], match["part"]
    if len(part) == 3 and len(whole) <= 3 and not whole.startswith("0"):
        raise InvalidValue("cell-number-ambiguous", got=got)
    return f"{whole}.{part}"


def _with_mark(body: str, mark: str, got: str) -> str:
    group = "," if mark == "." else r"\."
    known = rf"(?:\d+|\d{{1,3}}(?:[ {group}]\d{{3}})+)(?:{re.escape(mark)}\d+)?"
    if not re.fullmatch(known, body, re.ASCII):
        raise InvalidValue("cell-number", got=got)
    whole, _, part = body.partition(mark)
    return f"{re.sub('[^0-9]', '', whole)}.{part or 0}"


def _parts(body: str, part: str | None) -> str:
    whole = body[: -len(part) - 1] if part else body
    digits = whole.replace(" ", "")
    if not (digits + (part or "")).isascii():
        raise InvalidValue("cell-number", got=body)
    return f"{digits}.{part or 0}"
