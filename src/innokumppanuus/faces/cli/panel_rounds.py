"""`panel rounds` and `panel calibrate`: own scores beside agreed ones, and beside a reference."""

from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus import intake
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.panel import EvaluationPanel
from innokumppanuus.domain.rounds import Calibration
from innokumppanuus.engine.calibration import calibrate as beside
from innokumppanuus.engine.rounds import drifts
from innokumppanuus.errors import Problem
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import (
    decided,
    example_of,
    must_exist,
    panel_files,
    read_all,
    stop,
)
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
    SheetsOption,
)
from innokumppanuus.faces.cli.panel_conflicts import written
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.reports.panel_sentences import drift_sentence, leaning_sentence
from innokumppanuus.intake.panel_forms import consensus_form_bytes
from innokumppanuus.records import to_record

_DRIFT = ("id", "item", "own", "together", "agreed", "shift", "note")
_CALIBRATION = ("evaluator", "compared", "equal", "farthest", "feedback")


def add(group: typer.Typer, session: Session) -> None:
    """Add the commands to the group of the panel."""
    say = session.texts.say

    @group.command("rounds", cls=Command, help=say("cli.panel.rounds.help"))
    def rounds(
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        panel: PanelOption = None,
        mapping: MappingOption = None,
        out: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.consensus_out"))
        ] = None,
    ) -> None:
        is_given = applications is not None or bool(sheets)
        files = panel or (() if is_given else panel_files(session, ruleset, None, None))
        material = read_all(session, ruleset, applications, mapping, sheets, files)
        decision = decided(session, material)
        _show_drifts(session, decision)
        session.report(one for one in decision.notes if one.key.startswith("note-panel"))
        if out is not None:
            talked = {one.application for one in decision.assessments}
            content = consensus_form_bytes(
                decision.call,
                [one for one in decision.applications if one.id in talked],
                drifts(decision),
                decision.panel or EvaluationPanel(),
                session.texts.language,
            )
            written(session, out, content)

    @group.command("calibrate", cls=Command, help=say("cli.panel.calibrate.help"))
    def calibrate(
        ruleset: RulesetArgument,
        applications: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.samples"))
        ] = None,
        sheets: SheetsOption = None,
        reference: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.reference"))
        ] = None,
        mapping: MappingOption = None,
    ) -> None:
        example = example_of(session, ruleset)
        if example is not None and applications is None and not sheets and reference is None:
            session.say("cli.fictional_panel")
            panel = example.panel
            applications, sheets, reference = panel.samples, [panel.sheets], panel.reference
        for name, value in (
            ("--applications", applications),
            ("--sheets", sheets),
            ("--reference", reference),
        ):
            if not value:
                raise UsageProblem("cli.usage.needs_option", name=name)
        assert reference is not None  # asked for just now
        must_exist(reference)
        material = read_all(session, ruleset, applications, mapping, sheets)
        call = material.ruleset.call
        known = intake.read_sheets(reference, call, material.applications)
        if session.report(known.problems):
            stop(session)
        if not known.sheets:
            session.report([Problem(key="sheets-none")])
            stop(session)
        _show_calibration(session, beside(call, material.sheets, known.sheets[0]))


def _show_drifts(session: Session, decision: Decision) -> None:
    texts, found = session.texts, drifts(decision)
    rows = [
        (
            one.application,
            one.item,
            ", ".join(f"{name} {texts.show(own)}" for name, own in sorted(one.own.items())),
            "" if one.together is None else texts.show(one.together),
            "" if one.consensus is None else texts.show(one.consensus),
            "" if one.shift is None else texts.show(one.shift),
            drift_sentence(one, texts),
        )
        for one in found
    ]
    columns = [texts.say(f"cli.column.{name}") for name in _DRIFT]
    session.table("cli.panel.rounds.title", columns, rows)
    agreed = sum(one.consensus is not None for one in found)
    session.say("cli.panel.rounds.sum", scores=len(found), agreed=agreed)
    session.data["drifts"] = [to_record(one) for one in found]


def _show_calibration(session: Session, found: tuple[Calibration, ...]) -> None:
    texts = session.texts
    rows = [
        (
            one.evaluator,
            texts.show(one.compared),
            texts.show(one.equal),
            _farthest(session, one),
            leaning_sentence(one, texts),
        )
        for one in found
    ]
    columns = [texts.say(f"cli.column.{name}") for name in _CALIBRATION]
    session.table("cli.panel.calibrate.title", columns, rows)
    session.data["calibration"] = [to_record(one) for one in found]


def _farthest(session: Session, one: Calibration) -> str:
    if one.difference is None:
        return ""
    sign = "+" if one.difference > 0 else ""
    return f"{' '.join(one.farthest)} {sign}{session.texts.show(one.difference)}"
