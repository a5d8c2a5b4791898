"""Values of expressions, known and unknown."""

from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.errors import InvalidValue
from innokumppanuus.ruleset.expressions import (
    UNKNOWN,
    Environment,
    ExpressionProblems,
    Type,
    compile,
)
from innokumppanuus.testing.expression_strategies import ROWS, VARIABLES, any_text
from innokumppanuus.testing.expressions import compiled, value_of

KLEENE = {"true": True, "false": False, "nothing": None}
ENVIRONMENT = Environment(variables={"nothing": Type.BOOL})


def least(*values: bool | None) -> bool | None:
    return False if False in values else None if None in values else True


@pytest.mark.parametrize("names", list(product(KLEENE, repeat=3)))
def test_and_is_the_least_truth_of_its_terms(names: tuple[str, ...]) -> None:
    value = compile(" && ".join(names), ENVIRONMENT).evaluate({})

    assert (None if value is UNKNOWN else value) is least(*(KLEENE[name] for name in names))


@pytest.mark.parametrize("names", list(product(KLEENE, repeat=3)))
def test_or_is_not_and_of_nots(names: tuple[str, ...]) -> None:
    direct = compile(" || ".join(names), ENVIRONMENT).evaluate({})
    turned = " && ".join(f"!{name}" for name in names)

    assert direct is compile(f"!({turned})", ENVIRONMENT).evaluate({})


@pytest.mark.parametrize("terms", list(permutations(["months > 1", "1 / 0 > 1", "false"])))
def test_deciding_term_decides_wherever_it_stands(terms: tuple[str, ...]) -> None:
    assert value_of(" && ".join(terms), months=None) is False


@pytest.mark.parametrize(
    "text",
    [
        "months",
        "months + 1",
        "months > 1",
        "!(months > 1)",
        "months == months",
        "months in [1, 2]",
        "1 in [1, months]",
        "months > 1 ? true : true",
        "months > 1 && eligible",
        "months > 1 || !eligible",
        "size([sector, summary]) > months",
    ],
)
def test_missing_value_makes_what_rests_on_it_unknown(text: str) -> None:
    assert value_of(text, months=None) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("months > 1 || eligible", True),
        ("months > 1 && !eligible", False),
        ("eligible ? 1 : months", 1),
        ("has(months)", False),
        ("has(months) && months > 1", False),
        ("!has(months) || months > 1", True),
    ],
)
def test_missing_value_does_not_matter_where_the_rest_decides(text: str, value: object) -> None:
    assert value_of(text, months=None) == value


@pytest.mark.parametrize("text", ["amount", "amount == eur(0)", "amount <= eur(10000)"])
def test_missing_sum_is_neither_zero_nor_within_the_cap(text: str) -> None:
    assert value_of(text, amount=None) is UNKNOWN


def test_zero_false_and_empty_are_values() -> None:
    text = "has(months) && has(eligible) && has(sector) && has(areas)"

    assert value_of(text, months=0, eligible=False, sector="", areas=()) is True


def test_absent_key_and_none_are_both_missing() -> None:
    expression = compiled("has(months)")

    assert expression.evaluate({}) is False
    assert expression.evaluate({"months": None}) is False


def test_value_of_another_type_is_the_callers_fault() -> None:
    with pytest.raises(InvalidValue, match="must get money for 'amount', got int"):
        value_of("amount > eur(1)", amount=10_000)


def test_same_expression_and_row_give_the_same_value_again() -> None:
    expression = compiled("months * 2")

    assert [expression.evaluate({"months": 3}) for _ in range(3)] == [6, 6, 6]


@settings(max_examples=200, derandomize=True, deadline=None, database=None)
@given(text=any_text(), whole=ROWS, data=st.data())
def test_what_is_known_without_an_answer_is_the_same_with_any_answer(
    text: str, whole: dict[str, object], data: st.DataObject
) -> None:
    if "has(" in text:
        return
    known = data.draw(st.sets(st.sampled_from([*whole, ""])))
    partial = {name: value for name, value in whole.items() if name in known}
    try:
        expression = compile(text, Environment(variables=VARIABLES))
    except ExpressionProblems:
        return

    value = expression.evaluate(partial)

    assert value is UNKNOWN or value == expression.evaluate(whole)


@settings(max_examples=200, derandomize=True, deadline=None, database=None)
@given(text=any_text(), row=ROWS)
def test_unknown_always_has_a_cause_and_a_known_value_none(
    text: str, row: dict[str, object]
) -> None:
    try:
        trace = compile(text, Environment(variables=VARIABLES)).trace(row)
    except ExpressionProblems:
        return

    assert (trace.value is UNKNOWN) == bool(trace.missing or trace.note)
    assert not set(trace.missing) & set(row)
