"""The bound of small numbers is dated data, and without it nothing is shown."""

from collections.abc import Mapping
from datetime import date

import pytest

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.errors import ParameterNotInForce
from innokumppanuus_parasta_itaa.engine.privacy import least_shown


def test_bound_is_looked_up_by_the_day_and_told_as_unverified(
    law: Mapping[str, Parameter],
) -> None:
    least, used = least_shown(date(2023, 12, 31), law)

    assert least == used.value
    assert used.verified is False


def test_day_without_a_bound_shows_nothing(law: Mapping[str, Parameter]) -> None:
    with pytest.raises(ParameterNotInForce):
        least_shown(date(1999, 12, 31), law)
