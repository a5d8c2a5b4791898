"""What stands below the headings of a table and is not read, so that somebody is told of it."""

from collections.abc import Iterator

from innokumppanuus.errors import Problem
from innokumppanuus.intake.cells import Cell, Table
from innokumppanuus.intake.headings import Columns


def unread_cells(table: Table, columns: Columns) -> Iterator[Problem]:
    """Yield one problem for each column without a heading and each area of merged cells."""
    yield from _unnamed(table, columns)
    yield from _merged(table, columns)


def _unnamed(table: Table, columns: Columns) -> Iterator[Problem]:
    told_of: set[int] = set()
    for row in table.rows:
        for cell in row if row.number > columns.last_row else ():
            # In csv a cell beyond the headings sets its whole row aside, and is told of so.
            is_beyond = not table.sheet and cell.column > columns.width
            if not is_beyond and cell.column not in columns.words and cell.column not in told_of:
                told_of.add(cell.column)
                place = table.place(cell)
                yield Problem(key="column-unnamed", place=place, severity="warning")


def _merged(table: Table, columns: Columns) -> Iterator[Problem]:
    """Below the headings a merged value seems to hold for cells that have none of their own."""
    for area in table.merged:
        is_read = any(area.left <= column <= area.right for column in columns.words)
        if area.bottom > columns.last_row and is_read:
            first = Cell(row=area.top, column=area.left, value="")
            values = {"area": str(area)}
            yield Problem(key="cells-merged", values=values, place=table.place(first))
