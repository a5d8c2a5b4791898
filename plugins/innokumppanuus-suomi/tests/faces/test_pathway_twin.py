"""The text twin of the pathway panel: it tells all that the panel shows."""

from datetime import date

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_suomi.faces import pathway_twin as twin
from innokumppanuus_suomi.faces.pathway_state import PathwayState


@pytest.fixture
def state(plugins: Plugins) -> PathwayState:
    return PathwayState.of(None, plugins)


def test_heading_says_that_it_is_no_advice_and_made_up(texts: Texts) -> None:
    html = twin.heading_html(texts)

    assert texts.say("suomi.pathway.no_advice") in html
    assert texts.say("suomi.pathway.fictional") in html


def test_status_waits_for_guesses_and_then_counts(state: PathwayState, finnish: Texts) -> None:
    waiting = twin.status_text(state, finnish)
    state.show(True)

    assert waiting == "Valitse polut ja tarkista, tai näytä polut."
    assert twin.status_text(state, finnish) == ("Polkuja auki 5, suljettuja 13, ei voida todeta 0.")


def test_a_changed_purchase_says_so(state: PathwayState, finnish: Texts) -> None:
    assert "Hankintaa on muutettu" not in twin.story_html(state, finnish)

    state.set_starts(date(2015, 1, 1))

    assert "Hankintaa on muutettu" in twin.story_html(state, finnish)


def test_guesses_are_told_with_standing_reason_and_section(
    state: PathwayState, finnish: Texts
) -> None:
    state.guess("innovation_partnership", True)
    state.check()

    html = twin.guesses_html(state, finnish)

    assert html.count("<tr>") == 19
    assert "<td>✓ auki</td><td>✓ auki</td><td>Kaikki edellytykset täyttyvät.</td>" in html
    assert "Oikein 14 polkua, polkuja on 18." in html


def test_twin_has_the_story_the_table_and_the_picture(state: PathwayState, texts: Texts) -> None:
    html = twin.pathway_html(state, texts)

    assert texts.show(state.vignette.name) in html
    assert html.count("<caption>") == html.count("<table>") == 2
    assert "<svg" in html
    assert texts.say("suomi.pathway.no_advice") in html


def test_known_facts_are_listed_with_their_answers(state: PathwayState, finnish: Texts) -> None:
    html = twin.facts_html(state, finnish)

    assert "Hinta ei ole ainoa valintaperuste: kyllä" in html
    assert html.count("<li>") == len(state.vignette.facts)
