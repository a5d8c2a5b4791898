"""Sets one after another: more than are listed, no proof, and a solver that breaks limits."""

from collections.abc import Mapping
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.errors import SelectionError
from innokumppanuus_selection.domain import Programme, Solution, Solver, Status
from innokumppanuus_selection.sets import Sets
from innokumppanuus_selection.solvers import solver_of


def sets(limits: Limits, values: Mapping[str, int], solver: Solver | None = None) -> Sets:
    things = {
        name: Award(value=Fraction(value), least=100, most=100) for name, value in values.items()
    }
    return Sets(things=things, rows=rows_of(limits, things), solver=solver or solver_of("scipy"))


def test_more_best_sets_than_are_listed_are_told_of() -> None:
    many = sets(Limits(maximum=2), dict.fromkeys(("H1", "H2", "H3", "H4"), 1))

    assert [many.listed(listed, Fraction(0)).is_complete for listed in (5, 6)] == [False, True]


def test_of_more_near_sets_than_are_listed_only_those_better_than_the_rest_are() -> None:
    one_of = sets(Limits(maximum=1), {"H1": 10, "H2": 9, "H3": 8, "H4": 8})

    listing = one_of.listed(2, Fraction(1, 2))

    assert ([one.ids for one in listing.near], listing.is_near_complete) == ([("H2",)], False)


@attrs.frozen
class Failing:
    """A solver that says what it is told to."""

    solution: Solution
    key: str = "failing"
    version: str = "failing 1"

    def solve(self, programme: Programme, seconds: float | None) -> Solution:
        return self.solution


def test_a_solver_that_breaks_a_limit_is_not_believed() -> None:
    careless = Failing(Solution(status=Status.OPTIMAL, values={"H1": 1.0, "H2": 1.0}))

    with pytest.raises(SelectionError, match="breaks the limits budget"):
        sets(Limits(budget=Money(150)), {"H1": 1, "H2": 1}, careless).listed(5, Fraction(0))


def test_without_proof_nothing_is_called_proven() -> None:
    late = Failing(Solution(status=Status.UNPROVEN))

    listing = sets(Limits(), {"H1": 1}, late).listed(5, Fraction(0))

    assert (listing.best, listing.is_proven) == ((), False)
