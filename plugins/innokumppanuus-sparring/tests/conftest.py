"""Small sparring programmes and event series to test with; everything in them is made up."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.parties import Party, Sector
from innokumppanuus.domain.programme import (
    Event,
    Participant,
    Programme,
    ProgrammeKind,
    Session,
)
from innokumppanuus.domain.sources import Fact, missing
from innokumppanuus_sparring.domain.events import Booking, EventSeries, PlaceOrder, Registration
from innokumppanuus_sparring.domain.sparring import Meeting, Member, Sparring, Theme

ZONE = "Europe/Helsinki"


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


@pytest.fixture
def instant() -> Callable[[str], When]:
    """Return what makes a moment of `2017-06-01 09:00`."""
    return lambda text: When.instant(moment(text))


@pytest.fixture
def a_sparring() -> Callable[..., Sparring]:
    """Return what makes a programme of some members and meetings, with anything changed."""

    def make(
        members: int = 4,
        meetings: int = 5,
        away: Mapping[str, Sequence[str]] | None = None,
        people: Sequence[Participant] = (),
        **changes: Any,
    ) -> Sparring:
        ids = [f"m{number}" for number in range(1, members + 1)]
        sessions = [f"t{number}" for number in range(1, meetings + 1)]
        programme = Programme(
            id="koe",
            name=same("Koe"),
            kind=ProgrammeKind.SPARRING,
            is_fictional=True,
            participants=(
                *(
                    Participant(
                        id=one,
                        party=Party(
                            id=one,
                            name=same(f"Kuvitteellinen {one}"),
                            sector=Sector.COMPANY,
                            is_fictional=True,
                        ),
                    )
                    for one in ids
                ),
                *people,
            ),
            events=(
                Event(
                    id="tapaamiset",
                    name=same("Tapaamiset"),
                    sessions=tuple(Session(id=one) for one in sessions),
                ),
            ),
        )
        given = {
            "themes": tuple(Theme(id=f"{one}-teema", name=same(one)) for one in sessions),
            "meetings": tuple(Meeting(session=one, themes=(f"{one}-teema",)) for one in sessions),
            "members": tuple(
                Member(participant=one, away=tuple((away or {}).get(one, ()))) for one in ids
            ),
        }
        return Sparring(programme=programme, **{**given, **changes})

    return make


@pytest.fixture
def a_series() -> Callable[..., EventSeries]:
    """Return what makes a series of one session with registrations."""

    def make(
        capacity: int | None = 2,
        order: PlaceOrder = PlaceOrder.REGISTRATION,
        seed: str = "",
        closes: str = "",
    ) -> EventSeries:
        held: Fact[int] = Fact(value=capacity) if capacity is not None else missing()
        programme = Programme(
            id="sarja",
            name=same("Sarja"),
            kind=ProgrammeKind.EVENT_SERIES,
            is_fictional=True,
            events=(
                Event(
                    id="tilaisuus",
                    name=same("Tilaisuus"),
                    sessions=(
                        Session(
                            id="s1",
                            starts=Fact(value=When.instant(moment("2017-08-24 12:00"))),
                            ends=Fact(value=When.instant(moment("2017-08-24 16:00"))),
                            place=same("Kuvitteellinen sali"),
                            capacity=held,
                        ),
                    ),
                ),
            ),
        )
        closing: Fact[When] = Fact(value=When.instant(moment(closes))) if closes else missing()
        return EventSeries(
            programme=programme,
            bookings=(Booking(session="s1", closes=closing, order=order, seed=seed),),
        )

    return make


@pytest.fixture
def registered() -> Callable[..., Registration]:
    """Return what makes a registration of so many minutes after midnight of 1 June 2017."""

    def make(id_: str, minute: int, cancelled: int | None = None, **changes: Any) -> Registration:
        def at(minutes: int) -> datetime:
            return moment(f"2017-06-01 {minutes // 60:02}:{minutes % 60:02}")

        left = None if cancelled is None else at(cancelled)
        return Registration(id=id_, session="s1", registered=at(minute), cancelled=left, **changes)

    return make
