"""Dated values: each holds from its first day to its last, and none is looked up by today."""

from datetime import date
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import (
    Parameter,
    ParameterAmount,
    ParameterValue,
    Unit,
    UsedParameter,
)
from innokumppanuus.domain.sources import Source
from innokumppanuus.errors import InvalidValue, ParameterNotInForce
from innokumppanuus.testing.builders import label

OLD = Source(title="vanha laki", section="1 §")
NEW = Source(title="uusi laki", section="2 §", verified=True)


def a_value(first: str, last: str | None, value: ParameterAmount, source: Source = OLD) -> object:
    return ParameterValue(
        valid_from=date.fromisoformat(first),
        valid_to=date.fromisoformat(last) if last else None,
        value=value,
        source=source,
    )


def a_limit(*values: object, unit: Unit = Unit.MONEY) -> Parameter:
    return Parameter(key="koe.raja", name=label("raja"), unit=unit, values=values)


LIMIT = a_limit(
    a_value("2010-01-01", "2016-12-31", Money.of(30_000)),
    a_value("2018-01-01", None, Money.of(60_000), NEW),
)


@pytest.mark.parametrize(
    ("day", "euros"),
    [
        ("2010-01-01", 30_000),
        ("2016-12-31", 30_000),
        ("2018-01-01", 60_000),
        ("2100-01-01", 60_000),
    ],
)
def test_a_value_holds_on_its_first_day_and_its_last(day: str, euros: int) -> None:
    assert LIMIT.on(date.fromisoformat(day)).value == Money.of(euros)


@pytest.mark.parametrize("day", ["2009-12-31", "2017-01-01", "2017-12-31"])
def test_before_the_first_value_and_in_a_gap_nothing_holds(day: str) -> None:
    with pytest.raises(ParameterNotInForce, match=f"'koe.raja'.*{day}") as caught:
        LIMIT.on(date.fromisoformat(day))

    assert (caught.value.key, caught.value.day) == ("koe.raja", date.fromisoformat(day))


@pytest.mark.parametrize(
    "first", ["2016-12-31", "2012-01-01", "2009-01-01"], ids=["one day", "inside", "before"]
)
def test_times_that_overlap_or_fall_are_refused(first: str) -> None:
    values = [
        a_value("2010-01-01", "2016-12-31", Money.of(1)),
        a_value(first, None, Money.of(2)),
    ]

    with pytest.raises(InvalidValue) as caught:
        a_limit(*values)

    assert (caught.value.key, caught.value.values["index"]) == ("parameter-overlap", 1)


def test_only_the_last_value_may_be_without_an_end() -> None:
    with pytest.raises(InvalidValue, match="2018-01-01"):
        a_limit(
            a_value("2010-01-01", None, Money.of(1)),
            a_value("2018-01-01", None, Money.of(2)),
        )


def test_a_value_ends_no_earlier_than_it_begins() -> None:
    with pytest.raises(InvalidValue, match="2017-01-02 to 2017-01-01"):
        a_value("2017-01-02", "2017-01-01", 1)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        (Unit.MONEY, 30_000),
        (Unit.SHARE, Fraction(75)),
        (Unit.SHARE, Fraction(-1, 2)),
        (Unit.DAYS, Fraction(1, 2)),
        (Unit.MONTHS, True),
        (Unit.YEARS, -1),
        (Unit.COUNT, "3"),
        (Unit.POINTS, 3),
        (Unit.WORD, ""),
    ],
)
def test_a_value_is_in_the_unit_of_its_parameter(unit: Unit, value: ParameterAmount) -> None:
    with pytest.raises(InvalidValue) as caught:
        a_limit(a_value("2010-01-01", None, value), unit=unit)

    assert caught.value.key == "parameter-unit"


def test_what_was_used_tells_the_value_its_time_and_its_source() -> None:
    used = UsedParameter.of(LIMIT, date(2016, 6, 1), "parameter.raja")

    assert attrs.asdict(used, recurse=False) == {
        "variable": "parameter.raja",
        "key": "koe.raja",
        "name": label("raja"),
        "unit": Unit.MONEY,
        "day": date(2016, 6, 1),
        "value": Money.of(30_000),
        "valid_from": date(2010, 1, 1),
        "valid_to": date(2016, 12, 31),
        "source": OLD,
        "word": None,
    }


@pytest.mark.parametrize(("day", "verified"), [("2016-01-01", False), ("2018-01-01", True)])
def test_what_was_used_is_verified_when_its_own_source_is(day: str, verified: bool) -> None:
    assert UsedParameter.of(LIMIT, date.fromisoformat(day)).verified is verified


@pytest.mark.parametrize("day", [None, date(2017, 6, 1)], ids=["missing", "gap"])
def test_without_a_value_in_force_nothing_is_used_and_nothing_is_verified(day: date) -> None:
    used = UsedParameter.of(LIMIT, day)

    assert (used.day, used.value, used.source, used.verified) == (day, None, None, False)
