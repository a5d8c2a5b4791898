"""
Spark reads parquet and screens it as DuckDB does; with SPARK_REMOTE=local[2] by Spark Connect.

`make spark` runs these both ways, and skips them with the reason where Java 17 is not found.
"""

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import ID_FIELD
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.tables import HitPolicy
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.ruleset.expressions import UNKNOWN, Type
from innokumppanuus.ruleset.expressions.nodes import Variable
from innokumppanuus.testing.parameters import a_parameter, a_value, offering
from innokumppanuus.testing.random_expressions import VARIABLES
from innokumppanuus.testing.random_expressions import rows as random_rows
from innokumppanuus.testing.random_tables import tables
from innokumppanuus_columns import duck, loading, lowering, screening, spark
from innokumppanuus_columns.domain import Column, Counts, Dialect, NotColumnar
from innokumppanuus_columns.translation import Translation

# Spark's own client leaves sockets open.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

LOWERED = """\
innokumppanuus: 1
id: lowered
name: Lowered
form:
  - {id: flag, name: Flag, type: yes_no, required: false}
  - {id: name, name: Name, required: false}
  - {id: amount, name: Amount, type: money, required: false}
  - {id: start, name: Start, type: date, required: false}
  - {id: sent, name: Sent, type: moment, required: false}
parameters:
  cap: {key: koe.raja, on: start}
  late: {key: koe.raja, on: sent}
tables:
  - id: share
    name: Share
    inputs: [{value: amount}, {value: flag}]
    output: {type: money}
    rows:
      - {when: ["<= parameter.cap", "-"], then: 1 EUR}
      - {when: ["> parameter.cap", "true"], then: parameter.late}
  - id: place
    name: Place
    hit: rule_order
    inputs: [{value: table.share}, {value: name}]
    output: {type: string}
    rows:
      - {when: ["> 1 EUR", "-"], then: dear}
      - {when: ["-", 'not("")'], then: named}
eligibility:
  - {id: shared, name: Shared, when: amount > table.share}
  - {id: placed, name: Placed, when: '"named" in table.place || !has(table.share)'}
"""


def lowered() -> RuleSet:
    law = a_parameter(
        a_value("2017-06-01", "2017-12-31", Money.of(20_000)),
        a_value("2018-02-01", None, Money.of(10_000)),
    )
    return loads(LOWERED, "lowered.yaml", offering(law))


def parquet(ruleset: RuleSet, applications: Iterable[Application], folder: Path) -> Path:
    """Write the applications as Spark wants them: sums as decimals, moments as moments."""
    plan, connection, path = screening.plan(ruleset), duck.connect(), folder / "rows.parquet"
    values = ({ID_FIELD: one.id, **ruleset.values(one)} for one in applications)
    columns = loading.keep(connection, ruleset.call, plan.fields, values).columns
    shown = ", ".join(
        f"CAST({duck.name(one.name)} / 100.0 AS DECIMAL(18, 2)) AS {duck.name(one.name)}"
        if one.type.value == "money"
        else duck.name(one.name)
        for one in columns.values()
    )
    duck.write(connection, f"SELECT {shown} FROM {loading.TYPED}", path)
    return path


def in_duckdb(ruleset: RuleSet, path: Path) -> tuple[Counts, list[Any]]:
    plan, connection = screening.plan(ruleset), duck.connect()
    loading.load(connection, path, ruleset.call, plan.fields)
    query = screening.query(plan, Dialect.DUCKDB, loading.TYPED)
    counts = duck.count(connection, f"({query})", plan.rules)
    return counts, connection.execute(query).fetchall()


@pytest.mark.parametrize("name", ["every type", "tables and dated values"])
def test_spark_screens_as_duckdb_does(
    name: str,
    ruleset: RuleSet,
    applications: tuple[Application, ...],
    spark_session: Any,
    tmp_path: Path,
) -> None:
    chosen = ruleset if name == "every type" else lowered()
    path, out = parquet(chosen, applications, tmp_path), tmp_path / "outcomes"

    counts = spark.screen(spark_session, path, screening.plan(chosen), out)

    wanted, rows = in_duckdb(chosen, path)
    files = duck.string(str(out / "*.parquet"))
    written = duck.connect().execute(f"SELECT * FROM read_parquet({files})").fetchall()
    assert counts == wanted
    assert sorted(written) == sorted(rows)
    assert all(wanted.verdicts.values())


def test_column_of_another_type_is_refused(
    ruleset: RuleSet, spark_session: Any, tmp_path: Path
) -> None:
    path = tmp_path / "texts.parquet"
    duck.write(duck.connect(), "SELECT 'H1' AS id, '5 000 EUR' AS amount", path)

    with pytest.raises(NotColumnar, match="spark_column"):
        spark.screen(spark_session, path, screening.plan(ruleset), None)


def test_texts_are_composed_in_spark(spark_session: Any) -> None:
    found = spark_session.sql("SELECT nfc_normalize('a\u0308') AS text").collect()

    assert found[0][0] == "ä"


READ = """\
innokumppanuus: 1
id: read
name: Read
form:
  - {id: number, name: Number, type: business_id, required: false}
  - id: area
    name: Area
    type: choice
    required: false
    options: [{id: north, name: Pohjoinen}, {id: south, name: Etelä}]
  - id: areas
    name: Areas
    type: choices
    required: false
    options: [{id: north, name: Pohjoinen}, {id: south, name: Etelä}]
eligibility:
  - {id: numbered, name: Numbered, when: 'has(number) && number != "0000000-0"'}
  - {id: placed, name: Placed, when: 'area == "north"'}
  - {id: both, name: Both, when: 'areas == ["north", "south"]'}
"""


def test_numbers_and_choices_are_read_as_the_core_reads_them(
    spark_session: Any, tmp_path: Path
) -> None:
    ruleset, path = loads(READ, "read.yaml", offering()), tmp_path / "read.parquet"
    random, texts = Random(5), ["0201256-6", "FI02012566", "201256-6", " 0201256-7", "x", "", "1-1"]
    texts += [f"{random.randrange(10**7):07}-{random.randrange(10)}" for _ in range(300)]
    area, areas = ("NULL", "'north'", "'east'"), ("NULL", "[]", "['south', 'north']", "['west']")
    rows = [
        f"({n}, '{text}', {area[n % len(area)]}, {areas[n % len(areas)]})"
        for n, text in enumerate(texts)
    ]
    shown = "CAST(n AS VARCHAR) AS id, number, area, CAST(areas AS VARCHAR[]) AS areas"
    given = f"(VALUES {', '.join(rows)}) AS t(n, number, area, areas)"
    duck.write(duck.connect(), f"SELECT {shown} FROM {given}", path)

    counts = spark.screen(spark_session, path, screening.plan(ruleset), None)

    assert counts == in_duckdb(ruleset, path)[0]
    assert all(one.met for one in counts.rules)


def test_session_is_of_spark_connect_when_a_remote_is_named(spark_session: Any) -> None:
    is_connect = ".connect." in type(spark_session).__module__

    assert is_connect == ("SPARK_REMOTE" in os.environ)


@pytest.mark.parametrize("policy", HitPolicy)
def test_tables_have_the_values_of_the_core(
    policy: HitPolicy, spark_session: Any, tmp_path: Path
) -> None:
    scope = {name: Column(name=name, type=kind) for name, kind in VARIABLES.items()}
    given = [{**row, "number": n} for n, row in enumerate(random_rows(Random(8), 40))]
    connection = duck.connect()
    duck.fill(connection, "data", {"number": Column(name="number", type=Type.INT), **scope}, given)
    duck.write(connection, "SELECT * FROM data", tmp_path / "data.parquet")
    spark_session.read.parquet(str(tmp_path / "data.parquet")).createOrReplaceTempView("data")

    for table in islice(tables(Random(9), (policy,)), 3):
        translation = Translation(Dialect.SPARK, scope, steps=lowering.tabled(table))
        tree = translation.add(Variable(start=0, end=0, type=table.type, name=table.name))
        query = translation.select("data", {"value": tree}, "number").sql(dialect="spark")
        found = {row[0]: row[1] for row in spark_session.sql(query).collect()}

        wanted = [plain(table.run(row).value) for row in given]

        assert [plain(found[number]) for number in range(len(given))] == wanted


def plain(value: object) -> object:
    """Return a value as a column has it."""
    if isinstance(value, Money):
        return value.cents
    return tuple(value) if isinstance(value, list | tuple) else None if value is UNKNOWN else value
