"""A pilot ends when its months are over, or nobody can tell."""

from datetime import date

import pytest

from innokumppanuus.domain.pilot import Pilot


@pytest.mark.parametrize(
    ("starts", "months", "ends"),
    [(date(2018, 2, 1), 12, date(2019, 1, 31)), (date(2018, 5, 1), 8, date(2018, 12, 31))],
)
def test_the_last_day_is_counted_in_months(starts: date, months: int, ends: date) -> None:
    assert Pilot(application="H01", starts=starts, duration_months=months).ends == ends


@pytest.mark.parametrize(("starts", "months"), [(None, 12), (date(2018, 2, 1), None)])
def test_the_end_of_a_pilot_with_a_gap_cannot_be_told(
    starts: date | None, months: int | None
) -> None:
    assert Pilot(application="H01", starts=starts, duration_months=months).ends is None
