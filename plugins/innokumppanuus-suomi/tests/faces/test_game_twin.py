"""The text twin of the game: feedback for each mistake, and what the card teaches."""

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_suomi.faces import game_twin as twin
from innokumppanuus_suomi.faces.game_state import GameState


@pytest.fixture
def state(plugins: Plugins) -> GameState:
    return GameState.of(None, plugins)


def said(state: GameState, texts: Texts) -> list[str]:
    return list(twin.feedback(state, state.result, texts))


def test_a_usual_mistake_gets_its_own_words(state: GameState, finnish: Texts) -> None:
    state.name("employment", True)

    told = said(state, finnish)

    assert any(
        one.startswith("Tätä perustetta ei ole") and one.endswith("ei ole palvelussuhde.")
        for one in told
    )


def test_a_ground_left_out_is_told_with_its_words(state: GameState, finnish: Texts) -> None:
    state.name("party", True)

    (missed,) = [one for one in said(state, finnish) if one.startswith("Jäi huomaamatta")]

    assert missed.endswith("Omistaja hyötyy myönteisestä päätöksestä itse.")


def test_the_tie_reaches_the_whole_call(state: GameState, finnish: Texts) -> None:
    assert any("hakijaan H1" in one and "koko hakua" in one for one in said(state, finnish))


def test_what_only_people_can_state_is_told_as_such(state: GameState, finnish: Texts) -> None:
    state.choose("watchdog")

    assert any("Ihmisen on todettava se" in one for one in said(state, finnish))


def test_a_card_without_grounds_tells_only_what_it_teaches(state: GameState, texts: Texts) -> None:
    state.choose("colleague")

    assert said(state, texts) == [texts.show(state.card.teaches)]


def test_status_waits_and_then_tells_the_points(state: GameState, finnish: Texts) -> None:
    waiting = twin.status_text(state, finnish)
    state.choose("colleague")
    state.check()

    assert waiting == "Valitse perusteet ja tarkista."
    assert twin.status_text(state, finnish) == (
        "Oikein. Heti oikein 1 kortissa, vastattu 1 korttiin."
    )


def test_every_ground_stands_in_the_table_with_its_section(state: GameState, texts: Texts) -> None:
    html = twin.game_html(state, texts)

    assert html.count("<tr>") == 8
    assert html.count("28 §") >= 7
    assert html.count("<caption>") == 1


def test_heading_says_what_it_is_not(texts: Texts) -> None:
    html = twin.heading_html(texts)

    assert texts.say("suomi.pathway.no_advice") in html
    assert texts.say("suomi.game.fictional") in html
