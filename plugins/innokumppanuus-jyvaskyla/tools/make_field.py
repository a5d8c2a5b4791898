"""
Writes the fictional field of the 2017 call from `field.yaml`: the same bytes every time.

    python tools/make_field.py
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.assessment import Declaration, Mark, ScoreSheet
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.intake import write_forms, write_sheet
from innokumppanuus.workspace import Workspace

RULE_SET = "kumppanuuskiihdyttamo-2017"
CONTENT = Path(__file__).with_name("field.yaml")
_NOT_GIVEN = "-"
_ABOUT_THE_FIELD = frozenset({"marks", "because"})


def make_field(folder: Path) -> None:
    """Write `hakemukset.xlsx` and the folder `arviot` into *folder*."""
    call = Workspace.open().ruleset(RULE_SET).call
    content = yaml.load(CONTENT.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    stated = content["applications"]
    listed = [_application(one, call) for one in stated]
    write_forms(folder, call, listed, overwrite=True)
    for evaluator in content["evaluators"]:
        conflicts = content["conflicts"].get(evaluator, {})
        sheet = _sheet(evaluator, stated, conflicts, call)
        write_sheet(folder / "arviot", call, listed, sheet, overwrite=True)


def business_id(number: str) -> BusinessId:
    """Return the id of seven digits with its check digit."""
    for check in range(10):
        try:
            return BusinessId(f"{number}-{check}")
        except ValueError:
            continue
    raise ValueError(f"{number} has no check digit")


def _application(stated: Mapping[str, Any], call: Call) -> Application:
    answers = {
        id: _answer(value, _field(call, id), call.zone)
        for id, value in stated.items()
        if id not in _ABOUT_THE_FIELD
    }
    return Application(id=stated["id"], answers=answers)


def _answer(value: Any, field: Field, zone_name: str) -> Answer:
    match field.type:
        case FieldType.MONEY:
            return Money.of(value, field.currency)
        case FieldType.MOMENT:
            return datetime.fromisoformat(value).replace(tzinfo=zone(zone_name))
        case FieldType.DATE:
            return date.fromisoformat(value)
        case FieldType.INTEGER:
            return int(value)
        case FieldType.BUSINESS_ID:
            return business_id(value)
        case FieldType.CHOICES:
            return tuple(value)
        case _:
            return str(value)


def _field(call: Call, id: str) -> Field:
    field = call.field(id)
    if field is None:
        raise KeyError(f"The form has no field '{id}'.")
    return field


def _sheet(
    evaluator: str, stated: list[Mapping[str, Any]], conflicts: Mapping[str, str], call: Call
) -> ScoreSheet:
    declarations = tuple(
        Declaration(
            application=one["id"],
            has_conflict=one["id"] in conflicts,
            ground=conflicts.get(one["id"], ""),
        )
        for one in stated
    )
    scored = [one for one in stated if "marks" in one]
    marks = tuple(mark for one in scored for mark in _marks(evaluator, one, call))
    return ScoreSheet(evaluator=evaluator, declarations=declarations, marks=marks)


def _marks(evaluator: str, stated: Mapping[str, Any], call: Call) -> Iterator[Mark]:
    items = [(column, item) for item in call.criteria for column, _ in item.columns()] + [
        ("L1", next(one for one in call.factors if one.id == "L1"))
    ]
    given = stated["marks"][evaluator].replace(" ", "")
    for (column, item), digit in zip(items, given, strict=True):
        if digit == _NOT_GIVEN:
            continue
        score = Fraction(digit)
        levels = {level.score: level.name.fi for level in call.scale_of(item).levels}
        reason = f"{levels[score]}: {stated['because'][item.id]}."
        yield Mark(application=stated["id"], item=column, score=score, reason=reason)


if __name__ == "__main__":
    package = Path(__file__).parents[1] / "src" / "innokumppanuus_jyvaskyla"
    make_field(package / "data" / "kuvitteellinen")
