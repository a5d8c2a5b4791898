"""Calibration: each evaluator beside the reference of the shared samples."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.rounds import Calibration, Leaning
from innokumppanuus.engine.calibration import calibrate
from innokumppanuus.testing.builders import a_call, a_sheet

REFERENCE = a_sheet("Vertailu", {"M1": {"K1": 3, "K2": 3}, "M2": {"K1": 2, "K2": 4}})


def beside(*scores: int | None) -> Calibration:
    first, second, third, fourth = scores
    given = a_sheet("A", {"M1": {"K1": first, "K2": second}, "M2": {"K1": third, "K2": fourth}})
    (found,) = calibrate(a_call(), [given], REFERENCE)
    return found


@pytest.mark.parametrize(
    ("scores", "leaning"),
    [
        ((3, 3, 2, 4), Leaning.IN_LINE),
        ((4, 3, 2, 4), Leaning.IN_LINE),
        ((4, 4, 3, 5), Leaning.LENIENT),
        ((2, 2, 1, 3), Leaning.STRICT),
        ((5, 1, 4, 2), Leaning.SCATTERED),
        ((None, None, None, None), Leaning.UNKNOWN),
    ],
)
def test_an_evaluator_leans_as_the_differences_do(
    scores: tuple[int | None, ...], leaning: Leaning
) -> None:
    assert beside(*scores).leaning is leaning


def test_distances_are_shares_of_the_scale() -> None:
    found = beside(5, 2, 2, 4)

    assert (found.bias, found.distance) == (Fraction(1, 20), Fraction(3, 20))


def test_the_largest_difference_is_named() -> None:
    found = beside(5, 2, 2, 4)

    assert (found.farthest, found.difference) == (("M1", "K1"), 2)


def test_scores_that_were_not_given_are_counted_and_not_guessed() -> None:
    found = beside(3, None, 2, None)

    assert (found.compared, found.equal, found.lacking) == (2, 2, 2)


def test_whose_distance_is_the_gap_is_told() -> None:
    assert beside(4, 4, 2, 4).distance == Fraction(1, 10)
    assert beside(4, 4, 2, 4).leaning is Leaning.LENIENT


def test_the_reference_is_not_compared_with_itself() -> None:
    sheets: list[ScoreSheet] = [REFERENCE, a_sheet("A", {"M1": {"K1": 3}})]

    assert [one.evaluator for one in calibrate(a_call(), sheets, REFERENCE)] == ["A"]
