"""Least squares agree with an exact solution, take severity out, and never cross parts."""

import random
from collections.abc import Mapping
from fractions import Fraction

import pytest

from innokumppanuus.domain.panel_health import Ratings, SeverityReport
from innokumppanuus_selection.panel.severity import severity


def reported(scores: Mapping[str, Mapping[str, int | Fraction]]) -> SeverityReport:
    given = {
        one: {name: Fraction(score) for name, score in row.items()} for one, row in scores.items()
    }
    found = severity(Ratings(item="K1", scores=given))
    assert found is not None
    return found


def lower_by(report: SeverityReport) -> dict[str, Fraction]:
    return {one.evaluator: one.lower_by for one in report.severities}


def solved(rows: list[list[Fraction]]) -> list[Fraction]:
    """Return the solution of an augmented system, exact, by elimination."""
    count = len(rows)
    for pivot in range(count):
        best = next(row for row in range(pivot, count) if rows[row][pivot])
        rows[pivot], rows[best] = rows[best], rows[pivot]
        rows[pivot] = [one / rows[pivot][pivot] for one in rows[pivot]]
        for row in range(count):
            if row != pivot and rows[row][pivot]:
                by = rows[row][pivot]
                rows[row] = [a - by * b for a, b in zip(rows[row], rows[pivot], strict=True)]
    return [row[-1] for row in rows]


def exact_leniency(scores: Mapping[str, Mapping[str, Fraction]]) -> dict[str, Fraction]:
    """Return leniencies that sum to zero, from the normal equations of worth and leniency."""
    applications = sorted(scores)
    evaluators = sorted({one for row in scores.values() for one in row})
    names = [*applications, *evaluators]
    size = len(names)
    system = [[Fraction(0)] * (size + 1) for _ in range(size)]
    for application, row in scores.items():
        for evaluator, score in row.items():
            pair = names.index(application), names.index(evaluator)
            for one in pair:
                for other in pair:
                    system[one][other] += 1
                system[one][-1] += score
    # One equation follows from the others: the sum of leniencies takes its place.
    system[-1] = [Fraction(name in evaluators) for name in names] + [Fraction(0)]
    return dict(zip(evaluators, solved(system)[len(applications) :], strict=True))


@pytest.mark.parametrize("seed", range(40))
def test_least_squares_agree_with_the_exact_solution(seed: int) -> None:
    dice = random.Random(seed)
    scores = {
        f"H{a}": {
            f"A{e}": Fraction(dice.randint(0, 10), 2)
            for e in range(4)
            if e == 0 or dice.random() < 0.6
        }
        for a in range(7)
    }
    expected = exact_leniency(scores)

    found = lower_by(reported(scores))

    assert {one: -float(by) for one, by in found.items()} == pytest.approx(
        {one: float(by) for one, by in expected.items()}, abs=1e-6
    )


def test_a_severe_evaluator_is_told_by_how_much() -> None:
    found = reported({f"H{i}": {"A": i, "B": i - 1} for i in range(1, 6)})

    assert lower_by(found) == {"A": Fraction(-1, 2), "B": Fraction(1, 2)}


def test_the_corrected_mean_does_not_depend_on_who_evaluated() -> None:
    found = reported({"H1": {"A": 3, "B": 2}, "H2": {"A": 4, "B": 3}, "H3": {"B": 3}})

    told = {one.application: (one.raw, one.corrected) for one in found.corrected}
    assert told["H2"] == (Fraction(7, 2), Fraction(7, 2))
    assert told["H3"] == (Fraction(3), Fraction(7, 2))


def test_raw_and_corrected_ranks_stand_side_by_side() -> None:
    found = reported({"H1": {"A": 3, "B": 2}, "H2": {"A": 4, "B": 3}, "H3": {"B": 3}})

    ranks = [(one.application, one.raw_rank, one.corrected_rank) for one in found.corrected]
    assert ranks == [("H1", 3, 3), ("H2", 1, 1), ("H3", 2, 1)]


def test_between_parts_of_the_panel_nothing_is_told() -> None:
    scores = {
        "H1": {"A": 5, "B": 4},
        "H2": {"A": 4, "B": 3},
        "H3": {"C": 1, "D": 2},
        "H4": {"C": 2, "D": 3},
    }

    found = reported(scores)

    half = Fraction(1, 2)
    assert found.components == 2
    assert lower_by(found) == {"A": -half, "B": half, "C": half, "D": -half}


def test_without_a_score_to_spare_there_is_no_interval() -> None:
    found = reported({"H1": {"A": 3, "B": 2}})

    assert {(one.low, one.high) for one in found.severities} == {(None, None)}


def test_one_evaluator_alone_is_not_severe() -> None:
    found = reported({"H1": {"A": 3}, "H2": {"A": 5}})

    assert (lower_by(found)["A"], found.severities[0].low) == (Fraction(0), None)


def test_no_scores_make_no_report() -> None:
    assert severity(Ratings(item="K1", scores={"H1": {}})) is None


def test_the_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """500 panels of 20 applications and 5 evaluators: 2 500 intervals at 95 %."""
    dice = random.Random(11)
    truth = {"A": -1.0, "B": -0.5, "C": 0.0, "D": 0.5, "E": 1.0}
    held = 0
    for _ in range(500):
        scores: dict[str, dict[str, Fraction]] = {}
        for a in range(20):
            worth = dice.gauss(5, 2)
            three = dice.sample(sorted(truth), 3)
            scores[f"H{a:02}"] = {
                one: Fraction(round(1000 * (worth - truth[one] + dice.gauss(0, 1))), 1000)
                for one in three
            }
        for one in reported(scores).severities:
            assert one.low is not None and one.high is not None
            held += one.low <= truth[one.evaluator] <= one.high

    assert held / 2500 == pytest.approx(0.95, abs=0.02)
