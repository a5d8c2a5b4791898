"""Lists of payment claims out of spreadsheets, and a list for the partners to fill in."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import attrs

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue, Problem
from innokumppanuus.intake.entries import Entry, read_entries
from innokumppanuus.intake.writing import Sheet, Value, workbook_bytes
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.domain.funding import Claim

_TITLE = Label("Maksatushakemukset", "Utbetalningsansökningar", "Payment claims")


@attrs.frozen(kw_only=True)
class ClaimsRead:
    """
    What came out of a list of claims.

    Attributes:
        claims: Those that could be read, in the order of the file.
        problems: Everything to mend, in the order of the file.
    """

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def claim_fields(whole: Consortium) -> tuple[Field, ...]:
    """Return the columns of a list of claims; the partner is chosen by name or by id."""
    partners = tuple(
        Option(id=one.participant, name=whole.partner_name(one.participant))
        for one in whole.partners
    )
    return (
        Field(id="id", name=Label("Hakemus", "Ansökan", "Claim")),
        Field(
            id="partner",
            name=Label("Osatoteuttaja", "Delgenomförare", "Partner"),
            type=FieldType.CHOICE,
            options=partners,
        ),
        Field(id="starts", name=Label("Alkaa", "Börjar", "Starts"), type=FieldType.DATE),
        Field(id="ends", name=Label("Päättyy", "Slutar", "Ends"), type=FieldType.DATE),
        Field(id="salaries", name=Label("Palkat", "Löner", "Salaries"), type=FieldType.MONEY),
    )


def read_claims(paths: Iterable[Path], whole: Consortium) -> ClaimsRead:
    """
    Return the claims in workbooks or csv files, one after another; no id stands in two rows.

    Raises:
        HostileFile: When the file is refused before it is read.
        IntakeProblems: When no sheet has the headings.
    """
    fields, zone = claim_fields(whole), whole.programme.zone
    read = [read_entries(path, fields, zone) for path in paths]
    problems = [problem for one in read for problem in one.problems]
    found: dict[str, Claim] = {}
    for entry in (entry for one in read for entry in one.entries):
        claim = _claim(entry, problems)
        if claim is None:
            continue
        if claim.id in found:
            place = entry.places["id"]
            problems.append(Problem(key="twice", values={"got": claim.id}, place=place))
        else:
            found[claim.id] = claim
    ordered = tuple(sorted(problems, key=Problem.sort_key))
    return ClaimsRead(claims=tuple(found.values()), problems=ordered)


def claim_list(whole: Consortium, language: str) -> bytes:
    """Return a workbook for the partners to fill in, with the claims so far."""
    fields = claim_fields(whole)
    sheet = Sheet(
        title=_TITLE.say(language),
        headings=[one.name.say(language) for one in fields],
        rows=[_row(one, whole, language) for one in whole.claims],
    )
    return workbook_bytes([sheet])


def _claim(entry: Entry, problems: list[Problem]) -> Claim | None:
    values = entry.values
    id_, partner, salaries = (values.get(one) for one in ("id", "partner", "salaries"))
    starts, ends = values.get("starts"), values.get("ends")
    if not isinstance(salaries, Money) or id_ is None or partner is None:
        return None  # the reading has told what is missing
    if not isinstance(starts, date) or not isinstance(ends, date):
        return None
    if salaries.cents < 0:
        place = entry.places["salaries"]
        values_ = {"least": 0, "got": str(salaries)}
        problems.append(Problem(key="at-least", values=values_, place=place))
        return None
    try:
        return Claim(id=str(id_), partner=str(partner), starts=starts, ends=ends, salaries=salaries)
    except InvalidValue as error:
        place = entry.places["ends"]
        problems.append(Problem(key=error.key, values=error.values, place=place))
        return None


def _row(claim: Claim, whole: Consortium, language: str) -> Sequence[Value]:
    name = whole.partner_name(claim.partner).say(language)
    return (claim.id, name, claim.starts, claim.ends, claim.salaries)
