from fractions import Fraction as F
from itertools import product
from random import Random

import pytest

from innokumppanuus.domain.weights import WeightRegion, WeightRow
from innokumppanuus.errors import InvalidValue

ITEMS = ("K1", "K2", "K3")
ONE_FIFTH, HALF = F(1, 5), F(1, 2)


def points(region: WeightRegion) -> set[tuple[F, ...]]:
    return {tuple(one[item] for item in region.items) for one in region.vertices()}


def test_of_free_weights_each_item_may_have_all() -> None:
    assert points(WeightRegion.free(ITEMS)) == {(1, 0, 0), (0, 1, 0), (0, 0, 1)}


def test_an_order_has_the_even_weightings_of_its_beginnings_as_corners() -> None:
    region = WeightRegion.order([["K1"], ["K2"], ["K3"]])

    assert points(region) == {(1, 0, 0), (HALF, HALF, 0), (F(1, 3), F(1, 3), F(1, 3))}


def test_items_of_one_group_have_no_order_between_them() -> None:
    region = WeightRegion.order([["K1"], ["K2", "K3"]])

    assert points(region) == {
        (1, 0, 0),
        (HALF, HALF, 0),
        (HALF, 0, HALF),
        (F(1, 3), F(1, 3), F(1, 3)),
    }


def test_exact_weights_are_one_point_and_only_their_ratios_matter() -> None:
    region = WeightRegion.exact({"K1": F(60), "K2": F(20)})

    assert points(region) == {(F(3, 4), F(1, 4))}
    assert region.is_point


def test_a_lower_bound_moves_the_corners_inwards() -> None:
    region = WeightRegion.free(ITEMS).between(dict.fromkeys(ITEMS, ONE_FIFTH), {})

    assert points(region) == {
        (F(3, 5), ONE_FIFTH, ONE_FIFTH),
        (ONE_FIFTH, F(3, 5), ONE_FIFTH),
        (ONE_FIFTH, ONE_FIFTH, F(3, 5)),
    }


def test_the_box_of_a_published_table_has_six_corners() -> None:
    # Lourenco, Morton, Bana e Costa (2012), PROBE: the weights of its sensitivity analysis
    least = {"B1": F(26, 100), "B2": F(14, 100), "B3": F(24, 100), "B4": F(16, 100)}
    most = {item: low + F(1, 10) for item, low in least.items()}

    assert len(WeightRegion.intervals(least, most).vertices()) == 6


def test_a_ratio_bounds_one_weight_by_another() -> None:
    region = WeightRegion.ratios(("K1", "K2"), [("K1", "K2", F(2), F(4))])

    assert points(region) == {(F(2, 3), F(1, 3)), (F(4, 5), ONE_FIFTH)}


def test_a_ratio_without_a_most_has_no_upper_bound() -> None:
    region = WeightRegion.ratios(("K1", "K2"), [("K1", "K2", F(2), None)])

    assert points(region) == {(1, 0), (F(2, 3), F(1, 3))}


def test_the_spread_of_a_panel_reaches_from_its_lowest_to_its_highest_share() -> None:
    panel = [{"K1": F(3), "K2": F(1)}, {"K1": F(1), "K2": F(1)}]

    region = WeightRegion.spread(panel)

    assert points(region) == {(F(3, 4), F(1, 4)), (HALF, HALF)}


def test_bounds_that_no_weights_can_keep_leave_the_region_empty() -> None:
    least = {"K1": F(2, 3), "K2": HALF}

    assert WeightRegion.free(("K1", "K2")).between(least, {}).is_empty


def test_weights_below_a_bound_are_not_held() -> None:
    region = WeightRegion.free(("K1", "K2")).between({"K1": HALF}, {})

    assert region.holds({"K1": HALF, "K2": HALF})
    assert not region.holds({"K1": F(2, 5), "K2": F(3, 5)})


def test_weights_that_do_not_sum_to_one_are_not_held() -> None:
    assert not WeightRegion.free(("K1", "K2")).holds({"K1": HALF, "K2": F(1, 3)})


def test_a_row_that_names_no_item_of_the_region_is_refused() -> None:
    with pytest.raises(InvalidValue):
        WeightRegion(items=("K1",), rows=(WeightRow(factors={"K2": F(1)}),))


def test_what_is_weighed_exactly_is_told_from_what_is_bounded() -> None:
    region = WeightRegion.free(ITEMS).between({"K1": HALF}, {"K1": HALF, "K2": F(1, 3)})

    assert set(region.equalities()) == {(1, -1, -1), (-1, 1, 1)}


def test_every_corner_is_held_and_nothing_outside_them_is() -> None:
    chance = Random(4)
    grid = [F(one, 6) for one in range(7)]
    simplex = [one for one in product(grid, repeat=3) if sum(one) == 1]
    for _ in range(200):
        rows = [
            WeightRow(
                factors={item: F(chance.randint(-3, 3)) for item in ITEMS},
                bound=F(chance.randint(-2, 1), 2),
            )
            for _ in range(chance.randint(1, 3))
        ]
        region = WeightRegion(items=ITEMS, rows=tuple(rows))
        corners = region.vertices()
        assert all(region.holds(one) for one in corners)
        for point in simplex:
            weights = dict(zip(ITEMS, point, strict=True))
            if region.holds(weights):
                direction = {item: F(chance.randint(-5, 5)) for item in ITEMS}
                value = sum(direction[item] * weights[item] for item in ITEMS)
                reach = [sum(direction[item] * one[item] for item in ITEMS) for one in corners]
                assert min(reach) <= value <= max(reach)
