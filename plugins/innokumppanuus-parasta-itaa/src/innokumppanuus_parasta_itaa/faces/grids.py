"""Partners, roles, meetings, levels and results as tables of words. Money is in `money_grids`."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.sources import Fact
from innokumppanuus.faces.reports.programme_facts import fact_text
from innokumppanuus.faces.reports.view import share
from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.canvas import ROLE_NAMES, Canvas, Measure, ParticipantRole
from innokumppanuus_parasta_itaa.domain.consortium import (
    FORM_NAMES,
    Consortium,
    Deed,
    LegalForm,
    RegionalPilot,
)
from innokumppanuus_parasta_itaa.domain.meetings import STAGE_NAMES
from innokumppanuus_parasta_itaa.domain.results import RESULT_NAMES
from innokumppanuus_parasta_itaa.engine.balance import Inclusion, Shown
from innokumppanuus_parasta_itaa.engine.levels import Levels
from innokumppanuus_parasta_itaa.engine.progress import PilotProgress
from innokumppanuus_parasta_itaa.faces.grid import NOTHING, Grid, columns_of, not_told


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
    columns = columns_of(texts, "partner", "form", "since", "until", "follower")
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
        columns=columns_of(texts, "part", "written"),
        rows=tuple(rows),
        values=of,
    )


def roles_grid(whole: Consortium, texts: Texts) -> Grid:
    """Return who take each role in each pilot, region by region."""
    rows = []
    for pilot in whole.pilots:
        canvas = pilot.canvas
        seats = [
            not_told(texts) if canvas is None else texts.show(canvas.who(role))
            for role in ParticipantRole
        ]
        words = [one or texts.say("consortium.canvas.nobody") for one in seats]
        rows.append((texts.show(whole.region(pilot.region).name), texts.show(pilot.name), *words))
    roles = tuple(texts.show(ROLE_NAMES[role]) for role in ParticipantRole)
    columns = (*columns_of(texts, "region", "pilot"), *roles)
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
    columns = (*columns_of(texts, "meeting", "stage"), *roles, *columns_of(texts, "total"))
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
    columns = columns_of(texts, "pilot", "balance", "together", "absent")
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
    columns = columns_of(texts, "region", "practice", "structure")
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
    columns = columns_of(texts, "practice", "carrier")
    return Grid(title="consortium.carried.title", columns=columns, rows=tuple(rows))


def results_grid(whole: Consortium, texts: Texts) -> Grid:
    """Return the results with how each was seen."""
    rows = tuple(
        (
            texts.show(one.name),
            pilot_name(whole, one.pilot, texts),
            texts.show(RESULT_NAMES[one.kind]),
            texts.say("consortium.results.not_measured")
            if one.measure is None
            else measure_text(one.measure, texts),
        )
        for one in whole.results
    )
    columns = columns_of(texts, "result", "pilot", "aim", "measure")
    return Grid(title="consortium.results.title", columns=columns, rows=rows)


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


def progress_grid(whole: Consortium, found: Iterable[PilotProgress], texts: Texts) -> Grid:
    """Return how far each regional pilot has come."""
    rows = []
    for one in found:
        pilot = whole.pilot(one.pilot)
        rows.append(
            (
                texts.show(whole.region(pilot.region).name),
                texts.show(pilot.name),
                _implementers(whole, pilot, texts),
                not_told(texts) if one.roles is None else f"{one.roles}/{len(ParticipantRole)}",
                texts.show(one.meetings),
                way_text(one.reached, texts),
                *(texts.show(count) for _, count in one.deeds),
            )
        )
    columns = columns_of(
        texts,
        *("region", "pilot", "implementers", "roles", "meetings", "way"),
        *("practice", "structure"),
    )
    return Grid(
        title="consortium.progress.title",
        columns=columns,
        rows=tuple(rows),
        numbers=(3, 4, 5, 6, 7),
    )


def way_text(reached: Fraction | None, texts: Texts) -> str:
    """Return the part of the way to the target in per cent."""
    return NOTHING if reached is None else share(reached, texts)


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


def _implementers(whole: Consortium, pilot: RegionalPilot, texts: Texts) -> str:
    ids = pilot.implementers.value
    if ids is None:
        return not_told(texts)
    return texts.show([whole.partner_name(one) for one in ids])


def _part(name: str, texts: Texts) -> str:
    return texts.say(f"consortium.part.{name}")


def _named(form: Fact[LegalForm]) -> Fact[Label]:
    """Return the legal form by its name, as surely known."""
    name = None if form.value is None else FORM_NAMES[form.value]
    return Fact(value=name, status=form.status, sources=form.sources, note=form.note)


def _or_dash(fact: Fact[When], texts: Texts) -> str:
    return NOTHING if fact.value is None else fact_text(fact, texts)


def _deeds(deeds: Iterable[Deed], texts: Texts, is_region: bool) -> str:
    """Return what is done; in a region nothing is told as such, above them it is no lack."""
    nothing = texts.say("consortium.levels.nothing") if is_region else NOTHING
    return texts.show([_deed(one, texts) for one in deeds]) or nothing


def _deed(deed: Deed, texts: Texts) -> str:
    """Return what is done with how it is known, and when where that is told."""
    words = fact_text(deed.what, texts)
    return words if deed.when.value is None else f"{words} ({fact_text(deed.when, texts)})"


def pilot_name(whole: Consortium, id_: str, texts: Texts) -> str:
    """Return the name of the pilot, or that it is about the whole consortium."""
    return texts.show(whole.pilot(id_).name) if id_ else texts.say("consortium.whole")
