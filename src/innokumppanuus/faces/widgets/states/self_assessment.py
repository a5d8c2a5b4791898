"""
The state of the 3P self-assessment: levels and evidence that a group gives to its own city.

It computes no profile: what follows from a level goes through the engine. Nobody's name is asked.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

import attrs

from innokumppanuus.domain.city import City, CityRecord
from innokumppanuus.domain.city_comparison import CityComparison
from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.principles import Principles
from innokumppanuus.domain.profile import (
    EntryChange,
    Evidence,
    LevelDescription,
    Profile,
    ProfileNeed,
    Rating,
    SubjectKind,
    check_level,
)
from innokumppanuus.domain.sources import Status
from innokumppanuus.engine.city_comparison import compare
from innokumppanuus.engine.profile import (
    Indicators,
    Rated,
    city_profile,
    entries,
    indicators_of,
)
from innokumppanuus.engine.profile_change import changes
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.widgets.states.settings import check_known
from innokumppanuus.plugin.interfaces import Indicator
from innokumppanuus.plugin.levels import levels_of
from innokumppanuus.plugin.manager import Plugins

OWN_CITY = Label("Oma kunta", "Den egna kommunen", "Our own municipality")
MOST_WORDS = 500
"""Characters of one piece of evidence."""


@attrs.frozen(kw_only=True)
class Group:
    """
    The cities that a self-assessment may be compared with, as far as they agreed.

    Attributes:
        others: The other cities.
        least: How many cities a summary needs.
    """

    others: tuple[City, ...] = ()
    least: int = 0


class SelfAssessmentState:
    """
    Levels and evidence that are given now, beside what the city gave before (3P-itsearvio).

    Attributes:
        city: The city, with what it gave before.
        on: The day of the assessment; None when it is not dated, and then nothing is compared.
        ratings: What is given now, by indicator.
        asked: The indicator that is looked at.
    """

    def __init__(
        self,
        city: City,
        indicators: Indicators,
        on: date | None = None,
        group: Group | None = None,
    ) -> None:
        """Return the state with nothing given yet, looking at the first indicator."""
        self.city = city
        self.on = on
        self.ratings: dict[str, Rating] = {}
        self._indicators = indicators
        self._group = group or Group()
        self.asked = next(iter(self.rated), "")

    @classmethod
    def blank(cls, noun: object, plugins: Plugins) -> "SelfAssessmentState":
        """Return the state of a city that has said nothing before; *noun* is not looked at."""
        return cls(City(id="oma", name=OWN_CITY), indicators_of(plugins))

    @cached_property
    def rated(self) -> Mapping[str, Indicator]:
        """The indicators that describe levels, by key, in the order of the 3P."""
        return {
            key: one
            for offered in self._indicators.values()
            for key, one in offered.items()
            if levels_of(one)
        }

    @property
    def levels(self) -> tuple[LevelDescription, ...]:
        """The described levels of the indicator that is looked at."""
        return levels_of(self.rated[self.asked]) if self.asked else ()

    @property
    def rating(self) -> Rating:
        """What is given now to the indicator that is looked at."""
        return self.ratings.get(self.asked) or Rating(indicator=self.asked)

    @property
    def before(self) -> Profile | None:
        """The profile as it was before this assessment; None when nothing was given."""
        if self.on is None or not self.city.records:
            return None
        return city_profile(self.city, self.on, self._indicators)

    @property
    def profile(self) -> Profile:
        """The profile with what is given now; earlier levels do not fill in for it."""
        held = self.before
        seen = {one.indicator: one for one in held.entries} if held else {}
        fresh = entries(Principles(), self._indicators, self._rated())
        return Profile(
            kind=SubjectKind.CITY,
            subject=self.city.id,
            name=self.city.name,
            on=self.on,
            is_fictional=self.city.is_fictional,
            entries=tuple(
                attrs.evolve(
                    one, verdict=seen[one.indicator].verdict, seen=seen[one.indicator].seen
                )
                if one.indicator in seen
                else one
                for one in fresh
            ),
        )

    @property
    def changes(self) -> tuple[EntryChange, ...]:
        """How the rated indicators moved since before; nothing when nothing was given before."""
        before = self.before
        if before is None:
            return ()
        return tuple(one for one in changes(before, self.profile) if one.indicator in self.rated)

    @property
    def compared(self) -> CityComparison | None:
        """The city beside others as far as they agreed; None without a group or a day."""
        if self.on is None or not self._group.others:
            return None
        now = attrs.evolve(self.city, records=(*self.city.records, *self._record()))
        return compare(now, self._group.others, self.on, self._indicators, self._group.least)

    @property
    def done(self) -> int:
        """How many indicators have a level now."""
        return sum(one.level is not None for one in self.ratings.values())

    @property
    def lacking(self) -> tuple[str, ...]:
        """Keys of the indicators whose level has no evidence to stand on."""
        asked = (ProfileNeed.EVIDENCE, ProfileNeed.AGREEMENT)
        return tuple(one.indicator for one, need in self.profile.needs() if need in asked)

    def look(self, indicator: str) -> None:
        """Look at the indicator with the key."""
        check_known(indicator, self.rated)
        self.asked = indicator

    def rate(self, level: int | None) -> None:
        """Give a level to the indicator that is looked at; None takes it back."""
        if level is not None:
            check_level(level)
        self._give(attrs.evolve(self.rating, level=level))

    def show(self, words: str, said_by: str = "", status: Status = Status.STATED) -> None:
        """
        Add evidence to the indicator that is looked at.

        Args:
            words: What shows the level.
            said_by: Which body says so; no name of a person.
            status: How it is known.
        """
        told = " ".join(words.split())
        if not told:
            raise InvalidValue("empty")
        if len(told) > MOST_WORDS:
            raise InvalidValue("profile-words-long", most=MOST_WORDS, got=len(told))
        who = " ".join(said_by.split())
        one = Evidence(words=same(told), said_by=same(who) if who else None, status=status)
        self._give(attrs.evolve(self.rating, evidence=(*self.rating.evidence, one)))

    def drop(self, place: int) -> None:
        """Take back the evidence at *place*, from 1, of the indicator that is looked at."""
        given = self.rating.evidence
        if not 1 <= place <= len(given):
            raise InvalidValue("place-in-order", count=len(given), got=place)
        kept = (*given[: place - 1], *given[place:])
        self._give(attrs.evolve(self.rating, evidence=kept))

    def reset(self) -> None:
        """Take back everything that was given now."""
        self.ratings = {}

    def given(self) -> tuple[Rating, ...]:
        """Return what is given now, in the order of the indicators."""
        return tuple(self.ratings[key] for key in self.rated if key in self.ratings)

    def _give(self, rating: Rating) -> None:
        self.ratings = {**self.ratings, rating.indicator: rating}

    def _rated(self) -> Mapping[str, Rated]:
        when = self._when()
        return {key: Rated(one, when) for key, one in self.ratings.items()}

    def _when(self) -> When | None:
        return None if self.on is None else When.day(self.on, self.city.zone)

    def _record(self) -> Iterable[CityRecord]:
        when = self._when()
        if when is not None and self.ratings:
            yield CityRecord(on=when, ratings=self.given())
