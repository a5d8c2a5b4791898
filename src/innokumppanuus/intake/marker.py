"""The hidden sheet by which a form is known again: what it is and of which call, in no language."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from openpyxl import Workbook

from innokumppanuus.errors import Place, Problem
from innokumppanuus.intake.cells import Table
from innokumppanuus.intake.writing import put

SHEET = "_innokumppanuus"
FORMAT = "1"
_FORMAT, _CALL, _KIND = "format", "call", "kind"


class FormKind(StrEnum):
    """What a form is for (lomakkeen laji)."""

    APPLICATIONS = "applications"
    SCORES = "scores"
    TABLES = "tables"
    CASES = "cases"
    PANEL = "panel"


def add_marker(book: Workbook, call: str, kind: FormKind) -> None:
    """Add to the workbook of a form what it is and of which call."""
    page = book.create_sheet(SHEET)
    page.sheet_state = "hidden"
    pairs = ((_FORMAT, FORMAT), (_CALL, call), (_KIND, kind.value))
    for row, (key, value) in enumerate(pairs, start=1):
        put(page.cell(row, 1), key)
        put(page.cell(row, 2), value)


def has_marker(tables: Sequence[Table]) -> bool:
    """Return whether the workbook says what it is."""
    return bool(_pairs(tables))


def kind_of(tables: Sequence[Table]) -> FormKind | None:
    """Return what the workbook is for; None when it does not say."""
    kind = _pairs(tables).get(_KIND)
    return FormKind(kind) if kind in set(FormKind) else None


def check_marker(tables: Sequence[Table], call: str) -> list[Problem]:
    """Return a problem when the workbook is a form of another call or of a later version."""
    pairs = _pairs(tables)
    if not pairs:
        return []
    place = Place(file=tables[0].file)
    problems = []
    if pairs.get(_CALL) != call:
        values = {"got": pairs.get(_CALL, ""), "call": call}
        problems.append(Problem(key="form-other-call", values=values, place=place))
    if pairs.get(_FORMAT) != FORMAT:
        values = {"got": pairs.get(_FORMAT, ""), "limit": FORMAT}
        problems.append(Problem(key="form-format", values=values, place=place))
    return problems


def is_for_people(table: Table) -> bool:
    """Return whether the sheet has something that somebody may have written for us to read."""
    return bool(table.rows) and not table.is_hidden and not table.sheet.startswith("_")


def _pairs(tables: Sequence[Table]) -> Mapping[str, str]:
    rows = [row for one in tables if one.sheet == SHEET for row in one.rows]
    return {row.cells[1].text: row.cells[2].text for row in rows if {1, 2} <= set(row.cells)}
