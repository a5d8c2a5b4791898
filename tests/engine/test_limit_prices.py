"""What a limit costs is what trying every set without it gives."""

import random
from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import LimitKind, Limits
from innokumppanuus.engine.limit_prices import limit_prices, without
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.testing.grounds import best_value, one_of, random_grounds, some_grounds


def test_a_price_is_what_the_best_set_without_the_limit_is_worth_more() -> None:
    dice, costly = random.Random(61), 0
    for number in range(150):
        grounds = random_grounds(dice, partial=number % 3 == 0)
        if grounds is None:
            continue
        ids = [one.application for one in grounds.field]
        rows = rows_of(grounds.limits, ids)

        prices = limit_prices(grounds)

        assert [(one.limit, one.kind) for one in prices] == [(one.limit, one.kind) for one in rows]
        for price, row in zip(prices, rows, strict=True):
            best = best_value(grounds.field, without(grounds.limits, row))
            assert best is not None and price.gain == best - grounds.chosen.value
            costly += price.gain > 0
    assert costly > 50


def test_the_smallest_step_of_the_budget_is_the_first_sum_that_helps() -> None:
    dice, told = random.Random(62), 0
    for _ in range(150):
        grounds = random_grounds(dice)
        price = next(
            (one for one in limit_prices(grounds) if one.kind is LimitKind.BUDGET)
            if grounds
            else iter(()),
            None,
        )
        if grounds is None or price is None or price.step_money is None:
            continue
        assert grounds.limits.budget is not None
        values = [
            best_value(
                grounds.field,
                attrs.evolve(grounds.limits, budget=grounds.limits.budget + Money(cents)),
            )
            for cents in range(price.step_money.cents + 1)
        ]
        own = grounds.chosen.value
        assert set(values[:-1]) == {own}
        assert values[-1] == own + price.step_gain and price.step_gain > 0
        told += 1
    assert told > 15


def test_a_maximum_is_told_with_what_one_more_place_would_gain() -> None:
    field = tuple(one_of(f"H{one}", (one, one, one), 10) for one in range(1, 6))
    grounds = some_grounds(field, Limits(maximum=2))

    (price,) = limit_prices(grounds)

    assert (price.count, price.gain) == (2, 6)
    assert (price.step_count, price.step_gain) == (1, 3)


def test_a_limit_that_costs_nothing_has_no_step() -> None:
    grounds = some_grounds((one_of("H1", (4, 4, 4), 10),), Limits(budget=Money(10)))

    (price,) = limit_prices(grounds)

    assert (price.gain, price.step_money, price.step_gain) == (Fraction(0), None, 0)
