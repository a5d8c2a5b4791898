"""Merged cells are known by sheet."""

from pathlib import Path

import openpyxl

from innokumppanuus.intake.cells import Area
from innokumppanuus.intake.merges import merged_areas
from innokumppanuus.testing.tables import a_workbook, with_parts


def merged(path: Path, sheet: str, area: str) -> bytes:
    book = openpyxl.load_workbook(a_workbook(path, {"A": [["x"]], "B & C": [["y"]]}))
    book[sheet].merge_cells(area)
    book.save(path)
    return path.read_bytes()


def test_a_merged_area_is_known_by_its_sheet(tmp_path: Path) -> None:
    found = merged_areas(merged(tmp_path / "a.xlsx", "B & C", "B2:C4"))

    assert found == {"A": (), "B & C": (Area(left=2, top=2, right=3, bottom=4),)}


def test_an_area_says_itself_as_a_spreadsheet_does() -> None:
    assert str(Area(left=2, top=2, right=3, bottom=4)) == "B2:C4"


def test_an_area_as_large_as_the_sheet_costs_nothing(tmp_path: Path) -> None:
    raw = merged(tmp_path / "a.xlsx", "A", "B2:C4")
    part = "xl/worksheets/sheet1.xml"
    huge = b'<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'

    assert len(merged_areas(with_parts(raw, {part: huge}))["A"]) == 1


def test_a_package_without_a_workbook_has_none(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [["x"]]})
    with_other_name = path.read_bytes().replace(b"xl/workbook.xml", b"xl/workbooc.xml")

    assert merged_areas(with_other_name) == {}
