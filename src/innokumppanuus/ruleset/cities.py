"""
From the file of a city to the city with its 3P over time, or to everything that is wrong.

It is read as a rule set is: problems in their places, all of them at once. It compares nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import attrs

from innokumppanuus.domain.city import City
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import InvalidValue, Problem, RuleSetProblems
from innokumppanuus.plugin.levels import levels_of
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.checked import Checked, offered, unknown_name
from innokumppanuus.ruleset.document import Document, Scalar, parse, read_text, show
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.reading import Reader

_RECORDS, _ZONE_KEY, _ANY_ZONE = "records", "zone", "UTC"


def load(path: str | Path, plugins: Plugins) -> City:
    """
    Return the city in the file.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    path = Path(path)
    return loads(read_text(path), path.name, plugins)


def loads(text: str, name: str, plugins: Plugins) -> City:
    """
    Return the city in the text; *name* is the file that messages name.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    document = parse(text, name)
    problems: list[Problem] = []
    reader = Reader(document, _zone(document, problems))
    draft = reader.whole(City)
    problems += reader.problems
    problems += _misfits(Checked(call=draft, document=document, plugins=plugins))
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, City)
    return draft.value


def _misfits(checked: Checked) -> Iterator[Problem]:
    indicators = {
        key: one
        for principle in Principle
        for key, one in checked.plugins.indicators(principle).items()
    }
    for record in checked.call.each(_RECORDS):
        seen: set[str] = set()
        for rating in record.each("ratings"):
            at, key = rating.at("indicator"), rating.known(str, "indicator")
            if at is None or key is None:
                continue
            if key in seen:
                yield checked.problem("profile-rating-twice", at, got=key)
            seen.add(key)
            yield from offered(checked, at, indicators)
            level = rating.at("level")
            if level is not None and key in indicators and not levels_of(indicators[key]):
                yield checked.problem("profile-not-rated", level, got=key)
    yield from _sources(checked)


def _sources(checked: Checked) -> Iterator[Problem]:
    """Evidence names sources of the file."""
    given = checked.call.at("sources")
    if given is not None and given.is_broken:
        return
    known = given.parts if given is not None else {}
    for evidence in _evidence(checked):
        at = evidence.at("source")
        if at is not None and isinstance(at.value, str) and at.value not in {*known, ""}:
            yield unknown_name(checked, at, at.value, known)


def _evidence(checked: Checked) -> Iterator[Draft]:
    for record in checked.call.each(_RECORDS):
        for rating in record.each("ratings"):
            yield from rating.each("evidence")


def _zone(document: Document, problems: list[Problem]) -> str:
    """Return the zone that times are read in; any will do where the file's own is broken."""
    for key, node in document.root.entries:
        if key.text == _ZONE_KEY and isinstance(node, Scalar) and not node.is_nothing:
            try:
                zone(node.text)
            except InvalidValue as error:
                values = {**error.values, "got": show(node)}
                place = document.place(node)
                problems.append(Problem(key=error.key, values=values, place=place, path=_ZONE_KEY))
                return _ANY_ZONE
            return node.text
    return str(attrs.fields(City).zone.default)
