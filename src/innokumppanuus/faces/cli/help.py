"""
Help pages and usage messages in the reader's language; typer's own are in English only.

Commands of plugins are made before anybody has asked in a language: their help is the key of a
text in the plugin's catalogue. Any other help is shown as it is.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from typer.core import TyperCommand, TyperGroup

from innokumppanuus.faces.cli.session import Session, plain
from innokumppanuus.faces.cli.switches import UsageProblem

SWITCHES = ("--lang", "--block", "--json", "--debug")
"""Understood by every command; `switches.take` takes them off the line before typer sees it."""


class Command(TyperCommand):
    """A command whose help is said by the texts."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _show(self, ctx)


class Group(TyperGroup):
    """A group of commands whose help is said by the texts."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _show(self, ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            close = get_close_matches(name, list(self.commands), n=1)
            key = "cli.usage.command_meant" if close else "cli.usage.command"
            raise UsageProblem(
                key, got=name, known=", ".join(sorted(self.commands)), meant="".join(close)
            )
        return super().resolve_command(ctx, args)


def problem_of(error: typer.TyperException) -> UsageProblem:
    """Return what typer found wrong with the command line as a message of ours."""
    option: str | None = getattr(error, "option_name", None)
    if option is not None and not hasattr(error, "possibilities"):
        return UsageProblem("cli.usage.needs_value", name=option)
    if option is not None:
        possibilities: Iterable[str] = getattr(error, "possibilities", None) or ()
        close = get_close_matches(option, sorted({*possibilities, *SWITCHES}), n=1)
        key = "cli.usage.option_meant" if close else "cli.usage.option"
        return UsageProblem(key, got=option, meant="".join(close))
    parameter = getattr(error, "param", None)
    if parameter is None:
        return UsageProblem("cli.usage.unclear")
    missing = type(error).__name__ == "MissingParameter"
    key = "cli.usage.missing" if missing else "cli.usage.value"
    return UsageProblem(key, name=_name(parameter))


def _show(command: Any, ctx: Any) -> None:
    session: Session = ctx.find_object(Session)
    out, say = session.out, session.texts.say
    parts = [ctx.command_path, *(_metavar(one) for one in _arguments(command))]
    commands = getattr(command, "commands", {})
    parts.append(say("cli.help.command_and_options" if commands else "cli.help.options_of"))
    out.print(plain(say("cli.help.usage", line=" ".join(parts))), soft_wrap=True)
    if command.help:
        out.print()
        out.print(plain(_said(session, command.help)))
    listed = {
        "commands": [(name, one.help) for name, one in commands.items()],
        "arguments": [(_name(one), one.help) for one in _arguments(command)],
        "options": [(_name(one), one.help) for one in _options(command)],
    }
    for title, rows in listed.items():
        shown = [(name, _said(session, words or "")) for name, words in rows]
        _list(out, say(f"cli.help.{title}"), shown)
    _list(out, say("cli.help.switches"), _switches(session))
    if ctx.parent is None:
        out.print()
        out.print(plain(say("cli.help.codes")))


def _said(session: Session, words: str) -> str:
    return session.texts.say(words) if session.texts.has(words) else words


def _list(out: Console, title: str, rows: Iterable[tuple[str, str]]) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for name, words in rows:
        grid.add_row(plain(name), plain(words))
    if grid.row_count:
        out.print()
        out.print(plain(title))
        out.print(Padding(grid, (0, 0, 0, 2)))


def _switches(session: Session) -> list[tuple[str, str]]:
    names = [(name, session.texts.say(f"cli.switch.{name[2:]}")) for name in SWITCHES]
    return [*names, ("--help", session.texts.say("cli.switch.help"))]


def _arguments(command: Any) -> list[Any]:
    return [one for one in command.params if one.param_type_name == "argument"]


def _options(command: Any) -> list[Any]:
    return [one for one in command.params if one.param_type_name == "option"]


def _metavar(argument: Any) -> str:
    name = _name(argument)
    return name if argument.required else f"[{name}]"


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name).upper()
    flag = getattr(parameter, "is_flag", False)
    return ", ".join(parameter.opts) + ("" if flag else f" {parameter.metavar or ''}".rstrip())
