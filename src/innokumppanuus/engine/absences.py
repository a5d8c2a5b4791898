"""What holds without one evaluator, or when one application withdraws. It judges nobody."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import ConflictScope
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.panel_health import Absence, AbsenceEffect
from innokumppanuus.engine.conflicts import REPLACED
from innokumppanuus.engine.decision import assessed, choice_in
from innokumppanuus.engine.missing_scores import POLICIES
from innokumppanuus.engine.precedence import ties_of
from innokumppanuus.engine.ranking import comparable, ranks
from innokumppanuus.engine.weighting import region, total
from innokumppanuus.plugin.manager import Plugins


@attrs.frozen
class _Standing:
    """Ranks, those surely chosen, and whether people would have to decide."""

    ranks: Mapping[str, int]
    chosen: frozenset[str]
    is_open: bool


def without_evaluators(decision: Decision, plugins: Plugins) -> Iterator[AbsenceEffect]:
    """
    Yield what would be without each evaluator who has given scores, by name.

    Only the applications of the evaluator are assessed anew; the choice is made anew as a whole
    with the weights, limits and tie rules of the decision. One effect may take as long as a choice;
    whoever reads may stop in between.
    """
    before = _standing(decision, plugins)
    for sheet in decision.sheets:
        if any(mark.score is not None for mark in sheet.marks):
            changed = _without_sheet(decision, sheet)
            after = _standing(changed, plugins)
            yield _effect(Absence.EVALUATOR, sheet.evaluator, before, after)


def without_applications(decision: Decision, plugins: Plugins) -> Iterator[AbsenceEffect]:
    """Yield what would be if each ranked application withdrew, by id; see `without_evaluators`."""
    before = _standing(decision, plugins)
    for id in sorted(before.ranks):
        after = _standing(_without_application(decision, id), plugins)
        effect = _effect(Absence.APPLICATION, id, before, after)
        yield attrs.evolve(effect, freed=_freed(decision, id))


def shares_chosen(effects: Iterable[AbsenceEffect], decision: Decision) -> dict[str, int]:
    """Return in how many of the effects each application chosen in one of them is chosen."""
    effects = tuple(effects)
    chosen = decision.selection.chosen if decision.selection else None
    counts = dict.fromkeys(chosen.applications if chosen else (), len(effects))
    for one in effects:
        for id in one.dropped:
            counts[id] -= 1
        for id in one.entered:
            counts[id] = counts.get(id, 0) + 1
        if one.was_chosen and one.id in counts:
            counts[one.id] -= 1
    return dict(sorted(counts.items()))


def _without_sheet(decision: Decision, gone: ScoreSheet) -> Decision:
    changed = attrs.evolve(
        decision,
        sheets=tuple(one for one in decision.sheets if one is not gone),
        removals=tuple(one for one in decision.removals if one.evaluator != gone.evaluator),
    )
    touched = {one.application for one in gone.declarations}
    touched |= {mark.application for mark in gone.marks}
    return _reassessed(changed, decision, touched)


def _without_application(decision: Decision, gone: str) -> Decision:
    changed = attrs.evolve(
        decision,
        applications=tuple(one for one in decision.applications if one.id != gone),
        screenings=tuple(one for one in decision.screenings if one.application != gone),
        assessments=tuple(one for one in decision.assessments if one.application != gone),
        removals=tuple(one for one in decision.removals if one.application != gone),
        sheets=tuple(_cut(sheet, gone) for sheet in decision.sheets),
    )
    freed = _freed(decision, gone)
    touched = {
        mark.application
        for sheet in changed.sheets
        if sheet.evaluator in freed
        for mark in sheet.marks
    }
    return _reassessed(changed, decision, touched)


def _freed(decision: Decision, gone: str) -> tuple[str, ...]:
    """Return whom nothing but a conflict with this application keeps away from the whole call."""
    policy = decision.call.assessment
    if policy is None or policy.conflict_removes is not ConflictScope.CALL:
        return ()
    removed = [one for one in decision.removals if one.key != REPLACED]
    others = {one.evaluator for one in removed if one.application != gone}
    own = {one.evaluator for one in removed if one.application == gone}
    return tuple(sorted(own - others))


def _cut(sheet: ScoreSheet, gone: str) -> ScoreSheet:
    return attrs.evolve(
        sheet,
        declarations=tuple(one for one in sheet.declarations if one.application != gone),
        marks=tuple(one for one in sheet.marks if one.application != gone),
    )


def _reassessed(changed: Decision, before: Decision, touched: set[str]) -> Decision:
    """Return the decision with those assessed anew whose scores may differ."""
    policy = changed.call.assessment
    if policy is None:
        return changed
    if POLICIES[policy.missing_scores].looks_beyond:
        return attrs.evolve(changed, assessments=assessed(changed))
    if not touched:
        return changed
    anew = {one.application: one for one in assessed(changed, only=touched)}
    return attrs.evolve(
        changed,
        assessments=tuple(anew.get(one.application, one) for one in changed.assessments),
    )


def _standing(decision: Decision, plugins: Plugins) -> _Standing:
    call = decision.call
    scores = comparable(call, decision.screenings, decision.assessments)
    if call.assessment is None or not scores:
        return _Standing({}, frozenset(), False)
    weights = decision.weights
    ties = ties_of(call.selection, decision.applications, scores)
    values = {one: total(weights, items) for one, items in scores.items()}
    places = ranks(ties.order(values)[0])
    choice = choice_in(decision, plugins)
    if choice is None:
        return _Standing(places, frozenset(), False)
    weighting = call.assessment.weighting
    made = choice.made(weighting, attrs.evolve(region(weighting), corners=()))
    if made.chosen is not None:
        return _Standing(places, frozenset(made.chosen.applications), False)
    sets = [frozenset(one.applications) for one in made.optima.portfolios]
    return _Standing(places, frozenset.intersection(*sets) if sets else frozenset(), len(sets) > 1)


def _effect(absence: Absence, id: str, before: _Standing, after: _Standing) -> AbsenceEffect:
    stay = {one: place for one, place in before.ranks.items() if one in after.ranks}
    old = _places(stay)
    new = _places({one: after.ranks[one] for one in stay})
    is_application = absence is Absence.APPLICATION
    gone = {id} if is_application else set()
    return AbsenceEffect(
        absence=absence,
        id=id,
        moved={one: old[one] - new[one] for one in sorted(stay) if old[one] != new[one]},
        unranked=tuple(sorted(set(before.ranks) - set(after.ranks) - gone)),
        entered=tuple(sorted(after.chosen - before.chosen)),
        dropped=tuple(sorted(before.chosen - after.chosen - gone)),
        is_open=after.is_open and not before.is_open,
        was_chosen=is_application and id in before.chosen,
    )


def _places(ranks_: Mapping[str, int]) -> dict[str, int]:
    """Return the rank of each among those given, equal ones sharing the best."""
    ordered = sorted(ranks_.values())
    first: dict[int, int] = {}
    for place, rank in enumerate(ordered, start=1):
        first.setdefault(rank, place)
    return {one: first[rank] for one, rank in ranks_.items()}
