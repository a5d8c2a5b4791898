"""The health of a panel as rows of words, for the command line and the report. It measures none."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.panel_health import (
    WHOLE,
    AbsenceEffect,
    Agreement,
    ItemSpread,
    PanelHealth,
    PolicyEffect,
    SeverityReport,
)
from innokumppanuus.engine.panel_warnings import item_name
from innokumppanuus.faces.reports.pieces import Grid
from innokumppanuus.faces.texts import Texts, formats

NOTHING = "–"


def grids(health: PanelHealth, call: Call, texts: Texts) -> tuple[Grid, ...]:
    """Return the tables of the health of a panel; those without a row apart."""
    found = (
        _agreements(health.agreements, call, texts),
        _spreads(health.spreads, call, texts),
        *(one for report in shown_severity(health) for one in _severity(report, call, texts)),
        _bounds(health, texts),
    )
    return tuple(one for one in found if one.rows)


def shown_severity(health: PanelHealth) -> tuple[SeverityReport, ...]:
    """Return the severity of the weighted total, or of every item where there is no total."""
    whole = tuple(one for one in health.severities if one.item == WHOLE)
    return whole or health.severities


def policy_grid(effects: Iterable[PolicyEffect], texts: Texts) -> Grid:
    """Return what would be with each way to handle missing scores."""
    rows = []
    for one in effects:
        way = texts.say(f"policy.missing_scores.{one.policy.value}")
        chosen = sum(outcome.value == "chosen" for outcome in one.outcomes.values())
        differs = [f"{id}: {texts.say(f'outcome.{one.outcomes[id].value}')}" for id in one.differs]
        rows.append(
            (
                way,
                texts.show(one.in_force),
                texts.show(chosen),
                "\n".join(differs) or texts.say("health.none"),
            )
        )
    return Grid(
        title="health.policies.title",
        columns=_columns(texts, "way", "in_force", "chosen", "differs"),
        rows=tuple(rows),
    )


def absence_grid(effects: Iterable[AbsenceEffect], texts: Texts) -> Grid:
    """Return what would be without each one; those who change nothing are left out."""
    rows = [
        (
            texts.say(f"health.absence.{one.absence.value}", id=one.id),
            texts.show(len(one.moved)),
            ", ".join(one.entered) or NOTHING,
            ", ".join(one.dropped) or NOTHING,
            texts.say(f"health.choice.{'open' if one.is_open else _holds(one)}"),
        )
        for one in effects
        if one.moved or one.entered or one.dropped or one.is_open or one.unranked
    ]
    return Grid(
        title="health.absences.title",
        columns=_columns(texts, "without", "moved", "entered", "dropped", "choice"),
        rows=tuple(rows),
    )


def number(value: Fraction, texts: Texts, decimals: int = 2) -> str:
    """Return a measure with as many decimals, so that columns line up."""
    return formats.decimal(value, texts.language, decimals)


def _holds(one: AbsenceEffect) -> str:
    return "holds" if one.holds else "changes"


def _agreements(every: Iterable[Agreement], call: Call, texts: Texts) -> Grid:
    """Return a row for each measure and a column for each item."""
    told = {(one.measure, one.item): one for one in every}
    items = list(dict.fromkeys(item for _, item in told))
    rows = [
        (
            texts.say(f"health.measure.{measure.value}"),
            *(_value(told[measure, item], texts) for item in items),
        )
        for measure in dict.fromkeys(measure for measure, _ in told)
    ]
    names = (texts.show(item_name(call, item)) if item == WHOLE else item for item in items)
    columns = (texts.say("health.column.measure"), *names)
    return Grid(title="health.agreement.title", columns=columns, rows=tuple(rows))


def _value(one: Agreement, texts: Texts) -> str:
    if one.value is None:
        return texts.say(f"health.unmeasured.{one.why.value}") if one.why else NOTHING
    words = number(one.value, texts)
    if one.interval is not None:
        words += f" ({_between(one.interval.low, one.interval.high, texts)})"
    if one.left_out:
        words += f" [{one.applications}/{one.applications + one.left_out}]"
    return words


def _spreads(every: Iterable[ItemSpread], call: Call, texts: Texts) -> Grid:
    rows = [
        (
            texts.show(item_name(call, one.item)),
            number(one.least, texts),
            number(one.most, texts),
            number(one.mean, texts),
            number(one.deviation, texts),
            _widest(one.differences, texts),
        )
        for one in every
    ]
    return Grid(
        title="health.spread.title",
        columns=_columns(texts, "item", "least", "most", "mean", "deviation", "widest"),
        rows=tuple(rows),
    )


def _widest(differences: Mapping[str, Fraction], texts: Texts) -> str:
    if not differences:
        return NOTHING
    most = max(differences.values())
    ids = sorted(id for id, one in differences.items() if one == most)
    first = f"{ids[0]} …" if len(ids) > 1 else ids[0]
    return f"{number(most, texts)} ({first})"


def _severity(report: SeverityReport, call: Call, texts: Texts) -> tuple[Grid, Grid]:
    item = texts.show(item_name(call, report.item))
    of_evaluators = tuple(
        (
            item,
            one.evaluator,
            number(one.lower_by, texts),
            NOTHING if one.low is None or one.high is None else _between(one.low, one.high, texts),
            texts.show(one.scores),
            texts.show(one.component),
        )
        for one in report.severities
    )
    of_applications = tuple(
        (
            item,
            one.application,
            number(one.raw, texts),
            number(one.corrected, texts),
            texts.show(one.raw_rank),
            texts.show(one.corrected_rank),
            texts.show(one.component),
        )
        for one in report.corrected
    )
    return (
        Grid(
            title="health.severity.title",
            columns=_columns(
                texts, "item", "evaluator", "lower_by", "interval", "scores", "component"
            ),
            rows=of_evaluators,
        ),
        Grid(
            title="health.corrected.title",
            columns=_columns(
                texts,
                *("item", "application", "raw", "corrected", "raw_rank", "corrected_rank"),
                "component",
            ),
            rows=of_applications,
        ),
    )


def _bounds(health: PanelHealth, texts: Texts) -> Grid:
    rows = [
        (
            texts.show(one.name),
            number(one.value, texts, 3) if isinstance(one.value, Fraction) else NOTHING,
            NOTHING if one.source is None else f"{one.source.title}, {one.source.section}",
            texts.show(one.verified),
        )
        for one in health.bounds
    ]
    return Grid(
        title="health.bounds.title",
        columns=_columns(texts, "bound", "value", "source", "verified"),
        rows=tuple(rows),
    )


def _between(low: Fraction, high: Fraction, texts: Texts) -> str:
    return f"{number(low, texts)} … {number(high, texts)}"


def _columns(texts: Texts, *names: str) -> tuple[str, ...]:
    return tuple(texts.say(f"health.column.{name}") for name in names)
