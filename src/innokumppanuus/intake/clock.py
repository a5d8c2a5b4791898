"""Reads one day or moment as officials and spreadsheets leave it. It guesses no year, no zone."""

import re
from datetime import date, datetime, time, timedelta

from innokumppanuus.domain.dates import zone
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.cells import Cell

_EARLIEST, _LATEST = date(1990, 1, 1), date(2099, 12, 31)
_DAY = (
    r"(?:(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})|(?P<D>\d{1,2})\. ?(?P<M>\d{1,2})\. ?(?P<Y>\d{4}))"
)
_TIME = (
    r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<second>\d{2})(?:[.,](?P<part>\d{1,6}))?)?"
)
_ZONE = r"(?P<zone> ?(?:Z|[+-]\d{2}:?\d{2}))?"
_BETWEEN = r"(?:T|,? ?(?:klo|kl|at)\.? ?|,? )"
_DATE = re.compile(_DAY, re.ASCII)
_MOMENT = re.compile(rf"{_DAY}(?:{_BETWEEN}{_TIME}{_ZONE})?", re.ASCII | re.IGNORECASE)


def read_date(cell: Cell) -> date:
    """Return the day in the cell; a time of day beside it raises InvalidValue."""
    value = cell.value
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        match = _DATE.fullmatch(_single_spaced(value))
        if match is not None:
            return _day(match, "cell-date", cell)
    moment = _serial(cell)
    if moment is not None and moment.time() == time.min:
        return moment.date()
    raise InvalidValue("cell-date", got=cell.text)


def read_moment(cell: Cell, zone_name: str) -> datetime:
    """
    Return the moment in the cell, in the zone.

    A time without a zone is local. A local time that the change of clocks makes happen twice or
    never raises InvalidValue, and so does a day without a time.
    """
    value = cell.value
    if isinstance(value, datetime):
        if value.time() == time.min and not cell.has_clock:
            raise InvalidValue("cell-moment-clock", got=value.date().isoformat())
        return _localised(value, zone_name)
    if isinstance(value, date):
        raise InvalidValue("cell-moment-clock", got=value.isoformat())
    if isinstance(value, str):
        return _moment_of_text(value, zone_name, cell)
    moment = _serial(cell)
    if moment is None:
        raise InvalidValue("cell-moment", got=cell.text)
    if moment.time() == time.min:
        raise InvalidValue("cell-moment-clock", got=moment.date().isoformat())
    return _localised(moment, zone_name)


def _moment_of_text(text: str, zone_name: str, cell: Cell) -> datetime:
    match = _MOMENT.fullmatch(_single_spaced(text))
    if match is None:
        raise InvalidValue("cell-moment", got=cell.text)
    day = _day(match, "cell-moment", cell)
    if match["hour"] is None:
        raise InvalidValue("cell-moment-clock", got=cell.text)
    try:
        clock = time(
            int(match["hour"]),
            int(match["minute"]),
            int(match["second"] or 0),
            int((match["part"] or "").ljust(6, "0")),
        )
        offset = (match["zone"] or "").strip()
        if offset:
            aware = datetime.fromisoformat(f"{day.isoformat()}T{clock.isoformat()}{offset.upper()}")
            return aware.astimezone(zone(zone_name))
    except (ValueError, OverflowError) as error:
        raise InvalidValue("cell-moment", got=cell.text) from error
    return _localised(datetime.combine(day, clock), zone_name)


def _localised(naive: datetime, zone_name: str) -> datetime:
    if naive.tzinfo is not None:
        return naive.astimezone(zone(zone_name))
    local = naive.replace(tzinfo=zone(zone_name))
    first, second = local.utcoffset(), local.replace(fold=1).utcoffset()
    if first is None or second is None or first == second:
        return local
    key = "cell-moment-twice" if first > second else "cell-moment-never"
    raise InvalidValue(key, got=naive.isoformat(" "), zone=zone_name)


def _day(match: re.Match[str], key: str, cell: Cell) -> date:
    try:
        return date(
            int(match["y"] or match["Y"]),
            int(match["m"] or match["M"]),
            int(match["d"] or match["D"]),
        )
    except ValueError as error:
        raise InvalidValue(key, got=cell.text) from error


def _serial(cell: Cell) -> datetime | None:
    """Return the moment that a workbook's bare number is, when it is one that calls have."""
    value, epoch = cell.value, cell.epoch
    if isinstance(value, bool) or not isinstance(value, int | float) or epoch is None:
        return None
    if not 0 < value < 100_000:
        return None
    moment = epoch + timedelta(milliseconds=round(value * 86_400_000))
    return moment if _EARLIEST <= moment.date() <= _LATEST else None


def _single_spaced(text: str) -> str:
    return " ".join(text.split())
