"""A smallest set of limits that contradict, and by how much each would have to give way."""

from collections.abc import Mapping, Sequence

import attrs

from innokumppanuus.domain.selection import Infeasible, LimitKind, Relaxation
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.contradictions import smallest_contradiction
from innokumppanuus.engine.relaxing import kept_by, relaxation
from innokumppanuus.engine.rows import Row
from innokumppanuus.errors import SelectionError
from innokumppanuus_selection.domain import Solver, Status
from innokumppanuus_selection.sets import Sets


@attrs.frozen(kw_only=True)
class Conflicts:
    """
    Where contradictions are looked for.

    Attributes:
        things: What may be taken, by id, sorted.
        rows: That no set keeps together.
        solver: Tells what can be kept together.
        currency: Of the sums.
        seconds: Time for one solution; None is no end.
    """

    things: Mapping[str, Award]
    rows: tuple[Row, ...]
    solver: Solver
    currency: str
    seconds: float | None = None

    def smallest(self) -> Infeasible:
        """
        Return a smallest contradiction, the first by the order of the rows.

        Raises:
            SelectionError: When the solver cannot prove in time what can be kept.
        """
        numbers = smallest_contradiction(len(self.rows), self._keeping)
        return Infeasible(limits=tuple(self._relaxation(numbers, one) for one in numbers))

    def _keeping(self, kept: frozenset[int]) -> frozenset[int] | None:
        cents = self._any([self.rows[one] for one in sorted(kept)], {})
        return None if cents is None else kept_by(cents, self.rows)

    def _relaxation(self, contradiction: Sequence[int], number: int) -> Relaxation:
        row = self.rows[number]
        others = [one for place, one in enumerate(self.rows) if place != number]
        is_enough = self._any(others, {}) is not None
        if not is_enough:
            others = [self.rows[one] for one in contradiction if one != number]
        return relaxation(row, self._short(row, others), is_enough, self.currency)

    def _short(self, row: Row, others: Sequence[Row]) -> int:
        """Return by how much the row is broken at least by a set that keeps the others."""
        if row.kind is LimitKind.NEEDS:
            return 1
        sign = 1 if row.is_at_least else -1
        gains = {
            name: float(sign * (self.things[name].least if row.is_in_money else 1))
            for name in row.members
        }
        cents = self._any(others, gains)
        assert cents is not None
        return row.excess(cents)

    def _any(self, rows: Sequence[Row], gains: Mapping[str, float]) -> Mapping[str, int] | None:
        """Return what a set that keeps the rows gets, each the least that is viable; or None."""
        least = {name: attrs.evolve(one, most=one.least) for name, one in self.things.items()}
        sets = Sets(things=least, rows=tuple(rows), solver=self.solver, seconds=self.seconds)
        solution = sets.solved(gains)
        if solution.status is Status.INFEASIBLE:
            return None
        if solution.status is Status.UNPROVEN:
            version = self.solver.version
            at = "selection.options"
            raise SelectionError("choice-solver-contradiction", at=at, solver=version)
        return sets.reckoned(solution).cents
