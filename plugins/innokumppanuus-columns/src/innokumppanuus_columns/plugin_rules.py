"""Rules of plugins as one question to an application. What an engine makes of it is not here."""

from collections.abc import Callable

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, EligibilityRule, FieldType
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.plugin.dating import LookedUp, dated
from innokumppanuus.plugin.guard import RULE
from innokumppanuus.plugin.interfaces import ReadsFields, Rule, TakesParameters
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.parameters import day_field


def checking(
    asked: EligibilityRule, ruleset: RuleSet, rule: Rule
) -> Callable[[Application], Verdict]:
    """Return what asks the rule of one application, over the dated values of its days."""
    call, options = ruleset.call, asked.options
    if not isinstance(rule, TakesParameters):  # asked once, since it takes longer than most rules
        return lambda application: rule.check(application, call, options).verdict

    def check(application: Application) -> Verdict:
        given = LookedUp(ruleset.used(application).values())
        return dated(rule, given, RULE).check(application, call, options).verdict

    return check


def read_by(asked: EligibilityRule, call: Call, rule: Rule) -> tuple[str, ...]:
    """Return the fields that the answer of the rule depends on, in the order of the form."""
    every = {field.id for field in call.form}
    if not isinstance(rule, ReadsFields):
        return tuple(field.id for field in call.form)
    days = {day_field(use) for use in call.parameters.values()}
    used = {*rule.fields(asked.options), *days} & every
    return tuple(field.id for field in call.form if field.id in used)


def business_ids(call: Call) -> set[str]:
    """Return the fields that hold a business id; columns hold its text."""
    return {field.id for field in call.form if field.type is FieldType.BUSINESS_ID}
