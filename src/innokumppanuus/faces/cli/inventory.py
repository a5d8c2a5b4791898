"""`plugins list` and `plugins show`: what is installed and what it offers."""

from collections.abc import Mapping
from typing import Annotated, Any

import attrs
import typer

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.faults import sentence
from innokumppanuus.faces.cli.help import Command, Group
from innokumppanuus.faces.cli.loading import at_fault
from innokumppanuus.faces.cli.session import Session, plain
from innokumppanuus.plugin.manager import PluginInfo, installed, pick

COMMAND = "plugins"
"""It goes on when a plugin is at fault, and tells which."""


def add(app: typer.Typer, session: Session) -> None:
    """Add the commands to *app*."""
    say = session.texts.say
    group = typer.Typer(cls=Group, help=say("cli.plugins.help"), invoke_without_command=True)
    app.add_typer(group, name=COMMAND)

    @group.callback()
    def start(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            session.command = f"{COMMAND} {context.invoked_subcommand}"

    @group.command("list", cls=Command, help=say("cli.plugins.list.help"))
    def list_() -> None:
        found, faults = plugins(session), _faults(session)
        names = ("plugin", "version", "distribution", "hooks")
        session.table(
            "cli.plugins.title",
            [say(f"cli.column.{name}") for name in names],
            [(o.name, o.version, o.distribution, str(len(o.hooks))) for o in found.values()],
        )
        for fault in faults.values():
            _tell(session, fault)
        if faults:
            session.code = Code.PLUGIN
        session.data["plugins"] = [_data(one, faults) for one in found.values()]

    @group.command("show", cls=Command, help=say("cli.plugins.show.help"))
    def show(
        name: Annotated[str, typer.Argument(help=say("cli.argument.plugin"))],
    ) -> None:
        info, faults = pick("plugin", name, plugins(session)), _faults(session)
        session.line(f"{info.name} · {info.distribution} {info.version}".strip())
        session.data["plugin"] = _data(info, faults)
        if name in faults:
            _tell(session, faults[name])
            session.code = Code.PLUGIN
            return
        rows = [(hook, "\n".join(info.offers.get(hook, ()))) for hook in info.hooks]
        columns = [say("cli.column.hook"), say("cli.column.keys")]
        session.table("cli.plugins.offers", columns, rows)


def plugins(session: Session) -> Mapping[str, PluginInfo]:
    """
    Return what is installed, by name: core hooks and face hooks of one plugin together.

    A plugin at fault is there without its hooks.
    """
    known = installed()
    names = [at_fault(fault) for fault in session.faults]
    found = {name: known.get(name, PluginInfo(name=name)) for name in names}
    for info in (*session.workspace.plugins.describe(), *session.faces.describe()):
        first = found.get(info.name, attrs.evolve(info, hooks=(), offers={}))
        found[info.name] = attrs.evolve(
            first,
            hooks=tuple(sorted({*first.hooks, *info.hooks})),
            offers={**first.offers, **info.offers},
        )
    return {name: found[name] for name in sorted(found)}


def _faults(session: Session) -> dict[str, str]:
    """Return what is wrong with each plugin at fault, as a sentence, by name."""
    return {at_fault(one): sentence(one, session.texts) for one in session.faults}


def _tell(session: Session, fault: str) -> None:
    if not session.switches.as_json:
        session.err.print(plain(fault), soft_wrap=True)


def _data(info: PluginInfo, faults: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": info.name,
        "distribution": info.distribution,
        "version": info.version,
        "hooks": list(info.hooks),
        "fault": faults.get(info.name),
        "offers": {hook: list(keys) for hook, keys in sorted(info.offers.items())},
    }
