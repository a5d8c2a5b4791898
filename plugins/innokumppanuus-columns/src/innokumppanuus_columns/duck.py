"""DuckDB as the engine of columns: opens it, fills tables with values, counts outcomes."""

import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import duckdb

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import Type
from innokumppanuus.ruleset.expressions.value_types import taken
from innokumppanuus_columns.domain import Column, Counts, RowOutcome
from innokumppanuus_columns.trees import SQL_TYPES

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LISTED = "\x1f"


def connect() -> duckdb.DuckDBPyConnection:
    """Return an empty database in memory whose clock is UTC; what does not fit goes to disk."""
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_progress_bar = false")
    spill = Path(tempfile.gettempdir()) / "innokumppanuus-duckdb"
    connection.execute(f"SET temp_directory = {string(str(spill))}")
    return connection


def name(text: str) -> str:
    """Return *text* as a name in SQL."""
    return '"' + text.replace('"', '""') + '"'


def string(text: str) -> str:
    """Return *text* as a text in SQL."""
    return "'" + text.replace("'", "''") + "'"


def fill(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Mapping[str, Column],
    rows: Iterable[Mapping[str, object]],
) -> None:
    """
    Make *table* of the rows: the values of expressions by variable, as those of the core.

    A value that expressions cannot reckon with becomes NULL.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            for row in rows:
                writer.writerow([_cell(one, row.get(key)) for key, one in columns.items()])
        names = [string(one.name) for one in columns.values()]
        shown = ", ".join(_read(one) for one in columns.values())
        types = ", ".join(f"{one}: 'VARCHAR'" for one in names)
        connection.execute(
            f"CREATE OR REPLACE TABLE {name(table)} AS SELECT {shown} FROM read_csv("
            f"{string(str(path))}, header=false, columns={{{types}}}, quote='\"', escape='\"', "
            "delim=',', auto_detect=false, max_line_size=100000000, new_line='\\r\\n', "
            "nullstr='\\N', allow_quoted_nulls=true, parallel=false)"
        )


def values(columns: Mapping[str, Column], row: Iterable[object]) -> dict[str, object]:
    """Return the values of expressions of one row of `selected`; NULL is left out."""
    found = zip(columns.items(), row, strict=True)
    return {key: _value(one, cell) for (key, one), cell in found if cell is not None}


def selected(columns: Mapping[str, Column]) -> str:
    """Return what to select for `values`."""
    return ", ".join(
        f"epoch_us({name(one.name)})" if one.type is Type.TIMESTAMP else name(one.name)
        for one in columns.values()
    )


def write(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    path: Path,
    tell: Callable[[float], None] | None = None,
    sparing: int = 0,
) -> None:
    """
    Write what the query gives, in its order, to a parquet file that is whole or not there.

    Args:
        connection: The database.
        query: What to write.
        path: The file.
        tell: Hears how much is done, from 0 to 100.
        sparing: Memory to manage with [bytes]; where it is not enough the query runs once more,
            with all that there is. Zero is all that there is.
    """
    unfinished = path.with_name(f".{path.name}.unfinished")
    copy = f"COPY ({query}) TO {string(str(unfinished))} (FORMAT parquet, COMPRESSION zstd)"
    try:
        if sparing:
            connection.execute(f"SET memory_limit = '{sparing} bytes'")
        try:
            run(connection, copy, tell)
        except duckdb.OutOfMemoryException:
            if not sparing:
                raise
            connection.execute("RESET memory_limit")
            run(connection, copy, tell)
        os.replace(unfinished, path)
    finally:
        connection.execute("RESET memory_limit")
        unfinished.unlink(missing_ok=True)


def run(
    connection: duckdb.DuckDBPyConnection,
    statement: str,
    tell: Callable[[float], None] | None = None,
) -> None:
    """Run a statement; *tell* hears now and then how much of it is done, from 0 to 100."""
    if tell is None:
        connection.execute(statement)
        return
    raised: list[BaseException] = []

    def work() -> None:
        try:
            connection.execute(statement)
        except BaseException as error:  # handed over to the caller's thread
            raised.append(error)

    worker = Thread(target=work, daemon=True)
    worker.start()
    try:
        while worker.is_alive():
            worker.join(0.1)
            tell(max(connection.query_progress(), 0.0))
    except KeyboardInterrupt:
        connection.interrupt()
        worker.join()
        raise
    if raised:
        raise raised[0]


def parquet_rows(path: Path) -> int:
    """Return how many rows a parquet file has, as it says itself."""
    found = connect().execute(f"SELECT count(*) FROM read_parquet({string(str(path))})").fetchone()
    assert found is not None  # an aggregate always gives a row
    return int(found[0])


def count(connection: duckdb.DuckDBPyConnection, source: str, rules: tuple[str, ...]) -> Counts:
    """Return the counts of the outcomes that *source* selects."""
    grouped = connection.execute(
        f"SELECT failed, unknown, verdict, count(*) FROM {source} GROUP BY ALL"
    ).fetchall()
    return Counts.of(rules, {(f, u, Verdict(verdict)): n for f, u, verdict, n in grouped})


def keep(connection: duckdb.DuckDBPyConnection, table: str, outcomes: Iterable[RowOutcome]) -> None:
    """Make *table* of outcomes, in their order."""
    kinds = {"application": Type.STRING, "failed": Type.INT, "unknown": Type.INT}
    kinds["verdict"] = Type.STRING
    columns = {one: Column(name=one, type=kind) for one, kind in kinds.items()}
    rows = (
        {
            "application": one.application or None,
            "failed": one.failed,
            "unknown": one.unknown,
            "verdict": one.verdict.value,
        }
        for one in outcomes
    )
    fill(connection, table, columns, rows)


def _cell(column: Column, given: object) -> str:
    value = None if given is None else taken(column.type, given)
    match value:
        case Money():
            return str(value.cents) if value.currency == column.currency else "\\N"
        case bool():
            return str(value).lower()
        case datetime():
            return value.astimezone(UTC).isoformat(" ")
        case tuple():
            return _LISTED.join(("", *value))
        case float():
            return repr(value)
        case None:
            return "\\N"
        case _:
            return f"={value}" if column.type is Type.STRING else str(value)


def _read(column: Column) -> str:
    text = name(column.name)
    kind = SQL_TYPES[column.type]
    if column.type is Type.STRING:
        return f"{text}[2:] AS {text}"
    if column.type is Type.LIST:
        return f"string_split({text}, {string(_LISTED)})[2:] AS {text}"
    return f"CAST({text} AS {kind}) AS {text}"


def _value(column: Column, cell: object) -> object:
    match cell:
        case int() if column.type is Type.MONEY:
            return Money(cell, column.currency)
        case int() if column.type is Type.TIMESTAMP:
            return _EPOCH + timedelta(microseconds=cell)
        case list():
            return tuple(cell)
        case _:
            return cell
