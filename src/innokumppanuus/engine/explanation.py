"""Why an application fared as it did, from the trace and the exact model. No sentences."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from innokumppanuus.domain.assessment import Assessment, Need, NeedKind
from innokumppanuus.domain.call import AMOUNT_FIELD, Call
from innokumppanuus.domain.criteria import Criterion, Factor, WeightingKind
from innokumppanuus.domain.decision import Decision, Outcome, Screening
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.findings import Finding, Step, Verdict
from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.domain.packs import Override
from innokumppanuus.domain.precedence import OpenTie, Precedence
from innokumppanuus.domain.selection import Ranked, Selection
from innokumppanuus.engine.best_sets import SmallSets
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.conflicts import REPLACED
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.engine.exact import MOST_LIMITED
from innokumppanuus.engine.grounds import grounds_in
from innokumppanuus.engine.limit_reasons import limit_reasons
from innokumppanuus.engine.overrides import bearing_on
from innokumppanuus.engine.selection import BY_PEOPLE
from innokumppanuus.engine.standing import standing_of
from innokumppanuus.plugin.manager import Plugins


def reasons(decision: Decision, application_id: str, plugins: Plugins) -> tuple[Reason, ...]:
    """
    Return why the application fared as it did, the deciding reason first.

    Points that are short are exact with everyone else unchanged, and only to a tie: then the tie
    rules decide.
    """
    screening = next(s for s in decision.screenings if s.application == application_id)
    outcome = decision.outcome(application_id)
    if outcome in (Outcome.NOT_ELIGIBLE, Outcome.TO_SUPPLEMENT):
        return tuple(_of_screening(decision, screening))
    exceptions = tuple(_by_exception(decision.call, screening))
    if outcome is Outcome.ELIGIBLE:
        return (Reason(key="meets_rules"), *exceptions)
    if outcome in (Outcome.UNRANKED, Outcome.BELOW_THRESHOLD):
        return (*_of_assessment(decision, application_id), *exceptions)
    return (*_of_choice(decision, application_id, outcome, plugins), *exceptions)


def name_of(call: Call, rule_id: str) -> Label:
    """Return what a rule, factor or criterion is called; plain id when the call has no such."""
    names = {one.id: one.name for one in call.eligibility}
    names.update({one.id: one.name for one in call.factors})
    for one in call.criteria:
        names[one.id] = one.name
        names.update({id: _of_aspect(one, aspect) for id, aspect in one.columns() if id != one.id})
    return names.get(rule_id, same(rule_id))


def _of_aspect(criterion: Criterion, aspect: Label) -> Label:
    """Return the aspect with its criterion, in every language that has both."""
    words = ((getattr(criterion.name, one), getattr(aspect, one)) for one in LANGUAGES)
    return Label(*(f"{whole}: {part}" if whole and part else "" for whole, part in words))


def field_name(call: Call, field_id: str) -> Label:
    """Return what a form field is called; its id when the form has no such field."""
    field = call.field(field_id)
    return field.name if field else same(field_id)


def _of_screening(decision: Decision, screening: Screening) -> Iterator[Reason]:
    call = decision.call
    because = {rule.id: rule.because for rule in call.eligibility}
    offered = {rule.id for rule in call.eligibility if rule.rule}
    for finding in screening.findings:
        if finding.verdict is Verdict.NOT_MET:
            yield Reason(
                key="rule_not_met",
                values={
                    "rule": name_of(call, finding.rule),
                    "because": because.get(finding.rule),
                    "details": tuple(finding.values.items()),
                    "reckoned": () if finding.rule in offered else reckoned(finding),
                    "changes": finding.changes,
                    "parameters": finding.parameters,
                },
            )
            yield from on_what(call, finding, decision.overrides)
    for field_id in screening.to_supplement():
        yield Reason(key="needs_answer", values=_asked(call, screening, field_id))
    for finding in screening.findings:
        if finding.verdict is Verdict.CANNOT_TELL and not finding.missing:
            yield Reason(
                key="cannot_compute",
                values={
                    "rule": name_of(call, finding.rule),
                    "parameters": tuple(one for one in finding.parameters if one.value is None),
                },
            )
            yield from _of_tables(call, finding)


def reckoned(finding: Finding) -> tuple[Step, ...]:
    """
    Return the values that the rule reckoned from others, as a last day from a start and a length.

    Each once, without what it was reckoned from; what is true or false is no value.
    """
    found: dict[str, Step] = {}
    beneath: int | None = None
    for step in finding.steps:
        if beneath is not None and step.depth > beneath:
            continue
        beneath = None
        is_value = step.value is not None and not isinstance(step.value, bool)
        if is_value and step.text not in finding.values:
            beneath = step.depth
            found.setdefault(step.text, step)
    return tuple(found.values())


def on_what(call: Call, finding: Finding, overrides: Iterable[Override]) -> Iterator[Reason]:
    """Yield what the call changes of the rule in its packs, and the table rows that matched."""
    yield from _changed(bearing_on(finding, overrides))
    yield from _of_tables(call, finding)


def _changed(overrides: Iterable[Override]) -> Iterator[Reason]:
    for one in overrides:
        places = {"before": str(one.before), "now": str(one.now)}
        values = {"path": one.path, "was": one.was, "becomes": one.becomes, **places}
        yield Reason(key="rule_changed", values=values)


def _of_tables(call: Call, finding: Finding) -> Iterator[Reason]:
    """Yield which rows of decision tables matched."""
    names = {one.id: one.name for one in call.tables}
    for hit in finding.tables:
        if hit.rows:
            values = {"id": hit.table, "table": names[hit.table], "rows": hit.rows}
            yield Reason(key="table_rows", values=values)


def _by_exception(call: Call, screening: Screening) -> Iterator[Reason]:
    """Yield the rules that are met only by their exception."""
    exceptions = {rule.id: rule.exception for rule in call.eligibility}
    for finding in screening.findings:
        if finding.by_exception:
            yield Reason(
                key="met_by_exception",
                values={
                    "rule": name_of(call, finding.rule),
                    "exception": exceptions.get(finding.rule),
                    "details": tuple(finding.values.items()),
                    "parameters": finding.parameters,
                },
            )


def _asked(call: Call, screening: Screening, field_id: str) -> dict[str, object]:
    asking = next((one.rule for one in screening.findings if field_id in one.missing), None)
    return {
        "field": field_name(call, field_id),
        "rule": name_of(call, asking) if asking else None,
    }


def _of_assessment(decision: Decision, application_id: str) -> Iterator[Reason]:
    call = decision.call
    assessment = next((a for a in decision.assessments if a.application == application_id), None)
    if assessment is None or call.assessment is None:
        yield Reason(key="not_assessed")
        return
    for need in assessment.missing:
        yield _needed(call, assessment, need)
    scores = {item.item: item.score for item in assessment.items}
    thresholds = call.thresholds()
    for item in assessment.below(thresholds):
        values = {
            "item": name_of(call, item),
            "score": scores[item],
            "threshold": thresholds[item],
        }
        yield Reason(key="below_threshold", values=values)
    least, tops = call.assessment.total_threshold, call.tops()
    if least is not None and assessment.is_below_total(least, tops):
        known = (one if one is not None else tops[item] for item, one in scores.items())
        key = "below_total" if None not in scores.values() else "below_total_at_most"
        yield Reason(key=key, values={"score": sum(known, Fraction(0)), "threshold": least})


def _needed(call: Call, assessment: Assessment, need: Need) -> Reason:
    if need.kind is NeedKind.EVALUATORS:
        given = max((len(one.by_evaluator) for one in assessment.items), default=0)
        least = call.assessment.least_evaluators if call.assessment else 0
        return Reason(key="needs_evaluators", values={"given": given, "least": least})
    if need.kind is NeedKind.DECLARATION:
        return Reason(key="needs_declaration", values={"evaluator": need.evaluator})
    item = name_of(call, need.item)
    if need.kind is NeedKind.ANSWER:
        return Reason(key="cannot_compute", values={"rule": item})
    if need.kind is NeedKind.CONSENSUS:
        return Reason(key="needs_consensus", values={"item": item})
    return Reason(key="needs_score", values={"evaluator": need.evaluator, "item": item})


def _of_choice(
    decision: Decision, application_id: str, outcome: Outcome, plugins: Plugins
) -> Iterator[Reason]:
    ranked = next(one for one in decision.ranking if one.application == application_id)
    place = {"rank": ranked.rank, "of": len(decision.ranking), "value": ranked.value}
    yield Reason(key=outcome.value, values=place)
    policy = decision.call.assessment
    if policy is not None and policy.weighting.kind is not WeightingKind.WEIGHTS:
        by_order = policy.weighting.kind is WeightingKind.ORDER
        key = "rank_range" if by_order else "rank_range_region"
        yield Reason(key=key, values={"best": ranked.best, "worst": ranked.worst})
    yield from _of_ties(decision, application_id)
    selection = decision.selection
    if selection is None:
        return
    if selection.optima.infeasible is not None:
        yield Reason(
            key="limits_contradict", values={"limits": len(selection.optima.infeasible.limits)}
        )
    yield from _of_set(selection)
    if outcome is Outcome.NOT_CHOSEN:
        choice = choice_in(decision, plugins)
        if choice is not None:
            yield from _short(decision, ranked, selection, choice)
    for one in decision.removals:
        if one.application == application_id:
            values = {"evaluator": one.evaluator, "ground": one.ground}
            found = "evaluator_replaced" if one.key == REPLACED else "conflict_found"
            yield Reason(key=found if one.key else "conflict_removed", values=values)


def _of_ties(decision: Decision, application_id: str) -> Iterator[Reason]:
    """Yield which step put whom before whom, of the pairs that the application is in."""
    if decision.ties is None:
        return
    for pair in decision.ties.pairs:
        if application_id in (pair.above, pair.below):
            values = {one.name: getattr(pair, one.name) for one in attrs.fields(Precedence)}
            yield Reason(key="tie_step", values=values)
    for tie in decision.ties.open:
        if application_id in tie.applications:
            values = {one.name: getattr(tie, one.name) for one in attrs.fields(OpenTie)}
            yield Reason(key="tie_open", values=values)


def _of_set(selection: Selection) -> Iterator[Reason]:
    sets = len(selection.optima.portfolios)
    if selection.decided_by == BY_PEOPLE:
        yield Reason(key="tied_open", values={"sets": sets})
    elif selection.decided_by:
        yield Reason(key="tie_decided", values={"rule": selection.decided_by, "sets": sets})
    if selection.chosen is not None and selection.corners:
        yield Reason(key="set_holds" if selection.is_robust else "set_depends")


def _short(
    decision: Decision, ranked: Ranked, selection: Selection, choice: Choice
) -> Iterator[Reason]:
    """Yield what the application lacks: points to a tie, or a limit that no score can move."""
    given = next(one for one in decision.applications if one.id == ranked.application)
    if ranked.application not in choice.costs and given.amount is not None:
        yield Reason(key="no_grant")
        return
    if ranked.application not in choice.costs:
        yield Reason(
            key="needs_answer",
            values={"field": field_name(decision.call, AMOUNT_FIELD), "rule": None},
        )
        return
    best = selection.optima.portfolios[0]
    yield from limit_reasons(choice, best, ranked.application)
    if choice.is_by_rank:
        return
    beside = choice.optima_with(ranked.application, decision.weights)
    if beside is None:
        if not choice.limits.is_plain:
            yield Reason(key="fits_nowhere")
        return
    if choice.viable:
        points = _points_of_parts(decision, choice, ranked.application)
    else:
        points = best.value - beside.portfolios[0].value - ranked.value
    if points:
        yield Reason(key="points_short", values={"points": points})
        yield from _short_by_item(decision, ranked.application, points, choice)


def _points_of_parts(decision: Decision, choice: Choice, application_id: str) -> Fraction | None:
    """Return what it lacks where a part of it may be granted; None of a field that is too large."""
    if len(choice.costs) > MOST_LIMITED:
        return None
    grounds = grounds_in(decision, choice, SmallSets())
    return None if grounds is None else standing_of(grounds, application_id).points


def _short_by_item(
    decision: Decision, application_id: str, points: Fraction, choice: Choice
) -> Iterator[Reason]:
    """Yield the points that each item alone lacks; what scores itself goes to its top or not."""
    call = decision.call
    for item in call.scored():
        weight = decision.weights.get(item.id, Fraction(0))
        headroom = call.scale_of(item).top - choice.scores[application_id][item.id]
        if not weight or points / weight > headroom:
            yield Reason(key="points_short_unreachable", values={"item": item.name})
            continue
        scores_itself = isinstance(item, Factor) and item.when
        more = headroom if scores_itself else points / weight
        yield Reason(key="points_short_item", values={"item": item.name, "points": more})
