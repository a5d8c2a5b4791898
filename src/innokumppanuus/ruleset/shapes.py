"""
Nouns as JSON Schema: what a value may look like in a file, with the words of the docstrings.

Which files there are is for `json_schema`.
"""

import inspect
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType, UnionType
from typing import Any, Final, TypeAlias, Union, get_args, get_origin

import attrs

from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.sources import Fact
from innokumppanuus.domain.tables import TableRow
from innokumppanuus.ruleset.limits import limits_of
from innokumppanuus.ruleset.reading import attribute_types
from innokumppanuus.ruleset.scalars import COUNT, EXACT, MONEY, WHEN
from innokumppanuus.ruleset.stated_values import NAMED

Shape: TypeAlias = dict[str, Any]
Definitions: TypeAlias = dict[str, Shape]

_ATTRIBUTE = re.compile(r"    (\w+): (.+)")
_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CELLS = ("when", "then")


def matching(pattern: "re.Pattern[str]", wrong: str) -> Shape:
    """Return text of which the whole matches; *wrong* is what an editor says otherwise."""
    return {"type": "string", "pattern": f"^(?:{pattern.pattern})$", "patternErrorMessage": wrong}


MONEY_SHAPE: Final = matching(MONEY, "must be a sum with its currency, as 50000 EUR")
DAY_SHAPE: Final = matching(_ISO_DAY, "must be a day, as 2017-09-06")
WHEN_SHAPE: Final = matching(
    WHEN, "must be a time, as 2017-09-06 23:59, or a day 2017-09-06, a month 2017-09 or a year 2017"
)
DATED_SHAPE: Final[Shape] = {
    **matching(NAMED, "must be the name of a dated value, as parameter.least"),
    "description": "A dated value of `parameters`, looked up by a day that is the same for all.",
}
EXACT_SHAPE: Final[Shape] = {
    "anyOf": [{"type": "number"}, matching(EXACT, "must be a number, as 5, 0.5 or 1/3")]
}
PLAIN_SHAPE: Final[Shape] = {"type": ["string", "number", "boolean"]}
"""What a plain word may be read as by an editor that knows no types."""


def summary(kind: type) -> str:
    """Return what the docstring of *kind* says before its sections, in one line."""
    text = inspect.getdoc(kind) or ""
    told = re.split(r"\n(?:Attributes|Source|Raises):\n", text)[0]
    return " ".join(told.split())


def told(kind: type) -> dict[str, str]:
    """Return what the docstring of *kind* says of each attribute, in one line each."""
    text = inspect.getdoc(kind) or ""
    section = re.split(r"^\w+:$", text.partition("Attributes:\n")[2], flags=re.MULTILINE)[0]
    found: dict[str, str] = {}
    name = ""
    for line in section.splitlines():
        match = _ATTRIBUTE.fullmatch(line)
        if match:
            name = match[1]
            found[name] = match[2]
        elif name and line.strip():
            found[name] += " " + line.strip()
    return found


def title(kind: type) -> str:
    """Return the name of a noun as words: `EligibilityRule` is `Eligibility rule`."""
    return _WORD.sub(" ", kind.__name__).capitalize()


def noun_shape(kind: Any, definitions: Definitions) -> Shape:
    """Return the table of a noun with its keys; what it refers to goes into *definitions*."""
    types, descriptions = attribute_types(kind), told(kind)
    properties: dict[str, Any] = {}
    for attribute in attrs.fields(kind):
        shape = _limited(_attribute(kind, attribute.name, types, definitions), attribute)
        properties[attribute.name] = described(
            shape, descriptions.get(attribute.name, ""), types[attribute.name]
        )
    required = [one.name for one in attrs.fields(kind) if one.default is attrs.NOTHING]
    return {
        "title": title(kind),
        "type": "object",
        "description": summary(kind),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def described(shape: Shape, description: str, kind: Any) -> Shape:
    """
    Return the shape with a description.

    Where there are words to choose from, an editor also shows what the choice is about.
    """
    if not description:
        return shape
    words = _words(kind)
    more = {} if words is None else {"markdownDescription": f"{description}\n\n{summary(words)}"}
    return {**shape, "description": description, **more}


def shape_of(kind: Any, definitions: Definitions) -> Shape:
    """Return what a value of *kind*, a type as the nouns have them, may look like."""
    origin, arguments = get_origin(kind) or kind, get_args(kind)
    if origin in (Union, UnionType):
        return shape_of(next(one for one in arguments if one is not type(None)), definitions)
    if origin is tuple:
        return {"type": "array", "items": _member(arguments[0], definitions)}
    if origin is Mapping:
        inner = shape_of(arguments[1], definitions)
        return {"type": "object", "additionalProperties": inner or True}
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    name = f"{origin.__name__}Of{arguments[0].__name__}" if origin is Fact else origin.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(_definition(origin, arguments, definitions))
    return {"$ref": f"#/$defs/{name}"}


def _attribute(kind: Any, name: str, types: Mapping[str, Any], definitions: Definitions) -> Shape:
    shape = shape_of(types[name], definitions)
    if kind is TableRow and name in _CELLS:  # a cell is words that may look like any plain value
        return {**shape, "items": dict(PLAIN_SHAPE)} if "items" in shape else dict(PLAIN_SHAPE)
    return shape


def _words(kind: Any) -> type[Enum] | None:
    """Return the enumeration that a value of *kind* is a word or words of."""
    arguments = [one for one in get_args(kind) if isinstance(one, type)]
    found = [one for one in (kind, *arguments) if isinstance(one, type) and issubclass(one, Enum)]
    return found[0] if found else None


def _member(kind: Any, definitions: Definitions) -> Shape:
    """Return the shape of a list member; a lone word may stand for a group of one."""
    shape = shape_of(kind, definitions)
    if get_origin(kind) is tuple:
        return {"anyOf": [shape_of(get_args(kind)[0], definitions), shape]}
    return shape


def _definition(kind: Any, arguments: tuple[Any, ...], definitions: Definitions) -> Shape:
    if kind is Fact:
        return _fact(arguments[0], definitions)
    if kind is When:
        return _when()
    if issubclass(kind, Enum):
        words = [str(one.value) for one in kind]
        return {"title": title(kind), "description": summary(kind), "enum": words}
    noun = noun_shape(kind, definitions)
    if kind is Label:
        text = {
            "type": ["string", "number"],
            "minLength": 1,
            "description": "The same in all languages.",
        }
        return {"anyOf": [text, {**noun, "minProperties": 1, "maxProperties": len(LANGUAGES)}]}
    if kind is Count:
        short = matching(COUNT, "must be a count, as 5 or 8–12")
        return {"anyOf": [{"type": "integer", "minimum": 0}, short, noun]}
    return noun


def _fact(inner: Any, definitions: Definitions) -> Shape:
    bare = shape_of(inner, definitions)
    types, descriptions = {**attribute_types(Fact), "value": inner}, told(Fact)
    properties = {
        name: described(shape_of(kind, definitions), descriptions[name], kind)
        for name, kind in types.items()
    }
    whole = {
        "title": title(Fact),
        "type": "object",
        "description": summary(Fact),
        "properties": properties,
        "additionalProperties": False,
    }
    return {"anyOf": [bare, whole]}


def _when() -> Shape:
    time = {"anyOf": [dict(WHEN_SHAPE), {"type": "integer"}]}
    phrase = {
        "title": title(When),
        "type": "object",
        "properties": {
            "earliest": {**time, "description": "The first moment that it may mean."},
            "latest": {**time, "description": "The last moment that it may mean."},
            "text": {"type": "string", "description": "As the source says it."},
        },
        "required": ["earliest", "latest"],
        "additionalProperties": False,
    }
    return {"description": summary(When), "anyOf": [*time["anyOf"], phrase]}


def _limited(shape: Shape, attribute: "attrs.Attribute[Any]") -> Shape:
    limits = limits_of(attribute)
    if limits.not_empty:
        shape["minItems" if shape.get("type") == "array" else "minLength"] = 1
    if limits.least is not None:
        shape["minimum"] = limits.least
    if limits.pattern:
        shape.update(type="string", pattern=f"^(?:{limits.pattern})$")
    return shape


_PLAIN: Final[Mapping[Any, Shape]] = MappingProxyType(
    {
        object: {},
        str: {"type": ["string", "number"]},
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        float: {"type": "number"},
        Fraction: EXACT_SHAPE,
        Money: MONEY_SHAPE,
        date: DAY_SHAPE,
        BusinessId: {"type": "string"},
    }
)
