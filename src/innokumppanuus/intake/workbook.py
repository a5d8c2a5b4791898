"""Reads the sheets of a workbook into tables, as values. It does not know what they mean."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import zip_longest
from typing import Any

import openpyxl
from openpyxl.styles.numbers import is_datetime

from innokumppanuus.errors import HostileFile, IntakeProblems, Place, Problem
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.merges import merged_areas
from innokumppanuus.intake.safety import MOST_CHARACTERS, Content

MOST_CELLS = 5_000_000
MOST_ROWS = 1_048_576
"""The last row that a spreadsheet program has."""

MOST_COLUMNS = 1_000
_BREAK = "_x000D_\n"


def read(content: Content) -> tuple[Table, ...]:
    """
    Return every sheet as a table, in the order of the workbook.

    Formulas give the value that was saved with them. What cannot be used has its `fault` set.

    Raises:
        IntakeProblems: When it cannot be read as a workbook.
        HostileFile: When a sheet or a cell is larger than anybody could have meant.
    """
    try:
        with warnings.catch_warnings():
            # It warns of drawings and colours that it leaves out; we read values only.
            warnings.simplefilter("ignore")
            tables = _read(content)
    except HostileFile:
        raise
    except Exception as error:  # the reader raises whatever a damaged part makes it stumble on
        place = Place(file=content.name)
        raise IntakeProblems([Problem(key="workbook-damaged", place=place)]) from error
    if not tables:  # a workbook of charts, or of a dialect that the reader does not know
        raise IntakeProblems([Problem(key="workbook-damaged", place=Place(file=content.name))])
    return tables


def _read(content: Content) -> tuple[Table, ...]:
    values = openpyxl.load_workbook(BytesIO(content.raw), read_only=True, data_only=True)
    formulas = openpyxl.load_workbook(BytesIO(content.raw), read_only=True, data_only=False)
    merged = merged_areas(content.raw)
    tables = []
    for sheet, with_formulas in zip(values.worksheets, formulas.worksheets, strict=True):
        rows = tuple(_rows(sheet, with_formulas, values.epoch, content.name))
        hidden = sheet.sheet_state != "visible"
        tables.append(
            Table(
                file=content.name,
                sheet=sheet.title,
                rows=rows,
                is_hidden=hidden,
                merged=merged.get(sheet.title, ()),
            )
        )
    return tuple(tables)


def _rows(sheet: Any, with_formulas: Any, epoch: datetime, file: str) -> Iterator[Row]:
    for one in (sheet, with_formulas):
        one.reset_dimensions()
    seen = 0
    both = zip_longest(sheet.iter_rows(), with_formulas.iter_rows(), fillvalue=())
    for number, (values, formulas) in enumerate(both, start=1):
        if number > MOST_ROWS:  # a far row brings all the empty ones before it
            raise HostileFile("table-too-long", file=file, sheet=sheet.title, limit=MOST_ROWS)
        seen += len(values)
        if seen > MOST_CELLS:
            raise HostileFile("table-too-large", file=file, sheet=sheet.title, limit=MOST_CELLS)
        cells = {}
        for column, (value, formula) in enumerate(zip(values, formulas, strict=True), start=1):
            cell = _cell(value, formula, number, column, epoch)
            if cell is not None:
                cells[column] = _checked(cell, file, sheet.title)
        if cells:
            yield Row(number=number, cells=cells, width=max(cells))


def _cell(value: Any, formula: Any, row: int, column: int, epoch: datetime) -> Cell | None:
    is_formula = formula.data_type == "f"
    if is_formula and value.value is None:
        text = str(getattr(formula.value, "text", formula.value))
        return Cell(row=row, column=column, value=text, fault="cell-formula")
    raw = value.value
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if value.data_type == "e":
        return Cell(row=row, column=column, value=str(raw), fault="cell-error")
    if not isinstance(raw, str | int | float | datetime | date | time | timedelta):
        return Cell(row=row, column=column, value=str(raw), fault="cell-kind")
    if isinstance(raw, str):
        raw = raw.replace(_BREAK, "\n").replace("\r\n", "\n").replace("\r", "\n")
    has_clock = isinstance(raw, datetime) and is_datetime(value.number_format) != "date"
    return Cell(
        row=row,
        column=column,
        value=raw,
        has_clock=has_clock,
        epoch=epoch,
        is_formula=is_formula,
    )


def _checked(cell: Cell, file: str, sheet: str) -> Cell:
    size = len(cell.value) if isinstance(cell.value, str) else 0
    if size > MOST_CHARACTERS:
        place = f"{sheet}!{cell.address}"
        raise HostileFile("cell-too-long", file=file, cell=place, size=size, limit=MOST_CHARACTERS)
    if cell.column > MOST_COLUMNS:
        raise HostileFile("table-too-wide", file=file, sheet=sheet, limit=MOST_COLUMNS)
    return cell
