"""Core indices of small fields, exact."""

import random
from fractions import Fraction

import pytest

from innokumppanuus.domain.core_index import CoreStanding, RobustChoice
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.score_bands import ScoreBand
from innokumppanuus.domain.selection import Limits
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.core_index import (
    MOST_TRIED,
    at_budget,
    core_indices,
    every_set,
    robust_choice,
    unbeaten,
)
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.engine.stakes import stakes_of
from innokumppanuus.errors import TooManyApplications
from innokumppanuus.testing.decisions import a_decision, core_plugins
from innokumppanuus.testing.robust_choices import a_banded, a_random_choice, a_robust_choice

ORDER = WeightRegion.order([["K1"], ["K2"]])


def test_who_is_better_in_everything_is_core_and_who_is_worse_exterior() -> None:
    field = [a_banded(f"H{n}", {"K1": n, "K2": n}, 10) for n in (1, 2, 3)]

    found = core_indices(a_robust_choice(field, 20))

    assert found.named(CoreStanding.CORE) == ("H2", "H3")
    assert found.named(CoreStanding.EXTERIOR) == ("H1",)


def test_those_that_trade_one_criterion_for_another_are_borderline() -> None:
    field = [a_banded("H1", {"K1": 3, "K2": 1}, 10), a_banded("H2", {"K1": 1, "K2": 3}, 10)]

    found = core_indices(a_robust_choice(field, 10))

    assert [one.share for one in found.indices] == [Fraction(1, 2), Fraction(1, 2)]
    assert found.named(CoreStanding.BORDERLINE) == ("H1", "H2")


def test_an_order_of_the_criteria_settles_who_was_borderline() -> None:
    field = [a_banded("H1", {"K1": 3, "K2": 1}, 10), a_banded("H2", {"K1": 1, "K2": 3}, 10)]

    found = core_indices(a_robust_choice(field, 10, ORDER))

    # At equal weights the two are equal, and at all others the first is better.
    assert found.named(CoreStanding.CORE) == ("H1",)


def test_equal_applications_are_both_borderline() -> None:
    field = [a_banded(id, {"K1": 3}, 10) for id in ("H1", "H2")]

    assert core_indices(a_robust_choice(field, 10)).named(CoreStanding.BORDERLINE) == ("H1", "H2")


def test_bands_of_scores_that_overlap_leave_both_borderline() -> None:
    field = [a_banded("H1", {"K1": 4}, 10, spread=1), a_banded("H2", {"K1": 3}, 10, spread=1)]

    assert core_indices(a_robust_choice(field, 10)).named(CoreStanding.BORDERLINE) == ("H1", "H2")


def test_limits_that_contradict_leave_no_set_and_no_share() -> None:
    field = (a_banded("H1", {"K1": 4}, 10),)
    choice = RobustChoice(
        candidates=field, limits=Limits(minimum=2), region=WeightRegion.free(["K1"])
    )

    found = core_indices(choice)

    assert found.sets == ()
    assert found.named(CoreStanding.EXTERIOR) == ("H1",)


def test_more_than_can_be_tried_are_refused() -> None:
    field = [a_banded(f"H{n:02}", {"K1": 1}, 1) for n in range(MOST_TRIED + 1)]

    with pytest.raises(TooManyApplications):
        core_indices(a_robust_choice(field, 5))


def test_the_order_in_which_candidates_are_given_changes_nothing() -> None:
    choice = a_random_choice(random.Random(4))
    turned = RobustChoice(
        candidates=choice.candidates[::-1], limits=choice.limits, region=choice.region
    )
    straight = RobustChoice(
        candidates=choice.candidates, limits=choice.limits, region=choice.region
    )

    assert core_indices(turned) == core_indices(straight)


def test_the_sets_are_those_that_no_other_set_beats_when_all_are_held_against_all() -> None:
    for seed in range(150):
        stakes = stakes_of(a_random_choice(random.Random(seed), most=5))
        sets = list(every_set(stakes))
        tried = [one for one in range(1 << len(stakes.ids)) if stakes.keeps(one)]

        found = unbeaten(stakes, sets)

        assert sorted(sets) == tried
        assert sorted(found) == [
            one for one in tried if not any(stakes.beats(other, one) for other in tried)
        ]


def test_sets_that_weigh_the_cost_hold_those_of_every_smaller_budget() -> None:
    for seed in range(12):
        dice = random.Random(seed)
        field = [
            a_banded(
                f"H{n}",
                {"K1": dice.randint(0, 5), "K2": dice.randint(0, 5)},
                cents=dice.randint(1, 9),
                spread=dice.choice([0, 1]),
                least_cents=1,
            )
            for n in range(5)
        ]
        whole = a_robust_choice(field, 20, weighs_cost=True)
        stakes, found = stakes_of(whole), core_indices(whole)
        for cents in range(0, 21, 2):
            straight = core_indices(a_robust_choice(field, cents)).sets

            cut = at_budget(whole, found, Money(cents)).sets

            # A set that is only as good as a cheaper one is left out where cost is weighed.
            masks = [stakes.mask(one.applications) for one in cut]
            kept = [
                one
                for one in straight
                if not any(stakes.beats(other, stakes.mask(one.applications)) for other in masks)
            ]
            assert list(cut) == kept


def test_a_choice_of_a_decision_keeps_its_costs_limits_and_scores() -> None:
    decision = a_decision({"H1": (5, 4, 3), "H2": (2, 2, 2)})
    choice = choice_in(decision, core_plugins())
    assert choice is not None

    made = robust_choice(choice, WeightRegion.free(("K1", "K2", "K3")), ())

    assert made.limits == choice.limits
    assert made.candidates[0].band == ScoreBand.exact("H1", {"K1": 5, "K2": 4, "K3": 3})
    assert made.candidates[0].cost == Money.of(10_000)


def test_a_share_of_the_cost_to_either_side_makes_its_bounds() -> None:
    decision = a_decision({"H1": (5, 4, 3)})
    choice = choice_in(decision, core_plugins())
    assert choice is not None

    made = robust_choice(
        choice, WeightRegion.free(("K1", "K2", "K3")), (), cost_share=Fraction(1, 10)
    )

    assert (made.candidates[0].least_cost, made.candidates[0].cost) == (
        Money.of(9_000),
        Money.of(11_000),
    )
