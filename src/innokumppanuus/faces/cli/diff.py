"""`diff`: what changed between two rule sets, and for whom the outcome changes and why."""

from pathlib import Path
from typing import Annotated

import attrs
import typer

from innokumppanuus import intake
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.domain.replay import TodaysValue
from innokumppanuus.engine.replay import outcome_changes
from innokumppanuus.engine.todays_values import todays_values
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import Material, must_exist, read_ruleset, stop, with_panel
from innokumppanuus.faces.cli.options import MappingOption, PanelOption, SheetsOption
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.reports.differences import (
    change_record,
    change_sentence,
    outcome_sentence,
)
from innokumppanuus.faces.reports.parameter_changes import (
    parameter_record,
    parameter_sentence,
    todays_record,
    todays_sentence,
)
from innokumppanuus.faces.reports.reasons import sentences
from innokumppanuus.faces.reports.web import SAID_ONCE
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.comparing import changes
from innokumppanuus.ruleset.dated_values import dated_values, parameter_changes
from innokumppanuus.workspace import Workspace, is_kept


@attrs.frozen(kw_only=True)
class _Side:
    """
    One of the two rule sets, with its own dated values.

    Attributes:
        named: As on the command line.
        workspace: Over the values of the package, when it is one; else with today's.
        ruleset: As it was read in that workspace.
    """

    named: str
    workspace: Workspace
    ruleset: RuleSet

    def values(self) -> dict[str, Parameter]:
        """Return every dated value that the rule set rests on, by key."""
        return dict(dated_values(self.ruleset, self.workspace.plugins))

    def todays(self, made: Decision | None) -> tuple[TodaysValue, ...]:
        """Return what a kept rule set had to take from today."""
        plugins = self.workspace.plugins
        if not is_kept(self.named):
            return ()
        return todays_values(self.ruleset, plugins, plugins.kept, made)


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("diff", cls=Command, help=say("cli.diff.help"))
    def diff(
        before: Annotated[str, typer.Argument(help=say("cli.argument.before"))],
        after: Annotated[str, typer.Argument(help=say("cli.argument.after"))],
        on: Annotated[Path | None, typer.Option(metavar="FILE", help=say("cli.option.on"))] = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
    ) -> None:
        must_exist(on, mapping, *(sheets or ()), *(panel or ()))
        if on is None and (sheets or mapping or panel):
            raise UsageProblem("cli.usage.needs_value", name="--on")
        old, new = _side(session, before), _side(session, after)
        found = changes(old.ruleset.call, new.ruleset.call)
        session.say("cli.diff.changes" if found else "cli.diff.same", before=before, after=after)
        for one in found:
            session.line(change_sentence(one, session.texts))
        session.data["changes"] = [change_record(one) for one in found]
        moved = _show_values(session, old, new)
        if on is None:
            _show_todays(session, *old.todays(None), *new.todays(None))
            return
        given = (on, mapping, sheets or [], panel or [])
        first, second = (_decided(session, one, *given) for one in (old, new))
        show_outcomes(session, (old.workspace, new.workspace), first, second)
        by_values = _show_by_values(session, new, second, moved) if moved else ()
        _show_todays(session, *old.todays(first), *new.todays(second), *by_values)


def show_outcomes(
    session: Session, workspaces: tuple[Workspace, Workspace], before: Decision, after: Decision
) -> None:
    """Tell whose outcome changes, with the reasons on both sides, each in its workspace."""
    texts, data = session.texts, []
    found = outcome_changes(before, after)
    session.say(
        "cli.diff.outcomes" if found else "cli.diff.no_outcomes",
        count=len(found),
        of=len(after.applications),
    )
    for one in found:
        sides = zip(workspaces, (before, after), strict=True)
        why = [_reasons(session, *side, one.application) for side in sides]
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


def _side(session: Session, named: str) -> _Side:
    workspace = session.workspace.as_kept(named)
    ruleset = read_ruleset(session, named) if workspace is session.workspace else None
    return _Side(named=named, workspace=workspace, ruleset=ruleset or workspace.ruleset(named))


def _show_values(session: Session, old: _Side, new: _Side) -> tuple[Parameter, ...]:
    """Tell the dated values of both sides that differ; return them as on the earlier side."""
    before, after = old.values(), new.values()
    shared = before.keys() & after.keys()
    found = parameter_changes(*({key: one[key] for key in shared} for one in (before, after)))
    if found:
        session.say("cli.diff.parameters", before=old.named, after=new.named)
    for one in found:
        session.line(parameter_sentence(one, session.texts))
    session.data["parameters"] = [parameter_record(one) for one in found]
    return tuple(before[key] for key in dict.fromkeys(one.key for one in found))


def _show_by_values(
    session: Session, new: _Side, after: Decision, moved: tuple[Parameter, ...]
) -> tuple[TodaysValue, ...]:
    """Tell whose outcome changes by the values alone; return those that could not be put back."""
    workspace = new.workspace.with_values(moved)
    ruleset = workspace.ruleset(new.named)
    with session.working("cli.working.deciding"):
        made = workspace.decide(ruleset, after.applications, after.sheets, after.panel, after.votes)
    ids = [one.application for one in outcome_changes(made, after)]
    session.say(
        "cli.diff.by_parameters" if ids else "cli.diff.not_by_parameters",
        after=new.named,
        count=len(ids),
        of=len(after.applications),
        applications=", ".join(ids),
    )
    session.data["outcomes_by_parameters"] = ids
    held = {one.key: one for one in moved}
    found = todays_values(ruleset, workspace.plugins, held, made)
    return tuple(one for one in found if one.key in held)


def _show_todays(session: Session, *found: TodaysValue) -> None:
    told = tuple(dict.fromkeys(found))
    if told:
        session.say("cli.replay.todays")
    for one in told:
        session.line(todays_sentence(one, session.texts))
    session.data["todays"] = [todays_record(one) for one in told]


def _reasons(
    session: Session, workspace: Workspace, decision: Decision, application: str
) -> list[str]:
    if application not in {one.id for one in decision.applications}:
        return []
    why = workspace.reasons(decision, application)
    return list(sentences(why, decision.call, session.texts, leave_out=SAID_ONCE))


def _decided(
    session: Session,
    side: _Side,
    on: Path,
    mapping: Path | None,
    sheets: list[Path],
    panel: list[Path],
) -> Decision:
    """Return the decision of one rule set, each reading the same files by its own form."""
    ruleset = side.ruleset
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
    material = Material(ruleset=ruleset, applications=table.applications, sheets=given)
    plugins = side.workspace.plugins
    evaluators = with_panel(session, material, panel, plugins).panel
    with session.working("cli.working.deciding"):
        return side.workspace.decide(ruleset, table.applications, given, evaluators)
