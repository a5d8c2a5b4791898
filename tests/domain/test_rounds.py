"""Drift: what the own scores were, and how far the agreed score is from them."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.rounds import Drift


def drift(consensus: int | None, *own: int) -> Drift:
    scores = {f"A{n}": Fraction(score) for n, score in enumerate(own)}
    together = Fraction(sum(own), len(own)) if own else None
    agreed = None if consensus is None else Fraction(consensus)
    return Drift(application="H01", item="K1", own=scores, together=together, consensus=agreed)


def test_the_spread_is_from_the_smallest_to_the_largest_own_score() -> None:
    assert drift(None, 1, 4, 2).spread == 3


def test_without_own_scores_there_is_no_spread() -> None:
    assert drift(3).spread is None


def test_the_shift_is_from_the_own_scores_to_the_agreed_one() -> None:
    assert drift(4, 2, 3).shift == Fraction(3, 2)


def test_without_an_agreed_score_there_is_no_shift() -> None:
    assert drift(None, 2, 3).shift is None


@pytest.mark.parametrize(
    ("consensus", "is_outside"), [(1, True), (2, False), (3, False), (4, True)]
)
def test_an_agreed_score_beyond_all_own_ones_shows(consensus: int, is_outside: bool) -> None:
    assert drift(consensus, 2, 3).is_outside is is_outside
