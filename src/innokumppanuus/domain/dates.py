"""Days and moments as sources tell them, with their uncertainty. Not a calendar."""

import calendar
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from innokumppanuus.errors import InvalidValue

_MICROSECOND = timedelta(microseconds=1)


class Precision(StrEnum):
    """How finely a time is known (ajankohdan tarkkuus)."""

    INSTANT = "instant"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    PHRASE = "phrase"


@attrs.frozen(kw_only=True)
class When:
    """
    A time as somebody told it: an instant, a day, a month, a year or a phrase (ajankohta).

    Attributes:
        earliest: First moment it may mean, with a time zone.
        latest: Last moment it may mean, with a time zone; inclusive.
        precision: How finely it is known.
        text: The words of the source, when they say more than the moments do.
    """

    earliest: datetime
    latest: datetime
    precision: Precision
    text: str = ""

    def __attrs_post_init__(self) -> None:
        if self.latest < self.earliest:
            raise InvalidValue("period-order", earliest=self.earliest, latest=self.latest)

    @classmethod
    def instant(cls, moment: datetime, text: str = "") -> Self:
        return cls(earliest=moment, latest=moment, precision=Precision.INSTANT, text=text)

    @classmethod
    def day(cls, day: date, zone: str, text: str = "") -> Self:
        return cls.span(day, day, zone, Precision.DAY, text)

    @classmethod
    def month(cls, year: int, month: int, zone: str, text: str = "") -> Self:
        first = date(year, month, 1)
        last = date(year, month, calendar.monthrange(year, month)[1])
        return cls.span(first, last, zone, Precision.MONTH, text)

    @classmethod
    def span(cls, first: date, last: date, zone: str, precision: Precision, text: str = "") -> Self:
        """Return the time from the start of *first* to the end of *last* in *zone*."""
        return cls(
            earliest=start_of(first, zone),
            latest=end_of(last, zone),
            precision=precision,
            text=text,
        )

    def is_by(self, limit: datetime) -> bool | None:
        """Return whether it is at *limit* or before; None when it cannot be told."""
        if self.latest <= limit:
            return True
        return False if self.earliest > limit else None


def zone(name: str) -> ZoneInfo:
    """Return the time zone *name*, as Europe/Helsinki."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidValue("zone", got=name) from error


def start_of(day: date, zone_name: str) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone(zone_name))


def end_of(day: date, zone_name: str) -> datetime:
    """Return the last microsecond of *day* in the zone, also on days of clock change."""
    return start_of(day + timedelta(days=1), zone_name) - _MICROSECOND


def end_of_minute(moment: datetime) -> datetime:
    """Return the last microsecond of the minute that *moment* is in."""
    return moment.replace(second=59, microsecond=999_999)


def add_months(day: date, months: int) -> date:
    """
    Return *day* moved by *months*; the last day of a shorter month when there is no such day.

    `add_months(date(2018, 1, 31), 1)` is 2018-02-28.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def last_day_of(start: date, months: int) -> date:
    """
    Return the last day of a period of *months* that starts on *start*.

    Twelve months from 2018-02-01 end on 2019-01-31.
    """
    return add_months(start, months) - timedelta(days=1)


@attrs.frozen(kw_only=True)
class Count:
    """
    A number of things as somebody told it: exact, a range, or "almost 20" (lukumäärä).

    Attributes:
        least: Smallest number it may mean.
        most: Largest number it may mean; None when nothing is said.
        text: The words of the source, when they say more than the numbers do.
    """

    least: int = attrs.field(validator=attrs.validators.ge(0))
    most: int | None = None
    text: str = ""

    def __attrs_post_init__(self) -> None:
        if self.most is not None and self.most < self.least:
            raise InvalidValue("count-order", least=self.least, most=self.most)

    @classmethod
    def exactly(cls, number: int) -> Self:
        return cls(least=number, most=number)

    @property
    def exact(self) -> int | None:
        """The number when it is known exactly, else None."""
        return self.least if self.least == self.most else None
