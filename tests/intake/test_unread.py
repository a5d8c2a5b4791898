"""What is not read below the headings is told of, once."""

from innokumppanuus.domain.labels import Label
from innokumppanuus.intake.cells import Area, Cell, Row, Table
from innokumppanuus.intake.headings import Wanted, find_columns
from innokumppanuus.intake.unread import unread_cells

WANTED = (Wanted(id="id", name=Label(en="Number")),)


def keys(rows: list[list[str]], *merged: Area, sheet: str = "A") -> list[tuple[str, str]]:
    made = tuple(
        Row(
            number=number,
            cells={
                column: Cell(row=number, column=column, value=text)
                for column, text in enumerate(row, start=1)
                if text
            },
            width=len(row),
        )
        for number, row in enumerate(rows, start=1)
    )
    table = Table(file="a", sheet=sheet, rows=made, merged=merged)
    columns = find_columns(table, WANTED)
    assert columns is not None
    return [(one.key, one.place.cell) for one in unread_cells(table, columns)]


def test_a_column_without_a_heading_is_told_at_its_first_cell() -> None:
    assert keys([["id", ""], ["H1", ""], ["H2", "x"], ["H3", "y"]]) == [("column-unnamed", "B3")]


def test_a_csv_column_without_a_heading_is_told() -> None:
    assert keys([["id", ""], ["H1", "x"]], sheet="") == [("column-unnamed", "B2")]


def test_a_csv_cell_beyond_the_headings_is_told_of_with_its_row() -> None:
    assert keys([["id"], ["H1", "x"]], sheet="") == []


def test_a_title_above_the_headings_is_no_answer() -> None:
    assert keys([["", "Title"], ["id", ""], ["H1", ""]]) == []


def test_merged_titles_do_no_harm() -> None:
    assert keys([["Title"], ["id"]], Area(left=1, top=1, right=5, bottom=1)) == []


def test_merged_answers_are_told() -> None:
    area = Area(left=1, top=2, right=1, bottom=3)

    assert keys([["id"], ["H1"]], area) == [("cells-merged", "A2")]


def test_merged_cells_beside_the_columns_do_no_harm() -> None:
    assert keys([["id"], ["H1"]], Area(left=7, top=2, right=7, bottom=3)) == []
