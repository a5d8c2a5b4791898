"""The pathway panel: moving a control changes the state, and errors are told as alerts."""

from datetime import date

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_suomi.faces.pathway_panel import PathwayPanel, build_pathway
from innokumppanuus_suomi.faces.pathway_state import PathwayState

pytest.importorskip("ipywidgets", reason="the panels need the extra 'workbook'")


@pytest.fixture
def panel(plugins: Plugins, finnish: Texts) -> PathwayPanel:
    return PathwayPanel(PathwayState.of(None, plugins), finnish)


def test_pathways_are_hidden_until_they_are_asked_for(panel: PathwayPanel) -> None:
    before = panel._told.value
    panel.shown.value = True

    assert before == ""
    assert "<table>" in panel._told.value


def test_another_day_reaches_the_state_and_the_words(panel: PathwayPanel) -> None:
    panel.shown.value = True
    panel.starts.value = date(2016, 12, 31)

    assert panel.state.vignette.starts == date(2016, 12, 31)
    assert "✗ suljettu: Innovaatiokumppanuus" in panel._told.value


def test_controls_follow_the_vignette(panel: PathwayPanel) -> None:
    panel.vignette.value = "research-own"

    assert panel.kind.value == "rd_service"
    assert panel.value.value == "80000,00"


def test_a_fact_is_told_by_its_radio_buttons(panel: PathwayPanel) -> None:
    panel.fact.value = "needs_negotiation"
    panel.answer.value = True

    assert panel.state.vignette.facts["needs_negotiation"] is True


def test_looking_at_another_fact_changes_nothing(panel: PathwayPanel) -> None:
    before = panel.state.vignette
    panel.fact.value = "market_lacks_solution"

    assert panel.answer.value is True
    assert panel.state.vignette == before


def test_guesses_are_checked_and_the_points_told(panel: PathwayPanel) -> None:
    panel.guesses["innovation_partnership"].value = True
    panel.check.click()

    assert panel.state.points["robot-2026"] == (14, 18)
    assert "Oikein 14 polkua" in panel._told.value


def test_what_is_no_sum_is_told_in_the_alert_and_the_old_sum_stays(panel: PathwayPanel) -> None:
    panel.value.value = "paljon"

    assert "paljon" in panel.alert.text
    assert panel.value.value == "600000,00"


def test_an_alert_goes_when_all_is_well_again(panel: PathwayPanel) -> None:
    panel.value.value = "paljon"
    panel.value.value = "70000"

    assert panel.alert.text == ""


def test_every_control_has_a_name(panel: PathwayPanel) -> None:
    controls = (panel.vignette, panel.starts, panel.value, panel.kind, panel.buyer,
                panel.supplier, panel.fact, panel.answer, panel.check, panel.shown,
                *panel.guesses.values())  # fmt: skip

    assert [one for one in controls if not one.description] == []


def test_panel_is_built_in_every_language(plugins: Plugins, texts: Texts) -> None:
    root = build_pathway(PathwayState.of(None, plugins), texts)

    assert "inno-panel" in root._dom_classes
