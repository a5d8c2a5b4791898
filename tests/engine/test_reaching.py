from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.cones import Cone, Row, dot
from innokumppanuus.engine.cells import most_together
from innokumppanuus.engine.reaching import Reach, reaches

TRIANGLE = Cone.orthant(3)
FALLING = TRIANGLE.where((1, -1, 0)).where((0, 1, -1))
POINTS = st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=1, max_size=6)


def drawn(seed: int, count: int, dimensions: int, top: int) -> list[Row]:
    chance = Random(seed)
    return [tuple(chance.randint(0, top) for _ in range(dimensions)) for _ in range(count)]


def by_every_crossing(points: list[Row], cone: Cone) -> tuple[Reach, ...]:
    """
    Oracle for three dimensions.

    The count is upper semicontinuous, so that it is largest at an extreme ray or where two of the
    planes (equal totals, or facets) cross inside the cone.
    """
    planes = {tuple(a - b for a, b in zip(*two, strict=True)) for two in combinations(points, 2)}
    rays = [*cone.rays]
    for (a, b, c), (d, e, f) in combinations([*planes, *cone.facets], 2):
        crossing = (b * f - c * e, c * d - a * f, a * e - b * d)
        for ray in (crossing, tuple(-one for one in crossing)):
            if any(ray) and all(dot(facet, ray) >= 0 for facet in cone.facets):
                rays.append(ray)
    totals = [[dot(point, ray) for point in points] for ray in rays]
    return tuple(
        Reach(
            max(sum(other <= row[number] for other in row) for row in totals),
            max(sum(other >= row[number] for other in row) for row in totals),
        )
        for number in range(len(points))
    )


def one_by_one(points: list[Row], cone: Cone) -> tuple[Reach, ...]:
    return tuple(
        Reach(
            most_together(
                [[a - b for a, b in zip(mine, its, strict=True)] for its in points], cone
            ),
            most_together(
                [[b - a for a, b in zip(mine, its, strict=True)] for its in points], cone
            ),
        )
        for mine in points
    )


@given(POINTS, st.sampled_from([TRIANGLE, FALLING]))
@settings(max_examples=60)
def test_reach_equals_trying_every_crossing(points: list[Row], cone: Cone) -> None:
    assert reaches(points, cone) == by_every_crossing(points, cone)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("top", [3, 60])
def test_cells_shared_by_many_points_tell_what_each_alone_does(seed: int, top: int) -> None:
    points = drawn(seed, 45, 3, top)

    assert reaches(points, FALLING) == one_by_one(points, FALLING)


@pytest.mark.parametrize("dimensions", [2, 4, 5])
def test_points_of_other_dimensions_reach_what_each_alone_does(dimensions: int) -> None:
    points = drawn(7, 18, dimensions, 9)
    cone = Cone.orthant(dimensions)

    assert reaches(points, cone) == one_by_one(points, cone)


def test_many_points_reach_what_every_crossing_tells() -> None:
    points = drawn(3, 24, 3, 40)

    assert reaches(points, TRIANGLE) == by_every_crossing(points, TRIANGLE)


def test_equal_points_reach_each_other_and_the_same() -> None:
    assert reaches([(2, 1), (2, 1), (1, 2)], Cone.orthant(2)) == (Reach(3, 3),) * 3


def test_one_point_reaches_itself() -> None:
    assert reaches([(0, 0, 0)], TRIANGLE) == (Reach(1, 1),)
