"""How each evaluator scored."""

from fractions import Fraction

from innokumppanuus.domain.decision import Decision
from innokumppanuus.faces.reports.panel_health import panel
from innokumppanuus.testing.builders import a_call, a_sheet


def test_each_evaluator_has_a_row_with_scores_and_conflicts(decision: Decision) -> None:
    last = panel(decision)[-1]

    assert (last.evaluator, last.given, last.empty, last.conflicts) == (
        "Arvioija Ceeta",
        11,
        1,
        ("H02",),
    )


def test_the_mean_is_exact_over_given_scores() -> None:
    sheet = a_sheet("A", {"H01": {"K1": 1, "K2": 2, "K3": None}})

    (row,) = panel(Decision(call=a_call(), ruleset_hash="", sheets=(sheet,)))

    assert row.mean == Fraction(3, 2)


def test_an_empty_sheet_has_no_mean() -> None:
    sheet = a_sheet("A", {"H01": {"K1": None}})

    (row,) = panel(Decision(call=a_call(), ruleset_hash="", sheets=(sheet,)))

    assert row.mean is None
