"""A plain table whose cells know where they stand. It knows neither files nor form fields."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

import attrs
from openpyxl.utils import get_column_letter

from innokumppanuus.errors import Place

Raw: TypeAlias = str | int | float | bool | datetime | date | time | timedelta
"""What a cell can hold; a csv cell is always text."""


@attrs.frozen(kw_only=True)
class Cell:
    """
    One cell with something in it.

    Attributes:
        row: From 1.
        column: From 1.
        value: As the file has it.
        fault: Key of the problem that keeps it from being read; empty when there is none.
        has_clock: Whether a day in it is shown with a time of day.
        epoch: Day 0 of a serial number in the workbook; None where numbers are never days.
        is_formula: Whether the value is what a formula gave when the file was saved.
    """

    row: int
    column: int
    value: Raw
    fault: str = ""
    has_clock: bool = True
    epoch: datetime | None = None
    is_formula: bool = False

    @property
    def address(self) -> str:
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """The value as a person would type it, without spaces around it."""
        if isinstance(self.value, str):
            return self.value.strip()
        if isinstance(self.value, bool):
            return str(self.value).upper()
        if isinstance(self.value, float):
            short = f"{self.value:.15g}"
            return str(int(self.value)) if self.value.is_integer() and "e" not in short else short
        if isinstance(self.value, datetime):
            return self.value.isoformat(" ")
        return str(self.value)


@attrs.frozen(kw_only=True)
class Row:
    """One row with something in it; blank cells are not there."""

    number: int
    cells: Mapping[int, Cell]
    width: int = 0

    def __iter__(self) -> Iterator[Cell]:
        return (self.cells[column] for column in sorted(self.cells))


@attrs.frozen(kw_only=True)
class Area:
    """Cells that a sheet shows as one, by the columns and rows at its edges."""

    left: int
    top: int
    right: int
    bottom: int

    def __str__(self) -> str:
        left, right = get_column_letter(self.left), get_column_letter(self.right)
        return f"{left}{self.top}:{right}{self.bottom}"


@attrs.frozen(kw_only=True)
class Table:
    """
    One sheet or csv file.

    Attributes:
        file: Name of the file, without its folder.
        sheet: Name of the sheet; empty for csv.
        rows: Rows with something in them, in the order of the file.
        is_hidden: Whether the sheet is hidden from its readers.
        merged: Merged cells; only the first of each area can hold a value.
    """

    file: str
    sheet: str = ""
    rows: tuple[Row, ...] = ()
    is_hidden: bool = False
    merged: tuple[Area, ...] = ()

    def place(self, cell: Cell | None = None, row: int = 0) -> Place:
        """Return where *cell* is, or the first cell of *row*, or the sheet."""
        address = cell.address if cell else f"A{row}" if row else ""
        return Place(file=self.file, sheet=self.sheet, cell=address)


def short(values: Mapping[str, object], most: int = 80) -> Mapping[str, object]:
    """Return the values of a message with what was found in a cell cut to a readable length."""
    got = values.get("got")
    if not isinstance(got, str) or len(got) <= most:
        return values
    return {**values, "got": f"{got[: most - 1]}…"}
