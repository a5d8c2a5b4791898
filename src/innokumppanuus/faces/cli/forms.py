"""`forms`: the empty application table and the evaluators' score sheets of a rule set."""

from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus import intake
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import Material, read_applications, read_ruleset
from innokumppanuus.faces.cli.options import ApplicationsOption, MappingOption, RulesetArgument
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.intake import FileKind


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("forms", cls=Command, help=say("cli.forms.help"))
    def forms(
        ruleset: RulesetArgument,
        out: Annotated[Path, typer.Option(metavar="DIR", help=say("cli.option.out_forms"))],
        applications: ApplicationsOption = None,
        evaluator: Annotated[
            list[str] | None, typer.Option(metavar="NAME", help=say("cli.option.evaluator"))
        ] = None,
        mapping: MappingOption = None,
        as_kind: Annotated[
            str, typer.Option("--as", metavar="|".join(FileKind), help=say("cli.option.as"))
        ] = FileKind.XLSX,
    ) -> None:
        kind = _kind_named(as_kind)
        if evaluator and applications is None:
            raise UsageProblem("cli.usage.evaluator_needs_applications")
        if applications is None:
            material = Material(ruleset=read_ruleset(session, ruleset))
        else:
            material = read_applications(session, ruleset, applications, mapping)
        written = intake.write_forms(
            out,
            material.ruleset.call,
            material.applications,
            tuple(evaluator or ()),
            session.texts.language,
            kind=kind,
        )
        for path in written:
            session.line(str(path))
        session.data["files"] = [str(path) for path in written]


def _kind_named(value: str) -> FileKind:
    if value not in set(FileKind):
        raise UsageProblem("cli.usage.file_kind", got=value, known=", ".join(FileKind))
    return FileKind(value)
