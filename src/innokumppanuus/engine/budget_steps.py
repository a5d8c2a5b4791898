"""Every budget at which the best set changes, and what more money would buy. It grants nothing."""

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.pace import Pace, unwatched
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
    pace: Pace = unwatched,
) -> BudgetSteps:
    """
    Return the budgets at which the best set gets better, by the other limits as they are.

    Between two steps the best set stays worth the same. The first step is the set at *least*.

    Args:
        grounds: The choice; its own budget is no limit here.
        least: The lowest budget; none begins with the cheapest set that keeps the limits.
        most: The highest budget; none goes on to where no money helps.
        listed: How many steps are listed, from the dearest down.
        pace: Told, of each step, by how many cents the cost has come down, and of how many.

    Raises:
        SelectionError: When a part of a cost may be granted: then every cent may help.

    Source:
        Lourenço, Morton, Bana e Costa (2012), PROBE: a multicriteria decision support system for
        portfolio robustness evaluation, Decision Support Systems 54: the efficient portfolios.
    """
    _refuse_parts(grounds)
    budget, found = most, list[tuple[Portfolio, bool]]()
    while True:
        limits = attrs.evolve(grounds.limits, budget=budget)
        best = grounds.sets.thriftiest(grounds.field, limits)
        if best is None:
            return _told(found)
        if len(found) == listed:
            return attrs.evolve(_told(found), is_complete=False)
        found.append(best)
        cost, dearest = best[0].cost, found[0][0].cost
        pace(dearest.cents - cost.cents, dearest.cents - (least.cents if least else 0))
        if not cost.cents or (least is not None and cost <= least):
            return _told(found)
        budget = Money(cost.cents - 1, cost.currency)


def bought(grounds: Grounds, more: Money) -> BudgetStep | None:
    """
    Return the best set that *more* money beside the budget buys, told against the chosen set.

    Args:
        grounds: The choice.
        more: Zero or more.

    Returns:
        None when nothing better can be had for it, and without a budget.

    Raises:
        SelectionError: When a part of a cost may be granted.
    """
    _refuse_parts(grounds)
    if grounds.limits.budget is None:
        return None
    limits = attrs.evolve(grounds.limits, budget=grounds.limits.budget + more)
    best = grounds.sets.thriftiest(grounds.field, limits)
    if best is None or best[0].value <= grounds.chosen.value:
        return None
    return _step(best, grounds.chosen.applications)


def _refuse_parts(grounds: Grounds) -> None:
    if any(one.least is not None for one in grounds.field):
        raise SelectionError("choice-parts-steps", at="selection.limits.partial")


def _told(found: list[tuple[Portfolio, bool]]) -> BudgetSteps:
    """Return the sets, the dearest first, as steps that rise."""
    rising = found[::-1]
    before = [rising[0][0], *(one for one, _ in rising)] if rising else []
    return BudgetSteps(
        steps=tuple(
            _step(best, previous.applications)
            for best, previous in zip(rising, before, strict=False)
        )
    )


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
