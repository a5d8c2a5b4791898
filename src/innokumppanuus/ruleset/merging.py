"""
Nodes of one file put over those of another, led by the types of the nouns; each keeps its place.

It knows which parts of a file are one value, and nothing of rules or of plugins.
"""

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.packs import Override
from innokumppanuus.domain.sources import Fact, Source
from innokumppanuus.errors import Place, Problem
from innokumppanuus.ruleset.document import Listing, Node, Scalar, Table, show
from innokumppanuus.ruleset.reading import attribute_types

REMOVE_KEY, ID_KEY = "remove", "id"
VALUES = (Label, Fact, When, Count, Source)
"""One value each: whoever changes a part says the whole, so that no word or source is left over."""


class Merger:
    """Puts layers over each other; `overrides` and `problems` grow as it goes."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.overrides: list[Override] = []

    def over(self, lower: Table, upper: Table) -> Table:
        """Return what both state of a call; where they differ, what *upper* does."""
        return self._table(Call, lower, upper, "")

    def finished(self, root: Table) -> Table:
        """Return the table without what only takes out; what takes nothing out is told."""
        return self._cleaned(Call, root, "")

    def _table(self, kind: Any, lower: Table, upper: Table, path: str) -> Table:
        above = {key.text: (key, value) for key, value in upper.entries}
        entries: list[tuple[Scalar, Node]] = []
        for key, value in lower.entries:
            over = above.pop(key.text, None)
            inner = f"{path}.{key.text}".removeprefix(".")
            if over is None:
                entries.append((key, value))
            else:
                entries.append((over[0], self._node(_part(kind, key.text), value, over[1], inner)))
        entries += above.values()
        return attrs.evolve(upper, entries=tuple(entries))

    def _cleaned(self, kind: Any, node: Table, path: str) -> Table:
        return attrs.evolve(
            node,
            entries=tuple(
                (key, self._clean(_part(kind, key.text), one, f"{path}.{key.text}".lstrip(".")))
                for key, one in node.entries
            ),
        )

    def _clean(self, kind: Any, node: Node, path: str) -> Node:
        if isinstance(node, Table):
            return self._cleaned(kind, node, path)
        if not isinstance(node, Listing):
            return node
        items = []
        for index, one in enumerate(node.items):
            name = _id(one)
            inner = f"{path}[{index if name is None else name}]"
            if _has_id(kind) and _removal(one) is not None:
                self._tell_removal(one, inner)
            else:
                items.append(self._clean(_member(kind), one, inner))
        return attrs.evolve(node, items=tuple(items))

    def _node(self, kind: Any, lower: Node, upper: Node, path: str) -> Node:
        if isinstance(lower, Table) and isinstance(upper, Table) and _origin(kind) not in VALUES:
            return self._table(kind, lower, upper, path)
        if isinstance(lower, Listing) and isinstance(upper, Listing) and _has_id(kind):
            return self._members(_member(kind), lower, upper, path)
        self._note(lower, upper, path)
        return upper

    def _members(self, kind: Any, lower: Listing, upper: Listing, path: str) -> Listing:
        names = {_id(one) for one in lower.items}
        over = {_id(one): one for one in upper.items if _id(one) is not None}
        items: list[Node] = []
        for one in lower.items:
            name = _id(one)
            change = over.get(name) if name is not None else None
            inner = f"{path}[{name}]"
            if change is None:
                items.append(one)
            elif _removal(change) is None:
                items.append(self._node(kind, one, change, inner))
            elif self._takes_out(change, inner):
                self._note(one, None, inner, change)
        items += [one for one in upper.items if _id(one) is None or _id(one) not in names]
        seen: set[str] = set()
        for one in upper.items:
            name = _id(one)
            if name is not None and name in names and name in seen:
                items.append(one)  # so that the checks tell of an id that is given twice
            seen.add(name or "")
        return attrs.evolve(upper, items=tuple(items))

    def _takes_out(self, change: Node, path: str) -> bool:
        """Return whether the member is one that takes out and says nothing else."""
        assert isinstance(change, Table)
        others = [key.text for key, _ in change.entries if key.text not in (ID_KEY, REMOVE_KEY)]
        word = _removal(change)
        if isinstance(word, Scalar) and word.text in ("true", "True") and not others:
            return True
        got = ", ".join(others) or show(word or change)
        self._tell("remove-alone", word or change, f"{path}.{REMOVE_KEY}", got=got)
        return True

    def _tell_removal(self, node: Node, path: str) -> None:
        self._tell("remove-nothing", _removal(node) or node, path, got=_id(node) or "–")

    def _tell(self, key: str, node: Node, path: str, **values: object) -> None:
        self.problems.append(Problem(key=key, values=values, place=_place(node), path=path))

    def _note(self, lower: Node, upper: Node | None, path: str, at: Node | None = None) -> None:
        was, becomes = words_of(lower), words_of(upper) if upper is not None else ""
        if was == becomes:
            return
        now = upper or at or lower
        self.overrides.append(
            Override(path=path, now=_place(now), before=_place(lower), was=was, becomes=becomes)
        )


def origins(root: Table) -> Iterator[tuple[str, Node, Place]]:
    """Yield everything in the table with its path and place, outer before inner."""
    yield from _walk(root, "")


def words_of(node: Node) -> str:
    """Return the node on one line, nearly as the file writes it."""
    if isinstance(node, Table):
        return "{" + ", ".join(f"{key.text}: {words_of(one)}" for key, one in node.entries) + "}"
    if isinstance(node, Listing):
        return "[" + ", ".join(words_of(one) for one in node.items) + "]"
    assert isinstance(node, Scalar)
    return " ".join(node.text.split())


def is_leaf(node: Node) -> bool:
    """Return whether nothing stands inside the node."""
    return not (
        isinstance(node, Table) and node.entries or isinstance(node, Listing) and node.items
    )


def _walk(node: Node, path: str) -> Iterator[tuple[str, Node, Place]]:
    if path:
        yield path, node, _place(node)
    if isinstance(node, Table):
        for key, one in node.entries:
            yield from _walk(one, f"{path}.{key.text}".removeprefix("."))
    elif isinstance(node, Listing):
        for index, one in enumerate(node.items):
            name = _id(one)
            yield from _walk(one, f"{path}[{index if name is None else name}]")


def _place(node: Node) -> Place:
    return Place(file=node.file, line=node.line, column=node.column)


def _id(node: Node) -> str | None:
    """Return the id of a member of a list; None when it has none."""
    if not isinstance(node, Table):
        return None
    found = (one for key, one in node.entries if key.text == ID_KEY)
    return next((one.text for one in found if isinstance(one, Scalar)), None)


def _removal(node: Node) -> Node | None:
    entries = node.entries if isinstance(node, Table) else ()
    return next((one for key, one in entries if key.text == REMOVE_KEY), None)


def _bound(kind: Any) -> Any:
    """Return the type without the None that it may also be."""
    if get_origin(kind) in (Union, UnionType):
        return next(one for one in get_args(kind) if one is not type(None))
    return kind


def _origin(kind: Any) -> Any:
    return get_origin(_bound(kind)) or _bound(kind)


def _part(kind: Any, key: str) -> Any:
    """Return the type of what stands under *key*; any type where the noun has no such key."""
    bound = _bound(kind)
    if get_origin(bound) is Mapping:
        return get_args(bound)[1]
    if _origin(bound) in VALUES or not attrs.has(bound):
        return object
    return attribute_types(bound).get(key, object)


def _member(kind: Any) -> Any:
    bound = _bound(kind)
    return get_args(bound)[0] if get_origin(bound) is tuple else object


def _has_id(kind: Any) -> bool:
    inner = _member(kind)
    return attrs.has(inner) and ID_KEY in attribute_types(inner)
