"""From evaluators' marks to one score per criterion. No weights and no ranking."""

from collections.abc import Container, Iterable, Mapping, Sequence
from fractions import Fraction
from statistics import median
from typing import TypeAlias

import attrs

from innokumppanuus.domain.assessment import (
    Assessment,
    Declaration,
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
from innokumppanuus.domain.panel import DecidingScores
from innokumppanuus.engine.missing_scores import POLICIES, Blank, Given

_Given: TypeAlias = Mapping[str, Fraction | None]
"""Score by item as one evaluator gave it; None was left empty."""


def assess(
    call: Call,
    policy: AssessmentPolicy,
    screening: Screening,
    sheets: Iterable[ScoreSheet],
    agreed: Mapping[str, Fraction | None] | None = None,
    everything: Given | None = None,
) -> Assessment:
    """
    Return the score of each criterion and scored factor of one application.

    Args:
        call: With its criteria and factors.
        policy: How evaluators' scores are put together.
        screening: Of the application; a scored factor with an expression takes its finding.
        sheets: Without the marks that conflicts remove.
        agreed: Scores that the panel has recorded, by item or aspect, when they decide. Where one
            is not there, own scores do, unless the rule set waits for all of them.
        everything: What was given to all applications, since some ways with missing scores look
            beyond one; of *sheets* when not told.

    Returns:
        Scores are exact. What nobody has given is handled as the policy names, and kept as a need
        when it leaves the application unranked.
    """
    sheets = tuple(sheets)
    everything = Given.of(sheets) if everything is None else everything
    given, needs = _given(screening.application, sheets)
    if len(given) < policy.least_evaluators:
        needs.append(Need(kind=NeedKind.EVALUATORS))
    findings = {one.rule: one for one in screening.noted}
    items: list[ItemScore] = []
    for item in call.scored():
        if isinstance(item, Factor) and item.when:
            score = _by_finding(call, item, findings[item.id], needs)
        else:
            blank = Blank(screening.application, everything=everything)
            score = _by_panel(call, policy, item, given, agreed or {}, needs, blank)
        items.append(score)
    unknown = any(one.score is None for one in items)
    keep = unknown or policy.missing_scores is MissingScores.INCOMPLETE
    return Assessment(
        application=screening.application,
        items=tuple(items),
        missing=tuple(one for one in needs if keep or one.kind is NeedKind.EVALUATORS),
    )


def by_application(
    sheets: Iterable[ScoreSheet], only: Container[str] | None = None
) -> dict[str, tuple[ScoreSheet, ...]]:
    """Return the part of each sheet that is about an application; of all, or only of some."""
    parts: dict[str, dict[str, ScoreSheet]] = {}
    for sheet in sorted(sheets, key=lambda sheet: sheet.evaluator):
        declared: dict[str, list[Declaration]] = {}
        marks: dict[str, list[Mark]] = {}
        for one in sheet.declarations:
            if only is None or one.application in only:
                declared.setdefault(one.application, []).append(one)
        for mark in sheet.marks:
            if only is None or mark.application in only:
                marks.setdefault(mark.application, []).append(mark)
        for application in {**declared, **marks}:
            parts.setdefault(application, {})[sheet.evaluator] = attrs.evolve(
                sheet,
                declarations=tuple(declared.get(application, ())),
                marks=tuple(marks.get(application, ())),
            )
    return {application: tuple(mine.values()) for application, mine in parts.items()}


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


def _by_panel(
    call: Call,
    policy: AssessmentPolicy,
    item: Criterion | Factor,
    given: Mapping[str, _Given],
    agreed: _Given,
    needs: list[Need],
    blank: Blank,
) -> ItemScore:
    """Return the recorded score of an item where it decides, else the own scores put together."""
    waits = policy.panel is not None and policy.panel.scores is DecidingScores.CONSENSUS_ONLY
    scale = call.scale_of(item)
    recorded, _ = _joined(item, agreed, scale, MissingScores.INCOMPLETE, blank)
    own_needs: list[Need] = []
    own = _by_evaluators(call, policy, item, given, own_needs, blank)
    if recorded is not None:
        return attrs.evolve(own, score=recorded, is_recorded=True)
    if waits:
        needs.append(Need(kind=NeedKind.CONSENSUS, item=item.id))
        return attrs.evolve(own, score=None)
    needs.extend(own_needs)
    return own


def _by_evaluators(
    call: Call,
    policy: AssessmentPolicy,
    item: Criterion | Factor,
    given: Mapping[str, _Given],
    needs: list[Need],
    blank: Blank,
) -> ItemScore:
    scale, way = call.scale_of(item), POLICIES[policy.missing_scores]
    joined: dict[str, Fraction | None] = {}
    for evaluator, scores in given.items():
        by = attrs.evolve(blank, evaluator=evaluator)
        joined[evaluator], empty = _joined(item, scores, scale, policy.missing_scores, by)
        needs.extend(
            Need(kind=NeedKind.SCORE, evaluator=evaluator, item=column) for column in empty
        )
    counted = [score for score in joined.values() if score is not None]
    if not way.may_lack and len(counted) < len(joined):
        counted = []
    score = way.summed(counted, blank.everything)
    if score is None:
        score = put_together(policy.aggregate, counted)
    return ItemScore(item=item.id, score=score, by_evaluator=joined)


def _joined(
    item: Criterion | Factor, scores: _Given, scale: Scale, policy: MissingScores, blank: Blank
) -> tuple[Fraction | None, tuple[str, ...]]:
    """
    Return the one score of an evaluator, and the columns whose blanks leave it open.

    `any` takes the highest aspect and `all` the lowest. A blank aspect is no obstacle when the
    others decide whatever it were: one at the top of the scale for `any`, at the bottom for `all`.
    """
    way = POLICIES[policy]
    columns = [column for column, _ in item.columns()]
    known = [score for column in columns if (score := scores.get(column)) is not None]
    empty = tuple(column for column in columns if scores.get(column) is None)
    is_any = isinstance(item, Criterion) and item.join is Join.ANY
    decisive, take = (scale.top, max) if is_any else (way.least(scale), min)
    if not empty or decisive in known:
        return take(known), ()
    if not way.may_lack:
        return None, empty
    filled = (way.fill(attrs.evolve(blank, column=column), scale) for column in empty)
    counted = [*known, *(one for one in filled if one is not None)]
    return (take(counted) if counted else None), empty


def _by_finding(call: Call, item: Factor, finding: Finding, needs: list[Need]) -> ItemScore:
    scale = call.scale_of(item)
    if finding.verdict is Verdict.CANNOT_TELL:
        needs.append(Need(kind=NeedKind.ANSWER, item=item.id))
        return ItemScore(item=item.id, score=None)
    return ItemScore(
        item=item.id, score=scale.top if finding.verdict is Verdict.MET else scale.bottom
    )


def put_together(how: Aggregate, scores: Sequence[Fraction]) -> Fraction | None:
    """Return the mean or the median, exact; None without scores."""
    if not scores:
        return None
    if how is Aggregate.MEDIAN:
        return Fraction(median(scores))
    return sum(scores, Fraction(0)) / len(scores)
