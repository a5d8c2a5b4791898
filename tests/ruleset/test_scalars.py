"""The short forms: what each kind of value accepts, exactly."""

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from innokumppanuus.domain.dates import Count, Precision
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.ruleset.scalars import (
    read_count,
    read_decimal,
    read_exact,
    read_money,
    read_plain,
    read_when,
    read_whole,
    read_yes_no,
)

HELSINKI = "Europe/Helsinki"


@pytest.mark.parametrize(("text", "number"), [("5", 5), ("010", 10), ("-3", -3), ("+4", 4)])
def test_a_whole_number_is_decimal(text: str, number: int) -> None:
    assert read_whole(text) == number


@pytest.mark.parametrize("text", ["5.0", "1_000", "1e3", "٥", "0x10", "", " 5", "9" * 5000])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_whole(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", Fraction(5)),
        ("0.1", Fraction(1, 10)),
        ("1/3", Fraction(1, 3)),
        ("-2.50", Fraction(-5, 2)),
    ],
)
def test_a_fraction_is_exact(text: str, number: Fraction) -> None:
    assert read_exact(text) == number


@pytest.mark.parametrize("text", ["1/0", "0,5", "1e3", ".5", "1/2/3", "nan", "½"])
def test_what_is_no_fraction_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_exact(text)


@pytest.mark.parametrize("text", [".inf", "nan", "-.inf", "", "1,5"])
def test_a_decimal_is_finite(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_decimal(text)


@pytest.mark.parametrize(("text", "value"), [("true", True), ("False", False), ("TRUE", None)])
def test_yes_and_no_are_true_and_false(text: str, value: bool | None) -> None:
    if value is None:
        with pytest.raises(InvalidValue):
            read_yes_no(text)
    else:
        assert read_yes_no(text) is value


@pytest.mark.parametrize(
    ("text", "cents"), [("50000 EUR", 5_000_000), ("10000.5 EUR", 1_000_050), ("-1 EUR", -100)]
)
def test_money_is_whole_cents(text: str, cents: int) -> None:
    assert read_money(text) == Money(cents)


@pytest.mark.parametrize("text", ["50000", "50 000 EUR", "50000 €", "1.234 EUR", "5 eur", "5EUR"])
def test_money_without_its_plain_form_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_money(text)


@pytest.mark.parametrize("text", ["8–12", "8-12", "8 – 12"])
def test_a_range_may_have_a_dash_or_a_hyphen(text: str) -> None:
    assert read_count(text) == Count(least=8, most=12)


def test_one_number_is_an_exact_count() -> None:
    assert read_count("5").exact == 5


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2017-06-01", Precision.DAY, date(2017, 6, 1), date(2017, 6, 1)),
        ("2016-02", Precision.MONTH, date(2016, 2, 1), date(2016, 2, 29)),
        ("2017", Precision.YEAR, date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_a_time_spans_all_that_it_may_mean(
    text: str, precision: Precision, first: date, last: date
) -> None:
    when = read_when(text, HELSINKI)

    assert (when.precision, when.earliest.date(), when.latest.date()) == (precision, first, last)


@pytest.mark.parametrize(
    "text",
    ["2017-09-06 23:59", "2017-09-06T23:59:00", "2017-09-06 20:59Z", "2017-09-06 22:59+02:00"],
)
def test_an_instant_is_in_the_zone_of_the_file(text: str) -> None:
    expected = datetime(2017, 9, 6, 23, 59, tzinfo=ZoneInfo(HELSINKI))

    assert read_when(text, HELSINKI).earliest.isoformat() == expected.isoformat()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2017-02-29", "no-such-time"),
        ("2017-13", "no-such-time"),
        ("2017-09-06 24:00", "no-such-time"),
        ("2026-03-29 03:30", "time-skipped"),
        ("2026-10-25 03:30", "time-twice"),
        ("6.9.2017", "must-be-when"),
        ("0001-01-01", "must-be-when"),
        ("9999-12-31", "must-be-when"),
        ("syyskuu", "must-be-when"),
    ],
)
def test_a_time_that_is_not_is_refused(text: str, key: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_when(text, HELSINKI)

    assert caught.value.key == key


def test_an_offset_tells_the_two_passes_of_the_clock_apart() -> None:
    summer = read_when("2026-10-25 03:30+03:00", HELSINKI).earliest
    winter = read_when("2026-10-25 03:30+02:00", HELSINKI).earliest

    assert (winter.timestamp() - summer.timestamp()) == 3600


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("5", 5),
        ("0x1F", 31),
        ("0o17", 15),
        ("010", 10),
        ("0.3", Fraction(3, 10)),
        ("1e3", Fraction(1000)),
        ("NO", "NO"),
        ("23:59", "23:59"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("2017-09-06", "2017-09-06"),
    ],
)
def test_a_setting_of_a_plugin_is_read_by_the_core_schema_with_exact_numbers(
    text: str, value: object
) -> None:
    assert (read_plain(text), type(read_plain(text))) == (value, type(value))
