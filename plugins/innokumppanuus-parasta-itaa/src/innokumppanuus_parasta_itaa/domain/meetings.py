"""Meetings of co-creation and how many of each role came. Numbers only, never who."""

from collections.abc import Mapping
from enum import StrEnum

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus_parasta_itaa.domain.canvas import ParticipantRole

_FROM_ZERO = attrs.validators.optional(attrs.validators.ge(0))


class Stage(StrEnum):
    """Where in the work a meeting is (yhteiskehittämisen vaihe)."""

    UNDERSTAND = "understand"
    IDEATE = "ideate"
    TRY_OUT = "try_out"
    ASSESS = "assess"
    DECIDE = "decide"


STAGE_NAMES: Mapping[Stage, Label] = {
    Stage.UNDERSTAND: Label("ilmiön ymmärtäminen", "förstå fenomenet", "understanding"),
    Stage.IDEATE: Label("ideointi", "idéarbete", "ideas"),
    Stage.TRY_OUT: Label("kokeilu", "försök", "trying out"),
    Stage.ASSESS: Label("arviointi", "utvärdering", "assessing"),
    Stage.DECIDE: Label("päättäminen", "beslut", "deciding"),
}
"""What each stage is called."""


@attrs.frozen(kw_only=True)
class Attendance:
    """
    How many of each role came (osallistujat). None is not recorded, which is not nobody.

    Attributes:
        clients: Clients.
        experts: Experts of different fields.
        stakeholders: Stakeholders.
        decision_makers: Decision-makers.
    """

    clients: int | None = attrs.field(default=None, validator=_FROM_ZERO)
    experts: int | None = attrs.field(default=None, validator=_FROM_ZERO)
    stakeholders: int | None = attrs.field(default=None, validator=_FROM_ZERO)
    decision_makers: int | None = attrs.field(default=None, validator=_FROM_ZERO)

    def of(self, role: ParticipantRole) -> int | None:
        """Return how many of *role* came; None when it is not recorded."""
        count: int | None = getattr(self, role.value)
        return count


@attrs.frozen(kw_only=True)
class Meeting:
    """
    One meeting of co-creation (yhteiskehittämistapaaminen).

    Attributes:
        id: Stable.
        name: What it is called.
        on: When it is.
        stage: Where in the work it is.
        attendance: How many of each role came.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    on: When
    stage: Stage
    attendance: Attendance = attrs.field(factory=Attendance)
