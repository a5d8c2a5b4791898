"""A canvas is reviewed for missing roles and empty parts, and nothing is rejected."""

from innokumppanuus.domain.labels import same
from innokumppanuus_parasta_itaa.domain.canvas import (
    Canvas,
    CanvasPart,
    Measure,
    ParticipantRole,
    Seat,
)
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.canvas import review


def test_empty_canvas_lacks_every_role_and_part() -> None:
    found = review(Canvas())

    assert found.missing == tuple(ParticipantRole)
    assert found.empty == tuple(CanvasPart)
    assert found.has_baseline is None


def test_seat_that_nobody_takes_is_a_missing_role() -> None:
    found = review(Canvas(seats=(Seat(role=ParticipantRole.CLIENTS),)))

    assert ParticipantRole.CLIENTS in found.missing


def test_whole_canvas_lacks_nothing(exercise: Consortium) -> None:
    canvas = exercise.pilot("pilotti-pohjois-savo").canvas
    assert canvas is not None

    found = review(canvas)

    assert found.is_whole
    assert found.covered == tuple(ParticipantRole)


def test_pilot_without_decision_makers_lacks_them(exercise: Consortium) -> None:
    canvas = exercise.pilot("pilotti-kymenlaakso").canvas
    assert canvas is not None

    assert review(canvas).missing == (ParticipantRole.DECISION_MAKERS,)


def test_measure_without_a_baseline_is_told() -> None:
    canvas = Canvas(measure=Measure(name=same("Päiviä")))

    assert review(canvas).has_baseline is False
