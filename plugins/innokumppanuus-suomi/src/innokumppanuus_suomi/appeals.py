"""The last day of an appeal: deemed notice, the period, and days on which no period ends."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import holidays

from innokumppanuus.domain.parameters import Parameter

PREFIX: Final = "suomi.appeals"
_ENDS: Final = "suomi.periods"
_DAY: Final = timedelta(days=1)


class Notice(StrEnum):
    """How the decision was made known (tiedoksianto)."""

    SERVED = "served"
    LETTER = "letter"
    EMAIL = "email"
    MINUTES = "minutes"


class Remedy(StrEnum):
    """What is sought (muutoksenhakukeino)."""

    CLAIM = "claim"
    MUNICIPAL_APPEAL = "municipal_appeal"
    PROCUREMENT_CORRECTION = "procurement_correction"


class DayKind(StrEnum):
    """Why a period may not end on a day (päivän laji)."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    CHRISTMAS_EVE = "christmas_eve"
    MIDSUMMER_EVE = "midsummer_eve"


_EVES: Final = {
    "Christmas Eve": DayKind.CHRISTMAS_EVE,
    "Midsummer Eve": DayKind.MIDSUMMER_EVE,
}
"""Names by which the calendar of holidays knows the eves."""


def day_of_notice(notice: Notice, day: date, parameters: Mapping[str, Parameter]) -> date:
    """
    Return the day on which the receiver is deemed to know the decision.

    Args:
        notice: How it was made known; `served` when the day of receipt is proven.
        day: When it was sent, put on the net or proven to be received.
        parameters: The dated values, by key.

    Raises:
        ParameterNotInForce: When no value is known for the day.
    """
    if notice is Notice.SERVED:
        return day
    return day + _days(f"{PREFIX}.notice.{notice}", day, parameters)


def last_day(
    notice: Notice,
    day: date,
    parameters: Mapping[str, Parameter],
    remedy: Remedy = Remedy.CLAIM,
) -> date:
    """
    Return the last day of the remedy; the day of notice does not count.

    A period that would end on a day of rest ends on the next weekday. The day of notice itself
    does not move. The law is that of *day*.

    Args:
        notice: How the decision was made known.
        day: When it was sent, put on the net or proven to be received.
        parameters: The dated values, by key.
        remedy: What is sought.

    Raises:
        ParameterNotInForce: When a value is not known for the day.
    """
    known = day_of_notice(notice, day, parameters)
    return period_end(known + _days(f"{PREFIX}.period.{remedy}", day, parameters), parameters)


def period_end(would_end: date, parameters: Mapping[str, Parameter]) -> date:
    """
    Return the day on which a period ends that would end on *would_end* but for days of rest.

    Raises:
        ParameterNotInForce: When a value is not known for a day of rest.
    """
    while is_day_of_rest(would_end, parameters):
        would_end += _DAY
    return would_end


def is_day_of_rest(day: date, parameters: Mapping[str, Parameter]) -> bool:
    """
    Return whether a period that would end on the day ends later.

    Raises:
        ParameterNotInForce: When that is not known for such a day.
    """
    return any(
        parameters[f"{_ENDS}.{kind}"].on(day).value == "next_weekday" for kind in day_kinds(day)
    )


def day_kinds(day: date) -> Iterator[DayKind]:
    """Return what the day is, as far as the ends of periods are concerned."""
    if day.isoweekday() == 6:
        yield DayKind.SATURDAY
    if day.isoweekday() == 7:
        yield DayKind.SUNDAY
    name = holidays.country_holidays("FI", years=day.year, language="en_US").get(day)
    if name is not None:
        yield _EVES.get(name, DayKind.HOLIDAY)


def _days(key: str, day: date, parameters: Mapping[str, Parameter]) -> timedelta:
    days = parameters[key].on(day).value
    assert isinstance(days, int)
    return timedelta(days=days)
