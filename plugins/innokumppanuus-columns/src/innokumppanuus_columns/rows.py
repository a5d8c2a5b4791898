"""Screening row by row, for what SQL cannot say: generated functions, plugins' rules, no trace."""

from collections.abc import Iterable, Iterator, Mapping

import duckdb

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import ID_FIELD
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.plugin.interfaces import Rule
from innokumppanuus.plugin.manager import pick
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.ruleset.expressions.generation import generate
from innokumppanuus_columns.domain import Column, RowOutcome
from innokumppanuus_columns.duck import selected, values
from innokumppanuus_columns.loading import TYPED
from innokumppanuus_columns.plugin_rules import business_ids, checking
from innokumppanuus_columns.screening import Plan

_BATCH = 10_000


def applications(
    connection: duckdb.DuckDBPyConnection,
    asked: Plan,
    columns: Mapping[str, Column],
    where: str = "",
) -> Iterator[Application]:
    """Yield the rows of the view `typed` as applications, in their order."""
    numbers = business_ids(asked.ruleset.call)
    cursor = connection.cursor()
    cursor.execute(f"SELECT {selected(columns)} FROM {TYPED} {where}")
    while batch := cursor.fetchmany(_BATCH):
        for row in batch:
            answers = values(columns, row)
            for one in numbers & answers.keys():
                answers[one] = BusinessId.read(str(answers[one]))
            yield Application(id=str(answers.get(ID_FIELD) or "-"), answers=answers)  # type: ignore[arg-type]


def screen(
    asked: Plan, rows: Iterable[Application], rules: Mapping[str, Rule]
) -> Iterator[RowOutcome]:
    """
    Yield what every application comes to, in their order.

    Args:
        asked: What the rule set asks.
        rows: Applications; their answers are looked at, not their ids.
        rules: The rules that plugins offer, by key.
    """
    call = asked.ruleset.call
    exceptions = [*asked.exceptions]
    decided = (*asked.barring.values(), *asked.scored.values())
    expressions = (*decided, *asked.exceptions.values())
    run = generate(expressions, asked.fixed)
    places = {rule: place for place, rule in enumerate(asked.rules)}
    barring = [places[rule] for rule in asked.barring]
    called = [
        (one.id, checking(one, asked.ruleset, pick("rule", one.rule, rules)))
        for one in call.eligibility
        if one.id in asked.by_plugin
    ]
    used = [asked.looked_at(one) for one in asked.scored]
    for application in rows:
        answers = application.answers
        seen = asked.ruleset.values(application) if asked.steps else _seen(answers)
        found = run(seen)
        failed = unknown = 0
        for place, value in zip(barring, found, strict=False):
            if value is UNKNOWN:
                unknown |= 1 << place
            elif value is not True:
                failed |= 1 << place
        excepted = dict(zip(exceptions, found[len(decided) :], strict=True))
        for id, check in called:
            verdict = _either(check(application), excepted.get(id, False))
            failed |= (verdict is Verdict.NOT_MET) << places[id]
            unknown |= (verdict is Verdict.CANNOT_TELL) << places[id]
        is_lacking = any(one not in answers for one in asked.required) or any(
            value is UNKNOWN and any(name not in answers for name in names)
            for value, names in zip(found[len(barring) : len(decided)], used, strict=True)
        )
        verdict = Verdict.CANNOT_TELL if unknown or is_lacking else Verdict.MET
        yield RowOutcome(
            application="" if application.id == "-" else application.id,
            failed=failed,
            unknown=unknown,
            verdict=Verdict.NOT_MET if failed else verdict,
        )


def _either(rule: Verdict, exception: object) -> Verdict:
    """Return what a plugin's rule and its exception say together; either is enough."""
    if rule is Verdict.MET or exception is True:
        return Verdict.MET
    return Verdict.CANNOT_TELL if exception is UNKNOWN else rule


def _seen(answers: Mapping[str, object]) -> Mapping[str, object]:
    if any(isinstance(one, BusinessId) for one in answers.values()):
        return {
            key: one.number if isinstance(one, BusinessId) else one for key, one in answers.items()
        }
    return answers
