from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.panel_health import Measure, Ratings, Unmeasured
from innokumppanuus.engine.agreement import agreements, alphas, concordance, intraclass

KRIPPENDORFF_2011 = (
    "1 2 3 3 2 1 4 1 2 * * *",
    "1 2 3 3 2 2 4 1 2 5 * 3",
    "* 3 3 3 2 3 4 2 2 5 1 *",
    "1 2 3 3 2 4 4 1 2 5 1 *",
)
"""Four observers, twelve units: Krippendorff (2011), Computing Krippendorff's alpha-reliability."""
SHROUT_FLEISS_1979 = ("9 6 8 7 10 6", "2 1 4 1 5 2", "5 3 6 2 6 4", "8 2 8 6 9 7")
"""Four judges, six targets: Shrout, Fleiss (1979), Psychological Bulletin 86, table 2."""


def ratings(*evaluators: str) -> Ratings:
    """Return the ratings of rows of evaluators over applications; a star is missing."""
    scores: dict[str, dict[str, Fraction]] = {}
    for letter, line in zip("ABCDEFGHIJ", evaluators, strict=False):
        for place, word in enumerate(line.split()):
            given_ = scores.setdefault(f"H{place:02}", {})
            if word != "*":
                given_[letter] = Fraction(word)
    return Ratings(item="K1", scores=scores)


def value(found: tuple[object, ...] | object, measure: Measure) -> Fraction:
    every = found if isinstance(found, tuple) else (found,)
    got = next(one.value for one in every if one.measure is measure)
    assert got is not None
    return got


@pytest.mark.parametrize(
    ("measure", "published"),
    [
        (Measure.ALPHA_NOMINAL, 0.743421),
        (Measure.ALPHA_ORDINAL, 0.815388),
        (Measure.ALPHA_INTERVAL, 0.849107),
        (Measure.ALPHA_RATIO, 0.797403),
    ],
)
def test_the_published_alphas_come_out_with_missing_scores(
    measure: Measure, published: float
) -> None:
    found = alphas(ratings(*KRIPPENDORFF_2011))

    assert float(value(found, measure)) == pytest.approx(published, abs=5e-7)


def test_what_one_evaluator_alone_has_scored_is_counted_as_left_out() -> None:
    found = alphas(ratings(*KRIPPENDORFF_2011))

    assert {(one.applications, one.left_out) for one in found} == {(11, 1)}


@pytest.mark.parametrize(
    ("measure", "published"),
    [
        (Measure.ICC_ONE_WAY, 0.165742),
        (Measure.ICC_TWO_WAY, 0.289764),
        (Measure.ICC_FIXED, 0.714841),
        (Measure.ICC_ONE_WAY_MEAN, 0.442797),
        (Measure.ICC_TWO_WAY_MEAN, 0.620051),
        (Measure.ICC_FIXED_MEAN, 0.909316),
    ],
)
def test_the_published_intraclass_correlations_come_out(measure: Measure, published: float) -> None:
    found = intraclass(ratings(*SHROUT_FLEISS_1979))

    assert float(value(found, measure)) == pytest.approx(published, abs=5e-7)


def test_complete_data_of_more_than_two_evaluators_is_divided_by_all_pairs() -> None:
    """R's irr 0.84.1 divides by one less: with three evaluators its alpha is too low."""
    three = ratings("1 2 3", "1 2 3", "1 2 4")

    found = value(alphas(three), Measure.ALPHA_NOMINAL)

    # Pairs of unlike scores: 4 of 18 ordered pairs over 2; values 1, 2, 3, 4 held by 3, 3, 2, 1.
    assert found == 1 - Fraction(9 - 1) * 2 / (81 - 9 - 9 - 4 - 1)


def test_equal_rankings_have_the_concordance_one() -> None:
    found = concordance(ratings("1 2 3 4", "2 3 4 5"))

    assert found.value == 1


def test_ties_are_taken_out_of_what_concordance_could_be() -> None:
    # Ranks 1 1/2, 1 1/2, 3 and 1, 2, 3: sums 2 1/2, 3 1/2, 6 around 4, and one tie of two.
    found = concordance(ratings("1 1 2", "1 2 3"))

    assert found.value == Fraction(12) * Fraction(13, 2) / (4 * 24 - 2 * 6)


def test_concordance_uses_the_largest_part_that_the_same_evaluators_scored() -> None:
    found = concordance(ratings("1 2 3 *", "1 2 3 4", "* * * 4"))

    assert (found.value, found.applications, found.left_out) == (1, 3, 1)


@pytest.mark.parametrize(
    ("lines", "why"),
    [(("1 2", "* *"), Unmeasured.FEW), (("3 3", "3 3"), Unmeasured.SAME)],
)
def test_a_measure_that_cannot_be_told_says_why(lines: tuple[str, ...], why: Unmeasured) -> None:
    found = agreements(ratings(*lines))

    assert {(one.value, one.why) for one in found} == {(None, why)}


def test_the_ratio_level_refuses_scores_below_zero() -> None:
    found = alphas(ratings("-1 2", "1 2"))

    assert found[-1].why is Unmeasured.NEGATIVE


scores = st.lists(
    st.lists(st.none() | st.integers(0, 5), min_size=3, max_size=3), min_size=2, max_size=7
)


@given(scores)
def test_alpha_is_one_less_the_ratio_of_mean_squared_differences(
    rows: list[list[int | None]],
) -> None:
    """The interval alpha by its definition over all pairs, without a coincidence matrix."""
    units = [[one for one in row if one is not None] for row in rows]
    units = [unit for unit in units if len(unit) > 1]
    every = [one for unit in units for one in unit]
    expected = sum((a - b) ** 2 for a in every for b in every)
    observed = sum(
        (Fraction(sum((a - b) ** 2 for a in unit for b in unit), len(unit) - 1) for unit in units),
        Fraction(0),
    )
    given_ = {
        f"H{i}": {
            letter: Fraction(s) for letter, s in zip("ABC", row, strict=True) if s is not None
        }
        for i, row in enumerate(rows)
    }

    found = alphas(Ratings(item="K1", scores=given_))[2].value

    assert found == (1 - (len(every) - 1) * observed / expected if expected else None)


@given(scores, st.integers(1, 9), st.integers(-5, 5))
def test_the_interval_alpha_does_not_change_with_the_unit_or_the_zero(
    rows: list[list[int | None]], factor: int, shift: int
) -> None:
    def of(change: int, by: int) -> Ratings:
        return Ratings(
            item="K1",
            scores={
                f"H{i}": {
                    letter: Fraction(by * s + change)
                    for letter, s in zip("ABC", row, strict=True)
                    if s is not None
                }
                for i, row in enumerate(rows)
            },
        )

    assert alphas(of(0, 1))[2] == alphas(of(shift, factor))[2]
