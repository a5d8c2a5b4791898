"""What a bound decides is so in every set that is worth enough, whatever the prices."""

import random
from fractions import Fraction

import pytest

from innokumppanuus.domain.selection import Limits, Portfolio
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.testing.portfolios import a_field, every_set
from innokumppanuus_selection.domain import Column, Constraint, Programme, Solution, Status
from innokumppanuus_selection.narrowing import bound_of, without
from innokumppanuus_selection.programme import exact_gains, programme_of, scale_of
from innokumppanuus_selection.solvers.scipy_milp import ScipyMilp

FIELDS = 400


def is_so(one: Portfolio, fixed: dict[str, int]) -> bool:
    return all((name in one.applications) == bool(side) for name, side in fixed.items())


@pytest.mark.parametrize("misled", [False, True])
def test_no_set_worth_enough_is_lost_whatever_the_prices(misled: bool) -> None:
    dice = random.Random(20185)
    decided = 0
    for number in range(FIELDS):
        field, limits = a_field(dice, most=8, partial=number % 3 == 0)
        things = {one.application: Award.of(one) for one in field}
        scale = scale_of(things) if things else None
        tried = every_set(field, limits)
        if scale is None or not tried:
            continue
        # Gains that lead to other prices than the best ones: the bound has to hold all the same.
        led = {name: dice.uniform(0, 9) for name in things} if misled else scale.gains
        programme = programme_of(things, rows_of(limits, things), led)
        lowest = tried[0].value - Fraction(dice.randint(0, 2), 2)

        bound = bound_of(programme, exact_gains(things, scale.factor), None)
        fixed = bound.fixed(lowest * scale.factor)

        assert all(is_so(one, fixed) for one in tried if one.value >= lowest)
        decided += len(fixed)
    assert decided > FIELDS


def test_all_columns_but_the_nearest_are_on_their_sides() -> None:
    programme = Programme(
        columns=tuple(
            Column(name=name, gain=gain) for name, gain in (("a", 9), ("b", 5), ("c", 1))
        ),
        constraints=(Constraint(terms={"a": 2, "b": 2, "c": 2}, most=3),),
    )
    gains = {"a": Fraction(9), "b": Fraction(5), "c": Fraction(1)}

    bound = bound_of(programme, gains, None)

    assert bound.but_nearest(1) == {"a": 1, "c": 0}


def test_limits_that_contradict_decide_nothing() -> None:
    programme = Programme(
        columns=(Column(name="a", gain=1),),
        constraints=(Constraint(terms={"a": 1}, least=2),),
    )

    assert bound_of(programme, {"a": Fraction(1)}, None).fixed(Fraction(0)) == {}


def test_what_is_fixed_leaves_the_others_what_is_left() -> None:
    programme = Programme(
        columns=tuple(Column(name=name, gain=1) for name in "abc"),
        constraints=(Constraint(terms={"a": 2, "b": 1, "c": 1}, least=3, most=3),),
    )

    left = without(programme, {"a": 1})

    solution = ScipyMilp().solve(left, None)
    assert [one.name for one in left.columns] == ["b", "c"]
    assert sum(round(one) for one in solution.values.values()) == 1


def test_a_limit_that_what_is_fixed_breaks_stays() -> None:
    programme = Programme(
        columns=tuple(Column(name=name, gain=1) for name in "ab"),
        constraints=(Constraint(terms={"a": 1}, most=0), Constraint(terms={"a": 1}, most=1)),
    )

    left = without(programme, {"a": 1})

    assert ScipyMilp().solve(left, None) == Solution(status=Status.INFEASIBLE)
    assert len(left.constraints) == 1


def test_without_limits_gains_alone_decide() -> None:
    programme = programme_of({"a": Award(value=Fraction(2), least=1, most=1)}, (), {"a": 2.0})

    bound = bound_of(programme, {"a": Fraction(2)}, None)

    assert rows_of(Limits(), ["a"]) == ()
    assert bound.fixed(Fraction(1)) == {"a": 1}


def test_terms_that_are_not_whole_are_refused() -> None:
    programme = Programme(
        columns=(Column(name="a", gain=1),),
        constraints=(Constraint(terms={"a": 1.5}, most=1),),
    )

    with pytest.raises(ValueError, match=r"whole terms.*got 1\.5"):
        bound_of(programme, {"a": Fraction(1)}, None)
