"""`plugins list` and `plugins show`: what is installed and what it offers."""

from collections.abc import Mapping
from typing import Annotated, Any

import attrs
import typer

from innokumppanuus.faces.cli.help import Command, Group
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.plugin.manager import PluginInfo, pick


def add(app: typer.Typer, session: Session) -> None:
    """Add the commands to *app*."""
    say = session.texts.say
    group = typer.Typer(cls=Group, help=say("cli.plugins.help"), invoke_without_command=True)
    app.add_typer(group, name="plugins")

    @group.callback()
    def start(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            session.command = f"plugins {context.invoked_subcommand}"

    @group.command("list", cls=Command, help=say("cli.plugins.list.help"))
    def list_() -> None:
        installed = plugins(session)
        names = ("plugin", "version", "distribution", "hooks")
        session.table(
            "cli.plugins.title",
            [say(f"cli.column.{name}") for name in names],
            [(o.name, o.version, o.distribution, str(len(o.hooks))) for o in installed.values()],
        )
        session.data["plugins"] = [_data(one) for one in installed.values()]

    @group.command("show", cls=Command, help=say("cli.plugins.show.help"))
    def show(
        name: Annotated[str, typer.Argument(help=say("cli.argument.plugin"))],
    ) -> None:
        info = pick("plugin", name, plugins(session))
        session.line(f"{info.name} · {info.distribution} {info.version}".strip())
        rows = [(hook, "\n".join(info.offers.get(hook, ()))) for hook in info.hooks]
        columns = [say("cli.column.hook"), say("cli.column.keys")]
        session.table("cli.plugins.offers", columns, rows)
        session.data["plugin"] = _data(info)


def plugins(session: Session) -> Mapping[str, PluginInfo]:
    """Return what is installed, by name: core hooks and face hooks of one plugin together."""
    found: dict[str, PluginInfo] = {}
    for info in (*session.workspace.plugins.describe(), *session.faces.describe()):
        first = found.get(info.name, attrs.evolve(info, hooks=(), offers={}))
        found[info.name] = attrs.evolve(
            first,
            hooks=tuple(sorted({*first.hooks, *info.hooks})),
            offers={**first.offers, **info.offers},
        )
    return {name: found[name] for name in sorted(found)}


def _data(info: PluginInfo) -> dict[str, Any]:
    return {
        "name": info.name,
        "distribution": info.distribution,
        "version": info.version,
        "hooks": list(info.hooks),
        "offers": {hook: list(keys) for hook, keys in sorted(info.offers.items())},
    }
