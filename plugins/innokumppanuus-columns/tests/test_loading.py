"""Cells of csv and parquet files are read as the core reads those of workbooks."""

from pathlib import Path

import pytest

from innokumppanuus.domain.call import ID_FIELD
from innokumppanuus.errors import IntakeProblems
from innokumppanuus.intake import read_applications
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus_columns import duck, loading

RULES = """\
innokumppanuus: 1
id: cells
name: Cells
form:
  - {id: amount, name: Summa, type: money, required: false}
  - {id: months, name: Kesto, type: integer, required: false}
  - {id: share, name: Osuus, type: number, required: false}
  - {id: start, name: Alku, type: date, required: false}
  - {id: sent, name: Saapunut, type: moment, required: false}
  - {id: ready, name: Valmis, type: yes_no, required: false}
  - {id: place, name: Paikka, required: false}
  - {id: number, name: Y-tunnus, type: business_id, required: false}
  - id: area
    name: Alue
    type: choice
    required: false
    options: [{id: north, name: Pohjoinen}, {id: south, name: Etelä}]
  - id: areas
    name: Alueet
    type: choices
    required: false
    options: [{id: north, name: Pohjoinen}, {id: south, name: Etelä}]
"""
CELLS = """\
id;Summa;Kesto;Osuus;Alku;Saapunut;Valmis;Paikka;Y-tunnus;Alue;Alueet
H1;10000;12;0.5;2018-01-31;2017-09-06T23:59:00+03:00;kyllä;Jyväskylä;;Pohjoinen;Etelä;
H2;10 000,50 €;;1,25;31.1.2018;6.9.2017 klo 23.59;ei;  Äänekoski ;9000001-1;south;
H3;-5.5;-3;-2;31.2.2018;2017-09-06T20:59:00Z;ehkä;;;itä;
H4;;;;;;;;;;
H5;10,000;1.5;abc;2018-13-01;eilen;true;0123;;north;
"""


@pytest.fixture(scope="module")
def cells() -> RuleSet:
    return loads(RULES, "cells.yaml", Plugins.load())


def in_columns(
    ruleset: RuleSet, path: Path, mapping: Path | None = None
) -> list[dict[str, object]]:
    connection = duck.connect()
    fields = [field.id for field in ruleset.call.form]
    table = loading.load(connection, path, ruleset.call, fields, mapping)
    query = f"SELECT {duck.selected(table.columns)} FROM {loading.TYPED}"
    return [duck.values(table.columns, row) for row in connection.execute(query).fetchall()]


def by_core(ruleset: RuleSet, path: Path, mapping: Path | None = None) -> list[dict[str, object]]:
    read = read_applications(path, ruleset.call, mapping).applications
    form = {ID_FIELD, *(field.id for field in ruleset.call.form)}
    seen = [{ID_FIELD: one.id, **ruleset.values(one)} for one in read]
    return [{key: value for key, value in one.items() if key in form} for one in seen]


def test_csv_is_read_as_the_core_reads_it(cells: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "hakemukset.csv"
    path.write_text(CELLS.replace("Etelä;\n", "Etelä\n"), encoding="utf-8")

    assert in_columns(cells, path) == by_core(cells, path)


def test_what_cannot_be_read_is_counted(cells: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "hakemukset.csv"
    path.write_text("id;Kesto\nH1;12\nH2;pitkä\nH3;\nH4;1.5\n", encoding="utf-8")

    table = loading.load(duck.connect(), path, cells.call, ["months"])

    assert [(one.field, one.count, one.example) for one in table.unread] == [("months", 2, "1.5")]


def test_parquet_is_read_by_its_types(cells: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "hakemukset.parquet"
    duck.connect().execute(
        "COPY (SELECT 'H1' AS id, CAST(10000.5 AS DECIMAL(12, 2)) AS amount, 12 AS months, "
        "0.5::DOUBLE AS share, DATE '2018-01-31' AS start, TRUE AS ready, ['south'] AS areas, "
        "TIMESTAMP '2017-09-06 23:59:00' AS sent, 'Pohjoinen' AS area) "
        f"TO {duck.string(str(path))} (FORMAT parquet)"
    )
    same = tmp_path / "hakemukset.csv"
    same.write_text(
        "id;amount;months;share;start;ready;areas;sent;area\n"
        "H1;10000.50;12;0.5;2018-01-31;kyllä;south;2017-09-06 23:59;north\n",
        encoding="utf-8",
    )

    assert in_columns(cells, path) == by_core(cells, same)


def test_part_of_a_cent_is_not_read(cells: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "hakemukset.parquet"
    query = "SELECT 'H1' AS id, 10.005::DOUBLE AS amount UNION ALL SELECT 'H2', 10.5"
    duck.connect().execute(f"COPY ({query}) TO {duck.string(str(path))} (FORMAT parquet)")

    assert ["amount" in row for row in in_columns(cells, path)] == [False, True]


def test_hour_that_comes_twice_is_not_read(cells: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "hakemukset.parquet"
    moments = ["2017-10-29 03:30", "2017-03-26 03:30", "2017-10-29 05:30"]
    query = " UNION ALL ".join(f"SELECT 'H' AS id, TIMESTAMP '{one}:00' AS sent" for one in moments)
    duck.connect().execute(f"COPY ({query}) TO {duck.string(str(path))} (FORMAT parquet)")

    assert ["sent" in row for row in in_columns(cells, path)] == [False, False, True]


def test_mapping_tells_the_columns_and_the_constants(cells: RuleSet, tmp_path: Path) -> None:
    path, mapping = tmp_path / "grants.csv", tmp_path / "kartta.yaml"
    path.write_text("Identifier,Granted\nG1,500\n", encoding="utf-8")
    mapping.write_text(
        "innokumppanuus: 1\ncolumns:\n  Identifier: id\n  Granted: amount\n"
        "constants:\n  area: north\n",
        encoding="utf-8",
    )

    assert in_columns(cells, path, mapping) == by_core(cells, path, mapping)


def test_table_without_any_heading_of_the_form_is_refused(cells: RuleSet, tmp_path: Path) -> None:
    path = tmp_path / "muu.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    with pytest.raises(IntakeProblems):
        in_columns(cells, path)
