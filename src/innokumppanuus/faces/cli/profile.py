"""`profile`: the 3P of a call, an application, a programme or a city, change and comparison."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import attrs
import typer

from innokumppanuus.domain.city import City
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.profile import SubjectKind
from innokumppanuus.engine.city_comparison import compare as compare_cities
from innokumppanuus.engine.coverage import coverage
from innokumppanuus.engine.profile import (
    Indicators,
    application_profile,
    call_profile,
    city_profile,
    indicators_of,
    programme_profile,
)
from innokumppanuus.engine.profile_change import changes
from innokumppanuus.errors import Problem
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import (
    must_exist,
    read_applications,
    read_ruleset,
    stop,
)
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.reports import profile_tables as tables
from innokumppanuus.faces.reports.coverage import coverage_grid, gaps_said
from innokumppanuus.faces.reports.profile_page import (
    ProfileSheet,
    profile_report,
    sheet_record,
)
from innokumppanuus.ruleset.subjects import subject_of
from innokumppanuus.workspace import is_kept

LEAST_KEY = "profile.least_cities"
"""The dated value that says how many cities a summary needs."""


@attrs.frozen(kw_only=True)
class _Asked:
    application: str
    applications: Path | None
    mapping: Path | None
    matrix: bool
    others: tuple[str, ...]
    least: int | None
    since: str
    on: str

    @property
    def is_of_call(self) -> bool:
        return bool(self.application or self.applications or self.mapping or self.matrix)

    @property
    def is_of_city(self) -> bool:
        return bool(self.others or self.since or self.on) or self.least is not None


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("profile", cls=Command, help=say("cli.profile.help"))
    def profile(
        subject: Annotated[
            str, typer.Argument(metavar="SUBJECT", help=say("cli.argument.profile"))
        ],
        application: Annotated[
            str, typer.Option(metavar="ID", help=say("cli.option.profile_application"))
        ] = "",
        applications: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.applications"))
        ] = None,
        mapping: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.mapping"))
        ] = None,
        matrix: Annotated[bool, typer.Option("--matrix", help=say("cli.option.matrix"))] = False,
        compare: Annotated[
            list[str] | None, typer.Option(metavar="CITY", help=say("cli.option.profile_compare"))
        ] = None,
        least_cities: Annotated[
            int | None, typer.Option(metavar="N", help=say("cli.option.profile_least"))
        ] = None,
        since: Annotated[
            str, typer.Option(metavar="DAY", help=say("cli.option.profile_since"))
        ] = "",
        on: Annotated[str, typer.Option(metavar="DAY", help=say("cli.option.profile_on"))] = "",
        out: Annotated[
            Path | None, typer.Option(metavar="DIR", help=say("cli.option.profile_out"))
        ] = None,
    ) -> None:
        asked = _Asked(
            application=application,
            applications=applications,
            mapping=mapping,
            matrix=matrix,
            others=tuple(compare or ()),
            least=least_cities,
            since=since,
            on=on,
        )
        with session.working("cli.working.profile"):
            sheet = _sheet(session, subject, asked)
        _show(session, sheet)
        session.data.update(sheet_record(sheet))
        if out is not None:
            files = [str(one) for one in write_files(out, profile_report(sheet, session.texts))]
            session.say("cli.profile.written", files=files)
            session.data["files"] = files


def _sheet(session: Session, subject: str, asked: _Asked) -> ProfileSheet:
    indicators = indicators_of(session.workspace.plugins)
    kind = _kind(session, subject)
    if kind is not SubjectKind.CITY and asked.is_of_city:
        raise UsageProblem("cli.usage.profile_city")
    if kind is not SubjectKind.CALL and asked.is_of_call:
        raise UsageProblem("cli.usage.profile_call")
    if kind is SubjectKind.CITY:
        return _city(session, subject, asked, indicators)
    if kind is SubjectKind.PROGRAMME:
        programme = session.workspace.programme(subject).programme
        return ProfileSheet(profile=programme_profile(programme, indicators))
    return _call(session, subject, asked, indicators)


def _kind(session: Session, subject: str) -> SubjectKind:
    """Return whether a file or key is of a city, a programme or a call."""
    path, plugins = Path(subject), session.workspace.plugins
    if path.is_file():
        return SubjectKind.CALL if is_kept(path) else subject_of(path)
    if path.suffix:
        must_exist(path)
    offered = {
        SubjectKind.CITY: plugins.cities(),
        SubjectKind.PROGRAMME: plugins.programmes(),
        SubjectKind.CALL: plugins.rulesets(),
    }
    for kind, known in offered.items():
        if subject in known:
            return kind
    names = ", ".join(sorted({key for known in offered.values() for key in known}))
    raise UsageProblem("cli.usage.profile_key", got=subject, known=names)


def _call(session: Session, subject: str, asked: _Asked, indicators: Indicators) -> ProfileSheet:
    if not (asked.application or asked.applications):
        call = read_ruleset(session, subject).call
        matrix = coverage(call, indicators) if asked.matrix else None
        return ProfileSheet(profile=call_profile(call, indicators), coverage=matrix)
    material = read_applications(session, subject, asked.applications, asked.mapping)
    call = material.ruleset.call
    matrix = coverage(call, indicators) if asked.matrix else None
    known = {one.id: one for one in material.applications}
    if asked.application not in known:
        names = ", ".join(known)
        raise UsageProblem("cli.usage.profile_application", got=asked.application, known=names)
    one = known[asked.application]
    made = application_profile(one, call, indicators, is_fictional=material.is_fictional)
    return ProfileSheet(profile=made, coverage=matrix)


def _city(session: Session, subject: str, asked: _Asked, indicators: Indicators) -> ProfileSheet:
    city = session.workspace.city(subject)
    today = datetime.now(zone(city.zone)).date()
    on = _day("--on", asked.on) if asked.on else today
    sheet = ProfileSheet(profile=city_profile(city, on, indicators))
    if asked.since:
        before = city_profile(city, _day("--since", asked.since), indicators)
        sheet = attrs.evolve(sheet, before=before, changes=changes(before, sheet.profile))
    if asked.others:
        others = [session.workspace.city(one) for one in asked.others]
        least = _least(session, on) if asked.least is None else asked.least
        known = _known(session, city, others)
        compared = compare_cities(city, known, on, indicators, least, today)
        sheet = attrs.evolve(sheet, compared=compared)
    return sheet


def _known(session: Session, city: City, others: Sequence[City]) -> Sequence[City]:
    """Return the other cities, or stop where one is there twice."""
    ids = [city.id, *(one.id for one in others)]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if session.report(Problem(key="profile-city-twice", values={"got": one}) for one in twice):
        stop(session)
    return others


def _least(session: Session, on: date) -> int:
    return int(session.workspace.plugins.parameters()[LEAST_KEY].on(on).value)  # type: ignore[arg-type]


def _day(name: str, words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise UsageProblem("cli.usage.day", name=name, got=words) from error


def _show(session: Session, sheet: ProfileSheet) -> None:
    texts = session.texts
    session.say("profile.title", name=sheet.profile.name)
    if sheet.profile.is_fictional:
        session.say("profile.fictional")
    session.grid(tables.entries_grid(sheet.profile, texts))
    for said in tables.needs_said(sheet.profile, texts):
        session.line(said)
    if sheet.before is not None:
        session.grid(tables.changes_grid(sheet.changes, texts))
    if sheet.compared is not None:
        session.line(tables.group_said(sheet.compared, texts))
        session.grid(tables.comparison_grid(sheet.compared, texts))
        session.grid(tables.agreed_evidence_grid(sheet.compared, texts))
    if sheet.coverage is not None:
        session.grid(coverage_grid(sheet.coverage, texts))
        for said in gaps_said(sheet.coverage, texts):
            session.line(said)
