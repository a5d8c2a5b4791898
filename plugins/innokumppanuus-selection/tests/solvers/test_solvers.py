"""Every installed solver: optimum, no way, nothing printed."""

import os

import pytest

from innokumppanuus_selection.domain import Column, Constraint, Programme, Solver, Status
from innokumppanuus_selection.solvers import EXTRAS, installed, solver_of

PICK = Programme(
    columns=(
        Column(name="a", gain=3),
        Column(name="b", gain=2),
        Column(name="c", most=9, is_whole=False, gain=1),
    ),
    constraints=(
        Constraint(terms={"a": 2, "b": 1, "c": 1}, most=2.5),
        Constraint(terms={"a": 1, "b": 1}, least=1),
    ),
)


@pytest.fixture(params=["scipy", *sorted(EXTRAS)])
def solver(request: pytest.FixtureRequest) -> Solver:
    if request.param not in installed():
        pytest.skip(f"{EXTRAS[request.param]} is not installed")
    return solver_of(request.param)


def test_an_optimum_is_found_and_proven(solver: Solver) -> None:
    found = solver.solve(PICK, None)

    assert found.status is Status.OPTIMAL
    assert {name: round(value, 6) for name, value in found.values.items()} in (
        {"a": 1, "b": 0, "c": 0.5},
        {"a": 0, "b": 1, "c": 1.5},
    )


def test_what_cannot_be_is_told(solver: Solver) -> None:
    both = Constraint(terms={"a": 1, "b": 1}, least=3)

    found = solver.solve(Programme(columns=PICK.columns, constraints=(both,)), None)

    assert found.status is Status.INFEASIBLE


def test_nothing_is_printed(solver: Solver, capfd: pytest.CaptureFixture[str]) -> None:
    solver.solve(PICK, 60)
    os.write(1, b"after")

    assert capfd.readouterr() == ("after", "")


def test_it_tells_its_name_and_version(solver: Solver) -> None:
    assert any(letter.isdigit() for letter in solver.version)
