"""Reads what a command works on: rule set, applications, score sheets. Problems stop it here."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import attrs
import typer

from innokumppanuus import intake
from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.panel import EvaluationPanel
from innokumppanuus.domain.votes import BallotKind, Votes
from innokumppanuus.errors import Problem
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.intake.panel import read_panel
from innokumppanuus.plugin.examples import RuleSetWithPanel
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet


@attrs.frozen(kw_only=True)
class Material:
    """
    What a decision is made of.

    Attributes:
        ruleset: The checked rule set.
        applications: As they were read.
        sheets: Evaluators' score sheets.
        rows: How many rows of applications there were.
        is_fictional: Whether the examples that come with the rule set were taken.
        panel: Evaluators with their ties and log; None when no file of them was given.
        votes: Citizens' votes; None when no file of them was given.
    """

    ruleset: RuleSet
    applications: tuple[Application, ...] = ()
    sheets: tuple[ScoreSheet, ...] = ()
    rows: int = 0
    is_fictional: bool = False
    panel: EvaluationPanel | None = None
    votes: Votes | None = None


def shipped(session: Session, named: str) -> RuleSetFile | None:
    """Return the rule set a plugin ships under the name; None when it names a file."""
    path = Path(named)
    if path.is_file():
        return None
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), named)
    if path.suffix or os.sep in named:
        must_exist(path)
    return session.workspace.shipped(named)


def must_exist(*paths: Path | None) -> None:
    """Raise FileNotFoundError for the first path that is given but not there."""
    for path in paths:
        if path is not None and not path.exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


def read_ruleset(session: Session, named: str) -> RuleSet:
    """Return the rule set of a file or of a shipped key."""
    shipped(session, named)
    with session.working("cli.working.ruleset"):
        return session.workspace.ruleset(named)


def read_applications(
    session: Session, named: str, given: Path | None, mapping: Path | None
) -> Material:
    """Return the rule set with applications; the rule set's own examples when none are given."""
    must_exist(given, mapping)
    ruleset, example = read_ruleset(session, named), shipped(session, named)
    path = given or (example.applications if example else None)
    if path is None:
        raise UsageProblem("cli.usage.needs_option", name="--applications")
    with session.working("cli.working.applications"):
        table = intake.read_applications(path, ruleset.call, mapping)
    if session.report(table.problems):
        stop(session)
    is_fictional = given is None and example is not None and example.is_fictional
    return Material(
        ruleset=ruleset,
        applications=table.applications,
        rows=table.rows,
        is_fictional=is_fictional,
    )


def read_all(
    session: Session,
    named: str,
    given: Path | None,
    mapping: Path | None,
    sheets: Sequence[Path] | None,
    panel: Sequence[Path] | None = None,
) -> Material:
    """
    Return the rule set with applications and score sheets; its own examples when none are given.

    A rule set in which nothing is scored needs no sheets, and takes none. The panel is the one of
    the files in *panel*; without them there is none.
    """
    sheets = sheets or ()
    must_exist(*sheets)
    material, example = read_applications(session, named, given, mapping), shipped(session, named)
    paths: Path | Sequence[Path] | None = sheets[0] if len(sheets) == 1 else sheets or None
    if not material.ruleset.call.is_assessed():
        if paths is not None:
            raise UsageProblem("cli.usage.not_assessed")
        return with_panel(session, material, panel or ())
    if paths is None and given is None and example is not None:
        paths = example.sheets
    if paths is None:
        raise UsageProblem("cli.usage.needs_option", name="--sheets")
    with session.working("cli.working.sheets"):
        read = intake.read_sheets(paths, material.ruleset.call, material.applications)
    if session.report(read.problems):
        stop(session)
    if not read.sheets:
        session.report([Problem(key="sheets-none")])
        stop(session)
    return with_panel(session, attrs.evolve(material, sheets=read.sheets), panel or ())


def with_panel(
    session: Session, material: Material, paths: Sequence[Path], plugins: Plugins | None = None
) -> Material:
    """
    Return the material with the panel of the files; without files as it is.

    Grounds of conflict are those that *plugins* offer; None takes the plugins of the session.
    """
    if not paths:
        return material
    must_exist(*paths)
    grounds = (plugins or session.workspace.plugins).conflict_grounds()
    call = material.ruleset.call
    with session.working("cli.working.sheets"):
        read = read_panel(paths, call, material.applications, grounds)
    if session.report(read.problems):
        stop(session)
    return attrs.evolve(material, panel=read.panel)


def example_of(session: Session, named: str) -> RuleSetWithPanel | None:
    """Return the rule set with its example panel; None when it ships no panel."""
    found = shipped(session, named)
    return found if isinstance(found, RuleSetWithPanel) else None


def panel_files(
    session: Session, named: str, given: Path | None, paths: Sequence[Path] | None
) -> Sequence[Path]:
    """Return the files of the panel; the rule set's own example when nothing is given."""
    example = example_of(session, named)
    if paths or given is not None or example is None:
        return paths or ()
    return example.panel.files


def with_votes(
    session: Session, material: Material, path: Path | None, ballots: str | None
) -> Material:
    """Return the material with the votes of the file; without a file as it is."""
    if path is None:
        return material
    must_exist(path)
    kind = next((one for one in BallotKind if one.value == (ballots or BallotKind.APPROVAL)), None)
    if kind is None:
        raise UsageProblem("cli.usage.ballots", got=ballots, known=", ".join(BallotKind))
    readers = session.workspace.plugins.vote_readers().values()
    suffix = path.suffix.lower()
    reader = next((one for one in readers if suffix in one.suffixes), None)
    if reader is None:
        known = ", ".join(sorted({each for one in readers for each in one.suffixes}))
        key = "cli.usage.votes_file" if known else "cli.usage.votes_reader"
        raise UsageProblem(key, file=path.name, known=known)
    with session.working("cli.working.votes"):
        read = reader.read(path, kind, [one.id for one in material.applications])
    if session.report(read.warnings):
        stop(session)
    return attrs.evolve(material, votes=read.votes)


def _tell_votes(session: Session, material: Material) -> None:
    if material.votes is None:
        return
    voters, count = material.votes.voters, len(material.votes.ballots)
    session.say("cli.votes.read", voters=voters, ballots=count)
    session.data.update(voters=voters, ballots=count)


def decided(session: Session, material: Material) -> Decision:
    """Return the decision on the material; example data shows as fictional in it."""
    with session.working("cli.working.deciding"):
        decision = session.workspace.decide(
            material.ruleset,
            material.applications,
            material.sheets,
            material.panel,
            material.votes,
        )
    _tell_votes(session, material)
    if material.is_fictional:
        session.say("cli.fictional")
        decision = attrs.evolve(decision, has_fictional_field=True)
    session.data.update(
        call=decision.call.id,
        ruleset_hash=decision.ruleset_hash,
        rows=material.rows,
        is_fictional=decision.call.is_fictional or decision.has_fictional_field,
    )
    return decision


def tell_contradiction(session: Session, decision: Decision) -> bool:
    """Say that the limits contradict, if they do: there is no choice then, and the code says so."""
    selection = decision.selection
    if selection is None or selection.optima.infeasible is None:
        return False
    session.code = Code.NO_CHOICE
    session.say("report.result.contradiction")
    return True


def stop(session: Session) -> NoReturn:
    """End the command because of the problems that have been shown."""
    session.say("cli.stopped")
    raise typer.Exit(session.code)
