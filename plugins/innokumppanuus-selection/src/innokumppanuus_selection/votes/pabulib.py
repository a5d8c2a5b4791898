"""Reads and writes Pabulib files (`.pb`): META, PROJECTS and VOTES. It counts nothing."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final, TypeAlias

import attrs

from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.errors import IntakeProblems, InvalidValue, Place, Problem, unknown_name
from innokumppanuus_selection.votes.domain import Election, Project

_SECTIONS: Final = ("META", "PROJECTS", "VOTES")
_KINDS: Final = {one.value.replace("_", "-"): one for one in BallotKind}
_NUMBER: Final = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,9})?")
_POINTS: Final = re.compile(r"-?[0-9]{1,9}")
_MOST_BYTES: Final = 500_000_000
_Said: TypeAlias = tuple[tuple[str, ...], tuple[int, ...]]
_COUNTED: Final = ("num_projects", "num_votes", "budget", "vote_type")


@attrs.frozen(kw_only=True)
class PabulibFile:
    """An election as it was read, and warnings of what does not add up in its file."""

    election: Election
    warnings: tuple[Problem, ...] = ()


def read_pabulib(path: Path) -> PabulibFile:
    """
    Return the election in a Pabulib file; equal ballots come together and nobody's name is kept.

    Raises:
        IntakeProblems: With everything that is wrong in the file.

    Source:
        Faliszewski and others (2023), Participatory budgeting: data, tools and analysis, IJCAI-23,
        for the format.
    """
    if path.stat().st_size > _MOST_BYTES:
        place = Place(file=path.name)
        values = {"limit": _MOST_BYTES, "got": path.stat().st_size}
        raise IntakeProblems([Problem(key="yaml-size", values=values, place=place)])
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raw = f"0x{error.object[error.start]:02x}"
        problem = Problem(key="yaml-encoding", values={"got": raw}, place=Place(file=path.name))
        raise IntakeProblems([problem]) from error
    return _Reading(path.name).read(text)


def write_pabulib(election: Election) -> str:
    """Return the election as a Pabulib file; the same election always gives the same text."""
    kind = election.votes.kind
    meta = {
        **{key: words for key, words in election.meta.items() if key not in _COUNTED},
        "num_projects": str(len(election.projects)),
        "num_votes": str(election.votes.voters),
        "budget": _decimal(election.budget),
        "vote_type": kind.value.replace("_", "-"),
    }
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\n")
    out.write("META\n")
    table.writerows([("key", "value"), *sorted(meta.items())])
    out.write("PROJECTS\n")
    table.writerow(("project_id", "cost", "name"))
    table.writerows((one.id, _decimal(one.cost), one.name) for one in election.projects)
    out.write("VOTES\n")
    table.writerow(("voter_id", "vote", *(("points",) if kind.has_points else ())))
    each = (one for one in election.votes.ballots for _ in range(one.voters))
    for number, ballot in enumerate(each, start=1):
        points = (",".join(map(str, ballot.points)),) if kind.has_points else ()
        table.writerow((number, ",".join(ballot.applications), *points))
    return out.getvalue()


def votes_of(kind: BallotKind, cast: Iterable[tuple[Ballot, int]]) -> Votes:
    """Return the votes with equal ballots together, in canonical order."""
    counts: Counter[_Said] = Counter()
    first: dict[_Said, Ballot] = {}
    for ballot, voters in cast:
        said = _canonical(kind, ballot)
        counts[said] += voters
        first.setdefault(said, ballot)
    return Votes(
        kind=kind,
        ballots=tuple(_counted(said, first[said], counts[said]) for said in sorted(counts)),
    )


def _counted(said: _Said, ballot: Ballot, voters: int) -> Ballot:
    """Return the ballot in canonical form; it was looked at when it was made."""
    if (ballot.applications, ballot.points, ballot.voters) == (*said, voters):
        return ballot
    return Ballot(applications=said[0], points=said[1], voters=voters)


def _canonical(kind: BallotKind, ballot: Ballot) -> tuple[tuple[str, ...], tuple[int, ...]]:
    if kind is BallotKind.ORDINAL:
        return ballot.applications, ()
    if not ballot.points:
        return tuple(sorted(ballot.applications)), ()
    pairs = sorted(zip(ballot.applications, ballot.points, strict=True))
    return tuple(one for one, _ in pairs), tuple(points for _, points in pairs)


class _Reading:
    """One file on its way in; problems are gathered, and the first bad one stops nothing."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []

    def read(self, text: str) -> PabulibFile:
        parts = self._sections(text)
        meta = self._meta(parts.get("META", []))
        projects = self._projects(parts.get("PROJECTS", []))
        votes = self._votes(parts.get("VOTES", []), meta, {one.id for one in projects})
        budget = self._number(meta.get("budget", ("", 0)), "budget") if "budget" in meta else None
        self._check_counts(meta, projects, votes)
        stopping = [one for one in self._problems if one.severity == "error"]
        if stopping or budget is None or votes is None:
            raise IntakeProblems(self._problems)
        election = Election(
            projects=tuple(projects),
            budget=budget,
            votes=votes,
            meta={key: words for key, (words, _) in meta.items()},
        )
        return PabulibFile(election=election, warnings=tuple(self._problems))

    def _sections(self, text: str) -> dict[str, list[tuple[int, list[str]]]]:
        """Return the rows of each section with the numbers of their lines."""
        parts: dict[str, list[tuple[int, list[str]]]] = {}
        rows: list[tuple[int, list[str]]] = []
        table = csv.reader(io.StringIO(text, newline=""), delimiter=";")
        for row in self._rows(table):
            name = row[0].strip() if row else ""
            if name in _SECTIONS and not any(map(str.strip, row[1:])):
                if name in parts:
                    self._tell("twice", table.line_num, got=name)
                rows = parts.setdefault(name, [])
            elif any(map(str.strip, row)):
                rows.append((table.line_num, row))
        for name in _SECTIONS:
            if name not in parts or not parts[name]:
                self._tell("vote-section", 0, section=name)
        return parts

    def _rows(self, table: "Iterator[list[str]]") -> Iterator[list[str]]:
        try:
            yield from table
        except csv.Error as error:
            self._tell("vote-table", getattr(table, "line_num", 0), got=str(error))

    def _meta(self, rows: Sequence[tuple[int, list[str]]]) -> dict[str, tuple[str, int]]:
        meta = {}
        for line, row in rows[1:]:
            meta[row[0].strip()] = (row[1].strip() if len(row) > 1 else "", line)
        for key in ("budget", "vote_type"):
            if rows and key not in meta:
                self._tell("key-missing", rows[0][0], path="META", got=key)
        return meta

    def _projects(self, rows: Sequence[tuple[int, list[str]]]) -> list[Project]:
        places = self._columns(rows, ("project_id", "cost"), "PROJECTS")
        if places is None:
            return []
        found: dict[str, Project] = {}
        for line, row in rows[1:]:
            id = _cell(row, places["project_id"])
            cost = self._number((_cell(row, places["cost"]), line), f"PROJECTS[{id}].cost")
            if not id:
                self._tell("empty", line, path="PROJECTS.project_id")
            elif id in found:
                self._tell("twice", line, path="PROJECTS.project_id", got=id)
            elif cost is not None:
                found[id] = Project(id=id, cost=cost, name=_cell(row, places.get("name")))
        return list(found.values())

    def _votes(
        self,
        rows: Sequence[tuple[int, list[str]]],
        meta: Mapping[str, tuple[str, int]],
        known: set[str],
    ) -> Votes | None:
        words, line = meta.get("vote_type", ("", 0))
        kind = _KINDS.get(words)
        if kind is None:
            if words or line:
                self._tell(
                    "choice-none", line, path="vote_type", known=", ".join(_KINDS), got=words
                )
            return None
        needed = ("vote", "points") if kind.has_points else ("vote",)
        places = self._columns(rows, needed, "VOTES")
        if places is None:
            return None
        counts: Counter[tuple[str, str]] = Counter()
        lines: dict[tuple[str, str], int] = {}
        vote, points = places["vote"], places.get("points") if kind.has_points else None
        for line, row in rows[1:]:
            cast = (_cell(row, vote), _cell(row, points))
            counts[cast] += 1
            lines.setdefault(cast, line)
        read = ((self._ballot(cast, lines[cast], known), counts[cast]) for cast in counts)
        ballots: Iterable[tuple[Ballot, int]] = (
            (one, voters) for one, voters in read if one is not None
        )
        if kind is BallotKind.CHOOSE_1:
            ballots = self._only_one(ballots, rows)
        return votes_of(kind, ballots)

    def _only_one(
        self, ballots: Iterable[tuple[Ballot, int]], rows: Sequence[tuple[int, list[str]]]
    ) -> Iterator[tuple[Ballot, int]]:
        for ballot, voters in ballots:
            if len(ballot.applications) > 1:
                self._tell("vote-choose-one", rows[0][0], got=", ".join(ballot.applications))
            else:
                yield ballot, voters

    def _ballot(self, cast: tuple[str, str], line: int, known: set[str]) -> Ballot | None:
        named = [one.strip() for one in cast[0].split(",") if one.strip()]
        if not known.issuperset(named):
            for one in named:
                if one not in known:
                    self._unknown(one, known, line)
        points: list[int] = []
        for words in map(str.strip, cast[1].split(",") if cast[1] else ()):
            if not _POINTS.fullmatch(words):
                self._tell("must-be-whole", line, path="VOTES.points", got=words)
                return None
            points.append(int(words))
        try:
            return Ballot(applications=tuple(named), points=tuple(points))
        except InvalidValue as error:
            self._tell(error.key, line, path="VOTES.vote", **error.values)
            return None

    def _unknown(self, got: str, known: set[str], line: int) -> None:
        error = unknown_name(got, known)
        self._tell(error.key, line, path="VOTES.vote", **error.values)

    def _columns(
        self, rows: Sequence[tuple[int, list[str]]], needed: Sequence[str], section: str
    ) -> dict[str, int] | None:
        if not rows:
            return None
        line, head = rows[0]
        places = {words.strip(): at for at, words in enumerate(head)}
        lacking = [one for one in needed if one not in places]
        for one in lacking:
            self._tell("column-lacking", line, path=section, column=one)
        return None if lacking else places

    def _number(self, given: tuple[str, int], path: str) -> Fraction | None:
        words, line = given
        if not _NUMBER.fullmatch(words):
            self._tell("must-be-number", line, path=path, got=words)
            return None
        if words.startswith("-"):
            self._tell("at-least", line, path=path, least=0, got=words)
            return None
        return Fraction(words)

    def _check_counts(
        self,
        meta: Mapping[str, tuple[str, int]],
        projects: Sequence[Project],
        votes: Votes | None,
    ) -> None:
        """Warn when the file says of itself another number than it has."""
        counts = {"num_projects": len(projects), "num_votes": votes.voters if votes else None}
        for key, count in counts.items():
            said, line = meta.get(key, ("", 0))
            if said and count is not None and said != str(count):
                self._tell("vote-count", line, "warning", path=key, got=count, said=said)

    def _tell(
        self, key: str, line: int, severity: str = "error", /, path: str = "", **values: object
    ) -> None:
        place = Place(file=self._file, line=line)
        problem = Problem(key=key, values=values, place=place, path=path, severity=severity)
        self._problems.append(problem)


def _cell(row: Sequence[str], at: int | None) -> str:
    return row[at].strip() if at is not None and at < len(row) else ""


def _decimal(number: Fraction) -> str:
    """Return the number as a decimal; costs were read as decimals, so that it is exact."""
    if number.denominator == 1:
        return str(number.numerator)
    return str(Decimal(number.numerator) / Decimal(number.denominator))
