"""Dated values of law and policy out of YAML files, so that plugins ship data and not code."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.parameters import (
    AMOUNTS,
    Parameter,
    ParameterAmount,
    Unit,
)
from innokumppanuus.domain.sources import Source
from innokumppanuus.errors import Place, Problem, RuleSetProblems
from innokumppanuus.ruleset.document import (
    MOST_BYTES,
    Document,
    Node,
    Scalar,
    Table,
    decode,
    parse,
    show,
)
from innokumppanuus.ruleset.drafts import BROKEN, Draft
from innokumppanuus.ruleset.expressions.complaints import closest
from innokumppanuus.ruleset.reading import Reader

SOURCES_KEY, UNIT_KEY = "sources", "unit"


@attrs.frozen(kw_only=True)
class ParameterFile:
    """
    A file of dated values.

    Attributes:
        sources: What values may name as their source, by key; a value may also say it in full.
        parameters: The dated values, each key once.
    """

    sources: Mapping[str, Source] = attrs.field(factory=dict)
    parameters: tuple[Parameter, ...]


def read_parameters(path: str | Path) -> tuple[Parameter, ...]:
    """
    Return the dated values in the file, in its order.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        key = "file-missing" if isinstance(error, FileNotFoundError) else "file-unreadable"
        raise RuleSetProblems([Problem(key=key, place=Place(file=path.name))]) from error
    return parameters_in(decode(raw, path.name), path.name)


def parameters_in(text: str, name: str) -> tuple[Parameter, ...]:
    """
    Return the dated values in the text; *name* is the file that messages name.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    reader = _ParameterReader(parse(text, name))
    draft = reader.whole(ParameterFile)
    problems = [*reader.problems, *_keys_twice(reader.document, draft)]
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, ParameterFile)
    return draft.value.parameters


class _ParameterReader(Reader):
    """Reads amounts by the unit of their parameter, and sources by their key."""

    def __init__(self, document: Document) -> None:
        super().__init__(document, str(attrs.fields(Call).zone.default))
        self._amount: type | None = None
        entries = {key.text: node for key, node in document.root.entries}
        self._sources = entries.get(SOURCES_KEY)

    def read(self, kind: Any, node: Node, path: str) -> Draft:
        if kind is Parameter:
            self._amount = _amount_of(node)
        if kind == ParameterAmount:
            if self._amount is None:  # the unit has had its problem told
                return Draft(kind=kind, node=node, path=path, value=BROKEN)
            return super().read(self._amount, node, path)
        if kind is Source and isinstance(node, Scalar) and not node.is_nothing:
            return self._named(node, path)
        return super().read(kind, node, path)

    def _named(self, node: Scalar, path: str) -> Draft:
        entries = self._sources.entries if isinstance(self._sources, Table) else ()
        known = {key.text: value for key, value in entries}
        if node.text in known and isinstance(known[node.text], Table):
            before = len(self.problems)
            named = super().read(Source, known[node.text], f"{SOURCES_KEY}.{node.text}")
            del self.problems[before:]  # they are told where the source stands
            return attrs.evolve(named, node=node, path=path)
        meant = closest(node.text, known)
        if meant is None:
            self.tell("unknown-name-none", node, path, got=show(node))
        else:
            self.tell("unknown-name", node, path, got=show(node), meant=meant)
        return Draft(kind=Source, node=node, path=path, value=BROKEN)


def _amount_of(node: Node) -> type | None:
    """Return what the values of the parameter are; None when its unit cannot be read."""
    entries = node.entries if isinstance(node, Table) else ()
    units = [value for key, value in entries if key.text == UNIT_KEY]
    word = units[0].text if units and isinstance(units[0], Scalar) else ""
    return AMOUNTS[Unit(word)] if word in list(Unit) else None


def _keys_twice(document: Document, draft: Draft) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for one in draft.each("parameters"):
        at, key = one.at("key"), one.known(str, "key")
        if at is None or key is None:
            continue
        if key in lines:
            values = {"got": show(at.node), "line": lines[key]}
            yield Problem(
                key="id-twice", values=values, place=document.place(at.node), path=at.path
            )
        lines.setdefault(key, at.node.line)
