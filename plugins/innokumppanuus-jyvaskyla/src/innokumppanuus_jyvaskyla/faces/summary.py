"""Numbers of one decision for a funder: sectors, outcomes, money, 3P. Public answers only."""

from collections.abc import Iterable, Sequence

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import SECTOR_FIELD, Call
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.funding import Grant, granted
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.principles import Principle
from innokumppanuus_jyvaskyla.domain import Breach
from innokumppanuus_jyvaskyla.engine import INDICATORS, breaches

TITLE_FIELD = "title"


@attrs.frozen(kw_only=True)
class ApplicationRow:
    """
    One application in the summary.

    Attributes:
        application: Its number.
        applicant: Who applies.
        sector: Id of the applicant's sector; empty when it is missing.
        title: Name of the pilot; None when it is missing or not public.
        outcome: How it fared.
        applied: Sum applied for; None when it is missing.
        grant: What it got; None when nothing.
    """

    application: str
    applicant: str
    sector: str
    title: str | None
    outcome: Outcome
    applied: Money | None
    grant: Grant | None


@attrs.frozen(kw_only=True)
class SectorRow:
    """
    One sector (sektori) in the summary.

    Attributes:
        sector: Its id; empty for those who do not tell it.
        applications: How many applied.
        ranked: How many were compared with each other.
        chosen: How many were chosen.
        granted: What they got together.
    """

    sector: str
    applications: int
    ranked: int
    chosen: int
    granted: Money


@attrs.frozen(kw_only=True)
class IndicatorRow:
    """
    What one indicator sees: in the call, and in how many applications and chosen ones it is met.

    Attributes:
        name: What is looked at.
        principle: Which of the 3P.
        call: What the call itself holds.
        applications: In how many applications it is met.
        chosen: In how many chosen ones it is met.
    """

    name: Label
    principle: Principle
    call: Verdict
    applications: int
    chosen: int


@attrs.frozen(kw_only=True)
class Summary:
    """
    The whole summary (yhteenveto rahoittajalle).

    Attributes:
        rows: One per application, in the decision's order.
        sectors: One per sector in the order of the form, those who do not tell it last.
        outcomes: How many fared so, in the order of `Outcome`.
        granted: All grants together.
        left: What is left of the total; None when the call states no total.
        indicators: By principle.
        breaches: Terms of pilot money that the grants break.
    """

    rows: tuple[ApplicationRow, ...]
    sectors: tuple[SectorRow, ...]
    outcomes: tuple[tuple[Outcome, int], ...]
    granted: Money
    left: Money | None
    indicators: tuple[IndicatorRow, ...]
    breaches: tuple[Breach, ...]


def summarise(decision: Decision) -> Summary:
    """Return the summary of *decision*; it counts what is there and decides nothing."""
    rows = application_rows(decision)
    whole = decision.call.budget.total.value
    spent = granted(decision.grants, whole.currency if whole else "EUR")
    return Summary(
        rows=rows,
        sectors=tuple(_sectors(rows, decision.call, spent.currency)),
        outcomes=tuple(
            (outcome, sum(row.outcome is outcome for row in rows)) for outcome in Outcome
        ),
        granted=spent,
        left=None if whole is None else whole - spent,
        indicators=tuple(_indicators(decision, rows)),
        breaches=breaches(decision.grants, decision.applications, decision.call),
    )


def application_rows(decision: Decision) -> tuple[ApplicationRow, ...]:
    """Return a row per application, in the decision's order."""
    grants = {grant.application: grant for grant in decision.grants}
    return tuple(
        ApplicationRow(
            application=one.id,
            applicant=one.applicant,
            sector=str(one.answers.get(SECTOR_FIELD, "")),
            title=_public(one, decision.call, TITLE_FIELD),
            outcome=decision.outcome(one.id),
            applied=one.amount,
            grant=grants.get(one.id),
        )
        for one in decision.applications
    )


def sector_name(call: Call, sector: str) -> Label | None:
    """Return what the form calls the sector; None for those who do not tell it."""
    field = call.field(SECTOR_FIELD)
    options = field.options if field else ()
    return next((one.name for one in options if one.id == sector), None)


def sectors_of(rows: Iterable[ApplicationRow], call: Call) -> tuple[str, ...]:
    """Return the sectors that occur, in the order of the form."""
    field = call.field(SECTOR_FIELD)
    order = [option.id for option in field.options] if field else []
    held = {row.sector for row in rows}
    return (*(one for one in order if one in held), *sorted(held.difference(order)))


def _public(application: Application, call: Call, field_id: str) -> str | None:
    field = call.field(field_id)
    if field is None or not field.is_public or field_id not in application.answers:
        return None
    return str(application.answers[field_id])


def _sectors(rows: Sequence[ApplicationRow], call: Call, currency: str) -> Iterable[SectorRow]:
    compared = {Outcome.CHOSEN, Outcome.NOT_CHOSEN, Outcome.TIED}
    for sector in sectors_of(rows, call):
        mine = [row for row in rows if row.sector == sector]
        yield SectorRow(
            sector=sector,
            applications=len(mine),
            ranked=sum(row.outcome in compared for row in mine),
            chosen=sum(row.outcome is Outcome.CHOSEN for row in mine),
            granted=granted((row.grant for row in mine if row.grant), currency),
        )


def _indicators(decision: Decision, rows: Iterable[ApplicationRow]) -> Iterable[IndicatorRow]:
    chosen = {row.application for row in rows if row.outcome is Outcome.CHOSEN}
    for indicator in INDICATORS:
        seen = {one.id: indicator.observe(one.principles) for one in decision.applications}
        met = [one for one, observed in seen.items() if observed.verdict is Verdict.MET]
        yield IndicatorRow(
            name=indicator.name,
            principle=indicator.principle,
            call=indicator.observe(decision.call.principles).verdict,
            applications=len(met),
            chosen=sum(one in chosen for one in met),
        )
