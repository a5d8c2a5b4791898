"""`programme`: programmes of every kind: which there are, whether a file is right, what it says."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.domain.dates import zone
from innokumppanuus.faces.cli.help import Command, Group
from innokumppanuus.faces.cli.material import must_exist
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.reports.programme_facts import roles_text, span_text
from innokumppanuus.faces.reports.programme_page import programme_report
from innokumppanuus.plugin.manager import pick
from innokumppanuus.plugin.programmes import HasProgramme
from innokumppanuus.records import to_record
from innokumppanuus.ruleset import programme_schema

COMMAND = "programme"
NamedArgument = Annotated[str, typer.Argument(metavar="PROGRAMME", help="cli.argument.programme")]
LikeOption = Annotated[str, typer.Option(metavar="KEY", help="cli.option.like")]
OnOption = Annotated[str, typer.Option(metavar="DAY", help="cli.option.on_day")]


def add(app: typer.Typer, session: Session) -> None:
    """Add the group with its commands to *app*."""
    say = session.texts.say
    group = typer.Typer(cls=Group, help=say("cli.programme.help"), invoke_without_command=True)
    app.add_typer(group, name=COMMAND)

    @group.callback()
    def start(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            session.command = f"{COMMAND} {context.invoked_subcommand}"

    @group.command("list", cls=Command, help=say("cli.programme.list.help"))
    def list_() -> None:
        found = session.workspace.programmes()
        session.table(
            "cli.programme.list.title",
            [say("cli.column.key"), say("cli.column.name"), say("cli.column.fictional")],
            [
                (key, session.texts.show(one.name), session.texts.show(one.is_fictional))
                for key, one in found.items()
            ],
        )
        session.data["programmes"] = [
            {"key": key, "name": session.texts.show(one.name), "is_fictional": one.is_fictional}
            for key, one in found.items()
        ]

    @group.command("check", cls=Command, help=say("cli.programme.check.help"))
    def check(programme: NamedArgument, like: LikeOption = "") -> None:
        read = read_programme(session, programme, like).programme
        session.say(
            "cli.programme.check.done",
            name=read.name,
            participants=len(read.participants),
            phases=len(read.phases),
            events=len(read.events),
        )
        if read.roles_open():
            names = [one.shown_name for one in read.roles_open()]
            session.say("cli.programme.check.roles_open", names=names)
        if read.gaps():
            session.say("cli.programme.check.gaps", names=[one.name for one in read.gaps()])
        session.data.update(
            programme=read.id,
            kind=read.kind.value,
            roles_open=[one.id for one in read.roles_open()],
            gaps=[one.id for one in read.gaps()],
        )

    @group.command("show", cls=Command, help=say("cli.programme.show.help"))
    def show(programme: NamedArgument, like: LikeOption = "") -> None:
        noun = read_programme(session, programme, like)
        _show(session, noun)
        session.data["programme"] = to_record(noun.programme)

    @group.command("report", cls=Command, help=say("cli.programme.report.help"))
    def report(
        programme: NamedArgument,
        out: Annotated[Path, typer.Option(metavar="DIR", help=say("cli.option.out"))],
        on: OnOption = "",
        like: LikeOption = "",
    ) -> None:
        noun = read_programme(session, programme, like)
        day = day_of(on, noun)
        sections = session.faces.programme_sections()
        made = programme_report(noun, day, sections, session.texts, session.workspace.plugins)
        written = [str(one) for one in write_files(out, made)]
        session.say("cli.programme.report.done", files=written, day=day)
        session.data.update(programme=noun.programme.id, files=written, on=day.isoformat())

    @group.command("schema", cls=Command, help=say("cli.programme.schema.help"))
    def schema(
        programme: Annotated[
            str, typer.Argument(metavar="KEY", help=say("cli.argument.programme"))
        ],
    ) -> None:
        noun = pick("programme", programme, session.workspace.programmes()).noun
        made = programme_schema(noun)
        session.data["schema"] = made
        session.line(json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True))


def read_programme(session: Session, named: str, like: str = "") -> HasProgramme:
    """Return the programme of a file or of a shipped key; problems in it stop the command."""
    path = Path(named)
    if path.suffix and not path.is_file():
        must_exist(path)
    return session.workspace.programme(named, like)


def day_of(on: str, noun: HasProgramme) -> date:
    """Return the day that was asked for, else today in the programme's zone."""
    if not on:
        return datetime.now(zone(noun.programme.zone)).date()
    try:
        return date.fromisoformat(on)
    except ValueError as error:
        raise UsageProblem("cli.usage.day", name="--on", got=on) from error


def _show(session: Session, noun: HasProgramme) -> None:
    texts, programme = session.texts, noun.programme
    say = texts.say
    session.line(texts.show(programme.name))
    if programme.is_fictional:
        session.say("programme.report.fictional")
    if programme.purpose is not None:
        session.line(texts.show(programme.purpose))
    session.line(f"{say('programme.kind')}: {say(f'programme_kind.{programme.kind.value}')}")
    when = span_text(programme.starts, programme.ends, texts)
    session.line(f"{say('programme.when')}: {when}")
    session.table(
        "programme.people",
        [say(f"programme.{one}") for one in ("who", "sector", "roles")],
        [
            (
                texts.show(one.shown_name),
                say(f"sector.{one.shown_sector.value}"),
                roles_text(one, texts),
            )
            for one in programme.participants
        ],
    )
    if programme.phases:
        session.table(
            "programme.phases",
            [say(f"programme.{one}") for one in ("phase", "phase_kind", "when")],
            [
                (
                    texts.show(one.name),
                    say(f"phase_kind.{one.kind.value}"),
                    span_text(one.starts, one.ends, texts),
                )
                for one in programme.phases
            ],
        )
    if programme.events:
        session.table(
            "programme.events",
            [say(f"programme.{one}") for one in ("event", "session", "when")],
            [
                (
                    texts.show(event.name),
                    texts.show(one.name or number),
                    span_text(one.starts, one.ends, texts),
                )
                for event in programme.events
                for number, one in enumerate(event.sessions, start=1)
            ],
        )
