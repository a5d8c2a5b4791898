"""The portfolio in words, without widgets."""

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.portfolio import PortfolioState
from innokumppanuus.faces.widgets.twins.portfolio import (
    portfolio_html,
    settings_text,
    status_text,
)
from innokumppanuus.testing.decisions import a_decision, core_plugins

FIELD = {"H01": (5, 1, 1), "H02": (4, 4, 3), "H03": (1, 5, 5)}


@pytest.fixture
def state():
    plugins = core_plugins()
    state = PortfolioState(a_decision(FIELD, plugins=plugins), plugins)
    state.set_maximum(2)
    return PortfolioState(state.decision, plugins)


def words(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_settings_are_told_in_sentences(state):
    state.join("K3")

    assert words(settings_text(state, Texts.load("fi"))) == (
        "Tärkeysjärjestys: 1. K1, 2. K2 ja K3. Määräraha on 50 000,00 €. "
        "Valitaan enintään 2 hakemusta."
    )


def test_weights_are_told_when_they_are_used(state):
    state.use_weights()

    told = settings_text(state, Texts.load("sv"))

    assert words(told).startswith("Vikter: K1 61,1 %, K2 27,8 % och K3 11,1 %.")


def test_status_tells_what_changed(state):
    state.move("K3", 1)

    told = words(status_text(state, Texts.load("fi")))

    assert "Valituksi tulee 2 hakemusta: H02 ja H03." in told
    assert "Uutena mukaan tulee H03. Pois jää H01." in told


def test_status_says_when_nothing_fits(state):
    state.set_budget(state.settings.budget - state.settings.budget)

    told = status_text(state, Texts.load("en"))

    assert told.startswith("No application fits within the limits.")


def test_stability_is_told_of_an_order_only(state):
    by_order = status_text(state, Texts.load("fi"))

    state.use_weights()

    by_weights = status_text(state, Texts.load("fi"))
    assert "painoilla" in by_order or "painot" in by_order
    assert "järjestyksen" not in by_weights and "tärkeysjärjestystä" not in by_weights


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_twin_tells_all_in_every_language(state, language):
    state.ask("H01")

    html = portfolio_html(state, Texts.load(language))

    assert html.count("<li>") == len(state.reasons)
    assert "<table" in html and "H03" in html


def test_field_without_ranking_says_so():
    plugins = core_plugins()
    empty = PortfolioState(a_decision({}, plugins=plugins), plugins)

    told = status_text(empty, Texts.load("fi"))

    assert told == "Yhtään hakemusta ei voitu asettaa paremmuusjärjestykseen."
    assert told in portfolio_html(empty, Texts.load("fi"))


def test_call_without_a_way_to_choose_says_so():
    plugins = core_plugins()
    ranked = PortfolioState(a_decision(FIELD, plugins=plugins, selection=None), plugins)

    assert status_text(ranked, Texts.load("en")).startswith("The rule set has no way to choose")


def test_call_without_weights_tells_none():
    plugins = core_plugins()
    bare = a_decision(FIELD, plugins=plugins, assessment=None, selection=None)

    told = settings_text(PortfolioState(bare, plugins), Texts.load("fi"))

    assert told.startswith("Määräraha on")
