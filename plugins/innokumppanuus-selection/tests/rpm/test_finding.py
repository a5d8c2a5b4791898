"""Core indices of many: exact like the core's, or drawn and told so."""

import os
import random
import subprocess
import sys
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.core_index import CoreStanding, RobustChoice
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine import core_index
from innokumppanuus.errors import SelectionError
from innokumppanuus.testing.robust_choices import a_banded, a_random_choice, a_robust_choice
from innokumppanuus_selection.rpm.finding import core_indices

ITEMS = ("K1", "K2", "K3")


def a_choice(seed: int, count: int = 12) -> RobustChoice:
    dice = random.Random(seed)
    field = [
        a_banded(
            f"H{n:02}",
            {item: dice.randint(0, 10) for item in ITEMS},
            cents=dice.randint(20, 100),
            spread=Fraction(1, 2),
        )
        for n in range(count)
    ]
    return a_robust_choice(field, 300, WeightRegion.order([[item] for item in ITEMS]))


def test_the_core_and_the_plugin_agree() -> None:
    for seed in range(100):
        choice = a_random_choice(random.Random(seed), most=6)

        found = core_indices(choice)

        exact = core_index.core_indices(choice)
        assert (found.sets, found.indices) == (exact.sets, exact.indices)
        assert found.is_exact


def test_the_memory_that_the_sets_took_is_told() -> None:
    found = core_indices(a_choice(1))

    assert found.partial_sets > 1
    assert found.memory_bytes > found.partial_sets


def test_what_is_too_much_is_drawn_and_told_to_be() -> None:
    found = core_indices(a_choice(1), most=1, draws=10, seed=7)

    assert (found.is_exact, found.draws, found.seed) == (False, 10, 7)


def test_drawn_sets_are_all_unbeaten() -> None:
    for seed in range(4):
        exact = {one.applications for one in core_indices(a_choice(seed)).sets}

        drawn = core_indices(a_choice(seed), most=1, draws=15)

        assert {one.applications for one in drawn.sets} <= exact


def test_what_is_called_proven_of_a_sample_is_so() -> None:
    for seed in range(4):
        exact = core_indices(a_choice(seed))

        drawn = core_indices(a_choice(seed), most=1, draws=15)

        proven = [one for one in drawn.indices if one.is_proven]
        assert proven
        assert all(exact.standing(one.application) is one.standing for one in proven)


def test_a_sample_with_few_draws_does_not_prove_who_only_seems_to_be_core() -> None:
    exact, drawn = core_indices(a_choice(2)), core_indices(a_choice(2), most=1, draws=1)

    seeming = [one for one in drawn.indices if one.standing is not exact.standing(one.application)]
    assert seeming
    assert not any(one.is_proven for one in seeming)


def test_the_same_seed_draws_the_same() -> None:
    first, second = (core_indices(a_choice(3), most=1, draws=5, seed=4) for _ in range(2))

    assert first == second


def test_a_sample_over_budgets_proves_no_borderline() -> None:
    choice = attrs.evolve(a_choice(1), weighs_cost=True)

    drawn = core_indices(choice, most=1, draws=10)

    borderline = [one for one in drawn.indices if one.standing is CoreStanding.BORDERLINE]
    assert borderline
    assert not any(one.is_proven for one in borderline)


def test_limits_that_contradict_leave_no_set_in_a_sample_either() -> None:
    # Numbers beyond the exact ones are never grown.
    field = (a_banded("H1", {"K1": 2**52}, 1),)
    choice = RobustChoice(
        candidates=field, limits=Limits(minimum=2), region=WeightRegion.free(["K1"])
    )

    found = core_indices(choice, draws=2)

    assert found.sets == ()
    assert found.named(CoreStanding.EXTERIOR) == ("H1",)


def test_numbers_beyond_the_exact_ones_are_drawn() -> None:
    field = [a_banded(id, {"K1": 2**52 + extra}, 1) for id, extra in (("H1", 1), ("H2", 0))]

    found = core_indices(a_robust_choice(field, 1), draws=2)

    assert not found.is_exact
    assert [one.applications for one in found.sets] == [("H1",)]


def test_without_possible_weights_nothing_is_found() -> None:
    empty = WeightRegion.free(["K1"]).between({"K1": Fraction(2)}, {})

    with pytest.raises(SelectionError, match="No weights"):
        core_indices(a_robust_choice([a_banded("H1", {"K1": 1}, 1)], region=empty))


def test_nobody_to_choose_from_makes_one_empty_set() -> None:
    choice = RobustChoice(
        candidates=(), limits=Limits(budget=Money(5)), region=WeightRegion.free(["K1"])
    )

    assert [one.applications for one in core_indices(choice).sets] == [()]


@pytest.mark.parametrize("most", [1, 1000])
def test_one_thread_and_two_give_the_same_bytes(most: int) -> None:
    script = (
        "import json; from fractions import Fraction; "
        "from innokumppanuus.records import to_record; "
        "from innokumppanuus.testing.robust_choices import a_banded, a_robust_choice; "
        "from innokumppanuus_selection.rpm.finding import core_indices; "
        "field = [a_banded(f'H{n:02}', {'K1': n * 7 % 11, 'K2': n * 5 % 9}, 20 + n * 13 % 70, "
        "Fraction(1, 2)) for n in range(14)]; "
        f"found = core_indices(a_robust_choice(field, 300), most={most}, draws=3); "
        "print(json.dumps(to_record(found), sort_keys=True))"
    )

    told = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads},
            check=True,
            capture_output=True,
        ).stdout
        for threads in ("1", "2")
    ]

    assert told[0] == told[1] != b""
