"""A share is from 0 to 1, and a claim does not end before it begins."""

from datetime import date
from fractions import Fraction

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus_parasta_itaa.domain.funding import Claim, CostModel


@pytest.mark.parametrize("share", [Fraction(-1, 100), Fraction(101, 100)])
def test_share_of_the_grant_is_from_nothing_to_all(share: Fraction) -> None:
    with pytest.raises(InvalidValue) as raised:
        CostModel(flat_rate="a", most_share="b", decided=date(2021, 10, 15), grant_share=share)

    assert raised.value.key == "must-be-share"


def test_claim_does_not_end_before_it_begins() -> None:
    with pytest.raises(InvalidValue) as raised:
        Claim(
            id="M1",
            partner="a",
            starts=date(2022, 2, 1),
            ends=date(2022, 1, 31),
            salaries=Money.of(1),
        )

    assert raised.value.key == "period-order"
