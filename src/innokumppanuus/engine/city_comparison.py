"""
Compares a city with others without showing what they have not agreed to show.

What is handed on is made anew of what was agreed; nothing else of another city goes into it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

import attrs

from innokumppanuus.domain.city import City, SharedPart
from innokumppanuus.domain.city_comparison import CityComparison, GroupSummary
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import Profile, ProfileEntry
from innokumppanuus.engine.profile import Indicators, city_profile
from innokumppanuus.errors import InvalidValue

FEWEST = 3
"""With fewer cities a summary would tell what single ones said, whatever anybody asks for."""


def compare(
    viewer: City,
    others: Iterable[City],
    on: date,
    indicators: Indicators,
    least_cities: int,
    today: date | None = None,
) -> CityComparison:
    """
    Return the viewer's own profile, what others agreed to show it, and summaries of the rest.

    A summary of an indicator is over the cities that have a level and never showed it to the
    viewer: its own level and those it has seen could be taken away from a sum, and are left out.

    Args:
        viewer: The city that looks.
        others: The other cities of the group, in any order.
        on: The day that is looked at: a consent must hold then, and what is later does not count.
        indicators: What is looked at.
        least_cities: How many cities a summary needs, at least `FEWEST`.
        today: The day of looking where that is another: a consent must hold then, too, so that one
            that was taken back opens nothing of earlier days.

    Raises:
        InvalidValue: When a city is there twice, or a summary would show too few.
    """
    if least_cities < FEWEST:
        raise InvalidValue("profile-group-least", least=FEWEST, got=least_cities)
    group = sorted(others, key=lambda one: one.id)
    _check_different((viewer, *group))
    seen = [(one, city_profile(one, on, indicators)) for one in group]
    gate = _Gate(viewer=viewer.id, days=(on,) if today is None else (on, today))
    shown = [(city, _agreed(city, profile, gate)) for city, profile in seen]
    own = city_profile(viewer, on, indicators)
    return CityComparison(
        own=own,
        on=on,
        least_cities=least_cities,
        agreed=tuple(profile for _, profile in shown if profile.entries),
        others=sum(not profile.entries for _, profile in shown),
        group=tuple(_summaries(own, seen, gate, least_cities)),
    )


@attrs.frozen(kw_only=True)
class _Gate:
    """Who looks, and the days on which a consent must hold."""

    viewer: str
    days: tuple[date, ...]

    def opens(self, city: City, part: SharedPart, principle: Principle) -> bool:
        return all(city.lets(self.viewer, part, principle, day) for day in self.days)

    def was_open(self, city: City, part: SharedPart, principle: Principle) -> bool:
        return city.has_let(self.viewer, part, principle, max(self.days))


def _agreed(city: City, profile: Profile, gate: _Gate) -> Profile:
    """Return the profile with nothing in it but what the city agreed to show."""
    shown = (_shown(city, entry, gate) for entry in profile.entries)
    return attrs.evolve(profile, entries=tuple(one for one in shown if one is not None))


def _shown(city: City, entry: ProfileEntry, gate: _Gate) -> ProfileEntry | None:
    levels = gate.opens(city, SharedPart.LEVELS, entry.principle)
    evidence = gate.opens(city, SharedPart.EVIDENCE, entry.principle)
    if not (levels or evidence):
        return None
    return ProfileEntry(
        indicator=entry.indicator,
        name=entry.name,
        principle=entry.principle,
        verdict=entry.verdict if evidence else Verdict.CANNOT_TELL,
        seen=entry.seen if evidence else (),
        is_rated=entry.is_rated,
        level=entry.level if levels else None,
        described=entry.described if levels else None,
        rated_on=entry.rated_on if levels else None,
        evidence=entry.evidence if evidence else (),
    )


def _summaries(
    own: Profile,
    seen: Sequence[tuple[City, Profile]],
    gate: _Gate,
    least_cities: int,
) -> Iterator[GroupSummary]:
    for entry in own.entries:
        levels = sorted(
            other.level
            for city, profile in seen
            if not gate.was_open(city, SharedPart.LEVELS, entry.principle)
            and (other := profile.entry(entry.indicator)) is not None
            and other.level is not None
        )
        if len(levels) >= least_cities:
            half = (len(levels) + 1) // 2
            yield GroupSummary(
                indicator=entry.indicator,
                name=entry.name,
                principle=entry.principle,
                cities=len(levels),
                lower=_middle(levels[:half]),
                median=_middle(levels),
                upper=_middle(levels[-half:]),
            )


def _middle(levels: Sequence[int]) -> Fraction:
    """Return the median of rising levels, exact."""
    place = len(levels) // 2
    if len(levels) % 2:
        return Fraction(levels[place])
    return Fraction(levels[place - 1] + levels[place], 2)


def _check_different(cities: Iterable[City]) -> None:
    ids: set[str] = set()
    for one in cities:
        if one.id in ids:
            raise InvalidValue("profile-city-twice", got=one.id)
        ids.add(one.id)
