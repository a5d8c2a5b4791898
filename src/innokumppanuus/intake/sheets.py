"""Reads evaluators' score sheets: who declares what, and which scores they give."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias, TypeVar

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Declaration, Mark, ScoreSheet
from innokumppanuus.domain.call import Call
from innokumppanuus.errors import (
    HostileFile,
    IntakeProblems,
    InvalidValue,
    Place,
    Problem,
)
from innokumppanuus.intake import words
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.gathering import Gathering
from innokumppanuus.intake.headings import Columns, Wanted, find_columns
from innokumppanuus.intake.kinds import FileKind
from innokumppanuus.intake.marker import FormKind, check_marker, is_for_people, kind_of
from innokumppanuus.intake.names import nearest, plain, said
from innokumppanuus.intake.scoring import (
    APPLICATION,
    CONFLICT,
    GROUND,
    Item,
    conflict_columns,
    items_of,
    on_scale,
    score_columns,
    whole_columns,
)
from innokumppanuus.intake.table import read_tables
from innokumppanuus.intake.unread import unread_cells
from innokumppanuus.intake.values import read_text, read_yes_no
from innokumppanuus.intake.whole import (
    beside,
    check_call,
    count_any,
    is_of_applications,
    is_whole,
    only_table,
)
from innokumppanuus.intake.widths import is_uneven, width_problem

T = TypeVar("T")

Part: TypeAlias = tuple[Table, Columns]

_SUFFIXES = frozenset(f".{kind}" for kind in FileKind)
_PASSED_OVER = (".", "~$")
"""How the names of files begin that programs leave beside a file while it is open."""


@attrs.frozen(kw_only=True)
class Sheets:
    """
    What came out of the score sheets.

    Attributes:
        sheets: Sorted by evaluator, each evaluator once.
        problems: Everything to mend, file by file.
    """

    sheets: tuple[ScoreSheet, ...]
    problems: tuple[Problem, ...] = ()


def read_sheets(
    folder_or_paths: Path | Iterable[Path], call: Call, applications: Iterable[Application]
) -> Sheets:
    """
    Return the score sheets of a folder, or of the files given.

    Args:
        folder_or_paths: A folder of workbooks and csv files, one file, or several.
        call: Whose criteria are scored.
        applications: Those that may be scored.

    A file that is refused or cannot be read is a problem like any other; the rest is read.
    """
    paths, problems = _paths(folder_or_paths)
    known = tuple(sorted(one.id for one in applications))
    read: dict[str, tuple[ScoreSheet, str]] = {}
    for path in paths:
        reader = _Reader(path, call, known)
        sheet = reader.read()
        problems += reader.problems
        if sheet is None:
            continue
        if sheet.evaluator in read:
            values = {"evaluator": sheet.evaluator, "first": read[sheet.evaluator][1]}
            place = Place(file=path.name)
            problems.append(Problem(key="evaluator-twice", values=values, place=place))
        else:
            read[sheet.evaluator] = (sheet, path.name)
    problems += _lacking([read[evaluator] for evaluator in sorted(read)])
    return Sheets(
        sheets=tuple(read[evaluator][0] for evaluator in sorted(read)),
        problems=tuple(sorted(problems, key=Problem.sort_key)),
    )


def _lacking(read: list[tuple[ScoreSheet, str]]) -> Iterator[Problem]:
    """Yield a warning for each sheet without rows that others have: were they deleted?"""
    rows = [{one.application for one in sheet.declarations} for sheet, _ in read]
    everyone = set().union(*rows)
    for (_, file), mine in zip(read, rows, strict=True):
        lacking = sorted(everyone - mine)
        if lacking:
            values = {"applications": ", ".join(lacking)}
            place = Place(file=file)
            yield Problem(
                key="applications-lacking", values=values, place=place, severity="warning"
            )


def _paths(folder_or_paths: Path | Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    if not isinstance(folder_or_paths, Path):
        return sorted(folder_or_paths), []
    if not folder_or_paths.is_dir():
        return [folder_or_paths], []
    found = [one for one in sorted(folder_or_paths.iterdir()) if one.is_file()]
    files = [one for one in found if not one.name.startswith(_PASSED_OVER)]
    others = [one for one in files if one.suffix.lower() not in _SUFFIXES]
    problems = [
        Problem(key="file-unread", place=Place(file=one.name), severity="warning") for one in others
    ]
    return [one for one in files if one not in others], problems


class _Reader(Gathering):
    """Reads one file and gathers its problems."""

    def __init__(self, path: Path, call: Call, applications: tuple[str, ...]) -> None:
        super().__init__()
        self._path = path
        self._call = call
        self._items = tuple(items_of(call))
        self._applications = applications
        self._rows_read: dict[str, tuple[tuple[Row, str], ...]] = {}

    def read(self) -> ScoreSheet | None:
        try:
            tables, warnings = read_tables(
                self._path, lambda table: count_any(table, self._call, self._items)
            )
        except IntakeProblems as error:
            self.problems += error.problems
            return None
        except HostileFile as error:
            place = Place(file=self._path.name)
            self.problems.append(Problem(key=error.key, values=error.values, place=place))
            return None
        only = only_table(tables)
        if kind_of(tables) is FormKind.APPLICATIONS or (
            only and is_of_applications(only, self._call, self._items)
        ):
            place = Place(file=self._path.name)
            self.add("form-of-applications", place, severity="warning")
            return None
        self.problems += [*warnings, *check_marker(tables, self._call.id)]
        visible = tuple(one for one in tables if is_for_people(one))
        if only or any(is_whole(one, self._items) for one in visible):
            conflicts, scores = self._whole(visible)
        else:
            conflicts, scores = self._two_parts(visible)
        evaluator = self._evaluator(*conflicts) if conflicts else ""
        if conflicts is None or not evaluator:
            return None
        items = tuple(item.id for item in self._items)
        marks = self._marks(*scores) if scores else []
        scored = {mark.application for mark in marks if mark.score is not None}
        declarations = self._declarations(*conflicts, scored)
        return ScoreSheet(
            evaluator=evaluator,
            declarations=tuple(sorted(declarations, key=lambda one: one.application)),
            marks=tuple(sorted(marks, key=lambda one: (one.application, items.index(one.item)))),
        )

    def _two_parts(self, visible: tuple[Table, ...]) -> tuple[Part | None, Part | None]:
        """Return the sheets of conflicts and of scores, wherever they stand in the workbook."""
        items = tuple(item.id for item in self._items)
        conflicts = self._part(visible, conflict_columns(), (CONFLICT,))
        scores = self._part(visible, score_columns(self._items), items)
        for name, part, telling in (
            (words.CONFLICTS_SHEET, conflicts, True),
            (words.SCORES_SHEET, scores, bool(items)),
        ):
            if telling and part is None:
                self.add("part-absent", Place(file=self._path.name), values={"part": name})
        self._tell_of_notes(visible, [part[0] for part in (conflicts, scores) if part])
        return conflicts, scores

    def _whole(self, visible: tuple[Table, ...]) -> tuple[Part | None, Part | None]:
        """Return the table that has both conflicts and scores, as both parts."""
        wanted = whole_columns(self._items)
        part = self._part(visible, wanted, (CONFLICT, *(item.id for item in self._items)))
        if part is None:
            headings = ", ".join(f"'{one.id}'" for one in wanted)
            place = Place(file=self._path.name)
            self.add("headings-absent", place, values={"headings": headings})
            return None, None
        self._tell_of_notes(visible, [part[0]])
        self.problems += check_call(*part, self._call.id)
        # Without the column of conflicts, which is told already, no score can be taken.
        return (part, part) if CONFLICT in part[1].heading else (None, None)

    def _part(
        self, tables: tuple[Table, ...], wanted: tuple[Wanted, ...], telling: tuple[str, ...]
    ) -> Part | None:
        """Return the table that has most of the columns, if one has any of the telling ones."""
        parts = [
            (table, columns)
            for table in tables
            if (columns := find_columns(table, wanted)) and set(telling) & set(columns.heading)
        ]
        if not parts:
            return None
        best = max(parts, key=lambda part: len(part[1].heading))
        self.problems += [*best[1].problems, *unread_cells(*best)]
        for table, _ in parts:
            if table is not best[0]:
                self.add("sheet-unread", table.place())
        return best

    def _tell_of_notes(self, tables: tuple[Table, ...], read: list[Table]) -> None:
        """A sheet that somebody has added is not read; one like a part is told of already."""
        told_of = {one.place for one in self.problems if one.key == "sheet-unread"}
        known = set(map(plain, said(words.SCALE_SHEET)))
        for table in tables:
            is_known = table in read or plain(table.sheet) in known or table.place() in told_of
            if not is_known:
                self.add("sheet-unread", table.place(), severity="warning")

    def _evaluator(self, table: Table, columns: Columns) -> str:
        """Return the name beside the word above the headings."""
        name = beside(table, columns, words.EVALUATOR)
        if not name:
            self.add("evaluator-absent", table.place(row=1))
        return name

    def _rows(self, table: Table, columns: Columns) -> tuple[tuple[Row, str], ...]:
        """Return the rows of known applications, each once, and tell of the others, each once."""
        if table.sheet not in self._rows_read:
            self._rows_read[table.sheet] = tuple(self._known_rows(table, columns))
        return self._rows_read[table.sheet]

    def _known_rows(self, table: Table, columns: Columns) -> Iterator[tuple[Row, str]]:
        first: dict[str, str] = {}
        rows = [row for row in table.rows if row.number > columns.last_row]
        uneven = is_uneven(rows)
        for row in rows:
            doubt = width_problem(table, row, columns, uneven)
            if doubt:
                self.problems.append(doubt)
            cell = _cell(row, columns, APPLICATION)
            if doubt and doubt.severity == "error":
                continue
            if cell is None:
                self.add("row-without-id", table.place(row=row.number))
            elif cell.text in first:
                values = {"got": cell.text, "first": first[cell.text]}
                self.add("application-twice", table.place(cell), values=values)
            elif cell.text not in self._applications:
                self._unknown(cell, table)
            else:
                first[cell.text] = cell.address
                yield row, cell.text

    def _unknown(self, cell: Cell, table: Table) -> None:
        meant = nearest(cell.text, self._applications)
        if meant:
            self.add(
                "application-unknown-meant",
                table.place(cell),
                values={"got": cell.text, "meant": meant},
            )
        else:
            self.add("application-unknown", table.place(cell), values={"got": cell.text})

    def _declarations(self, table: Table, columns: Columns, scored: set[str]) -> list[Declaration]:
        declared = []
        for row, application in self._rows(table, columns):
            cell, ground = (_cell(row, columns, one) for one in (CONFLICT, GROUND))
            answer = self._read(table, columns, cell, read_yes_no)
            if cell is None:
                self._undeclared(application, table, scored, row.number)
            words_given = self._read(table, columns, ground, read_text)
            declared.append(
                Declaration(application=application, has_conflict=answer, ground=words_given or "")
            )
        for application in sorted(scored - {one.application for one in declared}):
            self._undeclared(application, table, scored)
            declared.append(Declaration(application=application))
        return declared

    def _undeclared(self, application: str, table: Table, scored: set[str], row: int = 0) -> None:
        """Scores without a declaration stop the work; a sheet not begun yet does not."""
        severity = "error" if application in scored else "warning"
        place = table.place(row=row)
        self.add(
            "declaration-absent", place, severity=severity, values={"application": application}
        )

    def _marks(self, table: Table, columns: Columns) -> list[Mark]:
        marks = []
        for row, application in self._rows(table, columns):
            for item in self._items:
                if item.id not in columns.heading:
                    continue
                score = self._score(table, columns, row, item)
                reason = self._read(table, columns, _cell(row, columns, item.reason_id), read_text)
                marks.append(
                    Mark(application=application, item=item.id, score=score, reason=reason or "")
                )
        return marks

    def _score(self, table: Table, columns: Columns, row: Row, item: Item) -> Fraction | None:
        cell = _cell(row, columns, item.id)
        return self._read(table, columns, cell, lambda one: on_scale(one, item.scale))

    def _read(
        self, table: Table, columns: Columns, cell: Cell | None, read: Callable[[Cell], T]
    ) -> T | None:
        """Return what is in the cell, or None with a problem; a blank one is None without."""
        if cell is None:
            return None
        try:
            if cell.fault:
                raise InvalidValue(cell.fault, got=cell.text)
            return read(cell)
        except InvalidValue as error:
            path = columns.words[cell.column]
            self.add(error.key, table.place(cell), path=path, values=error.values)
            return None


def _cell(row: Row, columns: Columns, id: str) -> Cell | None:
    heading = columns.heading.get(id)
    return row.cells.get(heading.column) if heading else None
