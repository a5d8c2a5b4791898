"""The text twin tells what the panel shows: nothing of the gaps before they are asked for."""

from typing import Any

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_networks.domain import ActorKind, ServiceNetworks, ServiceRole
from innokumppanuus_networks.faces import twin
from innokumppanuus_networks.faces.state import NetworkState


@pytest.fixture
def state(exercise: ServiceNetworks) -> NetworkState:
    return NetworkState.of(exercise, Plugins())


def test_gaps_are_hidden_until_they_are_asked_for(state: NetworkState, texts: Any) -> None:
    before = twin.network_html(state, texts("fi"))
    state.reveal()
    after = twin.network_html(state, texts("fi"))

    assert "ei vastaa kukaan" not in before
    assert "ei vastaa kukaan" in after


@pytest.mark.parametrize("language", LANGUAGES)
def test_made_up_network_says_so(state: NetworkState, texts: Any, language: str) -> None:
    assert "<strong>" in twin.notice_html(state, texts(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hits_are_told_only_after_the_list_is_shown(
    state: NetworkState, texts: Any, language: str
) -> None:
    state.guess("carers", "respite")
    naming = twin.status_text(state, texts(language))
    state.reveal()
    named = twin.status_text(state, texts(language))

    assert naming != named
    assert "15" in named  # gaps of needs that the fictional network has


def test_change_is_told_in_sentences(state: NetworkState, texts: Any) -> None:
    state.reveal()
    nothing = twin.change_html(state, texts("fi"))
    state.add("Kuvitteellinen", ActorKind.OTHER, "carers", "respite", ServiceRole.PROVIDER)
    something = twin.change_html(state, texts("fi"))

    assert nothing == ""
    assert "Poistuu: omaishoitajat" in something


def test_named_gaps_are_listed(state: NetworkState, texts: Any) -> None:
    state.guess("carers", "respite")

    assert "omaishoitajat: Omaishoidon vapaat" in twin.guesses_html(state, texts("fi"))


def test_one_group_is_told_alone(state: NetworkState, texts: Any) -> None:
    state.reveal()
    state.show_group("age_0_6")

    told = twin.findings_html(state, texts("fi"))

    assert "0–6-vuotiaat" in told
    assert "omaishoitajat" not in told
