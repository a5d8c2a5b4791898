"""The whole way of one call: screen, assess, rank, choose, fund. Everything lands in one trace."""

from collections.abc import Container, Iterable

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Assessment, ScoreSheet
from innokumppanuus.domain.call import AssessmentPolicy, Budget, Call, MissingScores
from innokumppanuus.domain.criteria import Weighting
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.panel import EvaluationPanel
from innokumppanuus.domain.selection import Selection
from innokumppanuus.domain.sources import missing, stated
from innokumppanuus.domain.votes import VOTES_NOT_COUNTED, Votes
from innokumppanuus.engine.assessment import assess, by_application
from innokumppanuus.engine.choice import Choice, choice_of
from innokumppanuus.engine.conflicts import (
    conflicts_of,
    policy_of,
    removals,
    removals_by,
    without_conflicts,
)
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.engine.funding import Dated, fund, scheme_of
from innokumppanuus.engine.limit_notes import notes_on_contradiction, notes_on_declared
from innokumppanuus.engine.limits import notes_on_choice
from innokumppanuus.engine.missing_scores import POLICIES, Given
from innokumppanuus.engine.panel_notes import notes_on_panel
from innokumppanuus.engine.pilot import pilot_of
from innokumppanuus.engine.precedence import ties_of
from innokumppanuus.engine.principles import with_principles
from innokumppanuus.engine.ranking import Ranking, comparable, ranking
from innokumppanuus.engine.rounds import agreed
from innokumppanuus.engine.weighting import Region, region
from innokumppanuus.errors import Problem
from innokumppanuus.plugin.interfaces import ChecksGrants, TakesVotes
from innokumppanuus.plugin.manager import Plugins, pick
from innokumppanuus.ruleset import RuleSet, fingerprint, freeze


def decide(
    ruleset: RuleSet,
    applications: Iterable[Application],
    sheets: Iterable[ScoreSheet],
    plugins: Plugins,
    panel: EvaluationPanel | None = None,
    votes: Votes | None = None,
) -> Decision:
    """
    Return the decision with its whole trace; the order of everything given changes nothing.

    Without sheets it ends after screening, without a selection policy after the ranking. With a
    panel, the ties of its evaluators are compared with the applicants, and what it has agreed on
    may decide, if the rule set says so. A method that counts citizens' votes gets them.

    Raises:
        UnknownKey: When the rule set names something that no plugin offers.
        TooManyApplications: When the selector cannot take so many.
    """
    call, rules = ruleset.call, plugins.rules()
    ordered = tuple(
        sorted((with_principles(one, call) for one in applications), key=lambda one: one.id)
    )
    given = tuple(sorted(sheets, key=lambda one: one.evaluator))
    decision = Decision(
        call=call,
        ruleset_hash=ruleset.hash,
        plugins=tuple(f"{one.name} {one.version}".strip() for one in plugins.describe()),
        packs=ruleset.packs,
        overrides=ruleset.overrides,
        stated=ruleset.stated,
        applications=ordered,
        screenings=tuple(screen(ruleset, one, rules) for one in ordered),
        sheets=given,
        removals=removals(given),
        votes=votes,
    )
    if panel is not None:
        grounds = {
            key: pick("ground", key, plugins.conflict_grounds()) for key in policy_of(call).grounds
        }
        conflicts = conflicts_of(call, ordered, panel, given, grounds)
        removed = removals_by(conflicts, panel, given)
        decision = attrs.evolve(decision, panel=panel, conflicts=conflicts, removals=removed)
    return choose(attrs.evolve(decision, assessments=assessed(decision)), plugins)


def rechoose(
    decision: Decision,
    plugins: Plugins,
    *,
    weighting: Weighting | None = None,
    budget: Money | None = None,
    maximum: int | None = None,
) -> Decision:
    """
    Return what would be chosen with another weighting, budget or maximum; what is None stays.

    Screening and scores stay as they are. The hash is that of the changed rule set, so that a
    what-if never passes for the decision.
    """
    call = decision.call
    if weighting is not None and call.assessment is not None:
        call = attrs.evolve(call, assessment=attrs.evolve(call.assessment, weighting=weighting))
    call = attrs.evolve(call, budget=_budget(call.budget, budget, maximum))
    changed = attrs.evolve(decision, call=call, ruleset_hash=fingerprint(freeze(call)))
    is_ranked = call.assessment == decision.call.assessment
    return _chosen(changed, plugins) if is_ranked else choose(changed, plugins)


def reassess(decision: Decision, plugins: Plugins, missing_scores: MissingScores) -> Decision:
    """Return what would be with another way to handle missing scores; see `rechoose`."""
    call = decision.call
    if call.assessment is None:
        return decision
    policy = attrs.evolve(call.assessment, missing_scores=missing_scores)
    call = attrs.evolve(call, assessment=policy)
    changed = attrs.evolve(decision, call=call, ruleset_hash=fingerprint(freeze(call)))
    return choose(attrs.evolve(changed, assessments=assessed(changed)), plugins)


def choose(decision: Decision, plugins: Plugins) -> Decision:
    """Return the decision with ranking, selection, grants and pilots made anew."""
    call = decision.call
    if call.assessment is not None:
        allowed = _allowed(call, call.assessment)
        scores = comparable(call, decision.screenings, decision.assessments)
        ties = ties_of(call.selection, decision.applications, scores)
        made = ranking(scores, allowed, ties) if scores else Ranking()
        decision = attrs.evolve(
            decision, weights=allowed.representative, ranking=made.ranked, ties=made.ties
        )
    return _chosen(decision, plugins)


def _chosen(decision: Decision, plugins: Plugins) -> Decision:
    """Return the ranked decision with selection, grants and pilots made anew."""
    call = decision.call
    selection: Selection | None = None
    choice: Choice | None = None
    if call.assessment is not None:
        choice = choice_in(decision, plugins)
        allowed = _allowed(call, call.assessment)
        selection = choice.made(call.assessment.weighting, allowed) if choice else None
    portfolio = selection.chosen if selection else None
    members = set(portfolio.applications) if portfolio else set()
    awards = portfolio.awards if portfolio else {}
    chosen = [one for one in decision.applications if one.id in members]
    scheme = scheme_of(call, plugins.schemes())
    grants = fund(chosen, call, scheme, _dated(decision), awards)
    breaches = scheme.breaches(grants, chosen, call) if isinstance(scheme, ChecksGrants) else ()
    decision = attrs.evolve(
        decision,
        selection=selection,
        grants=grants,
        pilots=tuple(pilot_of(one, call) for one in chosen),
    )
    notes = (
        *notes_on_choice(decision),
        *_notes_on_limits(decision, choice),
        *_notes_on_votes(decision, choice),
        *breaches,
        *notes_on_panel(decision, plugins.conflict_grounds()),
    )
    return attrs.evolve(decision, notes=notes)


def _allowed(call: Call, policy: AssessmentPolicy) -> Region:
    return region(policy.weighting, [item.id for item in call.scored()])


def choice_in(decision: Decision, plugins: Plugins) -> Choice | None:
    """Return what the decision's choice is made from; None when there is nothing to choose."""
    call = decision.call
    if call.selection is None or not decision.ranking:
        return None
    selector = pick("selector", call.selection.selector, plugins.selectors())
    if isinstance(selector, TakesVotes) and decision.votes is not None:
        selector = selector.with_votes(decision.votes)
    return choice_of(
        call,
        call.selection,
        decision.applications,
        comparable(call, decision.screenings, decision.assessments),
        selector,
        scheme_of(call, plugins.schemes()),
        _dated(decision),
    )


def _notes_on_votes(decision: Decision, choice: Choice | None) -> tuple[Problem, ...]:
    """Return that votes were given to a method that counts none."""
    votes = decision.votes
    if votes is None or choice is None or isinstance(choice.selector, TakesVotes):
        return ()
    values = {"method": choice.selector.key, "voters": votes.voters}
    return (Problem(key=VOTES_NOT_COUNTED, values=values, severity="warning"),)


def _notes_on_limits(decision: Decision, choice: Choice | None) -> tuple[Problem, ...]:
    if choice is None or decision.selection is None:
        return ()
    candidates = [one for one in decision.applications if one.id in choice.costs]
    told = notes_on_declared(decision.call, candidates, choice.limits, choice.costs)
    contradiction = decision.selection.optima.infeasible
    return told if contradiction is None else (*notes_on_contradiction(contradiction), *told)


def _dated(decision: Decision) -> Dated:
    return {one.application: one.dated for one in decision.screenings}


def assessed(decision: Decision, only: Container[str] | None = None) -> tuple[Assessment, ...]:
    """
    Return the assessments made anew from the sheets; none without sheets.

    Args:
        decision: Screened.
        only: Ids of applications; all that passed screening when None.
    """
    policy = decision.call.assessment
    if policy is None or not decision.sheets:
        return ()
    counted = without_conflicts(decision.sheets, decision.removals, policy.conflict_removes)
    beyond = POLICIES[policy.missing_scores].looks_beyond
    everything, parts = Given.of(counted) if beyond else Given(), by_application(counted, only)
    return tuple(
        assess(
            decision.call,
            policy,
            screening,
            parts.get(screening.application, ()),
            agreed(decision, screening.application),
            everything,
        )
        for screening in decision.screenings
        if screening.verdict is not Verdict.NOT_MET
        and (only is None or screening.application in only)
    )


def _budget(given: Budget, total: Money | None, maximum: int | None) -> Budget:
    """Return the changed budget; a target that no longer fits under the maximum is dropped."""
    most = given.maximum if maximum is None else stated(maximum)
    target = given.target.value
    fits = target is None or most.value is None or (target.most or target.least) <= most.value
    return attrs.evolve(
        given,
        total=given.total if total is None else stated(total),
        maximum=most,
        target=given.target if fits else missing(),
    )
