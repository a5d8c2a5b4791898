"""The expression language of rule sets: a typed CEL subset that knows missing values and money."""

from innokumppanuus.errors import ExpressionProblems
from innokumppanuus.ruleset.expressions.environment import Environment
from innokumppanuus.ruleset.expressions.expression import Expression, compile
from innokumppanuus.ruleset.expressions.trace import Trace
from innokumppanuus.ruleset.expressions.unknown import UNKNOWN
from innokumppanuus.ruleset.expressions.value_types import Type

__all__ = [
    "UNKNOWN",
    "Environment",
    "Expression",
    "ExpressionProblems",
    "Trace",
    "Type",
    "compile",
]
