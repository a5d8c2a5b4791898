from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.cones import Cone
from innokumppanuus.engine.cells import most_together as most_together_in
from innokumppanuus.engine.cells import most_within


def most_together(conditions: Sequence[Sequence[Fraction]]) -> int:
    """Count over all points without negative parts, whose corners are the unit vectors."""
    size = len(conditions[0]) if conditions else 1
    units = tuple(tuple(int(i == k) for i in range(size)) for k in range(size))
    return most_together_in(conditions, Cone(rays=units, facets=units))


VALUES = st.integers(-4, 4).map(Fraction)


def rows(most: int, corners: int) -> st.SearchStrategy[list[list[Fraction]]]:
    row = st.lists(VALUES, min_size=corners, max_size=corners)
    return st.lists(row, max_size=most)


def by_every_crossing(conditions: Sequence[Sequence[Fraction]], corners: int) -> int:
    """
    Oracle for two and three corners: the most are held where two borders cross.

    The number held is upper semicontinuous, so its largest value is taken at a crossing of two of
    the lines (conditions or edges) inside the triangle, or at a corner.
    """
    edges = [[Fraction(int(i == k)) for i in range(corners)] for k in range(corners)]
    points = [tuple(edge) for edge in edges]
    lines = [*conditions, *edges]
    for first, second in combinations(lines, 2):
        points.extend(_crossing(first, second, corners))
    if corners == 2:
        points.extend(one for line in conditions for one in _zero(line))
    return max(
        sum(_dot(line, point) >= 0 for line in conditions)
        for point in points
        if min(point) >= 0 and sum(point) > 0
    )


def _crossing(
    first: Sequence[Fraction], second: Sequence[Fraction], corners: int
) -> list[tuple[Fraction, ...]]:
    if corners != 3:
        return []
    (a, b, c), (d, e, f) = first, second
    cross = (b * f - c * e, c * d - a * f, a * e - b * d)
    return [cross, (-cross[0], -cross[1], -cross[2])]


def _zero(line: Sequence[Fraction]) -> list[tuple[Fraction, ...]]:
    return [(line[1], -line[0]), (-line[1], line[0])]


def _dot(first: Sequence[Fraction], second: Sequence[Fraction]) -> Fraction:
    return sum((a * b for a, b in zip(first, second, strict=True)), Fraction(0))


@given(rows(7, 3))
def test_most_together_equals_trying_every_crossing_of_a_triangle(
    conditions: list[list[Fraction]],
) -> None:
    found = most_together(conditions)

    assert found == (by_every_crossing(conditions, 3) if conditions else 0)


@pytest.mark.parametrize("seed", range(6))
def test_most_of_many_conditions_equals_trying_every_crossing(seed: int) -> None:
    chance = Random(seed)
    conditions = [[Fraction(chance.randint(-30, 30)) for _ in range(3)] for _ in range(30)]

    assert most_together(conditions) == by_every_crossing(conditions, 3)


@pytest.mark.parametrize("seed", range(6))
def test_order_of_many_conditions_changes_nothing(seed: int) -> None:
    chance = Random(seed)
    conditions = [[Fraction(chance.randint(-9, 9)) for _ in range(4)] for _ in range(25)]

    assert most_together(conditions) == most_together(conditions[::-1])


def test_what_is_known_is_given_back_when_no_more_hold_together() -> None:
    rows = [(1, 0), (-1, 0)]
    cone = Cone.orthant(2)

    assert most_within(cone.marked(), rows, len(cone.facets), known=5) == 5
    assert most_within(cone.marked(), rows, len(cone.facets)) == 2


@given(rows(7, 2))
def test_most_together_equals_trying_every_zero_of_a_segment(
    conditions: list[list[Fraction]],
) -> None:
    found = most_together(conditions)

    assert found == (by_every_crossing(conditions, 2) if conditions else 0)


@given(rows(6, 5), st.randoms(use_true_random=False))
def test_the_order_of_conditions_changes_nothing(conditions: list[list[Fraction]], random) -> None:  # type: ignore[no-untyped-def]
    mixed = list(conditions)
    random.shuffle(mixed)

    assert most_together(mixed) == most_together(conditions)


@given(rows(6, 5), st.lists(st.integers(0, 9), min_size=5, max_size=5).filter(any))
def test_no_point_holds_more_than_the_count(
    conditions: list[list[Fraction]], point: list[int]
) -> None:
    held = sum(_dot(row, [Fraction(one) for one in point]) >= 0 for row in conditions)

    assert most_together(conditions) >= held


def test_two_conditions_that_meet_only_on_a_line_hold_together() -> None:
    one = [Fraction(1), Fraction(-1), Fraction(0)]
    other = [Fraction(-1), Fraction(1), Fraction(0)]

    assert most_together([one, other]) == 2


def test_no_conditions_hold_none() -> None:
    assert most_together([]) == 0
