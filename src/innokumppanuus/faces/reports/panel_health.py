"""How each evaluator scored, to show where evaluators differ. It judges nobody."""

from fractions import Fraction

import attrs

from innokumppanuus.domain.decision import Decision


@attrs.frozen(kw_only=True)
class PanelRow:
    """
    One evaluator of the panel.

    Attributes:
        evaluator: Name or code as on the sheet.
        given: Scores given.
        empty: Scores left empty.
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
    return tuple(
        PanelRow(
            evaluator=sheet.evaluator,
            given=len(scores),
            empty=len(sheet.marks) - len(scores),
            mean=Fraction(sum(scores), len(scores)) if scores else None,
            conflicts=tuple(
                one.application for one in decision.removals if one.evaluator == sheet.evaluator
            ),
        )
        for sheet in decision.sheets
        for scores in [[mark.score for mark in sheet.marks if mark.score is not None]]
    )
