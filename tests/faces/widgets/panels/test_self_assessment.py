"""The panel of the self-assessment, driven by setting values as a browser does."""

from datetime import date

import ipywidgets

from innokumppanuus.domain.sources import Status
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.panels.self_assessment import SelfAssessmentPanel, build
from innokumppanuus.faces.widgets.states.self_assessment import SelfAssessmentState
from innokumppanuus.testing.profiles import GOALS, GROUPS, a_city, some_indicators


def a_panel(language="en"):
    state = SelfAssessmentState(a_city(levels={GOALS: 3}), some_indicators(), date(2026, 11, 20))
    return SelfAssessmentPanel(state, Texts.load(language))


def test_panel_is_one_widget():
    panel = a_panel()

    assert isinstance(build(panel.state, Texts.load("fi")), ipywidgets.Widget)


def test_choosing_a_level_draws_the_profile():
    panel = a_panel()
    assert "<svg" not in panel.profile.value

    panel.level.value = 4

    assert "<svg" in panel.profile.value
    assert "↑ rose" in panel.change.value


def test_another_indicator_has_a_level_of_its_own():
    panel = a_panel()
    panel.level.value = 4

    panel.indicator.value = GROUPS

    assert panel.level.value is None
    panel.indicator.value = GOALS
    assert panel.level.value == 4


def test_evidence_is_added_and_the_field_emptied():
    panel = a_panel()
    panel.level.value = 4
    panel.words.value = "Minutes 3/2026"
    panel.said_by.value = "steering group"

    panel.show_it.click()

    assert panel.words.value == ""
    assert "Minutes 3/2026 (told by: steering group)" in panel.evidence.value
    assert "Every level given has evidence." in panel.status.text


def test_evidence_has_the_status_that_is_chosen():
    panel = a_panel()
    panel.words.value = "Minutes"
    panel.known.value = Status.DISPUTED.value

    panel.show_it.click()

    assert panel.state.rating.evidence[0].status is Status.DISPUTED


def test_evidence_without_words_is_refused_in_an_alert():
    panel = a_panel()

    panel.show_it.click()

    assert "must not be empty" in panel.alert.text
    assert panel.state.rating.evidence == ()


def test_an_alert_goes_away_when_all_is_well():
    panel = a_panel()
    panel.show_it.click()

    panel.level.value = 2

    assert panel.alert.text == ""


def test_last_evidence_is_taken_back():
    panel = a_panel()
    panel.words.value = "Minutes"
    panel.show_it.click()
    assert not panel.drop.disabled

    panel.drop.click()

    assert panel.drop.disabled
    assert panel.state.rating.evidence == ()


def test_starting_again_empties_the_profile():
    panel = a_panel()
    panel.level.value = 4

    panel.reset.click()

    assert "<svg" not in panel.profile.value
    assert panel.level.value is None


def test_every_control_has_a_name():
    panel = a_panel("fi")

    named = (panel.indicator, panel.level, panel.words, panel.said_by, panel.known)
    assert all(one.description for one in (*named, panel.show_it, panel.drop, panel.reset))
