"""What the checks of a rule set are made with: the draft, problems, names that must be there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from innokumppanuus.domain.call import FieldType
from innokumppanuus.domain.criteria import FactorKind
from innokumppanuus.errors import Problem
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.document import Document, Node, show
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.expressions.complaints import closest

Found: TypeAlias = Iterator[Problem]


@attrs.frozen(kw_only=True)
class Checked:
    """A call as drafted, with what its checks need to know."""

    call: Draft
    document: Document
    plugins: Plugins

    def problem(self, key: str, at: Draft, **values: object) -> Problem:
        return self.problem_at(key, at.node, at.path, **values)

    def problem_at(self, key: str, node: Node, path: str, **values: object) -> Problem:
        place = self.document.place(node)
        return Problem(key=key, values=values, place=place, path=path)

    def scored(self) -> tuple[Draft, ...]:
        """Return what is scored; a factor of broken kind may be, and counts as broken."""
        factors = self.call.each("factors")
        scored = (one for one in factors if one.known(FactorKind, "kind") is FactorKind.SCORED)
        return (*self.call.each("criteria"), *scored)


def type_of(field: Draft) -> FieldType | None:
    """Return the type; text when none is given, None when it is broken."""
    return field.known(FieldType, "type") if field.at("type") else FieldType.TEXT


def once(checked: Checked, drafts: Iterable[Draft]) -> Found:
    lines: dict[str, int] = {}
    for draft in drafts:
        at, name = draft.at("id"), draft.known(str, "id")
        if at is None or name is None:
            continue
        if name in lines:
            yield checked.problem("id-twice", at, got=show(at.node), line=lines[name])
        lines.setdefault(name, at.node.line)


def named_once(checked: Checked, whole: Draft, named: list[tuple[str, Draft]]) -> Found:
    """
    Every scored item is named once.

    One slip is told once: a wrong name stands for an item that is not named, and an item whose id
    is broken or given twice stands for a name that is not there.
    """
    items = checked.scored()
    known = [name for item in items if (name := item.known(str, "id")) is not None]
    lost = len(items) - len(set(known)) + _maybe_scored(checked)
    counts = Counter(name for name, _ in named)
    missing = [name for name in dict.fromkeys(known) if name not in counts]
    wrong = [(name, at) for name, at in named if name not in known and not at.is_broken]
    for name, at in sorted(wrong, key=lambda one: one[0])[: max(0, lost)]:
        wrong.remove((name, at))
    seen: set[str] = set()
    for name, at in named:
        if name in seen and name in known:
            yield checked.problem("twice", at, got=name)
            del missing[:1]
        seen.add(name)
    for name, at in wrong:
        meant = closest(name, missing) or next(iter(missing), None)
        if meant in missing:
            missing.remove(meant)
        yield unknown_name(checked, at, name, known, meant)
    broken = sum(at.is_broken for _, at in named)
    for name in missing[broken:]:
        yield checked.problem("not-named", whole, got=name)


def _maybe_scored(checked: Checked) -> int:
    factors = checked.call.each("factors")
    return sum(1 for one in factors if one.known(FactorKind, "kind") is None)


def unknown_name(
    checked: Checked, at: Draft, name: str, known: Iterable[str], meant: str | None = None
) -> Problem:
    meant = meant or closest(name, known)
    got = name if len(name) <= 40 else show(at.node)
    if meant is None:
        return checked.problem("unknown-name-none", at, got=got)
    return checked.problem("unknown-name", at, got=got, meant=meant)


def one_of(checked: Checked, at: Draft, known: Iterable[str]) -> Found:
    words = tuple(known)
    if not isinstance(at.value, str) or at.value in words:
        return
    meant = closest(at.value, words)
    values: dict[str, object] = {"known": ", ".join(words), "got": show(at.node)}
    if meant is None:
        yield checked.problem("choice-none", at, **values)
    else:
        yield checked.problem("choice", at, **values, meant=meant)


def offered(checked: Checked, at: Draft, offered: Iterable[str]) -> Found:
    words = tuple(sorted(offered))
    if not isinstance(at.value, str) or at.value in words:
        return
    meant = closest(at.value, words)
    if meant is None:
        known = ", ".join(words) or "–"
        yield checked.problem("not-offered-none", at, got=show(at.node), known=known)
    else:
        yield checked.problem("not-offered", at, got=show(at.node), meant=meant)
