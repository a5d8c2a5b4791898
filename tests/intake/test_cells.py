"""Cells know where they stand and say themselves as a person would type them."""

from datetime import datetime

import pytest

from innokumppanuus.intake.cells import Cell, Row, Table, short


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Kuvitteellinen Oy ", "Kuvitteellinen Oy"),
        (1234567.0, "1234567"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (datetime(2017, 9, 6, 23, 59), "2017-09-06 23:59:00"),  # noqa: DTZ001
        (float("inf"), "inf"),
    ],
)
def test_a_cell_says_itself_as_a_person_would_type_it(value: object, text: str) -> None:
    cell = Cell(row=1, column=1, value=value)  # type: ignore[arg-type]

    assert cell.text == text


def test_an_address_is_the_one_of_a_spreadsheet() -> None:
    assert Cell(row=7, column=28, value="x").address == "AB7"


def test_a_place_names_file_sheet_and_cell() -> None:
    table = Table(file="hakemukset.xlsx", sheet="Hakemukset")

    assert str(table.place(Cell(row=3, column=5, value="x"))) == "hakemukset.xlsx:Hakemukset!E3"


def test_the_cells_of_a_row_come_in_the_order_of_its_columns() -> None:
    cells = {one: Cell(row=1, column=one, value="x") for one in (10, 2)}

    assert [cell.column for cell in Row(number=1, cells=cells)] == [2, 10]


def test_a_long_text_is_cut_in_messages() -> None:
    assert len(str(short({"got": "x" * 5000})["got"])) == 80
