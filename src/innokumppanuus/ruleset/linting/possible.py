"""Which outcomes a rule can have at all, by trying the answers at which it could turn."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import combinations, product
from math import prod
from typing import TypeAlias

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.dates import zone
from innokumppanuus.ruleset.expressions import Expression, Type
from innokumppanuus.ruleset.expressions.comparisons import (
    EQUALITIES,
    ORDERINGS,
    comparisons,
    constants,
    turning_values,
    walk,
)
from innokumppanuus.ruleset.expressions.nodes import Apply, Constant, Items, Variable
from innokumppanuus.ruleset.expressions.steps import Steps, steps_of
from innokumppanuus.ruleset.model import CALL_TYPES, FIELD_TYPES, RuleSet

Point: TypeAlias = Mapping[str, object]
MOST_POINTS = 4_000
_MANY = 10**12
_MOST_OPTIONS = 6
"""Of so many options all choices are tried; of more, see `_choices`."""

_REACH = 1_200
"""Months and other small whole numbers are tried up to here where they are reckoned with."""
_MONOTONE = ("+", "-", "*", "add_months", "last_day", "double", "day", "size")


def points(ruleset: RuleSet, rules: Iterable[Expression]) -> tuple[Point, ...]:
    """
    Return the values of the fields and of the call at which the rules could turn, all combined.

    Answers are such as the form allows: options of choices, sums and numbers of zero or more.

    Returns:
        Nothing when that cannot be told for sure: more than `MOST_POINTS`, a decision table or a
        dated value in a rule, or a comparison that may turn to and fro.
    """
    rules = tuple(rules)
    fields = {field.id: field for field in ruleset.call.form}
    uses = sorted({name for rule in rules for name in rule.uses})
    known = {*fields, *CALL_TYPES}
    if not set(uses) <= known or not all(_is_plain(rule) for rule in rules):
        return ()
    values = ruleset.values(Application(id="-", answers={}))
    asked = [fields[name] for name in uses if name in fields]
    candidates = [tuple(_candidates(ruleset.call, field, rules, values)) for field in asked]
    if not candidates or prod(map(len, candidates)) > MOST_POINTS:
        return (values,) if not candidates else ()
    names = [field.id for field in asked]
    return tuple({**values, **dict(zip(names, one, strict=True))} for one in product(*candidates))


def _is_plain(rule: Expression) -> bool:
    """Return whether each comparison turns where it compares, or once along each field."""
    return all(_turns_once(one.node) for one in walk(rule.program) if isinstance(one.node, Apply))


def _turns_once(node: Apply) -> bool:
    name = node.operation.name
    if name == "!":
        return True
    if name in (*ORDERINGS, *EQUALITIES):
        is_direct = all(isinstance(one, Variable | Constant | Items) for one in node.arguments)
        return is_direct or name in ORDERINGS
    return name in _MONOTONE


def _candidates(
    call: Call, field: Field, rules: tuple[Expression, ...], values: Point
) -> Iterator[object]:
    programs = [rule.program for rule in rules]
    match field.type:
        case FieldType.CHOICE:
            yield from (option.id for option in field.options)
        case FieldType.CHOICES:
            ids = tuple(option.id for option in field.options)
            named = {one.value for rule in rules for one in constants(rule.node)}
            yield from _choices(ids, tuple(one for one in ids if one in named))
        case FieldType.TEXT | FieldType.BUSINESS_ID:
            said = [one.value for rule in rules for one in constants(rule.node)]
            yield from dict.fromkeys(one for one in (*said, "–") if isinstance(one, str))
        case _:
            steps = steps_of(FIELD_TYPES[field.type])[0]
            turning = [
                value
                for program in programs
                for one in comparisons(program, field.id)
                for value in turning_values(one, field.id, values)
            ]
            yield from _stepped(call, field, steps, turning)


def _choices(ids: tuple[str, ...], named: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """
    Yield the choices of many options that are tried, each once.

    Of those that the rules name every choice is tried, alone and with all the others; if they are
    many, then none, one, two, all but one and all of them. Of all options every number is tried.
    """
    count = len(named)
    sizes = range(count + 1) if count <= _MOST_OPTIONS else (0, 1, 2, count - 1, count)
    if len(ids) <= _MOST_OPTIONS:
        named, sizes = ids, range(len(ids) + 1)
    tried = [set(chosen) for size in sizes for chosen in combinations(named, size)]
    rest = set(ids) - set(named)
    tried += [{*one, *rest} for one in tried]
    tried += [set(ids[:size]) for size in range(len(ids) + 1)]
    yield from dict.fromkeys(tuple(one for one in ids if one in chosen) for chosen in tried)


def _stepped(call: Call, field: Field, steps: Steps, turning: Iterable[object]) -> Iterator[object]:
    like = next(iter(turning), None)
    near = {steps.number(value) + off for value in turning for off in (-1, 0, 1)}
    least = steps.least if steps.zero is None else max(steps.least, steps.zero)
    ends = _ends(call, FIELD_TYPES[field.type], steps)
    for number in sorted({*near, *ends}):
        if least <= number <= steps.most:
            yield steps.value(number, like)


def _ends(call: Call, kind: Type, steps: Steps) -> Iterator[int]:
    """Yield the far ends of what people answer, and what is usual between them."""
    if kind is Type.BOOL:
        yield from (0, 1)
    elif kind in (Type.INT, Type.MONEY, Type.DOUBLE):
        yield from (0, 1, _REACH, _MANY) if kind is not Type.INT else (0, 1, 12, _REACH)
    else:
        place = zone(call.zone)
        for fact in (call.timetable.opens, call.timetable.closes, call.lifecycle.ends_by):
            if fact.value is None:
                continue
            moments = [fact.value.earliest.astimezone(place), fact.value.latest.astimezone(place)]
            for away in (-36_500, -1, 0, 1, 36_500):
                for moment in moments:
                    there = moment + timedelta(days=away)
                    yield steps.number(there if kind is Type.TIMESTAMP else there.date())
