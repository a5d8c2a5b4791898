"""Differences between rule sets or decisions as sentences. What differs is for others to find."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import attrs

from innokumppanuus.domain.comparison import Change
from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.packs import Override
from innokumppanuus.domain.replay import OutcomeChange
from innokumppanuus.domain.sources import Fact
from innokumppanuus.faces.texts import Texts
from innokumppanuus.records import to_record

_SAID = (Label, Money, When, Count, Fact)
"""Nouns that texts have words for."""

_LABEL = re.compile(r"\{fi: (.*), sv: (.*), en: (.*)\}", re.DOTALL)
_STEP = re.compile(r"([^.\[\]]+)|\[([^\]]*)\]")


def what(path: str, texts: Texts) -> str:
    """
    Return what a path is about, from the whole to the part: `kelpoisuusehto cap, ehtolauseke`.

    A key that has no word of its own is said as the file writes it.
    """
    parts: list[str] = []
    for key, member in _STEP.findall(path):
        if member or not key:
            parts[-1:] = [f"{parts[-1] if parts else ''} {member}".strip()]
        else:
            name = f"diff.key.{key}"
            parts.append(texts.say(name) if texts.has(name) else key)
    return ", ".join(parts)


def change_sentence(change: Change, texts: Texts) -> str:
    """Return one difference as a sentence."""
    values = {
        "what": what(change.path, texts),
        "before": _words(change.before, texts),
        "after": _words(change.after, texts),
    }
    return texts.say(f"diff.{change.kind.value}", **values)


def override_sentence(override: Override, texts: Texts) -> str:
    """Return what a rule set changes in a rule pack, and where."""
    values = {
        "what": what(override.path, texts),
        "was": in_one_language(override.was, texts),
        "becomes": in_one_language(override.becomes, texts),
    }
    places = {"before": str(override.before), "now": str(override.now)}
    key = "diff.override" if override.becomes else "diff.override_removed"
    return texts.say(key, **values, **places)


def in_one_language(written: str, texts: Texts) -> str:
    """Return a text of several languages, as a file writes it, in the reader's; else as it is."""
    found = _LABEL.fullmatch(written)
    if found is None:
        return written
    opening = "“" if texts.language == "en" else "”"
    return f"{opening}{Label(*found.groups()).say(texts.language)}”"


def outcome_sentence(change: OutcomeChange, texts: Texts) -> str:
    """Return how an application fares otherwise."""
    before, after = (
        texts.say("diff.absent") if one is None else texts.say(f"outcome.{one.value}")
        for one in (change.before, change.after)
    )
    return texts.say("diff.outcome", application=change.application, before=before, after=after)


def change_record(change: Change) -> dict[str, Any]:
    """Return a difference for programs: exact values as in stored records."""
    return {
        "path": change.path,
        "kind": change.kind.value,
        "before": to_record(change.before),
        "after": to_record(change.after),
    }


def _words(value: object, texts: Texts) -> str:
    if value == "" or value == ():
        return texts.say("diff.empty")
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return _listed(value, texts)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_words(one, texts)}" for key, one in value.items())
    if attrs.has(type(value)):
        name = next((getattr(value, one, None) for one in ("name", "topic", "title")), None)
        if isinstance(name, Label | str) and not isinstance(value, Label):
            return texts.show(name)
        if not isinstance(value, _SAID):
            return _by_parts(value, texts)
    return texts.show(value)


def _by_parts(noun: Any, texts: Texts) -> str:
    """Return a noun without a name by what it holds."""
    held = {one.name: getattr(noun, one.name) for one in attrs.fields(type(noun))}
    told = [
        f"{what(name, texts)} {_words(value, texts)}"
        for name, value in held.items()
        if value is not None and value not in ("", (), {})
    ]
    return f"({', '.join(told)})"


def _listed(members: Iterable[object], texts: Texts) -> str:
    """Return members in their order, a group of equals in brackets."""
    return " > ".join(
        f"[{', '.join(_words(inner, texts) for inner in one)}]"
        if isinstance(one, tuple) and len(one) > 1
        else _words(one[0] if isinstance(one, tuple) and one else one, texts)
        for one in members
    )
