"""Ties are settled for the earliest readings, from whichever optimum one begins."""

import numpy as np
import pytest

from innokumppanuus_selection.assignment.face import Face
from innokumppanuus_selection.assignment.settling import settled

SQUARE = Face(
    row=np.array([[0, 0, 1, 1], [2, 3, 2, 3]]),
    least=np.array([1, 1, 1, 1]),
    most=np.array([1, 1, 1, 1]),
    low=np.zeros(4, dtype=int),
    high=np.ones(4, dtype=int),
)


@pytest.mark.parametrize("taken", [[1, 0, 0, 1], [0, 1, 1, 0]])
def test_the_earliest_readings_win_whatever_was_found(taken: list[int]) -> None:
    assert settled(SQUARE, np.array(taken)).tolist() == [1, 0, 0, 1]


def test_what_was_found_is_left_as_it_was() -> None:
    taken = np.array([0, 1, 1, 0])

    settled(SQUARE, taken)

    assert taken.tolist() == [0, 1, 1, 0]
