"""What the checks of a rule set are made with: the draft, problems, names that must be there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from innokumppanuus.domain.call import FieldType
from innokumppanuus.domain.criteria import FactorKind
from innokumppanuus.errors import Problem
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.document import Document, show
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
        """Return the problem of what was drafted there."""
        place = self.document.place(at.node)
        return Problem(key=key, values=values, place=place, path=at.path)

    def scored(self) -> tuple[Draft, ...]:
        """Return what is scored for sure: the criteria and the scored factors."""
        factors = self.call.each("factors")
        scored = (one for one in factors if one.known(FactorKind, "kind") is FactorKind.SCORED)
        return (*self.call.each("criteria"), *scored)

    def is_lost(self, key: str) -> bool:
        """Return whether the list or table under the key cannot be read at all."""
        part = self.call.at(key)
        return part is not None and part.is_broken and not (part.items or part.parts)


def type_of(field: Draft) -> FieldType | None:
    """Return the type; text when none is given, None when it is broken."""
    return field.known(FieldType, "type") if field.at("type") else FieldType.TEXT


def fields_by_id(form: Iterable[Draft]) -> dict[str, Draft]:
    """Return the fields whose id could be read; of those with one id, the first."""
    found: dict[str, Draft] = {}
    for field in form:
        name = field.known(str, "id")
        if name is not None:
            found.setdefault(name, field)
    return found


def repeated_ids(drafts: Iterable[Draft]) -> set[str]:
    """Return the ids that are given more than once."""
    counts = Counter(one.known(str, "id") for one in drafts)
    return {name for name, count in counts.items() if name is not None and count > 1}


def once(checked: Checked, drafts: Iterable[Draft]) -> Found:
    """Yield every id that an earlier one of the drafts has."""
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
    Yield what keeps the names from naming every scored item once.

    One slip is told once: a wrong name, or one given twice, stands for an item that is not named,
    and an item whose id is broken or given twice stands for a name that is not there.
    """
    if checked.is_lost("criteria") or checked.is_lost("factors"):
        return
    items = checked.scored()
    known = _ids(items)
    unscored = [one for one in checked.call.each("factors") if one not in items]
    unsure = _ids(one for one in unscored if one.known(FactorKind, "kind") is None)
    readable = [(name, at) for name, at in named if not at.is_broken and name not in unsure]
    doubtful = {*known} & {*_ids(checked.call.each("eligibility"))}
    missing = [name for name in known if name not in {*dict(readable), *doubtful}]
    groups = [group for group in whole.items if not group.items]
    explained = len(named) - len(readable) + len(groups)
    seen: set[str] = set()
    for name, at in readable:
        if name in seen and name in known:
            yield checked.problem("twice", at, got=name)
            explained += 1
        seen.add(name)
    wrong = [(name, at) for name, at in readable if name not in known]
    if wrong and not checked.call.given("criteria"):
        yield checked.problem("key-missing", checked.call, got="criteria")
        return
    lost = len(items) - len(known) + len(doubtful)
    quiet = sorted({name for name, _ in wrong} - set(_ids(unscored)))[:lost]
    for name, at in wrong:
        if name in _ids(unscored):
            yield checked.problem("not-scored", at, got=name)
            explained += 1
        elif name not in quiet:
            meant = closest(name, missing) or next(iter(missing), None)
            missing = [one for one in missing if one != meant]
            yield unknown_name(checked, at, name, known, meant)
    for name in missing[explained:]:
        yield checked.problem("not-named", whole, got=name)


def _ids(drafts: Iterable[Draft]) -> tuple[str, ...]:
    """Return the ids that could be read, each once, in their order."""
    found = (one.known(str, "id") for one in drafts)
    return tuple(dict.fromkeys(name for name in found if name is not None))


def unknown_name(
    checked: Checked, at: Draft, name: str, known: Iterable[str], meant: str | None = None
) -> Problem:
    """Return that a name is not among the known ones, with the one that was meant."""
    meant = meant or closest(name, known)
    got = name if len(name) <= 40 else show(at.node)
    if meant is None:
        return checked.problem("unknown-name-none", at, got=got)
    return checked.problem("unknown-name", at, got=got, meant=meant)


def one_of(checked: Checked, at: Draft, known: Iterable[str]) -> Found:
    """Yield that a word is none of the known ones."""
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
    """Yield that no plugin offers the named key."""
    words = tuple(sorted(offered))
    if not isinstance(at.value, str) or at.value in words:
        return
    meant = closest(at.value, words)
    if meant is None:
        known = ", ".join(words) or "–"
        yield checked.problem("not-offered-none", at, got=show(at.node), known=known)
    else:
        yield checked.problem("not-offered", at, got=show(at.node), meant=meant)
