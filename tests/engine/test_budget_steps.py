"""Every budget at which the best set changes; the published table of PROBE."""

import random
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits
from innokumppanuus.engine.budget_steps import bought, budget_steps
from innokumppanuus.errors import SelectionError, Stopped
from innokumppanuus.testing.grounds import one_of, random_grounds, some_grounds
from innokumppanuus.testing.portfolios import a_candidate, every_set

PROBE = tuple(
    a_candidate(f"{number}", value, cents)
    for number, value, cents in ((1, 3, 4), (2, 4, 8), (3, 3, 10), (4, 2, 8))
)


def test_the_steps_are_the_efficient_portfolios_of_probe() -> None:
    grounds = some_grounds(PROBE, Limits(), weights={"K1": Fraction(1)})

    steps = budget_steps(grounds)

    # Lourenço, Morton, Bana e Costa (2012), Decision Support Systems 54, Table 1.
    assert [
        (one.budget.cents, int(one.value), "".join(one.applications)) for one in steps.steps
    ] == [
        (0, 0, ""),
        (4, 3, "1"),
        (8, 4, "2"),
        (12, 7, "12"),
        (20, 9, "124"),
        (22, 10, "123"),
        (30, 12, "1234"),
    ]


def test_better_sets_need_not_hold_the_ones_before() -> None:
    grounds = some_grounds(PROBE, Limits(), weights={"K1": Fraction(1)})

    step = next(one for one in budget_steps(grounds).steps if one.budget == Money(22))

    assert (step.joins, step.leaves) == (("3",), ("4",))


def test_the_steps_are_those_of_trying_every_set() -> None:
    dice, count = random.Random(81), 0
    for _ in range(120):
        grounds = random_grounds(dice)
        if grounds is None:
            continue
        free = attrs.evolve(grounds.limits, budget=None)
        expected: list[tuple[Money, Fraction]] = []
        tried = sorted(every_set(grounds.field, free), key=lambda one: (one.cost, -one.value))
        for one in tried:
            if not expected or one.value > expected[-1][1]:
                expected.append((one.cost, one.value))

        steps = budget_steps(grounds)

        assert [(one.budget, one.value) for one in steps.steps] == expected
        assert steps.is_complete
        for one in steps.steps:
            equal = [o for o in tried if (o.cost, o.value) == (one.budget, one.value)]
            assert one.is_only is (len(equal) == 1)
        count += len(expected)
    assert count > 200


def test_a_range_begins_with_what_its_lowest_budget_buys() -> None:
    grounds = some_grounds(PROBE, Limits(), weights={"K1": Fraction(1)})

    steps = budget_steps(grounds, least=Money(15), most=Money(21))

    assert [one.budget.cents for one in steps.steps] == [12, 20]


def test_more_steps_than_asked_for_are_told() -> None:
    grounds = some_grounds(PROBE, Limits(), weights={"K1": Fraction(1)})

    steps = budget_steps(grounds, listed=3)

    assert ([one.budget.cents for one in steps.steps], steps.is_complete) == ([20, 22, 30], False)
    assert budget_steps(grounds, listed=7).is_complete


def test_more_money_buys_the_best_set_within_it_against_the_chosen_one() -> None:
    grounds = some_grounds(PROBE, Limits(budget=Money(20)), weights={"K1": Fraction(1)})

    better = bought(grounds, Money(9))

    assert bought(grounds, Money(1)) is None
    assert better is not None
    assert (better.budget, better.joins, better.leaves) == (Money(22), ("3",), ("4",))


def test_parts_of_costs_have_no_steps() -> None:
    field = (one_of("H1", (4, 4, 4), 100, least=50),)

    grounds = some_grounds(field, Limits(budget=Money(70)))

    with pytest.raises(SelectionError, match="every cent"):
        budget_steps(grounds)
    with pytest.raises(SelectionError, match="every cent"):
        bought(grounds, Money(1))


def test_the_pace_is_told_how_far_the_cost_has_come_down() -> None:
    grounds = some_grounds(PROBE, Limits(), weights={"K1": Fraction(1)})
    heard: list[tuple[int, int]] = []

    budget_steps(grounds, least=Money(8), pace=lambda done, of: heard.append((done, of)))

    assert heard == [(0, 22), (8, 22), (10, 22), (18, 22), (22, 22)]


def test_a_person_who_stops_waits_for_one_step() -> None:
    grounds = some_grounds(PROBE, Limits(), weights={"K1": Fraction(1)})

    def stop(done: int, of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        budget_steps(grounds, pace=stop)
