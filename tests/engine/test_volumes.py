from fractions import Fraction as F
from random import Random

from innokumppanuus.domain.cones import Cone
from innokumppanuus.domain.weights import WeightRegion, WeightRow
from innokumppanuus.engine.volumes import extent, full_coordinates

ITEMS = ("K1", "K2", "K3", "K4")


def volume(cone: Cone, whole: Cone) -> F:
    found = extent(cone, full_coordinates(whole))
    return found.volume if found else F(0)


def test_the_centre_of_free_weights_is_the_even_one() -> None:
    cone = Cone.orthant(3)

    found = extent(cone, full_coordinates(cone))

    assert found is not None and found.centre == (F(1, 3), F(1, 3), F(1, 3))


def test_an_order_of_four_is_one_of_twenty_four_equal_parts() -> None:
    whole = WeightRegion.free(ITEMS).cone()
    order = WeightRegion.order([[item] for item in ITEMS]).cone()

    assert volume(order, whole) / volume(whole, whole) == F(1, 24)


def test_what_is_thinner_than_asked_has_no_extent() -> None:
    whole = WeightRegion.free(ITEMS).cone()

    assert extent(whole.where((1, -1, 0, 0)).where((-1, 1, 0, 0)), full_coordinates(whole)) is None


def test_a_region_of_fewer_dimensions_has_a_centre_of_its_own() -> None:
    cone = Cone.orthant(3).where((1, -1, 0)).where((-1, 1, 0))

    found = extent(cone, full_coordinates(cone))

    assert found is not None and found.centre == (F(1, 4), F(1, 4), F(1, 2))


def test_the_two_sides_of_any_cut_make_the_whole() -> None:
    chance = Random(8)
    for _ in range(100):
        rows = [
            WeightRow(factors={item: F(chance.randint(-3, 4)) for item in ITEMS}) for _ in range(2)
        ]
        whole = WeightRegion(items=ITEMS, rows=tuple(rows)).cone()
        if len(full_coordinates(whole)) < len(ITEMS):
            continue
        cut = tuple(chance.randint(-4, 4) for _ in ITEMS)
        sides = [whole.where(cut), whole.where(tuple(-one for one in cut))]

        assert sum(volume(side, whole) for side in sides if side.rays) == volume(whole, whole)
