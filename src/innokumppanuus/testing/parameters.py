"""Made-up dated values to test with, and plugins that offer them. None of them is law."""

from collections.abc import Iterable
from datetime import date
from types import ModuleType

from innokumppanuus.domain.parameters import (
    Parameter,
    ParameterAmount,
    ParameterValue,
    Unit,
    UsedParameter,
)
from innokumppanuus.domain.sources import Source
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.rulesets import FILE, core_plugins, the_text


def a_value(
    first: str, last: str | None, value: ParameterAmount, *, verified: bool = True
) -> ParameterValue:
    """Return a value that holds from *first* to *last*, days as `2017-01-01`."""
    return ParameterValue(
        valid_from=date.fromisoformat(first),
        valid_to=date.fromisoformat(last) if last else None,
        value=value,
        source=Source(title="Kuvitteellinen laki", section=f"{first[:4]} §", verified=verified),
    )


def a_parameter(
    *values: ParameterValue, key: str = "koe.raja", unit: Unit = Unit.MONEY
) -> Parameter:
    """Return a dated value with the given values, in their order."""
    return Parameter(key=key, name=label(key), unit=unit, values=values)


def offering(*parameters: Parameter, functions: Iterable[Function] = ()) -> Plugins:
    """Return the core's plugins and one that offers the parameters and the functions."""

    def register_parameters() -> Iterable[Parameter]:
        return parameters

    def register_functions() -> Iterable[Function]:
        return functions

    plugins = core_plugins()
    plugin = ModuleType("koe")
    vars(plugin)["register_parameters"] = hookimpl(register_parameters)
    vars(plugin)["register_functions"] = hookimpl(register_functions)
    plugins.seam.register(plugin, "koe")
    return plugins


def looking_up(parameter: Parameter, key: str = "koe.katto") -> Function:
    """Return a function of a day that gives the sum in force, and tells that it looked it up."""

    def call(day: date) -> ParameterAmount | None:
        return UsedParameter.of(parameter, day).value

    def looks_up(day: date) -> Iterable[UsedParameter]:
        yield UsedParameter.of(parameter, day)

    return Function(
        key=key,
        name=label(key),
        arguments=("date",),
        returns="money",
        call=call,
        parameters=(parameter,),
        looks_up=looks_up,
    )


def tabling(parameter: Parameter) -> RuleSet:
    """Return the fictional rule set whose cap is a table that calls that function in a row."""
    when = '    when: "amount <= call.budget.cap_per_pilot"'
    call = 'koe.katto(date("2017-09-06"))'
    table = f"""
tables:
  - id: cap
    name: {{fi: Katto, sv: Tak, en: Cap}}
    inputs: [{{value: sector}}]
    output: {{type: money}}
    rows:
      - {{when: [company], then: '{call}'}}
      - {{when: [not(company)], then: 9000 EUR}}

eligibility:
"""
    text = the_text((when, "    when: amount <= table.cap"), ("\neligibility:\n", table))
    return loads(text, FILE, offering(functions=[looking_up(parameter)]))


def calling(parameter: Parameter) -> RuleSet:
    """Return the fictional rule set whose cap is the sum that `looking_up` gives for a day."""
    when = '"amount <= call.budget.cap_per_pilot"'
    text = the_text((f"when: {when}", """when: 'amount <= koe.katto(date("2017-09-06"))'"""))
    return loads(text, FILE, offering(functions=[looking_up(parameter)]))
