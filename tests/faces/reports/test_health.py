"""The health of a panel in words."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.call import MissingScores
from innokumppanuus.domain.decision import Outcome
from innokumppanuus.domain.panel_health import (
    WHOLE,
    Absence,
    AbsenceEffect,
    Agreement,
    CorrectedScore,
    ItemSpread,
    Measure,
    PanelHealth,
    PolicyEffect,
    SampledInterval,
    Severity,
    SeverityReport,
    Unmeasured,
)
from innokumppanuus.faces.reports.health import absence_grid, grids, number, policy_grid
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call

CALL = a_call()
EN = Texts.load("en")
HALF = Fraction(1, 2)


def agreement(item: str = "K1", **changes: object) -> Agreement:
    given: dict[str, object] = {"value": HALF, "applications": 8, **changes}
    return Agreement(measure=Measure.ALPHA_ORDINAL, item=item, **given)  # type: ignore[arg-type]


def cell(one: Agreement) -> str:
    (grid,) = grids(PanelHealth(agreements=(one,)), CALL, EN)
    return grid.rows[0][1]


def test_a_measure_stands_in_a_row_and_an_item_in_a_column() -> None:
    health = PanelHealth(agreements=(agreement("K1"), agreement("K2"), agreement(WHOLE)))

    (grid,) = grids(health, CALL, EN)

    assert grid.columns == ("Measure", "K1", "K2", "weighted total")
    assert grid.rows == (("Krippendorff's alpha, ordinal", "0.50", "0.50", "0.50"),)


def test_an_interval_is_told_beside_its_measure() -> None:
    interval = SampledInterval(
        low=Fraction(1, 4), high=Fraction(3, 4), share=Fraction(19, 20), draws=9, seed=1
    )

    assert cell(agreement(interval=interval)) == "0.50 (0.25 … 0.75)"


def test_what_a_measure_leaves_out_is_told() -> None:
    assert cell(agreement(left_out=2)) == "0.50 [8/10]"


@pytest.mark.parametrize("why", list(Unmeasured))
def test_a_measure_without_a_value_says_why(why: Unmeasured) -> None:
    assert cell(agreement(value=None, why=why)).startswith("cannot be told: ")


def test_the_widest_difference_is_told_with_its_application() -> None:
    spread = ItemSpread(
        item="K1",
        least=Fraction(0),
        most=Fraction(5),
        mean=Fraction(2),
        deviation=Fraction(1),
        differences={"H02": Fraction(3), "H01": Fraction(1)},
    )

    (grid,) = grids(PanelHealth(spreads=(spread,)), CALL, EN)

    assert grid.rows[0][1:] == ("0.00", "5.00", "2.00", "1.00", "3.00 (H02)")


def report(item: str) -> SeverityReport:
    one = Severity(
        evaluator="A", item=item, lower_by=HALF, low=Fraction(0), high=Fraction(1), scores=4
    )
    other = CorrectedScore(
        application="H01", item=item, raw=HALF, corrected=Fraction(1), raw_rank=2, corrected_rank=1
    )
    return SeverityReport(item=item, components=1, severities=(one,), corrected=(other,))


def test_given_and_corrected_means_stand_side_by_side() -> None:
    found = grids(PanelHealth(severities=(report("K1"),)), CALL, EN)

    assert [one.rows[0][1:] for one in found] == [
        ("A", "0.50", "0.00 … 1.00", "4", "1"),
        ("H01", "0.50", "1.00", "2", "1", "1"),
    ]


def test_severity_is_told_of_the_total_where_there_is_one() -> None:
    found = grids(PanelHealth(severities=(report("K1"), report(WHOLE))), CALL, EN)

    assert {one.rows[0][0] for one in found} == {"weighted total"}


def test_who_would_fare_otherwise_is_told_with_how() -> None:
    effect = PolicyEffect(
        policy=MissingScores.ZERO,
        in_force=False,
        outcomes={"H01": Outcome.NOT_CHOSEN, "H02": Outcome.CHOSEN},
        differs=("H01",),
    )

    (row,) = policy_grid([effect], EN).rows

    assert row[:3] == (EN.say("policy.missing_scores.zero"), "no", "1")
    assert row[3].startswith("H01: ")


def test_an_absence_that_changes_nothing_has_no_row() -> None:
    effects = [
        AbsenceEffect(absence=Absence.EVALUATOR, id="A"),
        AbsenceEffect(absence=Absence.APPLICATION, id="H01", entered=("H02",), was_chosen=True),
        AbsenceEffect(absence=Absence.EVALUATOR, id="B", moved={"H03": 1}, is_open=True),
    ]

    assert absence_grid(effects, EN).rows == (
        ("application H01", "0", "H02", "–", "holds"),
        ("evaluator B", "1", "–", "–", "for people to decide"),
    )


@pytest.mark.parametrize(("language", "shown"), [("fi", "−0,33"), ("en", "-0.33")])
def test_numbers_are_written_as_readers_of_the_language_do(language: str, shown: str) -> None:
    assert number(Fraction(-1, 3), Texts.load(language)) == shown
