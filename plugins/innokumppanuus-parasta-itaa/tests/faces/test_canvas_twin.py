"""The twin of the panel tells the same in words, tables and a file that can be kept."""

from html import unescape

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_parasta_itaa.domain.canvas import CanvasPart
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.faces.canvas_state import CanvasState
from innokumppanuus_parasta_itaa.faces.canvas_twin import canvas_html, file_html, status_text
from innokumppanuus_parasta_itaa.reading import canvas_in


@pytest.fixture
def state(exercise: Consortium, workspace: Workspace) -> CanvasState:
    return CanvasState.of(exercise, workspace.plugins)


def test_status_tells_roles_and_what_is_missing(state: CanvasState, finnish: Texts) -> None:
    state.begin("pilotti-kymenlaakso")

    assert status_text(state, finnish) == "Rooleista on mukana 3/4. Kanvaksesta puuttuu 2 kohtaa."


def test_whole_canvas_is_said_to_be_whole(state: CanvasState, finnish: Texts) -> None:
    state.begin("pilotti-pohjois-savo")

    assert status_text(state, finnish) == "Rooleista on mukana 4/4. Kanvas on koossa."


def test_twin_has_picture_table_and_fictional_label_in_every_language(
    state: CanvasState, texts: Texts
) -> None:
    html = canvas_html(state, texts)

    assert texts.say("consortium.fictional") in unescape(html)
    assert "<caption>" in html and "<title" in html


def test_what_is_kept_is_read_back(state: CanvasState, finnish: Texts) -> None:
    state.begin("pilotti-etela-savo")

    html = file_html(state, finnish)

    text = unescape(html.split("<pre>")[1].split("</pre>")[0])
    assert canvas_in(text, "k.yaml") == state.canvas


def test_what_is_written_is_escaped(state: CanvasState, finnish: Texts) -> None:
    state.write(CanvasPart.GOAL, "<script>")

    assert "<script>" not in canvas_html(state, finnish)
