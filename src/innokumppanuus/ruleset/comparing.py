"""What differs between two nouns, value by value. It knows no files and makes no sentences."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.comparison import Change, ChangeKind
from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.sources import Fact

_NAMES = ("id", "key", "application", "evaluator", "item", "rule")
"""What tells the members of a list apart, the first one that they all have."""
_WHOLE = (When, Count, Money, BusinessId)


def changes(before: Call, after: Call) -> tuple[Change, ...]:
    """Return what changed between two rule sets, in the order of the attributes."""
    return differences(before, after)


def differences(before: object, after: object, path: str = "") -> tuple[Change, ...]:
    """
    Return every difference between two nouns of one kind; none when they are equal.

    Members of lists that have an id are compared with the member of that id, wherever it stands;
    other members by their place. The value of a fact stands at the path of the fact.
    """
    return tuple(_differences(before, after, path))


def _differences(before: object, after: object, path: str) -> Iterator[Change]:
    if type(before) is not type(after) or isinstance(before, _WHOLE):
        yield from _leaf(before, after, path)
    elif attrs.has(type(before)):
        for one in attrs.fields(type(before)):  # type: ignore[arg-type]
            is_value = isinstance(before, Fact) and one.name == "value"
            inner = path if is_value else f"{path}.{one.name}".removeprefix(".")
            yield from _differences(getattr(before, one.name), getattr(after, one.name), inner)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _by_key(before, after, path, ".{}")
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _lists(before, after, path)
    else:
        yield from _leaf(before, after, path)


def _leaf(before: object, after: object, path: str) -> Iterator[Change]:
    if before == after and (type(before) is type(after) or isinstance(before, str)):
        return  # a word of an enumeration is the same word when it was read back as text
    kinds = {(True, False): ChangeKind.ADDED, (False, True): ChangeKind.REMOVED}
    kind = kinds.get((before is None, after is None), ChangeKind.CHANGED)
    yield Change(path=path, kind=kind, before=before, after=after)


def _lists(before: tuple[Any, ...], after: tuple[Any, ...], path: str) -> Iterator[Change]:
    if not any(attrs.has(type(one)) for one in (*before, *after)):
        yield from _leaf(before, after, path)
        return
    name = _name(before, after)
    if name is None:
        numbered = [dict(enumerate(one)) for one in (before, after)]
        yield from _by_key(numbered[0], numbered[1], path, "[{}]")
        return
    old, new = ({getattr(one, name): one for one in members} for members in (before, after))
    yield from _by_key(old, new, path, "[{}]")
    kept = tuple(one for one in old if one in new), tuple(one for one in new if one in old)
    if kept[0] != kept[1]:
        yield Change(path=path, kind=ChangeKind.REORDERED, before=kept[0], after=kept[1])


def _by_key(
    before: Mapping[Any, object], after: Mapping[Any, object], path: str, step: str
) -> Iterator[Change]:
    for key in dict.fromkeys([*before, *after]):
        inner = f"{path}{step.format(key)}".removeprefix(".")
        if key in before and key in after:
            yield from _differences(before[key], after[key], inner)
        elif key in before:
            yield Change(path=inner, kind=ChangeKind.REMOVED, before=before[key])
        else:
            yield Change(path=inner, kind=ChangeKind.ADDED, after=after[key])


def _name(before: tuple[Any, ...], after: tuple[Any, ...]) -> str | None:
    """Return the attribute that tells all members of both lists apart; None when there is none."""
    for name in _NAMES:
        told = [[getattr(one, name, None) for one in members] for members in (before, after)]
        if all(None not in ids and len(set(ids)) == len(ids) for ids in told):
            return name
    return None
