"""
What is seen and rated of the 3P of one subject, indicator by indicator, with its evidence.

It holds what was said and never sums it up: no indicator weighs another.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.sources import Status
from innokumppanuus.errors import InvalidValue

BOTTOM, TOP = 0, 5
"""The levels of every indicator that is rated."""


@attrs.frozen(kw_only=True)
class LevelDescription:
    """
    What one level of an indicator looks like in practice (tason kuvaus).

    Attributes:
        level: 0 to 5.
        words: What is so on this level.
    """

    level: int = attrs.field(validator=attrs.validators.ge(BOTTOM))
    words: Label

    def __attrs_post_init__(self) -> None:
        check_level(self.level)


@attrs.frozen(kw_only=True)
class Evidence:
    """
    What shows that a level is right (näyttö).

    Attributes:
        words: What it is, in words that others can check.
        said_by: Who says so, as a body or a role; no name of a person.
        source: Key of the document; empty when it is in none.
        status: How it is known; what is missing is named to be got, and shows nothing yet.
    """

    words: Label
    said_by: Label | None = None
    source: str = ""
    status: Status = Status.STATED


class EvidenceSupport(StrEnum):
    """What the evidence comes to (näytön kantavuus): it is there, it is disputed, there is none."""

    SHOWN = "shown"
    DISPUTED = "disputed"
    NONE = "none"


@attrs.frozen(kw_only=True)
class Rating:
    """
    The level that somebody gives to one indicator, with evidence (tason arvio).

    Attributes:
        indicator: Key of the indicator.
        level: 0 to 5; None when it cannot be told, which is not 0.
        evidence: What shows it.
        note: What to know of it.
    """

    indicator: str = attrs.field(validator=attrs.validators.min_len(1))
    level: int | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        if self.level is not None:
            check_level(self.level)


class SubjectKind(StrEnum):
    """Whose profile it is (profiilin kohde)."""

    CALL = "call"
    APPLICATION = "application"
    PILOT = "pilot"
    PROGRAMME = "programme"
    CITY = "city"


class ProfileNeed(StrEnum):
    """What an entry still lacks (profiilin puute)."""

    LEVEL = "level"
    EVIDENCE = "evidence"
    AGREEMENT = "agreement"


@attrs.frozen(kw_only=True)
class ProfileEntry:
    """
    One indicator of a profile: what is seen, and what level is given (profiilin kohta).

    Attributes:
        indicator: Key of the indicator.
        name: What is looked at.
        principle: Which of the 3P.
        verdict: What the indicator sees in what is stated.
        seen: The words that it rests on.
        is_rated: Whether the indicator describes levels, so that one can be asked for.
        level: The level given; None when none is.
        described: What that level looks like in practice.
        rated_on: When the level was given; None when there is none, or nobody said when.
        evidence: What shows the level.
    """

    indicator: str
    name: Label
    principle: Principle
    verdict: Verdict
    seen: tuple[Label, ...] = ()
    is_rated: bool = False
    level: int | None = None
    described: Label | None = None
    rated_on: When | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def support(self) -> EvidenceSupport:
        """What the evidence of the level comes to; missing evidence shows nothing."""
        known = {one.status for one in self.evidence}
        if known & {Status.STATED, Status.INFERRED}:
            return EvidenceSupport.SHOWN
        return EvidenceSupport.DISPUTED if Status.DISPUTED in known else EvidenceSupport.NONE

    @property
    def need(self) -> ProfileNeed | None:
        """What to ask for next; None when the level stands on evidence or none is asked for."""
        if self.level is None:
            return ProfileNeed.LEVEL if self.is_rated else None
        needs = {
            EvidenceSupport.SHOWN: None,
            EvidenceSupport.DISPUTED: ProfileNeed.AGREEMENT,
            EvidenceSupport.NONE: ProfileNeed.EVIDENCE,
        }
        return needs[self.support]


@attrs.frozen(kw_only=True)
class Profile:
    """
    The 3P profile of one subject (3P-profiili).

    Attributes:
        kind: What kind of subject it is.
        subject: Its id.
        name: What it is called.
        on: The day that it is looked at; None when it is not dated.
        is_fictional: True when it is made up for teaching or tests.
        entries: One per indicator, by principle and key.
    """

    kind: SubjectKind
    subject: str
    name: Label
    on: date | None = None
    is_fictional: bool = False
    entries: tuple[ProfileEntry, ...] = ()

    def entry(self, indicator: str) -> ProfileEntry | None:
        """Return the entry of the indicator, or None."""
        return next((one for one in self.entries if one.indicator == indicator), None)

    def of(self, principle: Principle) -> Iterator[ProfileEntry]:
        """Yield the entries of one of the 3P."""
        return (one for one in self.entries if one.principle is principle)

    @property
    def is_rated(self) -> bool:
        """Whether somebody has given a level to anything; a text that is only seen is not."""
        return any(one.level is not None for one in self.entries)

    def needs(self) -> Iterator[tuple[ProfileEntry, ProfileNeed]]:
        """Yield each entry that lacks something, with what it lacks."""
        for one in self.entries:
            if one.need is not None:
                yield one, one.need


class ProfileMove(StrEnum):
    """How an indicator moved between two profiles (profiilin muutos)."""

    ROSE = "rose"
    FELL = "fell"
    SAME = "same"
    CANNOT_TELL = "cannot_tell"


@attrs.frozen(kw_only=True)
class EntryChange:
    """
    One indicator in two profiles of the same subject (kohdan muutos).

    Attributes:
        indicator: Key of the indicator.
        name: What is looked at.
        principle: Which of the 3P.
        move: Whether it rose, fell or stayed; *cannot tell* unless both profiles say.
        before: The entry of the earlier profile; None when it did not look at the indicator.
        after: The entry of the later profile; None when it did not look at the indicator.
    """

    indicator: str
    name: Label
    principle: Principle
    move: ProfileMove
    before: ProfileEntry | None = None
    after: ProfileEntry | None = None


def check_level(level: int) -> int:
    """Return *level*, or raise InvalidValue when there is no such level."""
    if not BOTTOM <= level <= TOP:
        raise InvalidValue("profile-level", bottom=BOTTOM, top=TOP, got=level)
    return level
