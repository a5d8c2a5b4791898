"""
Writes the fictional field of the 2017 call from `field.yaml`, and its panel of evaluators from
`panel.yaml`: the same bytes every time.

    python tools/make_field.py
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.assessment import Declaration, Mark, ScoreSheet
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.conflicts import Interest, InterestKind, Ruling, RulingKind
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.panel import (
    BusinessGroup,
    Consensus,
    EvaluationPanel,
    Evaluator,
    Replacement,
)
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.rounds import Drift
from innokumppanuus.engine.conflicts import policy_of
from innokumppanuus.intake import write_forms, write_sheet
from innokumppanuus.intake.panel_forms import consensus_form_bytes, panel_form_bytes
from innokumppanuus.workspace import Workspace

RULE_SET = "kumppanuuskiihdyttamo-2017"
CONTENT = Path(__file__).with_name("field.yaml")
PANEL = Path(__file__).with_name("panel.yaml")
REFERENCE = "Vertailu"
_NOT_GIVEN = "-"
_ABOUT_THE_FIELD = frozenset({"marks", "because", "reference"})


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


def make_panel(folder: Path) -> None:
    """Write the panel, what it agreed on, and the samples for calibration into *folder*."""
    workspace = Workspace.open()
    call = workspace.ruleset(RULE_SET).call
    content = yaml.load(PANEL.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    field = yaml.load(CONTENT.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    listed = [_application(one, call) for one in field["applications"]]
    ids = {one.id: one.answers["business_id"] for one in listed}
    panel = _panel(content, ids, call)
    grounds = workspace.plugins.conflict_grounds()
    offered = {key: grounds[key] for key in policy_of(call).grounds}
    talked = [one for one in listed if one.id in {each.application for each in panel.consensus}]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "paneeli.xlsx").write_bytes(panel_form_bytes(call, panel, offered, "fi"))
    own = _own_scores(field, talked, call)
    agreed = consensus_form_bytes(call, talked, own, panel, "fi")
    (folder / "konsensus.xlsx").write_bytes(agreed)
    _samples(folder, content["samples"], call)


def _panel(content: Mapping[str, Any], ids: Mapping[str, Answer], call: Call) -> EvaluationPanel:
    def tie(one: Mapping[str, Any]) -> Interest:
        stated = ids[one["application_of"]] if "application_of" in one else None
        known = business_id(one["business_id"]) if "business_id" in one else stated
        assert known is None or isinstance(known, BusinessId)
        return Interest(
            kind=InterestKind(one["tie"]),
            organisation=one["organisation"],
            business_id=known,
            note=one["note"],
        )

    return EvaluationPanel(
        evaluators=tuple(
            Evaluator(
                id=one["id"],
                organisation=one["organisation"],
                languages=tuple(one["languages"]),
                has_declared=one["declared"] == "true",
                interests=tuple(tie(t) for t in content["ties"] if t["evaluator"] == one["id"]),
            )
            for one in content["evaluators"]
        ),
        groups=tuple(
            BusinessGroup(
                name=one["name"],
                members=(
                    *(business_id(each) for each in one["members"]),
                    *(id for name in one["with"] if isinstance(id := ids[name], BusinessId)),
                ),
            )
            for one in content["groups"]
        ),
        rulings=tuple(
            Ruling(
                kind=RulingKind(one["ruling"]),
                evaluator=one["evaluator"],
                application=one["application"],
                ground=one.get("ground", ""),
                by=one["by"],
                on=date.fromisoformat(one["on"]),
                reason=one["reason"],
            )
            for one in content["rulings"]
        ),
        replacements=tuple(
            Replacement(**{**one, "on": date.fromisoformat(one["on"])})
            for one in content["replacements"]
        ),
        consensus=tuple(
            Consensus(
                application=one["application"],
                present=tuple(one["present"]),
                marks=tuple(_agreed(one, call)),
                by=content["by"],
                on=date.fromisoformat(content["on"]),
            )
            for one in content["consensus"]
        ),
    )


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


def _agreed(stated: Mapping[str, Any], call: Call) -> Iterator[Mark]:
    """Yield the agreed scores, each with the same reason."""
    for column, digit in zip(_columns(call), stated["marks"].replace(" ", ""), strict=True):
        yield Mark(
            application=stated["application"],
            item=column,
            score=Fraction(digit),
            reason=stated["because"],
        )


def _own_scores(
    field: Mapping[str, Any], talked: list[Application], call: Call
) -> tuple[Drift, ...]:
    """Return the own scores that the form of the second round shows."""
    given = {one["id"]: one["marks"] for one in field["applications"] if "marks" in one}
    away = set(field["conflicts"])
    return tuple(
        Drift(
            application=one.id,
            item=column,
            own={
                name: Fraction(digits.replace(" ", "")[at])
                for name, digits in given[one.id].items()
                if name not in away and digits.replace(" ", "")[at] != _NOT_GIVEN
            },
        )
        for one in talked
        for at, column in enumerate(_columns(call))
    )


def _samples(folder: Path, stated: list[Mapping[str, Any]], call: Call) -> None:
    """Write the samples, everybody's scores of them, and the reference."""
    listed = [_application(one, call) for one in stated]
    with TemporaryDirectory() as made:
        (table,) = write_forms(Path(made), call, listed)
        (folder / "mallit.xlsx").write_bytes(table.read_bytes())
        known = [{**one, "marks": {REFERENCE: one["reference"]}} for one in stated]
        path = write_sheet(Path(made), call, listed, _sheet(REFERENCE, known, {}, call))
        (folder / "vertailu.xlsx").write_bytes(path.read_bytes())
    for evaluator in sorted(stated[0]["marks"]):
        sheet = _sheet(evaluator, stated, {}, call)
        write_sheet(folder / "malliarviot", call, listed, sheet, overwrite=True)


def _columns(call: Call) -> tuple[str, ...]:
    return (*(column for item in call.criteria for column, _ in item.columns()), "L1")


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
    make_panel(package / "data" / "kuvitteellinen" / "paneeli")
