"""The command `sparring`: rota, rules, attendance, agreements, feedback, follow-up, notes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from innokumppanuus.domain.dates import When, end_of
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import Problem
from innokumppanuus.faces.cli.help import Command as Help
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.material import must_exist, stop
from innokumppanuus.faces.cli.programme import day_of, read_programme
from innokumppanuus.faces.cli.session import Session, file_place
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command
from innokumppanuus.records import to_record
from innokumppanuus.workspace import read_kept
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.agreements import growth, network
from innokumppanuus_sparring.engine.attendance import instalment_standings, presences
from innokumppanuus_sparring.engine.confidence import leaks
from innokumppanuus_sparring.engine.experts import expert_turns
from innokumppanuus_sparring.engine.feedback import tally
from innokumppanuus_sparring.engine.follow_up import follow_up_standings
from innokumppanuus_sparring.engine.rota import rota_of
from innokumppanuus_sparring.engine.rules import acceptance_standings
from innokumppanuus_sparring.faces import sentences, tables
from innokumppanuus_sparring.faces.pictures import network_svg, rota_svg
from innokumppanuus_sparring.faces.sections import days_of
from innokumppanuus_sparring.reading import read_confidential

NAME = "sparring"
ProgrammeArgument = Annotated[
    str, typer.Argument(metavar="PROGRAMME", help="cli.argument.programme")
]
PictureOption = Annotated[Path | None, typer.Option(metavar="FILE", help="sparring.option.picture")]
OnOption = Annotated[str, typer.Option(metavar="DAY", help="cli.option.on_day")]


def command() -> Command:
    """Return the command."""
    return Command(
        key=NAME,
        name=Label(
            "Sparrausohjelma: kuka sparraa ketä, säännöt, läsnäolo, sopimukset, palaute",
            "Sparringprogram: vem sparrar vem, regler, närvaro, avtal, respons",
            "Sparring programme: who spars whom, rules, attendance, agreements, feedback",
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

    @group.command("rota", cls=Help, help="sparring.rota.help")
    def rota_(
        context: typer.Context, programme: ProgrammeArgument, picture: PictureOption = None
    ) -> None:
        session = session_of(context)
        sparring = _sparring(session, programme)
        with session.working("sparring.working"):
            made, turns = rota_of(sparring), expert_turns(sparring)
        _tell(session, sentences.of_themes(sparring, session.texts))
        _tell(session, sentences.of_rota(made, sparring, session.texts))
        tables.rota_table(made, sparring, session.texts).show(session)
        tables.partners_table(made, sparring, session.texts).show(session)
        if sparring.experts:
            _tell(session, sentences.of_turns(turns, sparring, session.texts))
            tables.turns_table(turns, sparring, session.texts).show(session)
        session.data.update(rota=to_record(made), turns=to_record(turns))
        if picture is not None:
            written(session, picture, rota_svg(made, sparring, session.texts, "sparring-rota"))

    @group.command("rules", cls=Help, help="sparring.rules.help")
    def rules(context: typer.Context, programme: ProgrammeArgument) -> None:
        session = session_of(context)
        sparring = _sparring(session, programme)
        standings = acceptance_standings(sparring)
        _tell(session, sentences.of_rules(standings, sparring, session.texts))
        if sparring.rules:
            tables.acceptance_table(standings, sparring, session.texts).show(session)
        session.data["acceptances"] = to_record(list(standings))

    @group.command("attendance", cls=Help, help="sparring.attendance.help")
    def attendance(
        context: typer.Context,
        programme: ProgrammeArgument,
        decision: Annotated[
            Path | None, typer.Option(metavar="FILE", help="sparring.option.decision")
        ] = None,
    ) -> None:
        session = session_of(context)
        sparring = _sparring(session, programme)
        found = presences(sparring)
        _tell(session, sentences.of_duty(sparring, session.texts))
        tables.presence_table(found, sparring, session.texts).show(session)
        session.data["attendance"] = to_record(list(found))
        if decision is not None:
            standings = instalment_standings(sparring, _decision(decision).grants)
            tables.instalment_table(standings, sparring, session.texts).show(session)
            session.data["instalments"] = to_record(list(standings))

    @group.command("agreements", cls=Help, help="sparring.agreements.help")
    def agreements(
        context: typer.Context,
        programme: ProgrammeArgument,
        until: Annotated[str, typer.Option(metavar="DAY", help="sparring.option.until")] = "",
        picture: PictureOption = None,
    ) -> None:
        session = session_of(context)
        sparring = _sparring(session, programme)
        made = network(sparring, _day(until, sparring))
        grown = growth(sparring, days_of(sparring))
        _tell(session, sentences.of_network(made, session.texts))
        tables.growth_table(grown, session.texts).show(session)
        tables.ties_table(made, sparring, session.texts).show(session)
        session.data.update(network=to_record(made), growth=to_record(list(grown)))
        if picture is not None:
            written(session, picture, network_svg(made, session.texts, "sparring-network"))

    @group.command("feedback", cls=Help, help="sparring.feedback.help")
    def feedback(
        context: typer.Context,
        programme: ProgrammeArgument,
        confidential: Annotated[
            Path | None, typer.Option(metavar="FILE", help="sparring.option.confidential")
        ] = None,
    ) -> None:
        session = session_of(context)
        sparring = _sparring(session, programme)
        if confidential is not None:
            must_exist(confidential)
            answers = read_confidential(confidential, sparring).answers
            counted = tally(answers, sparring.least_told)
            _tell(session, sentences.of_tally(counted, session.texts))
            tables.tally_table(counted, session.texts).show(session)
            session.data["feedback"] = to_record(counted)
        elif sparring.feedback is not None:
            _tell(session, sentences.of_feedback(sparring.feedback, sparring, session.texts))
            tables.mentions_table(sparring.feedback, session.texts).show(session)
            session.data["feedback"] = to_record(sparring.feedback)
        else:
            session.say("sparring.feedback.none")
            session.data["feedback"] = None

    @group.command("follow-up", cls=Help, help="sparring.follow_up.help")
    def follow_up(context: typer.Context, programme: ProgrammeArgument, on: OnOption = "") -> None:
        session = session_of(context)
        sparring = _sparring(session, programme)
        day = day_of(on, sparring)
        standings = follow_up_standings(sparring, end_of(day, sparring.programme.zone))
        _tell(session, sentences.of_follow_up(standings, session.texts))
        tables.follow_up_table(standings, sparring, session.texts).show(session)
        session.data.update(on=day.isoformat(), follow_up=to_record(list(standings)))

    @group.command("notes", cls=Help, help="sparring.notes.help")
    def notes(
        context: typer.Context,
        programme: ProgrammeArgument,
        confidential: Annotated[
            Path, typer.Option(metavar="FILE", help="sparring.option.confidential")
        ],
        show: Annotated[bool, typer.Option("--show", help="sparring.option.show")] = False,
    ) -> None:
        session = session_of(context)
        sparring = _sparring(session, programme)
        must_exist(confidential)
        closed = read_confidential(confidential, sparring)
        found = list(leaks(closed, _open_texts(to_record(sparring), "")))
        session.report(
            Problem(
                key="sparring.note-in-the-open",
                values={"note": one.note, "where": one.where},
                place=file_place(programme),
            )
            for one in found
        )
        session.say("sparring.notes.told", notes=len(closed.notes), leaks=len(found))
        session.data.update(notes=len(closed.notes), leaks=to_record(found))
        if show:
            tables.notes_table(closed.notes, sparring, session.texts).show(session)
            session.data["confidential"] = to_record(list(closed.notes))

    return group


def session_of(context: typer.Context) -> Session:
    """Return what the command works with."""
    session: Session = context.find_object(Session)  # type: ignore[assignment]
    return session


def written(session: Session, path: Path, text: str) -> None:
    """Write a text and say so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    session.say("sparring.written", file=str(path))
    session.data["file"] = str(path)


def _sparring(session: Session, named: str) -> Sparring:
    noun = read_programme(session, named)
    if not isinstance(noun, Sparring):
        session.report([Problem(key="sparring.sparring-none", place=file_place(named))])
        stop(session)
    if noun.programme.is_fictional:
        session.say("programme.report.fictional")
    return noun


def _decision(path: Path) -> Decision:
    must_exist(path)
    kept = read_kept(path)
    if not isinstance(kept, Decision):
        raise UsageProblem("sparring.usage.decision", file=str(path))
    return kept


def _day(until: str, sparring: Sparring) -> When | None:
    if not until:
        return None
    try:
        return When.day(date.fromisoformat(until), sparring.programme.zone)
    except ValueError as error:
        raise UsageProblem("cli.usage.day", name="--until", got=until) from error


def _tell(session: Session, told: Iterator[str]) -> None:
    for words in told:
        session.line(words)


def _open_texts(record: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a record with where it stands."""
    if isinstance(record, str):
        yield path, record
    elif isinstance(record, dict):
        for key, value in record.items():
            yield from _open_texts(value, f"{path}.{key}".removeprefix("."))
    elif isinstance(record, list | tuple):
        for at, value in enumerate(record):
            yield from _open_texts(value, f"{path}[{at}]")
