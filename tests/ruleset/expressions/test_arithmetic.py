"""What operators do."""

from datetime import date

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.testing.builders import moment
from innokumppanuus.testing.expressions import trace_of, value_of

GBP = Money.of(1, "GBP")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 / 2", 3),
        ("-7 / 2", -3),
        ("7 / -2", -3),
        ("-7 % 2", -1),
        ("7 % -2", 1),
        ("-7 / 2 * 2 + -7 % 2", -7),
    ],
)
def test_division_of_whole_numbers_drops_the_fraction(text: str, value: int) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("months / 0", "cannot-divide-by-zero"),
        ("months % 0", "cannot-divide-by-zero"),
        ("share / 0.0", "cannot-divide-by-zero"),
        ("amount / eur(0)", "cannot-divide-by-zero"),
        ("9223372036854775807 + months", "cannot-overflow"),
        ("-9223372036854775808 - months", "cannot-overflow"),
        ("9223372036854775807 * months", "cannot-overflow"),
        ("-(-9223372036854775808)", "cannot-overflow"),
        ("-9223372036854775808 / -1", "cannot-overflow"),
        ("eur(90000000000000000) + eur(90000000000000000)", "cannot-overflow"),
        ("amount * 9223372036854775807", "cannot-overflow"),
        ("1e308 * 10.0", "cannot-use-number"),
        ('amount + money("1.00 GBP")', "cannot-mix-currencies"),
        ('amount / money("1.00 GBP")', "cannot-mix-currencies"),
        ('amount <= money("1.00 GBP")', "cannot-mix-currencies"),
        ('amount == money("1.00 GBP")', "cannot-mix-currencies"),
        ('amount != money("1.00 GBP")', "cannot-mix-currencies"),
    ],
)
def test_what_cannot_be_computed_is_unknown_and_says_why(text: str, note: str) -> None:
    trace = trace_of(text)

    assert (trace.value, trace.note, trace.missing) == (UNKNOWN, note, ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("amount + eur(0.01)", Money(1_000_001)),
        ("amount - eur(10000.01)", Money(-1)),
        ("amount * 3", Money.of(30_000)),
        ("3 * amount", Money.of(30_000)),
        ("-amount", Money.of(-10_000)),
        ("amount / eur(30000)", 1 / 3),
        ("amount <= eur(10000)", True),
        ("amount < eur(10000.01)", True),
        ("amount > eur(9999.99)", True),
    ],
)
def test_money_is_reckoned_in_cents(text: str, value: object) -> None:
    assert value_of(text) == value


def test_money_is_found_in_a_list_beside_another_currency() -> None:
    assert value_of('amount in [money("1.00 GBP"), eur(10000)]') is True


def test_money_not_found_beside_another_currency_is_unknown() -> None:
    assert value_of('amount in [money("1.00 GBP"), eur(1)]') is UNKNOWN


def test_texts_are_joined_and_composed() -> None:
    assert value_of('"a" + "\\u0308"') == "ä"


def test_texts_are_ordered_by_code_points() -> None:
    assert value_of('"Z" < "a" && "z" < "ä" && "\\uffff" < "😀"') is True


@pytest.mark.parametrize(
    ("seconds", "is_in_time"), [("23:58:59", True), ("23:59:00", True), ("23:59:01", False)]
)
def test_moment_is_in_time_up_to_the_limit(seconds: str, is_in_time: bool) -> None:
    text = 'submitted <= local("2017-09-06T23:59", "Europe/Helsinki")'

    assert value_of(text, submitted=moment(f"2017-09-06 {seconds}")) is is_in_time


def test_moments_in_the_hour_that_comes_twice_keep_their_order() -> None:
    first = moment("2017-10-29 03:30")
    second = moment("2017-10-29 03:10").replace(fold=1)
    row = {"submitted": first, "call.timetable.last_moment": second}

    assert value_of("submitted < call.timetable.last_moment", **row) is True


def test_one_moment_is_equal_to_itself_in_every_zone() -> None:
    text = 'submitted == timestamp("2017-09-06T20:59:00Z")'

    assert value_of(text, submitted=moment("2017-09-06 23:59")) is True


def test_days_are_compared() -> None:
    assert value_of('start <= date("2018-12-31")', start=date(2018, 12, 31)) is True
    assert value_of('start <= date("2018-12-31")', start=date(2019, 1, 1)) is False
