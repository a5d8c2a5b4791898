"""A decision table, checked and made ready to use. Where it stands in a file is for `checking`."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from innokumppanuus.domain.findings import Step
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.tables import Aggregation, DecisionTable, HitPolicy, TableRow
from innokumppanuus.errors import ExpressionProblems, InvalidValue, Problem
from innokumppanuus.ruleset.expressions import UNKNOWN, Environment, Expression, Type, compile
from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.evaluation import Values, program
from innokumppanuus.ruleset.expressions.nodes import Constant, Node, Variable, used
from innokumppanuus.ruleset.tables.cells import Cell, Column, joined, read_cell
from innokumppanuus.ruleset.tables.hits import Row, outcome
from innokumppanuus.ruleset.tables.operands import Reading, ordered, read_operand

PREFIX = "table."
MOST_ROWS, MOST_CELLS = 200, 2000
RANKED = (HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER)
"""Policies that need the list of outcomes."""

_EXTREMES = (Aggregation.MIN, Aggregation.MAX)
_NUMBERS = (Type.INT, Type.DOUBLE, Type.MONEY)
_ORDERED = (*_NUMBERS, Type.DATE)

Path: TypeAlias = tuple[str | int, ...]


@attrs.frozen
class Misfit:
    """A problem with the path of the part of the table; its place is that in the part's text."""

    path: Path
    problem: Problem


@attrs.frozen(kw_only=True)
class Result:
    """
    What a table says of one application.

    Attributes:
        value: The outcome, or UNKNOWN.
        rows: Numbers of the rows that match for sure, from 1.
        cells: Their conditions that say something, with true as the value.
        missing: Variables without a value because of which the outcome is unknown, sorted.
        note: Problem key of why there is no outcome, where that is not a missing value.
    """

    value: object
    rows: tuple[int, ...]
    cells: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    note: str = ""


@attrs.frozen(kw_only=True)
class CompiledTable:
    """
    A decision table that can be used.

    Attributes:
        table: As the rule set has it.
        type: Type of what it gives: a list where a policy gives many outcomes.
        columns: Its inputs.
        cells: Its conditions (rows × inputs).
        rows: Whether each row matches; expressions of the same variables as the inputs.
        thens: The outcome of each row.
        outcome: What follows, as an expression of variables named by `row_name`.
    """

    table: DecisionTable
    type: Type
    columns: tuple[Column, ...]
    cells: tuple[tuple[Cell, ...], ...]
    rows: tuple[Expression, ...]
    thens: tuple[Expression, ...]
    outcome: Expression

    @property
    def name(self) -> str:
        """Its name in expressions."""
        return f"{PREFIX}{self.table.id}"

    @property
    def uses(self) -> tuple[str, ...]:
        """Names of the variables that it looks at, sorted."""
        names = {name for one in self.rows for name in one.uses} | {*self.outcome.uses}
        return tuple(sorted(names - {self.row_name(n) for n in range(1, len(self.rows) + 1)}))

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it can give; none when that is open or they are no words."""
        nodes = [then.node for then in self.thens]
        plain = [str(node.value) for node in nodes if isinstance(node, Constant)]
        is_words = self.type in (Type.STRING, Type.LIST) and len(plain) == len(nodes)
        return tuple(dict.fromkeys(plain)) if is_words else ()

    def row_name(self, number: int) -> str:
        """Return the variable that stands in `outcome` for the match of a row, from 1."""
        return f"{self.name}.row{number}"

    def run(self, values: Values) -> Result:
        """Return what it says with *values*; see `Expression.evaluate`."""
        hits = {
            self.row_name(number): row.evaluate(values)
            for number, row in enumerate(self.rows, start=1)
        }
        known = {name: hit for name, hit in hits.items() if hit is not UNKNOWN}
        rows = tuple(
            number
            for number in range(1, len(self.rows) + 1)
            if known.get(self.row_name(number)) is True
        )
        value = self.outcome.evaluate({**values, **known})
        is_known = value is not UNKNOWN
        missing, note = ((), "") if is_known else self._causes({**values, **known}, values)
        return Result(
            value=value, rows=rows, cells=tuple(self._steps(rows)), missing=missing, note=note
        )

    def _steps(self, rows: tuple[int, ...]) -> Iterator[Step]:
        for number in rows:
            for cell in self.cells[number - 1]:
                if cell.node is not None:
                    yield Step(text=cell.text, value=True, depth=1)

    def _causes(self, known: Values, values: Values) -> tuple[tuple[str, ...], str]:
        """Return the missing variables and the note of an unknown outcome."""
        traced = self.outcome.trace(known)
        notes, missing = [traced.note], set[str]()
        by_name = {self.row_name(number): row for number, row in enumerate(self.rows, start=1)}
        for name in traced.missing:
            if name not in by_name:
                missing.add(name)
                continue
            row = by_name[name].trace(values)
            missing.update(row.missing)
            notes.append(row.note)
        return tuple(sorted(missing)), next((note for note in notes if note), "")


def compile_table(
    table: DecisionTable, environment: Environment, zone: str
) -> tuple[CompiledTable | None, tuple[Misfit, ...]]:
    """
    Return the table ready to use, or None and everything that is wrong with it.

    Args:
        table: A sound noun.
        environment: What it may name: fields, values of the call, parameters, earlier tables.
        zone: Time zone of moments in cells.
    """
    made = _Compiler(table, environment, zone)
    compiled = made.whole()
    return (None if made.misfits else compiled), tuple(made.misfits)


def with_table(environment: Environment, compiled: CompiledTable) -> Environment:
    """Return the environment with what the table gives as a variable."""
    options = {compiled.name: compiled.words} if compiled.words else {}
    return Environment(
        variables={**environment.variables, compiled.name: compiled.type},
        functions=environment.functions,
        options={**environment.options, **options},
    )


def given_type(table: DecisionTable) -> Type:
    """Return the type of what the table gives."""
    is_collected = table.hit is HitPolicy.COLLECT
    if table.hit in (HitPolicy.RULE_ORDER, HitPolicy.OUTPUT_ORDER):
        return Type.LIST
    if is_collected and table.aggregation is Aggregation.LIST:
        return Type.LIST
    if is_collected and table.aggregation is Aggregation.COUNT:
        return Type.INT
    return Type(table.output.type)


class _Compiler:
    def __init__(self, table: DecisionTable, environment: Environment, zone: str) -> None:
        self.table = table
        self.environment = environment
        self.zone = zone
        self.kind = Type(table.output.type)
        self.misfits: list[Misfit] = []

    def tell(self, path: Path, key: str, **values: object) -> None:
        self.misfits.append(Misfit(path, Problem(key=key, values=values)))

    def keep(self, path: Path, complaints: Complaints) -> None:
        self.misfits += [Misfit(path, problem) for problem in complaints.problems]

    def whole(self) -> CompiledTable | None:
        table = self.table
        size = len(table.rows) * len(table.inputs)
        if len(table.rows) > MOST_ROWS or size > MOST_CELLS:
            limits = {"rows": MOST_ROWS, "cells": MOST_CELLS}
            self.tell(("rows",), "table-large", **limits, got=len(table.rows))
            return None
        self.currency()
        self.policy()
        columns = tuple(self.column(place) for place in range(len(table.inputs)))
        cells = tuple(self.row(place, row, columns) for place, row in enumerate(table.rows))
        thens = tuple(
            self.then(("rows", place, "then"), row.then) for place, row in enumerate(table.rows)
        )
        ranks = self.ranks(thens)
        if self.misfits:
            return None
        return self.made(
            tuple(one for one in columns if one is not None),
            tuple(tuple(cell for cell in row if cell is not None) for row in cells),
            tuple(then for then in thens if then is not None),
            ranks,
        )

    def made(
        self,
        columns: tuple[Column, ...],
        cells: tuple[tuple[Cell, ...], ...],
        thens: tuple[Expression, ...],
        ranks: Mapping[object, int],
    ) -> CompiledTable:
        table, given = self.table, given_type(self.table)
        rows = tuple(
            _expression(
                " && ".join(cell.text for cell in row if cell.node is not None),
                joined("&&", [cell.node for cell in row if cell.node is not None]),
            )
            for row in cells
        )
        name = f"{PREFIX}{table.id}"
        listed = [
            Row(hit=_variable(f"{name}.row{number}"), then=then.node, key=_key(then))
            for number, then in enumerate(thens, start=1)
        ]
        node = outcome(
            table.hit,
            table.aggregation,
            listed,
            self.kind,
            lambda row: ranks[row.key],
            table.output.currency,
        )
        return CompiledTable(
            table=table,
            type=given,
            columns=columns,
            cells=cells,
            rows=rows,
            thens=thens,
            outcome=_expression(name, node),
        )

    def currency(self) -> None:
        try:
            Money(0, self.table.output.currency)
        except InvalidValue as problem:
            self.tell(("output", "currency"), problem.key, **problem.values)

    def policy(self) -> None:
        """Note a type of outcome that the policy cannot deal with."""
        table = self.table
        if given_type(table) is Type.LIST and self.kind is not Type.STRING:
            self.tell(("output", "type"), "table-list", got=str(self.kind))
        if table.hit is HitPolicy.COLLECT:
            takes = {Aggregation.SUM: _NUMBERS, **dict.fromkeys(_EXTREMES, _ORDERED)}
            allowed = takes.get(table.aggregation, (self.kind,))
            if self.kind not in allowed:
                words = ", ".join(allowed)
                aggregation = str(table.aggregation)
                self.tell(
                    ("output", "type"), "table-aggregation",
                    aggregation=aggregation, known=words, got=str(self.kind),
                )  # fmt: skip
        elif table.aggregation is not Aggregation.LIST:
            self.tell(("aggregation",), "table-aggregation-unused", hit=str(table.hit))
        if table.hit in RANKED and not table.output.outcomes:
            self.tell(("output",), "table-outcomes", hit=str(table.hit))

    def column(self, place: int) -> Column | None:
        text, path = self.table.inputs[place].value, ("inputs", place, "value")
        try:
            read = compile(text, self.environment)
        except ExpressionProblems as problems:
            self.misfits += [Misfit(path, problem) for problem in problems.problems]
            return None
        options: tuple[str, ...] = ()
        if isinstance(read.node, Variable):
            options = self.environment.options.get(read.node.name, ())
        return Column(
            text=text,
            node=read.node,
            environment=self.environment,
            options=options,
            zone=self.zone,
        )

    def row(
        self, place: int, row: TableRow, columns: tuple[Column | None, ...]
    ) -> tuple[Cell | None, ...]:
        if len(row.when) != len(columns):
            path: Path = ("rows", place, "when")
            self.tell(path, "table-cells", must=len(columns), got=len(row.when))
            return ()
        found = []
        for number, (text, column) in enumerate(zip(row.when, columns, strict=True)):
            if column is None:
                continue
            complaints = Complaints(text)
            found.append(read_cell(complaints, column))
            self.keep(("rows", place, "when", number), complaints)
        return tuple(found)

    def then(self, path: Path, text: str) -> Expression | None:
        """Return an outcome; words of a text are the text itself."""
        complaints = Complaints(text)
        start = len(text) - len(text.lstrip())
        end = max(start, len(text.rstrip()))
        reading = Reading(
            complaints=complaints, start=start, end=end, type=self.kind,
            environment=self.environment, zone=self.zone, name=f"{PREFIX}{self.table.id}",
        )  # fmt: skip
        node = read_operand(reading)
        self.keep(path, complaints)
        if node is None:
            return None
        needs_plain = self.table.hit in RANKED
        if not isinstance(node, Constant) and needs_plain:
            self.tell(path, "table-plain", hit=str(self.table.hit), got=text)
        return _expression(text[start:end], node)

    def ranks(self, thens: tuple[Expression | None, ...]) -> Mapping[object, int]:
        """Return the place of each outcome in the list of outcomes, where the policy has one."""
        listed = self.table.output.outcomes
        if self.table.hit not in RANKED:
            if listed:
                self.tell(("output", "outcomes"), "table-outcomes-unused", hit=str(self.table.hit))
            return {}
        ranks: dict[object, int] = {}
        for place, text in enumerate(listed):
            path: Path = ("output", "outcomes", place)
            one = self.then(path, text)
            if one is not None and _key(one) in ranks:
                self.tell(path, "twice", got=text)
            elif one is not None:
                ranks[_key(one)] = place
        is_whole = len(ranks) == len(listed)
        for place, then in enumerate(thens):
            if then is not None and is_whole and listed and _key(then) not in ranks:
                known = ", ".join(listed)
                self.tell(("rows", place, "then"), "choice-none", known=known, got=then.text)
        return ranks


def _key(then: Expression) -> object:
    """Return what is the same when two outcomes are the same."""
    if isinstance(then.node, Constant):
        return ("value", ordered(then.node), getattr(then.node.value, "currency", ""))
    return ("text", then.text, "")


def _expression(text: str, node: Node) -> Expression:
    uses = tuple(sorted(used(node)))
    return Expression(text=text, node=node, type=node.type, uses=uses, program=program(node))


def _variable(name: str) -> Node:
    return Variable(start=0, end=0, type=Type.BOOL, name=name)
