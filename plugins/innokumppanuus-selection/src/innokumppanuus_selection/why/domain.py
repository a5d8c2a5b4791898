"""What is told of one choice: standings, prices, margins and steps together. It reckons nothing."""

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Portfolio
from innokumppanuus.domain.standing import (
    BudgetStep,
    BudgetSteps,
    LimitPrice,
    Standing,
    WeightLatitude,
    WeightShift,
)


@attrs.frozen(kw_only=True)
class Whys:
    """
    Why the applications of a choice came in or stayed out (perustelut).

    Attributes:
        chosen: The set that it is about.
        count: How many could be chosen.
        standings: Of those that were asked about, by id; none when all of many were.
        prices: Of the limits.
        latitudes: Of the weights.
        shift: The smallest that alters the set.
    """

    chosen: Portfolio
    count: int
    standings: tuple[Standing, ...] = ()
    prices: tuple[LimitPrice, ...] = ()
    latitudes: tuple[WeightLatitude, ...] = ()
    shift: WeightShift


@attrs.frozen(kw_only=True)
class Offer:
    """
    What more money would buy (lisärahan hyöty).

    Attributes:
        more: Beside the budget.
        step: The best set that it buys, against the chosen one; None when none is better.
    """

    more: Money
    step: BudgetStep | None


@attrs.frozen(kw_only=True)
class Frontier:
    """
    The steps of the budget around that of the call (määrärahan portaat).

    Attributes:
        chosen: The set that it is about.
        budget: Of the call; None without one.
        steps: Of the range.
        offers: What more money would buy, by sum; none without a budget.
    """

    chosen: Portfolio
    budget: Money | None
    steps: BudgetSteps
    offers: tuple[Offer, ...] = ()
