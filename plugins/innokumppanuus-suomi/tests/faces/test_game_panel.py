"""The panel of the game: boxes name grounds, buttons check and deal."""

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_suomi.faces.game_panel import GamePanel, build_game
from innokumppanuus_suomi.faces.game_state import GameState

pytest.importorskip("ipywidgets", reason="the panels need the extra 'workbook'")


@pytest.fixture
def panel(plugins: Plugins, finnish: Texts) -> GamePanel:
    return GamePanel(GameState.of(None, plugins), finnish)


def test_the_answer_is_hidden_until_it_is_checked(panel: GamePanel) -> None:
    before = panel._told.value
    panel.check.click()

    assert "<table>" not in before
    assert "<table>" in panel._told.value


def test_boxes_name_grounds(panel: GamePanel) -> None:
    panel.boxes["party"].value = True
    panel.boxes["benefit"].value = True
    panel.check.click()

    assert panel.status.text.startswith("Oikein.")


def test_the_next_card_starts_with_nothing_named(panel: GamePanel) -> None:
    panel.boxes["party"].value = True
    panel.deal.click()

    assert panel.card.value == "spouse"
    assert not any(one.value for one in panel.boxes.values())


def test_a_card_can_be_chosen(panel: GamePanel) -> None:
    panel.card.value = "watchdog"

    assert panel.state.card.id == "watchdog"
    assert "valvo" in panel._story.value


def test_every_box_has_the_words_of_its_ground(panel: GamePanel) -> None:
    assert [one for one in panel.boxes.values() if len(one.description) < 20] == []


def test_panel_is_built_in_every_language(plugins: Plugins, texts: Texts) -> None:
    root = build_game(GameState.of(None, plugins), texts)

    assert "inno-panel" in root._dom_classes
