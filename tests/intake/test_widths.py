"""A csv row whose cells may have moved is not trusted; a workbook's cells stay where they are."""

import pytest

from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.headings import Columns
from innokumppanuus.intake.widths import is_uneven, width_problem

HEADINGS = Columns(heading={}, last_row=1, words={}, width=3)


def a_row(width: int, filled: int = 1) -> Row:
    cells = {filled: Cell(row=2, column=filled, value="x")}
    return Row(number=2, cells=cells, width=width)


@pytest.mark.parametrize(
    ("row", "uneven", "severity"),
    [
        (a_row(4), True, "error"),
        (a_row(4), False, None),
        (a_row(4, filled=4), False, "error"),
        (a_row(3), True, None),
        (a_row(2), True, "warning"),
    ],
)
def test_a_row_is_trusted_when_its_cells_are_as_many_as_the_headings(
    row: Row, uneven: bool, severity: str | None
) -> None:
    told = width_problem(Table(file="a.csv"), row, HEADINGS, uneven)

    assert (told.severity if told else None) == severity


def test_the_cells_of_a_workbook_do_not_move() -> None:
    sheet = Table(file="a.xlsx", sheet="Pisteet")

    assert width_problem(sheet, a_row(4, filled=4), HEADINGS, uneven=True) is None


def test_rows_are_uneven_when_one_has_more_cells() -> None:
    assert is_uneven([a_row(3), a_row(4)]) and not is_uneven([a_row(3), a_row(3)])
