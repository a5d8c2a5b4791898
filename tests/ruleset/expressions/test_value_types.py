"""What counts as a value of a type."""

from datetime import UTC, date, datetime

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.unknown import NOT_FINITE, OVERFLOW
from innokumppanuus.ruleset.expressions.value_types import Type, taken


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Type.BOOL, True),
        (Type.INT, 2**63 - 1),
        (Type.DOUBLE, 0.5),
        (Type.STRING, "ä"),
        (Type.MONEY, Money.of(1)),
        (Type.DATE, date(2018, 1, 1)),
        (Type.TIMESTAMP, datetime(2018, 1, 1, tzinfo=UTC)),
        (Type.LIST, ("a", "b")),
    ],
)
def test_value_of_the_type_is_taken_as_it_is(kind: Type, value: object) -> None:
    assert taken(kind, value) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Type.BOOL, 1),
        (Type.INT, True),
        (Type.INT, 1.0),
        (Type.DOUBLE, True),
        (Type.DOUBLE, "1"),
        (Type.STRING, 1),
        (Type.MONEY, 1),
        (Type.DATE, datetime(2018, 1, 1, tzinfo=UTC)),
        (Type.TIMESTAMP, datetime.fromisoformat("2018-01-01T00:00:00")),
        (Type.TIMESTAMP, date(2018, 1, 1)),
        (Type.LIST, "ab"),
        (Type.LIST, (1,)),
    ],
)
def test_value_of_another_type_is_not_taken(kind: Type, value: object) -> None:
    assert taken(kind, value) is None


def test_whole_number_is_taken_as_a_double() -> None:
    value = taken(Type.DOUBLE, 5)

    assert isinstance(value, float)


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Type.INT, 2**63), (Type.MONEY, Money(2**63)), (Type.DOUBLE, 10**400)],
)
def test_value_beyond_64_bits_is_unknown(kind: Type, value: object) -> None:
    assert taken(kind, value) is OVERFLOW


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_number_that_is_not_finite_is_unknown(value: float) -> None:
    assert taken(Type.DOUBLE, value) is NOT_FINITE


def test_text_is_composed() -> None:
    assert taken(Type.STRING, "a\u0308") == "ä"
    assert taken(Type.LIST, ["a\u0308"]) == ("ä",)
