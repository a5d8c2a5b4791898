"""Small fields with every kind of limit, and an oracle that tries all their sets, slowly."""

import random
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, GroupLimit, Limits, Needs, Portfolio
from innokumppanuus.engine.awards import Award, divided
from innokumppanuus.engine.exact import set_of
from innokumppanuus.engine.rows import Row, rows_of


def a_candidate(id: str, value: int | Fraction, cents: int, least: int | None = None) -> Candidate:
    """Return a candidate of the value and cost; *least* cents are viable."""
    return Candidate(
        application=id,
        value=Fraction(value),
        cost=Money(cents),
        scores={"K1": Fraction(value)},
        least=None if least is None else Money(least),
    )


def a_field(
    dice: random.Random, most: int = 7, partial: bool = False
) -> tuple[tuple[Candidate, ...], Limits]:
    """Return a random field of at most *most* candidates, with limits that may contradict."""
    ids = [f"H{number}" for number in range(dice.randint(0, most))]
    field = tuple(_random_candidate(dice, one, partial) for one in ids)
    groups = tuple(
        GroupLimit(
            id=f"g{number}",
            name=Label(f"Ryhmä {number}"),
            members=tuple(one for one in ids if dice.random() < 0.5),
            least=_perhaps(dice, 0, 2),
            most=_perhaps(dice, 0, 3),
            least_money=None if partial else _sum(_perhaps(dice, 0, 8)),
            most_money=None if partial else _sum(_perhaps(dice, 0, 10)),
        )
        for number in range(dice.randint(0, 3))
    )
    needs = tuple(
        Needs(
            id=f"n{number}",
            name=Label(f"Edellytys {number}"),
            application=dice.choice(ids),
            other=dice.choice([*ids, "H99"]),
        )
        for number in range(dice.randint(0, 2) if ids else 0)
    )
    limits = Limits(
        budget=_sum(_perhaps(dice, 0, 18, often=0.7)),
        maximum=_perhaps(dice, 0, 5),
        minimum=_perhaps(dice, 1, 4),
        groups=groups,
        needs=needs,
    )
    return field, limits


def every_set(candidates: Sequence[Candidate], limits: Limits) -> tuple[Portfolio, ...]:
    """Return every set that keeps the limits, by trying all, best first and then by ids."""
    by_id = {one.application: one for one in sorted(candidates, key=lambda one: one.application)}
    rows = rows_of(limits, by_id)
    found = []
    for size in range(len(by_id) + 1):
        for ids in combinations(by_id, size):
            cents = divided({one: Award.of(by_id[one]) for one in ids}, rows)
            if cents is not None and not any(row.excess(cents) for row in rows):
                found.append(set_of([by_id[one] for one in ids], cents))
    return tuple(sorted(found, key=lambda one: (-one.value, one.applications)))


def first_contradiction(candidates: Sequence[Candidate], limits: Limits) -> tuple[Row, ...] | None:
    """Return the first of the smallest sets of rows that no set keeps; None when there is none."""
    costs = {one.application: Award.of(one) for one in candidates}
    rows = rows_of(limits, costs)
    sets = [
        {one: costs[one].least for one in ids}
        for size in range(len(costs) + 1)
        for ids in combinations(costs, size)
    ]
    for size in range(len(rows) + 1):
        for kept in combinations(rows, size):
            if not any(_keeps(one, kept) for one in sets):
                return kept
    return None


def least_excess(candidates: Sequence[Candidate], row: Row, others: Iterable[Row]) -> int | None:
    """Return by how little a set that keeps the others can break the row; None when none does."""
    costs = {one.application: Award.of(one).least for one in candidates}
    kept = tuple(others)
    found = [
        row.excess({one: costs[one] for one in ids})
        for size in range(len(costs) + 1)
        for ids in combinations(costs, size)
        if _keeps({one: costs[one] for one in ids}, kept)
    ]
    return min(found, default=None)


def _keeps(cents: Mapping[str, int], rows: Iterable[Row]) -> bool:
    return not any(row.excess(cents) for row in rows)


def _random_candidate(dice: random.Random, id: str, partial: bool) -> Candidate:
    cost = dice.randint(0, 6)
    least = dice.randint(0, cost) if partial and cost and dice.random() < 0.6 else cost
    return a_candidate(id, Fraction(dice.randint(-2, 6), 2), cost, least if least < cost else None)


def _perhaps(dice: random.Random, low: int, high: int, often: float = 0.3) -> int | None:
    return dice.randint(low, high) if dice.random() < often else None


def _sum(cents: int | None) -> Money | None:
    return None if cents is None else Money(cents)
