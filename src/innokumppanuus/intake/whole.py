"""Score sheets that are one table, as csv is: how they are known and what their titles say."""

from collections.abc import Sequence

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import Problem
from innokumppanuus.intake import words
from innokumppanuus.intake.applications import form_of
from innokumppanuus.intake.cells import Table
from innokumppanuus.intake.headings import Columns, Wanted, count_known, find_columns
from innokumppanuus.intake.marker import has_marker, is_for_people
from innokumppanuus.intake.names import plain, said
from innokumppanuus.intake.scoring import CONFLICT, GROUND, Item, whole_columns


def only_table(tables: Sequence[Table]) -> Table | None:
    """Return the one table of a csv file or of what a spreadsheet has made of it."""
    if has_marker(tables):
        return None
    found = [one for one in tables if is_for_people(one) or not one.sheet]
    return found[0] if len(found) == 1 else None


def is_whole(table: Table, items: tuple[Item, ...]) -> bool:
    """Return whether the table has both the declaration of conflicts and scores."""
    columns = find_columns(table, whole_columns(items))
    scored = {item.id for item in items} - {CONFLICT, GROUND}
    return columns is not None and CONFLICT in columns.heading and bool(scored & {*columns.heading})


def is_of_applications(table: Table, call: Call, items: tuple[Item, ...]) -> bool:
    """Return whether the table is rather the one of applications than a score sheet."""
    as_form = count_known(table, _form(call))
    return as_form > 0 and as_form >= count_known(table, whole_columns(items))


def count_any(table: Table, call: Call, items: tuple[Item, ...]) -> int:
    """Return how many headings are known of either kind of table; it tells the separator."""
    return max(count_known(table, _form(call)), count_known(table, whole_columns(items)))


def beside(table: Table, columns: Columns, word: Label) -> str:
    """Return the first text to the right of *word* above the values; empty when there is none."""
    for row in table.rows:
        cells = list(row) if row.number < columns.last_row else []
        for cell in cells:
            if plain(cell.text) in map(plain, said(word)):
                texts = [one.text for one in cells if one.column > cell.column]
                if texts:
                    return texts[0]
    return ""


def check_call(table: Table, columns: Columns, call: str) -> list[Problem]:
    """Return a problem when the line of the call names another; without that line there is none."""
    titles = [row for row in table.rows if row.number < columns.last_row and len(row.cells) == 2]
    lines = Table(file=table.file, sheet=table.sheet, rows=tuple(titles))
    named = beside(lines, columns, words.CALL)
    if named in ("", call):
        return []
    values = {"got": named, "call": call}
    return [Problem(key="form-other-call", values=values, place=table.place())]


def _form(call: Call) -> tuple[Wanted, ...]:
    return tuple(Wanted.of(field) for field in form_of(call))
