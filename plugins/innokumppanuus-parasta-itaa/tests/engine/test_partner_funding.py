"""Costs and grant of the partners add up to the cent, by dated rates that are told."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parameters import Parameter, ParameterValue, Unit
from innokumppanuus.domain.sources import Source
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.domain.funding import CostModel, Funding, PartnerShare
from innokumppanuus_parasta_itaa.engine.funding import plan, stated

FLAT = "suomi.structural_funds.flat_rate"
MOST = "suomi.structural_funds.most_support"


def a_rate(key: str, value: Fraction) -> Parameter:
    held = ParameterValue(valid_from=date(2021, 1, 1), value=value, source=Source(title="t"))
    return Parameter(key=key, name=same(key), unit=Unit.SHARE, values=(held,))


RATES = {FLAT: a_rate(FLAT, Fraction(2, 5)), MOST: a_rate(MOST, Fraction(4, 5))}


def a_funding(*salaries: str, share: str = "0.7", decided: date = date(2021, 10, 15)) -> Funding:
    return Funding(
        model=CostModel(
            flat_rate=FLAT, most_share=MOST, decided=decided, grant_share=Fraction(share)
        ),
        shares=tuple(
            PartnerShare(partner=f"p{place}", salaries=Money.of(one))
            for place, one in enumerate(salaries)
        ),
    )


@pytest.mark.parametrize(("share", "grant"), [("0.7", "98000"), ("0.8", "112000")])
def test_worked_case_of_the_flat_rate(share: str, grant: str, law: Mapping[str, Parameter]) -> None:
    found = plan(a_funding("100000", share=share), law)

    assert found is not None
    assert (found.costs, found.grant) == (Money.of(140000), Money.of(grant))


def test_three_partners_by_hand() -> None:
    # Salaries 0.03 make costs 0.04 (0.042); the largest remainders are equal: the first gets it.
    found = plan(a_funding("0.01", "0.01", "0.01"), RATES)

    assert found is not None
    assert [row.costs.cents for row in found.rows] == [2, 1, 1]
    assert (found.costs, found.grant) == (Money(4), Money(3))


@settings(deadline=None)
@given(st.lists(st.integers(min_value=1, max_value=10**8), min_size=1, max_size=8))
def test_costs_grant_and_own_part_add_up_to_the_cent(salaries: list[int]) -> None:
    found = plan(a_funding(*(Money(one).amount for one in salaries)), RATES)

    assert found is not None
    for column, whole in (("salaries", found.salaries), ("costs", found.costs)):
        assert total(getattr(row, column) for row in found.rows) == whole
    assert total(row.grant for row in found.rows) == found.grant
    assert total(row.own for row in found.rows) == found.own
    assert all(row.salaries + row.flat == row.costs for row in found.rows)
    assert all(row.own.cents >= 0 for row in found.rows)


def test_share_at_the_largest_is_within_and_above_it_is_not() -> None:
    at, above = (plan(a_funding("100", share=one), RATES) for one in ("0.8", "0.81"))

    assert at is not None and above is not None
    assert (at.is_within, above.is_within) == (True, False)


def test_day_without_a_rate_gives_no_rows(law: Mapping[str, Parameter]) -> None:
    found = plan(a_funding("100000", decided=date(2020, 12, 31)), law)

    assert found is not None
    assert (found.rows, found.flat_rate.value, found.is_within) == ((), None, None)


def test_missing_salaries_are_not_zero() -> None:
    whole = a_funding("100000")
    lacking = attrs.evolve(whole, shares=(*whole.shares, PartnerShare(partner="n")))

    assert plan(lacking, RATES) is None


def test_without_a_cost_model_nothing_is_reckoned(real: Consortium) -> None:
    assert plan(real.funding, RATES) is None


def test_real_costs_leave_what_the_source_does_not_divide(real: Consortium) -> None:
    found = stated(real.funding)

    assert found is not None
    assert found.whole == Money.of(587500)
    assert found.known == (("xamk", Money.of(269580)),)
    assert found.left == Money.of(317920)
    assert len(found.unknown) == 7


def test_exercise_adds_up(exercise: Consortium, law: Mapping[str, Parameter]) -> None:
    found = plan(exercise.funding, law)

    assert found is not None
    assert (found.salaries, found.costs) == (Money.of("420001.00"), Money.of("588001.40"))
    assert (found.grant, found.own) == (Money.of("411600.98"), Money.of("176400.42"))


def test_real_costs_without_a_whole_tell_nothing() -> None:
    assert stated(Funding()) is None
