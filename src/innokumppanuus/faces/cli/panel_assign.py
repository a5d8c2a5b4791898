"""`panel assign`: applications shared out to evaluators, or what keeps them from it."""

from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.domain.assignment import Assignment, AssignmentTask
from innokumppanuus.engine.assignment import shared_out, task_of
from innokumppanuus.engine.conflicts import policy_of
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import read_applications
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
)
from innokumppanuus.faces.cli.panel_conflicts import conflicts_in, needed_panel, written
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.reports.panel_sentences import shortage_sentences
from innokumppanuus.intake import Sheet, workbook_bytes
from innokumppanuus.intake.writing import Value
from innokumppanuus.plugin.manager import pick
from innokumppanuus.records import to_record


def add(group: typer.Typer, session: Session) -> None:
    """Add the command to the group of the panel."""
    say = session.texts.say

    @group.command("assign", cls=Command, help=say("cli.panel.assign.help"))
    def assign(
        ruleset: RulesetArgument,
        panel: PanelOption = None,
        applications: ApplicationsOption = None,
        mapping: MappingOption = None,
        out: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.xlsx_out"))
        ] = None,
    ) -> None:
        material = read_applications(session, ruleset, applications, mapping)
        material = needed_panel(session, ruleset, applications, material, panel)
        assert material.panel is not None  # it is needed
        call = material.ruleset.call
        conflicts = conflicts_in(session, material)
        task = task_of(call, material.applications, material.panel, conflicts)
        assigners = session.workspace.plugins.assigners()
        method = pick("assigner", policy_of(call).assigner, assigners)
        with session.working("cli.working.deciding"):
            made = shared_out(task, method)
        _show(session, task, made)
        if out is not None and not made.shortages:
            written(session, out, _workbook(session, task, made))


def _show(session: Session, task: AssignmentTask, made: Assignment) -> None:
    session.data["assignment"] = to_record(made)
    if made.shortages:
        session.say("cli.panel.assign.none")
        for sentence in shortage_sentences(made.shortages, session.texts):
            session.line(sentence)
        session.code = Code.NO_CHOICE
        return
    texts = session.texts
    columns = [texts.say("cli.column.id"), texts.say("cli.column.readers")]
    rows = [(one, ", ".join(readers)) for one, readers in _by_application(task, made).items()]
    session.table("cli.panel.assign.title", columns, rows)
    columns = [texts.say(f"cli.column.{name}") for name in ("evaluator", "load")]
    loads = _by_evaluator(task, made)
    session.table(
        "cli.panel.assign.loads", columns, [(one, str(len(ids))) for one, ids in loads.items()]
    )
    session.say("cli.panel.assign.sum", readings=len(made.readings), fit=made.fit)


def _by_application(task: AssignmentTask, made: Assignment) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {span.id: [] for span in task.readers}
    for one in made.readings:
        found[one.application].append(one.evaluator)
    return found


def _by_evaluator(task: AssignmentTask, made: Assignment) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {span.id: [] for span in task.loads}
    for one in made.readings:
        found[one.evaluator].append(one.application)
    return found


def _workbook(session: Session, task: AssignmentTask, made: Assignment) -> bytes:
    say = session.texts.say
    readings: list[tuple[Value, ...]] = [
        (one.application, one.evaluator, one.fit) for one in made.readings
    ]
    loads: list[tuple[Value, ...]] = [
        (one, len(ids), ", ".join(ids)) for one, ids in _by_evaluator(task, made).items()
    ]
    return workbook_bytes(
        [
            Sheet(
                title=say("cli.panel.assign.title"),
                headings=[say(f"cli.column.{one}") for one in ("id", "evaluator", "fit")],
                rows=readings,
            ),
            Sheet(
                title=say("cli.panel.assign.loads"),
                headings=[say(f"cli.column.{one}") for one in ("evaluator", "load", "ids")],
                rows=loads,
            ),
        ]
    )
