"""What is told of a decision, put together from the core's questions. It says no sentences."""

from collections.abc import Iterable, Iterator
from typing import Final

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.engine.best_sets import BestSets
from innokumppanuus.engine.budget_steps import bought, budget_steps
from innokumppanuus.engine.grounds import Grounds, grounds_of
from innokumppanuus.engine.limit_prices import limit_prices
from innokumppanuus.engine.standing import standing_of
from innokumppanuus.engine.weight_margins import smallest_shift, weight_latitudes
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_selection.why.domain import Frontier, Offer, Whys
from innokumppanuus_selection.why.programme_sets import sets_for

MORE_EUROS: Final = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
"""Sums beside the budget of which it is told what they buy."""

MOST_STEPS: Final = 200
_MARGINS: Final = 3
"""Steps of the reckoning beside the standings: prices, latitudes and the shift."""


def grounds(decision: Decision, plugins: Plugins, sets: BestSets | None = None) -> Grounds | None:
    """Return what the explanations stand on; None when there is no choice by sum to explain."""
    return grounds_of(decision, plugins, sets or sets_for(len(decision.ranking)))


def whys(ground: Grounds, asked: Iterable[str] | None = None, pace: Pace = unwatched) -> Whys:
    """
    Return why those *asked* about came in or stayed out, and what limits and weights do.

    Args:
        ground: The choice.
        asked: Ids; None asks about all.
        pace: Told of every standing.

    Raises:
        UnknownKey: When one of them is not among those who may be chosen.
    """
    ids = [one.application for one in ground.field] if asked is None else sorted(set(asked))
    count = len(ids) + _MARGINS
    standings = []
    for done, one in enumerate(ids):
        pace(done, count)
        standings.append(standing_of(ground, one))
    pace(count - 3, count)
    prices = limit_prices(ground)
    pace(count - 2, count)
    latitudes = weight_latitudes(ground)
    pace(count - 1, count)
    shift = smallest_shift(ground)
    pace(count, count)
    return Whys(
        chosen=ground.chosen,
        count=len(ground.field),
        standings=tuple(standings),
        prices=prices,
        latitudes=latitudes,
        shift=shift,
    )


def frontier(
    ground: Grounds,
    *,
    least: Money | None = None,
    most: Money | None = None,
    more: Iterable[Money] | None = None,
    pace: Pace = unwatched,
) -> Frontier:
    """
    Return the steps of the budget and what more money buys.

    Args:
        ground: The choice.
        least: The lowest budget; none begins with the cheapest set.
        most: The highest; none goes as far as money helps.
        more: Sums beside the budget; None takes 1 000 … 100 000 of its currency.
        pace: Told of the steps as `budget_steps` tells them, and then of each offer as the end.

    Raises:
        SelectionError: When a part of a cost may be granted.
    """
    steps = budget_steps(ground, least=least, most=most, listed=MOST_STEPS, pace=pace)
    budget = ground.limits.budget
    offers: tuple[Offer, ...] = ()
    if budget is not None:
        given = [Money(one * 100, budget.currency) for one in MORE_EUROS] if more is None else more
        offers = tuple(_offers(ground, given, pace))
    pace(1, 1)
    return Frontier(chosen=ground.chosen, budget=budget, steps=steps, offers=offers)


def _offers(ground: Grounds, given: Iterable[Money], pace: Pace) -> Iterator[Offer]:
    for one in given:
        pace(1, 1)
        yield Offer(more=one, step=bought(ground, one))
