"""
Values that depend on each application beside its answers, as nodes: dated values and tables.

What stands here is written over the answers alone, so that every engine can reckon it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from innokumppanuus.domain.call import Call, FieldType
from innokumppanuus.domain.parameters import Parameter, ParameterUse, ParameterValue
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import UNKNOWN, Type
from innokumppanuus.ruleset.expressions.functions import FUNCTIONS
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Choice,
    Constant,
    Node,
    Variable,
    parts,
    used,
)
from innokumppanuus.ruleset.expressions.value_types import taken
from innokumppanuus.ruleset.model import FIELD_TYPES
from innokumppanuus.ruleset.parameters import PARAMETER_TYPES, PREFIX, day_field
from innokumppanuus.ruleset.tables.cells import compared
from innokumppanuus.ruleset.tables.compiling import CompiledTable
from innokumppanuus_columns.domain import NotColumnar

MOST_NODES = 40_000
"""How many nodes the tables and dated values of one rule set may come to."""


def steps(ruleset: RuleSet, names: Iterable[str]) -> dict[str, Node]:
    """
    Return what *names*, and what they are made of, come to for one application, by name.

    A step may name others, never in a circle. What is the same for every application, and the
    answers themselves, are no steps.

    Raises:
        NotColumnar: When they come to more than `MOST_NODES`.
    """
    offered = _offered(ruleset)
    found: dict[str, Node] = {}
    waiting = sorted(names)
    while waiting:
        name = waiting.pop()
        if name in offered and name not in found:
            found[name] = offered[name]
            waiting += sorted(used(found[name]))
    count = sum(map(_count, found.values()))
    if count > MOST_NODES:
        raise NotColumnar("columns.cannot.large_tables", count=count, limit=MOST_NODES)
    return dict(sorted(found.items()))


def answers(steps: Mapping[str, Node], names: Iterable[str]) -> frozenset[str]:
    """Return what *names* are made of beneath the steps: the names that are no steps."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name in steps:
            waiting |= used(steps[name])
    return frozenset(found - steps.keys())


def tabled(table: CompiledTable) -> dict[str, Node]:
    """Return what the table gives, and whether each of its rows matches, by name."""
    rows = {table.row_name(number): row.node for number, row in enumerate(table.rows, start=1)}
    return {**rows, table.name: table.outcome.node}


def dated(parameter: Parameter, day: Node) -> Node:
    """
    Return the value that holds on *day*: unknown where none does, and where the day is missing.

    The times of validity are halved, so that the node grows deep only as their logarithm.
    """
    kind = PARAMETER_TYPES[parameter.unit]
    is_late = compared(">=", day, _day(parameter.values[0].valid_from))
    return _chosen(is_late, _held(parameter.values, day, kind), _unknown(kind))


def day_of(call: Call, use: ParameterUse) -> Node | None:
    """Return the day that the application itself gives; None when the call gives it."""
    id = day_field(use)
    field = call.field(id) if id is not None else None
    if field is None:
        return None
    answer = Variable(start=0, end=0, type=FIELD_TYPES[field.type], name=field.id)
    if field.type is not FieldType.MOMENT:
        return answer
    zone = Constant(start=0, end=0, type=Type.STRING, value=call.zone)
    (day,) = FUNCTIONS["day"]
    return Apply(start=0, end=0, type=day.returns, operation=day, arguments=(answer, zone))


def _offered(ruleset: RuleSet) -> dict[str, Node]:
    offered = {}
    for name, parameter in ruleset.parameters.items():
        day = day_of(ruleset.call, ruleset.call.parameters[name])
        if day is not None:
            offered[f"{PREFIX}{name}"] = dated(parameter, day)
    for table in ruleset.tables:
        offered.update(tabled(table))
    return offered


def _held(values: Sequence[ParameterValue], day: Node, kind: Type) -> Node:
    if len(values) > 1:
        half = len(values) // 2
        is_before = compared("<", day, _day(values[half].valid_from))
        return _chosen(is_before, _held(values[:half], day, kind), _held(values[half:], day, kind))
    (one,) = values
    number = one.value if kind is not Type.DOUBLE else float(one.value)  # type: ignore[arg-type]
    value = Constant(start=0, end=0, type=kind, value=taken(kind, number))
    if one.valid_to is None:
        return value
    return _chosen(compared("<=", day, _day(one.valid_to)), value, _unknown(kind))


def _chosen(condition: Node, yes: Node, no: Node) -> Node:
    return Choice(start=0, end=0, type=yes.type, condition=condition, yes=yes, no=no)


def _day(day: date) -> Node:
    return Constant(start=0, end=0, type=Type.DATE, value=day)


def _unknown(kind: Type) -> Node:
    return Constant(start=0, end=0, type=kind, value=UNKNOWN)


def _count(node: Node) -> int:
    return 1 + sum(map(_count, parts(node)))
