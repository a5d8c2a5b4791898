"""Reads a plain list, one entry in a row, by its fields. What the entries mean is for others."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.call import Field
from innokumppanuus.errors import IntakeProblems, InvalidValue, Place, Problem
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.gathering import Gathering
from innokumppanuus.intake.headings import Columns, Wanted, count_known, find_columns
from innokumppanuus.intake.table import read_tables
from innokumppanuus.intake.unread import unread_cells
from innokumppanuus.intake.values import read_answer
from innokumppanuus.intake.widths import is_uneven, width_problem


@attrs.frozen(kw_only=True)
class Entry:
    """
    One row of a list (luettelon rivi).

    Attributes:
        values: What its cells hold, by field; a blank cell, or one that could not be read, is not
            there.
        place: The row.
        places: The cells, by field.
    """

    values: Mapping[str, Answer]
    place: Place
    places: Mapping[str, Place] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Entries:
    """
    What came out of a list.

    Attributes:
        entries: In the order of the file.
        problems: Everything to mend, in the order of the file.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(one.severity == "error" for one in self.problems)


def read_entries(path: Path, fields: Sequence[Field], zone: str) -> Entries:
    """
    Return the rows of a workbook or csv file, of every sheet that has the needed headings.

    Args:
        path: The file; its content tells which kind it is.
        fields: What a row may hold; a required one must be in every row.
        zone: Time zone of moments that name none.

    Raises:
        HostileFile: When the file is refused before it is read.
        IntakeProblems: When no sheet has any of the headings.
    """
    wanted = tuple(Wanted.of(one) for one in fields)
    tables, warnings = read_tables(path, lambda table: count_known(table, wanted))
    reader = _Reader(tuple(fields), zone)
    reader.problems += warnings
    entries: list[Entry] = []
    found = [(table, find_columns(table, wanted)) for table in tables]
    if not any(columns for _, columns in found):
        headings = ", ".join(f"'{one.id}'" for one in wanted)
        place = tables[0].place() if tables else Place(file=path.name)
        problem = Problem(key="headings-absent", values={"headings": headings}, place=place)
        raise IntakeProblems([problem])
    for table, columns in found:
        if columns is None:
            problem = Problem(key="sheet-unread", place=table.place(), severity="warning")
            reader.problems.append(problem)
        else:
            entries += reader.read(table, columns)
    problems = tuple(sorted(reader.problems, key=Problem.sort_key))
    return Entries(entries=tuple(entries), problems=problems)


class _Reader(Gathering):
    """Walks the rows below the headings."""

    def __init__(self, fields: tuple[Field, ...], zone: str) -> None:
        super().__init__()
        self._fields = fields
        self._zone = zone

    def read(self, table: Table, columns: Columns) -> list[Entry]:
        self.problems += (*columns.problems, *unread_cells(table, columns))
        rows = [row for row in table.rows if row.number > columns.last_row]
        uneven = is_uneven(rows)
        entries = []
        for row in rows:
            doubt = width_problem(table, row, columns, uneven)
            if doubt is not None:
                self.problems.append(doubt)
            if doubt is None or doubt.severity == "warning":
                entries.append(self._entry(table, columns, row))
        return entries

    def _entry(self, table: Table, columns: Columns, row: Row) -> Entry:
        values: dict[str, Answer] = {}
        places: dict[str, Place] = {}
        for field in self._fields:
            heading = columns.heading.get(field.id)
            cell: Cell | None = row.cells.get(heading.column) if heading else None
            if cell is None:
                if field.required and heading is not None:
                    place = table.place(Cell(row=row.number, column=heading.column, value=""))
                    named = {"column": field.name}
                    self.add("panel-cell-empty", place, path=heading.text, values=named)
                continue
            places[field.id] = table.place(cell)
            try:
                values[field.id] = read_answer(cell, field, self._zone)
            except InvalidValue as error:
                path = columns.words[cell.column]
                self.add(error.key, table.place(cell), path=path, values=error.values)
        return Entry(values=values, place=table.place(row=row.number), places=places)
