"""
The JSON Schema of a rule set file, made of the nouns, so that editors can complete and check it.

It knows structure only; how values fit together is told by loading the file.
"""

import inspect
import re
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.sources import Fact
from innokumppanuus.ruleset.limits import limits_of
from innokumppanuus.ruleset.merging import ID_KEY, REMOVE_KEY, VALUES
from innokumppanuus.ruleset.packs import EXTEND_KEY
from innokumppanuus.ruleset.reading import VERSION, VERSION_KEY, attribute_types
from innokumppanuus.ruleset.scalars import COUNT, EXACT, MONEY, WHEN

_WHOLE = {one.__name__ for one in VALUES}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ATTRIBUTE = re.compile(r"    (\w+): (.+)")


def schema(*, partial: bool = False) -> dict[str, Any]:
    """
    Return the JSON Schema (draft 2020-12) of rule set files.

    Args:
        partial: Of rule packs, and of rule sets that extend them: nothing has to be there but the
            version, ids and what makes up one value, and members may be taken out.
    """
    definitions: dict[str, Any] = {}
    whole = _noun(Call, definitions)
    version = {"const": VERSION, "description": "Version of the format of this file."}
    extend = {
        "type": "array",
        "items": {"type": "string"},
        "description": "Keys of rule packs that this file stands on, the lowest first.",
    }
    whole["properties"] = {VERSION_KEY: version, EXTEND_KEY: extend, **whole["properties"]}
    whole["required"] = [VERSION_KEY, *whole["required"]]
    title = "Rule set"
    if partial:
        title, whole["required"] = "Part of a rule set", [VERSION_KEY]
        for name, definition in definitions.items():
            _loosen(name, definition)
    return {"$schema": DIALECT, "title": title, **whole, "$defs": definitions}


def _loosen(name: str, definition: dict[str, Any]) -> None:
    """Let a noun be stated in part; what is replaced whole is stated whole."""
    properties = definition.get("properties")
    if properties is None or name in _WHOLE:
        return
    definition["required"] = [one for one in definition["required"] if one == ID_KEY]
    if ID_KEY in properties:
        taken = {"const": True, "description": "Takes out the member that a rule pack has."}
        properties[REMOVE_KEY] = taken


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


def _noun(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    types, descriptions = attribute_types(kind), told(kind)
    properties: dict[str, Any] = {}
    for attribute in attrs.fields(kind):
        shape = _limited(_shape(types[attribute.name], definitions), attribute)
        description = descriptions.get(attribute.name)
        properties[attribute.name] = {**shape, "description": description} if description else shape
    required = [one.name for one in attrs.fields(kind) if one.default is attrs.NOTHING]
    return {
        "type": "object",
        "description": summary(kind),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _shape(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = get_origin(kind) or kind, get_args(kind)
    if origin in (Union, UnionType):
        return _shape(next(one for one in arguments if one is not type(None)), definitions)
    if origin is tuple:
        return {"type": "array", "items": _member(arguments[0], definitions)}
    if origin is Mapping:
        inner = _shape(arguments[1], definitions)
        return {"type": "object", "additionalProperties": inner or True}
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    name = f"{origin.__name__}Of{arguments[0].__name__}" if origin is Fact else origin.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(_definition(origin, arguments, definitions))
    return {"$ref": f"#/$defs/{name}"}


def _member(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the shape of a list member; a lone word may stand for a group of one."""
    shape = _shape(kind, definitions)
    if get_origin(kind) is tuple:
        return {"anyOf": [_shape(get_args(kind)[0], definitions), shape]}
    return shape


def _definition(
    kind: Any, arguments: tuple[Any, ...], definitions: dict[str, Any]
) -> dict[str, Any]:
    if kind is Fact:
        return _fact(arguments[0], definitions)
    if kind is When:
        return _when()
    if issubclass(kind, Enum):
        return {"description": summary(kind), "enum": [str(one.value) for one in kind]}
    noun = _noun(kind, definitions)
    if kind is Label:
        text = {"type": "string", "minLength": 1, "description": "The same in all languages."}
        return {"anyOf": [text, {**noun, "minProperties": 1, "maxProperties": len(LANGUAGES)}]}
    if kind is Count:
        words = {"type": "string", "pattern": _whole(COUNT)}
        return {"anyOf": [{"type": "integer", "minimum": 0}, words, noun]}
    return noun


def _fact(inner: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    bare = _shape(inner, definitions)
    types, descriptions = {**attribute_types(Fact), "value": inner}, told(Fact)
    properties = {
        name: {**_shape(kind, definitions), "description": descriptions[name]}
        for name, kind in types.items()
    }
    whole = {
        "type": "object",
        "description": summary(Fact),
        "properties": properties,
        "additionalProperties": False,
    }
    return {"anyOf": [bare, whole]}


def _when() -> dict[str, Any]:
    time = {"anyOf": [{"type": "string", "pattern": _whole(WHEN)}, {"type": "integer"}]}
    phrase = {
        "type": "object",
        "properties": {"earliest": time, "latest": time, "text": {"type": "string"}},
        "required": ["earliest", "latest"],
        "additionalProperties": False,
    }
    return {"description": summary(When), "anyOf": [*time["anyOf"], phrase]}


def _limited(shape: dict[str, Any], attribute: "attrs.Attribute[Any]") -> dict[str, Any]:
    limits = limits_of(attribute)
    if limits.not_empty:
        shape["minLength"] = 1
    if limits.least is not None:
        shape["minimum"] = limits.least
    if limits.pattern:
        shape["pattern"] = f"^(?:{limits.pattern})$"
    return shape


def _whole(pattern: "re.Pattern[str]") -> str:
    return f"^(?:{pattern.pattern})$"


_PLAIN: Mapping[Any, dict[str, Any]] = {
    object: {},
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Fraction: {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _whole(EXACT)}]},
    Money: {"type": "string", "pattern": _whole(MONEY)},
    BusinessId: {"type": "string"},
}
