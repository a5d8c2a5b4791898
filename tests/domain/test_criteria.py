"""Scales refuse scores they do not have, and weightings say what they weigh."""

from fractions import Fraction
from typing import Any

import pytest

from innokumppanuus.domain.criteria import Aspect, Criterion, Level, Scale
from innokumppanuus.errors import InvalidValue
from innokumppanuus.testing.builders import label


@pytest.mark.parametrize("score", [Fraction(0), Fraction(3), Fraction(5)])
def test_a_whole_step_of_the_scale_is_a_score(score: Fraction) -> None:
    assert Scale().check(score) == score


@pytest.mark.parametrize("score", [Fraction(-1), Fraction(6), Fraction(5, 2)])
def test_a_score_off_the_scale_is_refused(score: Fraction) -> None:
    with pytest.raises(InvalidValue) as caught:
        Scale().check(score)

    assert caught.value.key == "scale-step"


def test_half_steps_are_scores_when_the_scale_has_them() -> None:
    scale = Scale(bottom=Fraction(1), step=Fraction(1, 2))

    assert scale.check(Fraction(5, 2)) == Fraction(5, 2)


@pytest.mark.parametrize(
    "changes",
    [
        {"bottom": Fraction(5), "top": Fraction(0)},
        {"step": Fraction(0)},
        {
            "levels": (
                Level(score=Fraction(3), name=label()),
                Level(score=Fraction(1), name=label()),
            )
        },
    ],
)
def test_a_scale_that_does_not_rise_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as caught:
        Scale(**changes)

    assert caught.value.key == "scale-order"


def test_a_level_must_be_a_score_of_its_scale() -> None:
    with pytest.raises(InvalidValue):
        Scale(levels=(Level(score=Fraction(7), name=label()),))


def test_the_top_must_be_a_whole_number_of_steps_away() -> None:
    with pytest.raises(InvalidValue):
        Scale(top=Fraction(5), step=Fraction(2))


def test_a_criterion_without_aspects_is_scored_itself() -> None:
    criterion = Criterion(id="K1", name=label("kasvu"))

    assert list(criterion.columns()) == [("K1", label("kasvu"))]


def test_a_criterion_with_aspects_is_scored_by_them() -> None:
    criterion = Criterion(
        id="K2",
        name=label(),
        aspects=(Aspect(id="a", name=label("a")), Aspect(id="b", name=label("b"))),
    )

    assert [item for item, _ in criterion.columns()] == ["K2.a", "K2.b"]
