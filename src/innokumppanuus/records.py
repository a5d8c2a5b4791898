"""
Nouns as plain records of dicts, lists, text and numbers, and back, exactly. No files, no bytes.

Fractions are `"7/2"`, money `"10000.00 EUR"`, days ISO 8601, moments ISO 8601 with the zone in
brackets. Where a noun holds a value of any type, what plain data cannot say is tagged, as
`{"money": "10000.00 EUR"}`.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from functools import partial
from typing import Any, TypeVar, get_args, get_origin
from zoneinfo import ZoneInfo

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import ForbiddenExtraKeysError, IterableValidationNote
from cattrs.gen import make_dict_unstructure_fn, override

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.dates import Count, When, zone
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.later import KEY as LATER_KEY
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import ParameterAmount
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import InvalidValue, Problem, RecordProblems

T = TypeVar("T")

_FRACTION = re.compile(r"-?[0-9]+(/[0-9]+)?")
_MONEY = re.compile(r"(-?[0-9]+\.[0-9]{2}) ([A-Z]{3})")
_MOMENT = re.compile(r"([^\[\]]+)(?:\[([^\[\]]+)\])?")
_MOST_DIGITS = 4000


def to_record(noun: object) -> Any:
    """Return the noun as plain data that `from_record` reads back to an equal noun."""
    return _CONVERTER.unstructure(noun)


def from_record(kind: type[T], record: object) -> T:
    """
    Return the noun of *kind* that the record holds.

    Raises:
        RecordProblems: With every problem and its path.
    """
    try:
        return _CONVERTER.structure(record, kind)
    except RecursionError as error:
        raise RecordProblems([Problem(key="record-deep")]) from error
    except Exception as error:
        raise RecordProblems(_problems(error, "")) from error


def _problems(error: BaseException, path: str) -> Iterator[Problem]:
    if isinstance(error, ClassValidationError | IterableValidationError):
        with_notes, others = error.group_exceptions()
        for inner, note in with_notes:
            is_item = isinstance(note, IterableValidationNote)
            step = f"[{note.index}]" if is_item else f".{note.name}"  # type: ignore[union-attr]
            yield from _problems(inner, f"{path}{step}".removeprefix("."))
        for inner in others:
            yield from _problems(inner, path)
    elif isinstance(error, InvalidValue):
        values = {name: _shown(value) for name, value in error.values.items()}
        yield Problem(key=error.key, values=values, path=path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(str, error.extra_fields)):
            yield Problem(key="record-key", values={"got": key}, path=path)
    elif isinstance(error, KeyError):
        yield Problem(key="record-missing", path=path)
    else:
        yield Problem(key="record-value", path=path)


def _shown(value: object, most: int = 40) -> object:
    """Return a value of a message as it is when it can be said, else as a few characters."""
    if isinstance(value, int | Fraction | Money | date):
        return value
    text = str(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _text(value: object, _: object = None) -> str:
    if not isinstance(value, str):
        raise InvalidValue("must-be-text", got=value)
    return str(value)


def _whole(value: object, _: object = None) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidValue("must-be-whole", got=value)
    return value


def _number(value: object, _: object = None) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    try:
        number = float(value) if is_number else math.nan  # type: ignore[arg-type]
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise InvalidValue("must-be-number", got=value)
    return number


def _yes_no(value: object, _: object = None) -> bool:
    if not isinstance(value, bool):
        raise InvalidValue("must-be-yes-no", got=value)
    return value


def _fraction(value: object, _: object = None) -> Fraction:
    text = _text(value)
    if not _FRACTION.fullmatch(text) or len(text) > _MOST_DIGITS:
        raise InvalidValue("must-be-number", got=value)
    try:
        return Fraction(text)
    except ZeroDivisionError as error:
        raise InvalidValue("must-be-number", got=value) from error


def _money(value: object, _: object = None) -> Money:
    match = _MONEY.fullmatch(_text(value))
    if match is None or len(match[1]) > _MOST_DIGITS:
        raise InvalidValue("must-be-money", got=value)
    return Money.of(match[1], match[2])


def _date(value: object, _: object = None) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError as error:
        raise InvalidValue("must-be-date", got=value) from error


def _moment(value: object, _: object = None) -> datetime:
    match = _MOMENT.fullmatch(_text(value))
    try:
        moment = datetime.fromisoformat(match[1] if match else "")
        if moment.utcoffset() is None:
            raise ValueError("a moment has an offset")
        return moment.astimezone(zone(match[2])) if match and match[2] else moment
    except (ValueError, OverflowError) as error:
        raise InvalidValue("must-be-moment", got=value) from error


def _moment_text(moment: datetime) -> str:
    place = f"[{moment.tzinfo.key}]" if isinstance(moment.tzinfo, ZoneInfo) else ""
    return f"{moment.isoformat()}{place}"


def _choice(value: object, kind: type[StrEnum]) -> StrEnum:
    try:
        return kind(_text(value))
    except ValueError as error:
        known = ", ".join(kind)
        raise InvalidValue("choice-none", known=known, got=value) from error


def _business_id(value: object, _: object = None) -> BusinessId:
    return BusinessId(_text(value))


def _list(converter: Converter, value: object, kind: Any) -> tuple[object, ...]:
    if not isinstance(value, list | tuple):
        raise InvalidValue("must-be-list", got=value)
    inner, read, failed = get_args(kind)[0], [], []
    for index, one in enumerate(value):
        try:
            read.append(converter.structure(one, inner))
        except Exception as error:
            note = IterableValidationNote(f"member {index}", index, inner)
            error.__notes__ = [*getattr(error, "__notes__", []), note]
            failed.append(error)
    if failed:
        raise IterableValidationError("list", failed, kind)
    return tuple(read)


_TAGS: Mapping[str, tuple[type, Callable[[Any], object], Callable[..., Any]]] = {
    "fraction": (Fraction, str, _fraction),
    "money": (Money, str, _money),
    "moment": (datetime, _moment_text, _moment),
    "date": (date, date.isoformat, _date),
    "business_id": (BusinessId, str, _business_id),
}
_TAGGED_NOUNS: Mapping[str, Any] = {"label": Label, "when": When, "count": Count}


def _to_any(value: object) -> Any:
    """Return a value of any type as plain data; tags tell what plain data cannot say."""
    if value is None or isinstance(value, bool | int | str):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, tuple | list):
        return [_to_any(one) for one in value]
    if isinstance(value, Mapping):
        return {"mapping": {_text(key): _to_any(one) for key, one in value.items()}}
    for tag, (kind, write, _) in _TAGS.items():
        if isinstance(value, kind):
            return {tag: write(value)}
    for tag, kind in _TAGGED_NOUNS.items():
        if isinstance(value, kind):
            return {tag: to_record(value)}
    raise TypeError(f"A record cannot hold {value!r}.")


def _from_any(value: object, _: object = None) -> Any:
    if isinstance(value, float):
        return _number(value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, list):
        return tuple(_from_any(one) for one in value)
    if not isinstance(value, Mapping) or len(value) != 1:
        raise InvalidValue("record-tag", got=value)
    ((tag, inner),) = value.items()
    if tag == "mapping" and isinstance(inner, Mapping):
        return {_text(key): _from_any(one) for key, one in inner.items()}
    if tag in _TAGS:
        return _TAGS[tag][2](inner)
    if tag in _TAGGED_NOUNS:
        return _CONVERTER.structure(inner, _TAGGED_NOUNS[tag])
    raise InvalidValue("record-tag", got=tag)


def _is_any(kind: Any) -> bool:
    return kind is object or kind in (
        Answer,
        Answer | None,
        ParameterAmount,
        ParameterAmount | None,
    )


def _later(kind: Any) -> tuple[str, ...]:
    """Return the attributes that are left out while they have their default."""
    noun = get_origin(kind) or kind
    if not (isinstance(noun, type) and attrs.has(noun)):
        return ()
    return tuple(one.name for one in attrs.fields(noun) if LATER_KEY in one.metadata)


def _writer(converter: Converter, kind: Any) -> Callable[[Any], Any]:
    left_out: Any = {name: override(omit_if_default=True) for name in _later(kind)}
    writer: Callable[[Any], Any] = make_dict_unstructure_fn(kind, converter, **left_out)
    return writer


def _is_list(kind: Any) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def _converter() -> Converter:
    converter = Converter(
        detailed_validation=True,
        forbid_extra_keys=True,
        unstruct_collection_overrides={tuple: list},
    )
    plain: tuple[tuple[Any, Callable[..., Any]], ...] = (
        (str, _text),
        (int, _whole),
        (float, _number),
        (bool, _yes_no),
    )
    for kind, read in plain:
        converter.register_structure_hook(kind, read)
    converter.register_structure_hook(StrEnum, _choice)  # else the hook of str would take them
    for kind, write, read in _TAGS.values():
        converter.register_unstructure_hook(kind, write)
        converter.register_structure_hook(kind, read)
    converter.register_unstructure_hook_factory(
        lambda kind: bool(_later(kind)), partial(_writer, converter)
    )
    converter.register_structure_hook_func(_is_list, partial(_list, converter))
    converter.register_unstructure_hook_func(_is_any, _to_any)
    converter.register_structure_hook_func(_is_any, _from_any)
    return converter


_CONVERTER = _converter()
