"""The panel of the call: moving a filter changes what is shown."""

from typing import Any

import pytest

from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace

ipywidgets = pytest.importorskip("ipywidgets", reason="the panels need the extra 'workbook'")


@pytest.fixture
def panel(decision: Decision, workspace: Workspace, finnish: Texts) -> Any:
    offered = FacePlugins.load().panels()["jyvaskyla.calls"]
    return offered.build(offered.state(decision, workspace.plugins), finnish)


def children(widget: Any, kind: str) -> list[Any]:
    found = [widget] if type(widget).__name__ == kind else []
    return found + [
        one for child in getattr(widget, "children", ()) for one in children(child, kind)
    ]


def shown(panel: Any) -> str:
    return "".join(one.value for one in children(panel, "HTML"))


def test_all_applications_are_in_the_table_at_first(panel: Any) -> None:
    assert all(f"H{number:02}" in shown(panel) for number in range(1, 20))


def test_sector_filter_changes_table_and_status(panel: Any) -> None:
    sector, _ = children(panel, "Dropdown")

    sector.value = "foundation"

    status = next(one for one in children(panel, "Announcement") if one.kind == "status")
    assert "Näkyvissä on 2 hakemusta" in status.text
    assert "Kuvitteellinen Kotilieska Oy" not in shown(panel)


def test_outcome_filter_leaves_the_chosen(panel: Any) -> None:
    _, outcome = children(panel, "Dropdown")

    outcome.value = Outcome.CHOSEN.value

    assert "H09" in shown(panel)
    assert "H08" not in shown(panel)


def test_filters_have_names(panel: Any) -> None:
    assert [one.description for one in children(panel, "Dropdown")] == [
        "Hakijan sektori",
        "Lopputulos",
    ]
