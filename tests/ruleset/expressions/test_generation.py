"""The values of generated functions: those of closures and traces, whatever the row."""

import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from random import Random

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import HookRaised, InvalidValue
from innokumppanuus.ruleset.expressions import UNKNOWN, Expression
from innokumppanuus.ruleset.expressions.functions import FUNCTIONS
from innokumppanuus.ruleset.expressions.generation import generate, is_built_in
from innokumppanuus.ruleset.expressions.nodes import Apply
from innokumppanuus.testing.expressions import a_function, a_row, compiled
from innokumppanuus.testing.random_expressions import expressions, rows


def generated(text: str, **changes: object) -> object:
    """Return the value that the generated function gives for the row with *changes*."""
    return generate([compiled(text)])(a_row(**changes))[0]


def some(count: int, seed: int) -> Iterator[Expression]:
    return islice(expressions(Random(seed)), count)


@pytest.mark.parametrize("seed", range(4))
def test_random_expressions_have_the_values_of_closures(seed: int) -> None:
    table = rows(Random(seed), 20)

    for one in some(250, seed):
        run = generate([one])
        assert [repr(run(row)[0]) for row in table] == [repr(one.evaluate(row)) for row in table]


def test_random_expressions_have_the_values_of_traces() -> None:
    table = rows(Random(5), 10)

    for one in some(100, 5):
        run = generate([one])
        assert [repr(run(row)[0]) for row in table] == [repr(one.trace(row).value) for row in table]


def test_values_given_beforehand_are_those_of_the_rows() -> None:
    for seed, one in enumerate(some(100, 6)):
        row = rows(Random(seed), 1)[0]
        fixed: dict[str, object] = {name: row.get(name) for name in one.uses}

        assert repr(generate([one], fixed)({})[0]) == repr(one.evaluate(row))


def test_many_rules_share_one_function() -> None:
    run = generate([compiled("months > 5"), compiled("amount <= eur(5)"), compiled("has(share)")])

    assert run(a_row(amount=None)) == (True, UNKNOWN, True)


def test_no_rules_give_no_values() -> None:
    assert generate([])(a_row()) == ()


def test_conjunction_as_long_as_the_language_allows_is_generated() -> None:
    text = " && ".join(["months > 5"] * 160)

    assert generated(text) is True


def test_expression_as_deep_as_the_language_allows_is_generated() -> None:
    text = "(eligible ? " * 60 + "months" + " : 2)" * 60

    assert generated(text) == 10


def test_deep_alternation_of_and_and_or_is_generated() -> None:
    text = "!(!eligible || " * 25 + "months > 5" + ")" * 25

    assert generated(text) == compiled(text).evaluate(a_row())


def test_overflow_is_unknown() -> None:
    assert generated("months + 1 > 0", months=2**63 - 1) is UNKNOWN


def test_division_by_zero_is_unknown() -> None:
    assert generated("7 / months", months=0) is UNKNOWN


def test_integer_too_large_for_the_language_is_unknown_and_yet_given() -> None:
    run = generate([compiled("months > 5"), compiled("has(months)")])

    assert run(a_row(months=2**63)) == (UNKNOWN, True)


def test_number_that_is_not_finite_is_unknown() -> None:
    assert generated("share > 0.5", share=float("nan")) is UNKNOWN


def test_decomposed_text_equals_the_composed_one() -> None:
    assert generated('summary == "Jyv\u00e4skyl\u00e4"', summary="Jyva\u0308skyla\u0308") is True


def test_sums_of_other_currencies_are_not_compared() -> None:
    assert generated("amount <= eur(5)", amount=Money(100, "GBP")) is UNKNOWN


def test_moment_too_early_for_utc_is_unknown() -> None:
    row = {"submitted": datetime.fromisoformat("0001-01-01T00:00:00+02:00")}

    assert generated("submitted <= call.timetable.last_moment", **row) is UNKNOWN


def test_moments_of_two_zones_are_compared_as_moments() -> None:
    row = {"submitted": datetime(2017, 9, 6, 20, 59, tzinfo=UTC)}

    assert generated("submitted <= call.timetable.last_moment", **row) is True


def test_value_of_another_type_is_refused() -> None:
    with pytest.raises(InvalidValue):
        generated("months > 5", months="ten")


def test_function_of_a_plugin_is_called() -> None:
    one = compiled("mycity.words(summary) == 2", a_function())

    assert generate([one])(a_row(summary="kaksi sanaa")) == (True,)


def test_function_that_cannot_tell_makes_it_unknown() -> None:
    one = compiled("mycity.words(summary) == 2", a_function(call=lambda text: None))

    assert generate([one])(a_row()) == (UNKNOWN,)


def test_function_that_fails_stops_the_work() -> None:
    def fail(text: str) -> int:
        raise RuntimeError(text)

    one = compiled("mycity.words(summary) == 2", a_function(call=fail))

    with pytest.raises(HookRaised, match=r"mycity\.words"):
        generate([one])(a_row())


def test_text_of_the_expression_gets_into_the_source_as_data_only() -> None:
    assert generated('summary == "\\");import os#\\n" || true') is True


def test_source_compiles_without_warnings() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        values = generate([compiled("5"), compiled("true"), compiled("1 + 1")])({})

    assert values == (5, True, 2)


def test_operations_of_the_language_are_told_from_those_of_plugins() -> None:
    theirs = compiled("mycity.words(summary)", a_function()).node

    assert is_built_in(FUNCTIONS["size"][0])
    assert isinstance(theirs, Apply) and not is_built_in(theirs.operation)
