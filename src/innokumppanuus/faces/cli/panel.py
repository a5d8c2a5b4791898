"""`panel`: the group of commands about the evaluators' panel; each has a module of its own."""

import typer

from innokumppanuus.faces.cli import panel_assign, panel_conflicts, panel_health, panel_rounds
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.session import Session

COMMAND = "panel"
TOPICS = (panel_conflicts, panel_assign, panel_rounds, panel_health)


def add(app: typer.Typer, session: Session) -> None:
    """Add the group with its commands to *app*."""
    group = typer.Typer(cls=Group, invoke_without_command=True)

    @group.callback()
    def start(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            session.command = f"{COMMAND} {context.invoked_subcommand}"

    for topic in TOPICS:
        topic.add(group, session)
    app.add_typer(group, name=COMMAND, help=session.texts.say("cli.panel.help"))
