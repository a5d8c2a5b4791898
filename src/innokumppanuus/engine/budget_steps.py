"""Every budget at which the best set changes, and what more money would buy. It grants nothing."""

from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Portfolio
from innokumppanuus.domain.standing import BudgetStep, BudgetSteps
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.errors import SelectionError

MOST_STEPS = 1000


def budget_steps(
    grounds: Grounds,
    *,
    least: Money | None = None,
    most: Money | None = None,
    listed: int = MOST_STEPS,
) -> BudgetSteps:
    """
    Return the budgets at which the best set gets better, by the other limits as they are.

    Between two steps the best set stays worth the same. The first step is the set at *least*.

    Args:
        grounds: The choice; its own budget is no limit here.
        least: The lowest budget; none begins with the cheapest set that keeps the limits.
        most: The highest budget; none goes on to where no money helps.
        listed: How many steps are listed.

    Raises:
        SelectionError: When a part of a cost may be granted: then every cent may help.

    Source:
        Lourenço, Morton, Bana e Costa (2012), PROBE: a multicriteria decision support system for
        portfolio robustness evaluation, Decision Support Systems 54: the efficient portfolios.
    """
    if any(one.least is not None for one in grounds.field):
        raise SelectionError(
            "Parts of costs may be granted, so that every cent of the budget may change the set. "
            "There are no steps to list."
        )
    free, budget = attrs.evolve(grounds.limits, budget=None), _first(grounds)
    if budget is not None and least is not None:
        budget = max(budget, least)
    found: list[BudgetStep] = []
    while budget is not None and (most is None or budget <= most):
        if len(found) >= listed:
            return BudgetSteps(steps=tuple(found), is_complete=False)
        best = grounds.sets.thriftiest(grounds.field, attrs.evolve(free, budget=budget))
        assert best is not None  # some set keeps the limits for that money
        found.append(_step(best, found[-1].applications if found else best[0].applications))
        dearer = grounds.sets.cheapest_above(grounds.field, free, best[0].value)
        budget = None if dearer is None else dearer.cost
    return BudgetSteps(steps=tuple(found))


def bought(grounds: Grounds, steps: BudgetSteps, more: Money) -> BudgetStep | None:
    """
    Return the best set that *more* money beside the budget buys, told against the chosen set.

    Args:
        grounds: The choice, with a budget.
        steps: From the budget on, as far as the money goes.
        more: Zero or more.

    Returns:
        None when nothing better can be had for it.
    """
    if grounds.limits.budget is None:
        return None
    within = [one for one in steps.steps if one.budget <= grounds.limits.budget + more]
    if not within or within[-1].value <= grounds.chosen.value:
        return None
    best = within[-1]
    before, after = set(grounds.chosen.applications), set(best.applications)
    return attrs.evolve(
        best, joins=tuple(sorted(after - before)), leaves=tuple(sorted(before - after))
    )


def _first(grounds: Grounds) -> Money | None:
    """Return what the cheapest set that keeps the other limits costs; None when none does."""
    free = attrs.evolve(grounds.limits, budget=None)
    below = sum((min(one.value, Fraction(0)) for one in grounds.field), Fraction(-1))
    cheapest = grounds.sets.cheapest_above(grounds.field, free, below)
    return None if cheapest is None else cheapest.cost


def _step(best: tuple[Portfolio, bool], before: tuple[str, ...]) -> BudgetStep:
    one, is_only = best
    return BudgetStep(
        budget=one.cost,
        value=one.value,
        applications=one.applications,
        is_only=is_only,
        joins=tuple(sorted(set(one.applications) - set(before))),
        leaves=tuple(sorted(set(before) - set(one.applications))),
    )
