"""Makes the choice of one decision again with each of several methods. It decides nothing."""

from collections.abc import Iterable, Mapping

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.votes import Votes
from innokumppanuus.engine.decision import choose
from innokumppanuus.errors import SelectionError, TooManyApplications
from innokumppanuus.plugin.manager import Plugins, pick
from innokumppanuus_selection.methods.domain import MethodChoice, MethodComparison, WhyNot

BY_RANK = ("promethee_ii", "ranked_list", "topsis", "vikor")
BY_VALUE = ("exact_portfolio",)
BY_VOTES = ("equal_shares", "votes_greedy", "votes_welfare")
_REASONS = {
    "votes-needed": WhyNot.NO_VOTES,
    "method-library": WhyNot.LIBRARY,
}


def compare(
    decision: Decision,
    plugins: Plugins,
    methods: Iterable[str] = (),
    too_costly: str = "stop",
    votes: Votes | None = None,
    pace: Pace = unwatched,
) -> MethodComparison:
    """
    Return what each method would choose from the scores, weights and limits of the decision.

    A method that cannot choose within the limits of the call is told with its reason.

    Args:
        decision: With a ranking and a method of its own.
        plugins: That offer the methods.
        methods: Keys; none is all that need no list of their own, those of votes with votes only.
        too_costly: `stop` or `skip`, for methods that take from the top of a ranking down.
        votes: Citizens' votes, when they are compared too.
        pace: Told of each method.

    Raises:
        UnknownKey: When no plugin offers a method.
        SelectionError: When the decision has no choice to compare with.
    """
    policy = decision.call.selection
    if policy is None or decision.selection is None:
        raise SelectionError("choice-not-made", at="selection")
    voted = attrs.evolve(decision, votes=votes or decision.votes)
    every = (*BY_RANK, *BY_VALUE, *(BY_VOTES if voted.votes is not None else ()))
    keys = sorted({*(tuple(methods) or every)} - {policy.selector})
    options = {one: {"too_costly": too_costly} for one in BY_RANK}
    asked = [(policy.selector, policy.options), *((one, options.get(one, {})) for one in keys)]
    made: list[MethodChoice] = []
    for key, given in asked:
        pace(len(made), len(asked))
        made.append(_choice(voted, key, given, plugins))
    return MethodComparison(
        applications=tuple(one.application for one in decision.ranking),
        named=policy.selector,
        methods=tuple(made),
    )


def _choice(
    decision: Decision, key: str, options: Mapping[str, object], plugins: Plugins
) -> MethodChoice:
    method = pick("selector", key, plugins.selectors())
    assert decision.call.selection is not None  # looked at before
    policy = attrs.evolve(decision.call.selection, selector=key, options=options)
    call = attrs.evolve(decision.call, selection=policy)
    try:
        made = choose(attrs.evolve(decision, call=call), plugins).selection
    except TooManyApplications:
        return MethodChoice(key=key, name=method.name, why_not=WhyNot.TOO_MANY)
    except SelectionError as error:
        why = _REASONS.get(error.problem.key, WhyNot.LIMITS)
        return MethodChoice(key=key, name=method.name, why_not=why)
    if made is None or not made.optima.portfolios:
        return MethodChoice(key=key, name=method.name, why_not=WhyNot.CONTRADICTION)
    sets = [set(one.applications) for one in made.optima.portfolios]
    chosen = set(made.chosen.applications) if made.chosen else set.intersection(*sets)
    return MethodChoice(
        key=key,
        name=method.name,
        applications=tuple(sorted(chosen)),
        tied=() if made.chosen else tuple(sorted(set.union(*sets) - chosen)),
        cost=made.chosen.cost if made.chosen else None,
        sets=len(sets),
    )
