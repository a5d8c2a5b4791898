"""Sums of money are exact, and instalments lose no cent."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.money import Money, total
from innokumppanuus.errors import InvalidValue

cents = st.integers(min_value=-(10**12), max_value=10**12)


@pytest.mark.parametrize(
    ("text", "cents"),
    [("10000", 1_000_000), ("10000.5", 1_000_050), ("0.05", 5), ("-1.50", -150)],
)
def test_a_sum_is_read_to_the_cent(text: str, cents: int) -> None:
    assert Money.of(text) == Money(cents)


@pytest.mark.parametrize("text", ["", "1,50", "1.505", "ten", "1 000", "1e3", "٣"])
def test_what_is_not_a_plain_sum_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="at most two decimals") as caught:
        Money.of(text)

    assert caught.value.key == "money"


def test_a_currency_is_three_capital_letters() -> None:
    with pytest.raises(InvalidValue, match="three capital letters, as EUR, got 'eur'"):
        Money(1, "eur")


def test_two_currencies_are_never_added() -> None:
    with pytest.raises(InvalidValue, match="one currency, got EUR and GBP"):
        Money.of(1) + Money.of(1, "GBP")


def test_two_currencies_are_never_compared() -> None:
    with pytest.raises(InvalidValue):
        assert Money.of(1) < Money.of(2, "GBP")


@given(cents)
def test_the_written_sum_reads_back(amount: int) -> None:
    money = Money(amount)

    assert Money.of(money.amount, money.currency) == money


@given(cents, st.lists(st.integers(min_value=0, max_value=50), min_size=1, max_size=8))
def test_instalments_sum_to_the_whole(amount: int, parts: list[int]) -> None:
    whole = sum(parts) or 1
    shares = [Fraction(part, whole) for part in parts]
    shares[-1] += 1 - sum(shares)

    split = Money(amount).split(shares)

    assert total(split) == Money(amount)


def test_shares_that_miss_the_whole_are_refused() -> None:
    with pytest.raises(InvalidValue, match="sum to 1, but they sum to 5/6"):
        Money.of(10).split([Fraction(1, 2), Fraction(1, 3)])


@pytest.mark.parametrize(("cents", "half"), [(1, 1), (3, 2), (-1, -1), (-3, -2), (2, 1)])
def test_half_a_cent_is_rounded_away_from_zero(cents: int, half: int) -> None:
    assert Money(cents).share(Fraction(1, 2)) == Money(half)


def test_nothing_sums_to_zero_of_the_currency() -> None:
    assert total([], "SEK") == Money(0, "SEK")


def test_sums_are_ordered_within_a_currency() -> None:
    small, large = Money.of("9999.99"), Money.of(10_000)

    assert small < large
    assert small <= large
    assert large > small
    assert large >= small


def test_a_sum_times_a_count_is_exact() -> None:
    assert Money.of("0.10") * 3 == Money.of("0.30")


def test_taking_more_than_there_is_shows_as_less_than_nothing() -> None:
    assert Money.of(1) - Money.of(3) == -Money.of(2)
    assert str(Money.of(1) - Money.of(3)) == "-2.00 EUR"
