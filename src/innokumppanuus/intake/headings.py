"""Finds the row of headings in a table and what each column holds. It reads no answers."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Self

import attrs

from innokumppanuus.domain.call import Field
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import Place, Problem
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.names import nearest, plain, said

SEARCHED_ROWS = 50
"""How many rows with something in them may stand above the end of the headings."""


@attrs.frozen(kw_only=True)
class Wanted:
    """
    A column that is looked for.

    Attributes:
        id: What it is called inside; a heading may be the id too.
        name: Its heading in three languages.
        others: Other headings it may have.
        is_needed: Whether the table cannot do without it.
        asked_at: Where a mapping file names its heading; its id is then no heading.
    """

    id: str
    name: Label
    others: tuple[str, ...] = ()
    is_needed: bool = False
    asked_at: Place | None = None

    @classmethod
    def of(cls, field: Field, is_needed: bool | None = None) -> Self:
        """Return the column of a form field."""
        needed = field.required if is_needed is None else is_needed
        return cls(id=field.id, name=field.name, others=field.aliases, is_needed=needed)

    @cached_property
    def tiers(self) -> tuple[frozenset[str], ...]:
        """Its names, the strongest first: id, headings, other headings."""
        return (
            frozenset() if self.asked_at else frozenset({plain(self.id)}),
            frozenset(map(plain, said(self.name))),
            frozenset(map(plain, self.others)),
        )


@attrs.frozen(kw_only=True)
class Columns:
    """
    What a table's columns hold.

    Attributes:
        heading: The heading cell by id; its `.column` is where the values are.
        last_row: Number of the last row of the headings; the values begin below it.
        words: Heading by column number, of every column that has one.
        width: How many cells the row of headings has, with blank ones in a csv file.
        problems: Columns that are lacking, given twice or not known.
    """

    heading: Mapping[str, Cell]
    last_row: int
    words: Mapping[int, str]
    width: int
    problems: tuple[Problem, ...] = ()


def count_known(table: Table, wanted: Iterable[Wanted]) -> int:
    """Return how many of the wanted columns the best row of headings has."""
    listed = tuple(wanted)
    return max((len(_found(row, listed)) for row in table.rows[:SEARCHED_ROWS]), default=0)


def find_columns(table: Table, wanted: Iterable[Wanted]) -> Columns | None:
    """
    Return what the columns hold; None when no row has any of the headings.

    The row that knows most wins. A row of ids right under it is stronger than its words, so a
    form can be read whatever its headings have become.
    """
    listed = tuple(wanted)
    rows = table.rows[:SEARCHED_ROWS]
    counts = [len(_found(row, listed)) for row in rows]
    if not any(counts):
        return None
    at = counts.index(max(counts))
    if at and counts[at - 1] and _is_ids(rows[at], listed):
        at -= 1
    top, last = rows[at], rows[at]
    found = _found(top, listed)
    if at + 1 < len(rows) and _is_ids(rows[at + 1], listed):
        last = rows[at + 1]
        found = {**_by_words(found, _found(last, listed)), **_found(last, listed)}
    words = {cell.column: cell.text for row in (last, top) for cell in row}
    return Columns(
        heading={one: cells[0] for one, cells in found.items() if len(cells) == 1},
        last_row=last.number,
        words=words,
        width=max(top.width, last.width),
        problems=(
            *_lacking(table, listed, found, top),
            *_twice(table, listed, found),
            *_unknown(table, listed, found, top),
        ),
    )


def _found(row: Row, wanted: tuple[Wanted, ...]) -> dict[str, list[Cell]]:
    """Cells of the row by the wanted column they head, the strongest name deciding."""
    found: dict[str, list[Cell]] = {}
    for cell in row:
        name = plain(cell.text)
        for tier in range(3):
            ids = [one.id for one in wanted if name in one.tiers[tier]]
            if ids:
                for one in ids:
                    found.setdefault(one, []).append(cell)
                break
    return found


def _by_words(words: dict[str, list[Cell]], ids: dict[str, list[Cell]]) -> dict[str, list[Cell]]:
    """Columns that their words tell and that have no id under them."""
    taken = {cell.column for cells in ids.values() for cell in cells}
    left = {one: [c for c in cells if c.column not in taken] for one, cells in words.items()}
    return {one: cells for one, cells in left.items() if cells and one not in ids}


def _is_ids(row: Row, wanted: tuple[Wanted, ...]) -> bool:
    """Whether the row holds ids and nothing else; one answer may look like an id, not all."""
    ids = {plain(one.id) for one in wanted}
    return all(plain(cell.text) in ids for cell in row)


def _lacking(
    table: Table, wanted: tuple[Wanted, ...], found: Mapping[str, list[Cell]], row: Row
) -> list[Problem]:
    known = {cell.column for cells in found.values() for cell in cells}
    free = [cell.text for cell in row if cell.column not in known]
    problems = []
    for one in wanted:
        if not one.is_needed or one.id in found:
            continue
        meant = nearest(one.name.say("en"), free) if one.asked_at else ""
        key = "column-lacking-meant" if meant else "column-lacking"
        values = {"column": one.name, "meant": meant} if meant else {"column": one.name}
        place = one.asked_at or table.place(row=row.number)
        problems.append(Problem(key=key, values=values, place=place))
    return problems


def _twice(
    table: Table, wanted: tuple[Wanted, ...], found: Mapping[str, list[Cell]]
) -> list[Problem]:
    names = {one.id: one.name for one in wanted}
    return [
        Problem(
            key="column-twice",
            values={"column": names[one], "first": cells[0].address},
            place=table.place(cell),
            path=cell.text,
        )
        for one, cells in found.items()
        for cell in cells[1:]
    ]


def _unknown(
    table: Table, wanted: tuple[Wanted, ...], found: Mapping[str, list[Cell]], row: Row
) -> list[Problem]:
    known = {cell.column for cells in found.values() for cell in cells}
    free = [name for one in wanted if one.id not in found for name in (*said(one.name), one.id)]
    problems = []
    for cell in row:
        if cell.column in known:
            continue
        meant = nearest(cell.text, free)
        key = "column-unknown-meant" if meant else "column-unknown"
        values = {"got": cell.text, "meant": meant} if meant else {"got": cell.text}
        problems.append(
            Problem(key=key, values=values, place=table.place(cell), severity="warning")
        )
    return problems
