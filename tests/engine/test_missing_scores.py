from fractions import Fraction

import pytest

from innokumppanuus.domain.call import Aggregate, MissingScores
from innokumppanuus.domain.criteria import Scale
from innokumppanuus.engine.missing_scores import POLICIES, Blank, Given
from innokumppanuus.testing.builders import a_sheet

SCALE = Scale(bottom=Fraction(1), top=Fraction(5))
SHEETS = (
    a_sheet("A", {"H01": {"K1": 2}, "H02": {"K1": 4}, "H03": {"K1": None}}),
    a_sheet("B", {"H01": {"K1": 4}, "H03": {"K1": 5}}),
)
"""A gives 3 on average, B 4 1/2; everyone 3 3/4; H03 gets 5."""
EVERYTHING = Given.of(SHEETS)


def fill(how: MissingScores, application: str = "H03", evaluator: str = "A") -> Fraction | None:
    return POLICIES[how].fill(Blank(application, evaluator, "K1", everything=EVERYTHING), SCALE)


def test_every_way_that_a_rule_set_can_name_is_there() -> None:
    assert set(POLICIES) == set(MissingScores)


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (MissingScores.EXCLUDED, None),
        (MissingScores.IMPUTED, 3 + 5 - Fraction(11 + 4, 4)),
        (MissingScores.LOWEST, 1),
        (MissingScores.ZERO, 0),
        (MissingScores.RAW_SUM, None),
        (MissingScores.INCOMPLETE, None),
    ],
)
def test_a_missing_score_counts_as_the_way_says(
    how: MissingScores, expected: Fraction | None
) -> None:
    assert fill(how) == expected


def test_an_imputed_score_stays_on_the_scale() -> None:
    generous = Given.of(
        (
            a_sheet("A", {"H01": {"K1": 1}, "H02": {"K1": 5}}),
            a_sheet("B", {"H01": {"K1": 5}, "H02": {"K1": None}}),
        )
    )

    found = POLICIES[MissingScores.IMPUTED].fill(
        Blank("H02", "B", "K1", everything=generous), SCALE
    )

    assert found == SCALE.top


def test_an_evaluator_without_scores_imputes_the_mean_of_the_application() -> None:
    assert fill(MissingScores.IMPUTED, evaluator="C") == 5


def test_nothing_is_imputed_of_an_application_that_nobody_has_scored() -> None:
    assert fill(MissingScores.IMPUTED, application="H09") is None


def test_the_raw_sum_is_divided_by_the_largest_panel_of_the_call() -> None:
    found = POLICIES[MissingScores.RAW_SUM].summed([Fraction(5)], EVERYTHING)

    assert found == Fraction(5, 2)


def test_only_the_raw_sum_does_not_take_the_mean_or_median() -> None:
    sums = [how for how, way in POLICIES.items() if way.summed([Fraction(5)], EVERYTHING)]

    assert (sums, list(Aggregate)) == ([MissingScores.RAW_SUM], ["mean", "median"])


def test_scores_without_a_declaration_suggest_nothing() -> None:
    sheet = a_sheet("A", {"H01": {"K1": 4}})
    bare = Given.of([type(sheet)(evaluator="A", marks=sheet.marks)])

    assert (dict(bare.of_all), bare.panel) == ({}, 0)
