"""Sums by denominator are the sums of plain addition."""

import random
from fractions import Fraction

from innokumppanuus.engine.sums import exact_mean, exact_sum, squared_off


def some_numbers(dice: random.Random) -> list[Fraction]:
    return [
        Fraction(dice.randint(-50, 50), dice.choice([1, 2, 3, 7, 12]))
        for _ in range(dice.randint(1, 30))
    ]


def test_sums_are_those_of_adding_one_after_another() -> None:
    dice = random.Random(20190)
    for _ in range(200):
        numbers = some_numbers(dice)

        assert exact_sum(numbers) == sum(numbers, Fraction(0))
        assert exact_mean(numbers) == sum(numbers, Fraction(0)) / len(numbers)


def test_nothing_sums_to_zero() -> None:
    assert exact_sum([]) == 0


def test_squares_are_those_of_the_distances_from_the_mean() -> None:
    dice = random.Random(20191)
    for _ in range(200):
        numbers = some_numbers(dice)
        mean = sum(numbers, Fraction(0)) / len(numbers)

        assert squared_off(numbers) == sum((one - mean) ** 2 for one in numbers)
