"""What an expression may name: the variables, functions and choices of one rule set."""

import re
from collections.abc import Mapping

import attrs

from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset.expressions.folding import FOLDINGS
from innokumppanuus.ruleset.expressions.functions import FUNCTIONS, offered
from innokumppanuus.ruleset.expressions.nodes import Operation
from innokumppanuus.ruleset.expressions.parser import RESERVED
from innokumppanuus.ruleset.expressions.value_types import Type

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
_WORDS = RESERVED | {"true", "false", "null", "in", "has"}


@attrs.frozen(kw_only=True)
class Environment:
    """
    What an expression may name.

    Attributes:
        variables: Type by name; a name may have dots, as `call.budget.total`.
        functions: Functions of plugins by key; none may take the name of a built-in one.
        options: What a choice may hold, by the name of its variable.

    Raises:
        InvalidValue: When a function has the name of another, a word of the language as its name,
            or a type that there is not.
    """

    variables: Mapping[str, Type]
    functions: Mapping[str, Function] = attrs.field(factory=dict)
    options: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    operations: Mapping[str, tuple[Operation, ...]] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        added = {}
        for key in sorted(self.functions):
            if key in FUNCTIONS or key in FOLDINGS:
                raise InvalidValue("function-built-in", function=key)
            if not _NAME.fullmatch(key) or not _WORDS.isdisjoint(key.split(".")):
                raise InvalidValue("function-name", function=key)
            added[key] = (offered(self.functions[key]),)
        object.__setattr__(self, "operations", {**FUNCTIONS, **added})
