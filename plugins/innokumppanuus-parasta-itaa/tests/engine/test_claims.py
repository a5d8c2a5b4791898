"""Claims come to the same cents as one of them all, and none goes over its share."""

from collections.abc import Mapping
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.domain.funding import Claim
from innokumppanuus_parasta_itaa.engine.claims import ClaimNote, ClaimRow, claims, standings
from innokumppanuus_parasta_itaa.engine.funding import FundingPlan, plan


@pytest.fixture(scope="session")
def funded(exercise: Consortium, law: Mapping[str, Parameter]) -> FundingPlan:
    found = plan(exercise.funding, law)
    assert found is not None
    return found


@pytest.fixture
def rows(exercise: Consortium, funded: FundingPlan) -> dict[str, ClaimRow]:
    return {row.claim.id: row for row in claims(exercise, funded)}


def a_claim(number: int, cents: int, partner: str = "k-johto") -> Claim:
    starts = date(2022, 1, 1) + timedelta(days=number)
    return Claim(
        id=f"M{number}", partner=partner, starts=starts, ends=starts, salaries=Money(cents)
    )


def test_claim_by_hand(rows: dict[str, ClaimRow]) -> None:
    # 91 234,56 · 1,40 = 127 728,384; 127 728,38 · 0,7 = 89 409,866.
    first = rows["M1"]

    assert (first.costs, first.payable) == (Money.of("127728.38"), Money.of("89409.87"))


def test_successor_claims_from_the_share_of_who_came_before(rows: dict[str, ClaimRow]) -> None:
    assert (rows["M5"].share, rows["M5"].notes) == ("k-sote", ())
    assert rows["M5"].left == rows["M2"].left - rows["M5"].payable


def test_claim_after_the_partner_has_ceased_is_told(rows: dict[str, ClaimRow]) -> None:
    assert rows["M6"].notes == (ClaimNote.AFTER_ITS_TIME,)


def test_claim_over_the_share_gets_what_is_left(rows: dict[str, ClaimRow]) -> None:
    last = rows["M7"]

    assert last.notes == (ClaimNote.OVER_SHARE,)
    assert last.left == Money(0)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(min_value=1, max_value=10**6), min_size=1, max_size=6))
def test_many_claims_come_to_the_same_cents_as_one(
    exercise: Consortium, funded: FundingPlan, sums: list[int]
) -> None:
    many = tuple(a_claim(place, cents) for place, cents in enumerate(sums))
    one = (a_claim(0, sum(sums)),)

    of_many = claims(attrs.evolve(exercise, claims=many), funded)
    (of_one,) = claims(attrs.evolve(exercise, claims=one), funded)

    assert total(row.payable for row in of_many) == of_one.payable
    assert total(row.costs for row in of_many) == of_one.costs


def test_claims_of_one_partner_for_the_same_days_are_told(
    exercise: Consortium, funded: FundingPlan
) -> None:
    twice = (a_claim(1, 100), attrs.evolve(a_claim(1, 100), id="N1"))

    found = claims(attrs.evolve(exercise, claims=twice), funded)

    assert [row.notes for row in found] == [(), (ClaimNote.OVERLAPS,)]


def test_claim_before_the_partner_takes_part_is_told(
    exercise: Consortium, funded: FundingPlan
) -> None:
    early = (a_claim(1, 100, "k-alue"),)

    (row,) = claims(attrs.evolve(exercise, claims=early), funded)

    assert row.notes == (ClaimNote.BEFORE_ITS_TIME,)


def test_claim_of_one_without_a_share_is_told_and_pays_nothing(
    exercise: Consortium, funded: FundingPlan
) -> None:
    strange = (a_claim(1, 100, "k-rahoittaja"),)

    (row,) = claims(attrs.evolve(exercise, claims=strange), funded)

    assert (row.payable, row.notes) == (Money(0), (ClaimNote.NO_SHARE,))


def test_share_and_what_is_paid_and_left_of_it_add_up(
    exercise: Consortium, funded: FundingPlan
) -> None:
    found = standings(claims(exercise, funded), funded)

    assert [one.partner for one in found] == [row.partner for row in funded.rows]
    assert all(one.paid + one.left == one.grant for one in found)


def test_claims_of_a_successor_are_in_the_standing_of_the_share(
    exercise: Consortium, funded: FundingPlan
) -> None:
    (one,) = (one for one in standings(claims(exercise, funded), funded) if one.partner == "k-sote")

    # 33 333,33 + 14 000,00 + 1 200,00 + 12 800,01
    assert (one.salaries, one.left) == (Money.of("61333.34"), Money(0))


def test_without_a_plan_there_are_no_claims(exercise: Consortium) -> None:
    assert claims(exercise, None) == ()
