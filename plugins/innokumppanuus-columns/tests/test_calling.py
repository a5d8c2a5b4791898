"""A plugin's function says in a query of DuckDB what it says row by row, for every type."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb
import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset.expressions import Environment, Expression, Type, compile
from innokumppanuus.ruleset.expressions.unknown import Unknown
from innokumppanuus_columns import duck
from innokumppanuus_columns.calling import Calls
from innokumppanuus_columns.domain import Column, Dialect, NotColumnar
from innokumppanuus_columns.translation import Translation

VARIABLES = {
    "flag": Type.BOOL,
    "count": Type.INT,
    "part": Type.DOUBLE,
    "name": Type.STRING,
    "sum": Type.MONEY,
    "day": Type.DATE,
    "moment": Type.TIMESTAMP,
    "words": Type.LIST,
}
FULL: Mapping[str, object] = {
    "flag": True,
    "count": -7,
    "part": 0.1,
    "name": "Äänekoski 🙂",
    "sum": Money.of("1234.56"),
    "day": date(2017, 2, 28),
    "moment": datetime(2017, 9, 6, 20, 59, 0, 123_456, tzinfo=UTC),
    "words": ("koti", "työ", "älykäs"),
}
OTHER: Mapping[str, object] = {
    "flag": False,
    "count": 2**63 - 1,
    "part": -1e300,
    "name": "",
    "sum": Money.of("-0.01"),
    "day": date(1, 1, 1),
    "moment": datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    "words": (),
}
ROWS = (FULL, OTHER, {}, {**FULL, "sum": Money.of("0")})
Run = Callable[..., Any]


def function(run: Run, takes: str, gives: str) -> Function:
    return Function(
        key="koe.f",
        name=Label("f", "f", "f"),
        arguments=tuple(takes.split()),
        returns=gives,
        call=run,
    )


def expression(text: str, one: Function) -> Expression:
    return compile(text, Environment(variables=VARIABLES, functions={one.key: one}))


def by_query(text: str, one: Function, calls: Calls | None = None) -> list[object]:
    connection, calls = duck.connect(), calls or Calls()
    scope = {name: Column(name=name, type=kind) for name, kind in VARIABLES.items()}
    duck.fill(connection, "data", scope, ROWS)
    translation = Translation(Dialect.DUCKDB, scope, calls=calls)
    tree = translation.add(expression(text, one).node)
    calls.register(connection)
    query = translation.select("data", {"found": tree}).sql(dialect="duckdb")
    return [row[0] for row in connection.execute(query).fetchall()]


def by_rows(text: str, one: Function) -> list[object]:
    found = (expression(text, one).evaluate(row) for row in ROWS)
    return [None if isinstance(value, Unknown) else value for value in found]


@pytest.mark.parametrize(
    ("text", "run", "takes", "gives"),
    [
        ("koe.f(flag)", lambda one: not one, "bool", "bool"),
        ("koe.f(count) > 3", lambda one: one // 2, "int", "int"),
        ("koe.f(part) < 0.5", lambda one: one / 3, "double", "double"),
        ('koe.f(name) == "ÄÄNEKOSKI 🙂"', str.upper, "string", "string"),
        ("koe.f(sum) >= eur(1000)", lambda one: one - Money.of(100), "money", "money"),
        ('koe.f(day) <= date("2017-02-28")', lambda one: one, "date", "date"),
        (
            'koe.f(moment) < timestamp("2017-09-06T20:59:00Z")',
            lambda one: one,
            "timestamp",
            "timestamp",
        ),
        ('"työ" in koe.f(words)', lambda one: one[1:], "list", "list"),
        (
            "koe.f(count, part, sum)",
            lambda n, p, s: n > p and s.cents > 0,
            "int double money",
            "bool",
        ),
        (
            "koe.f(sum) && !flag || koe.f(sum + sum)",
            lambda one: one.cents > 200_000,
            "money",
            "bool",
        ),
        ("koe.f(count) == 1", lambda one: None if one < 0 else 1, "int", "int"),
        ("flag ? koe.f(name) : koe.f(name + name)", lambda one: len(one) > 3, "string", "bool"),
    ],
)
def test_a_function_says_in_a_query_what_it_says_row_by_row(
    text: str, run: Run, takes: str, gives: str
) -> None:
    one = function(run, takes, gives)

    assert by_query(text, one) == by_rows(text, one)


def test_a_moment_keeps_its_last_microsecond_both_ways() -> None:
    one = function(lambda moment: moment + timedelta(microseconds=1), "timestamp", "timestamp")

    text = 'koe.f(moment) == timestamp("1970-01-01T00:00:00Z")'

    assert by_query(text, one) == [False, True, None, False]


def test_a_missing_value_calls_nothing() -> None:
    seen: list[object] = []
    one = function(lambda value: seen.append(value) or True, "int", "bool")

    found = by_query("koe.f(count)", one)

    assert found == [True, True, None, True]
    assert None not in seen


def test_what_a_function_raises_ends_the_query_and_is_kept() -> None:
    def broken(value: int) -> bool:
        raise RuntimeError(f"no {value}")

    calls = Calls()
    with pytest.raises(duckdb.Error):
        by_query("koe.f(count)", function(broken, "int", "bool"), calls)

    assert "no -7" in str(calls.raised[0])


@pytest.mark.parametrize(
    "run", [lambda one: Money(one.cents, "SEK"), lambda one: Money(2**63 * one.cents)]
)
def test_a_sum_that_no_cell_can_hold_ends_the_query(run: Run) -> None:
    calls = Calls()

    with pytest.raises(duckdb.Error):
        by_query("koe.f(sum) > eur(1)", function(run, "money", "money"), calls)

    assert len(calls.raised) >= 1


def test_a_sum_out_of_no_sum_has_a_currency_that_nobody_knows_beforehand() -> None:
    with pytest.raises(NotColumnar):
        by_query("koe.f(count) > eur(1)", function(Money.of, "int", "money"))


def test_without_calls_a_function_cannot_be_columns() -> None:
    scope = {name: Column(name=name, type=kind) for name, kind in VARIABLES.items()}
    one = function(lambda value: value, "bool", "bool")

    with pytest.raises(NotColumnar):
        Translation(Dialect.DUCKDB, scope).add(expression("koe.f(flag)", one).node)


def test_the_same_values_call_a_function_once() -> None:
    seen: list[object] = []
    one = function(lambda value: seen.append(value) or True, "money", "bool")
    scope = {"sum": Column(name="sum", type=Type.MONEY)}
    connection, calls = duck.connect(), Calls()
    duck.fill(connection, "data", scope, [{"sum": Money.of(number % 3)} for number in range(99)])
    translation = Translation(Dialect.DUCKDB, scope, calls=calls)
    tree = translation.add(expression("koe.f(sum)", one).node)
    calls.register(connection)

    connection.execute(translation.select("data", {"found": tree}).sql(dialect="duckdb"))

    assert sorted(seen) == [Money.of(0), Money.of(1), Money.of(2)]


def test_nothing_and_less_than_nothing_are_not_the_same_number() -> None:
    one = function(lambda value: str(value), "double", "string")
    scope = {"part": Column(name="part", type=Type.DOUBLE)}
    connection, calls = duck.connect(), Calls()
    duck.fill(connection, "data", scope, [{"part": 0.0}, {"part": -0.0}])
    translation = Translation(Dialect.DUCKDB, scope, calls=calls)
    tree = translation.add(expression("koe.f(part)", one).node)
    calls.register(connection)

    query = translation.select("data", {"found": tree}).sql(dialect="duckdb")

    assert connection.execute(query).fetchall() == [("0.0",), ("-0.0",)]


def test_the_same_call_is_registered_once() -> None:
    calls, one = Calls(), function(lambda value: value > 0, "int", "bool")

    by_query("koe.f(count) && koe.f(count + 1)", one, calls)

    assert [called.name for called in calls.called] == ["called_1"]
