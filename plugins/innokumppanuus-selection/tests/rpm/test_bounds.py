"""What partial sets can come to at most: never less than what they do come to."""

import random
from itertools import combinations

import numpy as np
import pytest

from innokumppanuus.engine.core_index import every_set, unbeaten
from innokumppanuus.engine.stakes import stakes_of
from innokumppanuus.testing.robust_choices import a_banded, a_random_choice, a_robust_choice
from innokumppanuus_selection.rpm.arrays import Arrays
from innokumppanuus_selection.rpm.bounds import Bounds, ceiling
from innokumppanuus_selection.rpm.growth import fixed


def whole(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


@pytest.mark.parametrize(
    ("left", "most"),
    [
        (0, 0),  # nothing fits
        (2, 6),  # the first, whole
        (3, 7),  # and a third of the second, rounded down
        (5, 10),  # both
        (9, 10),  # and nothing more
    ],
)
def test_the_last_one_counts_for_the_part_that_fits(left: int, most: int) -> None:
    assert ceiling(whole(6, 4), whole(2, 3), whole(left)).tolist() == [most]


def test_those_that_cost_nothing_are_always_in() -> None:
    assert ceiling(whole(5, 6), whole(0, 2), whole(0)).tolist() == [5]


def test_those_worth_nothing_or_less_are_left() -> None:
    assert ceiling(whole(6, 0, -3), whole(2, 1, 1), whole(9)).tolist() == [6]


def test_numbers_too_large_to_multiply_count_the_next_one_whole() -> None:
    huge = 2**40

    assert ceiling(whole(huge), whole(2 * huge), whole(huge)).tolist() == [huge]


def test_no_set_within_the_sum_is_worth_more() -> None:
    dice = random.Random(5)
    for _ in range(200):
        things = [(dice.randint(-2, 9), dice.randint(1, 9)) for _ in range(5)]
        things.sort(key=lambda one: -one[0] / one[1])
        left = dice.randint(0, 20)

        most = ceiling(whole(*(w for w, _ in things)), whole(*(c for _, c in things)), whole(left))

        sets = (one for size in range(6) for one in combinations(things, size))
        fitting = [sum(w for w, _ in one) for one in sets if sum(c for _, c in one) <= left]
        assert max(fitting) <= most[0]


def test_what_is_called_certain_of_a_candidate_is_so() -> None:
    told = 0
    for seed in range(150):
        stakes = stakes_of(a_random_choice(random.Random(seed), most=6))
        arrays = Arrays.of(stakes)
        sets = unbeaten(stakes, every_set(stakes))

        for place, is_in in fixed(stakes, arrays, Bounds.of(stakes, arrays, sets)).items():
            assert all(bool(one >> place & 1) is is_in for one in sets)
            told += bool(sets)
    assert told > 50


def test_a_rival_that_is_only_as_good_beats_nothing() -> None:
    stakes = stakes_of(a_robust_choice([a_banded(id, {"K1": 1}, 1) for id in ("H1", "H2")], 1))
    arrays = Arrays.of(stakes)

    assert fixed(stakes, arrays, Bounds.of(stakes, arrays, [0b01])) == {}
