"""The expression as it is written; nothing is known of types. Offsets point into the text."""

from typing import TypeAlias

import attrs


@attrs.frozen
class Literal:
    """A number, text or truth value; *text* as it is written."""

    start: int
    end: int
    value: int | float | str | bool
    text: str


@attrs.frozen
class Name:
    """A variable; the name may have dots."""

    start: int
    end: int
    name: str


@attrs.frozen
class Call:
    """`name(arguments)`, or `receiver.name(arguments)`; *at* is where the name stands."""

    start: int
    end: int
    at: int
    name: str
    receiver: "Syntax | None"
    arguments: tuple["Syntax", ...]


@attrs.frozen
class Unary:
    """`!operand` or `-operand`."""

    start: int
    end: int
    operator: str
    operand: "Syntax"


@attrs.frozen
class Binary:
    """`left operator right`; *at* is where the operator stands."""

    start: int
    end: int
    at: int
    operator: str
    left: "Syntax"
    right: "Syntax"


@attrs.frozen
class Logic:
    """Two or more terms joined by the same `&&` or `||`."""

    start: int
    end: int
    operator: str
    terms: tuple["Syntax", ...]


@attrs.frozen
class Conditional:
    """`condition ? yes : no`."""

    start: int
    end: int
    condition: "Syntax"
    yes: "Syntax"
    no: "Syntax"


@attrs.frozen
class Listing:
    """`[item, item]`."""

    start: int
    end: int
    items: tuple["Syntax", ...]


@attrs.frozen
class Broken:
    """What could not be read; its problem is already noted."""

    start: int
    end: int


Syntax: TypeAlias = Literal | Name | Call | Unary | Binary | Logic | Conditional | Listing | Broken


def parts(node: Syntax) -> tuple[Syntax, ...]:
    """Return what *node* is made of, in the order of the text."""
    match node:
        case Call():
            return (*((node.receiver,) if node.receiver else ()), *node.arguments)
        case Unary():
            return (node.operand,)
        case Binary():
            return (node.left, node.right)
        case Logic():
            return node.terms
        case Conditional():
            return (node.condition, node.yes, node.no)
        case Listing():
            return node.items
        case _:
            return ()
