"""Reads the tables of the evaluators' panel: who they are, their ties, the log, what was agreed."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Mark
from innokumppanuus.domain.call import Call, Option
from innokumppanuus.domain.conflicts import ConflictGround, Interest, InterestKind, Ruling
from innokumppanuus.domain.conflicts import RulingKind as Kind
from innokumppanuus.domain.panel import (
    BusinessGroup,
    Consensus,
    EvaluationPanel,
    Evaluator,
    PanelPolicy,
    Replacement,
)
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import HostileFile, IntakeProblems, InvalidValue, Place, Problem
from innokumppanuus.intake import panel_columns as columns
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.clock import read_date
from innokumppanuus.intake.gathering import Gathering
from innokumppanuus.intake.headings import Columns, count_known, find_columns
from innokumppanuus.intake.marker import check_marker, is_for_people
from innokumppanuus.intake.names import nearest
from innokumppanuus.intake.numerals import read_integer
from innokumppanuus.intake.panel_columns import PanelTable, columns_of
from innokumppanuus.intake.scoring import APPLICATION, Item, items_of, on_scale
from innokumppanuus.intake.table import read_tables
from innokumppanuus.intake.unread import unread_cells
from innokumppanuus.intake.values import read_choice, read_choices, read_text, read_yes_no
from innokumppanuus.intake.widths import is_uneven, width_problem

T = TypeVar("T")

_TIED_TO = (APPLICATION, columns.ORGANISATION, columns.BUSINESS_ID)


@attrs.frozen(kw_only=True)
class PanelFile:
    """
    What came out of the files of a panel.

    Attributes:
        panel: As far as it could be read.
        problems: Everything to mend, file by file.
    """

    panel: EvaluationPanel
    problems: tuple[Problem, ...] = ()


def read_panel(
    paths: Iterable[Path],
    call: Call,
    applications: Iterable[Application],
    grounds: Mapping[str, ConflictGround],
) -> PanelFile:
    """
    Return the panel in workbooks and csv files; the headings tell which table is which.

    Args:
        paths: One file or several; a csv file holds one table.
        call: Its form names topics and languages, its scales are for what was agreed.
        applications: Those that ties, rulings and agreements may name.
        grounds: Those that rulings may name, by key.
    """
    reader = _Reader(call, tuple(sorted(one.id for one in applications)), grounds)
    for path in sorted(paths):
        reader.read(path)
    panel = reader.panel()
    return PanelFile(panel=panel, problems=tuple(sorted(reader.problems, key=Problem.sort_key)))


class _Reader(Gathering):
    """Gathers the tables of all files, then puts them together."""

    def __init__(
        self, call: Call, applications: tuple[str, ...], grounds: Mapping[str, ConflictGround]
    ) -> None:
        super().__init__()
        self._call, self._applications = call, applications
        self._items = tuple(items_of(call))
        self._grounds = tuple(Option(id=key, name=one.name) for key, one in grounds.items())
        policy = (call.assessment.panel if call.assessment else None) or PanelPolicy()
        self._options = {
            name: field.options if (field := call.field(id)) else ()
            for name, id in (
                (columns.EXPERTISE, policy.topic_field),
                (columns.LANGUAGES_READ, policy.language_field),
            )
        }
        self._evaluators: dict[str, Evaluator] = {}
        self._first: dict[tuple[str, str], str] = {}
        self._ties: dict[str, list[Interest]] = {}
        self._groups: dict[str, list[BusinessId]] = {}
        self._rulings: list[Ruling] = []
        self._replacements: list[Replacement] = []
        self._consensus: dict[str, Consensus] = {}
        self._named: list[tuple[str, Place]] = []

    def read(self, path: Path) -> None:
        try:
            tables, warnings = read_tables(path, lambda table: max(self._counts(table).values()))
        except IntakeProblems as error:
            self.problems += error.problems
            return
        except HostileFile as error:
            self.add(error.key, Place(file=path.name), values=error.values)
            return
        self.problems += [*warnings, *check_marker(tables, self._call.id)]
        found = False
        for table in tables:
            if not (is_for_people(table) or not table.sheet):
                continue
            kind = self._kind(table)
            heads = find_columns(table, columns_of(kind, self._items)) if kind else None
            if kind is None or heads is None:
                self.add("sheet-unread", table.place(), severity="warning")
                continue
            found = True
            self.problems += [*heads.problems, *unread_cells(table, heads)]
            self._rows(kind, table, heads)
        if not found:
            self.add("panel-unread", Place(file=path.name))

    def panel(self) -> EvaluationPanel:
        for name, place in self._named:
            if name not in self._evaluators:
                self.add("panel-evaluator-unknown", place, values={"got": name})
        return EvaluationPanel(
            evaluators=tuple(
                attrs.evolve(self._evaluators[one], interests=tuple(self._ties.get(one, ())))
                for one in sorted(self._evaluators)
            ),
            groups=tuple(
                BusinessGroup(name=name, members=tuple(self._groups[name]))
                for name in sorted(self._groups)
            ),
            rulings=tuple(self._rulings),
            replacements=tuple(self._replacements),
            consensus=tuple(self._consensus[one] for one in sorted(self._consensus)),
        )

    def _counts(self, table: Table) -> dict[PanelTable, int]:
        return {one: count_known(table, columns_of(one, self._items)) for one in PanelTable}

    def _kind(self, table: Table) -> PanelTable | None:
        """Return which table it is: one that has a telling heading, and most of the headings."""
        counts = {
            kind: len(found.heading)
            for kind in PanelTable
            if (found := find_columns(table, columns_of(kind, self._items)))
            and columns.TELLING[kind] & set(found.heading)
        }
        return max(counts, key=lambda one: counts[one]) if counts else None

    def _rows(self, kind: PanelTable, table: Table, heads: Columns) -> None:
        rows = [row for row in table.rows if row.number > heads.last_row]
        uneven = is_uneven(rows)
        take = {
            PanelTable.EVALUATORS: self._evaluator,
            PanelTable.TIES: self._tie,
            PanelTable.GROUPS: self._group,
            PanelTable.RULINGS: self._ruling,
            PanelTable.REPLACEMENTS: self._replacement,
            PanelTable.CONSENSUS: self._agreed,
        }[kind]
        for row in rows:
            doubt = width_problem(table, row, heads, uneven)
            if doubt:
                self.problems.append(doubt)
            if doubt is None or doubt.severity != "error":
                take(_Line(self, table, row, heads))

    def _evaluator(self, line: "_Line") -> None:
        name = line.text(columns.EVALUATOR, is_needed=True)
        if not name or self._is_again(name, columns.EVALUATOR, "panel-evaluator-twice", line):
            return
        least, most = line.whole(columns.LEAST), line.whole(columns.MOST)
        if least is not None and most is not None and least > most:
            line.tell("limit-order", columns.MOST, least=least, most=most)
            least = most = None
        self._evaluators[name] = Evaluator(
            id=name,
            organisation=line.text(columns.ORGANISATION),
            business_id=line.business_id(),
            languages=line.listed(columns.LANGUAGES_READ, self._options),
            expertise=line.listed(columns.EXPERTISE, self._options),
            least=least,
            most=most,
            has_declared=line.read(columns.DECLARED, read_yes_no) or False,
        )

    def _tie(self, line: "_Line") -> None:
        name = self._known(line, columns.EVALUATOR)
        kind = line.choice(columns.TIE, columns.TIE_OPTIONS)
        application = self._application(line)
        organisation, business_id = line.text(columns.ORGANISATION), line.business_id()
        if not any(map(line.cell, _TIED_TO)):
            line.tell("panel-tie-empty", columns.TIE)
        elif name and kind and (application or organisation or business_id):
            tie = Interest(
                kind=InterestKind(kind),
                organisation=organisation,
                business_id=business_id,
                application=application,
                note=line.text(columns.NOTE),
            )
            self._ties.setdefault(name, []).append(tie)

    def _group(self, line: "_Line") -> None:
        name, business_id = line.text(columns.GROUP, is_needed=True), line.business_id()
        if name and business_id is not None:
            self._groups.setdefault(name, []).append(business_id)
        elif line.cell(columns.BUSINESS_ID) is None:
            line.empty(columns.BUSINESS_ID)

    def _ruling(self, line: "_Line") -> None:
        name = self._known(line, columns.EVALUATOR)
        application = self._application(line, is_needed=True)
        kind = line.choice(columns.RULING, columns.RULING_OPTIONS)
        ground = line.read(columns.GROUND, lambda cell: read_choice(cell, self._grounds)) or ""
        logged = line.logged()
        if name and application and kind and logged:
            ruling = Ruling(
                kind=Kind(kind), evaluator=name, application=application, ground=ground, **logged
            )
            self._rulings.append(ruling)

    def _replacement(self, line: "_Line") -> None:
        name = self._known(line, columns.EVALUATOR)
        substitute = self._known(line, columns.SUBSTITUTE)
        application, logged = self._application(line), line.logged()
        if name and name == substitute:
            line.tell("panel-substitute-same", columns.SUBSTITUTE, got=name)
        elif name and substitute and logged:
            change = Replacement(
                evaluator=name, substitute=substitute, application=application, **logged
            )
            self._replacements.append(change)

    def _agreed(self, line: "_Line") -> None:
        """Take what was agreed; a row in which nothing has been written yet says nothing."""
        application = self._application(line, is_needed=True)
        marks = tuple(one for item in self._items if (one := self._mark(line, application, item)))
        if not application or not marks:
            return
        if self._is_again(application, APPLICATION, "panel-consensus-twice", line):
            return
        present = line.listed(columns.PRESENT, {})
        if not present:
            line.empty(columns.PRESENT)
        self._named += [(name, line.place(columns.PRESENT)) for name in present]
        self._consensus[application] = Consensus(
            application=application,
            present=tuple(sorted(present)),
            marks=marks,
            by=line.text(columns.BY),
            on=line.read(columns.ON, read_date),
        )

    def _mark(self, line: "_Line", application: str, item: Item) -> Mark | None:
        score = line.read(item.id, lambda cell: on_scale(cell, item.scale))
        reason = line.text(item.reason_id)
        if not application or (score is None and not reason):
            return None
        return Mark(application=application, item=item.id, score=score, reason=reason)

    def _known(self, line: "_Line", id: str) -> str:
        """Return a name that is to be in the list of evaluators, wherever that list stands."""
        name = line.text(id, is_needed=True)
        if name:
            self._named.append((name, line.place(id)))
        return name

    def _application(self, line: "_Line", *, is_needed: bool = False) -> str:
        got = line.text(APPLICATION, is_needed=is_needed)
        if not got or got in self._applications:
            return got
        meant = nearest(got, self._applications)
        key = "application-unknown-meant" if meant else "application-unknown"
        line.tell(key, APPLICATION, got=got, **({"meant": meant} if meant else {}))
        return ""

    def _is_again(self, name: str, id: str, key: str, line: "_Line") -> bool:
        first = self._first.setdefault((key, name), str(line.place(id)))
        if first == str(line.place(id)):
            return False
        line.tell(key, id, got=name, first=first)
        return True


class _Line:
    """One row of a table; what cannot be read is told and missing."""

    def __init__(self, reader: Gathering, table: Table, row: Row, heads: Columns) -> None:
        self._reader, self._table, self._row, self._heads = reader, table, row, heads

    def cell(self, id: str) -> Cell | None:
        heading = self._heads.heading.get(id)
        return self._row.cells.get(heading.column) if heading else None

    def place(self, id: str) -> Place:
        return self._table.place(self.cell(id), self._row.number)

    def tell(self, key: str, id: str, **values: object) -> None:
        self._reader.add(key, self.place(id), values=values)

    def empty(self, id: str) -> None:
        heading = self._heads.heading.get(id)
        if heading is not None:
            self.tell("panel-cell-empty", id, column=self._heads.words[heading.column])

    def read(self, id: str, take: Callable[[Cell], T]) -> T | None:
        cell = self.cell(id)
        if cell is None:
            return None
        try:
            if cell.fault:
                raise InvalidValue(cell.fault, got=cell.text)
            return take(cell)
        except InvalidValue as error:
            path = self._heads.words[cell.column]
            self._reader.add(error.key, self._table.place(cell), path=path, values=error.values)
            return None

    def text(self, id: str, *, is_needed: bool = False) -> str:
        got = self.read(id, read_text) or ""
        if is_needed and self.cell(id) is None:
            self.empty(id)
        return got

    def whole(self, id: str) -> int | None:
        number = self.read(id, read_integer)
        if number is not None and number < 0:
            self.tell("at-least", id, least=0, got=number)
            return None
        return number

    def business_id(self) -> BusinessId | None:
        return self.read(columns.BUSINESS_ID, lambda cell: BusinessId.read(read_text(cell)))

    def choice(self, id: str, options: tuple[Option, ...]) -> str:
        if self.cell(id) is None:
            self.empty(id)
        return self.read(id, lambda cell: read_choice(cell, options)) or ""

    def listed(self, id: str, options: Mapping[str, tuple[Option, ...]]) -> tuple[str, ...]:
        """Return the ids of options, or where there are none the words apart by `;` or line."""
        known = options.get(id, ())
        if known:
            return self.read(id, lambda cell: read_choices(cell, known)) or ()
        parts = (part for line in self.text(id).splitlines() for part in line.split(";"))
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

    def logged(self) -> dict[str, Any] | None:
        """Return who decided, when and why; None when something of it is lacking."""
        by, reason = (self.text(one, is_needed=True) for one in (columns.BY, columns.REASON))
        on: date | None = self.read(columns.ON, read_date)
        if self.cell(columns.ON) is None:
            self.empty(columns.ON)
        return {"by": by, "on": on, "reason": reason} if by and on and reason else None
