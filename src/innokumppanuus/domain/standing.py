"""How far a choice and each application in it are from another outcome. It reckons nothing."""

from collections.abc import Mapping
from fractions import Fraction

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import LimitKind, Relaxation


@attrs.frozen(kw_only=True)
class ScoreChange:
    """
    A change to the score of one item (pisteiden muutos).

    Attributes:
        item: Criterion or scored factor.
        by: How many points, up or down; None when no score on its scale is enough.
        is_threshold: Whether it is a threshold that turns the outcome: any loss beyond *by* does.
    """

    item: str
    by: Fraction | None
    is_threshold: bool = False


@attrs.frozen(kw_only=True)
class BoundLimit:
    """
    A demand that keeps an application from coming in beside all that are chosen (estävä raja).

    Attributes:
        limit: Id of the limit; `budget`, `maximum` and `minimum` are those of the whole choice.
        kind: What it demands.
        name: What it is called; None of those of the whole choice.
        count: By how many it would be broken; None when it is a sum.
        money: By what sum; None when it is a number.
    """

    limit: str
    kind: LimitKind
    name: Label | None = None
    count: int | None = None
    money: Money | None = None


@attrs.frozen(kw_only=True)
class Standing:
    """
    How far one application is from the other side of the choice, others unchanged (etäisyys).

    All changes are to a tie: from there on the tie rules decide, and beyond it nothing has to.

    Attributes:
        application: Its id.
        is_in: Whether it is in the chosen set.
        points: Points of the total that it lacks, or may lose; None when no total turns it.
        alone: Change of each weighted item by itself that turns it.
        together: Changes with the smallest sum that turn it; none when not all together do.
        joins: Who else would come in instead.
        leaves: Who would go out.
        bound: Demands that the chosen set would break with it added; none when it is in.
        barred: Limits because of which it is in no set at all, or in every set.
        sum: The largest sum with which it would come to a tie; None when it is in, when no sum
            does, or when its own sum is no matter.
    """

    application: str
    is_in: bool
    points: Fraction | None = None
    alone: tuple[ScoreChange, ...] = ()
    together: tuple[ScoreChange, ...] = ()
    joins: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    bound: tuple[BoundLimit, ...] = ()
    barred: tuple[Relaxation, ...] = ()
    sum: Money | None = None


@attrs.frozen(kw_only=True)
class LimitPrice:
    """
    What a limit costs in points (rajan hinta).

    Attributes:
        limit: Id of the limit.
        kind: What it demands.
        name: What it is called; None of those of the whole choice.
        count: What it demands in number; None when it is a sum.
        money: What it demands in money; None when it is a number.
        gain: By how many points the best set would be better without it.
        step_count: The smallest number by which it can give way so that the set gets better.
        step_money: The smallest sum of the same; told of the budget.
        step_gain: What that much would gain.
    """

    limit: str
    kind: LimitKind
    name: Label | None = None
    count: int | None = None
    money: Money | None = None
    gain: Fraction
    step_count: int | None = None
    step_money: Money | None = None
    step_gain: Fraction = Fraction(0)


@attrs.frozen(kw_only=True)
class WeightLatitude:
    """
    Between which values one weight keeps the set best, the others in proportion (liikkumavara).

    Attributes:
        item: Criterion or scored factor.
        weight: As it is, 0–1.
        least: The lowest that keeps it.
        most: The highest that keeps it.
    """

    item: str
    weight: Fraction
    least: Fraction
    most: Fraction


@attrs.frozen(kw_only=True)
class WeightShift:
    """
    The smallest shift of weight at which another set is as good (painojen pienin muutos).

    Attributes:
        shift: Weight that moves from items to others, 0–1; None when no weights alter the set.
        weights: The weights there; none when no weights alter the set.
        applications: A set that is as good there.
    """

    shift: Fraction | None
    weights: Mapping[str, Fraction] = attrs.field(factory=dict)
    applications: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class BudgetStep:
    """
    A budget from which on a better set can be had (määrärahan porras).

    Attributes:
        budget: The least money that is enough for it; it is what the set costs.
        value: Sum of the totals.
        applications: Ids, sorted.
        is_only: Whether no other set is as good for the same money.
        joins: Who come in when one comes from the step before, or from the choice.
        leaves: Who go out then: better sets do not lie within one another.
    """

    budget: Money
    value: Fraction
    applications: tuple[str, ...]
    is_only: bool = True
    joins: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class BudgetSteps:
    """
    Every budget of a range at which the best set changes (määrärahan portaat).

    Attributes:
        steps: By budget, rising.
        is_complete: False when there are more than were asked for.
    """

    steps: tuple[BudgetStep, ...]
    is_complete: bool = True
