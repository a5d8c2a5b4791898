"""Limits as rows of whole numbers over the candidates, and what a set breaks of them. No search."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.selection import GroupLimit, LimitKind, Limits, Needs

_IN_MONEY = (LimitKind.BUDGET, LimitKind.MOST_MONEY, LimitKind.LEAST_MONEY)
_AT_LEAST = (LimitKind.MINIMUM, LimitKind.LEAST, LimitKind.LEAST_MONEY)


@attrs.frozen(kw_only=True)
class Row:
    """
    One demand of the limits: a number or a sum of members, at least or at most a bound.

    Attributes:
        limit: Id of the limit; `budget`, `maximum` and `minimum` for those of the whole choice.
        kind: What it demands.
        name: What the limit is called; None for those of the whole choice.
        members: Ids of those that count, sorted; of a `needs` the one that needs.
        bound: How many, or how many cents; of a `needs` zero.
        other: Whom a `needs` needs.
    """

    limit: str
    kind: LimitKind
    name: Label | None = None
    members: tuple[str, ...]
    bound: int
    other: str = ""

    @property
    def is_in_money(self) -> bool:
        return self.kind in _IN_MONEY

    @property
    def is_at_least(self) -> bool:
        return self.kind in _AT_LEAST

    def amount(self, cents: Mapping[str, int]) -> int:
        """Return what the set comes to in this row; *cents* are what each of the set gets."""
        mine = [cents[one] for one in self.members if one in cents]
        if self.kind is LimitKind.NEEDS:
            return len(mine) if self.other not in cents else 0
        return sum(mine) if self.is_in_money else len(mine)

    def excess(self, cents: Mapping[str, int]) -> int:
        """Return by how much the set breaks the row; zero when it keeps it."""
        over = self.amount(cents) - self.bound
        return max(-over if self.is_at_least else over, 0)


def rows_of(limits: Limits, applications: Iterable[str]) -> tuple[Row, ...]:
    """
    Return the limits as rows: of the whole choice first, then groups and needs by id.

    Args:
        limits: In one currency.
        applications: Ids of the candidates.
    """
    everyone = tuple(sorted(applications))
    known = set(everyone)
    found = [*_whole(limits, everyone)]
    for group in sorted(limits.groups, key=lambda one: one.id):
        found += _group(group, tuple(one for one in sorted(group.members) if one in known))
    for need in sorted(limits.needs, key=lambda one: (one.id, one.application, one.other)):
        if need.application in known:
            found.append(_need(need))
    return tuple(found)


def broken(rows: Iterable[Row], cents: Mapping[str, int]) -> tuple[Row, ...]:
    """Return the rows that the set breaks."""
    return tuple(row for row in rows if row.excess(cents))


def _whole(limits: Limits, everyone: tuple[str, ...]) -> Iterator[Row]:
    bounds = (
        (LimitKind.MAXIMUM, limits.maximum),
        (LimitKind.BUDGET, None if limits.budget is None else limits.budget.cents),
        (LimitKind.MINIMUM, limits.minimum),
    )
    for kind, bound in bounds:
        if bound is not None:
            yield Row(limit=kind.value, kind=kind, members=everyone, bound=bound)


def _group(group: GroupLimit, members: tuple[str, ...]) -> Iterator[Row]:
    bounds = (
        (LimitKind.LEAST, group.least),
        (LimitKind.MOST, group.most),
        (LimitKind.LEAST_MONEY, None if group.least_money is None else group.least_money.cents),
        (LimitKind.MOST_MONEY, None if group.most_money is None else group.most_money.cents),
    )
    for kind, bound in bounds:
        if bound is not None:
            yield Row(limit=group.id, kind=kind, name=group.name, members=members, bound=bound)


def _need(need: Needs) -> Row:
    return Row(
        limit=need.id,
        kind=LimitKind.NEEDS,
        name=need.name,
        members=(need.application,),
        bound=0,
        other=need.other,
    )
