"""CEL as Google has it, asked for the value of an expression: an oracle for ours, in tests."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cel_expr_python import cel

from innokumppanuus.ruleset.expressions import UNKNOWN, Expression, Type
from innokumppanuus.ruleset.expressions.nodes import Node, parts

CEL_TYPES: Mapping[Type, Any] = {
    Type.BOOL: cel.Type.BOOL,
    Type.INT: cel.Type.INT,
    Type.DOUBLE: cel.Type.DOUBLE,
    Type.STRING: cel.Type.STRING,
    Type.TIMESTAMP: cel.Type.TIMESTAMP,
    Type.LIST: cel.Type.List(cel.Type.STRING),
}
"""The types that CEL has too; money and days are ours alone."""

_HAS = re.compile(r"has\s*\(\s*([\w.]+)\s*\)")
_DEVIATIONS = ("cannot-use-number", "cannot-divide-by-zero", "cannot-overflow")


class Judge:
    """Gives the values of CEL for expressions of the *variables* that CEL has types for."""

    def __init__(self, variables: Mapping[str, Type]) -> None:
        self.names = {name: kind for name, kind in variables.items() if kind in CEL_TYPES}
        known = {name: CEL_TYPES[kind] for name, kind in self.names.items()}
        given = cel.Type.Map(cel.Type.STRING, cel.Type.BOOL)
        self._environment = cel.NewEnv(variables={**known, "given": given})

    def knows(self, expression: Expression) -> bool:
        """Return whether CEL has everything that the expression is made of."""
        return {*expression.uses} <= self.names.keys() and _is_known(expression.node)

    def program(self, expression: Expression) -> Any:
        """
        Return the expression compiled by CEL, for `value`.

        Raises:
            RuntimeError: When CEL does not take it.
        """
        return self._environment.compile(_HAS.sub(r"has(given.\1)", expression.text))

    def value(self, program: Any, row: Mapping[str, object]) -> object:
        """Return the value for the row; UNKNOWN for an error of CEL."""
        known = {name: row[name] for name in self.names if row.get(name) is not None}
        known = {name: list(v) if isinstance(v, tuple) else v for name, v in known.items()}
        given = {name: True for name, value in row.items() if value is not None}
        result = program.eval(data={**known, "given": given})
        if result.type() == cel.Type.ERROR:
            return UNKNOWN
        value = result.plain_value()
        return tuple(value) if isinstance(value, list) else value


def is_declared(expression: Expression, row: Mapping[str, object], ours: object) -> bool:
    """
    Return whether a difference is one that the reference of expressions declares.

    Ours cannot tell where a number is not finite, or where a pair of signs overflows; what CEL
    tells instead may be anything that follows from infinity.
    """
    return ours is UNKNOWN and expression.trace(row).note in _DEVIATIONS


def same(ours: object, cel: object) -> bool:
    """Return whether both are the same value of the same type."""
    if isinstance(ours, datetime) and isinstance(cel, datetime):
        moment = cel if cel.tzinfo else cel.replace(tzinfo=UTC)
        return ours.astimezone(UTC) == moment.astimezone(UTC)
    if isinstance(ours, float) and isinstance(cel, float):
        return ours == cel and math.copysign(1, ours) == math.copysign(1, cel)
    return type(ours) is type(cel) and ours == cel


def _is_known(node: Node) -> bool:
    return node.type in CEL_TYPES and all(map(_is_known, parts(node)))
