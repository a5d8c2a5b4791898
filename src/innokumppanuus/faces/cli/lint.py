"""`lint`: what is worth a look in a rule set that can be used, and what to change in it."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import Material, read_applications, read_ruleset, shipped
from innokumppanuus.faces.cli.options import MappingOption, RulesetArgument
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.document import read_text
from innokumppanuus.ruleset.linting import LintFinding, Severity, lint


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("lint", cls=Command, help=say("cli.lint.help"))
    def run(
        ruleset: RulesetArgument,
        applications: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.lint_applications"))
        ] = None,
        mapping: MappingOption = None,
        strict: Annotated[bool, typer.Option("--strict", help=say("cli.option.strict"))] = False,
    ) -> None:
        if applications is None:
            material = Material(ruleset=read_ruleset(session, ruleset))
        else:
            material = read_applications(session, ruleset, applications, mapping)
        checked, tried = material.ruleset, material.applications
        found = lint(checked, _files(session, ruleset, checked), tried)
        open_ones = [one for one in found if not one.is_acknowledged]
        for one in open_ones:
            session.line(_line(session, one))
        if open_ones:
            session.say("cli.lint.acknowledge")
        counts = Counter(one.severity for one in open_ones)
        session.say(
            "cli.lint.done",
            name=checked.call.name,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
            acknowledged=len(found) - len(open_ones),
        )
        session.data.update(
            call=checked.call.id,
            ruleset_hash=checked.hash,
            findings=[_data(session, one) for one in open_ones],
            acknowledged=[_data(session, one) for one in found if one.is_acknowledged],
        )
        if counts[Severity.ERROR] or (strict and counts[Severity.WARNING]):
            session.code = Code.PROBLEMS


def _files(session: Session, named: str, ruleset: RuleSet) -> Mapping[str, str]:
    """Return the text of the rule set and of the packs under it, by the name in their places."""
    example = shipped(session, named)
    packs = session.workspace.plugins.packs()
    paths = [example.path if example else Path(named)]
    paths += [packs[one.key].path for one in ruleset.packs]
    return {path.name: read_text(path) for path in paths}


def _line(session: Session, one: LintFinding) -> str:
    say = session.texts.say
    place = ": ".join(part for part in (str(one.place), one.path) if part)
    why, mend = _said(session, one)
    severity = say(f"cli.lint.severity.{one.severity}")
    return say("cli.lint.finding", place=place, severity=severity, key=one.key, why=why, mend=mend)


def _said(session: Session, one: LintFinding) -> tuple[str, str]:
    values = dict(one.values)
    if "principle" in values:
        values["principle"] = session.texts.say(f"principle.{values['principle']}")
    say = session.texts.say
    return say(f"lint.{one.key}", **values), say(f"lint.{one.key}.mend", **values)


def _data(session: Session, one: LintFinding) -> dict[str, object]:
    why, mend = _said(session, one)
    return {
        "key": one.key,
        "severity": str(one.severity),
        "file": one.place.file,
        "line": one.place.line,
        "column": one.place.column,
        "path": one.path,
        "text": why,
        "mend": mend,
        "reason": one.reason,
    }
