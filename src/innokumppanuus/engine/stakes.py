"""A choice with uncertain weights and scores in whole numbers: values, limits, who beats whom."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TypeAlias

import attrs

from innokumppanuus.domain.core_index import (
    BandedCandidate,
    CoreIndex,
    CoreIndices,
    RobustChoice,
    UnbeatenSet,
    shares,
    standing_of,
)
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import LimitKind
from innokumppanuus.engine.rows import Row, rows_of
from innokumppanuus.errors import SelectionError

Whole: TypeAlias = tuple[int, ...]


@attrs.frozen(kw_only=True)
class Line:
    """
    A limit as factors whose sum over a set is the bound at most.

    Attributes:
        kind: What the limit demands.
        factors: By place of the candidate.
        bound: The most that the factors of a set may sum to.
    """

    kind: LimitKind
    factors: Whole
    bound: int


@attrs.frozen(kw_only=True)
class Stakes:
    """
    What each candidate adds at each corner of the weights, and the limits.

    A set is a bit mask over the places of the candidates.

    Attributes:
        ids: By place.
        low: (corners × candidates): what it adds at least; each corner has a scale of its own. When
            cost is weighed, the last one is the cost, below zero.
        high: The same at most.
        scales: By corner: what the numbers of it were multiplied by.
        lines: Kept by every set.
        costs: In cents, the most that each may cost.
        currency: Of the costs.
        weighs_cost: Whether the last corner is the cost.
    """

    ids: tuple[str, ...]
    low: tuple[Whole, ...]
    high: tuple[Whole, ...]
    scales: Whole
    lines: tuple[Line, ...]
    costs: Whole
    currency: str
    weighs_cost: bool = False

    @property
    def has_bands(self) -> bool:
        """Whether some score or cost is known between bounds only."""
        return self.low != self.high

    def beats(self, first: int, second: int) -> bool:
        """Return whether one set beats another; what both hold counts for neither."""
        mine, theirs = self.places(first & ~second), self.places(second & ~first)
        is_more = False
        for low, high in zip(self.low, self.high, strict=True):
            if sum(low[i] for i in mine) < sum(high[i] for i in theirs):
                return False
            is_more = is_more or sum(high[i] for i in mine) > sum(low[i] for i in theirs)
        return is_more

    def total(self, one: int) -> Fraction:
        """Return a number that is higher for the one of two sets that beats the other."""
        members = self.places(one)
        return sum(
            (
                Fraction(sum(low[i] + high[i] for i in members), scale)
                for low, high, scale in zip(self.low, self.high, self.scales, strict=True)
            ),
            Fraction(0),
        )

    def keeps(self, one: int) -> bool:
        """Return whether the set keeps every limit."""
        members = self.places(one)
        return all(sum(line.factors[i] for i in members) <= line.bound for line in self.lines)

    def places(self, one: int) -> list[int]:
        """Return the places of the members of the set."""
        return [place for place in range(len(self.ids)) if one >> place & 1]

    def mask(self, applications: Iterable[str]) -> int:
        """Return the set of the applications."""
        members = set(applications)
        return sum(1 << place for place, one in enumerate(self.ids) if one in members)

    def told(self, one: int) -> UnbeatenSet:
        """Return the set as people see it."""
        members = self.places(one)
        corners = list(zip(self.low, self.high, self.scales, strict=True))
        corners = corners[: len(corners) - int(self.weighs_cost)]
        return UnbeatenSet(
            applications=tuple(self.ids[i] for i in members),
            least=min(Fraction(sum(low[i] for i in members), scale) for low, _, scale in corners),
            most=max(Fraction(sum(high[i] for i in members), scale) for _, high, scale in corners),
            cost=Money(sum(self.costs[i] for i in members), self.currency),
        )

    def indices(self, sets: Iterable[int]) -> CoreIndices:
        """Return the sets with what they say of each candidate, all of them proven."""
        told = tuple(sorted((self.told(one) for one in sets), key=lambda one: one.applications))
        found = shares(told, self.ids)
        return CoreIndices(
            sets=told,
            indices=tuple(
                CoreIndex(application=one, share=share, standing=standing_of(share))
                for one, share in found.items()
            ),
        )


def stakes_of(choice: RobustChoice) -> Stakes:
    """
    Return the choice in whole numbers.

    Raises:
        SelectionError: When no weights are allowed.
    """
    corners = choice.region.vertices()
    if not corners:
        raise SelectionError("choice-no-weights", at="assessment.weighting")
    candidates = tuple(sorted(choice.candidates, key=lambda one: one.application))
    ids = tuple(one.application for one in candidates)
    costs = {one.application: one.cost.cents for one in candidates}
    rows = [_at_corner(candidates, corner) for corner in corners]
    if choice.weighs_cost:
        dearest = tuple(-one.cost.cents for one in candidates)
        rows.append((dearest, tuple(-_least_cost(one) for one in candidates), 1))
    return Stakes(
        ids=ids,
        low=tuple(low for low, _, _ in rows),
        high=tuple(high for _, high, _ in rows),
        scales=tuple(scale for _, _, scale in rows),
        lines=tuple(lines(rows_of(choice.limits, ids), costs)),
        costs=tuple(costs.values()),
        currency=candidates[0].cost.currency if candidates else "EUR",
        weighs_cost=choice.weighs_cost,
    )


def lines(rows: Iterable[Row], costs: Mapping[str, int]) -> list[Line]:
    """Return limits as sums of factors that are the bound at most, divided by what they share."""
    found = []
    for row in rows:
        factors = dict.fromkeys(costs, 0)
        for name in row.members:
            factors[name] = costs[name] if row.is_in_money else 1
        if row.kind is LimitKind.NEEDS and row.other in factors:
            factors[row.other] -= 1
        sign = -1 if row.is_at_least else 1
        given = tuple(sign * factor for factor in factors.values())
        common = gcd(*given) or 1
        found.append(
            Line(
                kind=row.kind,
                factors=tuple(one // common for one in given),
                bound=sign * row.bound // common,
            )
        )
    return found


def _at_corner(
    candidates: Sequence[BandedCandidate], corner: Mapping[str, Fraction]
) -> tuple[Whole, Whole, int]:
    low = [_worth(one.band.least, corner) for one in candidates]
    high = [_worth(one.band.most, corner) for one in candidates]
    scale = lcm(1, *(one.denominator for one in (*low, *high)))
    return tuple(int(one * scale) for one in low), tuple(int(one * scale) for one in high), scale


def _worth(scores: Mapping[str, Fraction], corner: Mapping[str, Fraction]) -> Fraction:
    return sum((corner[item] * scores[item] for item in corner), Fraction(0))


def _least_cost(one: BandedCandidate) -> int:
    return one.cost.cents if one.least_cost is None else one.least_cost.cents
