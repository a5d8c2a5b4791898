"""What explanations ask about best sets, answered by integer programmes. It asks nothing."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.selection import Candidate, Infeasible, Limits, Portfolio
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.best_sets import BestSets, SmallSets
from innokumppanuus.engine.exact import set_of
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.errors import SelectionError
from innokumppanuus_selection.domain import Constraint, Solution, Solver, Status
from innokumppanuus_selection.narrowing import Bound
from innokumppanuus_selection.portfolio import ExactPortfolio
from innokumppanuus_selection.programme import Scale, scale_of, worth_terms
from innokumppanuus_selection.sets import Found, Sets
from innokumppanuus_selection.solvers.scipy_milp import ScipyMilp

MOST_SMALL: Final = 16
"""Fields of at most so many are asked of the core's exact method."""

_LISTED: Final = 20
_WHOLE_SLACK: Final = 0.5


def sets_for(count: int) -> BestSets:
    """Return what answers soonest for a field of *count*; the answers are the same."""
    return SmallSets() if count <= MOST_SMALL else ProgrammeSets()


@attrs.frozen
class ProgrammeSets:
    """
    Answers by integer programmes with a gap of zero, reckoned again in whole numbers.

    That nothing is better or cheaper is the solver's proof.

    Attributes:
        solver: Solves them.
    """

    solver: Solver = attrs.field(factory=ScipyMilp)

    def highest(self, field: Sequence[Candidate], limits: Limits) -> Portfolio | None:
        """See `BestSets`."""
        asked = self._asked(field, limits)
        found = asked.highest()
        return None if found is None else asked.portfolio(found)

    def thriftiest(
        self, field: Sequence[Candidate], limits: Limits
    ) -> tuple[Portfolio, bool] | None:
        """
        See `BestSets`.

        Raises:
            SelectionError: When parts of costs may be granted.
        """
        asked = self._asked(field, limits)
        every = asked.all_highest()
        if every:
            ordered = sorted(every, key=lambda one: (asked.cost(one), one.ids))
            is_only = len(every) == 1 or asked.cost(ordered[1]) > asked.cost(ordered[0])
            return asked.portfolio(ordered[0]), is_only
        best = asked.highest()
        if best is None:
            return None
        cheapest = next(asked.cheapest(best.value))
        others = asked.cheapest(best.value, without=(cheapest,))
        other = next(others, None)
        is_only = other is None or asked.cost(other) > asked.cost(cheapest)
        return asked.portfolio(cheapest), is_only

    def cheapest_above(
        self, field: Sequence[Candidate], limits: Limits, value: Fraction
    ) -> Portfolio | None:
        """
        See `BestSets`.

        Raises:
            SelectionError: When parts of costs may be granted.
        """
        asked = self._asked(field, limits)
        above = (one for one in asked.cheapest(value) if one.value > value)
        found = next(above, None)
        return None if found is None else asked.portfolio(found)

    def contradiction(self, field: Sequence[Candidate], limits: Limits) -> Infeasible | None:
        """See `BestSets`."""
        return ExactPortfolio().select(field, limits, {"listed": 1}).infeasible

    def _asked(self, field: Sequence[Candidate], limits: Limits) -> "_Asked":
        by_id = {one.application: one for one in sorted(field, key=lambda each: each.application)}
        things = {name: Award.of(one) for name, one in by_id.items()}
        sets = Sets(things=things, rows=rows_of(limits, things), solver=self.solver)
        scale = scale_of(things)
        return _Asked(candidates=by_id, sets=sets, scale=scale, bound=sets.bound(scale))


@attrs.frozen(kw_only=True)
class _Asked:
    """One field and its limits as a programme."""

    candidates: Mapping[str, Candidate]
    sets: Sets
    scale: Scale
    bound: Bound

    def all_highest(self) -> tuple[Found, ...] | None:
        """Return every best set; None when the solver has to be asked."""
        if any(one.is_partial for one in self.sets.things.values()):
            return None
        return self.sets.all_highest(self.scale, self.bound)

    def highest(self) -> Found | None:
        every = self.all_highest()
        if every:
            return every[0]
        if self.scale.slack > _WHOLE_SLACK:
            # Rounded values: every set that rounding could hide is looked at.
            listing = self.sets.listed(_LISTED, Fraction(0))
            if not listing.is_proven:
                raise self._unproven()
            return listing.best[0] if listing.best else None
        return self._proven(self.sets.highest(self.scale, self.bound))

    def cheapest(self, value: Fraction, without: Sequence[Found] = ()) -> Iterator[Found]:
        """Yield sets worth *value* or more, and on the scale as much, the cheapest first."""
        if any(one.is_partial for one in self.sets.things.values()):
            raise SelectionError("choice-parts-cheapest", at="selection.limits.partial")
        worth = worth_terms(self.sets.things, self.scale.gains)
        floor = Constraint(terms=worth, least=float(value * self.scale.factor) - self.scale.slack)
        costs = {name: -float(one.most) for name, one in self.sets.things.items()}
        fixed = self.bound.fixed(value * self.scale.factor)
        passed = list(without)
        while True:
            solution = self.sets.solved(costs, (*self.sets.others(passed), floor), fixed)
            found = self._proven(solution)
            if found is None:
                return
            if found.value >= value:
                yield found
            passed.append(found)

    def cost(self, one: Found) -> int:
        return sum(one.cents.values())

    def portfolio(self, one: Found) -> Portfolio:
        return set_of([self.candidates[id] for id in one.ids], one.cents)

    def _proven(self, solution: Solution) -> Found | None:
        if solution.status is Status.UNPROVEN:
            raise self._unproven()
        if solution.status is Status.INFEASIBLE:
            return None
        return self.sets.reckoned(solution)

    def _unproven(self) -> SelectionError:
        return SelectionError("choice-solver-unproven", solver=self.sets.solver.version)
