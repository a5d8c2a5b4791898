"""The panel of the canvas: writing changes what is shown, and refusals are alerts."""

from typing import Any

import pytest

from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_parasta_itaa.domain.consortium import Consortium

ipywidgets = pytest.importorskip("ipywidgets", reason="the panels need the extra 'workbook'")


@pytest.fixture
def panel(exercise: Consortium, workspace: Workspace, finnish: Texts) -> Any:
    offered = FacePlugins.load().programme_panels()["consortium.canvas"]
    return offered.build(offered.state(exercise, workspace.plugins), finnish)


def inside(widget: Any) -> list[Any]:
    within = [one for child in getattr(widget, "children", ()) for one in inside(child)]
    return [widget, *within]


def named(panel: Any, words: str) -> Any:
    (found,) = (one for one in inside(panel) if getattr(one, "description", "") == words)
    return found


def announced(panel: Any, kind: str) -> str:
    (found,) = (one for one in inside(panel) if getattr(one, "kind", "") == kind)
    return str(found.text)


def shown(panel: Any) -> str:
    return "".join(one.value for one in inside(panel) if type(one).__name__ == "HTML")


def test_missing_roles_are_warned_of_at_first(panel: Any) -> None:
    assert "Rooleista on mukana 0/4." in announced(panel, "status")
    assert shown(panel).count("Rooli puuttuu") == 4


def test_writing_a_role_takes_its_warning_away(panel: Any) -> None:
    named(panel, "asiakkaat").value = "Nuoret\nNuorten vanhemmat"

    assert "Rooleista on mukana 1/4." in announced(panel, "status")
    assert "Nuorten vanhemmat" in shown(panel)
    assert shown(panel).count("Rooli puuttuu") == 3


def test_choosing_a_pilot_fills_the_fields(panel: Any) -> None:
    named(panel, "Aloita pohjasta").value = "pilotti-pohjois-savo"

    assert named(panel, "Mittarin lähtötaso").value == "23"
    assert named(panel, "Tavoite").value == "Nuori pääsee tuen piiriin viikossa"
    assert "Kanvas on koossa." in announced(panel, "status")


def test_filling_the_fields_does_not_write_them(panel: Any) -> None:
    named(panel, "Aloita pohjasta").value = "pilotti-pohjois-savo"

    assert "sv: " in shown(panel)


def test_what_is_no_number_is_an_alert(panel: Any) -> None:
    named(panel, "Mittari").value = "Päiviä"
    named(panel, "Mittarin lähtötaso").value = "monta"

    assert "monta" in announced(panel, "alert")


def test_next_change_takes_the_alert_away(panel: Any) -> None:
    named(panel, "Mittari").value = "Päiviä"
    named(panel, "Mittarin lähtötaso").value = "monta"
    named(panel, "Mittarin lähtötaso").value = "23"

    assert announced(panel, "alert") == ""


def test_numbers_wait_for_a_measure(panel: Any) -> None:
    assert named(panel, "Mittarin lähtötaso").disabled

    named(panel, "Mittari").value = "Päiviä"

    assert not named(panel, "Mittarin lähtötaso").disabled
