"""What changes among the others when one that is not chosen withdraws. It changes no decision."""

from collections.abc import Iterator
from itertools import combinations

import attrs

from innokumppanuus.domain.core_index import Withdrawal
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.weighting import Weights
from innokumppanuus.plugin.interfaces import Selector


def by_method(choice: Choice, selector: Selector) -> Choice:
    """Return the choice by a method; one that the rule set does not name has its own defaults."""
    if selector.key == choice.selector.key:
        return choice
    policy = attrs.evolve(choice.policy, selector=selector.key, options={})
    return attrs.evolve(choice, selector=selector, policy=policy)


def without(choice: Choice, application: str) -> Choice:
    """Return the choice as if the application had not been there; limits stay as they are."""
    return attrs.evolve(
        choice,
        costs={one: cost for one, cost in choice.costs.items() if one != application},
        scores={one: scores for one, scores in choice.scores.items() if one != application},
        viable={one: least for one, least in choice.viable.items() if one != application},
    )


def withdrawals(choice: Choice, weights: Weights) -> Iterator[Withdrawal]:
    """
    Yield what the withdrawal of each one that may be left out would change, by id.

    An application may be left out when some best set does not hold it. Where scores are not
    compared with those of others, nothing changes: the best sets without it stay the best.

    Raises:
        SelectionError: When the method cannot take the candidates.
    """
    optima = choice.optima(weights)
    sets = tuple(one.applications for one in optima.portfolios)
    places = {one.application: one.rank for one in choice.candidates(weights)}
    for application in choice.costs:
        before = tuple(one for one in sets if application not in one)
        if not before:
            continue
        rest = without(choice, application)
        after = rest.optima(weights)
        now = {one.application: one.rank for one in rest.candidates(weights)}
        yield Withdrawal(
            selector=choice.selector.key,
            application=application,
            before=before,
            after=tuple(one.applications for one in after.portfolios),
            turned=tuple(_turned(places, now)),
        )


def _turned(before: dict[str, int], after: dict[str, int]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(after, 2):
        if before[one] < before[other] and after[one] > after[other]:
            yield one, other
        elif before[one] > before[other] and after[one] < after[other]:
            yield other, one
