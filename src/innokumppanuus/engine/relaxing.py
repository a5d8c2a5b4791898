"""By how much each limit of a contradiction would have to give way. It changes no limit."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Infeasible, LimitKind, Relaxation
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.contradictions import smallest_contradiction
from innokumppanuus.engine.rows import Row
from innokumppanuus.engine.search import Search


def infeasible(things: Mapping[str, Award], rows: Sequence[Row], currency: str) -> Infeasible:
    """
    Return a smallest set of limits that contradict, with what each would have to give way by.

    Args:
        things: What may be taken, by id.
        rows: That no set keeps together.
        currency: Of the sums.
    """

    def keeping(kept: frozenset[int]) -> frozenset[int] | None:
        found = _search(things, [rows[one] for one in sorted(kept)]).any()
        return None if found is None else kept_by(found[2], rows)

    numbers = smallest_contradiction(len(rows), keeping)
    return Infeasible(
        limits=tuple(_relaxation(things, rows, numbers, one, currency) for one in numbers)
    )


def kept_by(cents: Mapping[str, int], rows: Sequence[Row]) -> frozenset[int]:
    """Return the numbers of the rows that a set keeps; *cents* are what each of it gets."""
    return frozenset(number for number, row in enumerate(rows) if not row.excess(cents))


def relaxation(row: Row, short: int, is_enough: bool, currency: str) -> Relaxation:
    """Return that the row would have to give way by *short*, in cents or in number."""
    return Relaxation(
        limit=row.limit,
        kind=row.kind,
        name=row.name,
        count=None if row.is_in_money else short,
        money=Money(short, currency) if row.is_in_money else None,
        is_enough=is_enough,
    )


def _relaxation(
    things: Mapping[str, Award],
    rows: Sequence[Row],
    contradiction: Sequence[int],
    number: int,
    currency: str,
) -> Relaxation:
    row = rows[number]
    others = [one for place, one in enumerate(rows) if place != number]
    is_enough = _search(things, others).any() is not None
    if not is_enough:
        others = [rows[one] for one in contradiction if one != number]
    return relaxation(row, _short(things, row, others), is_enough, currency)


def _short(things: Mapping[str, Award], row: Row, others: Sequence[Row]) -> int:
    """Return by how much the row is broken at least by a set that keeps the others."""
    if row.kind is LimitKind.NEEDS:
        return 1
    sign = 1 if row.is_at_least else -1
    members = set(row.members)
    weighed = {
        name: attrs.evolve(
            one,
            value=Fraction(sign * (one.least if row.is_in_money else 1) * (name in members)),
            most=one.least,
        )
        for name, one in things.items()
    }
    found, _ = _search(weighed, others).best(1)
    reached = sign * int(found[0][0])
    return row.bound - reached if row.is_at_least else reached - row.bound


def _search(things: Mapping[str, Award], rows: Sequence[Row]) -> Search:
    return Search(things=things, rows=tuple(rows))
