"""`panel health`: how the evaluators' panel scored, and what the choice hangs on."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.panel_health import AbsenceEffect, PanelHealth, PolicyEffect
from innokumppanuus.engine.panel_health import SEED, panel_health
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import decided, read_all
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
    SheetsOption,
)
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.reports.health import absence_grid, grids, policy_grid
from innokumppanuus.faces.reports.health_section import Reliance, reliance
from innokumppanuus.records import to_record


def add(group: typer.Typer, session: Session) -> None:
    """Add the command to the group of the panel."""
    say = session.texts.say

    @group.command("health", cls=Command, help=say("cli.panel.health.help"))
    def health(
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
        reliance: Annotated[
            bool, typer.Option("--reliance", help=say("cli.option.reliance"))
        ] = False,
        seed: Annotated[int, typer.Option(metavar="N", min=0, help=say("cli.option.seed"))] = SEED,
    ) -> None:
        material = read_all(session, ruleset, applications, mapping, sheets, panel)
        decision = decided(session, material)
        with session.working("cli.working.panel"):
            found = panel_health(decision, session.workspace.plugins, seed)
        for grid in grids(found, decision.call, session.texts):
            session.grid(grid)
        if not found.agreements:
            session.say("health.no_scores")
        session.data["health"] = _plain(found)
        session.report(found.warnings)
        if reliance:
            _reliance(session, decision)
        elif not found.warnings and found.agreements:
            session.say("health.no_warnings")


def _reliance(session: Session, decision: Any) -> None:
    with _watched(session) as pace:
        found = reliance(decision, session.workspace.plugins, pace)
    if found is None:
        session.say("health.no_choice")
        return
    session.grid(policy_grid(found.policies, session.texts))
    session.grid(absence_grid(found.absences, session.texts))
    session.report(found.warnings())
    session.data["reliance"] = _told(found)


@contextmanager
def _watched(session: Session) -> Iterator[Pace]:
    """Show on a terminal how far a long reckoning is; an interruption stops it."""
    if session.switches.as_json or not session.err.is_terminal:
        yield unwatched
        return
    words = TextColumn(session.texts.say("cli.working.reliance"))
    with Progress(words, BarColumn(), TaskProgressColumn(), console=session.err) as bar:
        task = bar.add_task("", total=100)
        yield lambda done, of: bar.update(task, completed=done, total=max(1, of))


def _plain(health: PanelHealth) -> Any:
    """Return the health for scripts; the warnings are among the problems."""
    record = dict(to_record(health))
    del record["warnings"]
    return record


def _told(found: Reliance) -> dict[str, list[Any]]:
    def plain(effects: tuple[PolicyEffect, ...] | tuple[AbsenceEffect, ...]) -> list[Any]:
        return [to_record(one) for one in effects]

    return {"policies": plain(found.policies), "absences": plain(found.absences)}
