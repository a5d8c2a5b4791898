"""Pieces of SQL that divide and move days; out of range a value is NULL. No expressions here."""

from sqlglot import exp

from innokumppanuus.ruleset.expressions.value_types import LEAST_INT, Type
from innokumppanuus_columns.domain import Dialect
from innokumppanuus_columns.trees import Tree, binary, case, cast, constant

_MOST_MONTHS = 12 * 9999


def ratio(kind: Type, one: Tree, by: Tree) -> Tree:
    """Return the quotient of two numbers of *kind* as a double; *by* is written twice."""
    zero = constant(kind, 0.0 if kind is Type.DOUBLE else 0)
    pair = [cast(part, Type.DOUBLE) for part in (one, by)]
    is_zero = exp.NEQ(this=by.copy(), expression=zero)
    return case((is_zero, exp.paren(exp.Div(this=pair[0], expression=pair[1]))))


def whole_quotient(kind: type[exp.Binary], top: Tree, by: Tree) -> Tree:
    """Return the quotient or remainder towards zero; both parts are written more than once."""
    zero, one, least = (constant(Type.INT, size) for size in (0, -1, LEAST_INT))
    fits = exp.or_(by.copy().neq(one), top.copy().neq(least), copy=False)
    is_sure = exp.and_(by.copy().neq(zero), exp.paren(fits), copy=False)
    return case((is_sure, binary(kind)(top, by)))


def months_later(dialect: Dialect, start: Tree, count: Tree) -> Tree:
    """Return the day moved by months; a span longer than all years there are is NULL."""
    size = exp.func("ABS", cast(count.copy(), Type.DOUBLE))
    is_near = exp.LTE(this=size, expression=constant(Type.INT, _MOST_MONTHS))
    months = exp.TryCast(this=count, to=exp.DataType.build("INT"))
    if dialect is Dialect.SPARK:
        return case((is_near, exp.Anonymous(this="ADD_MONTHS", expressions=[start, months])))
    span = exp.Anonymous(this="TO_MONTHS", expressions=[months])
    return case((is_near, cast(exp.Add(this=start, expression=span), Type.DATE)))


def day_before(dialect: Dialect, day: Tree) -> Tree:
    """Return the day before *day*."""
    one = exp.Literal.number(1)
    if dialect is Dialect.SPARK:
        return exp.func("DATE_SUB", day, one)
    return exp.Sub(this=day, expression=one)


def day_in_zone(dialect: Dialect, moment: Tree, zone: Tree) -> Tree:
    """Return the day of a moment, by the clock of the zone."""
    if dialect is Dialect.SPARK:
        face = exp.Anonymous(this="FROM_UTC_TIMESTAMP", expressions=[moment, zone])
    else:
        face = exp.Anonymous(this="TIMEZONE", expressions=[zone, moment])
    return cast(face, Type.DATE)
