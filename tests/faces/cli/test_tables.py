"""`tables`: decision tables out to Excel and back, the rest of the file untouched."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.rulesets import the_text

TABLES = """
tables:
  - id: share   # what is paid
    name: {fi: Osuus / tuki, sv: Andel, en: Share}
    inputs: [{value: amount}, {value: sector, name: {fi: Ala, sv: Sektor, en: Sector}}]
    output: {type: int}
    rows:
    - {when: ["<= 5000 EUR", "-"], then: 75}   # inside
    - when: ["> 5000 EUR", company]
      then: 50

    # after the rows
    sources: [ilmoitus]

eligibility:
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "haku.yaml"
    text = the_text(("\neligibility:\n", TABLES))
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    return file


def edited(path: Path, **cells: Any) -> Path:
    """Write the workbook of the rule set, type into its first sheet and return it."""
    book_path = path.with_suffix(".xlsx")
    assert ask("tables", path, "--out", book_path).code == Code.DONE
    book = openpyxl.load_workbook(book_path)
    for address, value in cells.items():
        book[book.sheetnames[0]][address] = value
    book.save(book_path)
    return book_path


def test_an_unchanged_workbook_changes_not_a_byte(path: Path) -> None:
    before = path.read_bytes()

    answer = ask("tables", path, "--from", edited(path), "--json")

    assert (answer.code, path.read_bytes()) == (Code.DONE, before)
    assert answer.document["result"]["files"] == []


def test_the_workbook_is_in_the_language_and_hides_its_ids(path: Path) -> None:
    book_path = path.with_suffix(".xlsx")

    ask("tables", path, "--out", book_path, "--lang", "sv")

    page = openpyxl.load_workbook(book_path)["Andel"]
    assert [cell.value for cell in page[1]] == ["Sökt belopp", "Sektor", "Andel", "Anmärkning"]
    assert page.row_dimensions[2].hidden
    assert page.data_validations.dataValidation


def test_new_rows_are_written_and_the_rest_stays_as_it_was(path: Path) -> None:
    head, _, rest = path.read_bytes().partition(b"    - {when:")
    _, _, tail = rest.partition(b"then: 50")
    book = edited(path, C4=60, A5="> 5000 EUR", B5="not(company)", C5="40", D5="Uusi rivi")

    answer = ask("tables", path, "--from", book)

    after = path.read_bytes()
    assert answer.code == Code.DONE
    assert after.startswith(head)
    assert after.endswith(tail)
    assert after[len(head) : -len(tail)].decode().split("\r\n") == [
        '    - when: ["<= 5000 EUR", "-"]',
        '      then: "75"',
        '    - when: ["> 5000 EUR", "company"]',
        '      then: "60"',
        '    - when: ["> 5000 EUR", "not(company)"]',
        '      then: "40"',
        '      note: "Uusi rivi"',
    ]
    assert ask("check", path).code == Code.DONE


@pytest.mark.parametrize(
    ("cells", "place", "key"),
    [
        ({"B4": "compny"}, "B4", "expression-option"),
        ({"A4": "> 5000"}, "A4", "must-be-money"),
        ({"A4": None}, "A4", "table-cell-empty"),
        ({"C4": None}, "C4", "table-cell-part"),
        ({"A4": "> 4000 EUR"}, "A4", "table-overlap"),
        ({"F4": "stray"}, "F4", "tables-stray"),
        ({"C2": "then"}, "A2", "tables-column"),
        ({"C4": "=1/0"}, "C4", "cell-formula"),
    ],
)
def test_a_problem_is_told_at_its_cell_and_nothing_is_written(
    path: Path, cells: dict[str, Any], place: str, key: str
) -> None:
    before = path.read_bytes()
    book = edited(path, **cells)

    answer = ask("tables", path, "--from", book, "--json")

    problem = answer.document["problems"][0]
    assert (problem["key"], problem["sheet"], problem["cell"]) == (key, "Osuus   tuki", place)
    assert (answer.code, path.read_bytes()) == (Code.PROBLEMS, before)


def test_a_rule_set_without_tables_has_nothing_to_write(tmp_path: Path) -> None:
    file = tmp_path / "haku.yaml"
    file.write_text(the_text(), encoding="utf-8")

    answer = ask("tables", file, "--out", tmp_path / "taulut.xlsx", "--json")

    assert answer.code == Code.PROBLEMS
    assert [one["key"] for one in answer.document["problems"]] == ["tables-none"]


def test_it_is_either_out_or_back(path: Path) -> None:
    assert ask("tables", path).code == Code.USAGE
