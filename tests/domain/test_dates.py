"""Times keep their uncertainty, and periods of months end where people expect."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.dates import (
    Count,
    Precision,
    When,
    add_months,
    end_of,
    end_of_minute,
    last_day_of,
    start_of,
    zone,
)
from innokumppanuus.errors import InvalidValue
from innokumppanuus.testing.builders import ZONE, moment


def test_a_month_reaches_from_its_first_to_its_last_moment() -> None:
    january = When.month(2019, 1, ZONE)

    assert january.earliest == moment("2019-01-01 00:00")
    assert january.latest == moment("2019-01-31 23:59:59.999999")
    assert january.precision is Precision.MONTH


def test_an_instant_is_one_moment() -> None:
    closing = When.instant(moment("2017-09-06 23:59"))

    assert closing.earliest == closing.latest


def test_a_time_that_ends_before_it_begins_is_refused() -> None:
    late, early = moment("2018-01-02 00:00"), moment("2018-01-01 00:00")

    with pytest.raises(InvalidValue) as caught:
        When(earliest=late, latest=early, precision=Precision.PHRASE)

    assert caught.value.key == "period-order"


@pytest.mark.parametrize(
    ("limit", "is_by"),
    [("2017-09-10 23:59:59.999999", True), ("2017-09-05 12:00", None), ("2017-08-31 23:59", False)],
)
def test_a_phrase_is_by_a_limit_only_when_all_of_it_is(limit: str, is_by: bool | None) -> None:
    begin_of_september = When.span(
        date(2017, 9, 1), date(2017, 9, 10), ZONE, Precision.PHRASE, "syyskuun alussa"
    )

    assert begin_of_september.is_by(moment(limit)) is is_by


def test_a_minute_lasts_until_its_last_microsecond() -> None:
    assert end_of_minute(moment("2017-09-06 23:59")) == moment("2017-09-06 23:59:59.999999")


@pytest.mark.parametrize(("day", "hours"), [(date(2017, 3, 26), 23), (date(2017, 10, 29), 25)])
def test_a_day_of_clock_change_is_whole(day: date, hours: int) -> None:
    length = end_of(day, ZONE).astimezone(UTC) - start_of(day, ZONE).astimezone(UTC)

    assert length == timedelta(hours=hours) - timedelta(microseconds=1)


def test_twelve_months_from_the_first_of_february_end_in_january() -> None:
    assert last_day_of(date(2018, 2, 1), 12) == date(2019, 1, 31)


def test_eight_months_from_the_first_of_may_end_with_the_year() -> None:
    assert last_day_of(date(2018, 5, 1), 8) == date(2018, 12, 31)


@pytest.mark.parametrize(
    ("start", "months", "moved"),
    [
        (date(2018, 1, 31), 1, date(2018, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2018, 12, 31), 2, date(2019, 2, 28)),
        (date(2018, 3, 31), -1, date(2018, 2, 28)),
    ],
)
def test_a_shorter_month_takes_its_last_day(start: date, months: int, moved: date) -> None:
    assert add_months(start, months) == moved


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60), st.integers(0, 60))
def test_more_months_never_end_sooner(start: date, fewer: int, extra: int) -> None:
    assert add_months(start, fewer) <= add_months(start, fewer + extra)


@pytest.mark.parametrize("name", ["Europe/Helsingfors", "", "Europe", "/etc/passwd", "../UTC"])
def test_an_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        zone(name)

    assert caught.value.key == "zone"


def test_moments_carry_their_zone() -> None:
    assert start_of(date(2017, 9, 6), ZONE) == datetime(2017, 9, 5, 21, 0, tzinfo=UTC)


def test_almost_twenty_is_not_twenty() -> None:
    almost = Count(least=16, most=19, text="almost 20")

    assert almost.exact is None
    assert Count.exactly(20).exact == 20


def test_a_count_without_an_upper_end_is_not_exact() -> None:
    assert Count(least=3).exact is None


@pytest.mark.parametrize(("least", "most"), [(5, 3), (1, 0)])
def test_a_count_whose_ends_are_crossed_is_refused(least: int, most: int) -> None:
    with pytest.raises(InvalidValue) as caught:
        Count(least=least, most=most)

    assert caught.value.key == "count-order"


def test_a_count_is_never_below_nothing() -> None:
    with pytest.raises(ValueError, match="'least' must be >= 0"):
        Count(least=-1)
