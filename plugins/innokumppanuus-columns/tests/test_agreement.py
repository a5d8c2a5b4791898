"""
One expression, one value: closures, traces, generated functions, DuckDB and Spark.

INNOKUMPPANUUS_LONG=1 makes it thousands of expressions. CEL as Google has it is compared with the
closures in `tests/ruleset/expressions/test_oracle.py`.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import UNKNOWN, Expression, Type
from innokumppanuus.ruleset.expressions.generation import generate
from innokumppanuus.testing.random_expressions import VARIABLES, expressions, rows
from innokumppanuus_columns import duck
from innokumppanuus_columns.domain import Column, Dialect, NotColumnar
from innokumppanuus_columns.translation import Translation

IS_LONG = bool(os.environ.get("INNOKUMPPANUUS_LONG"))
EACH = 1000 if IS_LONG else 60
SEEDS = range(10) if IS_LONG else range(3)
TOGETHER = 10
NUMBERED = "number"
COLUMNS = {name: Column(name=name, type=kind) for name, kind in VARIABLES.items()}
DECLARED = "columns.cannot.currencies"
"""What SQL cannot say and says so: a sum whose currency depends on the row."""


@attrs.frozen
class Field:
    """Rows with a number of their own, and the same in a table of DuckDB."""

    rows: Sequence[dict[str, object]]
    connection: Any


@pytest.fixture(scope="module")
def field() -> Field:
    table = [{**row, NUMBERED: n} for n, row in enumerate(rows(Random(7), 150))]
    connection = duck.connect()
    duck.fill(
        connection, "data", {NUMBERED: Column(name=NUMBERED, type=Type.INT), **COLUMNS}, table
    )
    return Field(table, connection)


def plain(value: object) -> object:
    """Return a value as a column has it."""
    match value:
        case Money():
            return value.cents
        case datetime():
            moment = value if value.tzinfo else value.replace(tzinfo=UTC)
            return moment.astimezone(UTC)
        case list() | tuple():
            return tuple(value)
        case _:
            return None if value is UNKNOWN else value


def said(dialect: Dialect, some: Sequence[Expression]) -> tuple[str, Mapping[str, Expression]]:
    """Return the query of all that SQL can say, and those by the name of their column."""
    translation = Translation(dialect, COLUMNS)
    trees, told = {}, {}
    for place, one in enumerate(some):
        try:
            trees[f"value_{place}"] = translation.add(one.node)
        except NotColumnar as error:
            assert error.key == DECLARED
            continue
        told[f"value_{place}"] = one
    return translation.select("data", trees, NUMBERED).sql(dialect=dialect), told


def differences(
    field: Field, told: Mapping[str, Expression], found: Sequence[Sequence[object]]
) -> Iterator[tuple[str, object, object, object]]:
    """Yield what an engine says otherwise than the closures."""
    for row in found:
        values = field.rows[int(str(row[0]))]
        for one, got in zip(told.values(), row[1:], strict=True):
            wanted = plain(one.evaluate(values))
            if plain(got) != wanted or type(plain(got)) is not type(wanted):
                yield one.text, values, wanted, got


def in_bundles(seed: int, count: int) -> Iterator[list[Expression]]:
    source = islice(expressions(Random(seed)), count)
    while bundle := list(islice(source, TOGETHER)):
        yield bundle


@pytest.mark.parametrize("seed", SEEDS)
def test_duckdb_has_the_values_of_closures(field: Field, seed: int) -> None:
    for bundle in in_bundles(seed, EACH):
        query, told = said(Dialect.DUCKDB, bundle)
        found = field.connection.execute(query).fetchall() if told else []

        assert list(differences(field, told, found)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_and_traces_have_the_values_of_closures(field: Field, seed: int) -> None:
    for bundle in in_bundles(seed + 100, EACH):
        run = generate(bundle)
        for row in field.rows[:40]:
            wanted = [repr(one.evaluate(row)) for one in bundle]

            assert [repr(value) for value in run(row)] == wanted
            assert [repr(one.trace(row).value) for one in bundle] == wanted


# Spark's own client leaves sockets open.
@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("seed", SEEDS)
def test_spark_has_the_values_of_closures(
    field: Field, seed: int, spark_session: Any, tmp_path: Path
) -> None:
    duck.write(field.connection, "SELECT * FROM data", tmp_path / "data.parquet")
    spark_session.read.parquet(str(tmp_path / "data.parquet")).createOrReplaceTempView("data")

    for bundle in in_bundles(seed, EACH // 3):
        query, told = said(Dialect.SPARK, bundle)
        found = [tuple(row) for row in spark_session.sql(query).collect()] if told else []

        assert list(differences(field, told, found)) == []


def test_table_gives_back_the_values_that_it_is_filled_with(field: Field) -> None:
    columns = {NUMBERED: Column(name=NUMBERED, type=Type.INT), **COLUMNS}

    found = field.connection.execute(f"SELECT {duck.selected(columns)} FROM data").fetchall()

    assert [duck.values(columns, row) for row in found] == list(field.rows)
