"""The 3P of an application from its answers, and what indicators see in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import APPLICANT_FIELD, Call, Field, FieldType
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
from innokumppanuus.domain.profile import LevelDescription
from innokumppanuus.plugin.interfaces import Indicator, Observation

Seen = Mapping[Principle, tuple[tuple[Indicator, Observation], ...]]
"""What each indicator of each principle sees, by key of the indicator."""


_MAKE: Mapping[str, Callable[[str, Label], object | None]] = {
    "partnership.goals": lambda _, words: Goal(name=words),
    "partnership.responsibilities": lambda _, words: Responsibility(
        party=APPLICANT_FIELD, task=words
    ),
    "partnership.trust_practices": lambda _, words: words,
    "user_centredness.groups": lambda _, words: UserGroup(name=words),
    "user_centredness.knowledge_use": lambda _, words: words,
    "user_centredness.feedback": lambda _, words: words,
    "procurement.routes": lambda id, _: (
        ProcurementRoute(id) if id in set(ProcurementRoute) else None
    ),
    "procurement.combines": lambda _, words: words,
}


def with_principles(application: Application, call: Call) -> Application:
    """Return the application with its 3P filled from the fields that name a part of them."""
    principles = told(call.form, application.answers, application.principles)
    return attrs.evolve(application, principles=principles)


def told(
    form: Iterable[Field], answers: Mapping[str, Answer], known: Principles | None = None
) -> Principles:
    """
    Return what the answers tell of the 3P beside what is known; no answer tells nothing.

    One line of text is one goal, task, practice or group; so is each option of a choice.
    """
    principles = known or Principles()
    for field in form:
        make = _MAKE.get(field.fills)
        if make is None or field.id not in answers:
            continue
        made = [make(id, words) for id, words in _said(field, answers[field.id])]
        things = tuple(thing for thing in made if thing is not None)
        principles = _with(principles, field.fills, things)
    return principles


def profile(
    principles: Principles, indicators: Mapping[Principle, Mapping[str, Indicator]]
) -> Seen:
    """Return what every indicator sees; none of them weighs the others."""
    return {
        principle: tuple((one, one.observe(principles)) for one in indicators[principle].values())
        for principle in Principle
    }


def _with(principles: Principles, fills: str, things: tuple[Any, ...]) -> Principles:
    principle, part = fills.split(".")
    whole: Any = getattr(principles, principle)
    held = tuple(dict.fromkeys(getattr(whole, part) + things))
    more = attrs.evolve(whole, **{part: held})
    changes: dict[str, Any] = {principle: more}
    return attrs.evolve(principles, **changes)


def _said(field: Field, answer: Answer) -> Iterator[tuple[str, Label]]:
    """Yield what the answer says, as the id of an option and words."""
    if field.type in (FieldType.CHOICE, FieldType.CHOICES):
        chosen = answer if isinstance(answer, tuple) else (answer,)
        yield from ((option.id, option.name) for option in field.options if option.id in chosen)
    elif field.type is FieldType.YES_NO:
        if answer is True:
            yield "", field.name
    else:
        lines = (line.strip() for line in str(answer).splitlines())
        yield from (("", same(line)) for line in lines if line)


@attrs.frozen(kw_only=True)
class Holds:
    """
    An indicator that looks whether a part of the 3P holds anything (onko kirjattu).

    Attributes:
        key: Its key.
        name: What is looked at.
        principle: Which of the 3P.
        part: Attribute of the principle.
        levels: What its levels look like in practice; none when it is not rated.
    """

    key: str
    name: Label
    principle: Principle
    part: str
    levels: tuple[LevelDescription, ...] = ()

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
