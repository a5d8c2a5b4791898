"""Contradictions: a solver that finds nothing out in time says so."""

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import LimitKind, Limits
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.errors import SelectionError
from innokumppanuus.testing.portfolios import a_candidate
from innokumppanuus_selection.conflicts import Conflicts
from innokumppanuus_selection.domain import Programme, Solution, Solver, Status
from innokumppanuus_selection.solvers import solver_of


class Late:
    """A solver that has no time."""

    key = "late"
    version = "late 1"

    def solve(self, programme: Programme, seconds: float | None) -> Solution:
        return Solution(status=Status.UNPROVEN)


def conflicts(solver: Solver) -> Conflicts:
    field = [a_candidate(f"H{number}", number, 100_000 * number) for number in (1, 2, 3)]
    things = {one.application: Award.of(one) for one in field}
    limits = Limits(budget=Money(250_000), minimum=2, maximum=3)
    return Conflicts(things=things, rows=rows_of(limits, things), solver=solver, currency="EUR")


def test_each_limit_of_the_smallest_contradiction_tells_what_it_lacks() -> None:
    found = conflicts(solver_of("scipy")).smallest()

    assert [(one.kind, one.money, one.count) for one in found.limits] == [
        (LimitKind.BUDGET, Money(50_000), None),
        (LimitKind.MINIMUM, None, 1),
    ]


def test_a_solver_without_time_is_told_of() -> None:
    with pytest.raises(SelectionError, match="did not find out in time"):
        conflicts(Late()).smallest()
