"""A choice in whole numbers: who beats whom, and limits as sums."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, LimitKind, Limits, Needs
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.engine.stakes import lines, stakes_of
from innokumppanuus.errors import SelectionError
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.robust_choices import a_banded, a_robust_choice

BOTH = WeightRegion.free(["K1", "K2"])


def test_a_set_that_is_better_at_one_corner_and_no_worse_at_the_other_beats() -> None:
    good, poor = a_banded("H1", {"K1": 3, "K2": 2}, 1), a_banded("H2", {"K1": 2, "K2": 2}, 1)

    stakes = stakes_of(a_robust_choice([good, poor]))

    assert stakes.beats(0b01, 0b10)
    assert not stakes.beats(0b10, 0b01)


def test_equal_sets_do_not_beat_each_other() -> None:
    twins = [a_banded(id, {"K1": 3, "K2": 2}, 1) for id in ("H1", "H2")]

    stakes = stakes_of(a_robust_choice(twins))

    assert not stakes.beats(0b01, 0b10)
    assert not stakes.beats(0b10, 0b01)


def test_scores_of_those_that_both_sets_hold_count_for_neither() -> None:
    sure, unsure = a_banded("H1", {"K1": 1}, 1), a_banded("H2", {"K1": 5}, 1, spread=5)

    stakes = stakes_of(a_robust_choice([sure, unsure]))

    assert stakes.beats(0b11, 0b10)
    assert not stakes.beats(0b10, 0b01)


def test_where_cost_is_weighed_a_dearer_set_does_not_beat_a_cheaper_one() -> None:
    dear, cheap = a_banded("H1", {"K1": 3}, 2), a_banded("H2", {"K1": 2}, 1)

    assert stakes_of(a_robust_choice([dear, cheap])).beats(0b01, 0b10)
    assert not stakes_of(a_robust_choice([dear, cheap], weighs_cost=True)).beats(0b01, 0b10)


def test_a_cost_that_may_come_out_lower_is_not_surely_higher() -> None:
    unsure = a_banded("H1", {"K1": 2}, 3, least_cents=1)
    other = a_banded("H2", {"K1": 3}, 2)

    stakes = stakes_of(a_robust_choice([unsure, other], weighs_cost=True))

    assert not stakes.beats(0b10, 0b01)


def test_each_corner_has_the_smallest_scale_that_makes_it_whole() -> None:
    region = WeightRegion.order([["K1"], ["K2"], ["K3"]])
    field = [a_banded("H1", {"K1": 1, "K2": Fraction(1, 2), "K3": 0}, 1)]

    stakes = stakes_of(a_robust_choice(field, region=region))

    assert sorted(zip(stakes.scales, stakes.low, strict=True)) == [(1, (1,)), (2, (1,)), (4, (3,))]


def test_weights_that_cannot_be_are_refused() -> None:
    empty = WeightRegion.free(["K1"]).between({"K1": Fraction(2)}, {})

    with pytest.raises(SelectionError, match="No weights"):
        stakes_of(a_robust_choice([a_banded("H1", {"K1": 1}, 1)], region=empty))


def test_a_demand_of_at_least_is_a_sum_with_the_signs_turned() -> None:
    limits = Limits(minimum=2)

    (line,) = lines(rows_of(limits, ("H1", "H2")), {"H1": 1, "H2": 1})

    assert (line.kind, line.factors, line.bound) == (LimitKind.MINIMUM, (-1, -1), -2)


def test_who_needs_another_counts_against_it() -> None:
    needs = Needs(id="n", name=label(), application="H1", other="H2")

    (line,) = lines(rows_of(Limits(needs=(needs,)), ("H1", "H2")), {"H1": 5, "H2": 5})

    assert (line.factors, line.bound) == ((1, -1), 0)


def test_who_needs_one_that_is_no_candidate_is_never_taken() -> None:
    needs = Needs(id="n", name=label(), application="H1", other="H9")

    stakes = stakes_of(a_robust_choice([a_banded("H1", {"K1": 1}, 1)]))
    (line,) = lines(rows_of(Limits(needs=(needs,)), ("H1",)), {"H1": 5})

    assert stakes.keeps(0b1)
    assert (line.factors, line.bound) == ((1,), 0)


@pytest.mark.parametrize(("most", "bound"), [(5, 2), (6, 3)])
def test_sums_are_divided_by_what_they_share_and_bounds_rounded_down(most: int, bound: int) -> None:
    group = GroupLimit(id="g", name=label(), members=("H1", "H2"), most_money=Money(most))

    (line,) = lines(rows_of(Limits(groups=(group,)), ("H1", "H2")), {"H1": 2, "H2": 4})

    assert (line.factors, line.bound) == ((1, 2), bound)


def test_a_set_is_told_with_the_range_of_its_value_without_the_cost() -> None:
    field = [a_banded("H1", {"K1": 2, "K2": 4}, 7, spread=1)]

    told = stakes_of(a_robust_choice(field, weighs_cost=True)).told(0b1)

    assert (told.applications, told.least, told.most, told.cost) == (("H1",), 1, 5, Money(7))
