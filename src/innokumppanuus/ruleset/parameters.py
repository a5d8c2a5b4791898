"""
Dated values as the expressions of one rule set see them: looked up by the day that it names.

Nothing here knows what day it is today.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.call import Call, Timetable
from innokumppanuus.domain.dates import When, zone
from innokumppanuus.domain.parameters import Parameter, ParameterUse, Unit, UsedParameter
from innokumppanuus.domain.sources import Fact
from innokumppanuus.ruleset.expressions.value_types import Type

PREFIX: Final = "parameter."
TIMETABLE_DAYS: Final = ("opens", "closes", "decided", "starts")
"""Times of the timetable that a dated value may be looked up by."""

PARAMETER_TYPES: Final[Mapping[Unit, Type]] = MappingProxyType(
    {
        Unit.MONEY: Type.MONEY,
        Unit.SHARE: Type.DOUBLE,
        Unit.DAYS: Type.INT,
        Unit.MONTHS: Type.INT,
        Unit.YEARS: Type.INT,
        Unit.COUNT: Type.INT,
        Unit.POINTS: Type.DOUBLE,
        Unit.WORD: Type.STRING,
    }
)
"""What a value of a unit is in expressions; a share or points are the nearest double."""

NOT_IN_FORCE, DAY_NOT_KNOWN = "cannot-find-value", "cannot-know-day"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def used_parameters(
    call: Call, parameters: Mapping[str, Parameter], answers: Mapping[str, Answer]
) -> dict[str, UsedParameter]:
    """
    Return each dated value on the day that counts, by its name in expressions.

    Args:
        call: Says by `parameters` which day counts.
        parameters: By the same names.
        answers: Of the application; a day that it must give may be missing.
    """
    return {
        f"{PREFIX}{name}": _used(call, name, parameter, answers)
        for name, parameter in sorted(parameters.items())
    }


def seen(used: UsedParameter) -> object:
    """Return the value as expressions see it; None when there is none."""
    return float(used.value) if isinstance(used.value, Fraction) else used.value


def settled(
    call: Call, missing: Iterable[str], used: Mapping[str, UsedParameter]
) -> tuple[tuple[str, ...], str]:
    """
    Return what an applicant can be asked for, and why else a rule cannot tell.

    A dated value is never asked for: it lacks an answer that says the day, or nobody but an
    official can tell.
    """
    asked, note = set(), ""
    for name in missing:
        if name not in used:
            asked.add(name)
        elif used[name].day is not None:
            note = NOT_IN_FORCE
        elif (field := day_field(call.parameters[name.removeprefix(PREFIX)])) is not None:
            asked.add(field)
        else:
            note = note or DAY_NOT_KNOWN
    return tuple(sorted(asked)), note


def day_field(use: ParameterUse) -> str | None:
    """Return the field whose answer is the day that counts; None when it is no answer."""
    return None if use.on in TIMETABLE_DAYS or is_day(use.on) else use.on


def is_day(on: str) -> bool:
    """Return whether the day is written as such, as `2017-06-01`."""
    return _DAY.fullmatch(on) is not None


def fixed_days(timetable: Timetable, zone_name: str, on: str) -> tuple[date, date] | None:
    """Return the first and the last day that *on* may mean; None when that is not known."""
    if is_day(on):
        return date.fromisoformat(on), date.fromisoformat(on)
    fact: Fact[When] = getattr(timetable, on)
    return None if fact.value is None else days_of(fact.value, zone_name)


def days_of(when: When, zone_name: str) -> tuple[date, date]:
    """Return the first and the last day that *when* may mean, in the zone."""
    place = zone(zone_name)
    return when.earliest.astimezone(place).date(), when.latest.astimezone(place).date()


def on_days(
    parameter: Parameter, days: tuple[date, date] | None, variable: str, *, opening: bool = False
) -> UsedParameter:
    """
    Return what holds from the first of the days to the last.

    An opening counts from its first day and everything else from its last, as `call.timetable`
    does. When another value holds on the other day, the day that counts is not known.
    """
    if days is None:
        return UsedParameter.of(parameter, None, variable)
    first, last = (UsedParameter.of(parameter, day, variable) for day in days)
    if (first.valid_from, first.value) != (last.valid_from, last.value):
        return UsedParameter.of(parameter, None, variable)
    return first if opening else last


def _used(
    call: Call, name: str, parameter: Parameter, answers: Mapping[str, Answer]
) -> UsedParameter:
    use, variable = call.parameters[name], f"{PREFIX}{name}"
    field = day_field(use)
    if field is not None:
        return UsedParameter.of(parameter, _answered(answers.get(field), call.zone), variable)
    days = fixed_days(call.timetable, call.zone, use.on)
    return on_days(parameter, days, variable, opening=use.on == TIMETABLE_DAYS[0])


def _answered(answer: object, zone_name: str) -> date | None:
    if isinstance(answer, datetime):
        return answer.astimezone(zone(zone_name)).date()
    return answer if isinstance(answer, date) else None
