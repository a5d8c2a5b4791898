"""Small pieces of Polars expressions that the algebra puts together. It knows no expressions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime

import attrs
import polars as pl

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Choice,
    Constant,
    Items,
    Junction,
    Node,
)
from innokumppanuus.ruleset.expressions.unknown import Unknown
from innokumppanuus.ruleset.expressions.value_types import Type

KINDS: Mapping[Type, pl.DataType] = {
    Type.BOOL: pl.Boolean(),
    Type.INT: pl.Int64(),
    Type.DOUBLE: pl.Float64(),
    Type.STRING: pl.String(),
    Type.MONEY: pl.Int64(),
    Type.DATE: pl.Date(),
    Type.TIMESTAMP: pl.Datetime("us", "UTC"),
    Type.LIST: pl.List(pl.String()),
}
RELATIONS: Mapping[str, Callable[[pl.Expr, pl.Expr], pl.Expr]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}
SUMS: Mapping[str, Callable[[pl.Expr, pl.Expr], pl.Expr]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
}
_SCANS = frozenset({"contains", "size"})


OF_TEXT: Mapping[str, Callable[[pl.Expr, pl.Expr], pl.Expr]] = {
    "startsWith": lambda one, part: one.str.starts_with(part),
    "endsWith": lambda one, part: one.str.ends_with(part),
    "contains": lambda one, part: one.str.contains(part, literal=True),
}


@attrs.frozen
class Piece:
    """An expression over the columns of layer *level*; *depth* 0 is a column or a constant."""

    expr: pl.Expr
    level: int = 0
    depth: int = 0


def constant(kind: Type, value: object) -> pl.Expr:
    """Return *value* as a literal of its type; None, and what is beyond reckoning, is null."""
    match value:
        case Money():
            return pl.lit(value.cents, dtype=pl.Int64)
        case datetime():
            try:
                return pl.lit(value.astimezone(UTC), dtype=KINDS[kind])
            except OverflowError:
                return pl.lit(None, dtype=KINDS[kind])
        case tuple():
            return pl.lit(pl.Series([list(value)], dtype=KINDS[Type.LIST])).first()
        case bool() | int() | float() | str() | date():
            return pl.lit(value, dtype=KINDS[kind])
        case _:
            return pl.lit(None, dtype=KINDS[kind])


def joined(terms: Sequence[pl.Expr], is_any: bool) -> pl.Expr:
    """Return the terms joined in pairs, so that many of them do not nest deep."""
    if len(terms) == 1:
        return terms[0]
    half = len(terms) // 2
    left, right = joined(terms[:half], is_any), joined(terms[half:], is_any)
    return left | right if is_any else left & right


def is_sure(node: Node) -> bool:
    """Return whether *node* is a constant that has a value."""
    return isinstance(node, Constant) and not isinstance(node.value, Unknown)


def scans(node: Node) -> bool:
    """Return whether reckoning *node* reads texts from end to end."""
    match node:
        case Apply(operation=operation, arguments=arguments):
            is_scan = operation.name in _SCANS and Type.STRING in operation.arguments[:1]
            return is_scan or any(map(scans, arguments))
        case Junction(terms=terms):
            return any(map(scans, terms))
        case Items(items=items):
            return any(map(scans, items))
        case Choice(condition=condition, yes=yes, no=no):
            return any(map(scans, (condition, yes, no)))
        case _:
            return False


def when_known(parts: Iterable[pl.Expr], value: pl.Expr) -> pl.Expr:
    """Return *value*, or null when one of the parts is."""
    known = [one.is_not_null() for one in parts]
    return pl.when(joined(known, False)).then(value) if known else value


def lacking(nodes: Iterable[Node], made: Iterable[pl.Expr]) -> list[pl.Expr]:
    """Return what may be null of what was made of the nodes."""
    return [one for node, one in zip(nodes, made, strict=True) if not is_sure(node)]


def where_open(
    deciding: bool,
    quick: pl.Expr,
    columns: Sequence[pl.Expr],
    rest: Callable[[pl.LazyFrame], pl.LazyFrame],
) -> pl.Expr:
    """
    Return the junction of *quick* and *rest*, which is reckoned only where *quick* leaves it open.

    Where most rows are open it is reckoned in all of them, which is the quicker way then.

    Args:
        deciding: The value of a term that decides: False for `&&`, True for `||`.
        quick: What is known of every row.
        columns: What *rest* reckons with.
        rest: Makes one column of truth values of a table of the columns.
    """

    def reckoned(parts: Sequence[pl.Series]) -> pl.Series:
        decided, table = parts[0], pl.DataFrame(list(parts[1:]))
        is_open = decided.ne_missing(pl.Series([deciding]))
        if 2 * int(is_open.sum()) > len(decided):
            return _both(
                deciding, decided, rest(table.lazy()).collect(engine="in-memory").to_series()
            )
        found = rest(table.filter(is_open).lazy()).collect(engine="in-memory").to_series()
        return decided.scatter(is_open.arg_true(), _both(deciding, decided.filter(is_open), found))

    return pl.map_batches(
        [quick, *columns], reckoned, return_dtype=pl.Boolean(), is_elementwise=True
    )


def _both(deciding: bool, one: pl.Series, other: pl.Series) -> pl.Series:
    return one | other if deciding else one & other


def wide(one: pl.Expr) -> pl.Expr:
    return one.cast(pl.Int128)


def narrow(one: pl.Expr) -> pl.Expr:
    return one.cast(pl.Int64, strict=False)


def whole_quotient(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Division towards zero, in 128 bits; by zero it is unknown."""
    size = wide(left).abs() // pl.when(right != 0).then(wide(right).abs())
    return (
        pl.when((left < 0) == (right < 0)).then(size).otherwise(pl.lit(0, dtype=pl.Int128) - size)
    )


def ratio(one: pl.Expr, by: pl.Expr) -> pl.Expr:
    """
    Return the quotient as IEEE 754 rounds it; by zero it is unknown.

    By a number that is the same in all rows Polars multiplies with its inverse, which rounds
    otherwise; so the rows get one each.
    """
    divisor = pl.when(by != 0).then(by.cast(pl.Float64))
    parts = [one.cast(pl.Float64), divisor]
    return pl.map_batches(parts, _divided, return_dtype=pl.Float64(), is_elementwise=True)


def _divided(parts: Sequence[pl.Series]) -> pl.Series:
    one, by = parts
    count = max(len(one), len(by))
    if count == 1:
        top, bottom = one.item(), by.item()
        value = None if top is None or bottom is None else top / bottom
        return pl.Series(one.name, [value], dtype=pl.Float64)
    return one / (by.new_from_index(0, count) if len(by) == 1 else by)
