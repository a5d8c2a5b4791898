"""An expression that is checked and ready to use: the front door of the language."""

import attrs

from innokumppanuus.errors import ExpressionProblems
from innokumppanuus.ruleset.expressions.checker import check
from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.environment import Environment
from innokumppanuus.ruleset.expressions.evaluation import Program, Values, program
from innokumppanuus.ruleset.expressions.nodes import Node, used
from innokumppanuus.ruleset.expressions.parser import parse
from innokumppanuus.ruleset.expressions.trace import Trace, trace
from innokumppanuus.ruleset.expressions.unknown import UNKNOWN, Unknown
from innokumppanuus.ruleset.expressions.value_types import Type


@attrs.frozen(kw_only=True)
class Expression:
    """
    A checked expression (lauseke).

    Attributes:
        text: As it is written.
        node: What it means; operations have one meaning each.
        type: Type of its value.
        uses: Names of the variables in it, sorted.
    """

    text: str
    node: Node = attrs.field(repr=False)
    type: Type
    uses: tuple[str, ...]
    program: Program = attrs.field(eq=False, repr=False)

    def evaluate(self, values: Values) -> object:
        """
        Return its value, or UNKNOWN when it cannot tell.

        Args:
            values: By name of variable; no key, or None, is a missing value. Others are left alone.

        Raises:
            InvalidValue: When a value is not of its variable's type.
        """
        value = self.program.run(values)
        return UNKNOWN if isinstance(value, Unknown) else value

    def trace(self, values: Values) -> Trace:
        """Return its value with the reasons for it; see `evaluate`."""
        return trace(self.program, self.text, values)


def compile(text: str, environment: Environment, returns: Type | None = None) -> Expression:
    """
    Return *text* checked and ready to use.

    Args:
        text: At most 4 000 characters, 500 values and operations, 64 levels.
        environment: What it may name.
        returns: Type that it must have; None takes any.

    Raises:
        ExpressionProblems: All problems at once; their lines and columns are those of *text*.
    """
    complaints = Complaints(text)
    syntax = parse(complaints)
    node = check(syntax, environment, complaints)
    if node is not None and returns not in (None, node.type):
        complaints.add("expression-result", node.start, expected=returns, got=node.type)
    if complaints.problems or node is None:
        raise ExpressionProblems(complaints.problems)
    uses = tuple(sorted(used(node)))
    return Expression(text=text, node=node, type=node.type, uses=uses, program=program(node))
