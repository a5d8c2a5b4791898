"""Unbeaten sets by growing: the same as trying all, and the published example."""

import os
import random
from fractions import Fraction

import pytest

from innokumppanuus.domain.core_index import CoreStanding, RobustChoice
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.core_index import core_indices, every_set, unbeaten
from innokumppanuus.engine.stakes import stakes_of
from innokumppanuus.testing.robust_choices import a_banded, a_random_choice
from innokumppanuus_selection.rpm.giving_up import GivenUp, Stopped
from innokumppanuus_selection.rpm.growth import grow

FIELDS = 20_000 if os.environ.get("INNOKUMPPANUUS_LONG") else 250

PROBE = {
    "P01": (11, (67, 40, 30, 50)),
    "P02": (19, (55, 37, 40, 20)),
    "P03": (9, (100, 90, 80, 90)),
    "P04": (9, (90, 80, 70, 95)),
    "P05": (18, (48, 35, 40, 33)),
    "P06": (13, (43, 32, 25, 44)),
    "P07": (13, (42, 64, 80, 55)),
    "P08": (11, (40, 50, 44, 20)),
    "P09": (9, (80, 90, 78, 66)),
    "P10": (13, (88, 66, 80, 70)),
    "P11": (7, (41, 48, 49, 25)),
    "P12": (8, (86, 88, 90, 72)),
}
"""
Cost in tenths of a million and scores in B1–B4.

Lourenço, Morton, Bana e Costa (2012), PROBE – A multicriteria decision support system for portfolio
robustness evaluation, Decision Support Systems 54, 534–550, Table 2.
"""


def probe(region: WeightRegion, spread: int = 0) -> RobustChoice:
    field = tuple(
        a_banded(id, dict(zip(("B1", "B2", "B3", "B4"), scores, strict=True)), cost, spread)
        for id, (cost, scores) in PROBE.items()
    )
    return RobustChoice(candidates=field, limits=Limits(budget=Money(50)), region=region)


def box() -> WeightRegion:
    """Return the weights .31 .19 .29 .21, each five hundredths lower or higher."""
    centre = {"B1": 31, "B2": 19, "B3": 29, "B4": 21}
    return WeightRegion.intervals(
        {item: Fraction(weight - 5, 100) for item, weight in centre.items()},
        {item: Fraction(weight + 5, 100) for item, weight in centre.items()},
    )


def test_growing_finds_what_trying_all_sets_finds() -> None:
    for seed in range(FIELDS):
        dice = random.Random(seed)
        stakes = stakes_of(a_random_choice(dice, most=8))
        sets = list(every_set(stakes))
        known = dice.sample(sets, min(len(sets), 3))

        grown = grow(stakes, known)

        assert list(grown.sets) == sorted(unbeaten(stakes, sets)), seed


def test_probe_with_its_own_weights_has_one_best_set() -> None:
    """Table 2 and section 5.1 of the paper: the best set of 5 million."""
    exact = WeightRegion.exact({"B1": 31, "B2": 19, "B3": 29, "B4": 21})
    stakes = stakes_of(probe(exact))

    (found,) = (stakes.told(one) for one in grow(stakes, ()).sets)

    assert found.applications == ("P03", "P04", "P09", "P10", "P12")
    assert found.most == Fraction(41425, 100)


def test_probe_with_uncertain_scores_and_weights_has_two_unbeaten_sets() -> None:
    """Not published; reckoned from the published data by trying all sets as well."""
    choice = probe(box(), spread=10)
    stakes = stakes_of(choice)

    found = [stakes.told(one).applications for one in grow(stakes, ()).sets]

    assert sorted(found) == [
        ("P03", "P04", "P07", "P09", "P12"),
        ("P03", "P04", "P09", "P10", "P12"),
    ]


def test_probe_has_the_core_indices_that_trying_all_sets_gives() -> None:
    found = core_indices(probe(box(), spread=10))

    assert found.named(CoreStanding.CORE) == ("P03", "P04", "P09", "P12")
    assert found.named(CoreStanding.BORDERLINE) == ("P07", "P10")


def test_probe_without_knowledge_of_the_weights_has_nine_unbeaten_sets() -> None:
    """Not published; reckoned from the published data by trying all sets as well."""
    stakes = stakes_of(probe(WeightRegion.free(["B1", "B2", "B3", "B4"]), spread=10))

    found = stakes.indices(grow(stakes, ()).sets)

    assert len(found.sets) == 9
    assert found.named(CoreStanding.CORE) == ("P12",)


def test_the_sets_known_before_change_nothing() -> None:
    stakes = stakes_of(probe(box(), spread=10))
    sets = list(every_set(stakes))

    assert grow(stakes, sets[:50]).sets == grow(stakes, ()).sets == grow(stakes, sets[-50:]).sets


def test_too_many_partial_sets_are_given_up() -> None:
    stakes = stakes_of(probe(box(), spread=10))

    with pytest.raises(GivenUp, match="sets"):
        grow(stakes, (), most=2)


def test_numbers_beyond_exact_ones_are_given_up() -> None:
    field = tuple(a_banded(id, {"K1": 2**52}, 1) for id in ("H1", "H2"))
    choice = RobustChoice(candidates=field, limits=Limits(), region=WeightRegion.free(["K1"]))

    with pytest.raises(GivenUp, match="numbers"):
        grow(stakes_of(choice), ())


def test_whoever_watches_is_told_of_each_candidate_and_can_stop_it() -> None:
    told = []

    def watch(done: int, steps: int) -> bool:
        told.append((done, steps))
        return done < 3

    with pytest.raises(Stopped):
        grow(stakes_of(probe(box())), (), watch=watch)

    assert told == [(0, 12), (1, 12), (2, 12), (3, 12)]


def test_many_tied_candidates_are_all_in_the_sets() -> None:
    field = tuple(a_banded(f"H{n}", {"K1": 1}, 1) for n in range(6))
    choice = RobustChoice(
        candidates=field, limits=Limits(maximum=3), region=WeightRegion.free(["K1"])
    )

    assert len(grow(stakes_of(choice), ()).sets) == 20
