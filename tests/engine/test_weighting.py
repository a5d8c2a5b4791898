from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.criteria import Weighting, WeightingKind, WeightInterval
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.weighting import centre, centroid, region, total

ORDERS = st.lists(st.integers(1, 3), min_size=1, max_size=4).map(
    lambda sizes: tuple(
        tuple(f"{place}.{i}" for i in range(size)) for place, size in enumerate(sizes)
    )
)


def ordered(order: tuple[tuple[str, ...], ...]) -> Weighting:
    return Weighting(kind=WeightingKind.ORDER, order=order)


def test_centroid_of_five_ordered_criteria_is_the_published_one() -> None:
    # Barron and Barrett 1996; also the mean of ordinal SMAA weights: .4567 .2567 .1567 .09 .04
    weights = centroid([["a"], ["b"], ["c"], ["d"], ["e"]])

    assert [round(float(one), 4) for one in weights.values()] == [
        0.4567,
        0.2567,
        0.1567,
        0.09,
        0.04,
    ]


@given(ORDERS)
def test_centroid_sums_to_one_and_falls_from_group_to_group(
    order: tuple[tuple[str, ...], ...],
) -> None:
    weights = centroid(order)

    levels = [weights[group[0]] for group in order]
    assert sum(weights.values()) == 1
    assert levels == sorted(levels, reverse=True)


@given(ORDERS)
def test_every_corner_respects_the_order(order: tuple[tuple[str, ...], ...]) -> None:
    corners = region(ordered(order)).corners

    for corner in corners:
        assert sum(corner.values()) == 1
        for above, below in zip(order, order[1:], strict=False):
            assert min(corner[item] for item in above) >= max(corner[item] for item in below)


@given(ORDERS, st.data())
def test_any_weights_that_respect_the_order_are_a_mean_of_corners(
    order: tuple[tuple[str, ...], ...], data: st.DataObject
) -> None:
    corners = region(ordered(order)).corners
    falls = [data.draw(st.integers(0, 9)) for _ in order]
    levels = [sum(falls[place:]) for place in range(len(order))]
    weights = {
        item: Fraction(level + data.draw(st.integers(0, fall)))
        for group, level, fall in zip(order, [*levels[1:], 0], falls, strict=True)
        for item in group
    }

    for direction in _directions(order, data):
        highest = max(total(corner, direction) for corner in corners)
        assert total(weights, direction) <= highest * sum(weights.values())


def _directions(
    order: tuple[tuple[str, ...], ...], data: st.DataObject
) -> list[dict[str, Fraction]]:
    items = [item for group in order for item in group]
    return [{item: Fraction(data.draw(st.integers(-9, 9))) for item in items} for _ in range(5)]


def test_given_weights_are_one_corner_and_only_their_ratios_matter() -> None:
    points = Weighting(kind=WeightingKind.WEIGHTS, weights={"K1": Fraction(60), "K2": Fraction(20)})

    allowed = region(points)

    assert allowed.corners == ({"K1": Fraction(3, 4), "K2": Fraction(1, 4)},)
    assert allowed.representative == allowed.corners[0]


def test_the_centroid_of_an_order_is_its_centre_of_gravity() -> None:
    order = (("a",), ("b", "c"), ("d",))

    assert centre(WeightRegion.order(order)) == centroid(order)


def test_without_any_knowledge_totals_are_made_with_even_weights() -> None:
    allowed = region(Weighting(kind=WeightingKind.NONE), ("K1", "K2"))

    assert allowed.representative == {"K1": Fraction(1, 2), "K2": Fraction(1, 2)}


def test_weights_beside_bounds_are_what_totals_are_made_with() -> None:
    weights = {"K1": Fraction(3), "K2": Fraction(1)}
    bounds = {"K1": WeightInterval(least=Fraction(1, 2))}
    weighting = Weighting(kind=WeightingKind.INTERVALS, intervals=bounds, weights=weights)

    allowed = region(weighting, ("K1", "K2"))

    assert allowed.representative == {"K1": Fraction(3, 4), "K2": Fraction(1, 4)}
    assert {corner["K1"] for corner in allowed.corners} == {1, Fraction(1, 2)}


def test_a_panel_gives_the_mean_of_its_members_and_reaches_to_each() -> None:
    panel = {
        "A": {"K1": Fraction(1), "K2": Fraction(1)},
        "B": {"K1": Fraction(3), "K2": Fraction(1)},
    }

    allowed = region(Weighting(kind=WeightingKind.PANEL, panel=panel), ("K1", "K2"))

    assert allowed.representative["K1"] == Fraction(5, 8)
    assert {corner["K1"] for corner in allowed.corners} == {Fraction(1, 2), Fraction(3, 4)}


def test_a_bound_narrows_an_order() -> None:
    bounds = {"K2": WeightInterval(least=Fraction(1, 4))}
    weighting = Weighting(kind=WeightingKind.ORDER, order=(("K1",), ("K2",)), intervals=bounds)

    allowed = region(weighting, ("K1", "K2"))

    assert {corner["K2"] for corner in allowed.corners} == {Fraction(1, 4), Fraction(1, 2)}
