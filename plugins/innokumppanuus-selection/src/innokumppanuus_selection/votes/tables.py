"""Votes from a workbook or a csv file: one row for each ballot. It counts nothing."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.errors import IntakeProblems, InvalidValue, Place, Problem, unknown_name
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.headings import Columns, Wanted, count_known, find_columns
from innokumppanuus.intake.table import read_tables
from innokumppanuus_selection.votes.pabulib import votes_of

VOTE: Final = Wanted(
    id="vote",
    name=Label("Äänestetyt hakemukset", "Ansökningar som fick rösten", "Applications voted for"),
    others=("Ääni", "Röst", "Vote", "Ballot"),
    is_needed=True,
)
POINTS: Final = Wanted(id="points", name=Label("Pisteet", "Poäng", "Points"))
VOTERS: Final = Wanted(
    id="voters",
    name=Label("Äänestäjiä", "Antal röstande", "Voters"),
    others=("Lukumäärä", "Antal", "Count"),
)
_WANTED: Final = (VOTE, POINTS, VOTERS)


@attrs.frozen(kw_only=True)
class VotesTable:
    """Votes as they were read, and warnings of how."""

    votes: Votes
    warnings: tuple[Problem, ...] = ()


def read_votes(path: Path, kind: BallotKind, known: Iterable[str]) -> VotesTable:
    """
    Return the votes in a workbook or csv file.

    A row is a ballot: the ids of the applications in one cell with commas between them, their
    points likewise where voters give points, and how many voted so, one when nothing is said.

    Args:
        path: The file.
        kind: What a voter could say.
        known: Ids of the applications that there are; a vote for another is a problem.

    Raises:
        IntakeProblems: With everything that is wrong in the file.
        HostileFile: When the file is refused.
    """
    wanted = [one for one in _WANTED if one is not POINTS or kind.has_points]
    tables, warnings = read_tables(path, lambda table: count_known(table, wanted))
    ids, problems = frozenset(known), list(warnings)
    cast: list[tuple[Ballot, int]] = []
    has_headings = False
    for table in tables:
        columns = find_columns(table, wanted)
        if columns is None or VOTE.id not in columns.heading:
            continue
        has_headings = True
        for row in table.rows:
            if row.number > columns.last_row:
                cast.extend(_ballot(table, columns, row, kind, ids, problems))
    if not has_headings:
        place = tables[0].place() if tables else Place(file=path.name)
        problems.append(Problem(key="column-lacking", values={"column": VOTE.id}, place=place))
    if any(one.severity == "error" for one in problems):
        raise IntakeProblems(problems)
    return VotesTable(votes=votes_of(kind, cast), warnings=tuple(problems))


def _ballot(
    table: Table,
    columns: Columns,
    row: Row,
    kind: BallotKind,
    known: frozenset[str],
    problems: list[Problem],
) -> Iterator[tuple[Ballot, int]]:
    """Yield the ballot of a row and how many voted so; nothing when something is wrong in it."""
    cells = {
        one: row.cells[heading.column]
        for one, heading in columns.heading.items()
        if heading.column in row.cells
    }
    before = len(problems)

    def tell(cell: Cell, key: str, **values: object) -> None:
        problems.append(Problem(key=key, values=values, place=table.place(cell)))

    named = _parts(cells.get(VOTE.id))
    for one in named:
        if one not in known:
            error = unknown_name(one, known)
            tell(cells[VOTE.id], error.key, **error.values)
    if kind is BallotKind.CHOOSE_1 and len(named) > 1:
        tell(cells[VOTE.id], "vote-choose-one", got=", ".join(named))
    points = [_whole(one, cells.get(POINTS.id), tell) for one in _parts(cells.get(POINTS.id))]
    count = cells.get(VOTERS.id)
    voters = 1 if count is None else _whole(count.text, count, tell)
    if voters is not None and voters < 1 and count is not None:
        tell(count, "at-least", least=1, got=voters)
    if len(problems) > before or voters is None:
        return
    try:
        given = tuple(one for one in points if one is not None)
        yield Ballot(applications=tuple(named), points=given), voters
    except InvalidValue as error:
        tell(cells[VOTE.id], error.key, **error.values)


def _parts(cell: Cell | None) -> list[str]:
    if cell is None:
        return []
    return [one.strip() for one in cell.text.replace(";", ",").split(",") if one.strip()]


def _whole(words: str, cell: Cell | None, tell: Callable[..., None]) -> int | None:
    if words.isascii() and words.removeprefix("-").isdigit() and len(words) <= 9:
        return int(words)
    if cell is not None:
        tell(cell, "must-be-whole", got=words)
    return None
