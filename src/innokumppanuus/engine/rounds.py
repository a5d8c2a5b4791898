"""The two rounds: own scores, then what the panel has recorded, and the shift between them."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import Aggregate, Call
from innokumppanuus.domain.criteria import Criterion, Factor
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.panel import Consensus, DecidingScores
from innokumppanuus.domain.rounds import Drift
from innokumppanuus.engine.assessment import put_together
from innokumppanuus.engine.conflicts import barred, policy_of, without_conflicts


def scored_columns(call: Call) -> tuple[tuple[str, Criterion | Factor], ...]:
    """Return the id of everything that evaluators score, with what it belongs to."""
    return tuple(
        (column, item)
        for item in call.scored()
        if not (isinstance(item, Factor) and item.when)
        for column, _ in item.columns()
    )


def agreed(decision: Decision, application: str) -> Mapping[str, Fraction | None]:
    """
    Return the recorded scores that decide, by item or aspect; none when own scores do.

    A talk in which somebody took part whom a conflict bars does not count.
    """
    if policy_of(decision.call).scores is DecidingScores.OWN:
        return {}
    for one in _of(decision, application):
        if not barred_present(decision, one):
            return {mark.item: mark.score for mark in one.marks}
    return {}


def barred_present(decision: Decision, talk: Consensus) -> tuple[str, ...]:
    """Return those who took part in a talk although a conflict bars them, sorted."""
    ids = [one.id for one in decision.applications]
    pairs = barred(decision.call, decision.conflicts, ids)
    return tuple(sorted(one for one in talk.present if (one, talk.application) in pairs))


def drifts(decision: Decision) -> tuple[Drift, ...]:
    """
    Return own scores beside recorded ones, by application and in the order of the rule set.

    Only what somebody has scored is there. Scores that conflicts remove are not.
    """
    policy = decision.call.assessment
    if policy is None:
        return ()
    counted = without_conflicts(decision.sheets, decision.removals, policy.conflict_removes)
    from_gap = policy_of(decision.call).discuss_from
    found = []
    for application in decision.applications:
        recorded = {
            mark.item: mark.score
            for one in _of(decision, application.id)
            for mark in one.marks
            if not barred_present(decision, one)
        }
        for item, _ in scored_columns(decision.call):
            own = _own(counted, application.id, item)
            consensus = recorded.get(item)
            if own or consensus is not None:
                found.append(
                    _drift(application.id, item, own, consensus, policy.aggregate, from_gap)
                )
    return tuple(found)


def _drift(
    application: str,
    item: str,
    own: Mapping[str, Fraction],
    consensus: Fraction | None,
    aggregate: Aggregate,
    from_gap: Fraction | None,
) -> Drift:
    spread = max(own.values()) - min(own.values()) if own else Fraction(0)
    return Drift(
        application=application,
        item=item,
        own=own,
        together=put_together(aggregate, tuple(own.values())),
        consensus=consensus,
        is_for_talk=from_gap is not None and len(own) > 1 and spread >= from_gap,
    )


def _of(decision: Decision, application: str) -> tuple[Consensus, ...]:
    talks = decision.panel.consensus if decision.panel else ()
    return tuple(one for one in talks if one.application == application)


def _own(sheets: Iterable[ScoreSheet], application: str, item: str) -> dict[str, Fraction]:
    return {
        sheet.evaluator: mark.score
        for sheet in sheets
        for mark in sheet.marks
        if (mark.application, mark.item) == (application, item) and mark.score is not None
    }
