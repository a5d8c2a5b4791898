"""What an expression compares, and the values at which its comparisons turn. It decides nothing."""

from collections.abc import Iterator
from typing import Final

from innokumppanuus.ruleset.expressions.evaluation import Program, Values
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Constant,
    IsGiven,
    Items,
    Node,
    Variable,
    parts,
    used,
)
from innokumppanuus.ruleset.expressions.unknown import Unknown

ORDERINGS: Final = ("<", "<=", ">", ">=")
EQUALITIES: Final = ("==", "!=", "in")


def walk(program: Program) -> Iterator[Program]:
    """Yield *program* and everything in it, in the order of the text."""
    yield program
    for part in program.parts:
        yield from walk(part)


def comparisons(program: Program, name: str) -> Iterator[Program]:
    """Yield the comparisons in *program* that the variable *name* has a part in."""
    for one in walk(program):
        if _is_comparison(one.node) and name in used(one.node):
            yield one


def turning_values(comparison: Program, name: str, values: Values) -> tuple[object, ...]:
    """
    Return the values at which a comparison of *name* itself turns; none when it is reckoned with.

    `amount <= call.budget.cap_per_pilot` turns for `amount` at the cap.
    """
    found: list[object] = []
    for side, other in zip(comparison.parts, reversed(comparison.parts), strict=True):
        if isinstance(side.node, Variable) and side.node.name == name and side is not other:
            items = other.parts if isinstance(other.node, Items) else (other,)
            given = [one.run(values) for one in items if name not in used(one.node)]
            found += [one for one in given if not isinstance(one, Unknown)]
    return tuple(found)


def is_given(node: Node, name: str) -> bool:
    """Return whether *node* asks if there is a value of *name*."""
    if isinstance(node, IsGiven):
        return node.name == name
    return any(is_given(part, name) for part in parts(node))


def constants(node: Node) -> Iterator[Constant]:
    """Yield the values that stand in the text of *node*."""
    if isinstance(node, Constant):
        yield node
    for part in parts(node):
        yield from constants(part)


def _is_comparison(node: Node) -> bool:
    return isinstance(node, Apply) and node.operation.name in (*ORDERINGS, *EQUALITIES)
