"""Parts add up to the cent, and each is its exact share rounded down or up."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus_parasta_itaa.engine.apportioning import apportion


def test_cent_that_is_left_goes_to_the_largest_remainder() -> None:
    # 10 cents by 1 : 1 : 4 are 1.67, 1.67 and 6.67: one cent short of each, in the order given.
    parts = apportion(Money(10), {"a": 1, "b": 1, "c": 4})

    assert [parts[one].cents for one in "abc"] == [2, 2, 6]


def test_equal_remainders_go_in_the_order_given() -> None:
    assert [one.cents for one in apportion(Money(100), {"b": 1, "a": 1, "c": 1}).values()] == [
        34,
        33,
        33,
    ]


@settings(deadline=None)
@given(
    cents=st.integers(min_value=0, max_value=10**9),
    weights=st.lists(st.integers(min_value=0, max_value=10**7), min_size=1, max_size=9),
)
def test_parts_add_up_and_are_within_a_cent_of_their_share(cents: int, weights: list[int]) -> None:
    if not any(weights):
        weights[0] = 1
    by_key = {str(place): one for place, one in enumerate(weights)}

    parts = apportion(Money(cents), by_key)

    assert sum(one.cents for one in parts.values()) == cents
    for key, part in parts.items():
        assert abs(part.cents - Fraction(cents * by_key[key], sum(weights))) < 1


def test_nothing_is_divided_into_nothing() -> None:
    assert apportion(Money(0), {"a": 0}) == {"a": Money(0)}


def test_sum_without_weights_cannot_be_divided() -> None:
    with pytest.raises(InvalidValue):
        apportion(Money(1), {"a": 0})
