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


@pytest.mark.parametrize(("second", "is_below"), [(None, False), (2, False), (1, True)])
def test_a_sum_is_too_low_only_when_it_is_so_whatever_is_not_known(
    second: int | None, is_below: bool
) -> None:
    scores = (Fraction(3), None if second is None else Fraction(second))
    items = tuple(ItemScore(item=f"K{n}", score=one) for n, one in enumerate(scores, 1))
    assessment = Assessment(application="H01", items=items)

    tops = {"K1": Fraction(5), "K2": Fraction(2)}

    assert assessment.is_below_total(Fraction(5), tops) is is_below
    assert not assessment.is_below_total(None, tops)
