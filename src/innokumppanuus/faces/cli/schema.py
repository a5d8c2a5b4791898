"""`schema`: the JSON Schemas of files, for editors that complete and check as one types."""

import json
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus import ruleset
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import read_ruleset
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.ruleset import FileKind


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("schema", cls=Command, help=say("cli.schema.help"))
    def schema(
        for_: Annotated[
            FileKind | None, typer.Option("--for", help=say("cli.option.schema_for"))
        ] = None,
        cases_of: Annotated[
            str | None, typer.Option(metavar="RULESET", help=say("cli.option.cases_of"))
        ] = None,
        out: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.schema_out"))
        ] = None,
        partial: Annotated[bool, typer.Option("--partial", help=say("cli.option.partial"))] = (
            False
        ),
    ) -> None:
        asked = [one for one in (for_ is not None, cases_of is not None, partial) if one]
        if len(asked) > 1:
            raise UsageProblem("cli.usage.one_schema")
        if cases_of is not None:
            made = ruleset.case_schema(read_ruleset(session, cases_of).call)
        else:
            kind = FileKind.PACK if partial else for_ or FileKind.RULESET
            made = ruleset.SCHEMAS[kind]()
        session.data["schema"] = made
        words = json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        if out is None:
            session.line(words.rstrip("\n"))
            return
        write_files(out.parent, {out.name: words.encode()})
        session.say("cli.schema.written", file=str(out))
        session.data = {"files": [str(out)]}
