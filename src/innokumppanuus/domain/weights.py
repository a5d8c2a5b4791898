"""What is known of the weights: a region between linear conditions. It draws nothing."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import attrs

from innokumppanuus.domain.cones import Cone, dot, whole
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.errors import InvalidValue


@attrs.frozen(kw_only=True)
class WeightRow:
    """
    One condition on the weights: the products sum to the bound or more (painoehto).

    Attributes:
        factors: Factor by item; what is not named has the factor 0.
        bound: The least that the sum may be.
    """

    factors: Mapping[str, Fraction]
    bound: Fraction = Fraction(0)

    def slack(self, weights: Mapping[str, Fraction]) -> Fraction:
        """Return by how much the weights keep the condition; below 0 they break it."""
        given = (factor * weights[item] for item, factor in self.factors.items())
        return sum(given, -self.bound)


@attrs.frozen(kw_only=True)
class WeightRegion:
    """
    All weights that respect what is known of them (painoalue).

    Every weight is zero or more and they sum to 1, beside the rows.

    Attributes:
        items: What is weighed: criteria and scored factors, in the order of the rule set.
        rows: Further conditions.
    """

    items: tuple[str, ...] = attrs.field(validator=attrs.validators.min_len(1))
    rows: tuple[WeightRow, ...] = ()

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            for item in row.factors:
                if item not in self.items:
                    raise InvalidValue("choice-none", known=", ".join(self.items), got=item)

    @classmethod
    def of(cls, weighting: Weighting, items: Sequence[str]) -> "WeightRegion":
        """Return what *weighting* says of the weights of *items*."""
        if weighting.kind is WeightingKind.WEIGHTS:
            return cls.exact(weighting.weights).over(items)
        if weighting.kind is WeightingKind.PANEL:
            return cls.spread(tuple(weighting.panel.values())).over(items)
        region = cls(items=tuple(items), rows=_ordered(weighting.order))
        region = region.between(
            {item: one.least for item, one in weighting.intervals.items() if one.least > 0},
            {item: one.most for item, one in weighting.intervals.items() if one.most < 1},
        )
        for one in weighting.ratios:
            region = region.times(one.first, one.second, one.least, one.most)
        return region

    @classmethod
    def free(cls, items: Sequence[str]) -> "WeightRegion":
        """Return the region of which nothing is known."""
        return cls(items=tuple(items))

    @classmethod
    def order(cls, groups: Sequence[Sequence[str]]) -> "WeightRegion":
        """Return the weights that fall from group to group; within a group no order is known."""
        items = tuple(item for group in groups for item in group)
        return cls(items=items, rows=_ordered(groups))

    @classmethod
    def exact(cls, weights: Mapping[str, Fraction]) -> "WeightRegion":
        """Return the one point that has the ratios of *weights*."""
        sum_ = sum(weights.values())
        shares = {item: Fraction(weight) / sum_ for item, weight in weights.items()}
        return cls.intervals(shares, shares)

    @classmethod
    def intervals(
        cls, least: Mapping[str, Fraction], most: Mapping[str, Fraction]
    ) -> "WeightRegion":
        """Return the weights between two bounds, shares of 1, by item; both name every item."""
        free = cls(items=tuple(least))
        return free.between(least, most)

    @classmethod
    def ratios(
        cls, items: Sequence[str], ratios: Iterable[tuple[str, str, Fraction, Fraction | None]]
    ) -> "WeightRegion":
        """Return the weights of which the first is least … most times the second."""
        region = cls(items=tuple(items))
        for first, second, least, most in ratios:
            region = region.times(first, second, least, most)
        return region

    @classmethod
    def spread(cls, weights: Sequence[Mapping[str, Fraction]]) -> "WeightRegion":
        """Return the weights between the lowest and the highest that a panel's members give."""
        shares = [
            {item: Fraction(one) / sum(given.values()) for item, one in given.items()}
            for given in weights
        ]
        items = tuple(shares[0])
        return cls.intervals(
            {item: min(given[item] for given in shares) for item in items},
            {item: max(given[item] for given in shares) for item in items},
        )

    def between(
        self, least: Mapping[str, Fraction], most: Mapping[str, Fraction]
    ) -> "WeightRegion":
        """Return the part where the weights named lie between their bounds."""
        one = Fraction(1)
        low = [WeightRow(factors={item: one}, bound=bound) for item, bound in least.items()]
        high = [WeightRow(factors={item: -one}, bound=-bound) for item, bound in most.items()]
        return self.where((*low, *high))

    def times(
        self, first: str, second: str, least: Fraction, most: Fraction | None
    ) -> "WeightRegion":
        """Return the part where *first* is *least* to *most* times *second*; None is no most."""
        rows = [WeightRow(factors={first: Fraction(1), second: -least})]
        if most is not None:
            rows.append(WeightRow(factors={first: Fraction(-1), second: most}))
        return self.where(rows)

    def where(self, rows: Iterable[WeightRow]) -> "WeightRegion":
        """Return the part that keeps these conditions, too."""
        return attrs.evolve(self, rows=(*self.rows, *rows))

    def over(self, items: Sequence[str]) -> "WeightRegion":
        """Return the same region with the items in another order, or with more of them."""
        return attrs.evolve(self, items=tuple(items))

    def holds(self, weights: Mapping[str, Fraction]) -> bool:
        """Return whether the weights belong to the region."""
        sums = sum((weights[item] for item in self.items), Fraction(0)) == 1
        is_positive = all(weights[item] >= 0 for item in self.items)
        return sums and is_positive and all(row.slack(weights) >= 0 for row in self.rows)

    def cone(self) -> Cone:
        """
        Return the cone of all multiples of the weights, exact; without rays when it is empty.

        Its rays multiply with the conditions: some dozens of items or rows are too much. Since the
        weights sum to 1, a bound is the same multiple of all weights.
        """
        cone = Cone.orthant(len(self.items))
        for row in self.rows:
            cone = cone.where(self.homogeneous(row))
        return cone

    def vertices(self) -> tuple[Mapping[str, Fraction], ...]:
        """Return the corners of the region, exact, the highest first weights first; see `cone`."""
        found = sorted((_point(ray) for ray in self.cone().rays), reverse=True)
        return tuple(dict(zip(self.items, point, strict=True)) for point in found)

    @property
    def is_empty(self) -> bool:
        """Whether no weights respect all conditions."""
        return not self.cone().rays

    @property
    def is_point(self) -> bool:
        """Whether exactly one vector of weights respects all conditions."""
        return len(self.cone().rays) == 1

    def homogeneous(self, row: WeightRow) -> tuple[int, ...]:
        """Return the row over the items in whole numbers, with the bound 0."""
        zero = Fraction(0)
        return whole([row.factors.get(item, zero) - row.bound for item in self.items])

    def equalities(self) -> tuple[tuple[int, ...], ...]:
        """Return the rows, as `homogeneous`, that every weight of the region meets exactly."""
        cone = self.cone()
        rows = (self.homogeneous(row) for row in self.rows)
        return tuple(row for row in rows if not any(dot(row, ray) for ray in cone.rays))


def _ordered(groups: Sequence[Sequence[str]]) -> tuple[WeightRow, ...]:
    return tuple(
        WeightRow(factors={high: Fraction(1), low: Fraction(-1)})
        for above, below in pairwise(groups)
        for high in above
        for low in below
    )


def _point(ray: Sequence[int]) -> tuple[Fraction, ...]:
    whole_ = sum(ray)
    return tuple(Fraction(one, whole_) for one in ray)
