"""Grounds of disqualification as data: keys, names and sections. It judges nobody."""

from functools import cache
from pathlib import Path
from typing import Final

import attrs

from innokumppanuus.domain.conflicts import ConflictGround, InterestKind
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.sources import Source
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset.document import parse
from innokumppanuus.ruleset.reading import Reader

_FILE: Final = Path(__file__).parent / "data" / "grounds" / "conflicts.yaml"
_ZONE: Final = "Europe/Helsinki"


@attrs.frozen(kw_only=True)
class Ground:
    """
    A ground on which somebody may not handle a matter (esteellisyysperuste).

    Attributes:
        key: Its name.
        name: What it is, in short and in our own words.
        section: Where in the act.
        verified: Whether its content was read from a source.
        kinds: Ties that make it; none for what only people can state.
    """

    key: str
    name: Label
    section: str
    verified: bool = False
    kinds: tuple[InterestKind, ...] = ()


@attrs.frozen(kw_only=True)
class GroundFile:
    """
    A file of grounds.

    Attributes:
        act: The act, and where it was read.
        grounds: In the order of the act.
    """

    act: Source
    grounds: tuple[Ground, ...]


@cache
def grounds() -> tuple[Ground, ...]:
    """
    Return the grounds that the plugin ships, in the order of the act.

    Raises:
        RuleSetProblems: When the data file has been edited into something that cannot be read.
    """
    return _read().grounds


@cache
def conflict_grounds() -> tuple[ConflictGround, ...]:
    """
    Return the same grounds for the evaluators' panel, each as `suomi.<key>`.

    None of them can be waived: who is disqualified takes no part in handling the matter.

    Raises:
        RuleSetProblems: When the data file has been edited into something that cannot be read.
    """
    act = _read().act
    return tuple(
        ConflictGround(
            key=f"suomi.{one.key}",
            name=one.name,
            kinds=one.kinds,
            source=attrs.evolve(act, section=one.section, verified=one.verified),
        )
        for one in _read().grounds
    )


def _read() -> GroundFile:
    reader = Reader(parse(_FILE.read_text(encoding="utf-8"), _FILE.name), _ZONE)
    read = reader.whole(GroundFile).value
    if reader.problems:
        raise RuleSetProblems(reader.problems)
    assert isinstance(read, GroundFile)
    return read
