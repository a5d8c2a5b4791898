"""The last day of an appeal, on both sides of days of rest."""

from datetime import date

import pytest

from innokumppanuus.errors import ParameterNotInForce
from innokumppanuus_suomi.appeals import (
    DayKind,
    Notice,
    Remedy,
    day_kinds,
    day_of_notice,
    is_day_of_rest,
    last_day,
)
from innokumppanuus_suomi.law import parameters


def last(notice: Notice, day: str, remedy: Remedy = Remedy.CLAIM) -> str:
    return last_day(notice, date.fromisoformat(day), parameters(), remedy).isoformat()


@pytest.mark.parametrize(
    ("notice", "known"),
    [
        (Notice.SERVED, "2017-10-02"),
        (Notice.EMAIL, "2017-10-05"),
        (Notice.LETTER, "2017-10-09"),
        (Notice.MINUTES, "2017-10-09"),
    ],
)
def test_notice_is_deemed_by_how_it_was_given(notice: Notice, known: str) -> None:
    assert day_of_notice(notice, date(2017, 10, 2), parameters()).isoformat() == known


def test_the_day_of_notice_does_not_count() -> None:
    assert last(Notice.SERVED, "2017-10-02") == "2017-10-16"


def test_a_letter_adds_its_days_to_the_period() -> None:
    assert last(Notice.LETTER, "2017-10-02") == "2017-10-23"


def test_a_municipal_appeal_has_its_own_period() -> None:
    assert last(Notice.SERVED, "2017-10-02", Remedy.MUNICIPAL_APPEAL) == "2017-11-01"


def test_a_procurement_correction_has_its_own_period() -> None:
    assert last(Notice.SERVED, "2017-10-02", Remedy.PROCUREMENT_CORRECTION) == "2017-10-16"


@pytest.mark.parametrize(
    ("served", "expected"),
    [
        ("2017-10-06", "2017-10-20"),  # a Friday
        ("2017-10-07", "2017-10-23"),  # a Saturday
        ("2017-10-08", "2017-10-23"),  # a Sunday
        ("2017-11-22", "2017-12-07"),  # Independence Day, a Wednesday
        ("2017-06-09", "2017-06-26"),  # Midsummer Eve, a Friday
        ("2018-12-10", "2018-12-27"),  # Christmas Eve, a Monday
        ("2018-03-16", "2018-04-03"),  # Good Friday, then Easter
        ("2018-04-17", "2018-05-02"),  # May Day, a Tuesday
        ("2017-12-22", "2018-01-05"),  # the day before Epiphany
        ("2017-12-23", "2018-01-08"),  # Epiphany, a Saturday
    ],
)
def test_a_period_ends_on_a_weekday(served: str, expected: str) -> None:
    assert last(Notice.SERVED, served) == expected


def test_the_day_of_notice_does_not_move_from_a_saturday() -> None:
    assert day_of_notice(Notice.LETTER, date(2017, 10, 7), parameters()) == date(2017, 10, 14)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2018-12-24", DayKind.CHRISTMAS_EVE),
        ("2018-06-22", DayKind.MIDSUMMER_EVE),
        ("2018-05-01", DayKind.HOLIDAY),
        ("2018-05-05", DayKind.SATURDAY),
        ("2018-05-06", DayKind.SUNDAY),
    ],
)
def test_days_of_rest_are_known(day: str, kind: DayKind) -> None:
    assert list(day_kinds(date.fromisoformat(day))) == [kind]


@pytest.mark.parametrize("day", ["2018-05-02", "2018-12-27", "2018-12-31"])
def test_weekdays_are_no_days_of_rest(day: str) -> None:
    assert not is_day_of_rest(date.fromisoformat(day), parameters())


@pytest.mark.parametrize("kind", list(DayKind))
def test_every_kind_of_day_has_its_value(kind: DayKind) -> None:
    assert f"suomi.periods.{kind}" in parameters()


def test_before_the_first_known_day_nothing_is_told() -> None:
    with pytest.raises(ParameterNotInForce):
        last_day(Notice.LETTER, date(2017, 5, 31), parameters())
