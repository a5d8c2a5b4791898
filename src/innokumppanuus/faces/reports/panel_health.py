"""How each evaluator scored, to show where evaluators differ. It judges nobody."""

from fractions import Fraction

import attrs

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.findings import Verdict


@attrs.frozen(kw_only=True)
class PanelRow:
    """
    One evaluator of the panel.

    Attributes:
        evaluator: Name or code as on the sheet.
        given: Scores given.
        empty: Scores left empty of applications that are still in and without a conflict.
        mean: Mean of the scores given; None when there are none.
        conflicts: Applications with a declared conflict.
    """

    evaluator: str
    given: int
    empty: int
    mean: Fraction | None
    conflicts: tuple[str, ...] = ()


def panel(decision: Decision) -> tuple[PanelRow, ...]:
    """Return a row for each evaluator, all their scores counted, also those left out later."""
    barred = {one.application for one in decision.screenings if one.verdict is Verdict.NOT_MET}
    return tuple(_row(decision, sheet, barred) for sheet in decision.sheets)


def _row(decision: Decision, sheet: ScoreSheet, barred: set[str]) -> PanelRow:
    conflicts = tuple(
        one.application for one in decision.removals if one.evaluator == sheet.evaluator
    )
    scores = [mark.score for mark in sheet.marks if mark.score is not None]
    not_owed = barred.union(conflicts)
    owed = [one for one in sheet.marks if one.score is None and one.application not in not_owed]
    return PanelRow(
        evaluator=sheet.evaluator,
        given=len(scores),
        empty=len(owed),
        mean=Fraction(sum(scores), len(scores)) if scores else None,
        conflicts=conflicts,
    )
