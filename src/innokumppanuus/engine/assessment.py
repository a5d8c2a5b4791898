"""From evaluators' marks to one score per criterion. No weights and no ranking."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import median
from typing import TypeAlias

from innokumppanuus.domain.assessment import (
    Assessment,
    ItemScore,
    Mark,
    Need,
    NeedKind,
    ScoreSheet,
)
from innokumppanuus.domain.call import Aggregate, AssessmentPolicy, Call, MissingScores
from innokumppanuus.domain.criteria import Criterion, Factor, Join, Scale
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Finding, Verdict

_Given: TypeAlias = Mapping[str, Fraction | None]
"""Score by item as one evaluator gave it; None was left empty."""


def assess(
    call: Call, policy: AssessmentPolicy, screening: Screening, sheets: Iterable[ScoreSheet]
) -> Assessment:
    """
    Return the score of each criterion and scored factor of one application.

    Args:
        call: With its criteria and factors.
        policy: How evaluators' scores are put together.
        screening: Of the application; a scored factor with an expression takes its finding.
        sheets: Without the marks that conflicts remove.

    Returns:
        Scores are exact. What nobody has given is handled as the policy names, and kept as a need
        when it leaves the application unranked.
    """
    given, needs = _given(screening.application, sheets)
    if len(given) < policy.least_evaluators:
        needs.append(Need(kind=NeedKind.EVALUATORS))
    findings = {one.rule: one for one in screening.noted}
    items: list[ItemScore] = []
    for item in call.scored():
        if isinstance(item, Factor) and item.when:
            score = _by_finding(call, item, findings[item.id], needs)
        else:
            score = _by_evaluators(call, policy, item, given, needs)
        items.append(score)
    unknown = any(one.score is None for one in items)
    keep = unknown or policy.missing_scores is MissingScores.INCOMPLETE
    return Assessment(
        application=screening.application,
        items=tuple(items),
        missing=tuple(one for one in needs if keep or one.kind is NeedKind.EVALUATORS),
    )


def _given(application: str, sheets: Iterable[ScoreSheet]) -> tuple[dict[str, _Given], list[Need]]:
    """Return what each evaluator of the application gave; without a declaration it is nothing."""
    given: dict[str, _Given] = {}
    needs: list[Need] = []
    for sheet in sorted(sheets, key=lambda sheet: sheet.evaluator):
        declared = {one.application: one.has_conflict for one in sheet.declarations}
        marks = [one for one in sheet.marks if one.application == application]
        if application not in declared and not marks:
            continue
        if declared.get(application) is None:
            needs.append(Need(kind=NeedKind.DECLARATION, evaluator=sheet.evaluator))
            marks = []
        given[sheet.evaluator] = _scores(marks)
    return given, needs


def _scores(marks: Iterable[Mark]) -> _Given:
    return {mark.item: mark.score for mark in marks}


def _by_evaluators(
    call: Call,
    policy: AssessmentPolicy,
    item: Criterion | Factor,
    given: Mapping[str, _Given],
    needs: list[Need],
) -> ItemScore:
    scale = call.scale_of(item)
    joined: dict[str, Fraction | None] = {}
    for evaluator, scores in given.items():
        joined[evaluator], blank = _joined(item, scores, scale, policy.missing_scores)
        needs.extend(
            Need(kind=NeedKind.SCORE, evaluator=evaluator, item=column) for column in blank
        )
    counted = [score for score in joined.values() if score is not None]
    if policy.missing_scores is MissingScores.INCOMPLETE and len(counted) < len(joined):
        counted = []
    return ItemScore(item=item.id, score=_aggregate(policy.aggregate, counted), by_evaluator=joined)


def _joined(
    item: Criterion | Factor, scores: _Given, scale: Scale, policy: MissingScores
) -> tuple[Fraction | None, tuple[str, ...]]:
    """
    Return the one score of an evaluator, and the columns whose blanks leave it open.

    `any` takes the highest aspect and `all` the lowest. A blank aspect is no obstacle when the
    others decide whatever it were: one at the top of the scale for `any`, at the bottom for `all`.
    """
    columns = [column for column, _ in item.columns()]
    known = [score for column in columns if (score := scores.get(column)) is not None]
    blank = tuple(column for column in columns if scores.get(column) is None)
    is_any = isinstance(item, Criterion) and item.join is Join.ANY
    decisive, take = (scale.top, max) if is_any else (scale.bottom, min)
    if not blank or decisive in known:
        return take(known), ()
    if policy is MissingScores.LOWEST:
        return take([*known, scale.bottom]), blank
    if policy is MissingScores.EXCLUDED:
        return (take(known) if known else None), blank
    return None, blank


def _by_finding(call: Call, item: Factor, finding: Finding, needs: list[Need]) -> ItemScore:
    scale = call.scale_of(item)
    if finding.verdict is Verdict.CANNOT_TELL:
        needs.append(Need(kind=NeedKind.ANSWER, item=item.id))
        return ItemScore(item=item.id, score=None)
    return ItemScore(
        item=item.id, score=scale.top if finding.verdict is Verdict.MET else scale.bottom
    )


def _aggregate(how: Aggregate, scores: Sequence[Fraction]) -> Fraction | None:
    if not scores:
        return None
    if how is Aggregate.MEDIAN:
        return Fraction(median(scores))
    return sum(scores, Fraction(0)) / len(scores)
