"""Instalments sum to the grant to the cent."""

import pytest

from innokumppanuus.domain.funding import Grant, Instalment, granted
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.testing.builders import label


def instalments(*amounts: str) -> tuple[Instalment, ...]:
    return tuple(Instalment(name=label(), amount=Money.of(one)) for one in amounts)


def test_instalments_that_sum_to_the_grant_pass() -> None:
    grant = Grant(
        application="H01",
        amount=Money.of(10_000),
        scheme="s",
        instalments=instalments("7000", "3000"),
    )

    assert len(grant.instalments) == 2


def test_instalments_that_miss_a_cent_are_refused_with_both_sums() -> None:
    with pytest.raises(InvalidValue, match=r"sum to 10000.00 EUR, but sum to 9999.99 EUR"):
        Grant(
            application="H01",
            amount=Money.of(10_000),
            scheme="s",
            instalments=instalments("7000", "2999.99"),
        )


def test_a_grant_without_a_plan_has_no_instalments() -> None:
    assert Grant(application="H01", amount=Money.of(1), scheme="s").instalments == ()


def test_all_grants_are_summed() -> None:
    grants = [
        Grant(application=str(number), amount=Money.of(number), scheme="s") for number in (1, 2)
    ]

    assert granted(grants) == Money.of(3)
