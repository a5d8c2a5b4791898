"""The 3P of an application from its answers, and what indicators see in them."""

from collections.abc import Mapping

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.principles import (
    ROUTE_NAMES,
    Goal,
    Principle,
    Principles,
    ProcurementRoute,
    Responsibility,
    UserGroup,
)
from innokumppanuus.plugin.interfaces import Indicator, Observation

Profile = Mapping[Principle, tuple[tuple[Indicator, Observation], ...]]
"""What each indicator of each principle sees, by key of the indicator."""


def with_principles(application: Application, call: Call) -> Application:
    """Return the application with its 3P filled from the fields that name a part of them."""
    principles = application.principles
    for field in call.form:
        if field.fills and field.id in application.answers:
            principle, part = field.fills.split(".")
            whole = getattr(principles, principle)
            held = (*getattr(whole, part), *_parts(part, field, application))
            filled = attrs.evolve(whole, **{part: tuple(dict.fromkeys(held))})
            principles = attrs.evolve(principles, **{principle: filled})
    return attrs.evolve(application, principles=principles)


def profile(
    principles: Principles, indicators: Mapping[Principle, Mapping[str, Indicator]]
) -> Profile:
    """Return what every indicator sees; none of them weighs the others."""
    return {
        principle: tuple((one, one.observe(principles)) for one in indicators[principle].values())
        for principle in Principle
    }


def _parts(part: str, field: Field, application: Application) -> tuple[object, ...]:
    """Return the answer as what the part of the 3P holds."""
    answer = application.answers[field.id]
    if answer is False:
        return ()
    if part == "routes" and field.type in (FieldType.CHOICE, FieldType.CHOICES):
        chosen = answer if isinstance(answer, tuple) else (str(answer),)
        return tuple(ProcurementRoute(one) for one in chosen)
    labels = _labels(field, answer)
    if part == "goals":
        return tuple(Goal(name=one) for one in labels)
    if part == "responsibilities":
        return tuple(Responsibility(party=application.applicant, task=one) for one in labels)
    if part == "groups":
        return tuple(UserGroup(name=one) for one in labels)
    return labels


def _labels(field: Field, answer: object) -> tuple[Label, ...]:
    """Return text as the applicant wrote it, choices by their names, yes as the question."""
    names = {one.id: one.name for one in field.options}
    if isinstance(answer, tuple):
        return tuple(names[one] for one in answer)
    if answer is True:
        return (field.name,)
    return (names.get(str(answer), same(str(answer))),)


@attrs.frozen(kw_only=True)
class Holds:
    """
    An indicator that looks whether a part of the 3P holds anything (onko kirjattu).

    Attributes:
        key: Its key.
        name: What is looked at.
        principle: Which of the 3P.
        part: Attribute of the principle.
    """

    key: str
    name: Label
    principle: Principle
    part: str

    def observe(self, principles: Principles) -> Observation:
        """Return met with the words that show it; nothing stated is *cannot tell*."""
        evidence = tuple(_words(one) for one in getattr(_whole(principles, self), self.part))
        verdict = Verdict.MET if evidence else Verdict.CANNOT_TELL
        return Observation(verdict=verdict, evidence=evidence)


@attrs.frozen(kw_only=True)
class GoalsAreMeasurable:
    """An indicator that looks whether every shared goal has a measure (mitattavat tavoitteet)."""

    key: str
    name: Label
    principle: Principle = Principle.PARTNERSHIP

    def observe(self, principles: Principles) -> Observation:
        """Return met when all goals have a measure; without goals it is *cannot tell*."""
        goals = principles.partnership.goals
        evidence = tuple(goal.name for goal in goals if goal.is_measurable)
        if not goals:
            return Observation(verdict=Verdict.CANNOT_TELL)
        met = len(evidence) == len(goals)
        return Observation(verdict=Verdict.MET if met else Verdict.NOT_MET, evidence=evidence)


def _whole(principles: Principles, indicator: Holds) -> object:
    return getattr(principles, indicator.principle.value)


def _words(held: object) -> Label:
    """Return what a part of the 3P says of itself."""
    match held:
        case Goal(name=name) | UserGroup(name=name):
            return name
        case Responsibility(task=task):
            return task
        case ProcurementRoute():
            return ROUTE_NAMES[held]
        case Label():
            return held
        case _:
            raise TypeError(f"not a part of the 3P: {held!r}")
