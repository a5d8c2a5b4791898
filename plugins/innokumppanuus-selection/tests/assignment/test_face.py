"""A linear programme of readings: its optimum is proven, and its face holds every optimum."""

import attrs
import numpy as np
import pytest

from innokumppanuus_selection.assignment.face import Face, solved

SQUARE = Face(
    row=np.array([[0, 0, 1, 1], [2, 3, 2, 3]]),
    least=np.array([1, 1, 1, 1]),
    most=np.array([1, 1, 1, 1]),
    low=np.zeros(4, dtype=int),
    high=np.ones(4, dtype=int),
)


def test_the_cheapest_point_is_found() -> None:
    found = solved(SQUARE, [1, 5, 5, 1])

    assert found is not None
    assert found.taken.tolist() == [1, 0, 0, 1]


def test_a_tie_leaves_the_face_open() -> None:
    found = solved(SQUARE, [1, 1, 1, 1])

    assert found is not None
    assert (found.face.low.tolist(), found.face.high.tolist()) == ([0] * 4, [1] * 4)


def test_an_empty_face_has_no_point() -> None:
    assert solved(attrs.evolve(SQUARE, high=np.zeros(4, dtype=int)), [1, 1, 1, 1]) is None


@pytest.mark.parametrize("costs", [[0, 0, 0, 0], [3, 2, 2, 2], [10**6, 1, 1, 10**6]])
def test_the_point_lies_on_its_face(costs: list[int]) -> None:
    found = solved(SQUARE, costs)

    assert found is not None
    assert np.all((found.face.low <= found.taken) & (found.taken <= found.face.high))
