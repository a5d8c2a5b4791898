"""The panel of the calibration follows its state, and its state follows the panel."""

from fractions import Fraction

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.panels.calibration import CalibrationPanel
from innokumppanuus.faces.widgets.states.calibration import CalibrationState
from innokumppanuus.testing.decisions import a_decision, core_plugins


@pytest.fixture
def panel() -> CalibrationPanel:
    plugins = core_plugins()
    decision = a_decision({"H01": (5, 1, 1), "H02": (1, 5, 1)}, plugins=plugins)
    return CalibrationPanel(CalibrationState(decision, plugins), Texts.load("en"))


def test_scores_offered_are_those_of_the_scale(panel):
    values = [value for _, value in panel.scores["K1"].options]

    assert values == [None, *map(Fraction, range(6))]


def test_score_is_kept_for_who_gives_it(panel):
    panel.scores["K1"].value = Fraction(4)
    panel.who.value = "2"
    panel.scores["K1"].value = Fraction(2)

    assert panel.state.spreads[0].given == {"1": 4, "2": 2}
    assert "Widest apart, 2 points" in panel.status.text


def test_member_who_comes_back_finds_the_scores(panel):
    panel.scores["K1"].value = Fraction(4)
    panel.who.value = "2"
    assert panel.scores["K1"].value is None

    panel.who.value = "1"

    assert panel.scores["K1"].value == 4


def test_common_score_is_written_down_with_its_reason(panel):
    panel.value.value = Fraction(3)
    panel.reason.value = "kaksi näyttöä"

    panel.write.click()

    assert "kaksi näyttöä" in panel.spread.value
    assert panel.reason.value == ""


def test_common_score_without_a_reason_is_an_alert(panel):
    panel.write.click()

    assert "must have a reason" in panel.alert.text


def test_reference_is_hidden_until_it_is_asked_for(panel):
    panel.scores["K1"].value = Fraction(4)
    assert panel.reference.value == ""

    panel.compare.value = True

    assert "Member 1" in panel.reference.value


def test_another_application_begins_anew(panel):
    panel.scores["K1"].value = Fraction(4)

    panel.application.value = next(
        value for _, value in panel.application.options if value != panel.state.application
    )

    assert panel.scores["K1"].value is None


def test_reset_takes_every_score_away(panel):
    panel.scores["K1"].value = Fraction(4)

    panel.reset.click()

    assert "0/9 scores" in panel.status.text
