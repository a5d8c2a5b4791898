"""The calendar holds every dated session in its own zone, under a name that never changes."""

from datetime import UTC, date, datetime

import attrs
import pytest
from icalendar import Calendar

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.programme import Programme
from innokumppanuus.domain.sources import Fact, missing
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.faces.calendar import calendar_bytes, uid, undated


@pytest.fixture
def texts() -> Texts:
    return Texts.load("fi", FacePlugins.load().texts().values())


def with_session(programme: Programme, **changes: object) -> Programme:
    (event,) = programme.events
    session = attrs.evolve(event.sessions[0], **changes)
    return attrs.evolve(programme, events=(attrs.evolve(event, sessions=(session,)),))


def components(made: bytes) -> list:
    return list(Calendar.from_ical(made).walk("VEVENT"))


def test_session_begins_at_its_moment(a_series, texts: Texts) -> None:
    (one,) = components(calendar_bytes(a_series().programme, texts))

    assert one.decoded("dtstart").astimezone(UTC) == datetime(2017, 8, 24, 9, 0, tzinfo=UTC)
    assert one.decoded("dtend").astimezone(UTC) == datetime(2017, 8, 24, 13, 0, tzinfo=UTC)


def test_moments_are_in_the_zone_of_the_programme(a_series, texts: Texts) -> None:
    made = calendar_bytes(a_series().programme, texts)

    assert b"DTSTART;TZID=Europe/Helsinki:20170824T120000" in made


def test_clock_changes_are_told_by_the_time_before_them(a_series, texts: Texts) -> None:
    made = calendar_bytes(a_series().programme, texts)

    (zone,) = Calendar.from_ical(made).walk("VTIMEZONE")
    told = [one.to_ical().splitlines()[1] for one in zone.subcomponents]
    assert told[1:] == [b"DTSTART:20170326T030000", b"DTSTART:20171029T040000"]


def test_name_of_a_session_in_calendars_is_stable(a_series, texts: Texts) -> None:
    programme = a_series().programme
    moved = with_session(programme, starts=Fact(value=_at("2017-08-25T12:00")), ends=missing())

    names = [str(components(calendar_bytes(one, texts))[0]["uid"]) for one in (programme, moved)]

    assert names == ["s1.sarja@innokumppanuus"] * 2
    assert uid(programme, programme.events[0].sessions[0]) == names[0]


def test_session_of_which_only_the_day_is_known_lasts_the_day(a_series, texts: Texts) -> None:
    day = When.day(date(2017, 6, 6), "Europe/Helsinki")
    programme = with_session(a_series().programme, starts=Fact(value=day), ends=missing())

    (one,) = components(calendar_bytes(programme, texts))

    assert (one.decoded("dtstart"), one.decoded("dtend")) == (
        date(2017, 6, 6),
        date(2017, 6, 7),
    )


@pytest.mark.parametrize("starts", [missing(), Fact(value=When.month(2017, 9, "UTC"))])
def test_session_without_a_day_is_told_of_and_left_out(a_series, texts: Texts, starts) -> None:
    programme = with_session(a_series().programme, starts=starts, ends=missing())

    assert components(calendar_bytes(programme, texts)) == []
    assert [one.id for _, one in undated(programme)] == ["s1"]


def test_same_programme_gives_the_same_bytes(a_series, texts: Texts) -> None:
    programme = a_series().programme

    assert calendar_bytes(programme, texts) == calendar_bytes(programme, texts)


def _at(text: str) -> When:
    return When.instant(datetime.fromisoformat(f"{text}+03:00"))
