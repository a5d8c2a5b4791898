"""Screening: what every rule says of an application, with three outcomes. It never ranks."""

from collections.abc import Mapping

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import AMOUNT_FIELD, Call
from innokumppanuus.domain.criteria import FactorKind
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.plugin.interfaces import Rule
from innokumppanuus.plugin.manager import pick
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import UNKNOWN, Expression


def screen(ruleset: RuleSet, application: Application, rules: Mapping[str, Rule]) -> Screening:
    """
    Return what every rule, gate and noted factor says of the application.

    Args:
        ruleset: With its expressions compiled.
        application: As it came in; what is missing makes rules *cannot tell*.
        rules: The rules that plugins offer, by key.

    Raises:
        UnknownKey: When the rule set names a rule that no plugin offers.
    """
    call = ruleset.call
    values = ruleset.values(application)
    findings = [
        ask(rule.id, ruleset.rules[rule.id], values)
        if rule.when
        else _by_plugin(rule.id, pick("rule", rule.rule, rules), application, call, rule.options)
        for rule in call.eligibility
    ]
    gates = [one for one in call.factors if one.kind is FactorKind.GATE]
    others = [one for one in call.factors if one.kind is not FactorKind.GATE and one.when]
    noted = tuple(ask(one.id, ruleset.rules[one.id], values) for one in others)
    scored = {one.id for one in others if one.kind is FactorKind.SCORED}
    return Screening(
        application=application.id,
        findings=(*findings, *(ask(one.id, ruleset.rules[one.id], values) for one in gates)),
        unanswered=_unanswered(application, call, noted, scored),
        noted=noted,
    )


def ask(rule: str, expression: Expression, values: Mapping[str, object]) -> Finding:
    """Return what *expression* says with *values*, with its steps."""
    trace = expression.trace(values)
    if trace.value is UNKNOWN:
        verdict = Verdict.CANNOT_TELL
    else:
        verdict = Verdict.MET if trace.value is True else Verdict.NOT_MET
    return Finding(
        rule=rule,
        verdict=verdict,
        values={name: values.get(name) for name in expression.uses},
        missing=trace.missing,
        steps=trace.steps,
        note=trace.note,
    )


def _by_plugin(
    rule_id: str,
    rule: Rule,
    application: Application,
    call: Call,
    options: Mapping[str, object],
) -> Finding:
    found = rule.check(application, call, options)
    return Finding(
        rule=rule_id,
        verdict=found.verdict,
        values=found.values,
        missing=found.missing,
        steps=found.steps,
        note=found.note,
    )


def _unanswered(
    application: Application, call: Call, noted: tuple[Finding, ...], scored: set[str]
) -> tuple[str, ...]:
    """Return the fields that must have an answer: required ones, money, what scores itself."""
    needed = {field.id for field in call.form if field.required}
    needed.update(name for one in noted if one.rule in scored for name in one.missing)
    if call.budget.total.is_known:
        needed.add(AMOUNT_FIELD)
    return tuple(
        field.id
        for field in call.form
        if field.id in needed and field.id not in application.answers
    )
