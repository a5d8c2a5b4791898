"""
A YAML 1.2 text as nodes that know their place. It knows nothing of calls.

Everything is text until a type asks for more, so that `NO`, `23:59` and `010` stay as written.
Tags, anchors, aliases and merge keys are refused: one value stands in one place.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import attrs
import yaml

from innokumppanuus.errors import Place, Problem, RuleSetProblems

MOST_BYTES = 1_000_000
MOST_DEPTH = 32
MOST_MARKS = 30
"""Combining marks on one letter, as in the stream-safe format of Unicode; to put more of them in
order takes time by the square of their number."""

_MOST_CHARACTERS_SHOWN = 5
_NOTHING = ("", "~", "null", "Null", "NULL")
_REFUSED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = re.compile(rf"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@attrs.frozen(kw_only=True)
class Node:
    """
    Something in the text.

    Attributes:
        line: From 1.
        column: From 1.
        start: Index of its first character in the text.
        end: Index after its last character.
        file: Name of the text it stands in.
    """

    line: int
    column: int
    start: int
    end: int
    file: str = ""


@attrs.frozen(kw_only=True)
class Scalar(Node):
    """Words or a number; *style* is `'`, `"`, `|`, `>` or empty for plain."""

    text: str
    style: str

    @property
    def is_nothing(self) -> bool:
        return not self.style and self.text in _NOTHING


@attrs.frozen(kw_only=True)
class Listing(Node):
    """A list."""

    items: tuple[Node, ...]


@attrs.frozen(kw_only=True)
class Table(Node):
    """Keys with values, in the order of the text; every key once."""

    entries: tuple[tuple[Scalar, Node], ...]


@attrs.frozen(kw_only=True)
class Document:
    """
    A whole text with its name and its root.

    Attributes:
        name: Name of the file.
        text: All of it.
        root: The outermost table.
        others: Texts of other files that nodes under the root stand in, by name.
    """

    name: str
    text: str
    root: Table
    others: Mapping[str, str] = attrs.field(factory=dict)

    def place(self, node: Node) -> Place:
        return Place(file=node.file or self.name, line=node.line, column=node.column)

    def text_of(self, node: Node) -> str:
        """Return the text that the node stands in."""
        return self.others.get(node.file, self.text)


def read_text(path: Path) -> str:
    """Return the text of the file, or raise RuleSetProblems when it cannot be read."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        key = "file-missing" if isinstance(error, FileNotFoundError) else "file-unreadable"
        raise _refusal(key, Place(file=path.name)) from error
    return decode(raw, path.name)


def decode(raw: bytes, name: str) -> str:
    """Return the text of *raw*, or raise RuleSetProblems when it is too long or not UTF-8."""
    if len(raw) > MOST_BYTES:
        raise _refusal("yaml-size", Place(file=name), limit=MOST_BYTES, got=len(raw))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        place = _place_after(before, name)
        raise _refusal("yaml-encoding", place, got=f"{raw[error.start]:#04x}") from error


def parse(text: str, name: str) -> Document:
    """
    Return the text as a document; words are normalised to NFC and lines to end in \\n.

    Raises:
        RuleSetProblems: With every refused thing, or the first place that is not YAML.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse_marks(text, name)
    text = unicodedata.normalize("NFC", text)
    size = len(text.encode("utf-8", errors="replace"))
    if size > MOST_BYTES:
        raise _refusal("yaml-size", Place(file=name), limit=MOST_BYTES, got=size)
    _refuse_characters(text, name)
    composer = _Composer(name)
    try:
        composer.run(text)
    except yaml.MarkedYAMLError as error:
        composer.problems.append(_syntax(error, text, name))
    if composer.problems:
        raise RuleSetProblems(composer.problems)
    if composer.root is None or _is_nothing(composer.root):
        raise _refusal("yaml-empty", Place(file=name))
    if not isinstance(composer.root, Table):
        place = Place(file=name, line=composer.root.line, column=composer.root.column)
        raise _refusal("must-be-mapping", place, got=show(composer.root))
    return Document(name=name, text=text, root=composer.root)


def show(node: Node, most: int = 40) -> str:
    """Return the node in a few characters that need no translation."""
    if isinstance(node, Scalar):
        return _short(node.text, most)
    return "{…}" if isinstance(node, Table) else "[…]"


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_nothing


@attrs.define
class _Open:
    """A list or table whose end has not been seen yet."""

    mark: Any
    is_table: bool
    parts: list[Node] = attrs.field(factory=list)


class _Composer:
    """Makes nodes of events without recursion, and gathers what is refused."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._documents = 0

    def run(self, text: str) -> None:
        for event in yaml.parse(text, _LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._refuse("yaml-documents", event.start_mark)
                    return
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._add(self._close(self._open.pop(), event.end_mark))
            if len(self._open) > MOST_DEPTH:
                self._refuse("yaml-depth", event.start_mark, limit=MOST_DEPTH)
                return

    def _node(self, event: yaml.NodeEvent) -> None:
        mark = event.start_mark
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._refuse("yaml-anchor", mark, got=_short(f"{sign}{event.anchor}"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse("yaml-tag", mark, got=_short(tag))
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append(_Open(mark, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.ScalarEvent):
            style = event.style if event.style in ("'", '"', "|", ">") else ""
            self._add(
                Scalar(text=event.value, style=style or "", **self._span(mark, event.end_mark))
            )
        else:
            self._add(Scalar(text="", style="'", **self._span(mark, event.end_mark)))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].parts.append(node)
        else:
            self.root = node

    def _close(self, opened: _Open, end: Any) -> Node:
        span = self._span(opened.mark, end)
        if not opened.is_table:
            return Listing(items=tuple(opened.parts), **span)
        return Table(entries=tuple(self._entries(opened.parts)), **span)

    def _entries(self, parts: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, int] = {}
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            place = Place(file=self.name, line=key.line, column=key.column)
            if not isinstance(key, Scalar) or key.is_nothing:
                self.problems.append(
                    Problem(key="yaml-key", values={"got": show(key)}, place=place)
                )
            elif key.text == "<<" and not key.style:
                self.problems.append(Problem(key="yaml-merge", place=place))
            elif key.text in seen:
                values = {"got": show(key), "line": seen[key.text]}
                self.problems.append(Problem(key="key-twice", values=values, place=place))
            else:
                seen[key.text] = key.line
                yield key, value

    def _span(self, start: Any, end: Any) -> dict[str, Any]:
        return {
            "line": start.line + 1,
            "column": start.column + 1,
            "start": start.index,
            "end": end.index,
            "file": self.name,
        }

    def _refuse(self, key: str, mark: Any, **values: object) -> None:
        place = Place(file=self.name, line=mark.line + 1, column=mark.column + 1)
        self.problems.append(Problem(key=key, values=values, place=place))


def _refuse_marks(text: str, name: str) -> None:
    """Raise RuleSetProblems at the first letter that has too many combining marks."""
    for match in _MARKS.finditer(text):
        marks = 0
        for at, character in enumerate(match[0], start=match.start()):
            marks = marks + 1 if unicodedata.combining(character) else 0
            if marks > MOST_MARKS:
                place = _place_after(text[: at - MOST_MARKS], name)
                raise _refusal("yaml-marks", place, limit=MOST_MARKS)


def _refuse_characters(text: str, name: str) -> None:
    found = tuple(islice(_REFUSED.finditer(text), _MOST_CHARACTERS_SHOWN))
    if found:
        raise RuleSetProblems(
            Problem(
                key="yaml-character",
                values={"got": f"U+{ord(match[0]):04X}"},
                place=_place_after(text[: match.start()], name),
            )
            for match in found
        )


def _syntax(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Problem(key="yaml-syntax", values={"got": error.problem}, place=Place(file=name))
    place = Place(file=name, line=mark.line + 1, column=mark.column + 1)
    if text[mark.index : mark.index + 1] == "\t":
        return Problem(key="yaml-tab", place=place)
    return Problem(key="yaml-syntax", values={"got": error.problem}, place=place)


def _place_after(before: str, name: str) -> Place:
    lines = before.split("\n")
    return Place(file=name, line=len(lines), column=len(lines[-1]) + 1)


def _refusal(key: str, place: Place, **values: object) -> RuleSetProblems:
    return RuleSetProblems([Problem(key=key, values=values, place=place)])
