"""What can be moved in a choice, as one frozen value, and the moves. Nothing is chosen here."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from fractions import Fraction

import attrs

from innokumppanuus.domain.criteria import WeightingKind
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.ranking import order_of
from innokumppanuus.errors import InvalidValue

POINTS = 100
"""Weights are shown as whole points out of so many."""

Order = tuple[tuple[str, ...], ...]
Points = tuple[tuple[str, int], ...]


@attrs.frozen(kw_only=True)
class Settings:
    """
    The settings of one choice.

    Attributes:
        kind: Whether the order alone counts, or the weights.
        order: Most important first; no order is known within a group.
        points: Weight of each item in whole points, in the order of the rule set.
        budget: All the money; None sets no limit.
        maximum: The most applications; None sets no limit.
    """

    kind: WeightingKind
    order: Order
    points: Points
    budget: Money | None
    maximum: int | None


def settings_of(decision: Decision) -> Settings:
    """Return the settings that the decision was made with."""
    call = decision.call
    items = [item.id for item in call.scored()]
    weighting = call.assessment.weighting if call.assessment else None
    by_order = weighting is not None and weighting.kind is WeightingKind.ORDER
    return Settings(
        kind=WeightingKind.ORDER if by_order else WeightingKind.WEIGHTS,
        order=order_of(weighting, decision.weights) if weighting else (),
        points=_whole_points(items, decision.weights),
        budget=call.budget.total.value,
        maximum=call.budget.maximum.value,
    )


def moved(order: Order, item: str, to: int) -> Order:
    """Return *order* with *item* alone at place *to*, where 1 is the most important."""
    check_known(item, _flat(order))
    rest = tuple(
        group for group in (tuple(one for one in old if one != item) for old in order) if group
    )
    if not 1 <= to <= len(rest) + 1:
        raise InvalidValue("place-in-order", count=len(rest) + 1, got=to)
    return (*rest[: to - 1], (item,), *rest[to - 1 :])


def joined(order: Order, item: str) -> Order:
    """Return *order* with *item* in the group above its own."""
    check_known(item, _flat(order))
    place = next(place for place, group in enumerate(order) if item in group)
    if place == 0:
        raise InvalidValue("place-above", item=item)
    left = tuple(one for one in order[place] if one != item)
    above = (*order[place - 1], item)
    return tuple(
        group for group in (*order[: place - 1], above, left, *order[place + 1 :]) if group
    )


def raised(order: Order, item: str) -> Order:
    """Return *order* with *item* one step up: out of its group first, then past the one above."""
    place = _place(order, item)
    alone = order[place - 1] == (item,)
    return moved(order, item, place - 1 if alone else place)


def lowered(order: Order, item: str) -> Order:
    """Return *order* with *item* one step down: out of its group first, then past the next."""
    return moved(order, item, _place(order, item) + 1)


def weighed(points: Points, item: str, value: int) -> Points:
    """Return *points* with *value* for *item*; they cannot all be 0."""
    check_known(item, [one for one, _ in points])
    if not 0 <= value <= POINTS:
        raise InvalidValue("points-range", most=POINTS, got=value)
    changed = tuple((one, value if one == item else old) for one, old in points)
    if not any(value for _, value in changed):
        raise InvalidValue("points-all-zero")
    return changed


def check_known(name: str, known: Iterable[str]) -> None:
    """Raise InvalidValue with the nearest name when *name* is not among *known*."""
    names = sorted(known)
    if name in names:
        return
    near = get_close_matches(name, names, n=1)
    if near:
        raise InvalidValue("unknown-name", got=name, meant=near[0])
    raise InvalidValue("unknown-name-none", got=name)


def _place(order: Order, item: str) -> int:
    check_known(item, _flat(order))
    return next(place for place, group in enumerate(order, start=1) if item in group)


def _flat(order: Order) -> list[str]:
    return [item for group in order for item in group]


def _whole_points(items: list[str], weights: Mapping[str, Fraction]) -> Points:
    """Round by largest remainder, so that the points sum to the whole; ties in given order."""
    exact = {item: weights.get(item, Fraction(0)) * POINTS for item in items}
    floors = {item: value.numerator // value.denominator for item, value in exact.items()}
    over = int(sum(exact.values())) - sum(floors.values())
    by_remainder = sorted(items, key=lambda item: floors[item] - exact[item])
    raise_by_one = set(by_remainder[:over])
    return tuple((item, floors[item] + (item in raise_by_one)) for item in items)
