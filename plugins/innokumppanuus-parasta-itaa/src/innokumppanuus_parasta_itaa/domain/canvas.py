"""The canvas of a phenomenon: what is developed together, with whom, and how it is seen."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue


class ParticipantRole(StrEnum):
    """
    The four roles of phenomenon-based co-creation (osallistujarooli).

    Source:
        PARASTA ITÄÄ! project page: clients, experts of different fields, stakeholders and
        decision-makers take part.
    """

    CLIENTS = "clients"
    EXPERTS = "experts"
    STAKEHOLDERS = "stakeholders"
    DECISION_MAKERS = "decision_makers"


ROLE_NAMES: Mapping[ParticipantRole, Label] = {
    ParticipantRole.CLIENTS: Label("asiakkaat", "klienter", "clients"),
    ParticipantRole.EXPERTS: Label(
        "eri alojen asiantuntijat", "sakkunniga från olika områden", "experts from different fields"
    ),
    ParticipantRole.STAKEHOLDERS: Label("sidosryhmät", "intressenter", "stakeholders"),
    ParticipantRole.DECISION_MAKERS: Label("päättäjät", "beslutsfattare", "decision-makers"),
}
"""What each role is called."""


class CanvasPart(StrEnum):
    """What a canvas has beside its roles (kanvaksen osa)."""

    PHENOMENON = "phenomenon"
    TARGET_GROUP = "target_group"
    GOAL = "goal"
    EXPERIMENT = "experiment"
    MEASURE = "measure"


@attrs.frozen(kw_only=True)
class Seat:
    """
    A role at the table and who take it (paikka pöydässä).

    Attributes:
        role: Which of the four.
        who: Groups and organisations, never persons by name; nobody means the seat is empty.
    """

    role: ParticipantRole
    who: tuple[Label, ...] = ()


@attrs.frozen(kw_only=True)
class Measure:
    """
    How one sees what the experiment brings (mittari).

    Attributes:
        name: What is counted.
        unit: In what.
        baseline: The value before; None when nobody has measured it.
        target: The value to reach; None when nobody has said.
        reached: The value after; None while nobody has measured it.
    """

    name: Label
    unit: str = ""
    baseline: Fraction | None = None
    target: Fraction | None = None
    reached: Fraction | None = None


@attrs.frozen(kw_only=True)
class Canvas:
    """
    The canvas of a phenomenon (ilmiökanvas). What is not written yet is None, never an empty text.

    Attributes:
        phenomenon: What people live in the middle of, larger than any one service.
        target_group: Whose everyday life it is about.
        seats: Who take part, by role; each role once.
        goal: What is to change.
        experiment: What is tried out.
        measure: How the change is seen.
    """

    phenomenon: Label | None = None
    target_group: Label | None = None
    seats: tuple[Seat, ...] = ()
    goal: Label | None = None
    experiment: Label | None = None
    measure: Measure | None = None

    def __attrs_post_init__(self) -> None:
        roles = [one.role for one in self.seats]
        for place, role in enumerate(roles):
            if role in roles[:place]:
                raise InvalidValue("twice", got=role.value)

    def who(self, role: ParticipantRole) -> tuple[Label, ...]:
        """Return who take the seat of *role*; nobody when it is empty or not there."""
        return next((one.who for one in self.seats if one.role is role), ())
