"""What can be asked about the best sets of a field, and exact answers for a small one."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from math import lcm
from typing import Protocol, runtime_checkable

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Infeasible, Limits, Portfolio
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.exact import MOST_LIMITED, exact_optima, set_of
from innokumppanuus.engine.fronts import Fronts
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.engine.search import Search
from innokumppanuus.engine.selection import MOST_CANDIDATES
from innokumppanuus.errors import TooManyApplications


@runtime_checkable
class BestSets(Protocol):
    """
    Answers about best sets, whatever finds them.

    Explanations ask the same of the core's exact method and of an integer programme.
    """

    def highest(self, field: Sequence[Candidate], limits: Limits) -> Portfolio | None:
        """Return some set of the highest value; None when the limits contradict."""
        ...

    def thriftiest(
        self, field: Sequence[Candidate], limits: Limits
    ) -> tuple[Portfolio, bool] | None:
        """
        Return a set of the highest value that costs the least, and whether no other one does.

        None when the limits contradict.
        """
        ...

    def cheapest_above(
        self, field: Sequence[Candidate], limits: Limits, value: Fraction
    ) -> Portfolio | None:
        """Return some set of the lowest cost that is worth more than *value*; None for none."""
        ...

    def contradiction(self, field: Sequence[Candidate], limits: Limits) -> Infeasible | None:
        """Return a smallest set of limits that contradict; None when none do."""
        ...


@attrs.frozen
class SmallSets:
    """
    Exact answers in whole numbers.

    At most 100 candidates; at most 30 when there are limits beside budget and maximum, or parts.
    """

    def highest(self, field: Sequence[Candidate], limits: Limits) -> Portfolio | None:
        """See `BestSets`."""
        found = self._best(field, limits, Fraction(0))
        return found[0] if found else None

    def thriftiest(
        self, field: Sequence[Candidate], limits: Limits
    ) -> tuple[Portfolio, bool] | None:
        """See `BestSets`."""
        found = self._best(field, limits, _speck(field))
        return (found[0], len(found) == 1) if found else None

    def cheapest_above(
        self, field: Sequence[Candidate], limits: Limits, value: Fraction
    ) -> Portfolio | None:
        """See `BestSets`; from the dearest of them on, one after another."""
        found: Portfolio | None = None
        while True:
            best = self.thriftiest(field, limits)
            if best is None or best[0].value <= value:
                return found
            found = best[0]
            if not found.cost.cents:
                return found
            limits = attrs.evolve(limits, budget=Money(found.cost.cents - 1, found.cost.currency))

    def contradiction(self, field: Sequence[Candidate], limits: Limits) -> Infeasible | None:
        """See `BestSets`."""
        return exact_optima(field, limits, 1, Fraction(0)).infeasible

    def _best(
        self, field: Sequence[Candidate], limits: Limits, speck: Fraction
    ) -> tuple[Portfolio, ...]:
        """Return at most two of the best sets when every cent takes a *speck* off their value."""
        by_id = {one.application: one for one in field}
        values = {name: one.value - speck * one.cost.cents for name, one in by_id.items()}
        if limits.is_plain and all(one.least is None for one in field):
            return self._of_fronts(by_id, limits, values)
        if len(field) > MOST_LIMITED:
            raise TooManyApplications(len(field), MOST_LIMITED)
        things = {
            name: attrs.evolve(Award.of(one), value=values[name]) for name, one in by_id.items()
        }
        found, _ = Search(things=things, rows=rows_of(limits, things)).best(2)
        return tuple(set_of([by_id[id] for id in ids], cents) for _, ids, cents in found)

    def _of_fronts(
        self,
        by_id: dict[str, Candidate],
        limits: Limits,
        values: dict[str, Fraction],
    ) -> tuple[Portfolio, ...]:
        if len(by_id) > MOST_CANDIDATES:
            raise TooManyApplications(len(by_id), MOST_CANDIDATES)
        scale = lcm(1, *(one.denominator for one in values.values()))
        ordered = sorted(by_id, key=lambda one: (-values[one], by_id[one].cost.cents, one))
        fronts = Fronts(
            values=tuple(int(values[one] * scale) for one in ordered),
            costs=tuple(by_id[one].cost.cents for one in ordered),
            money=limits.budget.cents if limits.budget is not None else None,
            places=len(ordered) if limits.maximum is None else min(limits.maximum, len(ordered)),
        )
        sets = ([by_id[ordered[i]] for i in one] for one in islice(fronts.best_sets(), 2))
        return tuple(
            set_of(members, {one.application: one.cost.cents for one in members})
            for members in sets
        )


def _speck(field: Sequence[Candidate]) -> Fraction:
    """Return what a cent may be worth so that all cents are less than any gap of two values."""
    steps = lcm(1, *(one.value.denominator for one in field))
    if any(one.least is not None for one in field):
        steps *= lcm(1, *(one.cost.cents for one in field if one.cost.cents))
    return Fraction(1, steps * (1 + sum(one.cost.cents for one in field)))
