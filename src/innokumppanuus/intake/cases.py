"""Reads officials' cases out of a workbook, with located problems. It runs none of them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import attrs

from innokumppanuus.domain.call import Field
from innokumppanuus.domain.cases import Case, CaseFile, Expectation
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.errors import ExpressionProblems, InvalidValue, Problem, RuleSetProblems
from innokumppanuus.intake.case_cells import (
    read_given,
    read_names,
    read_verdict,
    read_words,
    value_field,
)
from innokumppanuus.intake.case_columns import (
    ASKS_ID,
    BASE_ID,
    CONFIRMED_ID,
    EXAMPLE_ID,
    OUTCOME_ID,
    SENTENCE_ID,
    case_columns,
    example_columns,
    expression_of,
    given_id,
    judged_rules,
    rule_id,
    sentence_id,
)
from innokumppanuus.intake.case_words import SENTENCE
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.gathering import Gathering
from innokumppanuus.intake.headings import Columns, find_columns
from innokumppanuus.intake.marker import check_marker, is_for_people
from innokumppanuus.intake.names import nearest
from innokumppanuus.intake.table import read_tables
from innokumppanuus.intake.unread import unread_cells
from innokumppanuus.intake.values import read_yes_no
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.case_files import environment_of, read_cases
from innokumppanuus.ruleset.expressions import compile

T = TypeVar("T")

WORKBOOK = ".xlsx"
_SENTENCES = (SENTENCE_ID, *map(sentence_id, LANGUAGES))


def read_case_file(path: Path, ruleset: RuleSet, functions: Mapping[str, Function]) -> CaseFile:
    """
    Return the cases of a workbook or of a YAML file, as its name ends.

    Raises:
        RuleSetProblems: With everything that is wrong in it, each in its place.
        HostileFile: When a workbook is refused.
        IntakeProblems: When a workbook cannot be read at all.
    """
    if path.suffix.lower() == WORKBOOK:
        return read_case_book(path, ruleset, functions)
    return read_cases(path, ruleset, functions)


def read_case_book(path: Path, ruleset: RuleSet, functions: Mapping[str, Function]) -> CaseFile:
    """
    Return the cases of a workbook: of every sheet with sentences, in their order.

    What no column can hold is a problem, never passed over; only sheets without any sentences and
    names of example applications are left alone. See `read_case_file` for what it raises.
    """
    tables, _ = read_tables(path, lambda table: 0)
    reader = _Reader(ruleset, functions)
    reader.problems += check_marker(tables, ruleset.call.id)
    file = reader.read(tuple(one for one in tables if is_for_people(one)), tables[0])
    if reader.problems:
        raise RuleSetProblems(reader.problems)
    return file


@attrs.frozen(kw_only=True)
class _Value:
    """A column of values: its expression and what its cells hold."""

    expression: str
    field: Field


class _Reader(Gathering):
    def __init__(self, ruleset: RuleSet, functions: Mapping[str, Function]) -> None:
        super().__init__()
        self._call = ruleset.call
        self._environment = environment_of(ruleset, functions)
        self._cases = case_columns(ruleset.call)
        self._examples = example_columns(ruleset.call)
        self._first: dict[Label, str] = {}

    def read(self, tables: tuple[Table, ...], any_table: Table) -> CaseFile:
        bases: dict[str, dict[str, object]] = {}
        cases: list[Case] = []
        of_cases = []
        for table in tables:
            columns = find_columns(table, self._cases)
            if columns is not None and {*_SENTENCES} & {*columns.heading}:
                of_cases.append((table, columns))
                continue
            columns = find_columns(table, self._examples)
            if columns is not None and EXAMPLE_ID in columns.heading:
                self._tell_of(table, columns)
                self._read_examples(table, columns, bases)
        if not of_cases:
            values = {"heading": SENTENCE}
            self.add("case-sheet-absent", any_table.place(), values=values)
        for table, columns in of_cases:
            self._tell_of(table, columns)
            cases += self._read_cases(table, columns, bases)
        return CaseFile(bases=bases, cases=tuple(cases))  # type: ignore[arg-type]

    def _tell_of(self, table: Table, columns: Columns) -> None:
        """Tell of everything that no column holds: here a warning might hide a test."""
        told = (*columns.problems, *unread_cells(table, columns))
        for one in told:
            if not expression_of(str(one.values.get("got", ""))):
                self.problems.append(attrs.evolve(one, severity="error"))
        seen: dict[int, str] = {}
        for id, cell in columns.heading.items():
            if cell.column in seen:
                values = {"got": cell.text, "first": seen[cell.column], "second": id}
                self.add("case-column-shared", table.place(cell), values=values)
            seen[cell.column] = id

    def _read_examples(
        self, table: Table, columns: Columns, bases: dict[str, dict[str, object]]
    ) -> None:
        for row in _below(table, columns):
            cell = _cell(row, columns, EXAMPLE_ID)
            if cell is None:
                self.add("case-example-name", table.place(row=row.number))
                continue
            name = self._value(table, columns, cell, read_words)
            given = self._given(table, columns, row)
            if name in bases:
                self.add("twice", table.place(cell), values={"got": cell.text})
            elif isinstance(name, str):
                bases[name] = given

    def _read_cases(
        self, table: Table, columns: Columns, bases: Mapping[str, object]
    ) -> Iterator[Case]:
        values = dict(self._value_columns(table, columns))
        for row in _below(table, columns):
            before = len(self.problems)
            sentence = self._sentence(table, columns, row)
            base = self._at(table, columns, row, BASE_ID, read_words)
            at = _cell(row, columns, BASE_ID)
            if at is not None and base is not None and base not in bases:
                self._unknown(table, at, base, tuple(bases))
            given = self._given(table, columns, row)
            expect = self._expectation(table, columns, row, values)
            confirmed = self._at(table, columns, row, CONFIRMED_ID, read_yes_no)
            if sentence is None or expect is None or len(self.problems) > before:
                continue
            yield Case(
                sentence=sentence,
                base=base or "",
                given=given,  # type: ignore[arg-type]
                expect=expect,
                confirmed=confirmed is not False,
            )

    def _value_columns(self, table: Table, columns: Columns) -> Iterator[tuple[int, _Value]]:
        """Yield the columns whose heading holds an expression."""
        taken = {cell.column for cell in columns.heading.values()}
        found: dict[str, Cell] = {}
        for column, heading in sorted(columns.words.items()):
            told = expression_of(heading)
            if not told or column in taken:
                continue
            row = next(one.number for one in table.rows if _is_heading(one, column, heading))
            cell = Cell(row=row, column=column, value=told)
            text = read_words(cell)
            if text in found:
                values = {"column": heading, "first": found[text].address}
                self.add("column-twice", table.place(cell), values=values)
                continue
            found[text] = cell
            try:
                kind = compile(text, self._environment).type
            except ExpressionProblems as error:
                for one in error.problems:
                    self.add(one.key, table.place(cell), values=one.values, path=text)
                continue
            yield column, _Value(expression=text, field=value_field(text, kind))

    def _sentence(self, table: Table, columns: Columns, row: Row) -> Label | None:
        said = {
            id: words
            for id in _SENTENCES
            if (words := self._at(table, columns, row, id, read_words)) is not None
        }
        first = next((cell for id in said if (cell := _cell(row, columns, id))), None)
        if first is None:
            self.add("case-sentence-none", table.place(row=row.number))
            return None
        alone = said.pop(SENTENCE_ID, None)
        if alone is not None and said:
            self.add("case-sentence-both", table.place(first))
            return None
        try:
            by_language = {one: said.get(sentence_id(one), "") for one in LANGUAGES}
            sentence = same(alone) if alone is not None else Label(**by_language)
        except InvalidValue as error:
            self.add(error.key, table.place(first), values=error.values)
            return None
        if sentence in self._first:
            self.add("twice", table.place(first), values={"got": first.text})
            return None
        self._first[sentence] = first.address
        return sentence

    def _given(self, table: Table, columns: Columns, row: Row) -> dict[str, object]:
        zone = self._call.zone
        given: dict[str, object] = {}
        for field in self._call.form:
            cell = _cell(row, columns, given_id(field.id))
            if cell is not None:
                read = _reader_of(field, zone)
                given[field.id] = self._value(table, columns, cell, read)
        return given

    def _expectation(
        self, table: Table, columns: Columns, row: Row, values: Mapping[int, _Value]
    ) -> Expectation | None:
        before = len(self.problems)
        rules: dict[str, Verdict] = {}
        for id, _ in judged_rules(self._call):
            verdict = self._at(table, columns, row, rule_id(id), read_verdict)
            if verdict is not None:
                rules[id] = verdict
        outcome = self._at(table, columns, row, OUTCOME_ID, read_verdict)
        asks = self._at(
            table, columns, row, ASKS_ID, lambda cell: read_names(cell, self._call.form)
        )
        expected = {
            one.expression: self._value(
                table, columns, row.cells[column], _reader_of(one.field, self._call.zone)
            )
            for column, one in values.items()
            if column in row.cells
        }
        if len(self.problems) > before:
            return None
        try:
            return Expectation(rules=rules, outcome=outcome, asks=asks, values=expected)
        except InvalidValue as error:
            self.add(error.key, table.place(row=row.number), values=error.values)
            return None

    def _at(
        self, table: Table, columns: Columns, row: Row, id: str, read: Callable[[Cell], T]
    ) -> T | None:
        cell = _cell(row, columns, id)
        return None if cell is None else self._value(table, columns, cell, read)

    def _value(
        self, table: Table, columns: Columns, cell: Cell, read: Callable[[Cell], T]
    ) -> T | None:
        """Return what is in the cell, or None with a problem."""
        path = columns.words.get(cell.column, "")
        try:
            if cell.is_formula or cell.fault == "cell-formula":
                raise InvalidValue("case-formula", got=cell.text)
            if cell.fault:
                raise InvalidValue(cell.fault, got=cell.text)
            return read(cell)
        except InvalidValue as error:
            self.add(error.key, table.place(cell), values=error.values, path=path)
            return None

    def _unknown(self, table: Table, cell: Cell, got: str, known: tuple[str, ...]) -> None:
        meant = nearest(got, known)
        key = "unknown-name" if meant else "unknown-name-none"
        values = {"got": got, **({"meant": meant} if meant else {})}
        self.problems.append(Problem(key=key, values=values, place=table.place(cell)))


def _reader_of(field: Field, zone: str) -> Callable[[Cell], object]:
    return lambda cell: read_given(cell, field, zone)


def _below(table: Table, columns: Columns) -> Iterator[Row]:
    return (row for row in table.rows if row.number > columns.last_row)


def _cell(row: Row, columns: Columns, id: str) -> Cell | None:
    heading = columns.heading.get(id)
    return row.cells.get(heading.column) if heading else None


def _is_heading(row: Row, column: int, heading: str) -> bool:
    return column in row.cells and row.cells[column].text == heading
