"""The hidden sheet by which a form is known again: which call it is of, in no language."""

from openpyxl import Workbook

from innokumppanuus.errors import Place, Problem
from innokumppanuus.intake.cells import Table
from innokumppanuus.intake.writing import put

SHEET = "_innokumppanuus"
FORMAT = "1"
_FORMAT, _CALL = "format", "call"


def add_marker(book: Workbook, call: str) -> None:
    """Add to the workbook of a form which call it is of."""
    page = book.create_sheet(SHEET)
    page.sheet_state = "hidden"
    for row, (key, value) in enumerate(((_FORMAT, FORMAT), (_CALL, call)), start=1):
        put(page.cell(row, 1), key)
        put(page.cell(row, 2), value)


def check_marker(tables: tuple[Table, ...], call: str) -> list[Problem]:
    """Return a problem when the workbook is a form of another call or of a later version."""
    sheet = next((one for one in tables if one.sheet == SHEET), None)
    if sheet is None:
        return []
    pairs = {row.cells[1].text: row.cells[2].text for row in sheet.rows if {1, 2} <= set(row.cells)}
    place = Place(file=sheet.file)
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
