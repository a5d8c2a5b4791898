"""How far a pilot has come is exact, and missing is not zero."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus_parasta_itaa.domain.canvas import Measure
from innokumppanuus_parasta_itaa.domain.consortium import Consortium, Level
from innokumppanuus_parasta_itaa.engine.progress import progress, way


def a_measure(baseline: int | None, target: int | None, reached: int | None) -> Measure:
    numbers = [None if one is None else Fraction(one) for one in (baseline, target, reached)]
    return Measure(name=same("Päiviä"), baseline=numbers[0], target=numbers[1], reached=numbers[2])


@pytest.mark.parametrize(
    ("baseline", "target", "reached", "expected"),
    [
        (23, 7, 8, Fraction(15, 16)),
        (23, 7, 7, Fraction(1)),
        (23, 7, 5, Fraction(9, 8)),
        (23, 7, 25, Fraction(-1, 8)),
        (0, 60, 41, Fraction(41, 60)),
    ],
)
def test_part_of_the_way_by_hand(
    baseline: int, target: int, reached: int, expected: Fraction
) -> None:
    assert way(a_measure(baseline, target, reached)) == expected


@pytest.mark.parametrize("numbers", [(None, 7, 8), (23, None, 8), (23, 7, None), (7, 7, 7)])
def test_without_a_number_or_a_way_nothing_is_reckoned(
    numbers: tuple[int | None, int | None, int | None],
) -> None:
    assert way(a_measure(*numbers)) is None


def test_pilot_of_the_exercise_has_come_fifteen_sixteenths(exercise: Consortium) -> None:
    first, _, third, _ = progress(exercise)

    assert (first.roles, first.meetings, first.reached) == (4, 4, Fraction(15, 16))
    assert dict(third.deeds) == {Level.PRACTICE: 1, Level.STRUCTURE: 0}


def test_roles_of_real_pilots_are_not_told(real: Consortium) -> None:
    assert {one.roles for one in progress(real)} == {None}
