"""A canvas holds each role once and says nothing that nobody wrote."""

import pytest

from innokumppanuus.domain.labels import LANGUAGES, same
from innokumppanuus.errors import InvalidValue
from innokumppanuus_parasta_itaa.domain.canvas import ROLE_NAMES, Canvas, ParticipantRole, Seat
from innokumppanuus_parasta_itaa.domain.meetings import STAGE_NAMES, Stage
from innokumppanuus_parasta_itaa.domain.results import RESULT_NAMES, ResultKind


def test_role_is_given_once() -> None:
    seat = Seat(role=ParticipantRole.CLIENTS)

    with pytest.raises(InvalidValue) as raised:
        Canvas(seats=(seat, seat))

    assert raised.value.values["got"] == "clients"


def test_role_without_a_seat_has_nobody() -> None:
    canvas = Canvas(seats=(Seat(role=ParticipantRole.EXPERTS, who=(same("Opettajat"),)),))

    assert canvas.who(ParticipantRole.CLIENTS) == ()
    assert canvas.who(ParticipantRole.EXPERTS) == (same("Opettajat"),)


def test_every_role_stage_and_result_has_a_name_in_three_languages() -> None:
    names = {**ROLE_NAMES, **STAGE_NAMES, **RESULT_NAMES}

    assert set(names) == {*ParticipantRole, *Stage, *ResultKind}
    assert all(getattr(name, language) for name in names.values() for language in LANGUAGES)
