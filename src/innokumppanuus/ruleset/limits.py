"""
What the validators of an attribute demand, for the reader and for the JSON Schema.

attrs keeps the classes of its validators private, so a test pins the ones that are read here.
"""

import re
from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Limits:
    """
    Demands on one attribute.

    Attributes:
        least: Smallest number; None sets no limit.
        not_empty: Whether empty text is refused.
        pattern: Regular expression that the whole text must match; empty demands nothing.
    """

    least: int | None = None
    not_empty: bool = False
    pattern: str = ""

    def matches(self, text: str) -> bool:
        return re.fullmatch(self.pattern, text) is not None


def limits_of(attribute: "attrs.Attribute[Any]") -> Limits:
    """
    Return what the attribute demands.

    Raises:
        TypeError: When it has a validator that is not read here; say it in `limits` first.
    """
    validator: Any = attribute.validator
    if type(validator).__name__ == "_OptionalValidator":
        validator = validator.validator  # what is given cannot be None
    if validator is None:
        return Limits()
    match type(validator).__name__:
        case "_NumberValidator" if validator.compare_op == ">=":
            return Limits(least=validator.bound)
        case "_MinLengthValidator" if validator.min_length == 1:
            return Limits(not_empty=True)
        case "_MatchesReValidator":
            return Limits(pattern=validator.pattern.pattern)
    raise TypeError(f"The validator of '{attribute.name}' is not known: {validator!r}.")
