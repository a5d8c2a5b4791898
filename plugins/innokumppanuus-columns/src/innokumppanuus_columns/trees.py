"""Small pieces of SQL that translations are put together of. It knows no expressions."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import TypeAlias

from sqlglot import exp

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus_columns.domain import NotColumnar

Tree: TypeAlias = exp.Expr

SQL_TYPES: Mapping[Type, str] = {
    Type.BOOL: "BOOLEAN",
    Type.INT: "BIGINT",
    Type.DOUBLE: "DOUBLE",
    Type.STRING: "VARCHAR",
    Type.MONEY: "BIGINT",
    Type.DATE: "DATE",
    Type.TIMESTAMP: "TIMESTAMPTZ",
    Type.LIST: "VARCHAR[]",
}

RELATIONS: Mapping[str, type[exp.Binary]] = {
    "==": exp.EQ,
    "!=": exp.NEQ,
    "<": exp.LT,
    "<=": exp.LTE,
    ">": exp.GT,
    ">=": exp.GTE,
}

OF_TEXT: Mapping[str, tuple[str, str]] = {
    "startsWith": ("STARTS_WITH", "STARTSWITH"),
    "endsWith": ("SUFFIX", "ENDSWITH"),
    "contains": ("CONTAINS", "CONTAINS"),
}
"""Methods of texts in DuckDB and in Spark."""


def constant(kind: Type, value: object) -> Tree:
    """Return *value* as a literal of its type; None, and what is beyond reckoning, is NULL."""
    match value:
        case bool():
            return exp.true() if value else exp.false()
        case Money():
            return constant(Type.INT, value.cents)
        case float():
            return cast(exp.Literal.string(repr(value)), kind)
        case int():
            return cast(exp.Literal.number(value), kind)
        case datetime():
            moment = value.astimezone(UTC).isoformat(" ")
            return cast(exp.Literal.string(moment), kind)
        case date():
            return cast(exp.Literal.string(value.isoformat()), kind)
        case str():
            if "\0" in value:
                raise NotColumnar("columns.cannot.null_character")
            return exp.Literal.string(value)
        case tuple():
            items = [constant(Type.STRING, one) for one in value]
            return cast(exp.Array(expressions=items), Type.LIST)
        case _:
            return null(kind)


def null(kind: Type) -> Tree:
    """Return unknown as a value of the type."""
    return cast(exp.null(), kind)


def cast(tree: Tree, kind: Type) -> Tree:
    """Return *tree* as a value of the type."""
    return exp.Cast(this=tree, to=exp.DataType.build(SQL_TYPES[kind], dialect="duckdb"))


def case(*branches: tuple[Tree, Tree]) -> Tree:
    """Return the value of the first condition that is true, else NULL."""
    return exp.Case(ifs=[exp.If(this=condition, true=value) for condition, value in branches])


def binary(kind: type[exp.Binary]) -> Callable[[Tree, Tree], Tree]:
    """Return what joins two trees by the operator."""
    return lambda left, right: exp.paren(kind(this=left, expression=right), copy=False)


def lacking(trees: Iterable[Tree]) -> list[Tree]:
    """Return what may be NULL among the trees."""
    constant = (exp.Literal, exp.Boolean)
    return [
        one
        for one in trees
        if not isinstance(one, constant)
        and not (isinstance(one, exp.Cast) and isinstance(one.this, exp.Literal))
    ]


def when_known(parts: list[Tree], value: Tree) -> Tree:
    """Return *value*, or NULL when one of the parts is."""
    if not parts:
        return value
    known = [part.copy().is_(exp.null()).not_() for part in parts]
    return case((exp.and_(*known, copy=False), value))
