"""A city as a named collection of 3P material over time, and with whom it shares what."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.domain.profile import Rating, SubjectKind
from innokumppanuus.domain.sources import Source
from innokumppanuus.errors import InvalidValue


class SharedPart(StrEnum):
    """What of a profile a city lets others see (jaettava tieto)."""

    LEVELS = "levels"
    EVIDENCE = "evidence"


@attrs.frozen(kw_only=True)
class Consent:
    """
    That a city lets named others see something of its profile for a time (suostumus).

    Attributes:
        to: Ids of the cities that may see it, each by name; nobody else may.
        what: Levels, evidence or both.
        principles: Of which of the 3P; all when none is named.
        starts: First day.
        until: Last day; None until it is taken back.
        given_by: Which body of the city gave it; no name of a person.
    """

    to: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(1))
    what: tuple[SharedPart, ...] = attrs.field(validator=attrs.validators.min_len(1))
    principles: tuple[Principle, ...] = ()
    starts: date
    until: date | None = None
    given_by: Label | None = None

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until < self.starts:
            raise InvalidValue("period-order", earliest=self.starts, latest=self.until)

    def lets(self, viewer: str, part: SharedPart, principle: Principle, on: date) -> bool:
        """Return whether *viewer* may see the part of the principle on the day."""
        is_in_force = self.until is None or on <= self.until
        return is_in_force and self.has_let(viewer, part, principle, on)

    def has_let(self, viewer: str, part: SharedPart, principle: Principle, by: date) -> bool:
        """Return whether *viewer* could see it on the day or before, also if it no longer may."""
        is_meant = not self.principles or principle in self.principles
        return self.starts <= by and is_meant and viewer in self.to and part in self.what


@attrs.frozen(kw_only=True)
class CityRecord:
    """
    What was known at one time of the 3P in a city (kaupungin 3P-aineisto).

    Attributes:
        on: When it was so.
        kind: Whether it is of the city as a whole, or of one of its calls, pilots or programmes.
        name: What it is of, when not of the city as a whole.
        principles: What was held of each principle.
        ratings: Levels given; those of the city as a whole are the city's own.
    """

    on: When
    kind: SubjectKind = SubjectKind.CITY
    name: Label | None = None
    principles: Principles = attrs.field(factory=Principles)
    ratings: tuple[Rating, ...] = ()


@attrs.frozen(kw_only=True)
class City:
    """
    A city, municipality or region with its 3P over time (kaupunki, kunta tai alue).

    Attributes:
        id: Stable; consents name it.
        name: What it is called.
        zone: Time zone of its times.
        is_fictional: True when it is made up for teaching or tests.
        sources: Documents that evidence names, by key.
        records: What was known when, in any order.
        consents: Who else may see what, and when; nobody may unless it is said here.
    """

    id: str = attrs.field(validator=attrs.validators.matches_re(r"[a-z0-9][a-z0-9_-]*"))
    name: Label
    zone: str = "Europe/Helsinki"
    is_fictional: bool = False
    sources: Mapping[str, Source] = attrs.field(factory=dict)
    records: tuple[CityRecord, ...] = ()
    consents: tuple[Consent, ...] = ()

    def lets(self, viewer: str, part: SharedPart, principle: Principle, on: date) -> bool:
        """Return whether *viewer* may see the part of the principle on the day."""
        return any(one.lets(viewer, part, principle, on) for one in self.consents)

    def has_let(self, viewer: str, part: SharedPart, principle: Principle, by: date) -> bool:
        """Return whether *viewer* could see it on the day or before, also if it no longer may."""
        return any(one.has_let(viewer, part, principle, by) for one in self.consents)
