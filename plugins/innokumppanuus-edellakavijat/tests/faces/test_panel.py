"""The widget follows its state, shows what is refused as an alert, and has a text twin."""

from typing import Any

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.programme_desk import ProgrammeDesk
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_edellakavijat.domain import Forerunners
from innokumppanuus_edellakavijat.faces.panel import build_practices
from innokumppanuus_edellakavijat.faces.state import PracticesState
from innokumppanuus_edellakavijat.faces.twin import practices_panel_html

CITY, WORDS, PRINCIPLE, ALERT, STATUS, HITS, PRACTICE, DAY = 2, 3, 4, 5, 6, 7, 8, 9
LEARNED, BUTTON, MAP = 12, 13, 14


@pytest.fixture
def state(network: Forerunners) -> PracticesState:
    return PracticesState.of(network, Plugins())


def texts(language: str = "en") -> Texts:
    return Texts.load(language, FacePlugins.load().texts().values())


def part(box: Any, place: int) -> Any:
    return box.children[place]


def test_city_changes_what_is_seen(state: PracticesState) -> None:
    box = build_practices(state, texts())

    part(box, CITY).value = "niemisaari"

    assert "Leave to try from one manager" in part(box, HITS).value
    assert "found 4 practices" in part(box, STATUS).text


def test_words_narrow_the_search(state: PracticesState) -> None:
    box = build_practices(state, texts())

    part(box, WORDS).value = "budgeting"

    assert [one[1] for one in part(box, PRACTICE).options] == ["asukasraati"]


def test_adoption_is_told_and_drawn(state: PracticesState) -> None:
    box = build_practices(state, texts())
    part(box, DAY).value = "2026-11-22"

    part(box, BUTTON).click()

    assert "Recorded on 22 November 2026: Kuusiranta" in part(box, STATUS).text
    assert "Kuusiranta (on trial)" in part(box, MAP).value


def test_adoption_without_a_day_is_an_alert(state: PracticesState) -> None:
    box = build_practices(state, texts())

    part(box, BUTTON).click()

    assert "the day must be as 2026-11-22" in part(box, ALERT).text
    assert state.added == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_twin_tells_all_that_the_panel_shows(state: PracticesState, language: str) -> None:
    box = build_practices(state, texts(language))

    html = practices_panel_html(state, texts(language))

    for place in (HITS, MAP, 15):
        assert part(box, place).value in html
    assert part(box, STATUS).text in html


def test_desk_opens_the_panel_of_the_fictional_network() -> None:
    desk = ProgrammeDesk.open("edellakavijat-harjoitus", "fi")

    assert isinstance(desk.state("edellakavijat.practices"), PracticesState)
