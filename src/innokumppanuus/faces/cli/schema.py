"""`schema`: the JSON Schema of rule set files, for editors that complete and check as one types."""

import json
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus import ruleset
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("schema", cls=Command, help=say("cli.schema.help"))
    def schema(
        out: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.schema_out"))
        ] = None,
        partial: Annotated[bool, typer.Option("--partial", help=say("cli.option.partial"))] = (
            False
        ),
    ) -> None:
        made = ruleset.schema(partial=partial)
        session.data["schema"] = made
        words = json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        if out is None:
            session.line(words.rstrip("\n"))
            return
        write_files(out.parent, {out.name: words.encode()})
        session.say("cli.schema.written", file=str(out))
        session.data = {"files": [str(out)]}
