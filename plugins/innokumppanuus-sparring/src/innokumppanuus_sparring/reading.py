"""Files of the plugin into its nouns: confidential files and lists of registrations."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from typing import Final

import attrs

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.parties import Sector
from innokumppanuus.errors import Problem, RuleSetProblems
from innokumppanuus.intake.entries import Entry, read_entries
from innokumppanuus.ruleset import programmes
from innokumppanuus_sparring.domain.confidential import ConfidentialFile, ConfidentialNote
from innokumppanuus_sparring.domain.events import EventSeries, Registration
from innokumppanuus_sparring.domain.feedback import CodedAnswer
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.checks import check_confidential

SECTOR_NAMES: Final[Mapping[Sector, Label]] = MappingProxyType(
    {
        Sector.COMPANY: Label("Yritys", "Företag", "Company"),
        Sector.ASSOCIATION: Label("Järjestö", "Organisation", "Association"),
        Sector.FOUNDATION: Label("Säätiö", "Stiftelse", "Foundation"),
        Sector.MUNICIPALITY: Label("Kunta", "Kommun", "Municipality"),
        Sector.WELLBEING_COUNTY: Label("Hyvinvointialue", "Välfärdsområde", "Wellbeing county"),
        Sector.JOINT_AUTHORITY: Label("Kuntayhtymä", "Samkommun", "Joint authority"),
        Sector.EDUCATION: Label("Oppilaitos", "Läroanstalt", "Education"),
        Sector.STATE: Label("Valtio", "Staten", "State"),
        Sector.RESIDENTS: Label("Asukas", "Invånare", "Resident"),
        Sector.OTHER: Label("Muu", "Annan", "Other"),
    }
)
"""What a list of registrations may call each sector, beside its id."""

_KEYS: Final = frozenset(
    field.name
    for noun in (ConfidentialFile, ConfidentialNote, CodedAnswer)
    for field in attrs.fields(noun)
)
_OWN_VALUES: Final = frozenset({"must", "meant", "known", "options", "expected", "type", "limit"})
"""What the product says of itself in a problem; other words may be those of the file."""

_HIDDEN: Final = "…"


@attrs.frozen(kw_only=True)
class RegistrationsRead:
    """
    What came out of a list of registrations.

    Attributes:
        registrations: Those that could be read whole, in the order of the file.
        problems: Everything to mend, in the order of the file.
    """

    registrations: tuple[Registration, ...]
    problems: tuple[Problem, ...] = ()


def registration_fields(series: EventSeries) -> tuple[Field, ...]:
    """Return what a row of a list of registrations may hold; names of persons are not read."""
    sessions = tuple(
        Option(id=session.id, name=session.name or same(session.id))
        for _, session in series.sessions()
    )
    sectors = tuple(Option(id=one.value, name=name) for one, name in SECTOR_NAMES.items())
    return (
        Field(id="id", name=Label("Tunnus", "Beteckning", "Id")),
        Field(
            id="session",
            name=Label("Tilaisuus", "Evenemang", "Session"),
            type=FieldType.CHOICE,
            options=sessions,
        ),
        Field(id="organisation", name=Label("Taho", "Organisation", "Body"), required=False),
        Field(
            id="sector",
            name=Label("Sektori", "Sektor", "Sector"),
            type=FieldType.CHOICE,
            options=sectors,
            required=False,
        ),
        Field(
            id="registered",
            name=Label("Ilmoittautunut", "Anmäld", "Registered"),
            type=FieldType.MOMENT,
        ),
        Field(
            id="cancelled",
            name=Label("Perunut", "Avbokad", "Cancelled"),
            type=FieldType.MOMENT,
            required=False,
        ),
    )


def read_registrations(path: Path, series: EventSeries) -> RegistrationsRead:
    """
    Return the registrations in a workbook or csv file.

    Raises:
        HostileFile: When the file is refused before it is read.
        IntakeProblems: When no sheet has the headings.
    """
    read = read_entries(path, registration_fields(series), series.programme.zone)
    problems = list(read.problems)
    found: dict[str, Registration] = {}
    for entry in read.entries:
        one = _registration(entry, problems)
        if one is None:
            continue
        if one.id in found:
            place = entry.places["id"]
            problems.append(Problem(key="twice", values={"got": one.id}, place=place))
        else:
            found[one.id] = one
    ordered = tuple(sorted(problems, key=Problem.sort_key))
    return RegistrationsRead(registrations=tuple(found.values()), problems=ordered)


def read_confidential(path: Path, sparring: Sparring) -> ConfidentialFile:
    """
    Return the confidential file of the programme.

    Raises:
        RuleSetProblems: With everything that is wrong in it; what stands there is not repeated.
    """

    def check(read: ConfidentialFile) -> Iterator[Problem]:
        return check_confidential(read, sparring)

    try:
        return programmes.load(path, ConfidentialFile, check)
    except RuleSetProblems as found:
        problems = [_untold(one) for one in found.problems]
    raise RuleSetProblems(problems)


def _untold(problem: Problem) -> Problem:
    """Return the problem without the words of the file, which may be those of a note."""
    values = {
        name: one if name in _OWN_VALUES or isinstance(one, int) else _HIDDEN
        for name, one in problem.values.items()
    }
    known = takewhile(lambda part: part.partition("[")[0] in _KEYS, problem.path.split("."))
    return attrs.evolve(problem, values=values, path=".".join(known))


def _registration(entry: Entry, problems: list[Problem]) -> Registration | None:
    """Return the registration of a row; None when something that it needs is not there."""
    values = entry.values
    if not {"id", "session", "registered"} <= values.keys():
        return None
    registered, cancelled = values["registered"], values.get("cancelled")
    assert isinstance(registered, datetime)  # the fields are of moments
    assert cancelled is None or isinstance(cancelled, datetime)
    if cancelled is not None and cancelled < registered:
        told = {"earliest": registered, "latest": cancelled}
        problems.append(Problem(key="period-order", values=told, place=entry.places["cancelled"]))
        return None
    return Registration(
        id=str(values["id"]),
        session=str(values["session"]),
        organisation=str(values.get("organisation", "")),
        sector=Sector(str(values.get("sector", Sector.UNKNOWN.value))),
        registered=registered,
        cancelled=cancelled,
    )
