"""Decision tables ↔ a workbook that officials edit, one sheet for each table."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from innokumppanuus.domain.tables import DecisionTable, TableRow
from innokumppanuus.errors import Place, Problem
from innokumppanuus.intake import words
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.gathering import Gathering
from innokumppanuus.intake.marker import FormKind, add_marker, check_marker, is_for_people
from innokumppanuus.intake.table import read_tables
from innokumppanuus.intake.validation import Lists
from innokumppanuus.intake.writing import finish, head, new_workbook, put
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.tables.cells import ANY
from innokumppanuus.ruleset.tables.compiling import CompiledTable

THEN, NOTE = "then", "note"
_IDS_ROW, _FIRST_ROW = 2, 3
_ROOM = 50
_MOST_TITLE, _WIDTH = 31, 28
_UNSAFE = re.compile(r"[\[\]:*?/\\']")
_HEADING_FILL = PatternFill("solid", fgColor="DDE6EE")
_MARK = re.compile(r"([A-Za-z][A-Za-z0-9_]*)\.(when\.[0-9]{1,4}|then|note)")
_PATH = re.compile(r"tables\[(\d+)\]\.rows(?:\[(\d+)\](?:\.(when|then|note)(?:\[(\d+)\])?)?)?")


@attrs.frozen(kw_only=True)
class TableRows:
    """
    The rows of decision tables as a workbook has them.

    Attributes:
        rows: By the id of the table, for every table that the workbook has.
        problems: What is wrong with the workbook.
        places: Where each part of a row stands, by table, row from 0 and part: `then`, `note`,
            `when` or `when.<n>` from 0.
    """

    rows: Mapping[str, tuple[TableRow, ...]]
    problems: tuple[Problem, ...]
    places: Mapping[tuple[str, int, str], Place]

    def placed(self, problem: Problem, tables: tuple[str, ...]) -> Problem:
        """Return a problem of the rule set at the cell that it comes from, where one does."""
        match = _PATH.fullmatch(problem.path)
        table = tables[int(match[1])] if match and int(match[1]) < len(tables) else ""
        if match is None or table not in self.rows:
            return problem
        part = ".".join(one for one in (match[3] or "when", match[4]) if one)
        place = self.places.get((table, int(match[2] or 0), part))
        return attrs.evolve(problem, place=place, path="") if place is not None else problem


def tables_bytes(ruleset: RuleSet, language: str) -> bytes:
    """Return a workbook of the decision tables: the same tables give the same bytes."""
    book = new_workbook()
    lists = Lists(book)
    taken: set[str] = set()
    for compiled in ruleset.tables:
        title = _title(compiled.table.name.say(language), taken)
        taken.add(title.casefold())
        _write(book.create_sheet(title), compiled, ruleset, lists, language)
    add_marker(book, ruleset.call.id, FormKind.TABLES)
    return finish(book)


def read_table_rows(path: Path, ruleset: RuleSet) -> TableRows:
    """
    Return the rows of the decision tables in a workbook that `tables_bytes` began.

    What the cells say is checked with the rule set; here only that nothing is lost.

    Raises:
        HostileFile: When the file is refused.
        IntakeProblems: When it cannot be read at all.
    """
    tables, warnings = read_tables(path, lambda table: 0)
    found = Gathering()
    found.problems += [*warnings, *check_marker(tables, ruleset.call.id)]
    known = {one.table.id: one.table for one in ruleset.tables}
    rows: dict[str, tuple[TableRow, ...]] = {}
    places: dict[tuple[str, int, str], Place] = {}
    for sheet in tables:
        if not is_for_people(sheet):
            continue
        marks = _marks(sheet)
        if not marks:
            found.add("tables-passed", sheet.place(), severity="warning")
            continue
        named = next(iter(marks.values()))[0]
        if named not in known:
            found.add("tables-unknown", sheet.place(), values={"got": named})
        elif named in rows:
            found.add("tables-twice", sheet.place(), values={"got": named})
        else:
            rows[named] = _read(sheet, known[named], marks, found, places)
    if not rows and not found.problems:
        found.add("tables-absent", Place(file=path.name))
    return TableRows(rows=rows, problems=tuple(found.problems), places=places)


def _title(name: str, taken: set[str]) -> str:
    """Return a name that a sheet can have and no earlier one has."""
    plain = _UNSAFE.sub(" ", name).strip().lstrip("_")[:_MOST_TITLE].strip() or "1"
    title, number = plain, 2
    while title.casefold() in taken:
        tail = f" {number}"
        title, number = plain[: _MOST_TITLE - len(tail)] + tail, number + 1
    return title


def _write(
    page: Any, compiled: CompiledTable, ruleset: RuleSet, lists: Lists, language: str
) -> None:
    table = compiled.table
    last = _FIRST_ROW + len(table.rows) + _ROOM
    headings = [_heading(table, place, ruleset, language) for place in range(len(table.inputs))]
    output = table.output.name or table.name
    headings += [output.say(language), words.NOTE.say(language)]
    for column, heading in enumerate(headings, start=1):
        head(page.cell(1, column), heading)
        page.cell(1, column).fill = _HEADING_FILL
        put(page.cell(_IDS_ROW, column), f"{table.id}.{_parts(table)[column - 1]}")
        page.column_dimensions[get_column_letter(column)].width = _WIDTH
    for number, row in enumerate(table.rows, start=_FIRST_ROW):
        for column, value in enumerate((*row.when, row.then, row.note), start=1):
            put(page.cell(number, column), value)
    for number in range(_FIRST_ROW, last + 1):
        for column in range(1, len(headings) + 1):
            page.cell(number, column).number_format = "@"
            page.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    for place, one in enumerate(compiled.columns):
        _offer(page, place + 1, (ANY, *one.options) if one.options else (), last, lists)
    _offer(page, len(table.inputs) + 1, table.output.outcomes, last, lists)
    page.row_dimensions[_IDS_ROW].hidden = True
    page.freeze_panes = f"A{_FIRST_ROW}"


def _heading(table: DecisionTable, place: int, ruleset: RuleSet, language: str) -> str:
    one = table.inputs[place]
    field = ruleset.call.field(one.value.strip())
    name = one.name or (field.name if field is not None else None)
    return name.say(language) if name is not None else one.value


def _offer(page: Any, column: int, offered: tuple[str, ...], last: int, lists: Lists) -> None:
    """Offer words in a list; others may be typed too, such as several words or not(…)."""
    if not offered:
        return
    letter = get_column_letter(column)
    check = DataValidation(
        type="list", formula1=lists.offer(offered), allow_blank=True, showErrorMessage=False
    )
    check.add(f"{letter}{_FIRST_ROW}:{letter}{last}")
    page.add_data_validation(check)


def _parts(table: DecisionTable) -> list[str]:
    return [*(f"when.{place}" for place in range(len(table.inputs))), THEN, NOTE]


def _marks(sheet: Table) -> Mapping[int, tuple[str, str]]:
    """Return the table and part of each column, as the hidden row tells."""
    ids = next((row for row in sheet.rows if row.number == _IDS_ROW), None)
    found = {}
    for column, cell in ids.cells.items() if ids is not None else ():
        match = _MARK.fullmatch(cell.text)
        if match is not None:
            found[column] = (match[1], match[2])
    return found


def _read(
    sheet: Table,
    table: DecisionTable,
    marks: Mapping[int, tuple[str, str]],
    found: Gathering,
    places: dict[tuple[str, int, str], Place],
) -> tuple[TableRow, ...]:
    wanted = _parts(table)
    columns: dict[str, int] = {}
    for part in wanted:
        at = [column for column, mark in sorted(marks.items()) if mark == (table.id, part)]
        if len(at) != 1:
            found.add("tables-column", sheet.place(row=_IDS_ROW), values={"got": part})
        else:
            columns[part] = at[0]
    known = {part: column for part, column in columns.items() if part in wanted}
    rows: list[TableRow] = []
    for row in sheet.rows:
        if row.number < _FIRST_ROW:
            continue
        for cell in row:
            if cell.column not in known.values():
                found.add("tables-stray", sheet.place(cell))
        if not any(column in row.cells for column in known.values()):
            continue
        said = {part: _said(sheet, row, column, found) for part, column in known.items()}
        for part, column in known.items():
            place = sheet.place(
                row.cells.get(column) or Cell(row=row.number, column=column, value="")
            )
            places[table.id, len(rows), part] = place
        places[table.id, len(rows), "when"] = sheet.place(row=row.number)
        when = tuple(said.get(part, "") for part in wanted if part not in (THEN, NOTE))
        rows.append(TableRow(when=when, then=said.get(THEN, ""), note=said.get(NOTE, "")))
    return tuple(rows)


def _said(sheet: Table, row: Row, column: int, found: Gathering) -> str:
    """Return the words of a cell as a rule set has them."""
    cell = row.cells.get(column)
    if cell is None:
        return ""
    if cell.fault:
        found.add(cell.fault, sheet.place(cell), values={"got": cell.text})
    if isinstance(cell.value, bool):
        return cell.text.lower()
    if isinstance(cell.value, datetime) and not cell.has_clock:
        return cell.value.date().isoformat()
    return cell.text
