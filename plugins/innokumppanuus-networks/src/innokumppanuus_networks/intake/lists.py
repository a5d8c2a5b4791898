"""
Lists of services and of ties in xlsx or csv, both ways.

A list is the whole: what is in the programme file and not in the list is gone, and is told.
Notes and sources, which lists do not have, stay with the actors and services of the same id.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import attrs

from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.errors import InvalidValue, Place, Problem
from innokumppanuus.intake import Sheet, csv_bytes, workbook_bytes
from innokumppanuus.intake.entries import Entry, read_entries
from innokumppanuus.intake.writing import Value
from innokumppanuus_networks.checks import problems_of
from innokumppanuus_networks.domain import (
    Actor,
    ActorKind,
    Existence,
    Service,
    ServiceNetworks,
    ServiceRole,
    Tie,
    TieKind,
)
from innokumppanuus_networks.intake.columns import (
    SERVICES_SHEET,
    TIES_SHEET,
    service_fields,
    tie_fields,
)


@attrs.frozen(kw_only=True)
class Reading:
    """
    What came out of a file (luettu aineisto).

    Attributes:
        networks: The networks with what could be read.
        problems: Everything to mend, in the order of the file.
    """

    networks: ServiceNetworks
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(one.severity == "error" for one in self.problems)


def read_services(path: Path, networks: ServiceNetworks) -> Reading:
    """
    Return *networks* with the actors and services of the list in their place.

    Raises:
        HostileFile: When the file is refused before it is read.
        IntakeProblems: When it has none of the headings.
    """
    listed = read_entries(path, service_fields(networks), networks.programme.zone)
    problems = list(listed.problems)
    actors: dict[str, Actor] = {}
    services: list[Service] = []
    for entry in listed.entries:
        known = next((one for one in networks.actors if one.id == _said(entry, "actor")), None)
        try:
            actor = _actor(entry, actors.get(_said(entry, "actor")) or known)
            actors.setdefault(actor.id, actor)
            if _said(entry, "service"):
                services.append(_service(entry, networks))
        except InvalidValue as error:
            problems.append(Problem(key=error.key, values=error.values, place=entry.place))
    read = attrs.evolve(networks, actors=tuple(actors.values()), services=tuple(services))
    before = [(one.id, "services") for one in networks.services]
    problems += _gone(before, {one.id for one in services}, path)
    return Reading(networks=read, problems=(*problems, *_misfits(read, path)))


def read_ties(path: Path, networks: ServiceNetworks) -> Reading:
    """
    Return *networks* with the ties of the list in their place.

    Raises:
        HostileFile: When the file is refused before it is read.
        IntakeProblems: When it has none of the headings.
    """
    listed = read_entries(path, tie_fields(networks), networks.programme.zone)
    problems = list(listed.problems)
    ties: list[Tie] = []
    for entry in listed.entries:
        try:
            ties.append(_tie(entry, networks))
        except InvalidValue as error:
            problems.append(Problem(key=error.key, values=error.values, place=entry.place))
    read = attrs.evolve(networks, ties=tuple(ties))
    before = [("--".join(one.ends), "ties") for one in networks.ties]
    problems += _gone(before, {"--".join(one.ends) for one in ties}, path)
    return Reading(networks=read, problems=(*problems, *_misfits(read, path)))


def services_workbook(networks: ServiceNetworks, language: str) -> bytes:
    """Return the list of services as a workbook that `read_services` reads back."""
    rows, fields = _service_rows(networks), service_fields(networks)
    return workbook_bytes([_sheet(SERVICES_SHEET, fields, rows, language)])


def services_csv(networks: ServiceNetworks, language: str) -> bytes:
    """Return the list of services as csv that `read_services` reads back."""
    rows, fields = _service_rows(networks), service_fields(networks)
    return csv_bytes([[one.name.say(language) for one in fields], *rows])


def ties_workbook(networks: ServiceNetworks, language: str) -> bytes:
    """Return the list of ties as a workbook that `read_ties` reads back."""
    rows, fields = _tie_rows(networks), tie_fields(networks)
    return workbook_bytes([_sheet(TIES_SHEET, fields, rows, language)])


def ties_csv(networks: ServiceNetworks, language: str) -> bytes:
    """Return the list of ties as csv that `read_ties` reads back."""
    rows, fields = _tie_rows(networks), tie_fields(networks)
    return csv_bytes([[one.name.say(language) for one in fields], *rows])


def _actor(entry: Entry, known: Actor | None) -> Actor:
    """Return the actor of the row; what the row leaves blank is as it is known."""
    kind, existence = _said(entry, "kind"), _said(entry, "actor_existence")
    is_type = entry.values.get("is_type")
    name = _label(entry, "actor") or (known.name if known else None)
    return Actor(
        id=_said(entry, "actor"),
        kind=ActorKind(kind) if kind else known.kind if known else ActorKind.UNKNOWN,
        name=name,
        existence=Existence(existence) if existence else _existence(known),
        is_type=is_type if isinstance(is_type, bool) else bool(known and known.is_type),
        note=known.note if known else "",
        sources=known.sources if known else (),
    )


def _existence(known: Actor | None) -> Existence:
    return known.existence if known else Existence.EXISTING


def _service(entry: Entry, networks: ServiceNetworks) -> Service:
    id_ = _said(entry, "service")
    known = next((one for one in networks.services if one.id == id_), None)
    role, existence = _said(entry, "role"), _said(entry, "existence")
    return Service(
        id=id_,
        actor=_said(entry, "actor"),
        name=_label(entry, "service"),
        need=_said(entry, "need"),
        groups=_many(entry, "groups"),
        role=ServiceRole(role) if role else ServiceRole.UNKNOWN,
        existence=Existence(existence) if existence else Existence.EXISTING,
        since=_since(entry),
        sources=known.sources if known else (),
    )


def _tie(entry: Entry, networks: ServiceNetworks) -> Tie:
    kind, existence = _said(entry, "kind"), _said(entry, "existence")
    tie = Tie(
        between=(_said(entry, "first"), _said(entry, "second")),
        kind=TieKind(kind) if kind else TieKind.COOPERATION,
        groups=_many(entry, "groups"),
        existence=Existence(existence) if existence else Existence.EXISTING,
        since=_since(entry),
    )
    known = next((one for one in networks.ties if one.ends == tie.ends), None)
    return attrs.evolve(tie, sources=known.sources if known else ())


def _service_rows(networks: ServiceNetworks) -> list[list[Value]]:
    rows = []
    for actor in networks.actors:
        mine: list[Service | None] = [one for one in networks.services if one.actor == actor.id]
        for service in mine or [None]:
            row: list[Value] = [actor.id, *_words(actor.name), actor.kind.value]
            row += [actor.existence.value, actor.is_type]
            if service is None:
                row += [None] * (len(service_fields(networks)) - len(row))
            else:
                row += [service.id, *_words(service.name), service.need]
                row += ["; ".join(service.groups), service.role.value]
                row += [service.existence.value, service.since]
            rows.append(row)
    return rows


def _tie_rows(networks: ServiceNetworks) -> list[list[Value]]:
    return [
        [*one.between, one.kind.value, "; ".join(one.groups), one.existence.value, one.since]
        for one in networks.ties
    ]


def _sheet(
    title: Label, fields: Sequence[Field], rows: Sequence[Sequence[Value]], language: str
) -> Sheet:
    headings = [one.name.say(language) for one in fields]
    return Sheet(title=title.say(language), headings=headings, rows=_shown(fields, rows, language))


def _shown(
    fields: Sequence[Field], rows: Sequence[Sequence[Value]], language: str
) -> list[list[Value]]:
    """Return yes and no in words: a workbook's own are read in the language of the program."""
    yes_no = [at for at, one in enumerate(fields) if one.type is FieldType.YES_NO]
    return [
        [_yes_no(value, language) if at in yes_no else value for at, value in enumerate(row)]
        for row in rows
    ]


def _yes_no(value: Value, language: str) -> Value:
    yes, no = Label("kyllä", "ja", "yes"), Label("ei", "nej", "no")
    return (yes if value else no).say(language) if isinstance(value, bool) else value


def _words(label: Label | None) -> list[Value]:
    return [getattr(label, language) if label else "" for language in LANGUAGES]


def _said(entry: Entry, field: str) -> str:
    return str(entry.values.get(field, ""))


def _many(entry: Entry, field: str) -> tuple[str, ...]:
    value = entry.values.get(field, ())
    return value if isinstance(value, tuple) else ()


def _since(entry: Entry) -> date | None:
    value = entry.values.get("since")
    return value if isinstance(value, date) else None


def _label(entry: Entry, thing: str) -> Label | None:
    words = [_said(entry, f"{thing}_{language}") for language in LANGUAGES]
    return Label(*words) if any(words) else None


def _gone(before: Iterable[tuple[str, str]], after: set[str], path: Path) -> Iterable[Problem]:
    for id_, where in before:
        if id_ not in after:
            place = Place(file=path.name)
            values = {"got": id_}
            yield Problem(
                key="network.gone", values=values, place=place, path=where, severity="warning"
            )


def _misfits(networks: ServiceNetworks, path: Path) -> Iterable[Problem]:
    place = Place(file=path.name)
    return (attrs.evolve(one, place=place) for one in problems_of(networks))
