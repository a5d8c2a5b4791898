"""Dated values that could not be put back are told, with who keeps them and why."""

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.domain.replay import Replay, TodaysValue
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.replay import replay
from innokumppanuus.engine.todays_values import todays_values
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset import packaged
from innokumppanuus.testing.builders import an_application
from innokumppanuus.testing.parameters import a_parameter, a_value, calling, looking_up, offering


def law(euros: int) -> Parameter:
    return a_parameter(a_value("2016-01-01", None, Money.of(euros)))


def yielding(parameter: Parameter) -> Function:
    """Return a function that lets itself be given other values."""
    return attrs.evolve(
        looking_up(parameter), with_parameters=lambda given: yielding(given[parameter.key])
    )


def undeclared(parameter: Parameter) -> Function:
    """Return a function that says only afterwards what it looked up."""
    return attrs.evolve(looking_up(parameter), parameters=())


def made_again(then: Function, today: Function, *, with_package: bool = True) -> Replay:
    """Return a decision of one function made again after the plugin has changed."""
    ruleset, plugins = calling(law(9000)), offering(functions=[then])
    decision = decide(ruleset, [an_application("H01")], [], plugins)
    package = packaged(ruleset, plugins, decision) if with_package else None
    return replay(decision, offering(functions=[today]), package)


def test_a_function_that_takes_values_comes_out_the_same_after_the_law_has_changed() -> None:
    made = made_again(yielding(law(9000)), yielding(law(20_000)))

    assert (made.is_equal, made.todays) == (True, ())


def test_a_function_that_keeps_its_values_in_its_code_is_told() -> None:
    made = made_again(looking_up(law(9000)), looking_up(law(20_000)))

    assert not made.is_equal
    assert made.todays == (TodaysValue(key="koe.raja", user="koe.katto"),)


def test_a_function_that_keeps_the_same_values_as_before_is_not_told() -> None:
    assert made_again(looking_up(law(9000)), looking_up(law(9000))).todays == ()


def test_a_value_that_was_looked_up_undeclared_is_told_too() -> None:
    made = made_again(looking_up(law(9000)), undeclared(law(20_000)))

    assert [one.key for one in made.todays] == ["koe.raja"]


def test_without_a_package_every_value_is_told_to_be_of_today() -> None:
    made = made_again(yielding(law(9000)), yielding(law(9000)), with_package=False)

    assert made.todays == (TodaysValue(key="koe.raja"),)


def test_without_a_decision_what_is_declared_is_compared() -> None:
    plugins = offering(functions=[looking_up(law(9000))])

    found = todays_values(calling(law(9000)), plugins, {"koe.raja": law(7000)})

    assert found == (TodaysValue(key="koe.raja", user="koe.katto"),)
