"""
Writes the fictional fields of the examples from `field.yaml`: the same bytes every time.

    python tools/make_fields.py
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.assessment import Declaration, Mark, ScoreSheet
from innokumppanuus.domain.call import Call, FieldType
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.money import Money
from innokumppanuus.intake import FileKind, write_forms, write_sheet
from innokumppanuus.workspace import Workspace

CONTENT = Path(__file__).with_name("field.yaml")
FIELDS = {"horizon-ria": "horizon", "horizon-ia": "horizon", "leader": "leader", "tempo": "tempo"}
EVALUATOR, REASON = "Kuvitteellinen arviointiryhmä", "Kuvitteellinen perustelu."


def make_fields(folder: Path) -> None:
    """Write `hakemukset.csv` and the folder `arviot` of each example into *folder*."""
    content = yaml.load(CONTENT.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    workspace = Workspace.open()
    for stem, named in FIELDS.items():
        call, stated = workspace.ruleset(f"esimerkki-{stem}").call, content[named]
        listed = [_application(row, stated["columns"], call) for row in stated["rows"]]
        into = folder / stem
        write_forms(into, call, listed, kind=FileKind.CSV, overwrite=True)
        sheet = _sheet([one.id for one in listed], stated["scores"], call)
        write_sheet(into / "arviot", call, listed, sheet, kind=FileKind.CSV, overwrite=True)


def _application(row: Sequence[str], columns: Sequence[str], call: Call) -> Application:
    answers = {
        column: _answer(value, column, call) for column, value in zip(columns, row, strict=True)
    }
    return Application(id=row[0], answers=answers)


def _answer(value: str, column: str, call: Call) -> Answer:
    field = call.field(column)
    match field.type if field else None:
        case FieldType.MONEY:
            return Money.of(value)
        case FieldType.MOMENT:
            return datetime.fromisoformat(value).replace(tzinfo=zone(call.zone))
        case FieldType.INTEGER:
            return int(value)
        case FieldType.CHOICES:
            return tuple(value.split())
        case None:
            raise KeyError(f"The form has no field '{column}'.")
        case _:
            return value


def _sheet(ids: Sequence[str], scores: Mapping[str, Sequence[Any]], call: Call) -> ScoreSheet:
    items = [column for item in call.scored() for column, _ in item.columns()]
    return ScoreSheet(
        evaluator=EVALUATOR,
        declarations=tuple(Declaration(application=one, has_conflict=False) for one in ids),
        marks=tuple(
            Mark(application=one, item=item, score=Fraction(score), reason=REASON)
            for one, given in scores.items()
            for item, score in zip(items, given, strict=True)
        ),
    )


if __name__ == "__main__":
    make_fields(
        Path(__file__).parents[1] / "src" / "innokumppanuus_esimerkit" / "data" / "kuvitteellinen"
    )
