"""Steps lead from a value to its neighbours and back, exactly."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.steps import steps_of
from innokumppanuus.ruleset.expressions.value_types import Type

HELSINKI = zone("Europe/Helsinki")


@pytest.mark.parametrize(
    ("kind", "value", "following"),
    [
        (Type.INT, 12, 13),
        (Type.MONEY, Money.of("9999.99"), Money.of(10_000)),
        (Type.MONEY, Money.of("0.99", "SEK"), Money.of(1, "SEK")),
        (Type.DATE, date(2016, 2, 29), date(2016, 3, 1)),
        (
            Type.TIMESTAMP,
            datetime(2017, 9, 6, 23, 59, 59, tzinfo=HELSINKI),
            datetime(2017, 9, 7, tzinfo=HELSINKI),
        ),
        (Type.DOUBLE, 0.29, 0.3),
        (Type.BOOL, False, True),
    ],
)
def test_the_next_step_is_the_next_value(kind: Type, value: object, following: object) -> None:
    steps = steps_of(kind)[0]

    assert steps.value(steps.number(value) + 1, value) == following


@given(st.integers(-(10**12), 10**12))
def test_a_number_of_hundredths_is_the_same_there_and_back(number: int) -> None:
    steps = steps_of(Type.DOUBLE)[0]

    assert steps.number(steps.value(number, 0.0)) == number


def test_a_moment_within_a_second_counts_as_its_beginning() -> None:
    (steps,) = steps_of(Type.TIMESTAMP)
    late = datetime(2017, 9, 6, 23, 59, 59, 999_999, tzinfo=HELSINKI)

    assert steps.value(steps.number(late), late) == late.replace(microsecond=0)


@pytest.mark.parametrize("kind", list(Type))
def test_every_step_that_is_allowed_has_a_value(kind: Type) -> None:
    for steps in steps_of(kind):
        assert steps.value(steps.least, None) is not None
        assert steps.value(steps.most, None) is not None


def test_texts_have_no_steps() -> None:
    assert steps_of(Type.STRING) == ()
