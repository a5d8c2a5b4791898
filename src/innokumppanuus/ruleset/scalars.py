"""
The short forms of a rule set file: how words become money, numbers, times and counts.

Each reader returns the value or raises `InvalidValue`; none of them knows where the words stand.
"""

import re
from datetime import UTC, date, datetime
from fractions import Fraction

from innokumppanuus.domain.dates import Count, Precision, When, zone
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue

WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
EXACT = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?|[+-]?[0-9]{1,18}/[0-9]{1,18}")
MONEY = re.compile(r"(-?[0-9]{1,15}(?:\.[0-9]{1,2})?) ([A-Z]{3})")
COUNT = re.compile(r"([0-9]{1,18})(?: ?[–-] ?([0-9]{1,18}))?")
WHEN = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_DECIMAL = re.compile(r"[+-]?([0-9]{1,18}\.?[0-9]{0,18}|\.[0-9]{1,18})([eE][+-]?[0-9]{1,2})?")
_OTHER_BASE = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_YEARS = range(1800, 2900)


def read_whole(text: str) -> int:
    """Return a whole number; `010` is ten."""
    if not WHOLE.fullmatch(text):
        raise InvalidValue("must-be-whole", got=text)
    return int(text)


def read_exact(text: str) -> Fraction:
    """Return `5`, `0.5` or `1/3` exactly."""
    if not EXACT.fullmatch(text) or ("/" in text and int(text.partition("/")[2]) == 0):
        raise InvalidValue("must-be-number", got=text)
    return Fraction(text)


def read_decimal(text: str) -> float:
    """Return a finite number for showing, never for deciding."""
    if not _DECIMAL.fullmatch(text):
        raise InvalidValue("must-be-number", got=text)
    return float(text)


def read_yes_no(text: str) -> bool:
    if text.lower() not in ("true", "false") or text not in (text.lower(), text.title()):
        raise InvalidValue("must-be-yes-no", got=text)
    return text.lower() == "true"


def read_money(text: str) -> Money:
    """Return `50000 EUR` or `10000.50 EUR`."""
    match = MONEY.fullmatch(text)
    if match is None:
        raise InvalidValue("must-be-money", got=text)
    return Money.of(match[1], match[2])


def read_count(text: str) -> Count:
    """Return `5`, or the range `8–12`."""
    match = COUNT.fullmatch(text)
    if match is None:
        raise InvalidValue("must-be-count", got=text)
    return Count(least=int(match[1]), most=int(match[2] or match[1]))


def read_date(text: str) -> date:
    """Return a whole day, `2017-06-01`."""
    match = WHEN.fullmatch(text)
    if match is None or not match[3] or match[4] or int(match[1]) not in _YEARS:
        raise InvalidValue("must-be-date", got=text)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidValue("no-such-time", got=text) from error


def read_when(text: str, zone_name: str) -> When:
    """Return an instant, a day, a month or a year in the zone; an instant may have an offset."""
    match = WHEN.fullmatch(text)
    if match is None or int(match[1]) not in _YEARS:
        raise InvalidValue("must-be-when", got=text)
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if month is None:
            return When.span(date(year, 1, 1), date(year, 12, 31), zone_name, Precision.YEAR)
        if day is None:
            return When.month(year, date(year, int(month), 1).month, zone_name)
        if match[4] is None:
            return When.day(date(year, int(month), int(day)), zone_name)
        return When.instant(_moment(match, zone_name))
    except InvalidValue:
        raise
    except ValueError as error:
        raise InvalidValue("no-such-time", got=text) from error


def read_plain(text: str) -> object:
    """Return what a plain word means where no type is asked for: YAML 1.2 core, numbers exact."""
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if WHOLE.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    if _DECIMAL.fullmatch(text):
        return Fraction(text)
    return text


def _moment(match: re.Match[str], zone_name: str) -> datetime:
    year, month, day, hour, minute = (int(part) for part in match.group(1, 2, 3, 4, 5))
    local = zone(zone_name)
    first = datetime(year, month, day, hour, minute, int(match[6] or 0), tzinfo=local)
    if match[7]:
        bare = first.replace(tzinfo=None).isoformat()
        return datetime.fromisoformat(f"{bare}{match[7]}").astimezone(local)
    if first.utcoffset() == first.replace(fold=1).utcoffset():
        return first
    there_and_back = first.astimezone(UTC).astimezone(local)
    skipped = there_and_back.replace(tzinfo=None) != first.replace(tzinfo=None)
    raise InvalidValue("time-skipped" if skipped else "time-twice", got=match[0], zone=zone_name)
