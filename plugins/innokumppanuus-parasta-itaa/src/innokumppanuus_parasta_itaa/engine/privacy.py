"""The dated value by which small numbers of people are hidden. No number stands in code."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from innokumppanuus.domain.parameters import Parameter, UsedParameter
from innokumppanuus.errors import ParameterNotInForce
from innokumppanuus.plugin.manager import pick

LEAST: Final = "parasta_itaa.small_counts.least"
"""Key of the smallest number above nobody that is shown."""


def least_shown(on: date, law: Mapping[str, Parameter]) -> tuple[int, UsedParameter]:
    """
    Return the smallest number that is shown, and how it was looked up by the day of showing.

    Raises:
        UnknownKey: When no plugin offers the dated value.
        ParameterNotInForce: When it has no value on the day: then nothing may be shown.
    """
    used = UsedParameter.of(pick("dated value", LEAST, law), on)
    if not isinstance(used.value, int):
        raise ParameterNotInForce(LEAST, on)
    return used.value, used
