"""One value of an official's case ↔ one cell, so that it reads back the same. It knows no rows."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.application_forms import said as as_filled_in
from innokumppanuus.intake.case_words import LEFT_OUT, NOT_TOLD, NOTHING, VERDICTS
from innokumppanuus.intake.cells import Cell
from innokumppanuus.intake.names import nearest, plain, said
from innokumppanuus.intake.values import read_answer, read_choices, read_text
from innokumppanuus.intake.writing import Value
from innokumppanuus.ruleset.expressions import Type

_MARKERS = frozenset(plain(word) for one in (LEFT_OUT, NOTHING, NOT_TOLD) for word in said(one))
_ODD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")
_CODED = re.compile(r"_(?=x)")
_MONEY = re.compile(r"-?[0-9]+(?:\.[0-9]{1,2})? [A-Z]{3}", re.ASCII)
_FIRST_SURE_YEAR = 1922
"""Before it, offsets from Greenwich have seconds, which no cell can say."""

_FIELD_TYPES: Final[Mapping[Type, FieldType]] = MappingProxyType(
    {
        Type.STRING: FieldType.TEXT,
        Type.INT: FieldType.INTEGER,
        Type.DOUBLE: FieldType.NUMBER,
        Type.MONEY: FieldType.MONEY,
        Type.DATE: FieldType.DATE,
        Type.TIMESTAMP: FieldType.MOMENT,
        Type.BOOL: FieldType.YES_NO,
        Type.LIST: FieldType.CHOICES,
    }
)


def value_field(text: str, kind: Type) -> Field:
    """Return what the value of an expression is written and read as; a sum names its currency."""
    return Field(id="value", name=same(text), type=_FIELD_TYPES[kind], currency="")


def is_word(cell: Cell, word: Label) -> bool:
    """Return whether the cell has the word, in any of the three languages."""
    return plain(cell.text) in map(plain, said(word))


def read_words(cell: Cell) -> str:
    """Return the words in the cell; those in quotation marks are taken exactly, spaces too."""
    exactly = _exactly(cell)
    return exactly if isinstance(exactly, str) else read_text(cell)


def write_words(text: str) -> str:
    """Return *text* as `read_words` reads it back the same."""
    is_sure = text.strip() == text != "" and not _ODD.search(text) and not _CODED.search(text)
    if is_sure and plain(text) not in _MARKERS and read_words(_cell(text)) == text:
        return text
    return _quoted(text)


def read_verdict(cell: Cell) -> Verdict:
    """Return the verdict, by its word in any language or by its key."""
    word = plain(read_text(cell))
    for verdict, label in VERDICTS.items():
        if word in (plain(verdict.value), *map(plain, said(label))):
            return verdict
    known = ", ".join(name for label in VERDICTS.values() for name in said(label))
    raise InvalidValue("choice-none", known=known, got=cell.text)


def read_given(cell: Cell, field: Field, zone_name: str) -> Answer | None:
    """
    Return the answer in the cell; None when it says that there is none.

    Raises:
        InvalidValue: When the cell holds something else, or what it means is not sure.
    """
    if cell.fault:
        raise InvalidValue(cell.fault, got=cell.text)
    if is_word(cell, LEFT_OUT) or is_word(cell, NOT_TOLD):
        return None
    match field.type:
        case FieldType.TEXT:
            return read_words(cell)
        case FieldType.MONEY:
            return _sum(cell, field)
        case FieldType.CHOICE:
            exactly = _exactly(cell)
            if isinstance(exactly, str):
                return _known((exactly,), field)[0]
        case FieldType.CHOICES:
            return _several(cell, field)
    return read_answer(cell, field, zone_name)


def write_given(value: object, field: Field, zone_name: str, language: str) -> Value:
    """Return what a cell holds so that `read_given` reads it back the same."""
    if value is None:
        return (LEFT_OUT if field.currency else NOT_TOLD).say(language)
    if isinstance(value, str) and field.type is FieldType.TEXT:
        return write_words(value)
    if isinstance(value, Money) and value.currency != field.currency:
        return str(value)
    if isinstance(value, datetime) and value.year < _FIRST_SURE_YEAR:
        return value.astimezone(UTC).isoformat(" ")
    if field.type is FieldType.CHOICE:
        return _first(_names(field, str(value), language), value, field, zone_name)
    if isinstance(value, tuple):
        chosen = tuple(str(one) for one in value)
        return _first(_listed(field, chosen, language), value, field, zone_name)
    assert isinstance(value, Answer)
    return as_filled_in(value, field, zone_name, language)


def read_names(cell: Cell, fields: Iterable[Field]) -> tuple[str, ...]:
    """Return the ids of the fields that the cell names, by id or heading, apart by `;` or line."""
    if is_word(cell, NOTHING):
        return ()
    known = tuple(fields)
    return tuple(_named(part, known) for part in _parted(read_text(cell)))


def write_names(ids: tuple[str, ...], fields: Iterable[Field], language: str) -> str:
    """Return the names of the fields so that `read_names` reads them back."""
    known = tuple(fields)
    names = {one.id: one.name.say(language) for one in known}
    if not ids:
        return NOTHING.say(language)
    told = "; ".join(names[one] for one in ids)
    try:
        is_sure = read_names(_cell(told), known) == ids and write_words(told) == told
    except InvalidValue:
        is_sure = False
    return told if is_sure else "; ".join(ids)


def _named(part: str, fields: tuple[Field, ...]) -> str:
    word = plain(part)
    by_id = [one.id for one in fields if one.id == part]
    by_name = [
        one.id
        for one in fields
        if word in (plain(one.id), *map(plain, said(one.name)), *map(plain, one.aliases))
    ]
    found = by_id or by_name
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidValue("cell-choice-ambiguous", got=part, options=", ".join(found))
    meant = nearest(part, [name for one in fields for name in (one.id, *said(one.name))])
    if meant:
        raise InvalidValue("unknown-name", got=part, meant=meant)
    raise InvalidValue("unknown-name-none", got=part)


def _sum(cell: Cell, field: Field) -> Money:
    """Return the sum; one that names its currency as rule sets do may be of another."""
    text = " ".join(cell.text.split())
    if isinstance(cell.value, str) and _MONEY.fullmatch(text):
        number, currency = text.split(" ")
        return Money.of(number, currency)
    if not field.currency:
        raise InvalidValue("case-money-currency", got=cell.text)
    answer = read_answer(cell, field, "UTC")
    assert isinstance(answer, Money)
    return answer


def _several(cell: Cell, field: Field) -> tuple[str, ...]:
    if is_word(cell, NOTHING):
        return ()
    exactly = _exactly(cell)
    if isinstance(exactly, tuple):
        return _known(exactly, field)
    if field.options:
        return read_choices(cell, field.options)
    return tuple(_parted(read_text(cell)))


def _known(chosen: tuple[str, ...], field: Field) -> tuple[str, ...]:
    options = [option.id for option in field.options]
    for one in chosen if options else ():
        if one not in options:
            raise InvalidValue("cell-choice", got=one, options=", ".join(options))
    return chosen


def _names(field: Field, id: str, language: str) -> Iterable[str]:
    """Yield the ways to write an option, the plainest first."""
    yield from (option.name.say(language) for option in field.options if option.id == id)
    yield id
    yield _quoted(id)


def _listed(field: Field, chosen: tuple[str, ...], language: str) -> Iterable[str]:
    """Yield the ways to write several options, the plainest first."""
    names = {option.id: option.name.say(language) for option in field.options}
    if not chosen:
        yield NOTHING.say(language)
    yield "; ".join(names.get(one, one) for one in chosen)
    yield "; ".join(chosen)
    yield f"[{', '.join(map(_quoted, chosen))}]"


def _first(ways: Iterable[str], value: object, field: Field, zone_name: str) -> str:
    """Return the first of the ways that reads back the same; the last one always does."""
    way = ""
    for way in ways:
        is_plain = way.strip() == way != "" and not _ODD.search(way) and not _CODED.search(way)
        try:
            if is_plain and read_given(_cell(way), field, zone_name) == value:
                return way
        except InvalidValue:
            continue
    return way


def _parted(text: str) -> list[str]:
    parts = (part.strip() for line in text.splitlines() for part in line.split(";"))
    return [part for part in parts if part]


def _quoted(text: str) -> str:
    """Return *text* in quotation marks, with escapes for what a cell would change."""
    shown = json.dumps(text, ensure_ascii=bool(_ODD.search(text)))
    return _CODED.sub(r"\\u005f", shown)


def _exactly(cell: Cell) -> str | tuple[str, ...] | None:
    """Return what stands in quotation marks, or None when the whole cell does not."""
    text = cell.text if isinstance(cell.value, str) else ""
    if not text.startswith(('"', '["')) or text == '"':
        return None
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(read, list) and all(isinstance(one, str) for one in read):
        return tuple(read)
    return read if isinstance(read, str) else None


def _cell(text: str) -> Cell:
    return Cell(row=1, column=1, value=text)
