"""Numbers, days and times of day in sentences of the three languages. It knows no rules."""

import re
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Final

import attrs

_MONTHS: Final = {
    name: number
    for names in (
        "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
}
_SPACES = "[ \u00a0\u202f]"
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_CLOCK = re.compile(
    r"\b(?:klo|kl\.?)\s*(?P<h>\d{1,2})(?:[.:](?P<m>\d\d)(?:[.:]\d\d)?)?(?!\d)"
    r"|(?<![\d.])(?P<h2>\d{1,2}):(?P<m2>\d\d)(?::\d\d)?\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\w.])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})?(?![\d])")
_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")
_NAMED = re.compile(
    rf"(?<![\w.,])(?P<d>\d{{1,2}})\.?{_SPACES}(?P<m>{_MONTH})(?:kuuta|kuun|kuu|kuussa)?\b"
    rf"(?:{_SPACES}(?P<y>\d{{4}}))?",
    re.IGNORECASE,
)
_GROUPED = re.compile(rf"(?<![\w.,/])\d{{1,3}}(?:{_SPACES}\d{{3}})+(?:,\d+)?(?![\w])")
_GROUPED_EN = re.compile(r"(?<![\w.,/])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])")
_PLAIN = re.compile(r"(?<![\w/])\d+(?:[.,]\d+)?(?![\w])")


class Kind(StrEnum):
    """What a number in a sentence counts."""

    NUMBER = "number"
    YEAR = "year"
    DAY = "day"
    TIME = "time"


@attrs.frozen(order=True)
class Said:
    """
    Something that a sentence states in figures.

    Attributes:
        kind: What it counts.
        value: The number or year; month and day; hour and minute.
    """

    kind: Kind
    value: tuple[Fraction, ...]


def said(text: str, language: str) -> dict[Said, str]:
    """
    Return what the sentence states in figures, each with its words.

    A day with its year is told as two, so that `1.6.–6.9.2017` and `1 June to 6 September 2017`
    say the same. Figures inside a word, as in K1, are names and no numbers.
    """
    found: dict[Said, str] = {}
    for pattern, read in (
        (_CLOCK, _time),
        (_ISO, _day),
        (_DOTTED, _day),
        (_NAMED, _day),
        (_GROUPED_EN if language == "en" else _GROUPED, _grouped),
        (_PLAIN, _plain),
    ):
        for match in pattern.finditer(text):
            for one in read(match, language):
                found.setdefault(one, match[0].strip())
        text = pattern.sub(lambda match: " · " if match[0] else "", text)
    return found


def number(value: int | Fraction) -> Said:
    return Said(Kind.NUMBER, (Fraction(value),))


def year(value: int) -> Said:
    return Said(Kind.YEAR, (Fraction(value),))


def day(month: int, of_month: int) -> Said:
    return Said(Kind.DAY, (Fraction(month), Fraction(of_month)))


def time(hour: int, minute: int) -> Said:
    return Said(Kind.TIME, (Fraction(hour), Fraction(minute)))


def _time(match: re.Match[str], _: str) -> Iterator[Said]:
    yield time(int(match["h"] or match["h2"]), int(match["m"] or match["m2"] or 0))


def _day(match: re.Match[str], _: str) -> Iterator[Said]:
    month = match["m"].lower()
    yield day(int(month) if month.isdecimal() else _MONTHS[month], int(match["d"]))
    if match["y"]:
        yield year(int(match["y"]))


def _grouped(match: re.Match[str], language: str) -> Iterator[Said]:
    words = match[0].replace(",", "") if language == "en" else match[0].replace(",", ".")
    yield number(Fraction(re.sub(_SPACES, "", words)))


def _plain(match: re.Match[str], language: str) -> Iterator[Said]:
    words = match[0].replace(",", "." if language != "en" else "")
    value = Fraction(words)
    is_year = value.denominator == 1 and 1900 <= value <= 2100 and len(match[0]) == 4
    yield year(int(value)) if is_year else number(value)
