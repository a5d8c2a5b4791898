"""De minimis aid on both sides of the ceiling, of the window and of the change of law."""

from datetime import date

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue, ParameterNotInForce
from innokumppanuus_suomi.de_minimis import (
    AidRecord,
    Ceiling,
    Undertaking,
    ceiling_on,
    counted_from,
    fits,
    headroom,
    is_excluded,
)
from innokumppanuus_suomi.law import parameters

ALONE = Undertaking(members=("9000001-0",))


def aid(day: str, euros: str, recipient: str = "9000001-0") -> AidRecord:
    return AidRecord(recipient=recipient, decided=date.fromisoformat(day), amount=Money.of(euros))


def room(on: str, *records: AidRecord, of: Undertaking = ALONE) -> Money:
    return headroom(records, date.fromisoformat(on), parameters(), of)


@pytest.mark.parametrize(
    ("decided", "left"),
    [("2014-12-31", "200000"), ("2015-01-01", "150000"), ("2017-10-01", "150000")],
)
def test_by_fiscal_years_the_current_and_two_earlier_years_count(decided: str, left: str) -> None:
    assert room("2017-10-01", aid(decided, "50000")) == Money.of(left)


@pytest.mark.parametrize(
    ("decided", "left"),
    [("2014-06-30", "200000"), ("2014-07-01", "150000")],
)
def test_the_fiscal_year_is_that_of_the_undertaking(decided: str, left: str) -> None:
    summer = Undertaking(members=ALONE.members, year_begins=(7, 1))

    assert room("2017-06-30", aid(decided, "50000"), of=summer) == Money.of(left)


def test_a_new_fiscal_year_begins_on_its_first_day() -> None:
    summer = Undertaking(members=ALONE.members, year_begins=(7, 1))

    assert counted_from(date(2017, 7, 1), summer, parameters()) == date(2015, 7, 1)


@pytest.mark.parametrize(
    ("decided", "left"),
    [("2022-06-14", "300000"), ("2022-06-15", "250000"), ("2025-06-15", "250000")],
)
def test_by_rolling_years_three_years_back_count(decided: str, left: str) -> None:
    assert room("2025-06-15", aid(decided, "50000")) == Money.of(left)


def test_from_a_leap_day_three_years_back_is_the_last_of_february() -> None:
    assert counted_from(date(2028, 2, 29), ALONE, parameters()) == date(2025, 2, 28)


@pytest.mark.parametrize(("on", "left"), [("2023-12-31", "0"), ("2024-01-01", "100000")])
def test_the_change_of_law_raises_the_ceiling(on: str, left: str) -> None:
    assert room(on, aid("2023-06-01", "200000")) == Money.of(left)


def test_aid_granted_under_the_earlier_regulation_still_counts() -> None:
    assert room("2024-01-01", aid("2021-01-01", "200000")) == Money.of("100000")


def test_aid_of_a_linked_company_counts() -> None:
    linked = Undertaking(members=("9000001-0", "9000002-9"))

    assert room("2017-10-01", aid("2017-01-01", "1", "9000002-9"), of=linked) == Money.of("199999")


def test_aid_of_another_undertaking_does_not_count() -> None:
    assert room("2017-10-01", aid("2017-01-01", "1", "9000002-9")) == Money.of("200000")


def test_aid_of_a_later_day_does_not_count() -> None:
    assert room("2017-10-01", aid("2017-10-02", "50000")) == Money.of("200000")


def test_room_is_never_below_nothing() -> None:
    assert room("2017-10-01", aid("2017-01-01", "250000")) == Money.of("0")


@pytest.mark.parametrize(("new", "whole"), [("50000", True), ("50000.01", False)])
def test_a_grant_that_would_exceed_is_outside_as_a_whole(new: str, whole: bool) -> None:
    left = room("2017-10-01", aid("2017-01-01", "150000"))

    assert fits(Money.of(new), left) is whole


@pytest.mark.parametrize(("on", "euros"), [("2023-12-31", 100_000), ("2024-01-01", 300_000)])
def test_road_freight_has_its_ceiling_until_the_change(on: str, euros: int) -> None:
    most = ceiling_on(date.fromisoformat(on), parameters(), Ceiling.ROAD_FREIGHT)

    assert most == Money.of(euros)


@pytest.mark.parametrize(("on", "euros"), [("2023-12-31", 500_000), ("2024-01-01", 750_000)])
def test_services_of_general_interest_have_a_ceiling_of_their_own(on: str, euros: int) -> None:
    day = date.fromisoformat(on)

    assert headroom((), day, parameters(), ALONE, ceiling=Ceiling.SGEI) == Money.of(euros)


@pytest.mark.parametrize("sector", ["primary_agriculture", "fisheries", "export"])
def test_an_excluded_sector_has_no_room(sector: str) -> None:
    left = headroom((), date(2017, 10, 1), parameters(), ALONE, sector=sector)

    assert left == Money.of("0")


def test_an_unknown_sector_is_told_with_the_nearest_one() -> None:
    with pytest.raises(InvalidValue) as raised:
        is_excluded("fishery", date(2017, 10, 1), parameters())

    assert raised.value.values["meant"] == "fisheries"


def test_before_the_first_known_law_nothing_is_told() -> None:
    with pytest.raises(ParameterNotInForce):
        room("2006-12-31")


def test_aid_in_another_currency_is_refused() -> None:
    record = AidRecord(recipient="9000001-0", decided=date(2017, 1, 1), amount=Money(100, "SEK"))

    with pytest.raises(InvalidValue):
        room("2017-10-01", record)


def test_a_fiscal_year_cannot_begin_on_a_leap_day() -> None:
    with pytest.raises(InvalidValue):
        Undertaking(members=(), year_begins=(2, 29))
