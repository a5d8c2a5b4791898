"""Made-up dated values to test with, and plugins that offer them. None of them is law."""

from collections.abc import Iterable
from datetime import date
from types import ModuleType

from innokumppanuus.domain.parameters import Parameter, ParameterAmount, ParameterValue, Unit
from innokumppanuus.domain.sources import Source
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.rulesets import core_plugins


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


def offering(*parameters: Parameter) -> Plugins:
    """Return the core's plugins and one that offers the parameters."""

    def register_parameters() -> Iterable[Parameter]:
        return parameters

    plugins = core_plugins()
    plugin = ModuleType("koe")
    vars(plugin)["register_parameters"] = hookimpl(register_parameters)
    plugins.seam.register(plugin, "koe")
    return plugins
