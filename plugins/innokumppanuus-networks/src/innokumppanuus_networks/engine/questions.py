"""What nobody has told yet and is to be asked: goals without a measure, open roles, measures."""

from collections.abc import Iterator
from enum import StrEnum

import attrs

from innokumppanuus_networks.domain import ServiceNetworks, ServiceRole


class QuestionKind(StrEnum):
    """What is not told (avoin kysymys)."""

    GOAL_MEASURE = "goal_measure"
    GROUP_MEASURES = "group_measures"
    MEASURE_RESPONSIBLE = "measure_responsible"
    MEASURE_GOAL = "measure_goal"
    MEASURE_BY = "measure_by"
    MEASURE_INDICATOR = "measure_indicator"
    SERVICE_ROLE = "service_role"
    SERVICE_NEED = "service_need"
    TIE_DATE = "tie_date"
    MEMBER_UNNAMED = "member_unnamed"


@attrs.frozen(kw_only=True)
class Question:
    """
    Something to ask for (kysymys).

    Attributes:
        kind: What is not told.
        about: Id or number of what it is about.
    """

    kind: QuestionKind
    about: str


def questions(networks: ServiceNetworks) -> tuple[Question, ...]:
    """Return what is to be asked for, goals and groups first, then in the order of the file."""
    return tuple(Question(kind=kind, about=about) for kind, about in _all(networks))


def _all(networks: ServiceNetworks) -> Iterator[tuple[QuestionKind, str]]:
    goals = networks.programme.principles.partnership.goals
    for number, goal in enumerate(goals, start=1):
        if not goal.is_measurable:
            yield QuestionKind.GOAL_MEASURE, str(number)
    measured = {one.group for one in networks.measures}
    for group in networks.groups:
        if group.id not in measured:
            yield QuestionKind.GROUP_MEASURES, group.id
    for one in networks.measures:
        lacking = {
            QuestionKind.MEASURE_RESPONSIBLE: not one.responsible,
            QuestionKind.MEASURE_GOAL: one.goal is None,
            QuestionKind.MEASURE_BY: one.by is None,
            QuestionKind.MEASURE_INDICATOR: one.indicator is None,
        }
        yield from ((kind, one.id) for kind, is_lacking in lacking.items() if is_lacking)
    for service in networks.services:
        if service.role is ServiceRole.UNKNOWN:
            yield QuestionKind.SERVICE_ROLE, service.id
        if not service.need:
            yield QuestionKind.SERVICE_NEED, service.id
    for tie in networks.ties:
        if tie.since is None:
            yield QuestionKind.TIE_DATE, "--".join(tie.ends)
    for member in networks.programme.participants:
        if member.party is None:
            yield QuestionKind.MEMBER_UNNAMED, member.id
