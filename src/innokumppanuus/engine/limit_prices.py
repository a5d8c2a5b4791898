"""What each limit of a choice costs in points: the best set with it and without it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs

from innokumppanuus.domain.selection import GroupLimit, LimitKind, Limits
from innokumppanuus.domain.standing import LimitPrice
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.engine.rows import Row, rows_of

_WHOLE = (LimitKind.BUDGET, LimitKind.MAXIMUM, LimitKind.MINIMUM)


def limit_prices(grounds: Grounds) -> tuple[LimitPrice, ...]:
    """
    Return what each demand costs, the others staying; of the whole choice first, then by id.

    Prices of several limits do not add up: what two cost together may be more or less.
    """
    ids = [one.application for one in grounds.field]
    return tuple(_price(grounds, row) for row in rows_of(grounds.limits, ids))


def without(limits: Limits, row: Row) -> Limits:
    """Return the limits without the demand of the row."""
    return _changed(limits, row, None)


def _price(grounds: Grounds, row: Row) -> LimitPrice:
    best = grounds.sets.highest(grounds.field, without(grounds.limits, row))
    assert best is not None  # the chosen set keeps them
    has_bound = row.kind is not LimitKind.NEEDS
    price = LimitPrice(
        limit=row.limit,
        kind=row.kind,
        name=row.name,
        count=row.bound if has_bound and not row.is_in_money else None,
        money=grounds.money(row.bound) if row.is_in_money else None,
        gain=best.value - grounds.chosen.value,
    )
    if not price.gain:
        return price
    if row.kind is LimitKind.BUDGET:
        return _with_budget_step(price, grounds, row)
    if row.is_in_money or not has_bound:
        return price
    return _with_step(price, grounds, row)


def _with_step(price: LimitPrice, grounds: Grounds, row: Row) -> LimitPrice:
    """Return the price with the smallest number that helps."""
    for step in range(1, len(grounds.field) + row.bound + 1):
        bound = row.bound - step if row.is_at_least else row.bound + step
        changed = _changed(grounds.limits, row, bound)
        best = grounds.sets.highest(grounds.field, changed)
        gain = Fraction(0) if best is None else best.value - grounds.chosen.value
        if gain:
            return attrs.evolve(price, step_count=step, step_gain=gain)
    raise AssertionError("A limit that costs points gives some back when it gives way.")


def _with_budget_step(price: LimitPrice, grounds: Grounds, row: Row) -> LimitPrice:
    free = without(grounds.limits, row)
    if any(one.least is not None for one in grounds.field):
        return price  # with parts of costs every cent may help
    cheapest = grounds.sets.cheapest_above(grounds.field, free, grounds.chosen.value)
    assert cheapest is not None  # the set without a budget is worth more
    limits = attrs.evolve(free, budget=cheapest.cost)
    best = grounds.sets.highest(grounds.field, limits)
    assert best is not None  # that set keeps them
    return attrs.evolve(
        price,
        step_money=grounds.money(cheapest.cost.cents - row.bound),
        step_gain=best.value - grounds.chosen.value,
    )


def _changed(limits: Limits, row: Row, bound: int | None) -> Limits:
    """Return the limits with another bound of the row; None drops it."""
    if row.kind is LimitKind.BUDGET:
        return attrs.evolve(limits, budget=None)
    if row.kind in _WHOLE:
        demand: dict[str, Any] = {row.kind.value: bound}
        return attrs.evolve(limits, **demand)
    if row.kind is LimitKind.NEEDS:
        needs = (
            one
            for one in limits.needs
            if (one.id, (one.application,), one.other) != (row.limit, row.members, row.other)
        )
        return attrs.evolve(limits, needs=tuple(needs))
    return attrs.evolve(limits, groups=tuple(_groups(limits, row, bound)))


def _groups(limits: Limits, row: Row, bound: int | None) -> Iterator[GroupLimit]:
    demand: dict[str, Any] = {row.kind.value: bound}
    for one in limits.groups:
        is_it = one.id == row.limit and getattr(one, row.kind.value) is not None
        yield attrs.evolve(one, **demand) if is_it else one
