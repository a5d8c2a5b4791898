"""The panel of the negotiation follows its state, and its state follows the panel."""

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.panels.negotiation import NegotiationPanel
from innokumppanuus.faces.widgets.states.negotiation import AGREED, NegotiationState
from innokumppanuus.testing.decisions import a_decision, core_plugins

FIELD = {"H01": (5, 1, 1), "H02": (1, 5, 1)}


@pytest.fixture
def panel() -> NegotiationPanel:
    plugins = core_plugins()
    state = NegotiationState(a_decision(FIELD, plugins=plugins), plugins)
    return NegotiationPanel(state, Texts.load("en"))


def split(panel: NegotiationPanel, who: str, *points: int) -> None:
    panel.who.value = who
    for one, given in zip(panel.points.values(), points, strict=True):
        one.value = given
    panel.keep.click()


def test_points_left_are_counted_while_they_are_set(panel):
    panel.points["K1"].value = 50

    assert panel.left.text == "Points left to split: -16"


def test_kept_split_is_shown_with_what_follows(panel):
    split(panel, "1", 80, 10, 10)

    assert panel.state.latest["1"] == {"K1": 80, "K2": 10, "K3": 10}
    assert ">80</td>" in panel.splits.value
    assert "Member 1" in panel.ranks.value


def test_points_that_do_not_sum_are_an_alert(panel):
    split(panel, "1", 80, 10, 20)

    assert "must be whole points of 0 or more that sum to 100" in panel.alert.text
    assert panel.state.latest == {}


def test_group_splits_under_its_own_name(panel):
    split(panel, AGREED, 40, 40, 20)

    assert panel.state.agreed == {"K1": 40, "K2": 40, "K3": 20}


def test_member_who_comes_back_finds_the_points(panel):
    split(panel, "1", 80, 10, 10)
    panel.who.value = "2"
    panel.who.value = "1"

    assert [one.value for one in panel.points.values()] == [80, 10, 10]


def test_second_round_is_entered_once(panel):
    panel.talk.click()

    assert panel.talk.disabled
    assert "Second round" in panel.status.text


def test_fewer_members_have_fewer_names(panel):
    panel.members.value = 2

    assert [value for _, value in panel.who.options] == ["1", "2", AGREED]


def test_reset_shows_nothing_split(panel):
    split(panel, "1", 80, 10, 10)

    panel.reset.click()

    assert "Nobody has split the points yet." in panel.splits.value
