"""The calibration is told in words and tables, in every language."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.calibration import CalibrationState
from innokumppanuus.faces.widgets.twins.calibration import (
    calibration_html,
    reference_html,
    spread_html,
    status_text,
)
from innokumppanuus.testing.decisions import a_decision, core_plugins

EN = Texts.load("en")


@pytest.fixture
def state() -> CalibrationState:
    plugins = core_plugins()
    decision = a_decision({"H01": (5, 1, 1), "H02": (1, 5, 1)}, plugins=plugins)
    one = CalibrationState(decision, plugins)
    one.choose("H01")
    return one


@pytest.fixture
def scored(state: CalibrationState) -> CalibrationState:
    for column, first, second in (("K1", 5, 4), ("K2", 1, 4), ("K3", 1, 1)):
        state.score("1", column, Fraction(first))
        state.score("2", column, Fraction(second))
    return state


def test_nothing_scored_is_told_without_a_measure(state):
    assert status_text(state, EN) == "0/9 scores have been given."
    assert "nothing can be compared" in reference_html(state, EN)


def test_status_says_what_to_talk_about(scored):
    assert "Widest apart, 3 points" in status_text(scored, EN)
    assert "Krippendorff's alpha, interval:" in status_text(scored, EN)


def test_scores_that_are_the_same_are_said_to_be(state):
    for member in state.members:
        state.score(member, "K1", Fraction(3))

    assert "The scores given are the same." in status_text(state, EN)


def test_log_tells_what_was_agreed_on_and_why(scored):
    scored.agree("K2", Fraction(2), "<näyttö> puuttuu")

    html = spread_html(scored, EN)

    assert "&lt;näyttö&gt; puuttuu" in html


def test_each_is_told_how_the_scores_stand(scored):
    assert "in line with the reference" in reference_html(scored, EN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_told_in_every_language(scored, language):
    assert calibration_html(scored, Texts.load(language)).count("<table>") == 2
