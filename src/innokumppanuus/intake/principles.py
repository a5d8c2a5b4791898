"""
What the answers of a form tell of the 3P, as the fields' `fills` says. It judges nothing.

One line of text is one goal, task, practice or group; so is each option of a choice.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.call import APPLICANT_FIELD, Field, FieldType
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.principles import (
    Goal,
    Principles,
    ProcurementRoute,
    Responsibility,
    UserGroup,
)

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


def told(form: tuple[Field, ...], answers: Mapping[str, Answer]) -> Principles:
    """Return what the answers tell of the 3P; what is not answered tells nothing."""
    principles = Principles()
    for field in form:
        make = _MAKE.get(field.fills)
        if make is None or field.id not in answers:
            continue
        made = [make(id, words) for id, words in _said(field, answers[field.id])]
        things = tuple(thing for thing in made if thing is not None)
        principles = _with(principles, field.fills, things)
    return principles


def _with(principles: Principles, fills: str, things: tuple[Any, ...]) -> Principles:
    principle, part = fills.split(".")
    whole: Any = getattr(principles, principle)
    more = attrs.evolve(whole, **{part: getattr(whole, part) + things})
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
