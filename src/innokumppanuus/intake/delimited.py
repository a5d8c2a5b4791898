"""Reads csv text, whatever its encoding and separator. It does not know what the cells mean."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import attrs

from innokumppanuus.errors import HostileFile, IntakeProblems, Place, Problem
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.safety import MOST_CHARACTERS, Content

SEPARATORS = (";", ",", "\t", "|")
_SAMPLE_RECORDS = 60
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NEUTRAL = re.compile(r"'*\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")


@attrs.frozen(kw_only=True)
class OpenQuote(Exception):
    """A quotation mark that is never closed; *record* is where it opens."""

    record: int
    column: int


def read(
    content: Content, count_known: Callable[[Table], int]
) -> tuple[Table, tuple[Problem, ...]]:
    """
    Return the table in *content* and warnings of how it was read.

    Args:
        content: A csv file.
        count_known: How many headings of a table somebody knows; it tells the separator.

    Raises:
        IntakeProblems: When its encoding or its quotation marks cannot be told.
        HostileFile: When a cell is longer than a spreadsheet could hold.
    """
    text, warnings = decode(content)
    line = _SEPARATOR_LINE.match(text)
    body = text[line.end() :] if line else text
    separators = (line[1],) if line else SEPARATORS
    separator = separators[0] if line else _sniff(body, separators, content.name, count_known)
    try:
        records = list(parse(body, separator))
    except OpenQuote as quote:
        cell = Cell(row=quote.record, column=quote.column, value="")
        place = Table(file=content.name).place(cell)
        raise IntakeProblems([Problem(key="quote-open", place=place)]) from quote
    return _table(records, content.name), warnings


def decode(content: Content) -> tuple[str, tuple[Problem, ...]]:
    """Return the text; a warning says so when its encoding had to be taken for granted."""
    raw = content.raw
    place = Place(file=content.name)
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            return _without_nulls(raw.decode("utf-16"), content.name), ()
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise IntakeProblems([Problem(key="file-encoding", place=place)]) from error
    return text, (Problem(key="file-encoding-assumed", place=place, severity="warning"),)


def parse(text: str, separator: str) -> Iterator[list[str]]:
    """
    Yield the cells of each record; quoted cells may hold separators and line ends.

    Raises:
        OpenQuote: When a quotation mark that opens a cell is never closed.
    """
    ends = re.compile(rf"{re.escape(separator)}|\r\n|\r|\n")
    record: list[str] = []
    position, number = 0, 1
    while position < len(text):
        value = ""
        if text.startswith('"', position):
            value, position = _quoted(text, position, number, len(record) + 1)
        end = ends.search(text, position)
        stop = end.start() if end else len(text)
        record.append(value + text[position:stop])
        position = end.end() if end else len(text)
        if end is None or end[0] != separator:
            yield record
            record, number = [], number + 1
        elif position == len(text):
            yield [*record, ""]
            return


def _quoted(text: str, position: int, record: int, column: int) -> tuple[str, int]:
    start = position + 1
    end = text.find('"', start)
    while end != -1 and text.startswith('""', end):
        end = text.find('"', end + 2)
    if end == -1:
        raise OpenQuote(record=record, column=column)
    return text[start:end].replace('""', '"'), end + 1


def restore(text: str) -> str:
    """Return the text as it was before `writing.neutral` kept it from being a formula."""
    return text[1:] if text.startswith("'") and _NEUTRAL.match(text[1:]) else text


def needs_neutralising(text: str) -> bool:
    """Return whether a spreadsheet might take *text* in a csv file for a formula."""
    return _NEUTRAL.match(text) is not None


def _sniff(
    text: str, separators: tuple[str, ...], name: str, count_known: Callable[[Table], int]
) -> str:
    scored = [(_score(text, one, name, count_known), one) for one in separators]
    best = max(score for score, _ in scored)
    return next(one for score, one in scored if score == best)


def _score(
    text: str, separator: str, name: str, count_known: Callable[[Table], int]
) -> tuple[int, float, int]:
    """Known headings first; else how many records agree on how many columns."""
    sample: list[list[str]] = []
    try:
        for record in parse(text, separator):
            sample.append(record)
            if len(sample) == _SAMPLE_RECORDS:
                break
    except OpenQuote:
        pass  # it is told when the whole is read
    widths = Counter(len(record) for record in sample if any(record))
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
    share = count / max(widths.total(), 1) if width > 1 else 0.0
    return count_known(_table(sample, name)), share, width


def _table(records: list[list[str]], name: str) -> Table:
    rows = []
    for number, record in enumerate(records, start=1):
        cells = {
            column: Cell(row=number, column=column, value=restore(_lines(value)))
            for column, value in enumerate(record, start=1)
            if value.strip()
        }
        _check_length(cells, name)
        if cells:
            rows.append(Row(number=number, cells=cells, width=len(record)))
    return Table(file=name, rows=tuple(rows))


def _check_length(cells: dict[int, Cell], name: str) -> None:
    for cell in cells.values():
        size = len(str(cell.value))
        if size > MOST_CHARACTERS:
            raise HostileFile(
                "cell-too-long", file=name, cell=cell.address, size=size, limit=MOST_CHARACTERS
            )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _without_nulls(text: str, name: str) -> str:
    if "\x00" in text:
        raise HostileFile("file-binary", file=name)
    return text
