"""`freeze` and `replay`: what is kept of a decision, and the decision made again from it."""

from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.domain.replay import Replay
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import must_exist, read_ruleset
from innokumppanuus.faces.cli.options import RulesetArgument
from innokumppanuus.faces.cli.run import PACKAGE_FILE, write_files
from innokumppanuus.faces.cli.session import Session
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


def add(app: typer.Typer, session: Session) -> None:
    """Add the commands to *app*."""
    say = session.texts.say

    @app.command("freeze", cls=Command, help=say("cli.freeze.help"))
    def freeze(
        ruleset: RulesetArgument,
        out: Annotated[Path, typer.Option(metavar="FILE", help=say("cli.option.package_out"))],
    ) -> None:
        read = read_ruleset(session, ruleset)
        write_files(out.parent, {out.name: session.workspace.package(read)})
        session.say("cli.freeze.written", file=str(out), hash=read.hash)
        session.data.update(files=[str(out)], ruleset_hash=read.hash)

    @app.command("replay", cls=Command, help=say("cli.replay.help"))
    def replay(
        decision: Annotated[
            Path, typer.Argument(metavar="DECISION", help=say("cli.argument.decision"))
        ],
        package: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.package"))
        ] = None,
    ) -> None:
        must_exist(decision, package)
        beside = decision.parent / PACKAGE_FILE
        kept = package or (beside if beside.is_file() else None)
        with session.working("cli.working.deciding"):
            made = session.workspace.replay(decision, kept)
        if kept is not None:
            session.say("cli.replay.package", file=str(kept))
        show_replay(session, made)


def show_replay(session: Session, made: Replay) -> None:
    """Tell whether the decision is the same, what differs, and what was not put back."""
    texts = session.texts
    session.say(
        "cli.replay.equal" if made.is_equal else "cli.replay.differs",
        applications=len(made.before.applications),
        hash=made.before.ruleset_hash,
    )
    for one in made.outcomes:
        session.line(outcome_sentence(one, texts))
    _list(session, "cli.replay.values", [change_sentence(one, texts) for one in made.values])
    _list(session, "cli.replay.plugins", [change_sentence(one, texts) for one in made.plugins])
    dated = [parameter_sentence(one, texts) for one in made.parameters]
    _list(session, "cli.replay.parameters", dated)
    _list(session, "cli.replay.todays", [todays_sentence(one, texts) for one in made.todays])
    session.data.update(
        is_equal=made.is_equal,
        outcomes=[
            {"id": one.application, "before": one.before, "after": one.after}
            for one in made.outcomes
        ],
        values=[change_record(one) for one in made.values],
        plugins=[change_record(one) for one in made.plugins],
        parameters=[parameter_record(one) for one in made.parameters],
        todays=[todays_record(one) for one in made.todays],
    )
    if not made.is_equal:
        session.code = Code.PROBLEMS


def _list(session: Session, title: str, sentences: list[str]) -> None:
    if sentences:
        session.say(title)
    for one in sentences:
        session.line(one)
