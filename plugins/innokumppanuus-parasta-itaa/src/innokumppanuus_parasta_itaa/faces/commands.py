"""The command `consortium`: partners, roles, levels, results, money, claims and canvases."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import attrs
import typer

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.faces.cli import help as pages
from innokumppanuus.faces.cli.material import must_exist
from innokumppanuus.faces.cli.programme import (
    LikeOption,
    NamedArgument,
    OnOption,
    day_of,
    read_programme,
)
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command
from innokumppanuus.faces.reports.parameters import said
from innokumppanuus.records import to_record
from innokumppanuus_parasta_itaa.claim_lists import claim_list, read_claims
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.balance import inclusion
from innokumppanuus_parasta_itaa.engine.canvas import review
from innokumppanuus_parasta_itaa.engine.claims import claims, standings
from innokumppanuus_parasta_itaa.engine.funding import plan, stated
from innokumppanuus_parasta_itaa.engine.levels import levels
from innokumppanuus_parasta_itaa.engine.privacy import least_shown
from innokumppanuus_parasta_itaa.engine.progress import progress
from innokumppanuus_parasta_itaa.engine.savings import savings
from innokumppanuus_parasta_itaa.engine.succession import successions
from innokumppanuus_parasta_itaa.faces import grids, money_grids, sentences
from innokumppanuus_parasta_itaa.faces.grid import Grid
from innokumppanuus_parasta_itaa.reading import read_canvas

CLAIM_LIST = "claims.xlsx"
"""Name of the list that partners fill in."""

_NAME = Label(
    "Konsortio ja aluepilotit: roolit, tasot, tulokset, rahoitus ja ilmiökanvas.",
    "Konsortium och regionala piloter: roller, nivåer, resultat, finansiering och fenomenkanvas.",
    "Consortium and regional pilots: roles, levels, results, funding and the phenomenon canvas.",
)


def commands() -> Iterator[Command]:
    """Yield the command."""
    yield Command(key="consortium", name=_NAME, app=_app())


def partners(session: Session, whole: Consortium) -> None:
    """Tell the partners and who goes on in the place of whom."""
    found = successions(whole.programme)
    _show(session, grids.partners_grid(whole, session.texts))
    told = _say(session, [sentences.succession_sentence(one, session.texts) for one in found])
    session.data.update(
        partners=to_record(whole.partners),
        successions=[
            {"first": one.first.id, "second": one.second.id, "is_verified": one.is_verified}
            for one in found
        ],
        sentences=told,
    )


def roles(session: Session, whole: Consortium) -> None:
    """Tell the four roles in each pilot, with what is missing."""
    _show(session, grids.roles_grid(whole, session.texts))
    data: list[object] = []
    for pilot in whole.pilots:
        found = None if pilot.canvas is None else review(pilot.canvas)
        name = session.texts.show(pilot.name)
        if found is None:
            _say(session, [session.texts.say("consortium.canvas.not_told", pilot=name)])
        else:
            words = sentences.canvas_sentences(found, session.texts)
            _say(session, [f"{name}: {one}" for one in words])
        data.append({"pilot": pilot.id, "review": None if found is None else to_record(found)})
    session.data["pilots"] = data


def attendance(session: Session, whole: Consortium, on: str) -> None:
    """Tell how many of each role came, small numbers hidden, with balance and inclusion."""
    least, used = least_shown(day_of(on, whole), _law(session))
    if not any(one.meetings for one in whole.pilots):
        _say(session, [session.texts.say("consortium.attendance.none")])
    else:
        said_first = [session.texts.say("consortium.balance.means"), said(used, session.texts)]
        _say(session, said_first)
    data: list[object] = []
    for pilot in whole.pilots:
        if not pilot.meetings:
            continue
        found = inclusion(pilot.meetings, least)
        name = session.texts.show(pilot.name)
        names = {one.id: session.texts.show(one.name) for one in pilot.meetings}
        _say(session, [name])
        _show(session, grids.attendance_grid(name, found, names, session.texts))
        told = _say(session, list(sentences.inclusion_sentences(found, session.texts)))
        data.append({"pilot": pilot.id, "inclusion": to_record(found), "sentences": told})
    session.data.update(pilots=data, least_shown=least, is_verified=used.verified)


def both_levels(session: Session, whole: Consortium) -> None:
    """Tell practice and structure side by side."""
    found = levels(whole)
    _show(session, grids.levels_grid(whole, found, session.texts))
    _show(session, grids.carried_grid(whole, found, session.texts))
    told = _say(session, list(sentences.levels_sentences(whole, found, session.texts)))
    session.data.update(
        rows=[
            {
                "region": row.region,
                "practice": [one.id for one in row.practice],
                "structure": [one.id for one in row.structure],
            }
            for row in found.rows
        ],
        loose=[one.id for one in found.loose],
        sentences=told,
    )


def results(session: Session, whole: Consortium) -> None:
    """Tell the results, and the savings with a baseline or explicitly without."""
    found = savings(whole.savings)
    _show(session, grids.results_grid(whole, session.texts))
    _show(session, money_grids.savings_grid(whole, found, session.texts))
    told = _say(session, list(sentences.savings_sentences(found, session.texts)))
    session.data.update(results=to_record(whole.results), savings=to_record(found), sentences=told)


def funding(session: Session, whole: Consortium) -> None:
    """Tell the money of each partner, adding up to the cent."""
    planned, shares = plan(whole.funding, _law(session)), stated(whole.funding)
    told: list[str] = []
    if planned is not None:
        if planned.rows:
            _show(session, money_grids.funding_grid(whole, planned, session.texts))
        told += sentences.funding_sentences(planned, session.texts)
    if shares is not None:
        _show(session, money_grids.shares_grid(whole, shares, session.texts))
        told.append(sentences.shares_sentence(shares, session.texts))
    _say(session, told or [session.texts.say("consortium.funding.nothing")])
    session.data.update(plan=to_record(planned), stated=to_record(shares), sentences=told)


def payment_claims(session: Session, whole: Consortium, lists: Iterable[Path]) -> None:
    """Tell the payment claims against the shares; lists come in the place of the file's claims."""
    paths = tuple(lists)
    if paths:
        for path in paths:
            must_exist(path)
        read = read_claims(paths, whole)
        if session.report(read.problems):
            return
        whole = attrs.evolve(whole, claims=read.claims)
    planned = plan(whole.funding, _law(session))
    found = claims(whole, planned)
    shares = standings(found, planned)
    if found:
        _show(session, money_grids.claims_grid(whole, found, session.texts))
        _show(session, money_grids.standings_grid(whole, shares, session.texts))
    nothing = [session.texts.say("consortium.claims.none")]
    words = list(sentences.claims_sentences(whole, found, session.texts)) if found else nothing
    told = _say(session, words)
    session.data.update(claims=to_record(found), shares=to_record(shares), sentences=told)


def region_progress(session: Session, whole: Consortium) -> None:
    """Tell how far each regional pilot has come."""
    found = progress(whole)
    _show(session, grids.progress_grid(whole, found, session.texts))
    _say(session, [session.texts.say("consortium.progress.means")])
    session.data["pilots"] = to_record(found)


def one_canvas(session: Session, file: Path) -> None:
    """Tell what a canvas in a file of its own has and lacks."""
    must_exist(file)
    canvas = read_canvas(file)
    found = review(canvas)
    _show(session, grids.canvas_grid(canvas, session.texts))
    told = _say(session, list(sentences.canvas_sentences(found, session.texts)))
    session.data.update(canvas=to_record(canvas), review=to_record(found), sentences=told)


def _app() -> typer.Typer:
    app = typer.Typer(cls=pages.Group, invoke_without_command=True)

    @app.callback()
    def start(context: typer.Context) -> None:
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            _session(context).command = f"consortium {context.invoked_subcommand}"

    plain: dict[str, Callable[[Session, Consortium], None]] = {
        "partners": partners,
        "roles": roles,
        "levels": both_levels,
        "results": results,
        "funding": funding,
        "progress": region_progress,
    }
    for word, tell in plain.items():
        _add(app, word, tell)

    @app.command("attendance", cls=pages.Command, help="consortium.attendance.help")
    def _attendance(
        context: typer.Context, programme: NamedArgument, on: OnOption = "", like: LikeOption = ""
    ) -> None:
        session = _session(context)
        attendance(session, _consortium(session, programme, like), on)

    @app.command("claims", cls=pages.Command, help="consortium.claims.help")
    def _claims(
        context: typer.Context,
        programme: NamedArgument,
        lists: Annotated[
            list[Path] | None,
            typer.Option("--list", metavar="FILE", help="consortium.option.list"),
        ] = None,
        like: LikeOption = "",
    ) -> None:
        session = _session(context)
        payment_claims(session, _consortium(session, programme, like), lists or ())

    @app.command("claim-list", cls=pages.Command, help="consortium.claim_list.help")
    def _claim_list(
        context: typer.Context,
        programme: NamedArgument,
        out: Annotated[Path, typer.Option(metavar="DIR", help="consortium.option.out")],
        like: LikeOption = "",
    ) -> None:
        session = _session(context)
        whole = _consortium(session, programme, like)
        content = claim_list(whole, session.texts.language)
        (written,) = write_files(out, {CLAIM_LIST: content})
        session.say("consortium.claim_list.done", file=str(written))
        session.data["file"] = str(written)

    @app.command("canvas", cls=pages.Command, help="consortium.canvas.help")
    def _canvas(
        context: typer.Context,
        file: Annotated[Path, typer.Argument(metavar="FILE", help="consortium.argument.canvas")],
    ) -> None:
        one_canvas(_session(context), file)

    return app


def _add(app: typer.Typer, word: str, tell: Callable[[Session, Consortium], None]) -> None:
    @app.command(word, cls=pages.Command, help=f"consortium.{word}.help")
    def command(context: typer.Context, programme: NamedArgument, like: LikeOption = "") -> None:
        session = _session(context)
        tell(session, _consortium(session, programme, like))


def _consortium(session: Session, named: str, like: str) -> Consortium:
    noun = read_programme(session, named, like)
    if not isinstance(noun, Consortium):
        raise UsageProblem("consortium.usage.kind", got=named)
    if noun.is_fictional:
        session.say("consortium.fictional")
    return noun


def _session(context: typer.Context) -> Session:
    session: Session = context.find_object(Session)  # type: ignore[assignment]
    return session


def _law(session: Session) -> Mapping[str, Parameter]:
    return session.workspace.plugins.parameters()


def _show(session: Session, grid: Grid) -> None:
    if grid.rows:
        session.table(grid.title, grid.columns, grid.rows)


def _say(session: Session, told: list[str]) -> list[str]:
    for one in told:
        session.line(one)
    return told
