"""The command `events`: places, waiting list, invitation, calendar of a series of events."""

from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import Problem
from innokumppanuus.faces.cli.help import Command as Help
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.material import must_exist, stop
from innokumppanuus.faces.cli.programme import read_programme
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session, file_place
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command
from innokumppanuus.intake.writing import Sheet, workbook_bytes
from innokumppanuus.records import to_record
from innokumppanuus_sparring.domain.events import EventSeries
from innokumppanuus_sparring.engine.places import place_lists
from innokumppanuus_sparring.faces import event_tables
from innokumppanuus_sparring.faces.calendar import calendar_bytes, undated
from innokumppanuus_sparring.faces.commands import ProgrammeArgument, session_of, written
from innokumppanuus_sparring.faces.invitation import invitation_text
from innokumppanuus_sparring.faces.tables import session_name
from innokumppanuus_sparring.reading import read_registrations, registration_fields

NAME = "events"
OutOption = Annotated[Path | None, typer.Option(metavar="FILE", help="events.option.out")]


def command() -> Command:
    """Return the command."""
    return Command(
        key=NAME,
        name=Label(
            "Tapahtumasarja: paikat, jonotuslista, kutsu, kalenteri",
            "Evenemangsserie: platser, väntelista, inbjudan, kalender",
            "Series of events: places, waiting list, invitation, calendar",
        ),
        app=app(),
    )


def app() -> typer.Typer:
    """Return the command as typer has it."""
    group = typer.Typer(cls=Group, invoke_without_command=True)

    @group.callback()
    def start(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            session_of(context).command = f"{NAME} {context.invoked_subcommand}"

    @group.command("places", cls=Help, help="events.places.help")
    def places(
        context: typer.Context,
        programme: ProgrammeArgument,
        registrations: Annotated[
            Path, typer.Option(metavar="FILE", help="events.option.registrations")
        ],
    ) -> None:
        session = session_of(context)
        series = _series(session, programme)
        must_exist(registrations)
        read = read_registrations(registrations, series)
        if session.report(read.problems):
            stop(session)
        lists = place_lists(series, read.registrations)
        names = {one.id: session_name(one, one.id, session.texts) for _, one in series.sessions()}
        for one in lists:
            key = "events.places.told" if one.capacity is not None else "events.places.free"
            session.say(
                key,
                session=names[one.session],
                seated=len(one.seated),
                capacity=one.capacity,
                waiting=len(one.waiting),
                cancelled=len(one.cancelled),
            )
            event_tables.places_table(one, read.registrations, session.texts).show(session)
            event_tables.steps_table(one, session.texts).show(session)
        event_tables.sectors_table(lists, series, session.texts).show(session)
        session.data["places"] = to_record(list(lists))

    @group.command("form", cls=Help, help="events.form.help")
    def form(
        context: typer.Context,
        programme: ProgrammeArgument,
        out: Annotated[Path, typer.Option(metavar="FILE", help="events.option.out")],
    ) -> None:
        session = session_of(context)
        series = _series(session, programme)
        headings = [session.texts.show(one.name) for one in registration_fields(series)]
        title = session.texts.say("events.form.title")
        content = workbook_bytes([Sheet(title=title, headings=headings, rows=())])
        write_files(out.parent, {out.name: content})
        session.say("sparring.written", file=str(out))
        session.data["file"] = str(out)

    @group.command("invitation", cls=Help, help="events.invitation.help")
    def invitation(
        context: typer.Context,
        programme: ProgrammeArgument,
        event: Annotated[str, typer.Option(metavar="ID", help="events.option.event")] = "",
        out: OutOption = None,
    ) -> None:
        session = session_of(context)
        series = _series(session, programme)
        known = [one for one in series.programme.events if event in ("", one.id)]
        if not known:
            ids = ", ".join(one.id for one in series.programme.events)
            raise UsageProblem("events.usage.event", got=event, known=ids)
        text = "\n".join(invitation_text(series, one, session.texts) for one in known)
        session.data["invitation"] = text
        if out is None:
            session.line(text)
        else:
            written(session, out, text)

    @group.command("calendar", cls=Help, help="events.calendar.help")
    def calendar(
        context: typer.Context,
        programme: ProgrammeArgument,
        out: Annotated[Path, typer.Option(metavar="FILE", help="events.option.calendar")],
    ) -> None:
        session = session_of(context)
        noun = read_programme(session, programme)
        left = [session_name(one, one.id, session.texts) for _, one in undated(noun.programme)]
        count = sum(1 for _ in noun.programme.sessions()) - len(left)
        if not count:
            session.report([Problem(key="sparring.calendar-empty", place=file_place(programme))])
            stop(session)
        write_files(out.parent, {out.name: calendar_bytes(noun.programme, session.texts)})
        session.say("events.calendar.written", file=str(out), sessions=count)
        if left:
            session.say("events.calendar.undated", sessions=tuple(left))
        session.data.update(file=str(out), sessions=count, undated=left)

    return group


def _series(session: Session, named: str) -> EventSeries:
    noun = read_programme(session, named)
    if not isinstance(noun, EventSeries):
        session.report([Problem(key="sparring.registration-series", place=file_place(named))])
        stop(session)
    if noun.programme.is_fictional:
        session.say("programme.report.fictional")
    return noun
