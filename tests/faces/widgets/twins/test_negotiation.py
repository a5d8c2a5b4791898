"""The negotiation is told in words and tables, in every language."""

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.negotiation import NegotiationState
from innokumppanuus.faces.widgets.twins.negotiation import (
    negotiation_html,
    ranks_html,
    splits_html,
    status_text,
)
from innokumppanuus.testing.decisions import a_decision, core_plugins

FIELD = {"H01": (5, 1, 1), "H02": (1, 5, 1), "H03": (3, 3, 3)}
EN = Texts.load("en")


@pytest.fixture
def state() -> NegotiationState:
    plugins = core_plugins()
    return NegotiationState(a_decision(FIELD, plugins=plugins), plugins)


@pytest.fixture
def split(state: NegotiationState) -> NegotiationState:
    state.split("1", {"K1": 80, "K2": 10, "K3": 10})
    state.split("2", {"K1": 10, "K2": 80, "K3": 10})
    return state


def test_nothing_split_is_said(state):
    assert "Nobody has split the points yet." in splits_html(state, EN)
    assert ranks_html(state, EN) == ""


def test_status_tells_what_hangs_on_the_weights(split):
    told = status_text(split, EN)

    assert "2/3 members have split their points." in told
    assert "turn the order of 3 pairs of applications" in told


def test_table_tells_ranks_and_who_is_chosen(split):
    html = ranks_html(split, EN)

    assert "✓ 1" in html
    assert "1–3" in html


def test_rank_that_cannot_change_is_told_as_one(state):
    for member in ("1", "2"):
        state.split(member, {"K1": 80, "K2": 10, "K3": 10})

    assert ">1</td>" in ranks_html(state, EN) and "1–1" not in ranks_html(state, EN)


def test_table_tells_each_split(split):
    html = splits_html(split, EN)

    assert "Member 1 alone" in html and ">80</td>" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_is_told_in_every_language(split, language):
    split.agree({"K1": 40, "K2": 40, "K3": 20})

    assert negotiation_html(split, Texts.load(language)).count("<table>") == 2
