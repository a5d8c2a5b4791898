"""The value of a checked expression for one application: closures, made once, run for each."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import attrs

from innokumppanuus.errors import InvalidValue
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Choice,
    Constant,
    IsGiven,
    Items,
    Junction,
    Node,
    Variable,
    parts,
)
from innokumppanuus.ruleset.expressions.unknown import UNKNOWN, Unknown
from innokumppanuus.ruleset.expressions.value_types import taken

Values: TypeAlias = Mapping[str, object]
Run: TypeAlias = Callable[[Values], object]


@attrs.frozen
class Program:
    """
    A node that can be run.

    Attributes:
        node: What it computes.
        run: Gives its value, or Unknown.
        parts: Programs of the parts, in the order of the text.
    """

    node: Node
    run: Run = attrs.field(eq=False)
    parts: tuple["Program", ...]


def program(node: Node) -> Program:
    """Return *node* ready to run."""
    programs = tuple(program(part) for part in parts(node))
    return Program(node, _runner(node, tuple(one.run for one in programs)), programs)


def _runner(node: Node, runs: tuple[Run, ...]) -> Run:
    match node:
        case Constant(value=value):
            return lambda values: value
        case Variable():
            return _reading(node)
        case IsGiven(name=name):
            return lambda values: values.get(name) is not None
        case Junction(deciding=deciding):
            return _joining(deciding, runs)
        case Choice():
            return _choosing(*runs)
        case Items():
            return _strict(lambda *items: items, runs)
        case Apply(operation=operation):
            return _strict(operation.apply, runs)


def _reading(node: Variable) -> Run:
    def run(values: Values) -> object:
        given = values.get(node.name)
        if given is None:
            return UNKNOWN
        value = taken(node.type, given)
        if value is None:
            got = type(given).__name__
            raise InvalidValue("expression-given", name=node.name, type=node.type, got=got)
        return value

    return run


def _joining(deciding: bool, runs: tuple[Run, ...]) -> Run:
    def run(values: Values) -> object:
        result: object = not deciding
        for one in runs:
            value = one(values)
            if value is deciding:
                return deciding
            if isinstance(value, Unknown) and not isinstance(result, Unknown):
                result = value
        return result

    return run


def _choosing(condition: Run, yes: Run, no: Run) -> Run:
    def run(values: Values) -> object:
        value = condition(values)
        if isinstance(value, Unknown):
            return value
        return yes(values) if value else no(values)

    return run


def _strict(apply: Callable[..., object], runs: tuple[Run, ...]) -> Run:
    def run(values: Values) -> object:
        taken_values = []
        for one in runs:
            value = one(values)
            if isinstance(value, Unknown):
                return value
            taken_values.append(value)
        return apply(*taken_values)

    return run
