"""
Nodes of a file into drafts of the nouns, led by the types of their attributes.

It goes on after every problem, so that one reading tells them all; what a broken value would have
been is left open. It checks each value by itself: how values fit together is for `checks`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import partial
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from innokumppanuus.domain.call import Call, Field
from innokumppanuus.domain.dates import Count, Precision, When
from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.programme import Programme
from innokumppanuus.domain.sources import Fact
from innokumppanuus.errors import InvalidValue, Problem
from innokumppanuus.ruleset.document import Document, Listing, Node, Scalar, Table, show
from innokumppanuus.ruleset.drafts import BROKEN, Draft
from innokumppanuus.ruleset.expressions.complaints import closest
from innokumppanuus.ruleset.limits import limits_of
from innokumppanuus.ruleset.scalars import (
    read_count,
    read_date,
    read_decimal,
    read_exact,
    read_money,
    read_plain,
    read_when,
    read_whole,
    read_yes_no,
)
from innokumppanuus.ruleset.stated_values import Asked, fitting, name_in

VERSION_KEY, VERSION = "innokumppanuus", 1
_PATTERN_KEYS = {
    (Field, "id"): "id-of-field",
    (Call, "id"): "id-of-call",
    (Programme, "id"): "id-of-call",
}
_BLAMED = {
    "target-range": "target",
    "scale-order": "levels",
    "scale-step": "levels",
    "fact-missing": "status",
    "fact-note": "status",
    "count-order": "most",
    "parameter-overlap": "values",
    "parameter-unit": "values",
    "parameter-word": "values",
}
_OF_MISSING = ("label-empty", "fact-missing")
_WORDS: Mapping[Any, Callable[[str], object]] = {
    str: str,
    int: read_whole,
    float: read_decimal,
    bool: read_yes_no,
    Fraction: read_exact,
    Money: read_money,
    BusinessId: BusinessId,
    date: read_date,
}


def attribute_types(kind: Any) -> dict[str, Any]:
    """Return the type of each attribute of the noun *kind*, by name."""
    hints = get_type_hints(kind)
    return {attribute.name: hints[attribute.name] for attribute in attrs.fields(kind)}


class Reader:
    """
    Reads one document; `problems` and `asked` grow as it goes.

    Args:
        document: What is read.
        zone: In which bare times are meant.
        stated: Dated values that may stand in the place of a number or sum, by their name. What
            names another is left open: who finds the values tells what is wrong with it.
    """

    def __init__(
        self, document: Document, zone: str, stated: Mapping[str, UsedParameter] | None = None
    ) -> None:
        self.document = document
        self.zone = zone
        self.stated = stated or {}
        self.problems: list[Problem] = []
        self.asked: list[Asked] = []

    def call(self) -> Draft:
        """Return the whole file as the draft of a call."""
        return self.whole(Call)

    def whole(self, kind: Any) -> Draft:
        """Return the whole file as the draft of a *kind*, after the version of its format."""
        hints = {VERSION_KEY: int, **attribute_types(kind)}
        required = [VERSION_KEY, *_required(kind)]
        parts, strange = self._parts(self.document.root, "", hints, required)
        version = parts.pop(VERSION_KEY, None)
        if version is not None and version.value not in (VERSION, BROKEN):
            got = show(version.node)
            self.tell("version", version.node, version.path, must=VERSION, got=got)
        return self._noun(kind, self.document.root, "", parts, strange)

    def tell(self, key: str, node: Node, path: str, **values: object) -> None:
        """Note a problem of the node."""
        place = self.document.place(node)
        self.problems.append(Problem(key=key, values=values, place=place, path=path))

    def read(self, kind: Any, node: Node, path: str) -> Draft:
        """Return the node as a draft of *kind*, a type as the nouns have them."""
        if get_origin(kind) in (Union, UnionType):
            kind = next(one for one in get_args(kind) if one is not type(None))
        if isinstance(node, Scalar) and node.is_nothing and kind is not object:
            self.tell("no-value", node, path)
            return Draft(kind=kind, node=node, path=path, value=BROKEN)
        origin = get_origin(kind) or kind
        if origin is Fact:
            return self._fact(kind, node, path)
        if origin is When:
            return self._when(node, path)
        if origin is tuple:
            return self._list(kind, node, path)
        if origin is Mapping:
            return self._mapping(kind, node, path)
        if kind is object:
            return self._plain(node, path)
        if isinstance(node, Scalar):
            return self._scalar(kind, node, path)
        if attrs.has(kind) and kind not in _WORDS:
            if not isinstance(node, Table):
                return self._wrong(kind, "must-be-mapping", node, path)
            types = attribute_types(kind)
            return self._noun(kind, node, path, *self._parts(node, path, types, _required(kind)))
        return self._wrong(kind, _kind_key(kind), node, path)

    def _scalar(self, kind: Any, node: Scalar, path: str) -> Draft:
        reader: Callable[[str], object]
        named = name_in(kind, node)
        if named is not None:
            return self._stated(Asked(kind=kind, node=node, path=path, name=named))
        if kind is Label:
            reader = same
        elif kind is Count:
            reader = read_count
        elif kind in _WORDS:
            reader = _WORDS[kind]
        elif isinstance(kind, type) and issubclass(kind, Enum):
            return self._choice(kind, node, path)
        else:
            return self._wrong(kind, _kind_key(kind), node, path)
        return self._made(kind, node, path, partial(reader, node.text))

    def _stated(self, asked: Asked) -> Draft:
        """Return the dated value that stands in the place of a number or sum."""
        self.asked.append(asked)
        draft = Draft(kind=asked.kind, node=asked.node, path=asked.path, value=BROKEN)
        used = self.stated.get(asked.name)
        if used is None:
            return draft
        value = fitting(asked.kind, used)
        if value is None:
            key, unit = f"{_kind_key(asked.kind)}-stated", used.unit.value
            self.tell(key, asked.node, asked.path, got=show(asked.node), unit=unit)
            return draft
        return attrs.evolve(draft, value=value)

    def _choice(self, kind: type[Enum], node: Scalar, path: str) -> Draft:
        known = [str(one.value) for one in kind]
        if node.text in known:
            return Draft(kind=kind, node=node, path=path, value=kind(node.text))
        self.tell_choice(node, path, known)
        return Draft(kind=kind, node=node, path=path, value=BROKEN)

    def tell_choice(self, node: Node, path: str, known: Iterable[str]) -> None:
        """Note that the node is none of the known words."""
        words = tuple(known)
        meant = closest(show(node), words)
        values = {"known": ", ".join(words), "got": show(node)}
        if meant is None:
            self.tell("choice-none", node, path, **values)
        else:
            self.tell("choice", node, path, **values, meant=meant)

    def _list(self, kind: Any, node: Node, path: str) -> Draft:
        if not isinstance(node, Listing):
            return self._wrong(kind, "must-be-list", node, path)
        inner = get_args(kind)[0]
        items = tuple(
            self._member(inner, item, f"{path}[{index}]") for index, item in enumerate(node.items)
        )
        broken = any(item.is_broken for item in items)
        value = BROKEN if broken else tuple(item.value for item in items)
        return Draft(kind=kind, node=node, path=path, value=value, items=items)

    def _member(self, kind: Any, node: Node, path: str) -> Draft:
        """Read a member of a list; a lone word in a list of groups is a group of one."""
        if get_origin(kind) is not tuple or not isinstance(node, Scalar):
            return self.read(kind, node, path)
        alone = self.read(get_args(kind)[0], node, path)
        value = BROKEN if alone.is_broken else (alone.value,)
        return Draft(kind=kind, node=node, path=path, value=value, items=(alone,))

    def _mapping(self, kind: Any, node: Node, path: str) -> Draft:
        if not isinstance(node, Table):
            return self._wrong(kind, "must-be-mapping", node, path)
        inner = get_args(kind)[1]
        parts = {
            key.text: self.read(inner, value, f"{path}.{key.text}") for key, value in node.entries
        }
        return Draft(kind=kind, node=node, path=path, value=_finished(parts), parts=parts)

    def _plain(self, node: Node, path: str) -> Draft:
        """Read settings of a plugin: YAML 1.2 core, numbers exact; the plugin checks them."""
        if isinstance(node, Table):
            return attrs.evolve(self._mapping(Mapping[str, object], node, path), kind=object)
        if isinstance(node, Listing):
            return attrs.evolve(self._list(tuple[object, ...], node, path), kind=object)
        assert isinstance(node, Scalar)
        if node.is_nothing:
            return Draft(kind=object, node=node, path=path, value=None)
        value = node.text if node.style else read_plain(node.text)
        return Draft(kind=object, node=node, path=path, value=value)

    def _fact(self, kind: Any, node: Node, path: str) -> Draft:
        inner = get_args(kind)[0]
        types = {**attribute_types(Fact), "value": inner}
        if not _is_fact_form(inner, node):
            bare = self.read(inner, node, path)
            value = BROKEN if bare.is_broken else Fact(value=bare.value)
            return Draft(kind=Fact, node=node, path=path, value=value, parts={"value": bare})
        assert isinstance(node, Table)
        return self._noun(Fact, node, path, *self._parts(node, path, types, ()))

    def _when(self, node: Node, path: str) -> Draft:
        if isinstance(node, Scalar):
            return self._made(When, node, path, partial(read_when, node.text, self.zone))
        if not isinstance(node, Table):
            return self._wrong(When, "must-be-when", node, path)
        types = {"earliest": When, "latest": When, "text": str}
        parts, _ = self._parts(node, path, types, ("earliest", "latest"))
        if len({"earliest", "latest"} & set(parts)) < 2 or _finished(parts) is BROKEN:
            return Draft(kind=When, node=node, path=path, value=BROKEN, parts=parts)
        first, last = parts["earliest"], parts["latest"]
        assert isinstance(first.value, When) and isinstance(last.value, When)
        make = partial(
            When,
            earliest=first.value.earliest,
            latest=last.value.latest,
            precision=Precision.PHRASE,
            text=str(parts["text"].value) if "text" in parts else "",
        )
        return attrs.evolve(self._made(When, last.node, last.path, make), node=node, path=path)

    def _parts(
        self, node: Table, path: str, types: Mapping[str, Any], required: Iterable[str]
    ) -> tuple[dict[str, Draft], bool]:
        """
        Return the values of a table by key, and whether it has keys that nobody knows.

        A misspelt key is told once and read as what it means; an unknown one stands for a key
        that is missing.
        """
        present = {key.text for key, _ in node.entries}
        parts: dict[str, Draft] = {}
        strange = 0
        for key, value in node.entries:
            name = key.text
            if name not in types:
                name = self._misspelt(key, path, types, {*present, *parts})
                strange += not name
            if name and name not in parts:
                parts[name] = self.read(types[name], value, f"{path}.{name}".removeprefix("."))
        for name in [name for name in required if name not in parts][strange:]:
            self.tell("key-missing", node, path, got=name)
        return parts, strange > 0

    def _misspelt(self, key: Scalar, path: str, types: Iterable[str], taken: set[str]) -> str:
        free = [name for name in types if name not in taken]
        meant = closest(key.text, free) or closest(key.text, types)
        here = f"{path}.{show(key)}".removeprefix(".")
        if meant is None:
            self.tell("key-unknown-none", key, here, known=", ".join(types))
            return ""
        self.tell("key-unknown", key, here, meant=meant)
        return meant if meant in free else ""

    def _noun(
        self, kind: Any, node: Table, path: str, parts: dict[str, Draft], strange: bool
    ) -> Draft:
        """Put the parts of a noun together, after the limits of each."""
        for attribute in attrs.fields(kind):
            part = parts.get(attribute.name)
            if part is not None and not (part.is_broken or self._within(kind, attribute, part)):
                parts[attribute.name] = attrs.evolve(part, value=BROKEN)
        values = _finished(parts)
        draft = Draft(kind=kind, node=node, path=path, value=BROKEN, parts=parts)
        if not isinstance(values, dict) or not parts.keys() >= set(_required(kind)):
            return draft
        try:
            return attrs.evolve(draft, value=kind(**values))
        except InvalidValue as problem:
            if not (strange and problem.key in _OF_MISSING):
                blamed = parts.get(_BLAMED.get(problem.key, ""), draft)
                index = problem.values.get("index")
                blamed = blamed.items[index] if blamed.items and isinstance(index, int) else blamed
                self.tell(problem.key, blamed.node, blamed.path, **problem.values)
            return draft

    def _within(self, kind: Any, attribute: "attrs.Attribute[Any]", part: Draft) -> bool:
        limits = limits_of(attribute)
        if limits.not_empty and not part.value:
            self.tell("empty", part.node, part.path)
        elif limits.least is not None and part.value < limits.least:  # type: ignore[operator]
            got = show(part.node)
            self.tell("at-least", part.node, part.path, least=limits.least, got=got)
        elif limits.pattern and not limits.matches(str(part.value)):
            key = _PATTERN_KEYS.get((kind, attribute.name), "pattern")
            self.tell(key, part.node, part.path, pattern=limits.pattern, got=show(part.node))
        else:
            return True
        return False

    def _made(self, kind: Any, node: Node, path: str, make: Callable[[], object]) -> Draft:
        try:
            return Draft(kind=kind, node=node, path=path, value=make())
        except InvalidValue as problem:
            values = dict(problem.values)
            if isinstance(node, Scalar) and values.get("got") == node.text:
                values["got"] = show(node)
            self.tell(problem.key, node, path, **values)
            return Draft(kind=kind, node=node, path=path, value=BROKEN)

    def _wrong(self, kind: Any, key: str, node: Node, path: str) -> Draft:
        self.tell(key, node, path, got=show(node))
        return Draft(kind=kind, node=node, path=path, value=BROKEN)


def _required(kind: Any) -> tuple[str, ...]:
    return tuple(one.name for one in attrs.fields(kind) if one.default is attrs.NOTHING)


def _finished(parts: Mapping[str, Draft]) -> object:
    """Return the values by key, sorted, or BROKEN when one is."""
    if any(part.is_broken for part in parts.values()):
        return BROKEN
    return {key: parts[key].value for key in sorted(parts)}


def _is_fact_form(inner: Any, node: Node) -> bool:
    """Tell `{value: ..., status: ...}` from a value that is itself written as a mapping."""
    if not isinstance(node, Table):
        return False
    keys = {key.text for key, _ in node.entries}
    own = {
        When: {"earliest", "latest", "text"},
        Count: {"least", "most", "text"},
        Label: set(LANGUAGES),
    }
    is_bare = bool(keys & own.get(inner, set())) and not keys & {"value", "status"}
    return not is_bare


def _kind_key(kind: Any) -> str:
    keys = {
        int: "must-be-whole",
        float: "must-be-number",
        Fraction: "must-be-number",
        bool: "must-be-yes-no",
        Money: "must-be-money",
        date: "must-be-date",
    }
    if kind in keys:
        return keys[kind]
    return "must-be-mapping" if attrs.has(kind) and kind is not BusinessId else "must-be-text"
