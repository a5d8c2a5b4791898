"""Dated values in expressions: looked up by the day that the rule set names."""

from datetime import UTC, date, datetime
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.call import Call, Field, FieldType, Timetable
from innokumppanuus.domain.dates import Precision, When
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import ParameterUse, Unit
from innokumppanuus.domain.sources import stated
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import Environment, compile
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.parameters import (
    DAY_NOT_KNOWN,
    NOT_IN_FORCE,
    PARAMETER_TYPES,
    seen,
    settled,
    used_parameters,
)
from innokumppanuus.testing.builders import a_call, a_form, a_ruleset, an_application, label, moment
from innokumppanuus.testing.parameters import a_parameter, a_value

LIMIT = a_parameter(
    a_value("2010-01-01", "2016-12-31", Money.of(30_000)),
    a_value("2017-01-01", "2017-12-31", Money.of(60_000)),
    a_value("2019-01-01", None, Money.of(90_000)),
)
GRANTED = Field(id="granted", name=label("myönnetty"), type=FieldType.DATE, required=False)


def call_of(on: str, **timetable: When) -> Call:
    times = Timetable(**{name: stated(when) for name, when in timetable.items()})
    form = (*a_form(), GRANTED)
    uses = {"raja": ParameterUse(key="koe.raja", on=on)}
    return a_call(parameters=uses, timetable=times, form=form)


def value_of(call: Call, **answers: object) -> object:
    used = used_parameters(call, {"raja": LIMIT}, answers)  # type: ignore[arg-type]
    return used["parameter.raja"].value


def span(first: str, last: str) -> When:
    return When.span(
        date.fromisoformat(first), date.fromisoformat(last), "Europe/Helsinki", Precision.PHRASE
    )


@pytest.mark.parametrize(
    ("day", "euros"),
    [
        ("2016-12-31", 30_000),
        ("2017-01-01", 60_000),
        ("2017-12-31", 60_000),
        ("2019-01-01", 90_000),
    ],
)
def test_a_day_that_is_written_picks_the_value(day: str, euros: int) -> None:
    assert value_of(call_of(day)) == Money.of(euros)


@pytest.mark.parametrize("name", ["opens", "closes", "decided", "starts"])
@pytest.mark.parametrize(
    ("at", "euros"), [("2016-12-31 23:59:59", 30_000), ("2017-01-01 00:00:00", 60_000)]
)
def test_a_time_of_the_timetable_picks_the_value(name: str, at: str, euros: int) -> None:
    call = call_of(name, **{name: When.instant(moment(at))})

    assert value_of(call) == Money.of(euros)


@pytest.mark.parametrize(("day", "euros"), [("2016-12-31", 30_000), ("2017-01-01", 60_000)])
def test_a_day_that_the_applicant_gives_picks_the_value(day: str, euros: int) -> None:
    assert value_of(call_of("granted"), granted=date.fromisoformat(day)) == Money.of(euros)


@pytest.mark.parametrize(
    ("at", "euros"),
    [
        (datetime(2016, 12, 31, 21, 59, tzinfo=UTC), 30_000),
        (datetime(2016, 12, 31, 22, tzinfo=UTC), 60_000),
    ],
)
def test_a_moment_is_on_the_day_of_the_zone_of_the_call(at: datetime, euros: int) -> None:
    assert value_of(call_of("submitted"), submitted=at) == Money.of(euros)


@pytest.mark.parametrize(
    ("name", "day"), [("opens", date(2017, 2, 1)), ("closes", date(2017, 2, 28))]
)
def test_of_a_rough_time_an_opening_counts_from_its_first_day(name: str, day: date) -> None:
    call = call_of(name, **{name: span("2017-02-01", "2017-02-28")})

    used = used_parameters(call, {"raja": LIMIT}, {})["parameter.raja"]

    assert (used.day, used.value) == (day, Money.of(60_000))


@pytest.mark.parametrize(
    ("first", "last"),
    [("2016-12-31", "2017-01-01"), ("2017-12-31", "2018-01-01"), ("2018-12-31", "2019-01-01")],
)
def test_a_rough_time_that_two_values_may_hold_on_picks_none(first: str, last: str) -> None:
    used = used_parameters(call_of("decided", decided=span(first, last)), {"raja": LIMIT}, {})

    assert (used["parameter.raja"].day, used["parameter.raja"].value) == (None, None)


@pytest.mark.parametrize("on", ["2018-06-01", "granted", "starts"])
def test_without_a_value_in_force_or_a_day_there_is_no_value(on: str) -> None:
    assert value_of(call_of(on)) is None


def test_the_values_that_expressions_see_lack_what_is_not_known() -> None:
    ruleset = a_ruleset({"raja": LIMIT})
    later = attrs.evolve(
        ruleset,
        call=attrs.evolve(ruleset.call, parameters={"raja": ParameterUse(key="x", on="starts")}),
    )

    assert ruleset.values(an_application())["parameter.raja"] == Money.of(60_000)
    assert "parameter.raja" not in later.values(an_application())


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_a_type_in_expressions(unit: Unit) -> None:
    assert isinstance(PARAMETER_TYPES[unit], Type)


def test_a_share_is_seen_as_the_nearest_double() -> None:
    parameter = a_parameter(a_value("2010-01-01", None, Fraction(1, 10)), unit=Unit.SHARE)

    used = used_parameters(call_of("2017-01-01"), {"raja": parameter}, {})

    assert seen(used["parameter.raja"]) == 0.1


@given(
    st.integers(1, 10**12),
    st.integers(-2, 2),
    st.fractions(Fraction(1, 100), 1, max_denominator=1000),
)
def test_a_ratio_of_sums_is_compared_with_a_share_right_to_the_cent(
    whole: int, off: int, share: Fraction
) -> None:
    part = max(0, whole * share.numerator // share.denominator + off)
    variables = {"part": Type.MONEY, "whole": Type.MONEY, "share": Type.DOUBLE}
    expression = compile("part / whole <= share", Environment(variables=variables))

    said = expression.evaluate({"part": Money(part), "whole": Money(whole), "share": float(share)})

    assert said is (Fraction(part, whole) <= share)


def what_is_settled(on: str, **answers: object) -> tuple[tuple[str, ...], str]:
    call = call_of(on)
    used = used_parameters(call, {"raja": LIMIT}, answers)  # type: ignore[arg-type]
    return settled(call, ("amount", "parameter.raja"), used)


def test_an_applicant_is_asked_for_the_day_and_never_for_the_value() -> None:
    assert what_is_settled("granted") == (("amount", "granted"), "")


def test_a_value_not_in_force_is_a_note_and_asks_for_nothing() -> None:
    assert what_is_settled("granted", granted=date(2018, 6, 1)) == (("amount",), NOT_IN_FORCE)


def test_a_missing_time_of_the_call_is_a_note_and_asks_for_nothing() -> None:
    assert what_is_settled("starts") == (("amount",), DAY_NOT_KNOWN)


def test_a_rule_set_tells_which_values_it_used() -> None:
    ruleset: RuleSet = a_ruleset({"raja": LIMIT})

    (used,) = ruleset.used(an_application()).values()

    assert (used.key, used.day, used.value, used.verified) == (
        "koe.raja",
        date(2017, 9, 6),
        Money.of(60_000),
        True,
    )
