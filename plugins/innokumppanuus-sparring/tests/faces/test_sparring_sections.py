"""Sections tell of their own nouns only, with a table for every picture, in three languages."""

import re
from datetime import date

import pytest

from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_sparring.faces import event_sections, sections
from innokumppanuus_sparring.faces.sections import days_of

ON = date(2026, 12, 15)
OF_SPARRING = [one.key for one in sections.sections()]
OF_EVENTS = [one.key for one in event_sections.sections()]


def told(key: str, programme: str, language: str = "fi") -> str | None:
    workspace, faces = Workspace.open(), FacePlugins.load()
    noun = workspace.programme(programme)
    section = faces.programme_sections()[key]
    result = section.reckon(noun, ON, workspace.plugins)
    texts = Texts.load(language, faces.texts().values())
    return None if result is None else section.html(result, noun, texts)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("key", OF_SPARRING)
def test_section_tells_of_a_sparring_programme(key: str, language: str) -> None:
    html = told(key, "sparraus-harjoitus", language)

    assert html is not None
    assert html.count("<table>") >= max(1, html.count("<svg") - html.count("<h3>"))
    assert html.count("<caption>") == html.count("<table>")


@pytest.mark.parametrize("key", OF_SPARRING)
def test_section_of_sparring_has_nothing_to_tell_of_events(key: str) -> None:
    assert told(key, "tapahtumat-harjoitus") is None


@pytest.mark.parametrize("key", OF_EVENTS)
def test_section_of_events_has_nothing_to_tell_of_sparring(key: str) -> None:
    assert told(key, "sparraus-harjoitus") is None


def test_sessions_are_told_with_their_places() -> None:
    html = told("events.sessions", "tapahtumat-harjoitus")

    assert html is not None
    assert "Talven aamu" in html and "lumi-2026" in html


@pytest.mark.parametrize("key", OF_SPARRING)
def test_ids_in_a_section_are_there_once(key: str) -> None:
    html = told(key, "sparraus-harjoitus") or ""

    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_network_is_looked_at_on_the_days_of_the_meetings() -> None:
    noun = Workspace.open().programme("sparraus-harjoitus")

    days = [one.latest.date() for one in days_of(noun)]  # type: ignore[arg-type]

    assert days[0] == date(2025, 9, 17) and len(days) == 5


def test_rota_is_told_as_a_proposal_and_no_record() -> None:
    assert "laskettu ehdotus" in (told("sparring.rota", "sparraus-harjoitus") or "")


def test_fictional_members_of_a_real_programme_are_told_as_such() -> None:
    assert "jäsenet ovat tässä kuvitteellisia" in (told("sparring.rota", "rikastamo-2017") or "")
    assert "jäsenet ovat tässä" not in (told("sparring.rota", "sparraus-harjoitus") or "")


def test_order_of_places_that_nobody_states_is_told_as_read() -> None:
    assert "ei ilmoitettu; luetaan näin" in (told("events.sessions", "soteuttamo-2017") or "")
    assert "luetaan näin" not in (told("events.sessions", "tapahtumat-harjoitus") or "")
