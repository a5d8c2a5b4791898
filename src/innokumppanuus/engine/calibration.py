"""Evaluators beside reference scores of shared samples. It changes no score of anybody."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.rounds import Calibration, Leaning
from innokumppanuus.engine.conflicts import policy_of
from innokumppanuus.engine.rounds import scored_columns

_LEANS = Fraction(2, 3)
"""Share of the distance that must point one way before it is called a leaning."""


def calibrate(
    call: Call, sheets: Iterable[ScoreSheet], reference: ScoreSheet
) -> tuple[Calibration, ...]:
    """
    Return each evaluator beside the reference, by evaluator.

    Scores on different scales are compared as shares of their scale. Whose mean distance stays
    below the gap of the rule set is in line. Beyond it, an evaluator is strict or lenient when two
    thirds of the distance point one way, else scattered.

    Args:
        call: With its scales; the rule set says from which gap on an evaluator is told.
        sheets: Own scores of the samples.
        reference: Scores of the samples that were agreed on beforehand.
    """
    known = _scores(reference)
    spans = {
        column: (scale := call.scale_of(item)).top - scale.bottom
        for column, item in scored_columns(call)
    }
    gap = policy_of(call).calibration_gap
    return tuple(
        _beside(sheet.evaluator, _scores(sheet), known, spans, gap)
        for sheet in sorted(sheets, key=lambda sheet: sheet.evaluator)
        if sheet.evaluator != reference.evaluator
    )


def _beside(
    evaluator: str,
    given: Mapping[tuple[str, str], Fraction],
    known: Mapping[tuple[str, str], Fraction],
    spans: Mapping[str, Fraction],
    gap: Fraction,
) -> Calibration:
    shared = [one for one in sorted(known) if one in given]
    if not shared:
        return Calibration(evaluator=evaluator, lacking=len(known))
    shares = {one: (given[one] - known[one]) / spans[one[1]] for one in shared}
    bias = sum(shares.values(), Fraction(0)) / len(shared)
    distance = sum((abs(one) for one in shares.values()), Fraction(0)) / len(shared)
    farthest = max(shared, key=lambda one: abs(shares[one]))
    return Calibration(
        evaluator=evaluator,
        compared=len(shared),
        equal=sum(given[one] == known[one] for one in shared),
        bias=bias,
        distance=distance,
        farthest=farthest if shares[farthest] else (),
        difference=given[farthest] - known[farthest] if shares[farthest] else None,
        lacking=len(known) - len(shared),
        leaning=_leaning(bias, distance, gap),
    )


def _leaning(bias: Fraction, distance: Fraction, gap: Fraction) -> Leaning:
    if distance < gap or not distance:
        return Leaning.IN_LINE
    if abs(bias) < distance * _LEANS:
        return Leaning.SCATTERED
    return Leaning.LENIENT if bias > 0 else Leaning.STRICT


def _scores(sheet: ScoreSheet) -> dict[tuple[str, str], Fraction]:
    return {
        (mark.application, mark.item): mark.score for mark in sheet.marks if mark.score is not None
    }
