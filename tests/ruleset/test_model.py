"""The rule set: compiled rules, and what expressions see."""

from datetime import date

import pytest

from innokumppanuus.domain.call import FieldType, Lifecycle
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.ruleset.model import CALL_TYPES, FIELD_TYPES, call_values
from innokumppanuus.testing.builders import a_call, an_application, moment
from innokumppanuus.testing.rulesets import the_ruleset


def test_every_expression_is_compiled_under_the_id_of_its_rule_or_factor() -> None:
    assert set(the_ruleset().rules) == {"in_time", "cap", "duration", "region", "L2"}


def test_a_rule_can_be_asked_of_an_application() -> None:
    ruleset = the_ruleset()

    values = ruleset.values(an_application(amount=Money.of(10_001)))

    assert ruleset.rules["cap"].evaluate(values) is False


def test_a_missing_answer_has_no_value() -> None:
    assert "amount" not in the_ruleset().values(an_application(amount=None))


def test_an_answer_without_a_field_is_not_seen() -> None:
    assert "stranger" not in the_ruleset().values(an_application(stranger="x"))


def test_a_business_id_is_text_in_expressions() -> None:
    ruleset = the_ruleset(
        ("id: goals", "id: business_id"), ("fills: partnership.goals", "type: business_id")
    )

    values = ruleset.values(an_application(business_id=BusinessId("1234567-1")))

    assert values["business_id"] == "1234567-1"


def test_the_last_moment_is_the_end_of_the_closing_minute() -> None:
    values = call_values(the_ruleset().call)

    assert values["call.timetable.last_moment"] == moment("2026-09-07 23:59:59.999999")


def test_a_year_as_the_end_means_its_last_day() -> None:
    assert call_values(the_ruleset().call)["call.lifecycle.ends_by"] == date(2027, 12, 31)


def test_a_missing_fact_has_no_value() -> None:
    values = call_values(a_call(lifecycle=Lifecycle()))

    assert "call.lifecycle.least_months" not in values


def test_every_value_of_the_call_has_a_type() -> None:
    assert set(call_values(the_ruleset().call)) == set(CALL_TYPES)


@pytest.mark.parametrize("kind", FieldType)
def test_every_type_of_field_has_a_type_in_expressions(kind: FieldType) -> None:
    assert kind in FIELD_TYPES
