"""One run of the command line: what it works with, what it says and what it hands to scripts."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import attrs
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from innokumppanuus.errors import Place, PluginError, Problem
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.switches import Switches
from innokumppanuus.faces.cli.widths import broken, column_widths
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.reports.pieces import Grid
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace

FORMAT = 1
"""Version of the shape of what `--json` prints."""


@attrs.define(kw_only=True)
class Session:
    """
    What commands get to work with.

    With `--json` nothing is said: `data` and `problems` are printed as one document at the end.

    Attributes:
        switches: What holds for the whole run.
        texts: All words that are said.
        workspace: Plugins, rule sets and the engine.
        faces: Report formats, commands and texts of plugins.
        faults: What is wrong with plugins that were left out so that the run could go on.
        out: Where answers go.
        err: Where progress goes, and what the command line itself has to tell.
        command: What was asked for.
        data: What scripts get.
        problems: What scripts get of problems.
        code: What the run came to.
    """

    switches: Switches
    texts: Texts
    out: Console
    err: Console
    workspace: Workspace
    faces: FacePlugins
    faults: tuple[PluginError, ...] = ()
    command: str = ""
    data: dict[str, object] = attrs.field(factory=dict)
    problems: list[Problem] = attrs.field(factory=list)
    code: Code = Code.DONE

    def say(self, key: str, /, **values: object) -> None:
        """Say a sentence."""
        self.line(self.texts.say(key, **values))

    def line(self, words: str = "") -> None:
        """Say words that are sentences already."""
        if not self.switches.as_json:
            self.out.print(plain(words), soft_wrap=True)

    def table(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Show a table; *title* is a text key, all else is words already."""
        if self.switches.as_json:
            return
        self.say(title)
        listed = [[plain(cell).plain for cell in row] for row in rows]
        headings = [plain(column).plain for column in columns]
        widths = column_widths(headings, listed, self.out.width)
        if widths is None:
            self._stack(headings, listed)
            return
        table = Table(box=SIMPLE_HEAD, pad_edge=False)
        for heading, width in zip(headings, widths, strict=True):
            table.add_column(Text(broken(heading, width)), width=width, no_wrap=True)
        for row in listed:
            table.add_row(*(Text(broken(*one)) for one in zip(row, widths, strict=True)))
        self.out.print(table)

    def grid(self, grid: Grid) -> None:
        """Show a table of words; nothing when it has no rows."""
        if grid.rows:
            self.table(grid.title, grid.columns, grid.rows)

    def _stack(self, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Show rows one below the other, each cell on a line of its own after its heading."""
        self.line()
        for row in rows:
            for heading, cell in zip(headings, row, strict=True):
                self.line(f"{heading}: {cell}")
            self.line()

    def report(self, problems: Iterable[Problem]) -> bool:
        """Show located problems; return whether one of them stops the work."""
        found = tuple(problems)
        self.problems.extend(found)
        for problem in found:
            self.line(self.texts.problem(problem))
        stops = any(problem.severity == "error" for problem in found)
        if stops:
            self.code = Code.PROBLEMS
        return stops

    @contextmanager
    def working(self, key: str) -> Iterator[None]:
        """Show on a terminal what is going on while it goes on."""
        if self.switches.as_json or not self.err.is_terminal:
            yield
            return
        with self.err.status(plain(self.texts.say(key))):
            yield

    def finish(self) -> None:
        """Print what scripts get, when they asked for it."""
        if self.switches.as_json:
            write_json(self.out.file, self.command, self.code, self.data, self.problems, self.texts)


def write_json(
    file: IO[str],
    command: str,
    code: Code,
    data: Mapping[str, object],
    problems: Iterable[Problem],
    texts: Texts,
) -> None:
    """Print the one document of `--json`: the same keys whatever happened."""
    document = {
        "innokumppanuus": FORMAT,
        "command": command,
        "code": int(code),
        "result": dict(data),
        "problems": [_problem(problem, texts) for problem in problems],
    }
    json.dump(document, file, ensure_ascii=False, indent=2, sort_keys=True)
    file.write("\n")


def plain(words: str) -> Text:
    """Return words for the screen without anything that could steer a terminal."""
    return Text("".join(one if one == "\n" or _is_shown(one) else "\ufffd" for one in words))


def file_place(path: Path | str) -> Place:
    """Return the place of a whole file."""
    return Place(file=str(path))


def _is_shown(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")


def _problem(problem: Problem, texts: Texts) -> dict[str, object]:
    place = problem.place
    return {
        "key": problem.key,
        "severity": problem.severity,
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "line": place.line,
        "column": place.column,
        "path": problem.path,
        "values": {name: str(value) for name, value in sorted(problem.values.items())},
        "text": texts.say(f"problem.{problem.key}", **problem.values),
    }
