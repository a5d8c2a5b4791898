"""Kept dated values under functions and rules of plugins, and who cannot take them."""

from collections.abc import Mapping
from datetime import date

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.plugin.guard import FUNCTION, RULE, guarded, plugin_of
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.plugin.overlaying import OwnParameters, overlaid
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.parameters import a_parameter, a_value, looking_up, offering

DAY = date(2017, 9, 6)


def law(euros: int) -> Parameter:
    return a_parameter(a_value("2016-01-01", None, Money.of(euros)))


def yielding(parameter: Parameter) -> Function:
    """Return a function that lets itself be given other values."""
    return attrs.evolve(
        looking_up(parameter), with_parameters=lambda given: yielding(given[parameter.key])
    )


@attrs.frozen
class Capped:
    """A rule with a dated value of its own."""

    law: Parameter
    key: str = "koe.enintaan"
    name: Label = label()

    def own_parameters(self, options: Mapping[str, object]) -> tuple[Parameter, ...]:
        return (self.law,)

    def with_own_parameters(self, parameters: Mapping[str, Parameter]) -> "Capped":
        return attrs.evolve(self, law=parameters[self.law.key])


def test_a_function_that_takes_values_gives_the_kept_one() -> None:
    function = overlaid(yielding(law(9000)), {"koe.raja": law(7000)}, FUNCTION)

    assert function.call(DAY) == Money.of(7000)


def test_a_function_with_values_in_its_own_code_stays_as_it_is() -> None:
    function = looking_up(law(9000))

    assert overlaid(function, {"koe.raja": law(7000)}, FUNCTION) is function


def test_a_rule_with_values_of_its_own_gets_the_kept_ones() -> None:
    rule = overlaid(Capped(law(9000)), {"koe.raja": law(7000)}, RULE)

    assert rule.own_parameters({}) == (law(7000),)


def test_what_was_given_values_still_names_its_plugin() -> None:
    function = guarded("koe", yielding(law(9000)), FUNCTION)

    assert plugin_of(overlaid(function, {"koe.raja": law(7000)}, FUNCTION)) == "koe"


def test_a_guarded_rule_still_passes_for_one_with_values_of_its_own() -> None:
    assert isinstance(guarded("koe", Capped(law(9000)), RULE), OwnParameters)


def test_plugins_over_kept_values_give_them_to_whoever_asks() -> None:
    plugins = offering(law(9000), functions=[yielding(law(9000))])

    kept = plugins.with_parameters([law(7000)])

    assert kept.parameters()["koe.raja"] == law(7000)
    assert kept.functions()["koe.katto"].call(DAY) == Money.of(7000)


def test_a_value_that_nobody_offers_any_more_is_still_there() -> None:
    assert offering().with_parameters([law(7000)]).parameters()["koe.raja"] == law(7000)


def test_plugins_themselves_keep_the_values_of_today() -> None:
    plugins = offering(law(9000))

    plugins.with_parameters([law(7000)])

    assert plugins.parameters()["koe.raja"] == law(9000)
