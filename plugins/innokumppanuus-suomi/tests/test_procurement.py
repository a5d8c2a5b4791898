"""Thresholds of procurement on both sides of each sum and of each change of law."""

from datetime import date

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue, ParameterNotInForce
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.procurement import (
    Buyer,
    Kind,
    Level,
    Lot,
    Reach,
    estimated_value,
    reach,
    threshold,
    threshold_key,
)

SERVICES = Kind.SUPPLIES_SERVICES


def reached(value: str, kind: Kind, on: str, buyer: Buyer = Buyer.LOCAL) -> Reach:
    return reach(Money.of(value), kind, date.fromisoformat(on), parameters(), buyer)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("buyer", list(Buyer))
def test_every_kind_has_its_threshold(level: Level, kind: Kind, buyer: Buyer) -> None:
    assert threshold_key(level, kind, buyer) in parameters()


@pytest.mark.parametrize(
    ("value", "kind", "on", "expected"),
    [
        ("59999.99", SERVICES, "2017-01-01", Reach.BELOW),
        ("60000", SERVICES, "2017-01-01", Reach.NATIONAL),
        ("29999.99", SERVICES, "2016-12-31", Reach.BELOW),
        ("30000", SERVICES, "2016-12-31", Reach.NATIONAL),
        ("208999.99", SERVICES, "2017-12-31", Reach.NATIONAL),
        ("209000", SERVICES, "2017-12-31", Reach.EU),
        ("209000", SERVICES, "2018-01-01", Reach.NATIONAL),
        ("214000", SERVICES, "2019-12-31", Reach.NATIONAL),
        ("214000", SERVICES, "2020-01-01", Reach.EU),
        ("399999.99", Kind.SOCIAL_HEALTH, "2017-01-01", Reach.BELOW),
        ("400000", Kind.SOCIAL_HEALTH, "2017-01-01", Reach.NATIONAL),
        ("750000", Kind.SOCIAL_HEALTH, "2017-01-01", Reach.EU),
        ("299999.99", Kind.OTHER_SPECIAL, "2017-01-01", Reach.BELOW),
        ("300000", Kind.OTHER_SPECIAL, "2017-01-01", Reach.NATIONAL),
        ("149999.99", Kind.WORKS, "2026-01-01", Reach.BELOW),
        ("5404000", Kind.WORKS, "2026-01-01", Reach.EU),
        ("499999.99", Kind.SERVICE_CONCESSION, "2017-01-01", Reach.BELOW),
        ("5225000", Kind.SERVICE_CONCESSION, "2017-01-01", Reach.EU),
        ("59999.99", Kind.DESIGN_CONTEST, "2017-01-01", Reach.BELOW),
        ("59999.99", Kind.GOODS, "2017-01-01", Reach.BELOW),
        ("60000", Kind.SERVICE, "2017-01-01", Reach.NATIONAL),
        ("209000", Kind.RD_SERVICE, "2017-01-01", Reach.EU),
    ],
)
def test_to_be_equal_is_to_reach(value: str, kind: Kind, on: str, expected: Reach) -> None:
    assert reached(value, kind, on) is expected


@pytest.mark.parametrize(
    ("buyer", "expected"),
    [
        (Buyer.LOCAL, Reach.NATIONAL),
        (Buyer.SUBSIDISED, Reach.NATIONAL),
        (Buyer.CENTRAL, Reach.EU),
    ],
)
def test_central_government_has_a_threshold_of_its_own(buyer: Buyer, expected: Reach) -> None:
    assert reached("135000", SERVICES, "2017-06-01", buyer) is expected


def test_a_kind_that_is_not_known_for_the_day_has_no_threshold() -> None:
    with pytest.raises(ParameterNotInForce):
        threshold(Level.NATIONAL, Kind.OTHER_SPECIAL, date(2016, 12, 31), parameters())


def test_all_lots_and_options_count() -> None:
    lots = [Lot(value=Money.of("30000")), Lot(value=Money.of("20000"), options=Money.of("10000"))]

    assert estimated_value(lots, date(2017, 1, 1), parameters()) == Money.of("60000")


def test_an_open_ended_contract_counts_by_the_months_of_the_law() -> None:
    lots = [Lot(value=Money.of("1250"), is_open_ended=True)]

    assert estimated_value(lots, date(2017, 1, 1), parameters()) == Money.of("60000")


def test_no_lots_are_worth_nothing() -> None:
    assert estimated_value((), date(2017, 1, 1), parameters()) == Money.of("0")


def test_lots_in_different_currencies_are_refused() -> None:
    lots = [Lot(value=Money.of("1")), Lot(value=Money.of("1", "SEK"))]

    with pytest.raises(InvalidValue):
        estimated_value(lots, date(2017, 1, 1), parameters())
