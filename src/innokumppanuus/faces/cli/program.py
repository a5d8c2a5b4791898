"""From the typed line to the exit code: switches, plugins, commands, and what went wrong."""

import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from typing import TextIO

import typer
from rich.console import Console

from innokumppanuus.errors import MissingText
from innokumppanuus.faces.cli import (
    archive,
    cases,
    check,
    decide,
    diff,
    explain,
    faults,
    forms,
    inventory,
    lint,
    panel,
    profile,
    programme,
    run,
    schema,
    tables,
    workbook,
)
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.help import Group, problem_of
from innokumppanuus.faces.cli.loading import load
from innokumppanuus.faces.cli.session import Session, plain, write_json
from innokumppanuus.faces.cli.switches import Switches, UsageProblem, language_of, take
from innokumppanuus.faces.texts import Texts

NAME = "innokumppanuus"
_WIDTH_OF_A_FILE = 100


def answer(
    arguments: Sequence[str] | None,
    out: TextIO | None,
    err: TextIO | None,
    environment: Mapping[str, str],
) -> int:
    """Run one typed line and return its exit code."""
    line = list(sys.argv[1:] if arguments is None else arguments)
    consoles = _console(out or sys.stdout), _console(err or sys.stderr)
    switches = Switches(language=language_of(environment))
    try:
        return _run(switches, line, *consoles)
    except BrokenPipeError:
        # Whoever read the answer has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Code.DONE
    except KeyboardInterrupt:
        texts = Texts.load(switches.language)
        consoles[1].print(plain(texts.say("cli.interrupted")), soft_wrap=True)
        return Code.INTERRUPTED


def build(session: Session) -> typer.Typer:
    """Return all commands, those of plugins included, with words in the language of *session*."""
    app = typer.Typer(
        name=NAME,
        cls=Group,
        help=session.texts.say("cli.help"),
        add_completion=False,
        invoke_without_command=True,
    )

    @app.callback()
    def start(context: typer.Context) -> None:
        session.command = context.invoked_subcommand or ""
        if not session.command:
            context.get_help()

    for topic in (
        check,
        lint,
        forms,
        decide,
        run,
        explain,
        cases,
        inventory,
        schema,
        tables,
        archive,
        diff,
        panel,
        profile,
        programme,
        workbook,
    ):
        topic.add(app, session)
    for key, command in session.faces.commands().items():
        app.add_typer(command.app, name=key, help=session.texts.show(command.name))
    return app


def _run(switches: Switches, line: list[str], out: Console, err: Console) -> int:
    session: Session | None = None
    texts = Texts.load(switches.language)
    try:
        line = take(switches, line)
        texts = Texts.load(switches.language)
        loaded = load(switches.block, goes_on=line[:1] == [inventory.COMMAND])
        faces = loaded.faces
        texts = Texts.load(switches.language, faces.texts().values())
        session = Session(
            switches=switches,
            texts=texts,
            out=out,
            err=err,
            workspace=loaded.workspace,
            faces=faces,
            faults=loaded.faults,
        )
        command = typer.main.get_command(build(session))
        given = command.main(line, prog_name=NAME, standalone_mode=False, obj=session)
        if given == Code.INTERRUPTED:
            raise KeyboardInterrupt
        session.finish()
        return session.code
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        fault = problem_of(error) if isinstance(error, typer.TyperException) else error
        try:
            return _tell(fault, switches, texts, session, out, err)
        except MissingText as lacking:
            err.print(plain(str(lacking)), soft_wrap=True)
            return Code.FAULT


def _tell(
    error: Exception,
    switches: Switches,
    texts: Texts,
    session: Session | None,
    out: Console,
    err: Console,
) -> int:
    code, problems = faults.code_of(error), faults.located(error)
    if switches.debug:
        traceback.print_exception(error, file=err.file)
    lines = [texts.problem(problem) for problem in problems] or [faults.sentence(error, texts)]
    if switches.as_json:
        data = {} if problems else {"message": lines[0]}
        name = session.command if session else ""
        write_json(out.file, name, code, data, problems, texts)
        return code
    stream = out if problems else err
    for line in lines:
        stream.print(plain(line), soft_wrap=True)
    if isinstance(error, UsageProblem):
        err.print(plain(texts.say("cli.usage.see_help", command=NAME)), soft_wrap=True)
    return code


def _console(file: TextIO) -> Console:
    if isinstance(file, TextIOWrapper):
        # A terminal that lacks a letter shows its number; it never stops the work.
        file.reconfigure(errors="backslashreplace")
    width = None if file.isatty() else _WIDTH_OF_A_FILE
    return _Console(file=file, width=width, highlight=False, markup=False, emoji=False)


class _Console(Console):
    """A console that leaves it to `answer` what a reader that has gone means."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError
