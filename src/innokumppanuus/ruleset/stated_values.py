"""
Numbers and sums of a rule set that name a dated value, as `threshold: parameter.least`.

They are the same for all applications, so that their day may never be an answer.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.errors import Problem
from innokumppanuus.ruleset.document import Node, Scalar
from innokumppanuus.ruleset.parameters import PREFIX

KINDS: Final = (int, Fraction, Money)
"""Types of attributes that may name a dated value."""

NAMED: Final = re.compile(rf"{re.escape(PREFIX)}([A-Za-z][A-Za-z0-9_]*)")


@attrs.frozen(kw_only=True)
class Asked:
    """
    A place of a file that names a dated value in the place of a number or sum.

    Attributes:
        kind: What stands there: a whole number, a number or a sum.
        node: Where it stands.
        path: What it is, in the words of the file; lists count from 0.
        name: Name of the dated value in the rule set.
    """

    kind: Any
    node: Node
    path: str
    name: str


@attrs.frozen(kw_only=True)
class Stated:
    """
    The dated values that such places may name.

    Attributes:
        values: Those that are sure, by name.
        problems: Of the others, each in its place.
    """

    values: Mapping[str, UsedParameter] = attrs.field(factory=dict)
    problems: tuple[Problem, ...] = ()


def name_in(kind: Any, node: Scalar) -> str | None:
    """Return the dated value that the words name; None when they are no name, or none may be."""
    found = NAMED.fullmatch(node.text) if kind in KINDS else None
    return None if found is None else found[1]


def fitting(kind: Any, used: UsedParameter) -> int | Fraction | Money | None:
    """Return the value as the type that stands there; None when it is of another."""
    match used.value:
        case Money() if kind is Money:
            return used.value
        case int() if kind is int:
            return used.value
        case int() | Fraction() if kind is Fraction:
            return Fraction(used.value)
        case _:
            return None
