"""Text never acts as a formula, and the same table is the same bytes."""

import csv
import time
import zipfile
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.delimited import needs_neutralising, restore
from innokumppanuus.intake.safety import MOST_CHARACTERS, check_package
from innokumppanuus.intake.writing import Sheet, Value, csv_bytes, neutral, workbook_bytes
from innokumppanuus.testing.builders import moment

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "\n=1", "＝1+1"]


def written(value: Value) -> Any:
    raw = workbook_bytes([Sheet(title="A", headings=["x"], rows=[[value]])])
    return openpyxl.load_workbook(BytesIO(raw))["A"]["A2"]


@pytest.mark.parametrize("text", [*DANGEROUS, "#REF!", "=cmd|' /C calc'!A0"])
def test_no_text_is_a_formula_in_a_workbook(text: str) -> None:
    assert written(text).data_type == "s"


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_dangerous_text_stays_text_when_somebody_edits_it(text: str) -> None:
    assert written(text).quotePrefix


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_is_a_formula_in_csv(text: str) -> None:
    assert neutral(text).startswith("'")


@given(st.text(max_size=20))
def test_a_neutral_text_is_never_dangerous(text: str) -> None:
    assert neutral(text).startswith("'") or not needs_neutralising(neutral(text))


@given(st.text(max_size=20))
def test_a_neutral_text_is_restored_to_itself(text: str) -> None:
    assert restore(neutral(text)) == text


def test_the_same_table_is_the_same_bytes_at_another_time() -> None:
    sheet = Sheet(title="A", headings=["x"], rows=[[Money.of(5)], [date(2017, 9, 6)]])
    first = workbook_bytes([sheet])
    time.sleep(1.1)  # the package would carry seconds

    assert workbook_bytes([sheet]) == first


def test_a_written_workbook_is_taken_in_again() -> None:
    check_package(workbook_bytes([Sheet(title="A", headings=["x"], rows=[["=1"]])]), "a.xlsx")


def test_a_part_of_a_written_workbook_holds_no_time_of_its_making() -> None:
    raw = workbook_bytes([Sheet(title="A", headings=["x"], rows=[])])

    with zipfile.ZipFile(BytesIO(raw)) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
        assert b"2000-01-01" in package.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Money.of("10000.50"), 10000.5),
        (Money.of("99999999999999999.99"), "99999999999999999.99 EUR"),
        (10**16, str(10**16)),
        (Fraction(7, 2), 3.5),
        (True, True),
        (None, None),
        (date(1899, 1, 1), "1899-01-01"),
        (moment("2017-09-06 23:59"), datetime(2017, 9, 6, 23, 59)),  # noqa: DTZ001
        (moment("2017-10-29 03:30"), "2017-10-29 03:30:00+03:00"),
    ],
)
def test_a_value_is_written_so_that_nothing_of_it_is_lost(value: Value, shown: object) -> None:
    assert written(value).value == shown


def test_a_control_character_is_seen_to_be_gone() -> None:
    assert written("a\x0bb").value == "a\ufffdb"


def test_a_text_that_looks_like_an_escape_stays_as_it_is() -> None:
    assert "x005F" in written("_x000D_").value


def test_a_text_too_long_for_a_cell_is_told() -> None:
    with pytest.raises(InvalidValue):
        written("x" * (MOST_CHARACTERS + 1))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Money.of(10_000), "10000.00 EUR"),
        (1.234, "1.2340"),
        (Fraction(1, 4), "0.25"),
        (None, ""),
        (-5, "-5"),
        ("-5", "'-5"),
        (date(2017, 9, 6), "2017-09-06"),
    ],
)
def test_a_value_is_written_to_csv_so_that_it_reads_back(value: Value, text: str) -> None:
    rows = list(csv.reader(StringIO(csv_bytes([[value, "x"]]).decode("utf-8-sig")), delimiter=";"))

    assert rows == [[text, "x"]]


@pytest.mark.parametrize(
    ("value", "text"), [(3.5, "3,5"), (1.125, "1,1250"), (1.234e22, "1,2340e+22"), (-2.0, "-2,0")]
)
def test_numbers_are_written_to_csv_with_the_decimal_mark_asked_for(
    value: float, text: str
) -> None:
    assert csv_bytes([[value, "a.b"]], decimal=",") == f"\ufeff{text};a.b\r\n".encode()


def test_a_control_character_is_seen_to_be_gone_from_csv() -> None:
    assert csv_bytes([["a\x00b"]]) == "\ufeffa\ufffdb\r\n".encode()


def test_a_text_too_long_for_a_cell_is_told_in_csv_too() -> None:
    with pytest.raises(InvalidValue):
        csv_bytes([["x" * (MOST_CHARACTERS + 1)]])


def test_a_long_heading_gets_as_many_lines_as_it_needs() -> None:
    sheet = Sheet(title="Taulu", headings=("lyhyt", "sana " * 40), rows=())

    page = openpyxl.load_workbook(BytesIO(workbook_bytes([sheet])))["Taulu"]

    assert page.row_dimensions[1].height >= 30


def test_a_sheet_prints_as_wide_as_the_paper() -> None:
    sheet = Sheet(title="Taulu", headings=("a",), rows=())

    page = openpyxl.load_workbook(BytesIO(workbook_bytes([sheet])))["Taulu"]

    assert (page.page_setup.orientation, page.sheet_properties.pageSetUpPr.fitToPage) == (
        "landscape",
        True,
    )
