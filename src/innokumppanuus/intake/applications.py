"""Reads a table of applications. Every row is accounted for, and nothing is guessed."""

from collections.abc import Iterator
from pathlib import Path

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import ID_FIELD, Call, Field
from innokumppanuus.domain.labels import same
from innokumppanuus.errors import IntakeProblems, InvalidValue, Place, Problem
from innokumppanuus.intake import words
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.gathering import Gathering
from innokumppanuus.intake.headings import Columns, Wanted, count_known, find_columns
from innokumppanuus.intake.mapping import ColumnMapping, read_mapping
from innokumppanuus.intake.marker import check_marker, is_for_people
from innokumppanuus.intake.table import read_tables
from innokumppanuus.intake.unread import unread_cells
from innokumppanuus.intake.values import read_answer
from innokumppanuus.intake.widths import is_uneven, width_problem


@attrs.frozen(kw_only=True)
class Applications:
    """
    What came out of a table: `rows` is the applications, the blank rows and those set aside.

    Attributes:
        applications: Sorted by id; an answer that could not be read is missing.
        rows: How many rows there are from the headings down to the last one with anything in it.
        blank: How many of them have nothing in them.
        set_aside: How many cannot be an application by themselves: no id, or one used before.
        problems: Everything to mend, in the order of the file.
    """

    applications: tuple[Application, ...]
    rows: int
    blank: int = 0
    set_aside: int = 0
    problems: tuple[Problem, ...] = ()


def read_applications(path: Path, call: Call, mapping: Path | None = None) -> Applications:
    """
    Return the applications in a workbook or csv file.

    Args:
        path: The file; its content tells which kind it is.
        call: Whose form it answers.
        mapping: A file that says which column answers which field, for a foreign table.

    Raises:
        HostileFile: When the file is refused before it is read.
        IntakeProblems: When no table of applications can be found in it.
    """
    columns = read_mapping(mapping, call) if mapping else ColumnMapping()
    form = form_of(call)
    wanted = tuple(_wanted(form, columns))
    tables, warnings = read_tables(path, lambda table: count_known(table, wanted))
    table, others = _choose(tables, wanted, columns, path.name)
    found = find_columns(table, wanted)
    assert found is not None  # _choose takes a table with headings only
    reader = _Reader(call, form, table, found, columns)
    read = reader.read()
    problems = [
        *warnings,
        *others,
        *_of_headings(table, found, bool(mapping)),
        *check_marker(tables, call.id),
        *reader.problems,
    ]
    return attrs.evolve(read, problems=tuple(sorted(problems, key=Problem.sort_key)))


def form_of(call: Call) -> tuple[Field, ...]:
    """Return the fields of the form; the application's number comes first when it has none."""
    if call.field(ID_FIELD) is not None:
        return call.form
    return (Field(id=ID_FIELD, name=words.APPLICATION), *call.form)


def _wanted(form: tuple[Field, ...], columns: ColumnMapping) -> Iterator[Wanted]:
    for field in form:
        heading = columns.columns.get(field.id)
        if heading is not None:
            asked = columns.places[field.id]
            yield Wanted(id=field.id, name=same(heading), is_needed=True, asked_at=asked)
        elif field.id not in columns.constants:
            yield Wanted.of(field, field.required or field.id == ID_FIELD)


def _choose(
    tables: tuple[Table, ...], wanted: tuple[Wanted, ...], columns: ColumnMapping, file: str
) -> tuple[Table, list[Problem]]:
    """Return the table that has most of the headings, and a warning for each one left unread."""
    offered = [one for one in tables if not columns.sheet or one.sheet == columns.sheet]
    if not offered:
        values = {"got": columns.sheet, "known": ", ".join(one.sheet for one in tables)}
        problem = Problem(key="sheet-absent", values=values, place=Place(file=file))
        raise IntakeProblems([problem])
    best = max(offered, key=lambda one: (not one.is_hidden, count_known(one, wanted)))
    if not count_known(best, wanted):
        headings = ", ".join(f"'{one.name if one.asked_at else one.id}'" for one in wanted)
        problem = Problem(key="headings-absent", values={"headings": headings}, place=best.place())
        raise IntakeProblems([problem])
    return best, [
        _unread(one, is_like=count_known(one, wanted) == count_known(best, wanted))
        for one in tables
        if one is not best and is_for_people(one) and not columns.sheet
    ]


def _unread(table: Table, is_like: bool) -> Problem:
    """Another sheet of applications must be dealt with; somebody's notes need not."""
    severity = "error" if is_like else "warning"
    return Problem(key="sheet-unread", place=table.place(), severity=severity)


def _of_headings(table: Table, found: Columns, is_mapped: bool) -> list[Problem]:
    """One warning for all columns that a mapping leaves out; else one for each."""
    if not is_mapped:
        return list(found.problems)
    left = [one for one in found.problems if one.severity == "warning"]
    problems = [one for one in found.problems if one.severity != "warning"]
    if left:
        columns = ", ".join(f"'{one.values['got']}'" for one in left)
        values = {"count": len(left), "columns": columns}
        place = table.place(row=found.last_row)
        problems.append(Problem(key="columns-left", values=values, place=place, severity="warning"))
    return problems


class _Reader(Gathering):
    """Walks the rows below the headings."""

    def __init__(
        self,
        call: Call,
        form: tuple[Field, ...],
        table: Table,
        columns: Columns,
        mapping: ColumnMapping,
    ) -> None:
        super().__init__()
        self._call = call
        self._form = form
        self._table = table
        self._columns = columns
        self._mapping = mapping
        self._first: dict[str, str] = {}

    def read(self) -> Applications:
        rows = [row for row in self._table.rows if row.number > self._columns.last_row]
        uneven = is_uneven(rows)
        read = [one for row in rows if (one := self._row(row, uneven)) is not None]
        total = rows[-1].number - self._columns.last_row if rows else 0
        self._blank_rows(rows)
        self.problems += unread_cells(self._table, self._columns)
        return Applications(
            applications=tuple(sorted(read, key=lambda one: one.id)),
            rows=total,
            blank=total - len(rows),
            set_aside=len(rows) - len(read),
        )

    def _row(self, row: Row, uneven: bool) -> Application | None:
        doubt = width_problem(self._table, row, self._columns, uneven)
        if doubt:
            self.problems.append(doubt)
            if doubt.severity == "error":
                return None
        answers = self._answers(row)
        cell = self._cell(row, ID_FIELD)
        if ID_FIELD not in answers:
            if cell is None:
                self.add("row-without-id", self._table.place(row=row.number))
            return None
        id = str(answers[ID_FIELD])
        if id in self._first:
            values = {"got": id, "first": self._first[id]}
            self.add("application-twice", self._table.place(cell), values=values)
            return None
        self._first[id] = cell.address if cell else f"A{row.number}"
        return Application(id=id, answers=answers)

    def _answers(self, row: Row) -> dict[str, Answer]:
        answers = {}
        for field in self._form:
            if field.id in self._mapping.constants:
                answers[field.id] = self._mapping.constants[field.id]
            cell = self._cell(row, field.id)
            if cell is None:
                continue
            try:
                answers[field.id] = read_answer(cell, field, self._call.zone, self._mapping.decimal)
            except InvalidValue as error:
                path = self._columns.words[cell.column]
                self.add(error.key, self._table.place(cell), path=path, values=error.values)
        return answers

    def _cell(self, row: Row, field: str) -> Cell | None:
        heading = self._columns.heading.get(field)
        return row.cells.get(heading.column) if heading else None

    def _blank_rows(self, rows: list[Row]) -> None:
        above = self._columns.last_row
        for row in rows:
            first, last, above = above + 1, row.number - 1, row.number
            if first <= last:
                place = self._table.place(row=first)
                key = "row-blank" if first == last else "rows-blank"
                values = {"first": first, "last": last}
                self.add(key, place, values=values, severity="warning")
