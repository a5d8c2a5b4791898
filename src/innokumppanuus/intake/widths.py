"""Tells the rows of a csv file that have not as many cells as the headings. It reads none."""

from collections.abc import Iterable

from innokumppanuus.errors import Problem
from innokumppanuus.intake.cells import Row, Table
from innokumppanuus.intake.headings import Columns


def is_uneven(rows: Iterable[Row]) -> bool:
    """Return whether some rows have more cells than others, blank ones counted."""
    return len({row.width for row in rows}) > 1


def width_problem(table: Table, row: Row, columns: Columns, uneven: bool) -> Problem | None:
    """
    Return an error when no cell of a csv row can be trusted, and a warning when it is short.

    A decimal comma or a comma in a name makes a row too long when commas part the cells. A
    separator that ends every row alike does no harm, and in a workbook cells cannot move.
    """
    if table.sheet:
        return None
    limit = columns.width
    values = {"got": row.width, "limit": limit}
    place = table.place(row=row.number)
    if max(row.cells) > limit or (row.width > limit and uneven):
        return Problem(key="row-long", values=values, place=place)
    if row.width < limit:
        return Problem(key="row-short", values=values, place=place, severity="warning")
    return None
