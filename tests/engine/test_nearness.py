"""The nearest step at which something turns is found, however far away it is."""

import pytest

from innokumppanuus.engine.nearness import Search, edges
from innokumppanuus.ruleset.expressions import Environment, Type, compile
from innokumppanuus.ruleset.expressions.steps import steps_of

(WHOLE,) = steps_of(Type.INT)
ENVIRONMENT = Environment(variables={"n": Type.INT})


def found(text: str, before: int) -> int | None:
    program = compile(text, ENVIRONMENT).program
    search = Search(steps=WHOLE, before=before)
    now = program.run({"n": before})

    def truth(value: object) -> object:
        return program.run({"n": value})

    numbers = edges(search, program, "n", {"n": before}, truth)
    return search.nearest(set(numbers), lambda value: truth(value) is (not now))


@pytest.mark.parametrize(
    ("text", "before", "nearest"),
    [
        ("n <= 12", 15, 12),
        ("n <= 12", 12, 13),
        ("n < 12", 15, 11),
        ("3 * n + 1 >= 1000000", 4, 333_333),
        ("n * 2 < 100", 10**15, 49),
        ("n % 7 == 0", 10, 7),
        ("n != 10", 10, 9),
    ],
)
def test_the_nearest_turning_step_is_found(text: str, before: int, nearest: int) -> None:
    assert found(text, before) == nearest


def test_what_never_turns_is_told_to_have_no_step() -> None:
    assert found("n * 0 == 0", 10) is None


def test_nothing_below_zero_is_tried_for_what_is_above_it() -> None:
    assert found("n < 0", 10) is None


def test_below_zero_is_tried_for_what_is_there_already() -> None:
    assert found("n < -20", -10) == -21
