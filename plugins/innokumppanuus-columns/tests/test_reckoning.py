"""Pieces of SQL at the edges of what they reckon: there a value is NULL and never an exception."""

from datetime import UTC, date, datetime

import pytest
from sqlglot import exp

from innokumppanuus.ruleset.expressions.value_types import LEAST_INT, Type
from innokumppanuus_columns import duck
from innokumppanuus_columns.domain import Dialect
from innokumppanuus_columns.reckoning import (
    day_before,
    day_in_zone,
    months_later,
    ratio,
    whole_quotient,
)
from innokumppanuus_columns.trees import Tree, constant


def value(tree: Tree) -> object:
    """Return what DuckDB makes of the tree, days and numbers as text."""
    found = duck.connect().execute(f"SELECT CAST({tree.sql(dialect='duckdb')} AS VARCHAR)")
    row = found.fetchone()
    assert row is not None
    return row[0]


def whole(number: int) -> Tree:
    return constant(Type.INT, number)


@pytest.mark.parametrize(
    ("top", "by", "quotient", "remainder"),
    [(-7, 2, "-3", "-1"), (7, -2, "-3", "1"), (7, 0, None, None), (LEAST_INT, -1, None, None)],
)
def test_whole_numbers_are_divided_towards_zero(
    top: int, by: int, quotient: str | None, remainder: str | None
) -> None:
    assert value(whole_quotient(exp.IntDiv, whole(top), whole(by))) == quotient
    assert value(whole_quotient(exp.Mod, whole(top), whole(by))) == remainder


def test_ratio_by_zero_is_unknown() -> None:
    assert value(ratio(Type.INT, whole(1), whole(4))) == "0.25"
    assert value(ratio(Type.INT, whole(1), whole(0))) is None


@pytest.mark.parametrize(
    ("months", "day"), [(1, "2016-02-29"), (12, "2017-01-31"), (2**40, None), (-(2**40), None)]
)
def test_day_moves_by_months_as_far_as_there_are_years(months: int, day: str | None) -> None:
    start = constant(Type.DATE, date(2016, 1, 31))

    assert value(months_later(Dialect.DUCKDB, start, whole(months))) == day


def test_day_before_the_first_of_march_is_the_leap_day() -> None:
    assert value(day_before(Dialect.DUCKDB, constant(Type.DATE, date(2016, 3, 1)))) == "2016-02-29"


def test_moment_before_midnight_in_utc_is_the_next_day_in_helsinki() -> None:
    moment = constant(Type.TIMESTAMP, datetime(2017, 9, 6, 22, 30, tzinfo=UTC))
    zone = exp.Literal.string("Europe/Helsinki")

    assert value(day_in_zone(Dialect.DUCKDB, moment, zone)) == "2017-09-07"
