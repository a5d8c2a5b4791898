"""Declared limits over those who may be chosen: who belongs to which group, what is viable."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.domain.limits import ChoiceLimits, ExclusionLimit, FieldLimit
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, Limits, Needs
from innokumppanuus.engine.limits import limits_of

GROUPING_TYPES = (
    FieldType.CHOICE,
    FieldType.CHOICES,
    FieldType.TEXT,
    FieldType.BUSINESS_ID,
    FieldType.YES_NO,
)
"""What a field may hold whose answers make groups."""


def resolved(call: Call, candidates: Iterable[Application]) -> Limits:
    """Return what a choice of the candidates may never break."""
    plain = limits_of(call)
    declared = declared_in(call)
    if declared is None:
        return plain
    given = sorted(candidates, key=lambda one: one.id)
    by_field = (group for limit in declared.groups for group in _groups(call, limit, given))
    excluded = (_exclusion(limit, given) for limit in declared.exclusions)
    return attrs.evolve(
        plain,
        minimum=declared.minimum.least if declared.minimum else None,
        groups=(*by_field, *excluded),
        needs=tuple(_needs(declared, {one.id for one in given})),
    )


def declared_in(call: Call) -> ChoiceLimits | None:
    """Return the limits that the call declares; None when it has none."""
    return call.selection.limits if call.selection else None


def viable(call: Call, application: Application, cost: Money) -> Money | None:
    """
    Return the smallest sum with which the application is viable; None when only its whole cost is.

    A sum that the applicant tells counts as it is, at most the cost.
    """
    declared = declared_in(call)
    partial = declared.partial if declared else None
    if partial is None:
        return None
    if partial.share is not None:
        exact = Fraction(cost.cents) * partial.share
        least = attrs.evolve(cost, cents=-(-exact.numerator // exact.denominator))
        return least if least < cost else None
    told = application.answers.get(partial.field)
    return told if isinstance(told, Money) and told < cost else None


def unanswered(call: Call, candidates: Iterable[Application]) -> Iterator[tuple[FieldLimit, str]]:
    """Yield each limit with the candidates whose group cannot be told, for people to look at."""
    declared = declared_in(call)
    given = sorted(candidates, key=lambda one: one.id)
    for limit in declared.groups if declared else ():
        for one in given:
            if not answers_of(one, limit.field):
                yield limit, one.id


def answers_of(application: Application, field: str) -> tuple[str, ...]:
    """Return the answers by which the application is grouped; none when it has not answered."""
    answer = application.answers.get(field)
    if isinstance(answer, bool):
        return ("true" if answer else "false",)
    given = answer if isinstance(answer, tuple) else () if answer is None else (answer,)
    return tuple(one for one in (compared(str(each)) for each in given) if one)


def compared(words: str) -> str:
    """Return words as they are compared: without regard to case and to spaces around them."""
    return " ".join(words.split()).casefold()


def _groups(
    call: Call, limit: FieldLimit, candidates: Iterable[Application]
) -> Iterator[GroupLimit]:
    members: dict[str, list[str]] = {}
    written: dict[str, str] = {}
    for one in candidates:
        for answer in answers_of(one, limit.field):
            members.setdefault(answer, []).append(one.id)
            written.setdefault(answer, _words(one, limit.field, answer))
    field = call.field(limit.field)
    values = _values(limit, field, members)
    if not limit.each:
        together = {id for value in values for id in members.get(compared(value), ())}
        yield _limited(limit, limit.id, limit.name, together)
        return
    for value in values:
        name = _with_answer(limit.name, _name_of(field, written.get(compared(value), value), value))
        ids = members.get(compared(value), ())
        yield _limited(limit, f"{limit.id}[{value}]", name, ids)


def _values(limit: FieldLimit, field: Field | None, members: Iterable[str]) -> tuple[str, ...]:
    if limit.values:
        return limit.values
    if field is not None and field.options:
        return tuple(option.id for option in field.options)
    return tuple(sorted(members))


def _words(application: Application, field: str, answer: str) -> str:
    """Return an answer as the applicant wrote it."""
    given = application.answers.get(field)
    return " ".join(given.split()) if isinstance(given, str) else answer


def _name_of(field: Field | None, written: str, value: str) -> Label:
    names = {option.id: option.name for option in field.options} if field else {}
    return names.get(value, same(written))


def _with_answer(limit: Label, answer: Label) -> Label:
    words = ((getattr(limit, one), answer.say(one)) for one in LANGUAGES)
    return Label(*(f"{whole} ({part})" if whole else "" for whole, part in words))


def _limited(limit: FieldLimit, id: str, name: Label, members: Iterable[str]) -> GroupLimit:
    return GroupLimit(
        id=id,
        name=name,
        members=tuple(sorted(members)),
        least=limit.least,
        most=limit.most,
        least_money=limit.least_money,
        most_money=limit.most_money,
    )


def _exclusion(limit: ExclusionLimit, candidates: Iterable[Application]) -> GroupLimit:
    members = tuple(one.id for one in candidates if one.id in limit.applications)
    return GroupLimit(id=limit.id, name=limit.name, members=members, most=limit.most)


def _needs(declared: ChoiceLimits, candidates: set[str]) -> Iterator[Needs]:
    for limit in declared.requirements:
        if limit.application in candidates:
            for other in limit.needs:
                yield Needs(
                    id=f"{limit.id}[{other}]",
                    name=limit.name,
                    application=limit.application,
                    other=other,
                )
