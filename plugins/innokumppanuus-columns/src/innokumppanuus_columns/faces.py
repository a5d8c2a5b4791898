"""The commands `columns screen` and `columns list`, and their texts. They load no engine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.faces.cli.help import Command as CommandHelp
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.material import must_exist
from innokumppanuus.faces.cli.options import MappingOption, RulesetArgument
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command, TextSource
from innokumppanuus.plugin import hookimpl
from innokumppanuus_columns.domain import Engine

_LOCALE = Path(__file__).parent / "locale"


@hookimpl
def register_commands() -> Iterator[Command]:
    yield Command(
        key="columns",
        name=Label(
            "Säännöstö suuren hakemusjoukon yli",
            "Regelverket över en stor mängd ansökningar",
            "A rule set over a great many applications",
        ),
        app=app(),
    )


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_columns", name=same("columns"), path=_LOCALE)


def app() -> typer.Typer:
    """Return the commands of the plugin."""
    group = typer.Typer(cls=Group, invoke_without_command=True, help="columns.help")

    @group.callback()
    def start(context: typer.Context) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            session.command = f"columns {context.invoked_subcommand}"

    @group.command("list", cls=CommandHelp, help="columns.list.help")
    def list_(
        context: typer.Context,
        ruleset: RulesetArgument,
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        from innokumppanuus_columns import running  # its engines are slow to import

        running.list_rules(session, ruleset)

    @group.command("screen", cls=CommandHelp, help="columns.screen.help")
    def screen(
        context: typer.Context,
        ruleset: RulesetArgument,
        applications: Annotated[
            Path, typer.Option(metavar="FILE", help="columns.option.applications")
        ],
        mapping: MappingOption = None,
        out: Annotated[Path | None, typer.Option(metavar="FILE", help="columns.option.out")] = None,
        engine: Annotated[
            str, typer.Option(metavar="|".join(Engine), help="columns.option.engine")
        ] = Engine.AUTO.value,
        explain: Annotated[str, typer.Option(metavar="ID", help="columns.option.explain")] = "",
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        if engine not in tuple(Engine):
            raise UsageProblem("columns.usage.engine", got=engine, known=", ".join(Engine))
        must_exist(applications, mapping)
        from innokumppanuus_columns import running  # its engines are slow to import

        running.screen(session, ruleset, applications, mapping, out, Engine(engine), explain)

    return group
