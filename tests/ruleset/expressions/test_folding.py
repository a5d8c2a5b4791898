"""Functions of literals."""

from datetime import UTC, date, datetime

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.folding import FOLDINGS
from innokumppanuus.testing.builders import moment
from innokumppanuus.testing.expressions import compiled, keys_of, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("eur(10000)", Money.of(10_000)),
        ("eur(10000.5)", Money(1_000_050)),
        ("eur(-0.01)", Money(-1)),
        ("eur(90000000000000.07)", Money(9_000_000_000_000_007)),
        ('money("10000.00 GBP")', Money.of(10_000, "GBP")),
        ('date("2018-12-31")', date(2018, 12, 31)),
        ('timestamp("2017-09-06T23:59:00+03:00")', datetime(2017, 9, 6, 20, 59, tzinfo=UTC)),
        ('local("2017-09-06T23:59", "Europe/Helsinki")', moment("2017-09-06 23:59")),
        ('local("2017-09-06T23:59:30", "Europe/Helsinki")', moment("2017-09-06 23:59:30")),
    ],
)
def test_literal_becomes_its_exact_value(text: str, value: object) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize("name", sorted(FOLDINGS))
def test_example_of_each_function_compiles_to_its_type(name: str) -> None:
    assert compiled(FOLDINGS[name].example).type is FOLDINGS[name].returns


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("eur(1.234)", "money"),
        ("eur(1e3)", "money"),
        ("eur(99999999999999999999)", "expression-number-range"),
        ('money("10000.00")', "currency"),
        ('money("10 000,00 EUR")', "money"),
        ('money("1 eur")', "currency"),
        ('date("2018-02-29")', "expression-date"),
        ('date("31.12.2018")', "expression-date"),
        ('date("20181231")', "expression-date"),
        ('timestamp("2017-09-06T23:59")', "expression-timestamp"),
        ('timestamp("2017-09-06T23:59:00")', "expression-timestamp"),
        ('timestamp("2017-09-06 23:59:00+03:00")', "expression-timestamp"),
        ('timestamp("2017-09-06T24:59:00Z")', "expression-timestamp"),
        ('timestamp("0001-01-01T00:00:00+03:00")', "expression-timestamp"),
        ('local("2017-09-06", "Europe/Helsinki")', "expression-local"),
        ('local("2017-09-06T23:59+03:00", "Europe/Helsinki")', "expression-local"),
        ('local("2017-03-26T03:30", "Europe/Helsinki")', "expression-local-skipped"),
        ('local("2017-10-29T03:30", "Europe/Helsinki")', "expression-local-twice"),
        ('local("2017-09-06T23:59", "Jyväskylä")', "zone"),
    ],
)
def test_literal_that_has_no_value_is_told(text: str, key: str) -> None:
    assert keys_of(text) == [key]
