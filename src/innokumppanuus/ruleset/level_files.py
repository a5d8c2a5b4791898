"""Described levels of indicators out of YAML files, so that plugins ship words and not code."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.profile import BOTTOM, TOP, LevelDescription
from innokumppanuus.errors import Problem, RuleSetProblems
from innokumppanuus.ruleset.document import Document, parse, read_text
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.reading import Reader


@attrs.frozen(kw_only=True)
class IndicatorLevels:
    """
    The levels of one indicator.

    Attributes:
        key: Key of the indicator.
        levels: Rising, at least the lowest and the highest.
    """

    key: str = attrs.field(validator=attrs.validators.min_len(1))
    levels: tuple[LevelDescription, ...]


@attrs.frozen(kw_only=True)
class LevelFile:
    """
    A file of described levels.

    Attributes:
        indicators: Each indicator once.
    """

    indicators: tuple[IndicatorLevels, ...]


def read_levels(path: str | Path) -> Mapping[str, tuple[LevelDescription, ...]]:
    """
    Return the levels in the file by key of their indicator.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    path = Path(path)
    return levels_in(read_text(path), path.name)


def levels_in(text: str, name: str) -> Mapping[str, tuple[LevelDescription, ...]]:
    """
    Return the levels in the text; *name* is the file that messages name.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    reader = Reader(parse(text, name), str(attrs.fields(Call).zone.default))
    draft = reader.whole(LevelFile)
    problems = [*reader.problems, *_misfits(reader.document, draft)]
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, LevelFile)
    return {one.key: one.levels for one in draft.value.indicators}


def _misfits(document: Document, draft: Draft) -> Iterator[Problem]:
    """Yield indicators that stand twice, and levels that do not rise from end to end."""

    def problem(key: str, at: Draft, **values: object) -> Problem:
        return Problem(key=key, values=values, place=document.place(at.node), path=at.path)

    seen: set[str] = set()
    for one in draft.each("indicators"):
        key = one.known(str, "key")
        if key is not None:
            if key in seen:
                yield problem("twice", one, got=key)
            seen.add(key)
        levels = one.at("levels")
        if levels is None or levels.is_broken:
            continue
        given = [item.value.level for item in levels.items]  # type: ignore[attr-defined]
        for level in sorted({level for level in given if given.count(level) > 1}):
            yield problem("profile-level-twice", levels, got=level)
        for end in (BOTTOM, TOP):
            if end not in given:
                yield problem("profile-level-ends", levels, bottom=BOTTOM, top=TOP, got=end)
        if any(low > high for low, high in pairwise(given)):
            yield problem("scale-order", levels, got=", ".join(map(str, given)))
