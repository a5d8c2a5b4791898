"""Reads one cell as the answer to a form field. A cell that cannot be read raises InvalidValue."""

import math
from collections.abc import Iterable

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake import words
from innokumppanuus.intake.cells import Cell
from innokumppanuus.intake.clock import read_date, read_moment
from innokumppanuus.intake.names import nearest, plain, said
from innokumppanuus.intake.numerals import read_integer, read_money, read_number

_YES = frozenset({*map(plain, said(words.YES)), "true", "tosi", "sant"})
_NO = frozenset({*map(plain, said(words.NO)), "false", "epätosi", "falskt"})
_SURE = 10**15


def read_answer(cell: Cell, field: Field, zone_name: str, decimal: str = "") -> Answer:
    """
    Return the answer in the cell, of the type of the field.

    Args:
        cell: Not blank.
        field: The question.
        zone_name: Zone of times that state none.
        decimal: The decimal mark of the whole file, when it is known.

    Raises:
        InvalidValue: When the cell holds something else, or what it means is not sure.
    """
    if cell.fault:
        raise InvalidValue(cell.fault, got=cell.text)
    match field.type:
        case FieldType.TEXT:
            return read_text(cell)
        case FieldType.INTEGER:
            return read_integer(cell, decimal)
        case FieldType.NUMBER:
            return read_double(cell, decimal)
        case FieldType.MONEY:
            return read_money(cell, field.currency, decimal)
        case FieldType.DATE:
            return read_date(cell)
        case FieldType.MOMENT:
            return read_moment(cell, zone_name)
        case FieldType.YES_NO:
            return read_yes_no(cell)
        case FieldType.CHOICE:
            return read_choice(cell, field.options)
        case FieldType.CHOICES:
            return read_choices(cell, field.options)
        case FieldType.BUSINESS_ID:
            return BusinessId.read(read_text(cell))


def read_double(cell: Cell, decimal: str = "") -> float:
    """Return the number in the cell in binary; one too large for that raises InvalidValue."""
    number = float(read_number(cell, decimal))
    if not math.isfinite(number):
        raise InvalidValue("cell-number", got=cell.text)
    return number


def read_text(cell: Cell) -> str:
    """Return the words in the cell; a day, or a number that has lost digits, is not words."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if abs(value) >= _SURE:
            raise InvalidValue("cell-digits-lost", got=cell.text)
        return cell.text
    if not isinstance(value, str | bool):
        raise InvalidValue("cell-day-for-text", got=cell.text)
    return cell.text


def read_yes_no(cell: Cell) -> bool:
    """Return whether the cell says yes, in any of the three languages."""
    if isinstance(cell.value, bool):
        return cell.value
    word = plain(cell.text) if isinstance(cell.value, str) else ""
    if word not in _YES | _NO:
        raise InvalidValue("cell-yes-no", got=cell.text)
    return word in _YES


def read_choice(cell: Cell, options: Iterable[Option]) -> str:
    """Return the id of the option whose id or name, in any language, the cell has."""
    return _option(read_text(cell), tuple(options))


def read_choices(cell: Cell, options: Iterable[Option]) -> tuple[str, ...]:
    """Return the ids of all options in the cell, apart by `;` or line, in the order of the form."""
    listed = tuple(options)
    text = read_text(cell)
    if _meant(text, listed):
        return (_option(text, listed),)
    parts = [part for line in text.splitlines() for part in line.split(";") if part.strip()]
    chosen = {_option(part.strip(), listed) for part in parts}
    return tuple(option.id for option in listed if option.id in chosen)


def _meant(text: str, options: tuple[Option, ...]) -> frozenset[str]:
    """Return the options of that name; an id is stronger than the words of another option."""
    word = plain(text)
    by_id = frozenset(option.id for option in options if plain(option.id) == word)
    by_name = frozenset(o.id for o in options if word in map(plain, said(o.name)))
    return by_id or by_name


def _option(text: str, options: tuple[Option, ...]) -> str:
    found = _meant(text, options)
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise InvalidValue("cell-choice-ambiguous", got=text, options=", ".join(sorted(found)))
    meant = nearest(text, [name for o in options for name in (o.id, *said(o.name))])
    if meant:
        raise InvalidValue("cell-choice-meant", got=text, meant=meant)
    raise InvalidValue("cell-choice", got=text, options=", ".join(option.id for option in options))
