"""What readers of the three languages see; Babel is asked where it knows."""

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.texts import formats

LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
SUMS = ("0", "0.05", "999.99", "1000", "10000.50", "1234567.89", "-10000")


def minus(text: str, language: str) -> str:
    """Return what Babel wrote with the minus sign that CLDR has for Finnish and Swedish."""
    return text if language == "en" else text.replace("-", "\u2212")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amount", SUMS)
def test_money_is_written_as_babel_writes_it(language: str, amount: str) -> None:
    sum_ = Money.of(amount)

    shown = formats.money(sum_, language)

    assert shown == minus(format_currency(amount, "EUR", locale=LOCALES[language]), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 7, -7, 1000, 10_000, 1_234_567, -10_000])
def test_whole_numbers_are_written_as_babel_writes_them(language: str, number: int) -> None:
    shown = formats.whole(number, language)

    assert shown == minus(format_decimal(number, locale=LOCALES[language]), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_named_as_babel_names_them(language: str, month: int) -> None:
    day = date(2019, month, 1)

    shown = formats.month(day, language)

    assert shown == format_date(day, "LLLL y", locale=LOCALES[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_lists_are_joined_as_babel_joins_them(language: str, words: list[str]) -> None:
    shown = formats.listing(words, language)

    assert shown == format_list(words, locale=LOCALES[language])


def test_an_empty_list_is_no_words() -> None:
    assert formats.listing([], "fi") == ""


@pytest.mark.parametrize(
    ("language", "expected"), [("fi", "6.9.2017"), ("sv", "6.9.2017"), ("en", "6 September 2017")]
)
def test_a_day_is_written_as_the_reader_writes_it(language: str, expected: str) -> None:
    assert formats.day(date(2017, 9, 6), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "6.9.2017 klo 23.59.59"),
        ("sv", "6.9.2017 kl. 23.59.59"),
        ("en", "6 September 2017, 23:59:59"),
    ],
)
def test_a_moment_shows_its_seconds(language: str, expected: str) -> None:
    moment = datetime(2017, 9, 6, 23, 59, 59, tzinfo=ZoneInfo("Europe/Helsinki"))

    assert formats.moment(moment, language) == expected


def test_a_moment_on_the_minute_shows_no_seconds() -> None:
    moment = datetime(2017, 9, 6, 9, 5, tzinfo=ZoneInfo("Europe/Helsinki"))

    assert formats.moment(moment, "fi") == "6.9.2017 klo 9.05"


def test_another_currency_is_told_by_its_code() -> None:
    assert formats.money(Money.of("10", "GBP"), "fi") == "10,00\u00a0GBP"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Fraction(4), "4"),
        (Fraction(7, 2), "3,5"),
        (Fraction(1, 3), "0,33"),
        (Fraction(2, 3), "0,67"),
        (Fraction(100), "100"),
        (Fraction(-1, 2), "\u22120,5"),
    ],
)
def test_a_fraction_has_at_most_two_decimals(number: Fraction, expected: str) -> None:
    assert formats.fraction(number, "fi") == expected


def test_a_small_fraction_never_looks_like_zero() -> None:
    assert formats.fraction(Fraction(1, 800), "fi") == "0,001"


def test_a_column_tells_different_numbers_apart() -> None:
    numbers = (Fraction(4), Fraction(3666, 1000), Fraction(3667, 1000))

    assert formats.column(numbers, "fi") == ("4,000", "3,666", "3,667")


def test_an_empty_column_has_no_numbers() -> None:
    assert formats.column((), "fi") == ()


def test_clock_is_told_without_its_day() -> None:
    when = datetime(2017, 9, 6, 9, 5, tzinfo=ZoneInfo("Europe/Helsinki"))

    assert (formats.clock(when, "fi"), formats.clock(when, "en")) == ("9.05", "09:05")
