"""The Soteuttamo events of 2017 are kept as their source tells them; registrations are made up."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import innokumppanuus_jyvaskyla
from innokumppanuus.domain.dates import Precision
from innokumppanuus.domain.programme import ProgrammeKind
from innokumppanuus.testing.command_line import ask
from innokumppanuus.workspace import Workspace
from innokumppanuus_sparring.domain.events import EventSeries
from innokumppanuus_sparring.engine.places import place_lists
from innokumppanuus_sparring.reading import read_registrations

KEY = "soteuttamo-2017"
DATA = Path(innokumppanuus_jyvaskyla.__file__).parent / "data"
REGISTRATIONS = DATA / "kuvitteellinen" / "soteuttamo-ilmoittautumiset.csv"


@pytest.fixture(scope="module")
def soteuttamo() -> EventSeries:
    noun = Workspace.open().programme(KEY)
    assert isinstance(noun, EventSeries)
    return noun


def test_two_events_have_four_sessions(soteuttamo: EventSeries) -> None:
    days = [one.starts.value.earliest.date().isoformat() for _, one in soteuttamo.sessions()]  # type: ignore[union-attr]

    assert soteuttamo.programme.kind is ProgrammeKind.EVENT_SERIES
    assert days == ["2017-06-06", "2017-08-24", "2017-09-06", "2017-09-07"]


def test_series_is_held_from_noon_to_four_in_helsinki(soteuttamo: EventSeries) -> None:
    first = soteuttamo.programme.events[1].sessions[0]

    assert first.starts.value.earliest == datetime(2017, 8, 24, 9, 0, tzinfo=UTC)  # type: ignore[union-attr]
    assert first.ends.value.latest == datetime(2017, 8, 24, 13, 0, tzinfo=UTC)  # type: ignore[union-attr]


def test_event_of_companies_has_a_day_and_no_clock_time(soteuttamo: EventSeries) -> None:
    (session,) = soteuttamo.programme.events[0].sessions

    assert session.starts.value.precision is Precision.DAY  # type: ignore[union-attr]


def test_number_of_places_is_not_stated_so_that_everyone_fits(soteuttamo: EventSeries) -> None:
    read = read_registrations(REGISTRATIONS, soteuttamo)

    lists = place_lists(soteuttamo, read.registrations)

    assert read.problems == ()
    assert [(one.capacity, len(one.seated), len(one.waiting)) for one in lists] == [
        (None, 0, 0),
        (None, 4, 0),
        (None, 3, 0),
        (None, 2, 0),
    ]


def test_registrations_are_fictional_and_name_no_person(soteuttamo: EventSeries) -> None:
    bodies = [
        one.organisation for one in read_registrations(REGISTRATIONS, soteuttamo).registrations
    ]

    assert all(one == "" or one.startswith("Kuvitteellinen") for one in bodies)


def test_calendar_has_the_four_sessions(tmp_path: Path) -> None:
    path = tmp_path / "soteuttamo.ics"

    ask("events", "calendar", KEY, "--out", path)

    text = path.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 4
    assert "DTSTART;TZID=Europe/Helsinki:20170907T120000" in text
    assert "DTSTART;VALUE=DATE:20170606" in text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_invitation_names_every_session_and_no_number_of_places(language: str) -> None:
    text = ask("--lang", language, "events", "invitation", KEY).out

    assert text.count("\n- ") == 4
    assert "Paikkoja on" not in text and "places." not in text
