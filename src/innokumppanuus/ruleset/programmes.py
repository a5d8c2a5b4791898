"""
From a programme file to the noun of its plugin, or to everything that is wrong with the file.

It is read as a rule set is: problems in their places, all of them at once. It decides nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import attrs

from innokumppanuus.domain.dates import When, zone
from innokumppanuus.domain.programme import PlainProgramme, Programme
from innokumppanuus.errors import InvalidValue, Place, Problem, RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.checked import Checked, once, unknown_name
from innokumppanuus.ruleset.document import Document, Scalar, Table, parse, read_text, show
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.reading import VERSION_KEY, Reader

N = TypeVar("N")
Check = Callable[[Any], Iterable[Problem]]

PROGRAMME_KEY = "programme"
_SOURCES, _ZONE_KEY, _ANY_ZONE = "sources", "zone", "UTC"


def load(path: str | Path, noun: type[N] = PlainProgramme, check: Check | None = None) -> N:  # type: ignore[assignment]
    """
    Return the noun in the file.

    Args:
        path: The YAML file.
        noun: An attrs class with an attribute `programme`.
        check: See `plugin.programmes.ProgrammeFile`.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    path = Path(path)
    return loads(read_text(path), path.name, noun, check)


def loads(text: str, name: str, noun: type[N], check: Check | None = None) -> N:
    """
    Return the noun in the text; *name* is the file that messages name.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    document = parse(text, name)
    problems: list[Problem] = []
    reader = Reader(document, _zone(document, problems))
    draft = reader.whole(noun)
    problems += reader.problems
    problems += _misfits(Checked(call=draft, document=document, plugins=Plugins()))
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, noun)
    if check is not None:
        problems += [_placed(one, draft, document) for one in check(draft.value)]
    if any(one.severity == "error" for one in problems):
        raise RuleSetProblems(problems)
    return draft.value


def own_keys(path: str | Path) -> frozenset[str]:
    """
    Return the keys of the file beside the version and the programme, to tell whose it is.

    Raises:
        RuleSetProblems: When it cannot be read at all.
    """
    path = Path(path)
    document = parse(read_text(path), path.name)
    return frozenset(key.text for key, _ in document.root.entries) - {VERSION_KEY, PROGRAMME_KEY}


def _misfits(checked: Checked) -> Iterator[Problem]:
    """Yield what does not fit together in the programme, and every source that is not there."""
    whole = checked.call
    programme = whole.at(PROGRAMME_KEY)
    if programme is None:
        return
    people, phases = programme.each("participants"), programme.each("phases")
    yield from once(checked, people)
    yield from once(checked, phases)
    yield from once(checked, programme.each("events"))
    sessions = [one for event in programme.each("events") for one in event.each("sessions")]
    yield from once(checked, sessions)
    yield from once(checked, programme.each("facts"))
    yield from _named(checked, people, "followed_by", people)
    yield from _named(checked, phases, "follows", phases)
    yield from _named(checked, programme.each("events"), "phase", phases)
    for one in people:
        if not one.given("party") and not one.given("name"):
            yield checked.problem("participant-nameless", one)
    yield from _orders(checked, (programme, *phases, *sessions), "starts", "ends")
    yield from _orders(checked, people, "since", "until")
    yield from _tasks(checked, programme)
    yield from _sources(checked, programme)


def _named(
    checked: Checked, drafts: Iterable[Draft], key: str, known: Iterable[Draft]
) -> Iterator[Problem]:
    ids = [one.known(str, "id") or "" for one in known]
    if "" in ids:
        return  # one of them could not be read, and may be the one that is named
    for draft in drafts:
        at = draft.at(key)
        own = draft.known(str, "id") if key != "phase" else None
        if at is None or not at.value or not isinstance(at.value, str):
            continue
        if at.value == own:
            yield checked.problem("names-itself", at, got=at.value)
        elif at.value not in ids:
            yield unknown_name(checked, at, at.value, [one for one in ids if one != own])


def _orders(checked: Checked, drafts: Iterable[Draft], first: str, last: str) -> Iterator[Problem]:
    for draft in drafts:
        begins = draft.known(When, first, "value")
        ends = draft.known(When, last, "value")
        at = draft.at(last)
        if begins is not None and ends is not None and at and ends.latest < begins.earliest:
            yield checked.problem("period-order", at, earliest=begins, latest=ends)


def _tasks(checked: Checked, programme: Draft) -> Iterator[Problem]:
    """Who answers for something is a participant."""
    ids = [one.known(str, "id") or "" for one in programme.each("participants")]
    if "" in ids:
        return
    for task in programme.each("principles", "partnership", "responsibilities"):
        party = task.at("party")
        if party is not None and isinstance(party.value, str) and party.value not in ids:
            yield unknown_name(checked, party, party.value, ids)


def _sources(checked: Checked, programme: Draft) -> Iterator[Problem]:
    """Every `sources` list, those of the plugin's nouns too, names sources of the programme."""
    given = programme.at(_SOURCES)
    if given is not None and given.is_broken:
        return
    known = given.parts if given is not None else {}
    told: set[str] = set()
    for named in (name for draft in checked.call.walk() for name in draft.each(_SOURCES)):
        if isinstance(named.value, str) and named.value not in {*known, *told}:
            yield unknown_name(checked, named, named.value, known)
            told.add(named.value)


def _placed(problem: Problem, draft: Draft, document: Document) -> Problem:
    """Return the problem in the place that its path leads to, or to as near as there is."""
    if problem.place != Place():
        return problem
    nodes = {one.path: one.node for one in draft.walk()}
    path = problem.path
    while path and path not in nodes:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return attrs.evolve(problem, place=document.place(nodes.get(path, document.root)))


def _zone(document: Document, problems: list[Problem]) -> str:
    """Return the zone that times are read in; any will do where the file's own is broken."""
    tables = [node for key, node in document.root.entries if key.text == PROGRAMME_KEY]
    entries = tables[0].entries if tables and isinstance(tables[0], Table) else ()
    for key, node in entries:
        if key.text == _ZONE_KEY and isinstance(node, Scalar) and not node.is_nothing:
            try:
                zone(node.text)
            except InvalidValue as error:
                values = {**error.values, "got": show(node)}
                path = f"{PROGRAMME_KEY}.{_ZONE_KEY}"
                place = document.place(node)
                problems.append(Problem(key=error.key, values=values, place=place, path=path))
                return _ANY_ZONE
            return node.text
    return str(attrs.fields(Programme).zone.default)
