"""What the choice is made from and what it comes to."""

from collections.abc import Mapping
from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money


@attrs.frozen(kw_only=True)
class Candidate:
    """
    An application that may be chosen.

    Attributes:
        application: Id of the application.
        value: Weighted total, exact.
        cost: What it would get.
        scores: Score by criterion or scored factor.
    """

    application: str
    value: Fraction
    cost: Money
    scores: Mapping[str, Fraction]


@attrs.frozen(kw_only=True)
class Limits:
    """
    What a choice may never break; None is no limit.

    Attributes:
        budget: All the money.
        maximum: The most applications.
    """

    budget: Money | None = None
    maximum: int | None = None


@attrs.frozen(kw_only=True)
class Portfolio:
    """
    A set of applications that keeps the limits (salkku).

    Attributes:
        applications: Ids, sorted.
        value: Sum of the totals.
        cost: Sum of the costs.
    """

    applications: tuple[str, ...]
    value: Fraction
    cost: Money


@attrs.frozen(kw_only=True)
class Optima:
    """
    Every best set (parhaat salkut), or as many as the method lists.

    Attributes:
        portfolios: All of the same value, in canonical order.
        is_complete: False when there are more than the method lists.
    """

    portfolios: tuple[Portfolio, ...]
    is_complete: bool = True


@attrs.frozen(kw_only=True)
class Ranked:
    """
    Where one application stands (sijoitus).

    Attributes:
        application: Id of the application.
        value: Total with the weights used, exact.
        rank: Shared rank: 1 + how many are strictly above.
        best: Best rank over all weights that respect the order; ties in its favour.
        worst: Worst rank over all weights that respect the order; ties against it.
    """

    application: str
    value: Fraction
    rank: int
    best: int
    worst: int


@attrs.frozen(kw_only=True)
class Corner:
    """
    What would be chosen at one extreme of the weights that respect the order.

    Attributes:
        weights: Weight by item, summing to 1.
        portfolios: Every best set with these weights.
        holds: Whether the chosen set is among them.
    """

    weights: Mapping[str, Fraction]
    portfolios: tuple[Portfolio, ...]
    holds: bool


@attrs.frozen(kw_only=True)
class Selection:
    """
    The choice (valinta).

    Attributes:
        chosen: The set that is proposed; None when people must decide between the optima.
        optima: Every best set.
        decided_by: Name of the tie rule that decided; empty when there was one optimum, `people`
            when no rule did.
        left: Money that is left; None without a budget.
        corners: What would be chosen at each extreme of the weights.
        is_robust: Whether the chosen set is best with all weights that respect the order, exactly:
            value is linear in the weights, so holding at every extreme is holding everywhere.
    """

    chosen: Portfolio | None
    optima: Optima
    decided_by: str = ""
    left: Money | None = None
    corners: tuple[Corner, ...] = ()
    is_robust: bool = False
