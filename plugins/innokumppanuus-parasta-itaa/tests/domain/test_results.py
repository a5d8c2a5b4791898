"""A time of costs does not end before it begins."""

from datetime import date

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus_parasta_itaa.domain.results import CostPeriod


def test_time_of_costs_does_not_end_before_it_begins() -> None:
    with pytest.raises(InvalidValue):
        CostPeriod(amount=Money.of(1), starts=date(2022, 1, 2), ends=date(2022, 1, 1))
