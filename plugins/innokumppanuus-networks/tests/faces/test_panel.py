"""The panel presses what the state does, and says what was refused."""

from typing import Any

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_networks.domain import ActorKind, ServiceNetworks, ServiceRole, TieKind
from innokumppanuus_networks.faces import build_network
from innokumppanuus_networks.faces.panel import NetworkPanel
from innokumppanuus_networks.faces.state import NetworkState


@pytest.fixture
def panel(exercise: ServiceNetworks, texts: Any) -> NetworkPanel:
    return NetworkPanel(NetworkState.of(exercise, Plugins()), texts("fi"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_panel_is_built_in_each_language(
    exercise: ServiceNetworks, texts: Any, language: str
) -> None:
    root = build_network(NetworkState.of(exercise, Plugins()), texts(language))

    assert "inno-panel" in root._dom_classes


def test_pressing_names_a_gap_and_shows_the_list(panel: NetworkPanel) -> None:
    panel.gap_group.value, panel.gap_need.value = "carers", "respite"
    panel.guess.click()
    panel.reveal.click()

    assert panel.state.guesses == {("carers", "respite")}
    assert "Omaishoidon vapaat" in panel.shown["findings"].value
    assert panel.reveal.disabled


def test_needs_that_are_not_looked_for_in_a_group_are_not_offered(panel: NetworkPanel) -> None:
    panel.gap_group.value = "carers"

    offered = [need for _, need in panel.gap_need.options]
    assert offered == ["guidance", "talk", "exercise", "peer", "respite"]
    assert panel.gap_need.value == "guidance"


def test_first_need_is_chosen_from_the_start(panel: NetworkPanel) -> None:
    assert panel.gap_need.value == "guidance"


def test_pressing_adds_a_service_and_empties_the_name(panel: NetworkPanel) -> None:
    panel.name.value, panel.kind.value = "Kuvitteellinen Uusi Oy", ActorKind.COMPANY
    panel.serves.value, panel.need.value = "carers", "respite"
    panel.role.value = ServiceRole.PROVIDER
    panel.add.click()

    assert "Kuvitteellinen Uusi Oy" in panel.shown["map"].value
    assert panel.name.value == ""


def test_named_close_ones_are_refused_in_the_alert(panel: NetworkPanel) -> None:
    panel.name.value, panel.kind.value = "Maija", ActorKind.CLOSE_ONES
    panel.add.click()

    assert "läheiset ovat yksityishenkilöitä" in panel.alert.text
    assert panel.state.services == ()


def test_alert_goes_when_all_is_well_again(panel: NetworkPanel) -> None:
    panel.first.value, panel.second.value = "studio", "studio"
    panel.join.click()
    refused = panel.alert.text
    panel.second.value = "kotiapu"
    panel.tie.value = TieKind.AGREEMENT
    panel.join.click()

    assert refused
    assert panel.alert.text == ""
    assert len(panel.state.ties) == 1


def test_box_takes_a_pilot_in_and_clearing_takes_it_out(panel: NetworkPanel) -> None:
    panel.additions["verstas"].value = True
    taken = panel.state.adopted
    panel.clear.click()

    assert taken == {"verstas"}
    assert panel.additions["verstas"].value is False


def test_group_that_is_chosen_is_shown_alone(panel: NetworkPanel) -> None:
    panel.group.value = "carers"

    assert "Kuvitteellinen perhekeskus" not in panel.shown["map"].value


def test_list_of_services_can_be_saved(panel: NetworkPanel) -> None:
    assert 'download="hyvinvointifoorumi-harjoitus.csv"' in panel.shown["saving"].value
