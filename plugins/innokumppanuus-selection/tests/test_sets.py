"""Sets one after another: more than are listed, no proof, and a solver that breaks limits."""

import random
from collections.abc import Mapping
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.selection import Candidate, GroupLimit, Limits
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.engine.selection import ExactSum
from innokumppanuus.errors import SelectionError, Stopped
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.portfolios import a_candidate, a_field, every_set
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


@attrs.frozen
class Listening:
    """Scipy's solver, which keeps how much it was asked about."""

    sizes: list[int] = attrs.field(factory=list)
    key: str = "scipy"
    version: str = "scipy"

    def solve(self, programme: Programme, seconds: float | None) -> Solution:
        self.sizes.append(len(programme.columns))
        return solver_of("scipy").solve(programme, seconds)


def large(dice: random.Random, count: int) -> tuple[tuple[Candidate, ...], Limits]:
    field = tuple(
        a_candidate(f"H{number:02}", Fraction(dice.randint(200, 600), 100), dice.randint(30, 120))
        for number in range(count)
    )
    return field, Limits(budget=Money(18 * count), maximum=count // 3)


def test_sets_of_ninety_are_those_that_the_core_finds_in_whole_numbers() -> None:
    dice = random.Random(20186)
    for _ in range(10):
        field, limits = large(dice, 90)
        things = {one.application: Award.of(one) for one in field}
        asked = Sets(things=things, rows=rows_of(limits, things), solver=solver_of("scipy"))

        listing = asked.listed(50, Fraction(0))

        exact = ExactSum().select(field, limits, {}).portfolios
        assert [one.ids for one in listing.best] == [one.applications for one in exact]


def test_of_many_applications_the_solver_is_asked_about_few() -> None:
    field, limits = large(random.Random(20187), 400)
    things = {one.application: Award.of(one) for one in field}
    solver = Listening()

    Sets(things=things, rows=rows_of(limits, things), solver=solver).listed(1, Fraction(0))

    assert max(solver.sizes) < 200


def test_a_first_look_that_finds_nothing_decides_nothing() -> None:
    # By value alone the first thirty are taken, and the group demands the others.
    values = {f"H{number:02}": 100 - number for number in range(60)}
    group = GroupLimit(id="g", name=label(), members=tuple(sorted(values)[-28:]), least=28)
    asked = sets(Limits(maximum=30, groups=(group,)), values)

    (one,) = asked.listed(5, Fraction(0)).best

    assert one.ids == (*sorted(values)[:2], *sorted(values)[-28:])


@attrs.frozen(kw_only=True)
class OneByOne(Sets):
    """Sets that are looked for one after another, as where there are too many to go through."""

    def worth_at_least(self, *asked: object, **more: object) -> None:
        return None


@pytest.mark.parametrize("kind", [Sets, OneByOne])
@pytest.mark.parametrize("partial", [False, True])
def test_what_is_listed_is_best_however_few_are_listed_and_however_close_they_come(
    kind: type[Sets], partial: bool
) -> None:
    dice = random.Random(10)
    specks = [Fraction(one, 10**digits * 999_983) for one in (-1, 0, 1) for digits in (9, 12, 15)]
    tried = 0
    for _ in range(60):
        field, limits = a_field(dice, 6, partial)
        field = tuple(
            attrs.evolve(one, value=dice.randint(-1, 2) + dice.choice(specks)) for one in field
        )
        truth = every_set(field, limits)
        best = {one.applications for one in truth if one.value == truth[0].value}
        things = {one.application: Award.of(one) for one in field}
        given = kind(things=things, rows=rows_of(limits, things), solver=solver_of("scipy"))

        for most in (1, 3):
            listing = given.listed(most, Fraction(0))
            tried += listing.is_proven
            if listing.is_proven:
                assert {one.ids for one in listing.best} <= best
                assert len(listing.best) == min(most, len(best))
                assert listing.is_complete == (len(best) <= most)
    assert tried > 100


def test_where_rounded_values_hide_which_set_is_best_nothing_is_called_proven() -> None:
    things = {
        f"H{place:02}": Award(value=1 + Fraction(place // 2, 10**15 * 999_983), least=1, most=1)
        for place in range(80)
    }
    one_of = OneByOne(
        things=things, rows=rows_of(Limits(maximum=1), things), solver=solver_of("scipy")
    )

    listing = one_of.listed(1, Fraction(0))

    assert not listing.is_proven or listing.best[0].ids in (("H78",), ("H79",))


def alike(pace: Pace = unwatched) -> Sets:
    """Return sets of which so many are equally good that the solver is asked for each."""
    values = {f"H{number:02}": 7 for number in range(40)}
    return attrs.evolve(sets(Limits(maximum=20), values), pace=pace)


def test_every_set_that_the_solver_is_asked_for_is_a_step() -> None:
    told: list[tuple[int, int]] = []

    listing = alike(lambda done, of: told.append((done, of))).listed(3, Fraction(0))

    assert told == [(0, 8), (1, 8), (2, 8), (3, 8)]
    assert listing == alike().listed(3, Fraction(0))


def test_listing_stops_between_two_sets() -> None:
    told: list[int] = []

    def stop_at_the_third(done: int, of: int) -> None:
        told.append(done)
        if len(told) == 3:
            raise Stopped

    with pytest.raises(Stopped):
        alike(stop_at_the_third).listed(20, Fraction(0))

    assert told == [0, 1, 2]


def test_near_sets_that_the_solver_is_asked_for_are_steps_too() -> None:
    told: list[int] = []
    values = {"H1": 10, "H2": 9, "H3": 8, "H4": 7}
    asked = sets(Limits(maximum=1), values)
    near = OneByOne(
        things=asked.things,
        rows=asked.rows,
        solver=asked.solver,
        pace=lambda done, of: told.append(done),
    )

    listing = near.listed(2, Fraction(1, 2))

    assert [one.ids for one in listing.near] == [("H2",), ("H3",)]
    assert told == [0, 1, 3, 4, 5]
