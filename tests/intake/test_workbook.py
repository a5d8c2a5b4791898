"""Workbooks become tables of values."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from innokumppanuus.errors import HostileFile, IntakeProblems
from innokumppanuus.intake import workbook
from innokumppanuus.intake.cells import Cell, Table
from innokumppanuus.intake.safety import MOST_CHARACTERS, take
from innokumppanuus.intake.workbook import read
from innokumppanuus.testing.tables import a_workbook, with_parts

SHEET = "xl/worksheets/sheet1.xml"
XML = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def tables(path: Path) -> tuple[Table, ...]:
    return read(take(path))


def only(path: Path) -> Cell:
    (row,) = tables(path)[0].rows
    (cell,) = row
    return cell


def with_xml(path: Path, rows: bytes) -> Path:
    a_workbook(path, {"A": [["x"]]})
    path.write_bytes(with_parts(path.read_bytes(), {SHEET: XML % rows}))
    return path


def test_every_sheet_is_a_table_in_the_order_of_the_workbook(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"Toinen": [["x"]], "Eka": [["y"]]})

    assert [table.sheet for table in tables(path)] == ["Toinen", "Eka"]


def test_a_hidden_sheet_is_known_as_hidden(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [["x"]], "B": [["y"]]})
    book = openpyxl.load_workbook(path)
    book["B"].sheet_state = "hidden"
    book.save(path)

    assert [table.is_hidden for table in tables(path)] == [False, True]


def test_blank_cells_and_trailing_rows_are_not_there(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [["x", None], [" ", "\u00a0"], [None], ["y"], []]})

    assert [(row.number, len(row.cells)) for row in tables(path)[0].rows] == [(1, 1), (4, 1)]


def test_a_formula_gives_the_value_saved_with_it(tmp_path: Path) -> None:
    path = with_xml(
        tmp_path / "a.xlsx", b'<row r="1"><c r="A1"><f>2*5000</f><v>10000</v></c></row>'
    )

    assert only(path).value == 10000


def test_a_formula_without_a_saved_value_is_a_fault(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [["=2*5000"]]})

    assert (only(path).fault, only(path).text) == ("cell-formula", "=2*5000")


def test_a_fault_of_the_spreadsheet_is_a_fault(tmp_path: Path) -> None:
    path = with_xml(tmp_path / "a.xlsx", b'<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>')

    assert (only(path).fault, only(path).text) == ("cell-error", "#REF!")


@pytest.mark.parametrize(("shown", "has_clock"), [("d.m.yyyy", False), ("d.m.yyyy h:mm", True)])
def test_a_day_is_known_from_midnight_by_how_it_is_shown(
    tmp_path: Path, shown: str, has_clock: bool
) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [[datetime(2017, 9, 6)]]})  # noqa: DTZ001
    book = openpyxl.load_workbook(path)
    book["A"]["A1"].number_format = shown
    book.save(path)

    assert only(path).has_clock is has_clock


def test_a_workbook_that_counts_days_from_1904_is_read_right(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.MAC_EPOCH
    book.worksheets[0]["A1"] = datetime(2017, 9, 6, 12, 0)  # noqa: DTZ001
    book.save(tmp_path / "a.xlsx")

    assert only(tmp_path / "a.xlsx").text == "2017-09-06 12:00:00"


def test_a_cell_longer_than_a_spreadsheet_holds_is_refused(tmp_path: Path) -> None:
    text = b"x" * 10_000_000
    path = with_xml(
        tmp_path / "a.xlsx",
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>' % text,
    )

    with pytest.raises(HostileFile):
        tables(path)


def test_the_longest_cell_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [["x" * MOST_CHARACTERS]]})

    assert len(only(path).text) == MOST_CHARACTERS


def test_a_cell_far_out_to_the_right_is_refused(tmp_path: Path) -> None:
    path = with_xml(tmp_path / "a.xlsx", b'<row r="1"><c r="XFD1"><v>1</v></c></row>')

    with pytest.raises(HostileFile) as caught:
        tables(path)

    assert caught.value.key == "table-too-wide"


def test_rows_that_are_wide_and_empty_are_refused_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 100_000)
    rows = b"".join(b'<row r="%d"><c r="XFD%d"/></row>' % (n, n) for n in range(1, 20))

    with pytest.raises(HostileFile) as caught:
        tables(with_xml(tmp_path / "a.xlsx", rows))

    assert caught.value.key == "table-too-large"


def test_a_cell_far_down_is_read_where_it_stands(tmp_path: Path) -> None:
    path = with_xml(tmp_path / "a.xlsx", b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>')

    assert only(path).address == "A1048576"


@pytest.mark.parametrize(
    "rows",
    [b"<row r='x'/>", b"<row><c r='??'/></row>", b"<c", b"<row r='1'><c t='s'><v>9</v></c></row>"],
)
def test_a_damaged_sheet_is_told(tmp_path: Path, rows: bytes) -> None:
    with pytest.raises(IntakeProblems) as caught:
        tables(with_xml(tmp_path / "a.xlsx", rows))

    assert caught.value.problems[0].key == "workbook-damaged"


def test_a_line_end_saved_as_an_escape_is_a_line_end(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [["eka_x000D_\ntoka"]]})

    assert only(path).value == "eka\ntoka"


def test_a_workbook_without_sheets_is_told(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [["x"]]})
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    bare = b'<workbook xmlns="%s"><sheets/></workbook>' % space
    path.write_bytes(with_parts(path.read_bytes(), {"xl/workbook.xml": bare}))

    with pytest.raises(IntakeProblems) as caught:
        tables(path)

    assert caught.value.problems[0].key == "workbook-damaged"


def test_a_row_beyond_all_sheets_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    row = b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'

    with pytest.raises(HostileFile) as caught:
        tables(with_xml(tmp_path / "a.xlsx", row))

    assert caught.value.key == "table-too-long"
