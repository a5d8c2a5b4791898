"""Case files as JSON Schema: answers by the fields of a call, where the call is known."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.cases import CaseFile, Expectation
from innokumppanuus.ruleset.shapes import (
    DAY_SHAPE,
    MONEY_SHAPE,
    PLAIN_SHAPE,
    Definitions,
    Shape,
    matching,
    noun_shape,
)

_GIVEN: Final = "Given"
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
_ANY: Final[Shape] = {
    "anyOf": [PLAIN_SHAPE, {"type": "array", "items": {"type": ["string", "number"]}}]
}
_ANSWERS: Final[Mapping[FieldType, Shape]] = {
    FieldType.TEXT: PLAIN_SHAPE,
    FieldType.INTEGER: {"type": "integer"},
    FieldType.NUMBER: {"type": "number"},
    FieldType.MONEY: MONEY_SHAPE,
    FieldType.DATE: DAY_SHAPE,
    FieldType.MOMENT: matching(_MOMENT, "must be a moment, as 2017-09-06 23:59:59"),
    FieldType.YES_NO: {"type": "boolean"},
    FieldType.BUSINESS_ID: {"type": "string"},
}


def of_call(call: Call | None, definitions: Definitions) -> Shape:
    """Return the table of a case file; without a call any field and rule may be named."""
    whole = noun_shape(CaseFile, definitions)
    definitions[_GIVEN] = {
        "title": "Answers",
        "description": "Answers by field; null leaves the answer out.",
        **_given(call),
    }
    answers = {"$ref": f"#/$defs/{_GIVEN}"}
    whole["properties"]["bases"]["additionalProperties"] = answers
    case = definitions["Case"]["properties"]
    case["given"] = {**answers, "description": case["given"]["description"]}
    expectation = definitions[Expectation.__name__]
    expectation["minProperties"] = 1
    if call is not None:
        rules, fields = _rules(call), [field.id for field in call.form]
        names = expectation["properties"]
        names["rules"] |= _closed(rules, names["rules"]["additionalProperties"])
        names["asks"]["items"] = {"enum": fields}
    return whole


def _given(call: Call | None) -> Shape:
    if call is None:
        return {"type": "object", "additionalProperties": _or_nothing(_ANY)}
    return {
        "type": "object",
        "properties": {field.id: _field(field) for field in call.form},
        "additionalProperties": False,
    }


def _field(field: Field) -> Shape:
    words = (getattr(field.name, language) for language in ("fi", "sv", "en"))
    name = " | ".join(dict.fromkeys(one for one in words if one))
    return {**_or_nothing(_answer(field)), "description": name}


def _answer(field: Field) -> Shape:
    options: Shape = {"enum": [option.id for option in field.options]}
    if field.type is FieldType.CHOICE:
        return options
    if field.type is FieldType.CHOICES:
        return {"type": "array", "items": options}
    return _ANSWERS[field.type]


def _or_nothing(shape: Shape) -> Shape:
    return {"anyOf": [*shape.get("anyOf", [shape]), {"type": "null"}]}


def _rules(call: Call) -> Iterable[str]:
    yield from (one.id for one in call.eligibility)
    yield from (one.id for one in call.factors if one.when)


def _closed(names: Iterable[str], shape: Shape) -> Shape:
    return {"properties": dict.fromkeys(names, shape), "additionalProperties": False}
