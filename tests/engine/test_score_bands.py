from fractions import Fraction

from innokumppanuus.domain.assessment import Assessment, ItemScore
from innokumppanuus.domain.score_bands import ScoreBand, Spread
from innokumppanuus.engine.score_bands import bands_of, deviation, exact_bands
from innokumppanuus.testing.builders import a_call


def a_band(spread: Spread, *given: int) -> tuple[Fraction, Fraction]:
    scores = {f"A{place}": Fraction(one) for place, one in enumerate(given)}
    mean = sum(scores.values(), Fraction(0)) / len(scores)
    item = ItemScore(item="K1", score=mean, by_evaluator=scores)
    (band,) = bands_of(a_call(), [Assessment(application="H1", items=(item,))], spread)
    return band.least["K1"], band.most["K1"]


def test_an_exact_band_is_the_score() -> None:
    assert a_band(Spread.EXACT, 1, 4) == (Fraction(5, 2), Fraction(5, 2))


def test_a_range_reaches_from_the_lowest_to_the_highest_evaluator() -> None:
    assert a_band(Spread.RANGE, 1, 2, 4) == (1, 4)


def test_a_deviation_reaches_to_both_sides_of_the_score() -> None:
    assert a_band(Spread.DEVIATION, 1, 2, 3) == (1, 3)


def test_a_band_stays_on_the_scale() -> None:
    assert a_band(Spread.DEVIATION, 0, 5)[1] == 5


def test_a_lone_evaluator_has_no_spread() -> None:
    assert a_band(Spread.RANGE, 4) == (4, 4)


def test_a_deviation_that_is_no_fraction_is_rounded_up() -> None:
    width = deviation([Fraction(1), Fraction(2)])

    assert width**2 >= Fraction(1, 2) > (width - Fraction(1, 10**6)) ** 2


def test_an_assessment_that_waits_has_no_band() -> None:
    waiting = Assessment(application="H1", items=(ItemScore(item="K1", score=None),))

    assert bands_of(a_call(), [waiting], Spread.RANGE) == []


def test_bands_of_known_scores_are_exact_and_sorted() -> None:
    scores = {"H2": {"K1": Fraction(1)}, "H1": {"K1": Fraction(2)}}

    assert exact_bands(scores) == [
        ScoreBand.exact("H1", {"K1": Fraction(2)}),
        ScoreBand.exact("H2", {"K1": Fraction(1)}),
    ]
