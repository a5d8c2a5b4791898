"""Which comparisons a name has a part in, and where they turn."""

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import Environment, Type, compile
from innokumppanuus.ruleset.expressions.comparisons import (
    comparisons,
    constants,
    is_given,
    turning_values,
    walk,
)

TYPES = {"amount": Type.MONEY, "cap": Type.MONEY, "months": Type.INT, "sector": Type.STRING}
VALUES = {"amount": Money.of(15_000), "cap": Money.of(10_000), "months": 5, "sector": "company"}
ENVIRONMENT = Environment(variables=TYPES)


def turning(text: str, name: str) -> list[object]:
    program = compile(text, ENVIRONMENT).program
    return [v for one in comparisons(program, name) for v in turning_values(one, name, VALUES)]


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("amount <= cap", "amount", [Money.of(10_000)]),
        ("amount <= cap", "cap", [Money.of(15_000)]),
        ("eur(5) < amount && months >= 8", "months", [8]),
        ('sector in ["a", "b"]', "sector", ["a", "b"]),
        ("months * 2 >= 8", "months", []),
        ("months == months", "months", []),
    ],
)
def test_a_comparison_turns_at_what_it_compares_with(
    text: str, name: str, values: list[object]
) -> None:
    assert turning(text, name) == values


def test_a_missing_limit_turns_nothing() -> None:
    program = compile("amount <= cap", ENVIRONMENT).program

    assert turning_values(program, "amount", {"amount": Money.of(1)}) == ()


def test_comparisons_of_other_names_are_left_out() -> None:
    program = compile("amount <= cap || months > 8", ENVIRONMENT).program

    assert len(list(comparisons(program, "months"))) == 1


def test_everything_in_an_expression_is_walked_through() -> None:
    program = compile("amount <= cap || months > 8", ENVIRONMENT).program

    assert len(list(walk(program))) == 7


def test_asking_for_a_value_is_told_apart_from_using_it() -> None:
    node = compile("has(amount) && months > 8", ENVIRONMENT).node

    assert (is_given(node, "amount"), is_given(node, "months")) == (True, False)


def test_values_in_the_text_are_found() -> None:
    node = compile("amount <= eur(10) || months > 8", ENVIRONMENT).node

    assert [one.value for one in constants(node)] == [Money.of(10), 8]
