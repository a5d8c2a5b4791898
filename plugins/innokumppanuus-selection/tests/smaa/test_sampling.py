from fractions import Fraction as F

import numpy as np
import pytest

from innokumppanuus.domain.acceptability import Sampling
from innokumppanuus.domain.weights import WeightRegion, WeightRow
from innokumppanuus.engine.weighting import centre
from innokumppanuus_selection.smaa.sampling import (
    Numbers,
    Ordered,
    Rejection,
    Walk,
    batches,
    ordered_groups,
    sampler,
)

COUNT = 40_000
FIVE = tuple(f"K{n}" for n in range(1, 6))
TWELVE = tuple(f"K{n:02}" for n in range(1, 13))


def drawn(region: WeightRegion, count: int = COUNT) -> Numbers:
    return sampler(region).draw(count, np.random.SeedSequence(7))


def holds(region: WeightRegion, weights: Numbers) -> bool:
    """Tell whether every draw keeps every condition, but for the last bits of a float."""
    found = [region.homogeneous(row) for row in region.rows] or [(0,) * len(region.items)]
    rows = np.array(found, dtype=float)
    rows /= np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1)
    sums = np.abs(weights.sum(axis=1) - 1).max() < 1e-12
    return bool(sums and weights.min() >= 0 and (weights @ rows.T >= -1e-12).all())


REGIONS = {
    "order": WeightRegion.order([[item] for item in FIVE]),
    "groups": WeightRegion.order([["K1"], ["K2", "K3"], ["K4", "K5"]]),
    "bounds": WeightRegion.intervals(dict.fromkeys(FIVE, F(1, 10)), dict.fromkeys(FIVE, F(3, 10))),
    "ratios": WeightRegion.ratios(FIVE, [("K1", "K2", F(2), F(4)), ("K3", "K4", F(1), None)]),
    "narrowed": WeightRegion.order([[item] for item in FIVE]).between({"K5": F(1, 20)}, {}),
    "thin": WeightRegion.free(FIVE).between({"K1": F(1, 3)}, {"K1": F(1, 3)}),
}


@pytest.mark.parametrize("name", REGIONS)
def test_every_draw_respects_what_is_known(name: str) -> None:
    assert holds(REGIONS[name], drawn(REGIONS[name]))


@pytest.mark.parametrize("name", REGIONS)
def test_the_mean_of_the_draws_is_the_exact_centre(name: str) -> None:
    exact = [float(one) for one in centre(REGIONS[name]).values()]

    # Each mean is right within four of its own standard errors.
    weights = drawn(REGIONS[name])
    error = 4 * weights.std(axis=0) / COUNT**0.5 + 1e-12
    assert (np.abs(weights.mean(axis=0) - exact) <= error).all()


def test_weights_of_which_nothing_is_known_spread_as_published() -> None:
    # A uniform share of five has the standard deviation sqrt(4/150) = .1633 (Dirichlet).
    weights = drawn(WeightRegion.free(FIVE))

    assert weights.std(axis=0) == pytest.approx([0.1633] * 5, abs=0.003)


def test_ordinal_weights_have_the_published_means() -> None:
    # Rank-order centroid: Barron and Barrett (1996), Management Science 42.
    order = Ordered(groups=((0,), (1,), (2,), (3,), (4,)))

    weights = order.draw(COUNT, np.random.SeedSequence(2))

    assert weights.mean(axis=0) == pytest.approx(
        [0.4567, 0.2567, 0.1567, 0.0900, 0.0400], abs=0.003
    )


def test_large_orders_are_recognised_with_their_groups() -> None:
    groups = [[TWELVE[0]], TWELVE[1:5], TWELVE[5:]]

    assert ordered_groups(WeightRegion.order(groups)) == ((0,), (1, 2, 3, 4), tuple(range(5, 12)))


@pytest.mark.parametrize("name", ["bounds", "ratios", "thin", "narrowed"])
def test_what_is_more_than_an_order_is_not_taken_for_one(name: str) -> None:
    assert ordered_groups(REGIONS[name]) is None


def test_an_order_of_all_pairs_but_one_is_not_taken_for_an_order() -> None:
    one = F(1)
    rows = (WeightRow(factors={"K1": one, "K2": -one}), WeightRow(factors={"K1": one, "K3": -one}))
    partial = WeightRegion(items=("K1", "K2", "K3", "K4"), rows=rows)

    assert ordered_groups(partial) is None


def test_many_weights_with_room_are_drawn_by_rejection() -> None:
    region = WeightRegion.ratios(TWELVE, [("K01", "K02", F(1), F(4))])

    assert isinstance(sampler(region), Rejection)
    assert holds(region, drawn(region, 4_000))


def test_a_thin_region_of_many_weights_is_walked_through_and_says_so() -> None:
    region = WeightRegion.intervals(
        dict.fromkeys(TWELVE, F(1, 20)), dict.fromkeys(TWELVE, F(1, 10))
    )

    walk = sampler(region)

    assert isinstance(walk, Walk)
    assert not Sampling(walk.sampling).is_even
    assert holds(region, walk.draw(500, np.random.SeedSequence(1)))


def test_a_walk_in_a_roomy_region_has_its_centre() -> None:
    region = WeightRegion.free(("K1", "K2", "K3"))
    basis = np.array([[1.0, -1, 0], [1, 1, -2]]) / np.sqrt([[2], [6]])
    walk = Walk(start=np.full(3, 1 / 3), basis=basis, rows=np.eye(3))

    weights = walk.draw(4_000, np.random.SeedSequence(3))

    assert holds(region, weights)
    assert weights.mean(axis=0) == pytest.approx([1 / 3] * 3, abs=0.02)


def test_one_point_is_drawn_as_itself() -> None:
    weights = drawn(WeightRegion.exact({"K1": F(3), "K2": F(1)}), 10)

    assert (weights == [0.75, 0.25]).all()


def test_the_same_seed_draws_the_same_bytes() -> None:
    region = REGIONS["ratios"]

    assert drawn(region).tobytes() == drawn(region).tobytes()


def test_batches_make_up_the_count_with_a_seed_each() -> None:
    found = batches(10, 4, 1)

    assert [count for count, _ in found] == [4, 4, 2]
    assert len({seed.generate_state(1)[0] for _, seed in found}) == 3
