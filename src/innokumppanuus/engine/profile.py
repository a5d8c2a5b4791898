"""Profiles of calls, applications, pilots, programmes and cities. It weighs and sums up nothing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.city import City, CityRecord
from innokumppanuus.domain.dates import When, end_of
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.pilot import Pilot
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.domain.profile import Profile, ProfileEntry, Rating, SubjectKind
from innokumppanuus.domain.programme import Programme
from innokumppanuus.engine.principles import told
from innokumppanuus.plugin.interfaces import Indicator
from innokumppanuus.plugin.levels import levels_of
from innokumppanuus.plugin.manager import Plugins

Indicators = Mapping[Principle, Mapping[str, Indicator]]
"""The indicators of each of the 3P by key."""


@attrs.frozen
class Rated:
    """A rating and when it was given; None when nobody said when."""

    rating: Rating
    on: When | None = None


def indicators_of(plugins: Plugins) -> Indicators:
    """Return every indicator that plugins offer, sorted by key within its principle."""
    return {one: plugins.indicators(one) for one in Principle}


def entries(
    principles: Principles, indicators: Indicators, ratings: Mapping[str, Rated] | None = None
) -> tuple[ProfileEntry, ...]:
    """
    Return what every indicator sees and how it is rated, by principle and key.

    Args:
        principles: What is held of each principle.
        indicators: What is looked at.
        ratings: By key of the indicator; those of unknown indicators are left out.
    """
    given = ratings or {}
    return tuple(
        _entry(one, principles, given.get(one.key))
        for principle in Principle
        for one in indicators[principle].values()
    )


def call_profile(call: Call, indicators: Indicators) -> Profile:
    """Return the profile of what the text of a call holds."""
    return Profile(
        kind=SubjectKind.CALL,
        subject=call.id,
        name=call.name,
        is_fictional=call.is_fictional,
        entries=entries(call.principles, indicators),
    )


def application_profile(
    application: Application, call: Call, indicators: Indicators, *, is_fictional: bool = False
) -> Profile:
    """Return the profile of what an application tells in its answers, and what it holds besides."""
    principles = told(call.form, application.answers, application.principles)
    return Profile(
        kind=SubjectKind.APPLICATION,
        subject=application.id,
        name=same(application.applicant),
        is_fictional=is_fictional or call.is_fictional,
        entries=entries(principles, indicators),
    )


def pilot_profile(
    pilot: Pilot, indicators: Indicators, name: Label | None = None, *, is_fictional: bool = False
) -> Profile:
    """Return the profile of a pilot; without a name it goes by its application."""
    return Profile(
        kind=SubjectKind.PILOT,
        subject=pilot.application,
        name=name or same(pilot.application),
        on=pilot.starts,
        is_fictional=is_fictional,
        entries=entries(pilot.principles, indicators),
    )


def programme_profile(
    programme: Programme, indicators: Indicators, ratings: Iterable[Rating] = ()
) -> Profile:
    """Return the profile of a programme, with the levels that its people give it."""
    return Profile(
        kind=SubjectKind.PROGRAMME,
        subject=programme.id,
        name=programme.name,
        is_fictional=programme.is_fictional,
        entries=entries(
            programme.principles, indicators, {one.indicator: Rated(one) for one in ratings}
        ),
    )


def city_profile(city: City, on: date, indicators: Indicators) -> Profile:
    """
    Return the profile of a city as it is known on a day.

    What is seen comes of everything that the city has by then, its calls, pilots and programmes
    included. A level is the latest that the city gave itself; levels of pilots are not the city's.

    Args:
        city: With its records in any order.
        on: Records that may be later than the end of this day do not count.
        indicators: What is looked at.
    """
    known = sorted(_known(city, on), key=lambda one: one.on.latest)
    own = [one for one in known if one.kind is SubjectKind.CITY]
    latest = {rating.indicator: Rated(rating, one.on) for one in own for rating in one.ratings}
    return Profile(
        kind=SubjectKind.CITY,
        subject=city.id,
        name=city.name,
        on=on,
        is_fictional=city.is_fictional,
        entries=entries(together(one.principles for one in known), indicators, latest),
    )


def record_profile(city: City, record: CityRecord, indicators: Indicators) -> Profile:
    """Return the profile of one record of a city by itself, as of one of its pilots."""
    ratings = {one.indicator: Rated(one, record.on) for one in record.ratings}
    return Profile(
        kind=record.kind,
        subject=city.id,
        name=record.name or city.name,
        on=record.on.latest.date(),
        is_fictional=city.is_fictional,
        entries=entries(record.principles, indicators, ratings),
    )


def together(parts: Iterable[Principles]) -> Principles:
    """Return all that the parts hold, each thing once, in their order."""
    whole = Principles()
    for part in parts:
        changes: dict[str, Any] = {
            principle.value: _joined(
                getattr(whole, principle.value), getattr(part, principle.value)
            )
            for principle in Principle
        }
        whole = attrs.evolve(whole, **changes)
    return whole


def days_of(city: City) -> tuple[date, ...]:
    """Return the days by which something new was known of the city, rising."""
    return tuple(sorted({one.on.latest.date() for one in city.records}))


def _known(city: City, on: date) -> Iterator[CityRecord]:
    limit = end_of(on, city.zone)
    return (one for one in city.records if one.on.is_by(limit) is True)


def _joined(first: Any, second: Any) -> Any:
    held = {
        one.name: tuple(dict.fromkeys((*getattr(first, one.name), *getattr(second, one.name))))
        for one in attrs.fields(type(first))
    }
    return attrs.evolve(first, **held)


def _entry(indicator: Indicator, principles: Principles, rated: Rated | None) -> ProfileEntry:
    seen = indicator.observe(principles)
    levels = levels_of(indicator)
    rating = rated.rating if rated else None
    level = rating.level if rating else None
    described = next((one.words for one in levels if one.level == level), None)
    return ProfileEntry(
        indicator=indicator.key,
        name=indicator.name,
        principle=indicator.principle,
        verdict=seen.verdict,
        seen=seen.evidence,
        is_rated=bool(levels),
        level=level,
        described=described,
        rated_on=rated.on if rated and level is not None else None,
        evidence=rating.evidence if rating else (),
    )
