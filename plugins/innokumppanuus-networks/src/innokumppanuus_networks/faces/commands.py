"""The commands `network`: show, find, band, after, questions, ptv, export. They reckon nothing."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import attrs
import typer

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.cli.help import Command as CommandHelp
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command
from innokumppanuus.workspace import read_kept
from innokumppanuus_networks.domain import ServiceNetworks
from innokumppanuus_networks.engine.bridges import bridges
from innokumppanuus_networks.engine.coverage import coverage
from innokumppanuus_networks.engine.groups import band_of
from innokumppanuus_networks.engine.growth import added, chosen_additions, growth
from innokumppanuus_networks.engine.questions import questions
from innokumppanuus_networks.faces import data, tables
from innokumppanuus_networks.faces.pictures import map_svg, needs_svg
from innokumppanuus_networks.faces.section import find, finding_sentences
from innokumppanuus_networks.faces.tables import Rows
from innokumppanuus_networks.faces.wording import Wording
from innokumppanuus_networks.intake import lists
from innokumppanuus_networks.intake.catalogue import read_catalogue

_Programme: TypeAlias = Annotated[str, typer.Argument(help="network.argument.programme")]
_Services: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="network.option.services")
]
_Ties: TypeAlias = Annotated[Path | None, typer.Option(metavar="FILE", help="network.option.ties")]
_FORMATS = ("xlsx", "csv")


def command() -> Command:
    """Return the group of commands on service networks."""
    name = Label("Palveluverkostot", "Servicenätverk", "Service networks")
    return Command(key="network", name=name, app=app())


def app() -> typer.Typer:
    """Return the commands."""
    group = typer.Typer(cls=Group, invoke_without_command=True, help="network.help")

    @group.callback()
    def start(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            _session(context).command = f"network {context.invoked_subcommand}"

    for name, one in (
        ("show", _show),
        ("find", _find),
        ("band", _band),
        ("after", _after),
        ("questions", _questions),
        ("ptv", _ptv),
        ("export", _export),
    ):
        group.command(name, cls=CommandHelp, help=f"network.{name}.help")(one)
    return group


def _show(
    context: typer.Context,
    programme: _Programme,
    services: _Services = None,
    ties: _Ties = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="network.option.picture")
    ] = None,
) -> None:
    session = _session(context)
    networks = _read(session, programme, services, ties)
    if networks is None:
        return
    wording = Wording(networks, session.texts)
    shown = [tables.serving_rows(wording)]
    shown += [tables.tie_rows(wording)] if networks.ties else []
    shown += [tables.answer_rows(wording)] if networks.needs else []
    shown += [tables.member_rows(wording)] if networks.programme.participants else []
    _tell(session, networks, shown)
    session.data.update(
        groups=[one.id for one in networks.groups],
        actors=[data.of_actor(networks, one) for one in networks.actors],
        ties=[data.of_tie(one) for one in networks.ties],
        coverage=[data.of_cell(one) for one in coverage(networks)],
    )
    _draw(session, picture, lambda: map_svg(networks, session.texts))


def _find(
    context: typer.Context,
    programme: _Programme,
    services: _Services = None,
    ties: _Ties = None,
    group: Annotated[str, typer.Option(metavar="ID", help="network.option.group")] = "",
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="network.option.picture_needs")
    ] = None,
) -> None:
    session = _session(context)
    networks = _read(session, programme, services, ties)
    if networks is None:
        return
    found = find(networks)
    if group:
        networks.group(group)
        found = attrs.evolve(
            found,
            gaps=tuple(one for one in found.gaps if one.group == group),
            overlaps=tuple(one for one in found.overlaps if one.group == group),
            bridges=bridges(networks, group),
        )
    wording = Wording(networks, session.texts)
    _tell(session, networks, ())
    sentences = (
        [wording.gap(one) for one in found.gaps],
        [wording.overlap(one) for one in found.overlaps],
        [wording.bridge(one) for one in found.bridges],
    )
    for told, listed in zip(finding_sentences(found, session.texts), sentences, strict=True):
        _lines(session, (told, *(f"- {one}" for one in listed), ""))
    session.data.update(
        gaps=[data.of_gap(one, wording) for one in found.gaps],
        overlaps=[data.of_overlap(one, wording) for one in found.overlaps],
        bridges=[data.of_bridge(one, wording) for one in found.bridges],
    )
    _draw(session, picture, lambda: needs_svg(networks, session.texts))


def _band(
    context: typer.Context,
    programme: _Programme,
    age: Annotated[int, typer.Argument(help="network.argument.age", min=0)],
) -> None:
    session = _session(context)
    networks = _read(session, programme)
    if networks is None:
        return
    band = band_of(networks, age)
    if band is None:
        session.say("network.band.none", age=age)
    else:
        session.say("network.band.told", age=age, band=band.name)
    session.data.update(age=age, band=band.id if band else None)


def _after(
    context: typer.Context,
    programme: _Programme,
    add: Annotated[list[str] | None, typer.Option(metavar="ID", help="network.option.add")] = None,
    decision: Annotated[
        Path | None, typer.Option(metavar="FILE", help="network.option.decision")
    ] = None,
    services: _Services = None,
    ties: _Ties = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="network.option.picture")
    ] = None,
) -> None:
    session = _session(context)
    networks = _read(session, programme, services, ties)
    if networks is None:
        return
    wanted = list(add or ())
    if decision is not None:
        kept = read_kept(decision)
        if not isinstance(kept, Decision):
            raise UsageProblem("network.usage.decision", got=decision.name)
        chosen = chosen_additions(networks, kept)
        wanted += chosen.additions
        if chosen.untold:
            session.say("network.after.untold", applications=chosen.untold)
        session.data.update(untold=list(chosen.untold))
    elif not wanted:
        wanted = [one.id for one in networks.additions]
    told = growth(networks, wanted)
    after = added(networks, told.additions)
    wording = Wording(after, session.texts)
    names = tuple(networks.addition(one).name for one in told.additions)
    if names:
        session.say("network.growth.with", additions=names)
    else:
        session.say("network.after.nothing")
    _lines(session, wording.summary(told))
    session.data.update(data.of_growth(told, wording))
    _draw(session, picture, lambda: map_svg(after, session.texts))


def _questions(context: typer.Context, programme: _Programme) -> None:
    session = _session(context)
    networks = _read(session, programme)
    if networks is None:
        return
    found = questions(networks)
    wording = Wording(networks, session.texts)
    shown = [tables.goal_rows(wording), tables.measure_rows(wording)]
    _tell(session, networks, (one for one in shown if one.rows))
    session.line(session.texts.plural("network.questions.told", len(found)))
    _lines(session, (wording.question(one) for one in found))
    session.data.update(
        questions=[
            {"kind": one.kind.value, "about": one.about, "text": wording.question(one)}
            for one in found
        ]
    )


def _ptv(
    context: typer.Context,
    programme: _Programme,
    export: Annotated[Path, typer.Argument(help="network.argument.export")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="network.option.out")] = None,
) -> None:
    session = _session(context)
    networks = _read(session, programme)
    if networks is None:
        return
    read = read_catalogue(export, networks)
    session.say(
        "network.ptv.told",
        items=read.items,
        placed=len(read.placed),
        unplaced=len(read.unplaced),
        actors=len(read.actors),
    )
    session.report([*(one.problem for one in read.unplaced), *read.problems])
    session.data.update(
        items=read.items,
        placed=list(read.placed),
        actors=list(read.actors),
        unplaced=[
            {"id": one.id, "name": session.texts.show(one.name), "key": one.problem.key}
            for one in read.unplaced
        ],
    )
    if out is not None:
        write = lists.services_csv if out.suffix == ".csv" else lists.services_workbook
        out.write_bytes(write(read.networks, session.texts.language))
        session.say("network.written", file=str(out))


def _export(
    context: typer.Context,
    programme: _Programme,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="network.option.folder")] = Path(),
    form: Annotated[
        str, typer.Option("--format", metavar="xlsx|csv", help="network.option.format")
    ] = "xlsx",
) -> None:
    session = _session(context)
    if form not in _FORMATS:
        raise UsageProblem("network.usage.format", got=form, known=", ".join(_FORMATS))
    networks = _read(session, programme)
    if networks is None:
        return
    out.mkdir(parents=True, exist_ok=True)
    is_csv, language = form == "csv", session.texts.language
    services = lists.services_csv if is_csv else lists.services_workbook
    ties = lists.ties_csv if is_csv else lists.ties_workbook
    written = []
    for name, content in (
        (session.texts.say("network.file.services"), services(networks, language)),
        (session.texts.say("network.file.ties"), ties(networks, language)),
    ):
        file = out / f"{name}.{form}"
        file.write_bytes(content)
        written.append(str(file))
        session.say("network.written", file=str(file))
    session.data.update(files=written)


def _read(
    session: Session, programme: str, services: Path | None = None, ties: Path | None = None
) -> ServiceNetworks | None:
    """Return the networks of the programme, or None when the lists have errors, which are told."""
    noun = session.workspace.programme(programme)
    if not isinstance(noun, ServiceNetworks):
        raise UsageProblem("network.usage.programme", got=programme)
    networks = noun
    for path, read in ((services, lists.read_services), (ties, lists.read_ties)):
        if path is not None:
            reading = read(path, networks)
            if session.report(reading.problems):
                return None
            networks = reading.networks
    return networks


def _tell(session: Session, networks: ServiceNetworks, shown: Iterable[Rows]) -> None:
    session.line(session.texts.show(networks.programme.name))
    if networks.programme.is_fictional:
        session.say("network.panel.fictional")
    session.line()
    for one in shown:
        session.table(one.title, one.columns, one.rows)
    session.data.update(
        programme=networks.programme.id, is_fictional=networks.programme.is_fictional
    )


def _lines(session: Session, told: Iterable[str]) -> None:
    for line in told:
        session.line(line)


def _draw(session: Session, path: Path | None, draw: Callable[[], str]) -> None:
    if path is not None:
        path.write_text(draw(), encoding="utf-8")
        session.say("network.written", file=str(path))


def _session(context: typer.Context) -> Session:
    session: Any = context.find_object(Session)
    assert isinstance(session, Session)
    return session
