"""The decision of a shipped example made when a value of law was another. Nobody's decision."""

import json
from pathlib import Path

import attrs

from innokumppanuus import intake
from innokumppanuus.domain.parameters import ParameterAmount
from innokumppanuus.records import to_record
from innokumppanuus.workspace import Workspace


def an_old_decision(folder: Path, example: str, parameter: str, value: ParameterAmount) -> Path:
    """
    Return the package of a decision in *folder*; the decision is `decision.json` beside it.

    Args:
        folder: Where both are written.
        example: Key of a shipped rule set with applications and score sheets.
        parameter: Key of a dated value that it uses.
        value: What it was then, at all times.
    """
    today = Workspace.open()
    whole, shipped = today.plugins.parameters()[parameter], today.shipped(example)
    values = tuple(attrs.evolve(one, value=value) for one in whole.values)
    then = today.with_values([attrs.evolve(whole, values=values)])
    ruleset = then.ruleset(example)
    assert shipped.applications is not None and shipped.sheets is not None
    table = intake.read_applications(shipped.applications, ruleset.call)
    sheets = intake.read_sheets(shipped.sheets, ruleset.call, table.applications).sheets
    decision = then.decide(ruleset, table.applications, sheets)
    (folder / "decision.json").write_text(json.dumps(to_record(decision)), encoding="utf-8")
    package = folder / "ruleset.package.json"
    package.write_bytes(then.package(ruleset, decision))
    return package
