"""What the choice is made from and what it comes to."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.later import LATER
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
        least: The smallest sum with which it is viable, at most the cost; None is all or nothing.
        rank: Where it stands by its total and the tie steps; shared where these leave it equal.
        weights: Weight by item that the value is made with; empty where it is not made so.
    """

    application: str
    value: Fraction
    cost: Money
    scores: Mapping[str, Fraction]
    least: Money | None = attrs.field(default=None, metadata=LATER)
    rank: int = attrs.field(default=1, metadata=LATER)
    weights: Mapping[str, Fraction] = attrs.field(factory=dict, metadata=LATER)


class LimitKind(StrEnum):
    """
    What a limit demands (rajan laji).

    `budget`, `maximum` and `minimum` are of all that are chosen, `needs` of two applications, the
    others of a group.
    """

    BUDGET = "budget"
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    MOST = "most"
    LEAST = "least"
    MOST_MONEY = "most_money"
    LEAST_MONEY = "least_money"
    NEEDS = "needs"


@attrs.frozen(kw_only=True)
class GroupLimit:
    """
    A limit over some of the candidates (ryhmän raja); None is no limit.

    Attributes:
        id: Of the declared limit; with `[answer]` behind it when each answer is a group.
        name: What the limit is called.
        members: Ids of the candidates that belong to it, sorted.
        least: How many at least.
        most: How many at most.
        least_money: For how much at least.
        most_money: For how much at most.
    """

    id: str
    name: Label
    members: tuple[str, ...]
    least: int | None = None
    most: int | None = None
    least_money: Money | None = None
    most_money: Money | None = None


@attrs.frozen(kw_only=True)
class Needs:
    """
    That one application is chosen only with another (edellytys).

    Attributes:
        id: Of the declared limit.
        name: What the limit is called.
        application: A candidate.
        other: Without it the first is not chosen; it may be no candidate, then the first never is.
    """

    id: str
    name: Label
    application: str
    other: str


@attrs.frozen(kw_only=True)
class Limits:
    """
    What a choice may never break; None is no limit.

    Attributes:
        budget: All the money.
        maximum: The most applications.
        minimum: The fewest applications.
        groups: Limits over some of the candidates.
        needs: Applications that are chosen only with another.
    """

    budget: Money | None = None
    maximum: int | None = None
    minimum: int | None = attrs.field(default=None, metadata=LATER)
    groups: tuple[GroupLimit, ...] = attrs.field(default=(), metadata=LATER)
    needs: tuple[Needs, ...] = attrs.field(default=(), metadata=LATER)

    @property
    def is_plain(self) -> bool:
        """Whether there is no limit beside the budget and the maximum."""
        return not (self.minimum or self.groups or self.needs)

    def beside(self) -> tuple[str, ...]:
        """Return the ids of the limits beside the budget and the maximum, each once."""
        minimum = (LimitKind.MINIMUM.value,) if self.minimum else ()
        groups = (one.id for one in self.groups)
        return tuple(dict.fromkeys((*minimum, *groups, *(one.id for one in self.needs))))


@attrs.frozen(kw_only=True)
class Portfolio:
    """
    A set of applications that keeps the limits (salkku).

    Attributes:
        applications: Ids, sorted.
        value: Sum of the totals; of one that gets a part of its cost, the same part of its total.
        cost: Sum of the costs, or of what is awarded.
        awards: What each gets that gets less than its cost, by application.
    """

    applications: tuple[str, ...]
    value: Fraction
    cost: Money
    awards: Mapping[str, Money] = attrs.field(factory=dict, metadata=LATER)


@attrs.frozen(kw_only=True)
class Relaxation:
    """
    By how much one limit would have to give way (rajan väljennys).

    Attributes:
        limit: Id of the limit; `budget`, `maximum` and `minimum` are those of the whole choice.
        kind: What it demands.
        name: What it is called; None of those of the budget.
        count: By how many; None when it is a sum. A `needs` gives way by one: it is dropped.
        money: By what sum; None when it is a number.
        is_enough: Whether some choice keeps all the other limits then; when not, there is another
            contradiction beside this one.
    """

    limit: str
    kind: LimitKind
    name: Label | None = None
    count: int | None = None
    money: Money | None = None
    is_enough: bool = True


@attrs.frozen(kw_only=True)
class Infeasible:
    """
    A smallest set of limits that no choice can keep together (ristiriitaiset rajat).

    Without any one of them the others of the set can be kept. No other set that contradicts itself
    has fewer limits.

    Attributes:
        limits: Those of the set, with what each would have to give way by, the others staying.
    """

    limits: tuple[Relaxation, ...]


class Proof(StrEnum):
    """
    How it is known that nothing is better (todistus).

    `exact` reckons in whole numbers throughout. `solver` trusts a solver's bound, while limits and
    values of what it found are reckoned again in whole numbers. `unproven` is the best found.
    """

    EXACT = "exact"
    SOLVER = "solver"
    UNPROVEN = "unproven"


@attrs.frozen(kw_only=True)
class Optima:
    """
    Every best set (parhaat salkut), or as many as the method lists.

    Attributes:
        portfolios: All of the same value, in canonical order; none when the limits contradict.
        is_complete: False when there are more than the method lists.
        near: Sets whose value is below the best by at most *gap*, best first, in canonical order.
        gap: Points by which a set of *near* may be below the best.
        is_near_complete: False when there are more of them than the method lists.
        infeasible: Why there is no set at all; None when there is one.
        proof: How it is known that no set is better.
        solver: Name and version of what solved it; empty for the core's own methods.
    """

    portfolios: tuple[Portfolio, ...]
    is_complete: bool = True
    near: tuple[Portfolio, ...] = attrs.field(default=(), metadata=LATER)
    gap: Fraction = attrs.field(default=Fraction(0), metadata=LATER)
    is_near_complete: bool = attrs.field(default=True, metadata=LATER)
    infeasible: Infeasible | None = attrs.field(default=None, metadata=LATER)
    proof: Proof = attrs.field(default=Proof.EXACT, metadata=LATER)
    solver: str = attrs.field(default="", metadata=LATER)


@attrs.frozen(kw_only=True)
class Ranked:
    """
    Where one application stands (sijoitus).

    Attributes:
        application: Id of the application.
        value: Total with the weights used, exact.
        rank: 1 + how many are above it by total or by the tie steps; shared by those left equal.
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
        chosen: The set that is proposed; None when people must decide between the optima, and when
            the limits contradict.
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
