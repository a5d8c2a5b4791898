"""The current-state analysis: what each city has rated and shown of its 3P, and what to ask for."""

from collections.abc import Iterable
from datetime import date

import attrs

from innokumppanuus.domain.city import City
from innokumppanuus.domain.city_comparison import CityComparison
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import EvidenceSupport, Profile, ProfileEntry, ProfileNeed
from innokumppanuus.engine.city_comparison import compare
from innokumppanuus.engine.profile import Indicators, city_profile
from innokumppanuus.errors import unknown_name
from innokumppanuus_edellakavijat.domain import Forerunners


@attrs.frozen(kw_only=True)
class CurrentState:
    """
    Where one city stands in its self-assessment (kaupungin nykytila).

    Attributes:
        profile: Its 3P profile with nothing but indicators that are rated.
        requests: What to ask the city for; nothing of it is a rejection.
    """

    profile: Profile
    requests: tuple[tuple[ProfileEntry, ProfileNeed], ...]

    @property
    def rated(self) -> int:
        """How many indicators have a level."""
        return sum(one.level is not None for one in self.profile.entries)

    @property
    def shown(self) -> int:
        """How many levels stand on evidence."""
        return sum(
            one.level is not None and one.support is EvidenceSupport.SHOWN
            for one in self.profile.entries
        )


@attrs.frozen(kw_only=True)
class Progress:
    """
    How far the group has come with one indicator; no level of any city is in it (eteneminen).

    Attributes:
        indicator: Key of the indicator.
        name: What is looked at.
        principle: Which of the 3P.
        cities: How many cities there are.
        rated: How many have given a level.
        shown: How many levels stand on evidence.
    """

    indicator: str
    name: Label
    principle: Principle
    cities: int
    rated: int
    shown: int


def current_state(city: City, on: date, indicators: Indicators) -> CurrentState:
    """Return what the city has rated by the day, and what it is asked for next."""
    whole = city_profile(city, on, indicators)
    rated = attrs.evolve(whole, entries=tuple(one for one in whole.entries if one.is_rated))
    return CurrentState(profile=rated, requests=tuple(rated.needs()))


def progress(noun: Forerunners, on: date, indicators: Indicators) -> tuple[Progress, ...]:
    """Return how far the group has come, by indicator; how many, never who or how high."""
    states = [current_state(one, on, indicators) for one in noun.cities]
    if not states:
        return ()
    return tuple(
        Progress(
            indicator=entry.indicator,
            name=entry.name,
            principle=entry.principle,
            cities=len(states),
            rated=sum(one.level is not None for one in _entries(states, entry)),
            shown=sum(
                one.level is not None and one.support is EvidenceSupport.SHOWN
                for one in _entries(states, entry)
            ),
        )
        for entry in states[0].profile.entries
    )


def benchmark(
    noun: Forerunners, viewer: str, on: date, indicators: Indicators, least_cities: int
) -> CityComparison:
    """
    Return the city beside the others as it may see them; see `engine.city_comparison.compare`.

    Raises:
        InvalidValue: When there is no such city, or a summary would show too few.
    """
    mine = noun.city(viewer)
    if mine is None:
        raise unknown_name(viewer, [one.id for one in noun.cities])
    others = [one for one in noun.cities if one.id != viewer]
    return compare(mine, others, on, indicators, least_cities)


def _entries(states: Iterable[CurrentState], entry: ProfileEntry) -> tuple[ProfileEntry, ...]:
    found = (one.profile.entry(entry.indicator) for one in states)
    return tuple(one for one in found if one is not None)
