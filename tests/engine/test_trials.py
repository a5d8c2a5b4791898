"""What a rule looks at, also through tables and dated values, and what it asks for."""

from innokumppanuus.domain.call import EligibilityRule, Field, FieldType
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import ParameterUse
from innokumppanuus.engine.trials import Trial, asks_for, fields_of
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.testing.builders import a_form, a_ruleset, an_application, label
from innokumppanuus.testing.parameters import a_parameter, a_value

STARTS = Field(id="begins", name=label("alkaa"), type=FieldType.DATE)


def dated() -> RuleSet:
    rule = EligibilityRule(id="rule", name=label(), when="amount <= parameter.ceiling")
    return a_ruleset(
        {"ceiling": a_parameter(a_value("2017-01-01", None, Money.of(100)))},
        form=(*a_form(), STARTS),
        eligibility=(rule,),
        parameters={"ceiling": ParameterUse(key="koe.raja", on="begins")},
    )


def trial(ruleset: RuleSet) -> Trial:
    return Trial(
        ruleset=ruleset, expression=ruleset.rules["rule"], application=an_application(begins=None)
    )


def test_a_missing_day_of_a_dated_value_is_among_the_fields() -> None:
    found = fields_of(trial(dated()))

    assert [one.id for one in found] == ["amount", "begins"]


def test_a_rule_asks_for_what_it_names_as_given() -> None:
    rule = EligibilityRule(id="rule", name=label(), when="has(begins) && amount <= eur(5)")
    ruleset = a_ruleset(form=(*a_form(), STARTS), eligibility=(rule,))

    asked = [one.id for one in ruleset.call.form if asks_for(trial(ruleset), one)]

    assert asked == ["begins"]
