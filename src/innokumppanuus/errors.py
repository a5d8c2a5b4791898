"""
Every error and every located problem of the package.

    InnokumppanuusError
    ├── InvalidValue            a noun was given something it cannot be
    ├── PluginError             names the plugin at fault in .plugin
    │   ├── PluginNotLoaded     its module cannot be imported
    │   ├── HookMisspelt        it offers a hook that does not exist
    │   ├── HookArguments       its hook asks for arguments that are not offered
    │   ├── HookRaised          its hook raised, or returned something else than promised
    │   └── KeyClash            two plugins offer the same key
    ├── UnknownKey              a key that no plugin offers; carries what is offered
    │   └── UnknownPlugin       a plugin that is not installed
    ├── ParameterNotInForce     a dated value that does not hold on the day asked for
    ├── Problems                carries all located problems of one piece of work
    │   ├── RuleSetProblems     ... of a rule set file
    │   ├── ExpressionProblems  ... of one expression, placed within its text
    │   ├── IntakeProblems      ... of a spreadsheet or csv file
    │   └── RecordProblems      ... of a stored record
    ├── HostileFile             a file that is refused before it is read
    ├── MissingText             a text key that no catalogue of the language has
    ├── Stopped                 a long reckoning that a person stopped; there is no result
    └── SelectionError
        ├── NothingFits         no set of applications keeps the limits
        ├── TooManyApplications more than an exact method of the core takes
        ├── TooManyCells        a region of weights falls into more parts than are reckoned exactly
        └── TooManyReadings     more than the core shares out among evaluators

A finding about an applicant is not an error: see `domain.findings`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

import attrs

from innokumppanuus.problem_texts import PROBLEM_TEXTS


class InnokumppanuusError(Exception):
    """The common base: an operator's or a programmer's problem, said in one sentence per fact."""


class InvalidValue(InnokumppanuusError, ValueError):
    """
    A noun was given a value that it cannot hold.

    *key* names the message in the catalogues (`problem.<key>`); *values* fill it in.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(english(key, values))


def unknown_name(got: str, known: Iterable[str], **values: object) -> InvalidValue:
    """Return that *got* is none of the *known* names, with the one that it was meant to be."""
    for meant in get_close_matches(got, sorted(known), n=1):
        return InvalidValue("unknown-name", got=got, meant=meant, **values)
    return InvalidValue("unknown-name-none", got=got, **values)


@attrs.frozen(kw_only=True, order=True)
class Place:
    """Where in somebody's file: lines and columns count from 1; sheet and cell of a table."""

    file: str = ""
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        cell = "!".join(part for part in (self.sheet, self.cell) if part)
        return ":".join([part for part in (self.file, cell) if part] + numbers)


@attrs.frozen(kw_only=True, order=False)
class Problem:
    """
    One thing that is wrong in somebody's file, for a person to mend.

    Attributes:
        key: Stable name of the message; its English is in `problem_texts`, the others in the
            catalogues under `problem.<key>`.
        values: What fills the message in.
        place: Where it is.
        path: What it is about, in the words of the file, as `criteria[2].weight`.
        severity: `error` stops the work, `warning` does not.
    """

    key: str
    values: Mapping[str, object] = attrs.field(factory=dict)
    place: Place = Place()
    path: str = ""
    severity: str = attrs.field(
        default="error", validator=attrs.validators.in_(("error", "warning"))
    )

    def __str__(self) -> str:
        head = ": ".join(part for part in (str(self.place), self.path) if part)
        body = english(self.key, self.values)
        return f"{head}: {body}" if head else body

    def sort_key(self) -> tuple[str, str, int, int, int, str, str, str]:
        """Order of the file: lines by number, cells by row and then by column."""
        place = self.place
        column = place.cell.rstrip("0123456789")
        row = int(place.cell[len(column) :] or 0)
        body = english(self.key, self.values)
        line = place.line or row
        return (
            place.file,
            place.sheet,
            line,
            place.column,
            len(column),
            column,
            self.path,
            body,
        )


class Problems(InnokumppanuusError):
    """All the located problems of one piece of work, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems, key=Problem.sort_key))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RuleSetProblems(Problems):
    """The rule set file cannot be used as it stands."""


class ExpressionProblems(Problems):
    """The expression cannot be used as it stands; lines and columns are those of its text."""


class IntakeProblems(Problems):
    """The spreadsheet or csv file cannot be used as it stands."""


class RecordProblems(Problems):
    """The stored record cannot be read back."""


class HostileFile(InnokumppanuusError):
    """A file is refused before its content is read: *key* and *values* say why."""

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(english(key, values))


class MissingText(InnokumppanuusError, LookupError):
    """No catalogue of `.language` has a text for `.key`."""

    def __init__(self, key: str, language: str) -> None:
        self.key = key
        self.language = language
        super().__init__(
            f"The text '{key}' is in no catalogue of language '{language}'. "
            f"Add it, and build the catalogues with 'make texts'."
        )


class PluginError(InnokumppanuusError):
    """Something is wrong with the plugin named in `.plugin`; `.problem` says what, by its key."""

    def __init__(self, plugin: str, key: str, /, **values: object) -> None:
        self.plugin = plugin
        self.problem = Problem(key=key, values={"plugin": plugin, **values})
        super().__init__(str(self.problem))


class PluginNotLoaded(PluginError):
    """The plugin's module cannot be imported; the rest can be used by blocking it."""


class HookMisspelt(PluginError):
    """The plugin marks a function as a hook that does not exist."""


class HookArguments(PluginError):
    """The plugin's hook asks for arguments that are not offered."""


class HookRaised(PluginError):
    """The plugin's hook raised, or returned something else than it promises."""


class KeyClash(PluginError):
    """Two plugins offer the same key; both are named."""

    def __init__(self, kind: str, key: str, plugins: tuple[str, str]) -> None:
        self.kind = kind
        self.key = key
        self.plugins = plugins
        first, second = plugins
        super().__init__(first, "key-clash", kind=kind, key=key, first=first, second=second)


class UnknownKey(InnokumppanuusError, LookupError):
    """No plugin offers the key; `.known` lists those that are offered, `.meant` is like it."""

    def __init__(self, kind: str, key: str, known: Iterable[str]) -> None:
        self.kind = kind
        self.key = key
        self.known = tuple(sorted(known))
        self.meant = next(iter(get_close_matches(key, self.known, n=1)), None)
        offered = ", ".join(f"'{one}'" for one in self.known) or "none"
        hint = f" Did you mean '{self.meant}'?" if self.meant else ""
        super().__init__(f"{self._lacking()}{hint} Offered: {offered}.")

    def _lacking(self) -> str:
        return f"The {self.kind} '{self.key}' is not offered by any plugin."


class UnknownPlugin(UnknownKey):
    """No plugin of the name is installed; `.known` lists those that are."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__("plugin", name, known)

    def _lacking(self) -> str:
        return f"The plugin '{self.key}' is not installed."


class ParameterNotInForce(InnokumppanuusError, LookupError):
    """The dated value `.key` has no value on `.day`."""

    def __init__(self, key: str, day: date) -> None:
        self.key = key
        self.day = day
        super().__init__(english("parameter-not-in-force", {"parameter": key, "day": day}))


class Stopped(InnokumppanuusError):
    """A person stopped a long reckoning: there is no result, and nothing is wrong."""

    def __init__(self) -> None:
        super().__init__("The reckoning was stopped before it was done; there is no result.")


class SelectionError(InnokumppanuusError):
    """
    A selection cannot be made as the rule set asks.

    `.problem` says why by its key, and where in the rule set that is decided. *at* is the path
    there; the place in the file is put in by those who know the file.
    """

    def __init__(self, key: str, /, at: str = "", **values: object) -> None:
        self.problem = Problem(key=key, values=values, path=at)
        super().__init__(english(key, values))


class NothingFits(SelectionError):
    """No set of applications keeps every hard limit."""

    def __init__(self) -> None:
        super().__init__("choice-nothing-fits", at="selection.limits")


class TooManyApplications(SelectionError):
    """More applications than an exact method of the core takes; `.limit` says how many it does."""

    def __init__(self, count: int, limit: int) -> None:
        self.count = count
        self.limit = limit
        super().__init__("choice-too-many", at="selection.selector", count=count, limit=limit)


class TooManyCells(SelectionError):
    """A region of weights falls into more parts than are reckoned exactly; see `.limit`."""

    def __init__(self, count: int, limit: int) -> None:
        self.count = count
        self.limit = limit
        super().__init__("choice-too-many-cells", count=count, limit=limit)


class TooManyReadings(SelectionError):
    """More possible readings than a method shares out; `.limit` says how many it does."""

    def __init__(self, count: int, limit: int) -> None:
        self.count = count
        self.limit = limit
        path = "assessment.panel.assigner"
        super().__init__("panel-too-many-readings", at=path, count=count, limit=limit)


def english(key: str, values: Mapping[str, object]) -> str:
    """
    Return the English sentence of problem *key*, filled in with *values*.

    A key with a dot is a plugin's own, whose sentences are in its catalogues under
    `problem.<key>`; here it is said by its key and values.
    """
    if "." in key:
        told = ", ".join(f"{name} {value}" for name, value in sorted(values.items()))
        return f"{key} ({told})" if told else key
    return PROBLEM_TEXTS[key].format_map(dict(values))
