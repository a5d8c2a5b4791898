"""Not recorded is not nobody, and numbers of people are not below zero."""

import pytest

from innokumppanuus_parasta_itaa.domain.canvas import ParticipantRole
from innokumppanuus_parasta_itaa.domain.meetings import Attendance


def test_role_that_is_not_recorded_is_not_zero() -> None:
    attendance = Attendance(clients=0, experts=3)

    assert attendance.of(ParticipantRole.CLIENTS) == 0
    assert attendance.of(ParticipantRole.STAKEHOLDERS) is None


def test_fewer_than_nobody_cannot_come() -> None:
    with pytest.raises(ValueError):
        Attendance(clients=-1)
