"""Decision tables in a workbook: written for people, read back whole."""

from pathlib import Path

import openpyxl
import pytest

from innokumppanuus.errors import HostileFile, Place, Problem
from innokumppanuus.intake.tables import read_table_rows, tables_bytes
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.testing.rulesets import the_ruleset

TABLES = """
tables:
  - id: share
    name: Osuus
    inputs: [{value: amount}, {value: sector}, {value: day}]
    output: {type: int}
    rows:
      - {when: ["<= 5000 EUR", "-", "-"], then: 75, note: "=1+1"}
      - {when: ["> 5000 EUR", "company, association", "2026-01-01"], then: 50}
  - id: other
    name: osuus
    inputs: [{value: sector}]
    output: {type: bool}
    rows:
      - {when: [company], then: true}

eligibility:
"""
DAY = """form:
  - {id: day, name: Päivä, type: date}
"""


@pytest.fixture(scope="module")
def ruleset() -> RuleSet:
    return the_ruleset(("\neligibility:\n", TABLES), ("form:\n", DAY))


def saved(folder: Path, ruleset: RuleSet, language: str = "fi") -> Path:
    path = folder / "taulut.xlsx"
    path.write_bytes(tables_bytes(ruleset, language))
    return path


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_is_written_is_read_back_the_same(
    tmp_path: Path, ruleset: RuleSet, language: str
) -> None:
    read = read_table_rows(saved(tmp_path, ruleset, language), ruleset)

    assert read.problems == ()
    assert read.rows == {one.table.id: one.table.rows for one in ruleset.tables}


def test_the_same_tables_are_the_same_bytes(ruleset: RuleSet) -> None:
    assert tables_bytes(ruleset, "fi") == tables_bytes(ruleset, "fi")


def test_two_tables_of_one_name_have_sheets_of_their_own(tmp_path: Path, ruleset: RuleSet) -> None:
    book = openpyxl.load_workbook(saved(tmp_path, ruleset))

    names = [page.title for page in book if page.sheet_state == "visible"]
    assert names == ["Osuus", "osuus 2"]


def test_moved_columns_and_typed_values_are_understood(tmp_path: Path, ruleset: RuleSet) -> None:
    path = saved(tmp_path, ruleset)
    book = openpyxl.load_workbook(path)
    page = book["Osuus"]
    page["G1"], page["G2"] = "Summa", "share.when.0"
    page["G3"], page["G4"] = "> 1 EUR", "-"
    for number in range(1, 5):
        page.cell(number, 1).value = None
    page["D3"] = 80
    book["osuus 2"]["B3"] = True
    book.save(path)

    read = read_table_rows(path, ruleset)

    assert [row.when[0] for row in read.rows["share"]] == ["> 1 EUR", "-"]
    assert (read.rows["share"][0].then, read.rows["other"][0].then) == ("80", "true")


def test_a_problem_of_a_row_is_placed_at_its_cell(tmp_path: Path, ruleset: RuleSet) -> None:
    read = read_table_rows(saved(tmp_path, ruleset), ruleset)

    placed = read.placed(Problem(key="empty", path="tables[0].rows[1].when[2]"), ("share", "other"))

    assert placed.place == Place(file="taulut.xlsx", sheet="Osuus", cell="C4")


def test_a_sheet_of_an_unknown_table_is_told(tmp_path: Path, ruleset: RuleSet) -> None:
    path = saved(tmp_path, ruleset)
    book = openpyxl.load_workbook(path)
    for column in range(1, 6):
        cell = book["Osuus"].cell(2, column)
        cell.value = str(cell.value).replace("share", "shore")
    book.save(path)

    assert [one.key for one in read_table_rows(path, ruleset).problems] == ["tables-unknown"]


def test_a_workbook_without_tables_is_told(tmp_path: Path, ruleset: RuleSet) -> None:
    path = tmp_path / "muu.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "jotakin"
    book.save(path)

    read = read_table_rows(path, ruleset)

    assert [(one.key, one.severity) for one in read.problems] == [("tables-passed", "warning")]
    assert read.rows == {}


def test_a_hostile_file_is_refused(tmp_path: Path, ruleset: RuleSet) -> None:
    path = tmp_path / "paha.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")

    with pytest.raises(HostileFile):
        read_table_rows(path, ruleset)
