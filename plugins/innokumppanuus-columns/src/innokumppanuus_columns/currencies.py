"""Which currencies the sums of an expression may have; columns know that beforehand."""

from collections.abc import Callable, Iterable, Iterator

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.nodes import Apply, Choice, Constant, Items, Node, Variable
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus_columns.domain import NotColumnar


def currencies(node: Node, of_variable: Callable[[str], set[str]]) -> set[str]:
    """
    Return the currencies in *node*; several make the sum unknown, whatever the row.

    Raises:
        NotColumnar: When it depends on the row which currency a sum has.
    """
    match node:
        case Constant(value=Money(currency=currency)):
            return {currency}
        case Variable(name=name):
            return of_variable(name)
        case Choice(yes=yes, no=no):
            found = currencies(yes, of_variable) | currencies(no, of_variable)
            if len(found) > 1:
                raise NotColumnar("columns.cannot.currencies", currencies=", ".join(sorted(found)))
            return found
        case Apply(arguments=arguments):
            return set().union(*(currencies(one, of_variable) for one in _sums(arguments)))
        case _:
            return set()


def _sums(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Items):
            yield from _sums(node.items)
        elif node.type is Type.MONEY:
            yield node
