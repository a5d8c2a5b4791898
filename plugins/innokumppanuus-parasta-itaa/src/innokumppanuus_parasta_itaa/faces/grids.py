"""Consortia as tables of words: the twins of the pictures, and what the command line shows."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.sources import Fact
from innokumppanuus.faces.reports.pieces import table_html
from innokumppanuus.faces.reports.programme_facts import fact_text
from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.canvas import ROLE_NAMES, Canvas, Measure, ParticipantRole
from innokumppanuus_parasta_itaa.domain.consortium import FORM_NAMES, Consortium, Deed, LegalForm
from innokumppanuus_parasta_itaa.domain.meetings import STAGE_NAMES
from innokumppanuus_parasta_itaa.domain.results import RESULT_NAMES, CostPeriod
from innokumppanuus_parasta_itaa.engine.balance import Inclusion, Shown
from innokumppanuus_parasta_itaa.engine.claims import ClaimRow
from innokumppanuus_parasta_itaa.engine.funding import FundingPlan, StatedShares
from innokumppanuus_parasta_itaa.engine.levels import Levels
from innokumppanuus_parasta_itaa.engine.savings import Savings

NOTHING = "–"


@attrs.frozen(kw_only=True)
class Grid:
    """
    A table in words (sanallinen taulukko).

    Attributes:
        title: Key of the text that is its caption.
        columns: Headings.
        rows: Cells; the first of each is the heading of the row.
        numbers: Columns that are set to the right, from 0.
        values: What fills in the longer caption of a page that has many such tables, the text of
            the same key with `.of`; empty when there is one only.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    values: dict[str, object] = attrs.field(factory=dict)

    def html(self, texts: Texts) -> str:
        """Return the table as HTML."""
        key = f"{self.title}.of" if self.values else self.title
        caption = texts.say(key, **self.values)
        return table_html(caption, self.columns, self.rows, self.numbers)


def partners_grid(whole: Consortium, texts: Texts) -> Grid:
    """Return the partners with their legal forms, times and followers."""
    people = {one.id: one for one in whole.programme.participants}
    rows = []
    for one in whole.partners:
        person = people[one.participant]
        follower = people.get(person.followed_by)
        rows.append(
            (
                texts.show(person.shown_name),
                fact_text(_named(one.form), texts),
                _or_dash(person.since, texts),
                _or_dash(person.until, texts),
                texts.show(follower.shown_name) if follower else NOTHING,
            )
        )
    columns = _columns(texts, "partner", "form", "since", "until", "follower")
    return Grid(title="consortium.partners.title", columns=columns, rows=tuple(rows))


def canvas_grid(canvas: Canvas, texts: Texts, **of: object) -> Grid:
    """
    Return one canvas part by part, roles included; what is not written is told as such.

    Args:
        canvas: The canvas.
        texts: The language.
        of: Names of the pilot and the region for the caption, when there are many.
    """
    empty = texts.say("consortium.canvas.empty")
    measure = canvas.measure
    plain = {
        "phenomenon": canvas.phenomenon,
        "target_group": canvas.target_group,
    }
    after = {"goal": canvas.goal, "experiment": canvas.experiment}
    rows = [
        *((_part(name, texts), texts.show(one) if one else empty) for name, one in plain.items()),
        *(
            (
                texts.say("consortium.canvas.role", role=ROLE_NAMES[role]),
                texts.show(canvas.who(role)) or texts.say("consortium.canvas.nobody"),
            )
            for role in ParticipantRole
        ),
        *((_part(name, texts), texts.show(one) if one else empty) for name, one in after.items()),
        (_part("measure", texts), empty if measure is None else measure_text(measure, texts)),
    ]
    return Grid(
        title="consortium.canvas.title",
        columns=_columns(texts, "part", "written"),
        rows=tuple(rows),
        values=of,
    )


def roles_grid(whole: Consortium, texts: Texts) -> Grid:
    """Return who take each role in each pilot, region by region."""
    rows = []
    for pilot in whole.pilots:
        canvas = pilot.canvas
        seats = [
            _not_told(texts) if canvas is None else texts.show(canvas.who(role))
            for role in ParticipantRole
        ]
        words = [one or texts.say("consortium.canvas.nobody") for one in seats]
        rows.append((texts.show(whole.region(pilot.region).name), texts.show(pilot.name), *words))
    roles = tuple(texts.show(ROLE_NAMES[role]) for role in ParticipantRole)
    columns = (*_columns(texts, "region", "pilot"), *roles)
    return Grid(title="consortium.roles.title", columns=columns, rows=tuple(rows))


def attendance_grid(pilot: str, found: Inclusion, names: dict[str, str], texts: Texts) -> Grid:
    """
    Return the meetings of one pilot with how many of each role came, small numbers hidden.

    Args:
        pilot: Its name.
        found: What may be shown.
        names: Names of the meetings, by id.
        texts: The language.
    """
    rows = [
        (
            names[row.meeting],
            texts.show(STAGE_NAMES[row.stage]),
            *(shown_text(row.counts[role], texts) for role in ParticipantRole),
            shown_text(row.total, texts),
        )
        for row in found.rows
    ]
    known = [one for one in found.totals.values() if one is not None]
    whole = sum(known[1:], known[0]) if known else None
    sums = tuple(shown_text(found.totals[role], texts) for role in ParticipantRole)
    rows.append((texts.say("consortium.column.total"), NOTHING, *sums, shown_text(whole, texts)))
    roles = tuple(texts.show(ROLE_NAMES[role]) for role in ParticipantRole)
    columns = (*_columns(texts, "meeting", "stage"), *roles, *_columns(texts, "total"))
    return Grid(
        title="consortium.attendance.title",
        columns=columns,
        rows=tuple(rows),
        numbers=(2, 3, 4, 5, 6),
        values={"pilot": pilot},
    )


def balance_grid(whole: Consortium, found: Mapping[str, Inclusion], texts: Texts) -> Grid:
    """Return balance and inclusion of each pilot that has meetings."""
    rows = tuple(
        (
            texts.show(pilot.name),
            balance_text(found[pilot.id].balance, texts),
            f"{found[pilot.id].together}/{found[pilot.id].recorded}",
            texts.show([ROLE_NAMES[role] for role in found[pilot.id].absent]) or NOTHING,
        )
        for pilot in whole.pilots
        if pilot.id in found
    )
    columns = _columns(texts, "pilot", "balance", "together", "absent")
    return Grid(title="consortium.balance.title", columns=columns, rows=rows, numbers=(1, 2))


def levels_grid(whole: Consortium, found: Levels, texts: Texts) -> Grid:
    """Return practice and structure side by side, region by region."""
    above = texts.say("consortium.levels.above")
    rows = tuple(
        (
            texts.show(whole.region(row.region).name) if row.region else above,
            *(_deeds(one, texts, bool(row.region)) for one in (row.practice, row.structure)),
        )
        for row in found.rows
    )
    columns = _columns(texts, "region", "practice", "structure")
    return Grid(title="consortium.levels.title", columns=columns, rows=rows)


def carried_grid(whole: Consortium, found: Levels, texts: Texts) -> Grid:
    """Return each deed of practice with what makes it last, if anything."""
    nothing = texts.say("consortium.levels.nothing")
    rows = [
        (
            deed_text(whole, deed, texts),
            texts.show([deed_text(whole, one, texts) for one in others]),
        )
        for deed, others in found.carried
    ]
    rows += [(deed_text(whole, deed, texts), nothing) for deed in found.loose]
    columns = _columns(texts, "practice", "carrier")
    return Grid(title="consortium.carried.title", columns=columns, rows=tuple(rows))


def results_grid(whole: Consortium, texts: Texts) -> Grid:
    """Return the results with how each was seen."""
    rows = tuple(
        (
            texts.show(one.name),
            _pilot_name(whole, one.pilot, texts),
            texts.show(RESULT_NAMES[one.kind]),
            texts.say("consortium.results.not_measured")
            if one.measure is None
            else measure_text(one.measure, texts),
        )
        for one in whole.results
    )
    columns = _columns(texts, "result", "pilot", "aim", "measure")
    return Grid(title="consortium.results.title", columns=columns, rows=rows)


def savings_grid(whole: Consortium, found: Savings, texts: Texts) -> Grid:
    """Return the savings with baseline or explicitly without."""
    rows = tuple(
        (
            texts.show(one.saving.name),
            _pilot_name(whole, one.saving.pilot, texts),
            period_text(one.saving.baseline, texts),
            period_text(one.saving.after, texts),
            NOTHING if one.amount is None else texts.show(one.amount),
            NOTHING if one.saving.claimed is None else texts.show(one.saving.claimed),
            texts.say(f"consortium.saving.{one.status.value}"),
        )
        for one in found.told
    )
    columns = _columns(
        texts, "saving", "pilot", "before", "after", "difference", "claimed", "known"
    )
    return Grid(title="consortium.savings.title", columns=columns, rows=rows, numbers=(4, 5))


def funding_grid(whole: Consortium, plan: FundingPlan, texts: Texts) -> Grid:
    """Return the money of each partner; the last row is the whole, and the rows add up to it."""
    show = texts.show
    rows = [
        (
            show(whole.partner_name(row.partner)),
            *(show(one) for one in (row.salaries, row.flat, row.costs, row.grant, row.own)),
        )
        for row in plan.rows
    ]
    flat = plan.costs - plan.salaries
    sums = (plan.salaries, flat, plan.costs, plan.grant, plan.own)
    rows.append((texts.say("consortium.column.total"), *(show(one) for one in sums)))
    columns = _columns(texts, "partner", "salaries", "flat", "costs", "grant", "own")
    return Grid(
        title="consortium.funding.title",
        columns=columns,
        rows=tuple(rows),
        numbers=(1, 2, 3, 4, 5),
    )


def shares_grid(whole: Consortium, found: StatedShares, texts: Texts) -> Grid:
    """Return what sources say of the partners' costs, and what is left undivided."""
    rows = [
        *((texts.show(whole.partner_name(key)), texts.show(sum_)) for key, sum_ in found.known),
        *((texts.show(whole.partner_name(key)), _not_told(texts)) for key in found.unknown),
        (texts.say("consortium.shares.left"), texts.show(found.left)),
        (texts.say("consortium.column.total"), texts.show(found.whole)),
    ]
    columns = _columns(texts, "partner", "costs")
    return Grid(title="consortium.shares.title", columns=columns, rows=tuple(rows), numbers=(1,))


def claims_grid(whole: Consortium, rows: Iterable[ClaimRow], texts: Texts) -> Grid:
    """Return the claims with what is payable and left, and what a person must look at."""
    show = texts.show
    told = tuple(
        (
            row.claim.id,
            show(whole.partner_name(row.claim.partner)),
            f"{show(row.claim.starts)}–{show(row.claim.ends)}",
            show(row.claim.salaries),
            show(row.costs),
            show(row.payable),
            show(row.left),
            show([texts.say(f"consortium.claim.{one.value}") for one in row.notes]) or NOTHING,
        )
        for row in rows
    )
    columns = _columns(
        texts, "claim", "partner", "period", "salaries", "costs", "payable", "left", "notes"
    )
    return Grid(title="consortium.claims.title", columns=columns, rows=told, numbers=(3, 4, 5, 6))


def balance_text(balance: tuple[Fraction, Fraction] | None, texts: Texts) -> str:
    """Return the effective number of roles, or its bounds when numbers are hidden."""
    if balance is None:
        return NOTHING
    least, most = texts.show_column(balance)
    return least if balance[0] == balance[1] else f"{least}–{most}"


def deed_text(whole: Consortium, deed: Deed, texts: Texts) -> str:
    """Return what is done, after the region when it is in one."""
    place = texts.show(whole.region(deed.region).name) if deed.region else ""
    return ": ".join(part for part in (place, texts.show(deed.what)) if part)


def shown_text(shown: Shown | None, texts: Texts) -> str:
    """Return a number as it may be shown: exact, hidden within bounds, or not recorded."""
    if shown is None:
        return texts.say("consortium.count.unrecorded")
    if not shown.is_hidden:
        return texts.show(shown.least)
    return texts.say("consortium.count.hidden", least=shown.least, most=shown.most)


def measure_text(measure: Measure, texts: Texts) -> str:
    """Return a measure with its value before, the one to reach and the one reached."""
    values = {
        name: texts.say("consortium.measure.none")
        if value is None
        else " ".join(part for part in (texts.show(value), measure.unit) if part)
        for name, value in (
            ("baseline", measure.baseline),
            ("target", measure.target),
            ("reached", measure.reached),
        )
    }
    return texts.say("consortium.measure", name=measure.name, **values)


def period_text(period: CostPeriod | None, texts: Texts) -> str:
    """Return a cost with its time; none is told as not measured."""
    if period is None:
        return texts.say("consortium.measure.none")
    return f"{texts.show(period.amount)} ({texts.show(period.starts)}–{texts.show(period.ends)})"


def _columns(texts: Texts, *names: str) -> tuple[str, ...]:
    return tuple(texts.say(f"consortium.column.{name}") for name in names)


def _part(name: str, texts: Texts) -> str:
    return texts.say(f"consortium.part.{name}")


def _not_told(texts: Texts) -> str:
    return texts.say("consortium.not_told")


def _named(form: Fact[LegalForm]) -> Fact[Label]:
    """Return the legal form by its name, as surely known."""
    name = None if form.value is None else FORM_NAMES[form.value]
    return Fact(value=name, status=form.status, sources=form.sources, note=form.note)


def _or_dash(fact: Fact[When], texts: Texts) -> str:
    return NOTHING if fact.value is None else fact_text(fact, texts)


def _deeds(deeds: Iterable[Deed], texts: Texts, is_region: bool) -> str:
    """Return what is done; in a region nothing is told as such, above them it is no lack."""
    nothing = texts.say("consortium.levels.nothing") if is_region else NOTHING
    return texts.show([fact_text(one.what, texts) for one in deeds]) or nothing


def _pilot_name(whole: Consortium, id_: str, texts: Texts) -> str:
    return texts.show(whole.pilot(id_).name) if id_ else texts.say("consortium.whole")
