"""What an official should look at in a rule set that can be used: it stops nothing."""

from collections.abc import Callable, Iterable

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Source
from innokumppanuus.errors import Problem
from innokumppanuus.ruleset.checked import Checked, Found
from innokumppanuus.ruleset.conditions import compiled
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.expressions import Expression
from innokumppanuus.ruleset.expressions.nodes import may_look_up
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


def unverified_values_of_functions(checked: Checked) -> Found:
    """Yield the dated values that functions may look up and nobody has read, where they stand."""
    known, call = compiled(checked), checked.call
    for one in (*call.each("eligibility"), *call.each("factors")):
        expression = known.rules.get(str(one.known(str, "id")))
        if expression is not None:
            yield from _unread(checked, one.at("when") or one, [expression])
    tables = {one.table.id: one for one in known.tables}
    for draft in call.each("tables"):
        table = tables.get(str(draft.known(str, "id")))
        if table is not None:
            yield from _unread(checked, draft, (*table.rows, *table.thens))


def _unread(checked: Checked, draft: Draft, expressions: Iterable[Expression]) -> Found:
    found = (one for each in expressions for one in may_look_up(each.node))
    for parameter in dict.fromkeys(found):
        days = [one.valid_from for one in parameter.values if not one.source.verified]
        if days:
            values = {"name": parameter.key, "day": days[0]}
            yield checked.problem("parameter-unverified", draft, **values)


def decision_tables(checked: Checked) -> Found:
    yield from table_notices(checked, compiled(checked).tables)


_WARNINGS: tuple[Callable[[Checked], Found], ...] = (
    missing_languages,
    unverified_sources,
    cap_above_total,
    decision_tables,
    unverified_parameters,
    unverified_values_of_functions,
    parameter_days_not_known,
)
