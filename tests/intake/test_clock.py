"""Days and moments are read exactly or not at all."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.cells import Cell, Raw
from innokumppanuus.intake.clock import read_date, read_moment
from innokumppanuus.testing.builders import ZONE, moment

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of a workbook
CLOSE = moment("2017-09-06 23:59")


def cell(value: Raw, has_clock: bool = True, epoch: datetime | None = None) -> Cell:
    return Cell(row=1, column=1, value=value, has_clock=has_clock, epoch=epoch)


def naive(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    "typed",
    [
        "6.9.2017",
        "06.09.2017",
        "6. 9. 2017",
        "2017-09-06",
        naive("2017-09-06"),
        date(2017, 9, 6),
    ],
)
def test_a_day_is_read_as_officials_leave_it(typed: Raw) -> None:
    assert read_date(cell(typed)) == date(2017, 9, 6)


def test_a_bare_number_of_a_workbook_is_the_day_it_stands_for() -> None:
    assert read_date(cell(42984, epoch=EPOCH)) == date(2017, 9, 6)


@pytest.mark.parametrize(
    "typed",
    [
        "6.9.",
        "6.9.17",
        "9/6/2017",
        "31.2.2017",
        "syyskuu 2017",
        "2017-09-06 12:00",
        naive("2017-09-06 12:00"),
        "42984",
        2017,
        True,
        time(12, 0),
    ],
)
def test_a_day_that_is_not_sure_is_told(typed: Raw) -> None:
    epoch = EPOCH if isinstance(typed, int) else None

    with pytest.raises(InvalidValue) as caught:
        read_date(cell(typed, epoch=epoch))

    assert caught.value.key == "cell-date"


@pytest.mark.parametrize(
    "typed",
    [
        "6.9.2017 klo 23.59",
        "6.9.2017 kl. 23.59",
        "6.9.2017 23:59",
        "6.9.2017, klo 23.59.00",
        "2017-09-06 23:59",
        "2017-09-06T23:59:00+03:00",
        "2017-09-06T20:59Z",
        naive("2017-09-06 23:59"),
    ],
)
def test_a_moment_is_read_as_officials_leave_it(typed: Raw) -> None:
    assert read_moment(cell(typed), ZONE).isoformat() == CLOSE.isoformat()


def test_seconds_of_a_serial_number_are_kept() -> None:
    late = 42985 + 37 / 86_400

    found = read_moment(cell(late, epoch=EPOCH), ZONE)

    assert found == moment("2017-09-07 00:00:37")


@pytest.mark.parametrize(
    ("typed", "has_clock"), [("6.9.2017", True), (naive("2017-09-06"), False), (42984, True)]
)
def test_a_day_without_a_time_is_no_moment(typed: Raw, has_clock: bool) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_moment(cell(typed, has_clock, EPOCH), ZONE)

    assert caught.value.key == "cell-moment-clock"


def test_midnight_shown_with_its_time_is_a_moment() -> None:
    assert read_moment(cell(naive("2017-09-06")), ZONE) == moment("2017-09-06 00:00")


def test_a_local_time_that_comes_twice_is_told() -> None:
    with pytest.raises(InvalidValue) as caught:
        read_moment(cell("29.10.2017 klo 3.30"), ZONE)

    assert caught.value.key == "cell-moment-twice"


def test_a_local_time_that_comes_twice_is_sure_with_its_offset() -> None:
    found = read_moment(cell("2017-10-29T03:30+02:00"), ZONE)

    assert found.astimezone(UTC).hour == 1


def test_a_local_time_that_never_comes_is_told() -> None:
    with pytest.raises(InvalidValue) as caught:
        read_moment(cell("26.3.2017 klo 3.30"), ZONE)

    assert caught.value.key == "cell-moment-never"


@pytest.mark.parametrize("typed", ["eilen", "6.9.2017 klo 25.00", "6.9.2017 klo 24.00", "23.59"])
def test_what_is_no_moment_is_told(typed: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_moment(cell(typed), ZONE)

    assert caught.value.key == "cell-moment"


@given(st.text(max_size=40) | st.floats() | st.integers() | st.datetimes() | st.dates())
def test_no_value_raises_anything_else(value: Raw) -> None:
    for read in (read_date, lambda one: read_moment(one, ZONE)):
        try:
            read(cell(value, epoch=EPOCH))
        except InvalidValue:
            continue
