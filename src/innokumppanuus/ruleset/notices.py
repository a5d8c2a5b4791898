"""What an official should look at in a rule set that can be used: it stops nothing."""

from collections.abc import Callable

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Source
from innokumppanuus.errors import Problem
from innokumppanuus.ruleset.checked import Checked, Found
from innokumppanuus.ruleset.conditions import compiled
from innokumppanuus.ruleset.parameter_checks import (
    parameter_days_not_known,
    unverified_parameters,
)
from innokumppanuus.ruleset.tables.checking import table_notices


def warn(checked: Checked) -> tuple[Problem, ...]:
    """Return what should be looked at and stops nothing."""
    found = (problem for one in _WARNINGS for problem in one(checked))
    return tuple(
        sorted((attrs.evolve(one, severity="warning") for one in found), key=Problem.sort_key)
    )


def missing_languages(checked: Checked) -> Found:
    for draft in checked.call.walk():
        if isinstance(draft.value, Label) and any(draft.value.missing()):
            yield checked.problem("languages", draft, got=", ".join(draft.value.missing()))


def unverified_sources(checked: Checked) -> Found:
    sources = checked.call.at("sources")
    for source in (sources.parts if sources is not None else {}).values():
        if isinstance(source.value, Source) and not source.value.verified:
            yield checked.problem("source-unverified", source)


def cap_above_total(checked: Checked) -> Found:
    total = checked.call.known(Money, "budget", "total", "value")
    cap = checked.call.known(Money, "budget", "cap_per_pilot", "value")
    at = checked.call.at("budget", "cap_per_pilot", "value")
    if total and cap and at and cap.currency == total.currency and cap > total:
        yield checked.problem("cap-above-total", at, total=total, got=cap)


def decision_tables(checked: Checked) -> Found:
    yield from table_notices(checked, compiled(checked).tables)


_WARNINGS: tuple[Callable[[Checked], Found], ...] = (
    missing_languages,
    unverified_sources,
    cap_above_total,
    decision_tables,
    unverified_parameters,
    parameter_days_not_known,
)
