"""
What follows from the rows that match, as a node of the expression language: the hit policies.

Each formula says unknown only when the rows that cannot be told could change the outcome: in none
of them does a row stand both for and against the same thing, so that Kleene's logic is exact.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.tables import Aggregation, HitPolicy
from innokumppanuus.ruleset.expressions.arithmetic import OPERATORS
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Choice,
    Constant,
    Items,
    Node,
    Operation,
)
from innokumppanuus.ruleset.expressions.unknown import Unknown
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.tables.cells import compared, joined
from innokumppanuus.ruleset.tables.operands import ordered

NO_ROW = Unknown("cannot-find-row")
SEVERAL_ROWS = Unknown("cannot-choose-row")

CONCATENATION = Operation(
    name="+",
    arguments=(Type.LIST, Type.LIST),
    returns=Type.LIST,
    apply=lambda left, right: (*left, *right),
)
"""Two lists one after the other; CEL has it, the expressions of officials do not need it."""


@attrs.frozen(kw_only=True)
class Row:
    """
    A row as far as its policy looks at it.

    Attributes:
        hit: Whether it matches.
        then: Its outcome.
        key: What is the same when two outcomes are: the value, or the text of an expression.
    """

    hit: Node
    then: Node
    key: object


def outcome(
    hit: HitPolicy,
    aggregation: Aggregation,
    rows: Sequence[Row],
    kind: Type,
    ranks: Callable[[Row], int],
    currency: str,
) -> Node:
    """
    Return what follows from the rows.

    Args:
        hit: Which of the rows that match counts.
        aggregation: For `collect`.
        rows: In their order.
        kind: Type of one outcome.
        ranks: Place of the row's outcome in the list of outcomes, for the policies that have one.
        currency: Currency of the sum of no rows.
    """
    match hit:
        case HitPolicy.UNIQUE:
            several = _two([row.hit for row in rows])
            return _chosen(several, _fail(kind, SEVERAL_ROWS), _first(rows, kind))
        case HitPolicy.ANY:
            groups = _grouped(rows)
            several = _two([group.hit for group in groups])
            return _chosen(several, _fail(kind, SEVERAL_ROWS), _first(groups, kind))
        case HitPolicy.FIRST:
            return _first(_decisive(rows), kind)
        case HitPolicy.PRIORITY:
            return _first(_grouped(sorted(rows, key=ranks)), kind)
        case HitPolicy.RULE_ORDER:
            return _listed(rows)
        case HitPolicy.OUTPUT_ORDER:
            return _listed(sorted(rows, key=ranks))
        case HitPolicy.COLLECT:
            return _collected(aggregation, rows, kind, currency)


def _collected(aggregation: Aggregation, rows: Sequence[Row], kind: Type, currency: str) -> Node:
    match aggregation:
        case Aggregation.LIST:
            return _listed(sorted(rows, key=lambda row: str(row.key)))
        case Aggregation.COUNT:
            one, none = _constant(Type.INT, 1), _constant(Type.INT, 0)
            return _folded([_chosen(row.hit, one, none) for row in rows], none)
        case Aggregation.SUM:
            zeros = {Type.INT: 0, Type.DOUBLE: 0.0, Type.MONEY: Money(0, currency)}
            zero = _constant(kind, zeros[kind])
            counted = [row for row in rows if row.then != zero]
            return _folded([_chosen(row.hit, row.then, zero) for row in counted], zero)
        case Aggregation.MIN | Aggregation.MAX:
            return _extreme(rows, kind, is_least=aggregation is Aggregation.MIN)


def _first(rows: Sequence[Row], kind: Type) -> Node:
    """Return the outcome of the first row that matches, by halves so that it stays shallow."""
    if not rows:
        return _fail(kind, NO_ROW)
    if len(rows) == 1:
        return _chosen(rows[0].hit, rows[0].then, _fail(kind, NO_ROW))
    half = len(rows) // 2
    before = joined("||", [row.hit for row in rows[:half]])
    return _chosen(before, _first(rows[:half], kind), _first(rows[half:], kind))


def _decisive(rows: Sequence[Row]) -> list[Row]:
    """
    Return rows of which at most one matches: one of the outcome of the first of *rows* that does.

    Rows of one outcome are put together: whichever of them is the first, the outcome is known.
    """
    runs = [next(iter(_grouped(run))) for _, run in groupby(rows, key=lambda row: row.key)]
    if len({run.key for run in runs}) == len(runs):
        return runs
    merged: dict[object, Row] = {}
    for place, run in enumerate(runs):
        others = [_not(one.hit) for one in runs[:place] if one.key != run.key]
        hit = joined("&&", [run.hit, *others])
        before = merged.get(run.key)
        hits = [before.hit, hit] if before else [hit]
        merged[run.key] = attrs.evolve(run, hit=joined("||", hits))
    return list(merged.values())


def _grouped(rows: Iterable[Row]) -> list[Row]:
    """Return one row for each outcome, in the order of the first of each."""
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.key, []).append(row)
    return [
        attrs.evolve(group[0], hit=joined("||", [row.hit for row in group]))
        for group in groups.values()
    ]


def _two(hits: Sequence[Node]) -> Node:
    """Return whether at least two hold."""
    if len(hits) < 2:
        return joined("||", [])
    left, right = hits[: len(hits) // 2], hits[len(hits) // 2 :]
    both = joined("&&", [joined("||", list(left)), joined("||", list(right))])
    parts = [_two(one) for one in (left, right) if len(one) > 1]
    return joined("||", [*parts, both])


def _extreme(rows: Sequence[Row], kind: Type, *, is_least: bool) -> Node:
    """
    Return the least or greatest outcome.

    Plain values are sorted beforehand. With expressions among them each row is compared with each.
    """
    plain = [(row, row.then) for row in rows if isinstance(row.then, Constant)]
    if len(plain) == len(rows):
        by_value = sorted(plain, key=lambda pair: ordered(pair[1]), reverse=not is_least)
        return _first(_grouped(row for row, _ in by_value), kind)
    sign = "<=" if is_least else ">="
    best = []
    for row in rows:
        beaten = [
            joined("||", [_not(other.hit), compared(sign, row.then, other.then)])
            for other in rows
            if other is not row and other.key != row.key
        ]
        best.append(attrs.evolve(row, hit=joined("&&", [row.hit, *beaten])))
    return _first(_grouped(best), kind)


def _listed(rows: Sequence[Row]) -> Node:
    """Return the outcomes of the rows that match as a list."""
    none = Items(start=0, end=0, element=None, items=())
    alone = [
        _chosen(row.hit, Items(start=0, end=0, element=Type.STRING, items=(row.then,)), none)
        for row in rows
    ]
    return _folded(alone, none)


def _folded(terms: Sequence[Node], none: Node) -> Node:
    """Return the terms added up, by halves."""
    if not terms:
        return none
    if len(terms) == 1:
        return terms[0]
    half = len(terms) // 2
    left, right = _folded(terms[:half], none), _folded(terms[half:], none)
    kind = left.type
    operation = CONCATENATION if kind is Type.LIST else OPERATORS["+", (kind, kind)]
    return Apply(start=0, end=0, type=kind, operation=operation, arguments=(left, right))


def _chosen(condition: Node, yes: Node, no: Node) -> Node:
    return Choice(start=0, end=0, type=yes.type, condition=condition, yes=yes, no=no)


def _not(node: Node) -> Node:
    operation = OPERATORS["!", (Type.BOOL,)]
    return Apply(start=0, end=0, type=Type.BOOL, operation=operation, arguments=(node,))


def _constant(kind: Type, value: Any) -> Node:
    return Constant(start=0, end=0, type=kind, value=value)


def _fail(kind: Type, why: Unknown) -> Node:
    """Return a value that is never known, with the reason."""
    return Constant(start=0, end=0, type=kind, value=why)
