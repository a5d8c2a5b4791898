"""`forerunners`: stages, self-assessment, benchmarking, practices and lessons of a network."""

from typing import Annotated, Any

import typer

from innokumppanuus.domain.city import City
from innokumppanuus.domain.principles import Principle
from innokumppanuus.engine.profile import indicators_of
from innokumppanuus.errors import InvalidValue, unknown_name
from innokumppanuus.faces.cli.help import Command as HelpedCommand
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.programme import day_of, read_programme
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.texts import Texts
from innokumppanuus.records import to_record
from innokumppanuus_edellakavijat.domain import Forerunners
from innokumppanuus_edellakavijat.engine.current_state import benchmark, current_state
from innokumppanuus_edellakavijat.engine.practices import PUBLIC, learned, search, standings
from innokumppanuus_edellakavijat.engine.stages import stages
from innokumppanuus_edellakavijat.faces import tables

_KEY = "edellakavijat"
_LEAST = 3
"""Fewest unnamed cities that a summary is made of."""

app = typer.Typer(cls=Group, invoke_without_command=True)
NamedArgument = Annotated[str, typer.Argument(metavar="PROGRAMME", help=f"{_KEY}.help.programme")]
OnOption = Annotated[str, typer.Option(metavar="DAY", help="cli.option.on_day")]
NeededAsOption = Annotated[str, typer.Option("--as", metavar="CITY", help=f"{_KEY}.help.as_needed")]
AsOption = Annotated[str, typer.Option("--as", metavar="CITY", help=f"{_KEY}.help.as")]


@app.callback()
def start(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        context.get_help()
    else:
        context.obj.command = f"forerunners {context.invoked_subcommand}"


@app.command("stages", cls=HelpedCommand, help=f"{_KEY}.help.stages")
def stages_(context: typer.Context, programme: NamedArgument, on: OnOption = "") -> None:
    session, noun = context.obj, _network(context.obj, programme)
    texts, day = session.texts, day_of(on, noun)
    found = stages(noun, day)
    for sentence in tables.stage_sentences(found, noun, texts):
        session.line(sentence)
    columns = [texts.say(f"{_KEY}.stages.{one}") for one in ("phase", "state", "due", "decided")]
    rows = [
        (
            tables.phase_name(one, noun, texts),
            tables.stage_state(one, texts),
            texts.show(one.due) if one.due else "–",
            texts.show(one.decision.on) if one.decision else "–",
        )
        for one in found
    ]
    session.table(f"{_KEY}.stages.title", columns, rows)
    session.data.update(on=day.isoformat(), stages=[to_record(one) for one in found])


@app.command("state", cls=HelpedCommand, help=f"{_KEY}.help.state")
def state(
    context: typer.Context,
    programme: NamedArgument,
    city: NeededAsOption,
    on: OnOption = "",
) -> None:
    session, noun = context.obj, _network(context.obj, programme)
    day, mine = day_of(on, noun), _city(noun, city)
    found = current_state(mine, day, indicators_of(session.workspace.plugins))
    _entries_table(session, found.profile.entries)
    for entry, need in found.requests:
        session.say(f"{_KEY}.request.{need.value}", indicator=entry.name)
    if not found.requests:
        session.say(f"{_KEY}.request.none")
    session.data.update(
        city=mine.id,
        on=day.isoformat(),
        profile=to_record(found.profile),
        requests=[
            {"indicator": entry.indicator, "need": need.value} for entry, need in found.requests
        ],
    )


@app.command("benchmark", cls=HelpedCommand, help=f"{_KEY}.help.benchmark")
def benchmark_(
    context: typer.Context,
    programme: NamedArgument,
    city: NeededAsOption,
    on: OnOption = "",
    least: Annotated[int, typer.Option(metavar="N", help=f"{_KEY}.help.least")] = _LEAST,
) -> None:
    session, noun = context.obj, _network(context.obj, programme)
    texts, day = session.texts, day_of(on, noun)
    indicators = indicators_of(session.workspace.plugins)
    made = benchmark(noun, _viewer(noun, city), day, indicators, least)
    names = [texts.show(one.name) for one in made.agreed]
    columns = [
        texts.say(f"{_KEY}.progress.indicator"),
        texts.show(made.own.name),
        *names,
        texts.say(f"{_KEY}.benchmark.rest"),
    ]
    rows = [
        (
            texts.show(entry.name),
            _level(entry.level, texts),
            *(_shown_level(one.entry(entry.indicator), texts) for one in made.agreed),
            _summary(made.summary(entry.indicator), texts),
        )
        for entry in made.own.entries
        if entry.is_rated
    ]
    session.table(f"{_KEY}.benchmark.title", columns, rows)
    session.say(f"{_KEY}.benchmark.told", agreed=len(made.agreed), others=made.others, least=least)
    session.data.update(city=city, on=day.isoformat(), comparison=to_record(made))


@app.command("practices", cls=HelpedCommand, help=f"{_KEY}.help.practices")
def practices(
    context: typer.Context,
    programme: NamedArgument,
    words: Annotated[
        str, typer.Option("--search", metavar="WORDS", help=f"{_KEY}.help.search")
    ] = "",
    principle: Annotated[
        Principle | None, typer.Option(metavar="KEY", help=f"{_KEY}.help.principle")
    ] = None,
    city: AsOption = "",
) -> None:
    session, noun = context.obj, _network(context.obj, programme)
    texts, viewer = session.texts, _viewer(noun, city)
    hits = search(noun, viewer, words, principle)
    shown = {practice.id: latest for practice, latest in standings(noun, viewer)}
    columns = [texts.say(f"{_KEY}.practices.{one}") for one in ("id", "name", "from", "adopted")]
    rows = [
        (
            hit.practice.id,
            texts.show(hit.practice.name),
            texts.show(noun.name_of(hit.practice.city)),
            tables.adopters(shown[hit.practice.id], noun, texts) or "–",
        )
        for hit in hits
    ]
    if hits:
        session.table(f"{_KEY}.practices.title", columns, rows)
    else:
        session.say(f"{_KEY}.practices.nothing")
    session.data["practices"] = [
        {
            "practice": to_record(hit.practice),
            "matched": list(hit.matched),
            "adoptions": [to_record(one) for one in shown[hit.practice.id].values()],
        }
        for hit in hits
    ]


@app.command("lessons", cls=HelpedCommand, help=f"{_KEY}.help.lessons")
def lessons(context: typer.Context, programme: NamedArgument, city: AsOption = "") -> None:
    session, noun = context.obj, _network(context.obj, programme)
    texts = session.texts
    found = learned(noun, _viewer(noun, city))
    columns = [texts.say(f"{_KEY}.lessons.{one}") for one in ("name", "city", "lessons")]
    rows = [
        (
            texts.show(one.name),
            texts.show(noun.name_of(one.city)),
            "; ".join(texts.show(lesson) for lesson in one.lessons),
        )
        for one in found
    ]
    if found:
        session.table(f"{_KEY}.lessons.title", columns, rows)
    else:
        session.say(f"{_KEY}.lessons.nothing")
    session.data["lessons"] = [to_record(one) for one in found]


def _network(session: Session, named: str) -> Forerunners:
    noun: Any = read_programme(session, named)
    if not isinstance(noun, Forerunners):
        raise InvalidValue(f"{_KEY}.not_network", got=noun.programme.name)
    if noun.programme.is_fictional:
        session.say("programme.report.fictional")
    return noun


def _viewer(noun: Forerunners, city: str) -> str:
    """Return the id of the city that looks; nobody of the group is the public."""
    return _city(noun, city).id if city else PUBLIC


def _city(noun: Forerunners, id_: str) -> City:
    found = noun.city(id_)
    if found is None:
        raise unknown_name(id_, [one.id for one in noun.cities])
    return found


def _entries_table(session: Session, entries: Any) -> None:
    texts = session.texts
    columns = [texts.say(f"{_KEY}.progress.{one}") for one in ("indicator", "level", "described")]
    rows = [
        (
            texts.show(one.name),
            _level(one.level, texts),
            texts.show(one.described) if one.described else "–",
        )
        for one in entries
    ]
    session.table(f"{_KEY}.state.title", columns, rows)


def _level(level: int | None, texts: Texts) -> str:
    return texts.say(f"{_KEY}.level.none") if level is None else texts.show(level)


def _shown_level(entry: Any, texts: Texts) -> str:
    return texts.say(f"{_KEY}.level.hidden") if entry is None else _level(entry.level, texts)


def _summary(summary: Any, texts: Texts) -> str:
    if summary is None:
        return texts.say(f"{_KEY}.benchmark.too_few")
    return texts.say(
        f"{_KEY}.benchmark.summary",
        median=summary.median,
        lower=summary.lower,
        upper=summary.upper,
        cities=summary.cities,
    )
