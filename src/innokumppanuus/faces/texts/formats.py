"""Numbers, money, days and lists as readers of fi, sv and en write them. No words of sentences."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fractions import Fraction

from innokumppanuus.domain.money import Money

NBSP = "\u00a0"
_MINUS = "\u2212"
_MOST_DECIMALS = 6
_MONTHS = {
    "fi": (
        "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
        "marraskuu joulukuu"
    ),
    "sv": ("januari februari mars april maj juni juli augusti september oktober november december"),
    "en": ("January February March April May June July August September October November December"),
}
_AND = {"fi": "ja", "sv": "och", "en": "and"}
_CLOCK = {"fi": " klo ", "sv": " kl. ", "en": ", "}


def whole(number: int, language: str) -> str:
    """Return a whole number with its thousands apart: `10 000`, in English `10,000`."""
    grouped = f"{abs(number):,}"
    if language == "en":
        return f"-{grouped}" if number < 0 else grouped
    grouped = grouped.replace(",", NBSP)
    return f"{_MINUS}{grouped}" if number < 0 else grouped


def decimal(number: Fraction, language: str, decimals: int) -> str:
    """Return a number with exactly so many decimals, rounded half away from zero."""
    scaled = abs(number) * 10**decimals
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    head, tail = divmod(units, 10**decimals)
    point = "." if language == "en" else ","
    text = whole(head, language) + (f"{point}{tail:0{decimals}}" if decimals else "")
    if number >= 0 or units == 0:
        return text
    return f"-{text}" if language == "en" else f"{_MINUS}{text}"


def fraction(number: Fraction, language: str) -> str:
    """Return a number in at most two decimals; more only where it would else look like zero."""
    decimals = 2
    while 0 < abs(number) < Fraction(1, 2 * 10**decimals) and decimals < _MOST_DECIMALS:
        decimals += 1
    text = decimal(number, language, decimals)
    return text.rstrip("0").rstrip(".,")


def column(numbers: Sequence[Fraction], language: str) -> tuple[str, ...]:
    """Return numbers with as many decimals, two at least, as tell different ones apart."""
    for decimals in range(2, _MOST_DECIMALS + 1):
        texts = tuple(decimal(number, language, decimals) for number in numbers)
        if len(set(texts)) == len(set(numbers)):
            break
    return texts


def money(sum_: Money, language: str) -> str:
    """Return `10 000,00 €`, in English `€10,000.00`; another currency by its code."""
    amount = decimal(Fraction(abs(sum_.cents), 100), language, 2)
    minus = "" if sum_.cents >= 0 else ("-" if language == "en" else _MINUS)
    if language == "en":
        sign = "€" if sum_.currency == "EUR" else f"{sum_.currency}{NBSP}"
        return f"{minus}{sign}{amount}"
    sign = "€" if sum_.currency == "EUR" else sum_.currency
    return f"{minus}{amount}{NBSP}{sign}"


def day(when: date, language: str) -> str:
    """Return `6.9.2017`, in English `6 September 2017`."""
    if language == "en":
        return f"{when.day} {_month(when.month, language)} {when.year}"
    return f"{when.day}.{when.month}.{when.year}"


def month(when: date, language: str) -> str:
    """Return `tammikuu 2019`."""
    return f"{_month(when.month, language)} {when.year}"


def moment(when: datetime, language: str) -> str:
    """Return day and time in the moment's own zone; seconds only when there are any."""
    return day(when.date(), language) + _CLOCK[language] + clock(when, language)


def clock(when: datetime, language: str) -> str:
    """Return `16.00`, in English `16:00`; seconds only when there are any."""
    point = ":" if language == "en" else "."
    parts = [when.hour if language != "en" else f"{when.hour:02}", f"{when.minute:02}"]
    if when.second:
        parts.append(f"{when.second:02}")
    return point.join(map(str, parts))


def listing(words: Iterable[str], language: str) -> str:
    """Return `a, b ja c`; nothing for no words."""
    *head, last = [*words] or [""]
    return f"{', '.join(head)} {_AND[language]} {last}" if head else last


def _month(number: int, language: str) -> str:
    return _MONTHS[language].split()[number - 1]
