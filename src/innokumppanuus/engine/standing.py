"""How far each application is from the other side of the choice, by the exact model. No sentences.

Others, their scores and sums, and the limits stay as they are.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import Final

import attrs

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, GroupLimit, LimitKind, Limits, Portfolio
from innokumppanuus.domain.standing import BoundLimit, ScoreChange, Standing
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.grounds import Grounds, part_of
from innokumppanuus.engine.rows import Row, rows_of
from innokumppanuus.errors import UnknownKey

_ASKED: Final = " asked"
"""Id of the limit by which an application is put into every set, or kept out; no declared id."""


def standing_of(grounds: Grounds, application: str) -> Standing:
    """
    Return how far the application is from the other side, and who would change places with it.

    Raises:
        UnknownKey: When it is not among those who may be chosen.
    """
    known = [one.application for one in grounds.field]
    if application not in known:
        raise UnknownKey("application", application, known)
    candidate = grounds.candidate(application)
    if application in grounds.chosen.applications:
        return _of_one_in(grounds, candidate)
    return _of_one_out(grounds, candidate)


def with_it(limits: Limits, application: str) -> Limits:
    """Return the limits under which every set has the application."""
    return _and(limits, GroupLimit(id=_ASKED, name=same(_ASKED), members=(application,), least=1))


def without_it(limits: Limits, application: str) -> Limits:
    """Return the limits under which no set has the application."""
    return _and(limits, GroupLimit(id=_ASKED, name=same(_ASKED), members=(application,), most=0))


def _of_one_out(grounds: Grounds, one: Candidate) -> Standing:
    bound = tuple(_bound(grounds, one))
    limits = with_it(grounds.limits, one.application)
    beside = grounds.sets.highest(grounds.field, limits)
    found = Standing(application=one.application, is_in=False, bound=bound)
    if beside is None:
        return _barred(found, grounds, limits)
    target = grounds.chosen.value
    level = _level(grounds, one, limits, target, _enough(one, target - beside.value))
    found = _moved(found, grounds, beside if level is None else level[1])
    sum_ = _sum(grounds, one, limits)
    if level is None:
        return attrs.evolve(found, sum=sum_)
    points = level[0] - one.value
    return attrs.evolve(
        found,
        points=points,
        alone=tuple(_raised(grounds, one, points)),
        together=_together(grounds, one, points, sign=1),
        sum=sum_,
    )


def _of_one_in(grounds: Grounds, one: Candidate) -> Standing:
    found = Standing(application=one.application, is_in=True)
    limits = without_it(grounds.limits, one.application)
    instead = grounds.sets.highest(grounds.field, limits)
    if instead is None:
        barred = _barred(found, grounds, limits)
        return attrs.evolve(barred, alone=tuple(_lowered(grounds, one, None)))
    found = _moved(found, grounds, instead)
    kept = with_it(grounds.limits, one.application)
    level = _level(grounds, one, kept, instead.value, one.value)
    points = None if level is None else one.value - level[0]
    alone = tuple(_lowered(grounds, one, points))
    together = () if points is None else _together(grounds, one, points, sign=-1)
    return attrs.evolve(found, points=points, alone=alone, together=_less(together, alone))


def _level(
    grounds: Grounds, one: Candidate, limits: Limits, target: Fraction, start: Fraction
) -> tuple[Fraction, Portfolio] | None:
    """
    Return the total of the application at which the best set with it is worth *target*.

    What the best set is worth is convex in that total: steps along its slopes come down to the
    crossing from above and stop at it. None when no total comes to it.
    """
    at, slope = start, Fraction(1)
    while True:
        field = grounds.replaced(attrs.evolve(one, value=at))
        best = grounds.sets.highest(field, limits)
        if best is None or best.value < target:
            return None
        if best.value == target:
            return at, best
        slope = part_of(best, one)
        if not slope:
            return None
        at -= (best.value - target) / slope


def _enough(one: Candidate, lack: Fraction) -> Fraction:
    """Return a total with which it surely comes in, if any total is enough."""
    award = Award.of(one)
    least = max(award.least, 1) if award.is_partial else award.most
    return one.value + max(lack, Fraction(0)) / (Fraction(least, award.most) if least else 1)


def _raised(grounds: Grounds, one: Candidate, points: Fraction) -> Iterator[ScoreChange]:
    for item, weight in grounds.weights.items():
        if not weight:
            continue
        headroom = grounds.tops[item] - one.scores[item]
        by = points / weight
        if by > headroom:
            yield ScoreChange(item=item, by=None)
        else:
            yield ScoreChange(item=item, by=headroom if item in grounds.self_scored else by)


def _lowered(grounds: Grounds, one: Candidate, points: Fraction | None) -> Iterator[ScoreChange]:
    """Yield the loss of each item that turns it: to a tie, or to a threshold and beyond."""
    for item, weight in grounds.weights.items():
        down = one.scores[item] - grounds.bottoms[item]
        to_tie = points / weight if points is not None and weight else None
        if to_tie is not None and item in grounds.self_scored and to_tie <= down:
            to_tie = down
        to_threshold = _to_threshold(grounds, one, item)
        if to_threshold is not None and (to_tie is None or to_threshold < to_tie):
            fits = to_threshold < down
            yield ScoreChange(item=item, by=to_threshold if fits else None, is_threshold=fits)
        elif weight:
            fits = to_tie is not None and to_tie <= down
            yield ScoreChange(item=item, by=to_tie if fits else None)


def _to_threshold(grounds: Grounds, one: Candidate, item: str) -> Fraction | None:
    """Return how much of the score may go before a threshold is reached; None without one."""
    own = grounds.thresholds.get(item)
    slacks = [] if own is None else [one.scores[item] - own]
    if grounds.total_threshold is not None:
        slacks.append(sum(one.scores.values(), Fraction(0)) - grounds.total_threshold)
    return min(slacks, default=None)


def _together(
    grounds: Grounds, one: Candidate, points: Fraction, sign: int
) -> tuple[ScoreChange, ...]:
    """Return the changes with the smallest sum that come to *points*: the heaviest items first."""
    ends = grounds.tops if sign > 0 else grounds.bottoms
    found, left = [], points
    for item in sorted(grounds.weights, key=lambda each: (-grounds.weights[each], each)):
        weight = grounds.weights[item]
        if not weight or not left or item in grounds.self_scored:
            continue
        by = min(left / weight, sign * (ends[item] - one.scores[item]))
        if by:
            found.append(ScoreChange(item=item, by=by))
            left -= by * weight
    return () if left else tuple(found)


def _less(
    together: tuple[ScoreChange, ...], alone: tuple[ScoreChange, ...]
) -> tuple[ScoreChange, ...]:
    """Return the changes of the smaller sum: all together, or the one item with a threshold."""
    single = min((one for one in alone if one.by is not None), key=_by, default=None)
    if single is None or (together and sum(map(_by, together)) <= _by(single)):
        return together
    return (single,)


def _by(one: ScoreChange) -> Fraction:
    return one.by or Fraction(0)


def _moved(found: Standing, grounds: Grounds, instead: Portfolio) -> Standing:
    """Return the standing with who else changes places when the other set is chosen."""
    before, after = set(grounds.chosen.applications), set(instead.applications)
    mine = {found.application}
    return attrs.evolve(
        found,
        joins=tuple(sorted(after - before - mine)),
        leaves=tuple(sorted(before - after - mine)),
    )


def _bound(grounds: Grounds, one: Candidate) -> Iterator[BoundLimit]:
    """Yield what the chosen set breaks when the application is added with its least sum."""
    least = {each.application: Award.of(each).least for each in grounds.field}
    cents = {
        id: grounds.chosen.awards.get(id, grounds.candidate(id).cost).cents
        for id in grounds.chosen.applications
    }
    cents[one.application] = least[one.application]
    for row in rows_of(grounds.limits, least):
        excess = row.excess(cents)
        if excess:
            yield BoundLimit(
                limit=row.limit,
                kind=row.kind,
                name=row.name,
                count=None if row.is_in_money else excess,
                money=grounds.money(excess) if row.is_in_money else None,
            )


def _sum(grounds: Grounds, one: Candidate, limits: Limits) -> Money | None:
    """Return the largest sum with which the application comes to a tie; None when none does."""
    ids = [each.application for each in grounds.field]
    mine = [
        row
        for row in rows_of(grounds.limits, ids)
        if row.is_in_money and one.application in row.members
    ]
    has_least = any(row.kind is LimitKind.LEAST_MONEY for row in mine)
    if one.least is not None or not one.cost.cents or not mine or has_least:
        return None
    if [row.kind for row in mine] == [LimitKind.BUDGET] and not _has_parts(grounds):
        return _sum_of_budget(grounds, one, limits, mine[0])
    found, tried = None, 0
    while tried <= one.cost.cents:
        cheaper = attrs.evolve(one, cost=grounds.money(tried))
        best = grounds.sets.highest(grounds.replaced(cheaper), limits)
        if best is None or best.value < grounds.chosen.value:
            break
        found = _room(grounds, one, best, mine)
        tried = found + 1
    return None if found is None else grounds.money(min(found, one.cost.cents))


def _sum_of_budget(grounds: Grounds, one: Candidate, limits: Limits, budget: Row) -> Money | None:
    """Return what the cheapest others leave that make a set as good as the chosen one with it."""
    steps = lcm(1, *(each.value.denominator for each in grounds.field))
    below = grounds.chosen.value - Fraction(1, 2 * steps)
    free = grounds.replaced(attrs.evolve(one, cost=grounds.money(0)))
    cheapest = grounds.sets.cheapest_above(free, limits, below)
    if cheapest is None:
        return None
    return grounds.money(min(budget.bound - cheapest.cost.cents, one.cost.cents))


def _has_parts(grounds: Grounds) -> bool:
    return any(each.least is not None for each in grounds.field)


def _room(grounds: Grounds, one: Candidate, best: Portfolio, rows: list[Row]) -> int:
    """Return the most cents that the application may get when the others of the set get theirs."""
    cents = {
        id: best.awards.get(id, grounds.candidate(id).cost).cents
        for id in best.applications
        if id != one.application
    }
    return min(row.bound - row.amount(cents) for row in rows)


def _barred(found: Standing, grounds: Grounds, limits: Limits) -> Standing:
    told = grounds.sets.contradiction(grounds.field, limits)
    if told is None:
        return found
    barred = tuple(one for one in told.limits if one.limit != _ASKED)
    return attrs.evolve(found, barred=barred)


def _and(limits: Limits, group: GroupLimit) -> Limits:
    return attrs.evolve(limits, groups=(*limits.groups, group))
