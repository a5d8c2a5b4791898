"""Which of many sets others beat: the same as holding each against each."""

import random

import numpy as np
import pytest

from innokumppanuus.engine.core_index import every_set
from innokumppanuus.engine.core_index import unbeaten as tried
from innokumppanuus.engine.stakes import Stakes, stakes_of
from innokumppanuus.testing.robust_choices import a_banded, a_random_choice, a_robust_choice
from innokumppanuus_selection.rpm import arrays as module
from innokumppanuus_selection.rpm.arrays import Arrays, Partial, unbeaten
from innokumppanuus_selection.rpm.giving_up import GivenUp


def whole_sets(stakes: Stakes, sets: list[int]) -> Partial:
    arrays = Arrays.of(stakes)
    taken = np.zeros((len(stakes.ids), len(sets)), dtype=np.uint8)
    for number, one in enumerate(sets):
        taken[stakes.places(one), number] = 1
    counts = taken.astype(np.int64)
    nothing = np.zeros((0, len(sets)), dtype=np.int64)
    low, high = arrays.low @ counts, arrays.high @ counts
    return Partial(taken=taken, low=low, high=high, amounts=nothing)


def masks(sets: Partial) -> list[int]:
    return sorted(sum(1 << int(place) for place in np.flatnonzero(one)) for one in sets.taken.T)


@pytest.mark.parametrize("block", [3, 256])
def test_sets_held_in_blocks_are_held_all_against_all(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BLOCK", block)
    for seed in range(80):
        stakes = stakes_of(a_random_choice(random.Random(seed), most=6))
        sets = list(every_set(stakes))
        gaps = Arrays.of(stakes).gaps if stakes.has_bands else None

        assert masks(unbeaten(whole_sets(stakes, sets), gaps)) == sorted(tried(stakes, sets))


def test_those_of_one_side_are_not_held_against_each_other() -> None:
    field = [a_banded(f"H{n}", {"K1": n}, 1) for n in (1, 2, 3)]
    stakes = stakes_of(a_robust_choice(field))
    sets = whole_sets(stakes, [0b001, 0b010, 0b100])

    kept = unbeaten(sets, None, np.array([True, True, False]))
    apart = unbeaten(sets, None, np.array([True, True, True]))

    assert masks(kept) == [0b100]
    assert masks(apart) == [0b001, 0b010, 0b100]


def test_more_of_a_limit_keeps_a_better_set_from_beating() -> None:
    stakes = stakes_of(a_robust_choice([a_banded(f"H{n}", {"K1": n}, n) for n in (1, 2)]))
    sets = whole_sets(stakes, [0b01, 0b10])
    sets.amounts = np.array([[1, 2]], dtype=np.int64)

    assert masks(unbeaten(sets, None)) == [0b01, 0b10]


def test_numbers_whose_sums_are_not_exact_are_refused() -> None:
    stakes = stakes_of(a_robust_choice([a_banded("H1", {"K1": 2**52}, 1)]))

    with pytest.raises(GivenUp, match="numbers"):
        Arrays.of(stakes)
