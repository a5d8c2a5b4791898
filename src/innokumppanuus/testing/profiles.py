"""Small valid cities, ratings and indicators for tests of profiles: mention only what matters."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from innokumppanuus.domain.city import City, CityRecord, Consent, SharedPart
from innokumppanuus.domain.dates import When
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.domain.profile import Evidence, LevelDescription, Rating
from innokumppanuus.engine.profile import Indicators
from innokumppanuus.plugin.interfaces import Observation
from innokumppanuus.testing.builders import ZONE, label

DAY = date(2026, 3, 1)
GOALS, GROUPS, ROUTES = "partnership.goals", "user_centredness.groups", "procurement.routes"
PRINCIPLES = {
    GOALS: Principle.PARTNERSHIP,
    GROUPS: Principle.USER_CENTREDNESS,
    ROUTES: Principle.PROCUREMENT,
}


@attrs.frozen(kw_only=True)
class AnIndicator:
    """An indicator that sees names of goals and describes all six levels."""

    key: str
    principle: Principle
    name: Label = attrs.field(factory=label)
    levels: tuple[LevelDescription, ...] = tuple(
        LevelDescription(level=one, words=label(f"taso {one}")) for one in range(6)
    )

    def observe(self, principles: Principles) -> Observation:
        seen = tuple(goal.name for goal in principles.partnership.goals)
        verdict = Verdict.MET if seen else Verdict.CANNOT_TELL
        return Observation(verdict=verdict, evidence=seen)


def some_indicators(**changes: Any) -> Indicators:
    """Return one indicator of each of the 3P."""
    return {
        principle: {key: AnIndicator(key=key, principle=principle, name=label(key), **changes)}
        for key, principle in PRINCIPLES.items()
    }


def some_evidence(words: str = "Pöytäkirja") -> tuple[Evidence, ...]:
    """Return evidence that is there."""
    return (Evidence(words=same(words)),)


def a_record(on: date = DAY, levels: Mapping[str, int] | None = None, **changes: Any) -> CityRecord:
    """Return what a city knew on a day, with evidence for each of its levels."""
    ratings = tuple(
        Rating(indicator=key, level=level, evidence=some_evidence(f"Näyttö {key}"))
        for key, level in (levels or {}).items()
    )
    return CityRecord(**{"on": When.day(on, ZONE), "ratings": ratings, **changes})


def a_city(id: str = "harjula", levels: Mapping[str, int] | None = None, **changes: Any) -> City:
    """Return a fictional city with one record of its levels; it lets nobody see anything."""
    given: dict[str, Any] = {
        "id": id,
        "name": same(f"Kuvitteellinen {id}"),
        "is_fictional": True,
        "records": (a_record(levels=levels),),
    }
    return City(**{**given, **changes})


def a_consent(*to: str, **changes: Any) -> Consent:
    """Return a consent to show everything from long ago on."""
    given: dict[str, Any] = {"to": to, "what": tuple(SharedPart), "starts": date(2020, 1, 1)}
    return Consent(**{**given, **changes})
