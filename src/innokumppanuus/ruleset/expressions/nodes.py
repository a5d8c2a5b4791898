"""The checked expression: every node has a type, every operation its one meaning."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parameters import Parameter, UsedParameter
from innokumppanuus.ruleset.expressions.value_types import Type


@attrs.frozen(kw_only=True)
class Operation:
    """
    What an operator, function or method does with values of given types.

    Attributes:
        name: As it is written.
        arguments: Types it takes; a method's receiver is the first.
        returns: Type of the result.
        apply: Gets values, never unknown ones; may return Unknown.
        label: What it gives, as people say it; None of what the language itself has words for.
        parameters: Dated values that it may look up.
        looks_up: Gets the same values and tells which of them it looked up; None when none.
    """

    name: str
    arguments: tuple[Type, ...]
    returns: Type
    apply: Callable[..., object] = attrs.field(eq=False)
    label: Label | None = attrs.field(default=None, eq=False, repr=False)
    parameters: tuple[Parameter, ...] = attrs.field(default=(), eq=False, repr=False)
    looks_up: Callable[..., tuple[UsedParameter, ...]] | None = attrs.field(default=None, eq=False)


@attrs.frozen(kw_only=True)
class Constant:
    """A value that stands in the text."""

    start: int
    end: int
    type: Type
    value: object


@attrs.frozen(kw_only=True)
class Variable:
    """A value that is given for each application."""

    start: int
    end: int
    type: Type
    name: str


@attrs.frozen(kw_only=True)
class IsGiven:
    """`has(name)`: whether there is a value; never unknown."""

    start: int
    end: int
    type: Type = Type.BOOL
    name: str


@attrs.frozen(kw_only=True)
class Apply:
    """An operation on values; unknown when any of them is."""

    start: int
    end: int
    type: Type
    operation: Operation
    arguments: tuple["Node", ...]


@attrs.frozen(kw_only=True)
class Junction:
    """`&&` or `||` of Kleene: a term of the *deciding* value decides, also beside an unknown."""

    start: int
    end: int
    type: Type = Type.BOOL
    deciding: bool
    terms: tuple["Node", ...]


@attrs.frozen(kw_only=True)
class Choice:
    """`condition ? yes : no`; only the branch that is taken counts."""

    start: int
    end: int
    type: Type
    condition: "Node"
    yes: "Node"
    no: "Node"


@attrs.frozen(kw_only=True)
class Items:
    """`[item, item]` of one *element* type; None when it is empty."""

    start: int
    end: int
    type: Type = Type.LIST
    element: Type | None
    items: tuple["Node", ...]


Node: TypeAlias = Constant | Variable | IsGiven | Apply | Junction | Choice | Items


def parts(node: Node) -> tuple[Node, ...]:
    """Return what *node* is made of, in the order of the text."""
    match node:
        case Apply():
            return node.arguments
        case Junction():
            return node.terms
        case Choice():
            return (node.condition, node.yes, node.no)
        case Items():
            return node.items
        case _:
            return ()


def used(node: Node) -> frozenset[str]:
    """Return the names of the variables in *node*."""
    mine = {node.name} if isinstance(node, Variable | IsGiven) else set()
    return frozenset(mine).union(*(used(part) for part in parts(node)))


def may_look_up(node: Node) -> Iterator[Parameter]:
    """Yield the dated values that functions of plugins in *node* may look up."""
    if isinstance(node, Apply):
        yield from node.operation.parameters
    for part in parts(node):
        yield from may_look_up(part)
