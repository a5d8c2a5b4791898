from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.call import Call, Field, FieldType, FundingPolicy
from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parameters import Unit, UsedParameter
from innokumppanuus.engine.share import Share
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.interfaces import Form
from innokumppanuus.testing.builders import a_call, an_application, label

COSTS = Field(id="costs", name=label(), type=FieldType.MONEY)
AMOUNT = Field(id="amount", name=label(), type=FieldType.MONEY)
OTHER = Field(id="other", name=label(), type=FieldType.MONEY)
TEMPO = {"costs": "costs", "rate": Fraction(3, 4), "cap": "60000 EUR"}
PARTS = ({"name": "1", "share": Fraction(7, 10)}, {"name": "2", "share": Fraction(3, 10)})


def call(options: Mapping[str, object], *fields: Field) -> Call:
    policy = FundingPolicy(scheme="share", options=options)
    return attrs.evolve(a_call(), funding=policy, form=(COSTS, *fields))


def grant(costs: str, options: Mapping[str, object], **answers: Money) -> Money | None:
    fields = tuple(one for one in (AMOUNT, OTHER) if one.id in answers)
    application = attrs.evolve(an_application(), answers={"costs": Money.of(costs), **answers})
    return Share().amount(application, call(options, *fields))


def dated(value: object, unit: Unit) -> UsedParameter:
    return UsedParameter(key="k", name=label(), unit=unit, day=date(2026, 1, 1), value=value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("costs", "paid"),
    [
        ("79999.99", "59999.99"),
        ("80000", "60000"),
        ("80000.01", "60000"),
        ("0.01", "0.01"),
        ("0.02", "0.02"),
        ("100.02", "75.02"),
        ("0", "0"),
    ],
)
def test_a_share_is_paid_up_to_the_cap_and_rounded_half_up(costs: str, paid: str) -> None:
    assert grant(costs, TEMPO) == Money.of(paid)


def test_nobody_gets_more_than_is_applied_for() -> None:
    assert grant("80000", TEMPO, amount=Money.of(40_000)) == Money.of(40_000)


@pytest.mark.parametrize(("costs", "paid"), [("1333.33", None), ("1333.34", "1000.01")])
def test_what_comes_out_below_the_floor_is_not_granted(costs: str, paid: str | None) -> None:
    got = grant(costs, {**TEMPO, "floor": "1000.01 EUR"})

    assert got == (None if paid is None else Money.of(paid))


def test_the_own_part_is_left_to_the_applicant_to_the_cent() -> None:
    options = {"costs": "costs", "rate": 1, "own_minimum": Fraction(1, 3)}

    assert grant("100.00", options) == Money.of("66.66")


def test_other_funding_of_the_same_costs_comes_off() -> None:
    options = {**TEMPO, "own_minimum": Fraction(1, 4), "other_funding": "other"}

    assert grant("80000", options, other=Money.of(20_000)) == Money.of(40_000)
    assert grant("80000", options, other=Money.of(70_000)) == Money.of(0)


def test_costs_that_nobody_has_told_give_no_sum() -> None:
    application = attrs.evolve(an_application(), answers={})

    assert Share().amount(application, call(TEMPO)) is None


def test_a_dated_value_is_used_and_a_value_not_in_force_gives_no_sum() -> None:
    options = {"costs": "costs", "rate": "parameter.rate", "cap": "parameter.cap"}
    application = attrs.evolve(an_application(), answers={"costs": Money.of(100_000)})
    rate, cap = dated(Fraction(3, 4), Unit.SHARE), dated(Money.of(60_000), Unit.MONEY)

    in_force = Share().with_parameters({"rate": rate, "cap": cap})
    lapsed = Share().with_parameters({"rate": attrs.evolve(rate, value=None), "cap": cap})

    assert in_force.amount(application, call(options)) == Money.of(60_000)
    assert lapsed.amount(application, call(options)) is None


def test_instalments_sum_to_the_grant_and_rest_takes_what_is_left() -> None:
    parts = ({"name": "1", "share": "parameter.first"}, {"name": "2", "share": "rest"})
    scheme = Share().with_parameters({"first": dated(Fraction(7, 10), Unit.SHARE)})

    paid = scheme.instalments(Money.of("0.05"), call({**TEMPO, "instalments": parts}))

    assert [one.amount for one in paid] == [Money.of("0.04"), Money.of("0.01")]


def test_a_share_that_is_not_in_force_leaves_the_instalments_unsaid() -> None:
    parts = ({"name": "1", "share": "parameter.first"}, {"name": "2", "share": "rest"})
    scheme = Share().with_parameters({"first": attrs.evolve(dated(0, Unit.SHARE), value=None)})

    assert scheme.instalments(Money.of(5), call({**TEMPO, "instalments": parts})) == ()


@given(st.integers(0, 10**12), st.fractions(0, 1, max_denominator=97))
def test_cents_are_exact_and_never_lost(cents: int, rate: Fraction) -> None:
    options = {"costs": "costs", "rate": rate, "instalments": PARTS}
    application = attrs.evolve(an_application(), answers={"costs": Money(cents)})

    granted = Share().amount(application, call(options))

    assert granted is not None
    assert abs(granted.cents - cents * rate) <= Fraction(1, 2)
    paid = Share().instalments(granted, call(options))
    assert total(one.amount for one in paid) == granted


@pytest.mark.parametrize(
    ("options", "key", "option"),
    [
        ({"rate": 1}, "key-missing", None),
        ({**TEMPO, "rates": 1}, "unknown-name", "rates"),
        ({**TEMPO, "rate": Fraction(75)}, "off-scale", "rate"),
        ({**TEMPO, "cap": "60000"}, "must-be-money", "cap"),
        ({**TEMPO, "costs": "name"}, "standard-field", "costs"),
        ({**TEMPO, "costs": "kosts"}, "unknown-name", "costs"),
        ({**TEMPO, "instalments": PARTS[:1]}, "shares-sum", "instalments"),
        ({**TEMPO, "instalments": "70/30"}, "must-be-list", "instalments"),
        ({**TEMPO, "instalments": ("a",)}, "must-be-mapping", "instalments[0]"),
        ({**TEMPO, "instalments": ({"name": "1"},)}, "key-missing", "instalments[0]"),
    ],
)
def test_options_that_cannot_be_used_are_told_where_they_stand(
    options: Mapping[str, object], key: str, option: str | None
) -> None:
    form = Form(fields=(COSTS, Field(id="name", name=label())))

    with pytest.raises(InvalidValue) as caught:
        Share().check_options(options, form)

    assert caught.value.key == key
    assert caught.value.values.get("option") == option
