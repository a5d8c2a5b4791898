"""Every solution worth enough is found, and none is claimed where there is too much to try."""

import random
from fractions import Fraction

from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.testing.portfolios import a_candidate, a_field, every_set
from innokumppanuus_selection.domain import Column, Constraint, Programme
from innokumppanuus_selection.enumeration import solutions
from innokumppanuus_selection.narrowing import Bound, bound_of
from innokumppanuus_selection.programme import exact_gains, programme_of, scale_of


def test_found_are_all_sets_worth_enough_that_trying_all_finds() -> None:
    dice = random.Random(20188)
    listed = 0
    for _ in range(400):
        field, limits = a_field(dice, most=8)
        things = {one.application: Award.of(one) for one in field}
        tried = every_set(field, limits)
        if not things or not tried:
            continue
        scale = scale_of(things)
        programme = programme_of(things, rows_of(limits, things), scale.gains)
        bound = bound_of(programme, exact_gains(things, scale.factor), None)
        lowest = tried[0].value - Fraction(dice.randint(0, 6), 2)

        found = solutions(programme, bound, lowest * scale.factor)

        assert found is not None
        sets = [tuple(sorted(name for name, side in one.items() if side)) for one in found]
        assert sorted(sets) == sorted(one.applications for one in tried if one.value >= lowest)
        listed += len(sets)
    assert listed > 1000


def ones(count: int) -> tuple[Programme, Bound]:
    things = {f"H{n:02}": Award.of(a_candidate(f"H{n:02}", 1, 1)) for n in range(count)}
    row = Constraint(terms=dict.fromkeys(things, 1), most=count // 2)
    programme = programme_of(things, (), dict.fromkeys(things, 1.0), [row])
    return programme, bound_of(programme, exact_gains(things, Fraction(1)), None)


def test_more_than_can_be_listed_are_left_to_the_solver() -> None:
    few, many = ones(10), ones(30)

    assert [
        None if found is None else len(found)
        for found in (solutions(*few, Fraction(5)), solutions(*many, Fraction(15)))
    ] == [252, None]


def test_more_steps_than_allowed_are_not_taken() -> None:
    programme, bound = ones(10)

    assert solutions(programme, bound, Fraction(5), most_steps=100) is None


def test_limits_that_contradict_leave_nothing() -> None:
    programme, bound = ones(4)
    harder = Programme(
        columns=programme.columns,
        constraints=(*programme.constraints, Constraint(terms={"H00": 1}, least=2)),
    )

    assert solutions(harder, bound, Fraction(0)) == ()


def test_columns_that_are_not_all_0_or_1_are_left_to_the_solver() -> None:
    programme = Programme(columns=(Column(name="a", most=5, is_whole=False),), constraints=())

    assert solutions(programme, bound_of(programme, {"a": Fraction(1)}, None), Fraction(0)) is None


def test_a_bound_that_tells_nothing_is_left_to_the_solver() -> None:
    programme, _ = ones(4)

    assert solutions(programme, Bound(), Fraction(0)) is None


def test_none_of_so_many_best_ones_is_left_out_nor_any_as_good_as_the_last() -> None:
    dice = random.Random(20189)
    passed_over = 0
    for _ in range(300):
        field, limits = a_field(dice, most=8)
        things = {one.application: Award.of(one) for one in field}
        tried = every_set(field, limits)
        wanted = dice.randint(1, 4)
        if len(tried) <= wanted:
            continue
        scale = scale_of(things)
        programme = programme_of(things, rows_of(limits, things), scale.gains)
        bound = bound_of(programme, exact_gains(things, scale.factor), None)
        lowest = tried[-1].value

        found = solutions(programme, bound, lowest * scale.factor, best=wanted)

        assert found is not None
        sets = {tuple(sorted(name for name, side in one.items() if side)) for one in found}
        last = tried[wanted - 1].value
        assert sets >= {one.applications for one in tried if one.value >= last}
        passed_over += len(tried) - len(sets)
    assert passed_over > 1000
