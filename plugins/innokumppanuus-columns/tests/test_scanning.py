"""Parquet files as Polars reads them are as DuckDB reads them, or are left to DuckDB."""

from decimal import Decimal
from pathlib import Path

import pytest

pl = pytest.importorskip("polars", reason="polars is not installed; it is an optional extra")

from innokumppanuus.plugin.manager import Plugins  # noqa: E402  Polars may be absent
from innokumppanuus.ruleset import RuleSet, loads  # noqa: E402
from innokumppanuus_columns import duck, loading, scanning  # noqa: E402
from innokumppanuus_columns.domain import NotColumnar  # noqa: E402

RULES = """\
innokumppanuus: 1
id: cells
name: Cells
form:
  - {id: amount, name: Summa, type: money, required: false}
  - {id: months, name: Kesto, type: integer, required: false}
  - {id: share, name: Osuus, type: number, required: false}
  - {id: start, name: Alku, type: date, required: false}
  - {id: ready, name: Valmis, type: yes_no, required: false}
  - {id: place, name: Paikka, required: false}
  - {id: number, name: Y-tunnus, type: business_id, required: false}
"""
PLACES = ["Jyväskylä", "  Äänekoski\u00a0", "   ", None, "Jyva\u0308skyla\u0308"]


@pytest.fixture(scope="module")
def cells() -> RuleSet:
    return loads(RULES, "cells.yaml", Plugins.load())


def written(folder: Path, **columns: "pl.Series") -> Path:
    path = folder / "table.parquet"
    size = len(next(iter(columns.values())))
    ids = pl.Series([f"H{n}" for n in range(size)])
    pl.DataFrame({"id": ids, **columns}).write_parquet(path)
    return path


def both(ruleset: RuleSet, path: Path, *fields: str) -> tuple[list[object], list[object]]:
    """Return the columns as Polars reads them, and as DuckDB does."""
    table = scanning.scan(path, ruleset.call, fields, None).select(fields).collect()
    connection = duck.connect()
    loading.load(connection, path, ruleset.call, fields)
    shown = ", ".join(map(duck.name, fields))
    found = connection.execute(f"SELECT {shown} FROM {loading.TYPED}").fetchall()
    return list(table.rows()), list(found)


def test_columns_are_those_that_duckdb_reads(cells: RuleSet, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        Summa=pl.Series([100, -1, None, 0, 7]),
        Kesto=pl.Series([1, 2, None, -4, 5], dtype=pl.Int16),
        Osuus=pl.Series([0.5, None, -0.0, 1e300, 2.0]),
        Alku=pl.Series(["2018-01-31", None, "2016-02-29", None, None]).str.to_date(),
        Valmis=pl.Series([True, False, None, True, True]),
        Paikka=pl.Series(PLACES),
    )

    ours, theirs = both(cells, path, "amount", "months", "share", "start", "ready", "place")

    assert ours == theirs


def test_decimals_are_whole_cents(cells: RuleSet, tmp_path: Path) -> None:
    sums = [Decimal("10000.01"), Decimal("-0.05"), None, Decimal("99999999999999.99")]
    path = written(tmp_path, Summa=pl.Series(sums, dtype=pl.Decimal(16, 2)))

    ours, theirs = both(cells, path, "amount")

    assert ours == theirs == [(1000001,), (-5,), (None,), (9999999999999999,)]


@pytest.mark.parametrize(
    ("field", "heading", "column"),
    [
        ("months", "Kesto", pl.Series(["12", "kuusi"])),
        ("share", "Osuus", pl.Series([0.5, float("nan")])),
        ("amount", "Summa", pl.Series([1, 2**62])),
        ("amount", "Summa", pl.Series([1.5, 2.5])),
        ("number", "Y-tunnus", pl.Series(["9000001-1", None])),
    ],
)
def test_column_that_leaves_a_doubt_is_left_to_duckdb(
    cells: RuleSet, tmp_path: Path, field: str, heading: str, column: "pl.Series"
) -> None:
    path = written(tmp_path, **{heading: column})

    with pytest.raises(NotColumnar) as told:
        scanning.scan(path, cells.call, [field], None)

    assert told.value.key == "columns.cannot.polars_column"
    assert told.value.values["column"] == heading


def test_other_file_than_parquet_is_left_to_duckdb(cells: RuleSet, tmp_path: Path) -> None:
    with pytest.raises(NotColumnar, match="polars_file"):
        scanning.scan(tmp_path / "table.csv", cells.call, ["months"], None)


def test_field_without_a_column_is_missing_in_all_rows(cells: RuleSet, tmp_path: Path) -> None:
    path = written(tmp_path, Paikka=pl.Series(["Laukaa", "Oulu"]))

    table = scanning.scan(path, cells.call, ["months", "place"], None).collect()

    assert table["months"].to_list() == [None, None]
    assert duck.parquet_rows(path) == 2
