"""Screening: what every rule says of an application, with three outcomes. It never ranks."""

from collections.abc import Mapping

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import AMOUNT_FIELD, Call, EligibilityRule
from innokumppanuus.domain.criteria import FactorKind
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.engine.counterfactual import smallest_changes
from innokumppanuus.engine.tables import tables_said, with_tables
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.dating import LookedUp, dated
from innokumppanuus.plugin.guard import RULE
from innokumppanuus.plugin.interfaces import Rule
from innokumppanuus.plugin.manager import pick
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import UNKNOWN, Expression
from innokumppanuus.ruleset.parameters import settled
from innokumppanuus.ruleset.settings import refused


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
    values, used = ruleset.values(application), ruleset.used(application)
    said = tables_said(ruleset, values)

    def asked(rule_id: str) -> Finding:
        found = ask(rule_id, ruleset.rules[rule_id], values)
        return _with_parameters(with_tables(found, said, values), call, used)

    findings = []
    for rule in call.eligibility:
        if rule.when:
            found = _with_exception(asked(rule.id), ruleset, values)
            findings.append(_with_changes(found, ruleset, application))
            continue
        offered = pick("rule", rule.rule, rules)
        found = ask_plugin(ruleset, rule, offered, application, used)
        if rule.unless:
            asked_of = ask(rule.id, ruleset.exceptions[rule.id], values)
            exception = with_tables(asked_of, said, values)
            found = _either(found, _with_parameters(exception, call, used))
        findings.append(found)
    gates = [one for one in call.factors if one.kind is FactorKind.GATE]
    others = [one for one in call.factors if one.kind is not FactorKind.GATE and one.when]
    barring = [asked(one.id) for one in gates]
    noted = tuple(asked(one.id) for one in others)
    scored = {one.id for one in others if one.kind is FactorKind.SCORED}
    return Screening(
        application=application.id,
        findings=(*findings, *(_with_changes(one, ruleset, application) for one in barring)),
        unanswered=_unanswered(application, call, noted, scored),
        noted=noted,
        dated=tuple(used.values()),
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
        parameters=trace.parameters,
    )


def _with_changes(finding: Finding, ruleset: RuleSet, application: Application) -> Finding:
    """Return the finding with the smallest changes that would have met the rule."""
    if finding.verdict is not Verdict.NOT_MET:
        return finding
    changes = smallest_changes(ruleset, application, finding.rule)
    return attrs.evolve(finding, changes=changes)


def ask_plugin(
    ruleset: RuleSet,
    named: EligibilityRule,
    rule: Rule,
    application: Application,
    used: Mapping[str, UsedParameter],
) -> Finding:
    """Return what a rule of a plugin says by itself, without its exception."""
    looked_up = LookedUp(used.values())
    try:
        asked = dated(rule, looked_up, RULE)
        found = asked.check(application, ruleset.call, named.options)
    except InvalidValue as error:
        raise refused(ruleset, named.id, error) from error
    return Finding(
        rule=named.id,
        verdict=found.verdict,
        values=found.values,
        missing=found.missing,
        steps=found.steps,
        note=found.note,
        parameters=tuple(dict.fromkeys((*found.parameters, *looked_up.seen))),
    )


def _with_parameters(finding: Finding, call: Call, used: Mapping[str, UsedParameter]) -> Finding:
    """Return the finding with its dated values, and asking for no such value."""
    missing, note = settled(call, finding.missing, used)
    looked_up = tuple(used[name] for name in finding.values if name in used)
    return attrs.evolve(
        finding,
        parameters=(*looked_up, *finding.parameters),
        missing=missing,
        note=finding.note or note,
    )


def _with_exception(finding: Finding, ruleset: RuleSet, values: Mapping[str, object]) -> Finding:
    """Return the finding saying whether the rule is met only by its exception."""
    regular = ruleset.regular.get(finding.rule)
    if finding.verdict is not Verdict.MET or regular is None:
        return finding
    return attrs.evolve(finding, by_exception=regular.evaluate(values) is not True)


def _either(rule: Finding, exception: Finding) -> Finding:
    """Return what a rule of a plugin and its exception say together; either is enough."""
    if rule.verdict is Verdict.MET:
        return rule
    both = attrs.evolve(
        rule,
        values={**rule.values, **exception.values},
        steps=(*rule.steps, *exception.steps),
        parameters=(*rule.parameters, *exception.parameters),
        tables=(*rule.tables, *exception.tables),
    )
    if exception.verdict is Verdict.MET:
        return attrs.evolve(both, verdict=Verdict.MET, missing=(), note="", by_exception=True)
    if exception.verdict is Verdict.NOT_MET:
        return both
    return attrs.evolve(
        both,
        verdict=Verdict.CANNOT_TELL,
        missing=tuple(sorted({*rule.missing, *exception.missing})),
        note=rule.note or exception.note,
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
