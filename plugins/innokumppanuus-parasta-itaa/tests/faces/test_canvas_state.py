"""The state of the canvas keeps what is written and refuses what is no number."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.errors import InvalidValue
from innokumppanuus.workspace import Workspace
from innokumppanuus_parasta_itaa.domain.canvas import Canvas, CanvasPart, ParticipantRole
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.faces.canvas_state import BLANK, CanvasState


@pytest.fixture
def state(exercise: Consortium, workspace: Workspace) -> CanvasState:
    return CanvasState.of(exercise, workspace.plugins)


def test_one_begins_with_an_empty_canvas(state: CanvasState) -> None:
    assert (state.canvas, state.is_fictional) == (Canvas(), True)
    assert state.review.missing == tuple(ParticipantRole)


def test_whole_canvas_is_written_part_by_part(state: CanvasState) -> None:
    for part in CanvasPart:
        state.write(part, "Jotakin")
    for role in ParticipantRole:
        state.seat(role, "Joku")

    assert state.review.is_whole


def test_lines_are_groups_and_empty_lines_are_none(state: CanvasState) -> None:
    state.seat(ParticipantRole.EXPERTS, " Opettajat \n\nOhjaajat\n")

    assert state.canvas.who(ParticipantRole.EXPERTS) == (same("Opettajat"), same("Ohjaajat"))


def test_emptied_seat_is_a_missing_role_again(state: CanvasState) -> None:
    state.seat(ParticipantRole.CLIENTS, "Nuoret")
    state.seat(ParticipantRole.CLIENTS, "  \n")

    assert ParticipantRole.CLIENTS in state.review.missing


def test_emptied_part_is_not_written_again(state: CanvasState) -> None:
    state.write(CanvasPart.GOAL, "Tavoite")
    state.write(CanvasPart.GOAL, " ")

    assert state.canvas.goal is None


def test_part_is_one_line(state: CanvasState) -> None:
    state.write(CanvasPart.GOAL, " Tuki\nviikossa ")

    assert state.canvas.goal == same("Tuki viikossa")


def test_number_is_exact_and_may_have_a_comma(state: CanvasState) -> None:
    state.write(CanvasPart.MEASURE, "Tapaamisia viikossa")
    state.number("baseline", "1,5")
    state.number("target", "7/3")

    measure = state.canvas.measure
    assert measure is not None
    assert (measure.baseline, measure.target) == (Fraction(3, 2), Fraction(7, 3))


def test_what_is_no_number_is_refused_and_the_old_one_stays(state: CanvasState) -> None:
    state.write(CanvasPart.MEASURE, "Päiviä")
    state.number("baseline", "23")

    with pytest.raises(InvalidValue) as raised:
        state.number("baseline", "monta")

    assert raised.value.key == "must-be-number"
    assert state.canvas.measure is not None and state.canvas.measure.baseline == 23


def test_renamed_measure_keeps_its_numbers(state: CanvasState) -> None:
    state.write(CanvasPart.MEASURE, "Päiviä")
    state.number("baseline", "23")
    state.write(CanvasPart.MEASURE, "Arkipäiviä")

    assert state.canvas.measure is not None and state.canvas.measure.baseline == 23


def test_one_may_begin_from_a_pilot_and_go_back_to_nothing(state: CanvasState) -> None:
    state.begin("pilotti-kymenlaakso")
    from_pilot = state.review.missing
    state.begin(BLANK)

    assert from_pilot == (ParticipantRole.DECISION_MAKERS,)
    assert state.canvas == Canvas()


def test_pilot_that_is_not_there_is_refused(state: CanvasState) -> None:
    with pytest.raises(InvalidValue):
        state.begin("pilotti-lappi")


def test_real_programme_has_no_canvas_to_begin_from(real: Consortium, workspace: Workspace) -> None:
    assert CanvasState.of(real, workspace.plugins).examples == ()
