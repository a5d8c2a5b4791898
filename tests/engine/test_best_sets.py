"""Answers about best sets of small fields are those that trying every set gives."""

import random
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits
from innokumppanuus.engine.best_sets import BestSets, SmallSets
from innokumppanuus.errors import TooManyApplications
from innokumppanuus.testing.portfolios import a_candidate, a_field, every_set

SETS = SmallSets()


def test_the_answers_are_those_of_trying_every_set() -> None:
    dice = random.Random(41)
    for number in range(400):
        field, limits = a_field(dice, partial=number % 4 == 0)
        if number % 5 == 0:
            limits = Limits(budget=limits.budget, maximum=limits.maximum)
        tried = every_set(field, limits)

        best, thrifty = SETS.highest(field, limits), SETS.thriftiest(field, limits)

        if not tried:
            assert best is None and thrifty is None
            continue
        assert best is not None and best.value == tried[0].value
        if number % 4:
            least = min(one.cost for one in tried if one.value == best.value)
            cheapest = [one for one in tried if (one.value, one.cost) == (best.value, least)]
            assert thrifty is not None and thrifty[0] in cheapest
            assert thrifty[1] is (len(cheapest) == 1)


def test_the_cheapest_set_above_a_value_is_found_whatever_it_is_worth() -> None:
    dice = random.Random(42)
    for _ in range(200):
        field, limits = a_field(dice)
        value = Fraction(dice.randint(-4, 12), 2)
        above = [one.cost for one in every_set(field, limits) if one.value > value]

        found = SETS.cheapest_above(field, limits, value)

        assert (found is None) is (not above)
        if found is not None:
            assert found.value > value and found.cost == min(above)


def test_a_contradiction_is_told_only_when_there_is_one() -> None:
    field = (a_candidate("H1", 3, 100),)

    assert SETS.contradiction(field, Limits(budget=Money(100))) is None
    assert SETS.contradiction(field, Limits(budget=Money(99), minimum=1)) is not None


def test_a_field_that_is_too_large_is_refused() -> None:
    field = tuple(a_candidate(f"H{number:03}", 1, 100) for number in range(101))

    with pytest.raises(TooManyApplications):
        SETS.highest(field, Limits(maximum=3))
    with pytest.raises(TooManyApplications):
        SETS.highest(field[:31], Limits(minimum=3))


def test_the_exact_answers_keep_the_protocol() -> None:
    assert isinstance(SETS, BestSets)
    assert attrs.has(SmallSets)
