"""`diff`: what changed between two rule sets, and for whom the outcome changes and why."""

from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus import intake
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.decision import Decision
from innokumppanuus.engine.replay import outcome_changes
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import must_exist, read_ruleset, stop
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.reports.differences import (
    change_record,
    change_sentence,
    outcome_sentence,
)
from innokumppanuus.faces.reports.reasons import sentences
from innokumppanuus.faces.reports.web import SAID_ONCE
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.comparing import changes


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("diff", cls=Command, help=say("cli.diff.help"))
    def diff(
        before: Annotated[str, typer.Argument(help=say("cli.argument.before"))],
        after: Annotated[str, typer.Argument(help=say("cli.argument.after"))],
        on: Annotated[Path | None, typer.Option(metavar="FILE", help=say("cli.option.on"))] = None,
        sheets: Annotated[
            list[Path] | None, typer.Option(metavar="PATH", help=say("cli.option.sheets"))
        ] = None,
        mapping: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.mapping"))
        ] = None,
    ) -> None:
        must_exist(on, mapping, *(sheets or ()))
        if on is None and (sheets or mapping):
            raise UsageProblem("cli.usage.needs_value", name="--on")
        old, new = read_ruleset(session, before), read_ruleset(session, after)
        found = changes(old.call, new.call)
        session.say("cli.diff.changes" if found else "cli.diff.same", before=before, after=after)
        for one in found:
            session.line(change_sentence(one, session.texts))
        session.data["changes"] = [change_record(one) for one in found]
        if on is not None:
            decisions = [_decided(session, one, on, mapping, sheets or []) for one in (old, new)]
            show_outcomes(session, *decisions)


def show_outcomes(session: Session, before: Decision, after: Decision) -> None:
    """Tell whose outcome changes, with the reasons on both sides."""
    texts, data = session.texts, []
    found = outcome_changes(before, after)
    session.say(
        "cli.diff.outcomes" if found else "cli.diff.no_outcomes",
        count=len(found),
        of=len(after.applications),
    )
    for one in found:
        why = [_reasons(session, decision, one.application) for decision in (before, after)]
        session.line(outcome_sentence(one, texts))
        for key, said in zip(("cli.diff.before", "cli.diff.after"), why, strict=True):
            if said:
                session.say(key, reasons=" ".join(said))
        data.append(
            {
                "id": one.application,
                "before": {"outcome": one.before, "reasons": why[0]},
                "after": {"outcome": one.after, "reasons": why[1]},
            }
        )
    session.data["outcomes"] = data


def _reasons(session: Session, decision: Decision, application: str) -> list[str]:
    if application not in {one.id for one in decision.applications}:
        return []
    why = session.workspace.reasons(decision, application)
    return list(sentences(why, decision.call, session.texts, leave_out=SAID_ONCE))


def _decided(
    session: Session, ruleset: RuleSet, on: Path, mapping: Path | None, sheets: list[Path]
) -> Decision:
    """Return the decision of one rule set, each reading the same files by its own form."""
    with session.working("cli.working.applications"):
        table = intake.read_applications(on, ruleset.call, mapping)
    if session.report(table.problems):
        stop(session)
    given: tuple[ScoreSheet, ...] = ()
    if sheets:
        paths = sheets[0] if len(sheets) == 1 else sheets
        read = intake.read_sheets(paths, ruleset.call, table.applications)
        if session.report(read.problems):
            stop(session)
        given = read.sheets
    with session.working("cli.working.deciding"):
        return session.workspace.decide(ruleset, table.applications, given)
