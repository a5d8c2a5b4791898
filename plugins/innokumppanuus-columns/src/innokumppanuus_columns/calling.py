"""
Functions and rules of plugins that DuckDB calls back for each row, in the middle of a query.

They get the values that the row by row engine would give them. What they raise ends the query and
is kept: who asked then runs the rules row by row.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from inspect import Parameter, Signature
from typing import Any, Final

import attrs
import duckdb
from duckdb.func import SPECIAL
from sqlglot import exp

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import EligibilityRule
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.plugin.interfaces import Rule
from innokumppanuus.plugin.manager import pick
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions.nodes import Apply, Node
from innokumppanuus.ruleset.expressions.unknown import Unknown
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus_columns.domain import Column, NotColumnar
from innokumppanuus_columns.plugin_rules import business_ids, checking
from innokumppanuus_columns.trees import SQL_TYPES, Tree

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_TOLD: Final = {Verdict.MET: True, Verdict.NOT_MET: False, Verdict.CANNOT_TELL: None}
_KEYS: Final[Mapping[Type, Callable[[Any], object]]] = {
    Type.LIST: tuple,
    Type.DOUBLE: lambda one: one or repr(one),  # 0.0 and -0.0 are equal and not the same
}
MOST_KNOWN: Final = 100_000
"""Of how many different rows it is remembered what was said."""
_LARGEST: Final = 2**63 - 1
_PASSED: Final = {Type.TIMESTAMP: "BIGINT", Type.MONEY: "BIGINT"}
"""What a value is while it is passed, where that is not the type of its column."""


@attrs.frozen(kw_only=True)
class Called:
    """
    What DuckDB calls back (takaisin kutsuttava).

    Attributes:
        name: In SQL.
        key: What tells it from others.
        takes: Types of its arguments.
        gives: Type of its result.
        run: Gets cells and returns one; NULL is None.
    """

    name: str
    key: tuple[object, ...] = attrs.field(repr=False)
    takes: tuple[Type, ...]
    gives: Type
    run: Callable[..., object] = attrs.field(repr=False)

    def tree(self, arguments: Iterable[Tree]) -> Tree:
        """Return the SQL that calls it."""
        given = zip(self.takes, arguments, strict=True)
        shown = [
            exp.func("EPOCH_US", one) if kind is Type.TIMESTAMP else one for kind, one in given
        ]
        found = exp.Anonymous(this=self.name, expressions=shown)
        is_moment = self.gives is Type.TIMESTAMP
        return exp.Anonymous(this="MAKE_TIMESTAMPTZ", expressions=[found]) if is_moment else found


class Calls:
    """
    What one query calls back, and what that raised.

    Args:
        rules: The rules that plugins offer, by key.
    """

    def __init__(self, rules: Mapping[str, Rule] | None = None) -> None:
        self.rules = rules or {}
        self.called: list[Called] = []
        self.raised: list[Exception] = []

    def function(self, node: Apply, currencies_of: Callable[[Node], set[str]]) -> Called:
        """
        Return what to write for a call of a plugin's function; the same for the same call.

        Args:
            node: The call.
            currencies_of: Tells the currencies that a sum may have.

        Raises:
            NotColumnar: When nobody knows beforehand which currency a sum has.
        """
        operation = node.operation
        sums = [currencies_of(one) if one.type is Type.MONEY else set() for one in node.arguments]
        found = set().union(*sums)
        is_sum = operation.returns is Type.MONEY
        if is_sum and len(found) != 1 or any(len(one) > 1 for one in sums):
            raise NotColumnar("columns.cannot.function", name=operation.name)
        currency = min(found) if is_sum else ""
        taken = tuple(min(one, default="") for one in sums)
        kinds = operation.arguments
        take = [_taking(kind, one) for kind, one in zip(kinds, taken, strict=True)]
        apply = operation.apply

        def run(*cells: object) -> object:
            if None in cells:
                return None
            return _given(apply(*map(_take, take, cells)), currency)

        key = (operation, currency, taken)
        return self._noted(key, operation.arguments, operation.returns, run)

    def rule(
        self, asked: EligibilityRule, ruleset: RuleSet, columns: Mapping[str, Column]
    ) -> Called:
        """
        Return what to write for a rule of a plugin: true, false, or NULL when it cannot tell.

        Args:
            asked: The rule as the rule set names it.
            ruleset: The rule set.
            columns: Fields that it reads, with the days that dated values are looked up by.
        """
        check = checking(asked, ruleset, pick("rule", asked.rule, self.rules))
        take = {name: _taking(one.type, one.currency) for name, one in columns.items()}
        for name in columns.keys() & business_ids(ruleset.call):
            take[name] = lambda cell: BusinessId.read(str(cell))

        def run(*cells: object) -> object:
            given = zip(take.items(), cells, strict=True)
            answers: Any = {name: one(cell) for (name, one), cell in given if cell is not None}
            return _TOLD[check(Application(id="-", answers=answers))]

        takes = tuple(one.type for one in columns.values())
        return self._noted((asked.id,), takes, Type.BOOL, run)

    def register(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Let queries of the connection call them."""
        for one in self.called:
            takes: list[Any] = [passed(kind) for kind in one.takes]
            gives: Any = passed(one.gives)
            run = self._keeping(one)
            connection.create_function(one.name, run, takes, gives, null_handling=SPECIAL)

    def _noted(
        self,
        key: tuple[object, ...],
        takes: tuple[Type, ...],
        gives: Type,
        run: Callable[..., object],
    ) -> Called:
        for one in self.called:
            if one.key == key:
                return one
        name = f"called_{len(self.called) + 1}"
        called = Called(name=name, key=key, takes=takes, gives=gives, run=run)
        self.called.append(called)
        return called

    def _keeping(self, called: Called) -> Callable[..., object]:
        """Return what runs it and keeps what it raises; the same cells run it once."""

        known: dict[tuple[object, ...], object] = {}
        keys = [_KEYS.get(kind) for kind in called.takes]

        def run(*cells: object) -> object:
            key = tuple(
                one if make is None or one is None else make(one)
                for one, make in zip(cells, keys, strict=True)
            )
            if key in known:
                return known[key]
            try:
                found = called.run(*cells)
            except Exception as error:
                self.raised.append(error)
                raise
            if len(known) < MOST_KNOWN:
                known[key] = found
            return found

        kind = Parameter.POSITIONAL_ONLY
        named = (Parameter(f"cell_{number}", kind) for number in range(len(called.takes)))
        vars(run)["__signature__"] = Signature([*named])  # DuckDB counts the parameters
        return run


def passed(kind: Type) -> str:
    """Return the type in DuckDB in which a value is passed."""
    return _PASSED.get(kind, SQL_TYPES[kind])


def _taking(kind: Type, currency: str) -> Callable[[object], object]:
    match kind:
        case Type.MONEY:
            return lambda cell: Money(cell, currency)  # type: ignore[arg-type]
        case Type.TIMESTAMP:
            return lambda cell: _EPOCH + cell * _MICROSECOND  # type: ignore[operator]
        case Type.LIST:
            return lambda cell: tuple(cell)  # type: ignore[arg-type]
        case _:
            return lambda cell: cell


def _take(one: Callable[[object], object], cell: object) -> object:
    return one(cell)


def _given(value: object, currency: str) -> object:
    """Return the value as a cell; what no cell can hold raises."""
    match value:
        case Unknown():
            return None
        case Money():
            if value.currency != currency:
                raise ValueError(f"a sum in {value.currency}, not in {currency}")
            return _whole(value.cents)
        case datetime():
            return (value.astimezone(UTC) - _EPOCH) // _MICROSECOND
        case bool():
            return value
        case int():
            return _whole(value)
        case tuple():
            return list(value)
        case _:
            return value


def _whole(value: int) -> int:
    if abs(value) > _LARGEST:
        raise OverflowError(f"{value} has more than 64 bits")
    return value
