"""
JSON Schemas of the files that officials write, made of the nouns, so that editors complete and
check them. They know structure only; how values fit together is told by loading the file.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.city import City
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import AMOUNTS, ParameterAmount, Unit
from innokumppanuus.domain.profile import BOTTOM, TOP
from innokumppanuus.domain.programme import PlainProgramme
from innokumppanuus.ruleset.case_shapes import of_call
from innokumppanuus.ruleset.merging import ID_KEY, REMOVE_KEY, VALUES
from innokumppanuus.ruleset.packs import EXTEND_KEY
from innokumppanuus.ruleset.parameter_files import ParameterFile
from innokumppanuus.ruleset.reading import VERSION, VERSION_KEY
from innokumppanuus.ruleset.shapes import (
    DATED_SHAPE,
    EXACT_SHAPE,
    MONEY_SHAPE,
    Definitions,
    Shape,
    noun_shape,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WHOLE = {one.__name__ for one in VALUES}
_DATED: Final = "DatedValue"
_NEVER_DATED: Final = frozenset({"When", "Count"})
"""What is written in words of its own; a year or a count is no number of law."""


class FileKind(StrEnum):
    """What a file is that officials write (tiedoston laji)."""

    RULESET = "ruleset"
    PACK = "pack"
    CASES = "cases"
    PARAMETERS = "parameters"
    PROGRAMME = "programme"
    CITY = "city"


def schema(*, partial: bool = False) -> dict[str, Any]:
    """
    Return the JSON Schema (draft 2020-12) of rule set files.

    Args:
        partial: Of rule packs, and of rule sets that extend them: nothing has to be there but the
            version, ids and what makes up one value, and members may be taken out.
    """
    definitions: Definitions = {}
    whole = _file(_or_dated(noun_shape(Call, definitions)))
    for name in definitions.keys() - _NEVER_DATED:
        definitions[name] = _or_dated(definitions[name])
    definitions[_DATED] = {"title": "Dated value", **DATED_SHAPE}
    extend = {
        "type": "array",
        "items": {"type": "string"},
        "description": "Keys of rule packs that this file stands on, the lowest first.",
    }
    version = whole["properties"].pop(VERSION_KEY)
    whole["properties"] = {VERSION_KEY: version, EXTEND_KEY: extend, **whole["properties"]}
    title = "Rule set"
    if partial:
        title, whole["required"] = "Part of a rule set", [VERSION_KEY]
        for name, definition in definitions.items():
            _loosen(name, definition)
    return _schema(title, whole, definitions)


def case_schema(call: Call | None = None) -> dict[str, Any]:
    """
    Return the JSON Schema of case files.

    Args:
        call: Whose fields and rules the cases may name; without it any name goes.
    """
    definitions: Definitions = {}
    return _schema("Cases", _file(of_call(call, definitions)), definitions)


def parameter_schema() -> dict[str, Any]:
    """Return the JSON Schema of files of dated values."""
    definitions: Definitions = {}
    whole = _file(noun_shape(ParameterFile, definitions))
    values = definitions["ParameterValue"]["properties"]
    values["value"] = {**_amount(ParameterAmount), "description": values["value"]["description"]}
    named = {"type": "string", "description": "Key of a source of this file."}
    said = values["source"].pop("$ref")
    values["source"] |= {"anyOf": [named, {"$ref": said}]}
    definitions["Parameter"]["allOf"] = [_of_unit(unit) for unit in Unit]
    return _schema("Dated values", whole, definitions)


def programme_schema(noun: type = PlainProgramme) -> dict[str, Any]:
    """
    Return the JSON Schema of programme files.

    Args:
        noun: The class that the file is read into; a plugin's own has its keys too.
    """
    definitions: Definitions = {}
    return _schema("Programme", _file(noun_shape(noun, definitions)), definitions)


def city_schema() -> dict[str, Any]:
    """Return the JSON Schema of files of cities."""
    definitions: Definitions = {}
    whole = _file(noun_shape(City, definitions))
    definitions["Rating"]["properties"]["level"].update(minimum=BOTTOM, maximum=TOP)
    return _schema("City", whole, definitions)


SCHEMAS: Final = {
    FileKind.RULESET: schema,
    FileKind.PACK: lambda: schema(partial=True),
    FileKind.CASES: case_schema,
    FileKind.PARAMETERS: parameter_schema,
    FileKind.PROGRAMME: programme_schema,
    FileKind.CITY: city_schema,
}
"""What makes the schema of each kind of file."""


def _schema(title: str, whole: Shape, definitions: Definitions) -> dict[str, Any]:
    return {"$schema": DIALECT, **whole, "title": title, "$defs": definitions}


def _file(whole: Shape) -> Shape:
    """Return the noun of a whole file with the version of its format, which must be there."""
    version = {"const": VERSION, "description": "Version of the format of this file."}
    return {
        **whole,
        "properties": {VERSION_KEY: version, **whole["properties"]},
        "required": [VERSION_KEY, *whole["required"]],
    }


def _loosen(name: str, definition: Shape) -> None:
    """Let a noun be stated in part; what is replaced whole is stated whole."""
    properties = definition.get("properties")
    if properties is None or name in _WHOLE:
        return
    definition["required"] = [one for one in definition["required"] if one == ID_KEY]
    if ID_KEY in properties:
        taken = {"const": True, "description": "Takes out the member that a rule pack has."}
        properties[REMOVE_KEY] = taken


def _or_dated(shape: Any) -> Any:
    """Return the shape; where a number or sum may stand, the name of a dated value may, too."""
    if isinstance(shape, list):
        return [_or_dated(one) for one in shape]
    if not isinstance(shape, dict):
        return shape
    named = {"$ref": f"#/$defs/{_DATED}"}
    if shape.get("anyOf") == EXACT_SHAPE["anyOf"]:
        return {**shape, "anyOf": [*shape["anyOf"], named]}
    if shape.get("type") == "integer" or shape.get("pattern") == MONEY_SHAPE["pattern"]:
        told = {key: one for key, one in shape.items() if key == "description"}
        return {"anyOf": [{key: shape[key] for key in shape.keys() - told}, named], **told}
    return {key: _or_dated(one) for key, one in shape.items()}


def _of_unit(unit: Unit) -> Shape:
    """Return that the values of a unit are what the unit says."""
    value = {"properties": {"value": _amount(AMOUNTS[unit])}}
    return {
        "if": {"properties": {"unit": {"const": unit.value}}, "required": ["unit"]},
        "then": {"properties": {"values": {"items": value}}},
    }


def _amount(kind: Any) -> Shape:
    found: Mapping[Any, Shape] = {
        Money: MONEY_SHAPE,
        Fraction: EXACT_SHAPE,
        int: {"type": "integer", "minimum": 0},
        str: {"type": ["string", "number"], "minLength": 1},
    }
    return dict(found.get(kind, {"type": ["string", "number"]}))
