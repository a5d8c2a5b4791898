"""An assessment is complete only when every score is there."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.assessment import Assessment, ItemScore, ScoreSheet


def test_all_scores_make_a_complete_assessment() -> None:
    items = (ItemScore(item="K1", score=Fraction(3)), ItemScore(item="K2", score=Fraction(0)))

    assessment = Assessment(application="H01", items=items)

    assert assessment.is_complete
    assert assessment.scores() == (Fraction(3), Fraction(0))


def test_a_score_that_cannot_be_told_leaves_it_incomplete() -> None:
    assert not Assessment(application="H01", items=(ItemScore(item="K1", score=None),)).is_complete


def test_a_score_of_zero_is_a_score() -> None:
    zero = ItemScore(item="K1", score=Fraction(0))

    assert Assessment(application="H01", items=(zero,)).is_complete


def test_a_sheet_belongs_to_an_evaluator() -> None:
    with pytest.raises(ValueError, match="evaluator"):
        ScoreSheet(evaluator="")
