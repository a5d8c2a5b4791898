"""The columns of cases are known by their ids and by what they say."""

import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.intake.case_columns import (
    case_columns,
    example_columns,
    expression_of,
    given_id,
    judged_rules,
    rule_heading,
    rule_id,
    value_heading,
)
from innokumppanuus.testing.rulesets import the_ruleset

CALL = the_ruleset().call


def test_every_field_and_every_tested_rule_has_a_column() -> None:
    ids = {one.id for one in case_columns(CALL)}

    assert {given_id(field.id) for field in CALL.form} <= ids
    assert {rule_id(rule) for rule, _ in judged_rules(CALL)} <= ids


def test_factors_without_a_condition_are_not_tested() -> None:
    conditions = {one.id for one in CALL.factors if one.when}

    assert {id for id, _ in judged_rules(CALL)} == {one.id for one in CALL.eligibility} | conditions


def test_examples_have_a_column_for_every_field() -> None:
    ids = {one.id for one in example_columns(CALL)}

    assert {given_id(field.id) for field in CALL.form} <= ids


def test_no_two_columns_have_one_id() -> None:
    ids = [one.id for one in case_columns(CALL)]

    assert len(ids) == len({*ids})


def test_a_rule_and_a_field_of_one_name_have_headings_apart() -> None:
    assert rule_heading(Label("Katto", "Tak", "Cap")).fi == "Ehto: Katto"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_heading_of_a_value_holds_its_expression(language: str) -> None:
    assert expression_of(value_heading("a ? b : c", language)) == "a ? b : c"


def test_another_heading_holds_no_expression() -> None:
    assert expression_of("Ehto: Katto") == ""
