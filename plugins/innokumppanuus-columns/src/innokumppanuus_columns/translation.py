"""Checked expressions as SQL: unknown is NULL, nothing overflows, divides by zero or raises."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import attrs
from sqlglot import exp

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.generation import is_built_in
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Choice,
    Constant,
    IsGiven,
    Items,
    Junction,
    Node,
    Variable,
)
from innokumppanuus.ruleset.expressions.value_types import Type, taken
from innokumppanuus.ruleset.tables.hits import CONCATENATION
from innokumppanuus_columns.calling import Calls
from innokumppanuus_columns.currencies import currencies
from innokumppanuus_columns.domain import Column, Dialect, NotColumnar
from innokumppanuus_columns.reckoning import (
    day_before,
    day_in_zone,
    months_later,
    ratio,
    whole_quotient,
)
from innokumppanuus_columns.trees import (
    OF_TEXT,
    RELATIONS,
    Tree,
    binary,
    case,
    cast,
    constant,
    lacking,
    null,
    when_known,
)

MOST_NESTED, MOST_REPEATED = 24, 2
_SUMS: Mapping[str, type[exp.Binary]] = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}
_CHECKED = {"+": "TRY_ADD", "-": "TRY_SUBTRACT", "*": "TRY_MULTIPLY"}


@attrs.frozen
class _Sql:
    """A piece of SQL over the columns of layer *level*; *depth* 0 is a column or a constant."""

    tree: Tree
    level: int = 0
    depth: int = 0


class Translation:
    """
    Translates expressions over the same columns; all of them go into one query.

    What would have to be written twice becomes a column of a layer below, so that the length of
    the SQL grows with the expressions and not with its powers. So does each of the *steps*: values
    that expressions name as variables; see `lowering`. Functions of plugins go into *calls*.
    """

    def __init__(
        self,
        dialect: Dialect,
        columns: Mapping[str, Column],
        fixed: Mapping[str, object] | None = None,
        steps: Mapping[str, Node] | None = None,
        calls: Calls | None = None,
    ) -> None:
        self.calls = calls
        self.dialect = dialect
        self.columns = columns
        self.fixed = fixed or {}
        self.steps = steps or {}
        self.layers: list[dict[str, Tree]] = []
        self._count = 0
        self._reckoned: dict[str, _Sql] = {}
        self._moneys: dict[str, set[str]] = {}

    def add(self, node: Node) -> Tree:
        """
        Return the value of *node* as SQL for `query`.

        Raises:
            NotColumnar: When SQL cannot say it; it is noted nowhere then.
        """
        return self._sql(node).tree

    def select(self, source: str, results: Mapping[str, Tree], *kept: str) -> exp.Select:
        """Return the SELECT of *results* by name, and of *kept* columns, from table *source*."""
        shown = [exp.alias_(tree, name, quoted=True) for name, tree in results.items()]
        return self.over(source, [*(exp.column(name, quoted=True) for name in kept), *shown])

    def over(self, source: str, shown: list[Tree]) -> exp.Select:
        """Return the SELECT of *shown* from table *source* with the steps that they need."""
        names = [source, *(f"layer_{number}" for number in range(len(self.layers)))]
        select = exp.select(*shown, copy=False).from_(exp.to_table(names[-1]), copy=False)
        for number, layer in enumerate(self.layers):
            added = [exp.alias_(tree, name, quoted=True) for name, tree in layer.items()]
            inner = exp.select("*", *added, copy=False)
            inner = inner.from_(exp.to_table(names[number]), copy=False)
            select = select.with_(names[number + 1], as_=inner, copy=False)
        return select

    def _sql(self, node: Node) -> _Sql:
        match node:
            case Constant(type=kind, value=value):
                return _Sql(constant(kind, value))
            case Variable(name=name, type=kind):
                return self._variable(name, kind)
            case IsGiven(name=name):
                return self._given(name)
            case Junction(deciding=deciding, terms=terms):
                return self._junction(deciding, terms)
            case Choice():
                return self._choice(node)
            case Items(items=items):
                return self._items(items)
            case Apply():
                return self._apply(node)

    def _of(self, build: Callable[..., Tree], *parts: _Sql) -> _Sql:
        """Return what *build* makes of the parts; one that nests deep becomes a column."""
        tree = build(*(one.tree.copy() for one in parts))
        level = max((one.level for one in parts), default=0)
        depth = 1 + max((one.depth for one in parts), default=0)
        is_closed = isinstance(tree, exp.Anonymous | exp.Case | exp.Cast | exp.Paren)
        code = _Sql(tree if is_closed else exp.paren(tree, copy=False), level, depth)
        return self._column(code) if depth >= MOST_NESTED else code

    def _column(self, code: _Sql) -> _Sql:
        """Return the code as a column of its own layer."""
        self._count += 1
        name = f"step_{self._count}"
        while len(self.layers) <= code.level:
            self.layers.append({})
        self.layers[code.level][name] = code.tree
        return _Sql(exp.column(name, quoted=True), code.level + 1)

    def _repeated(self, node: Node) -> _Sql:
        """Return the code of *node* so that it may be written more than once."""
        code = self._sql(node)
        return code if code.depth <= MOST_REPEATED else self._column(code)

    def _variable(self, name: str, kind: Type) -> _Sql:
        if name in self.fixed:
            given = self.fixed[name]
            return _Sql(constant(kind, None if given is None else taken(kind, given)))
        if name in self.steps:
            return self._step(name)
        return _Sql(exp.column(self._known(name).name, quoted=True))

    def _step(self, name: str) -> _Sql:
        """Return the column of a step; it is reckoned once, however often it is named."""
        if name not in self._reckoned:
            code = self._sql(self.steps[name])
            self._reckoned[name] = self._column(code) if code.depth else code
        return self._reckoned[name]

    def _known(self, name: str) -> Column:
        if name not in self.columns:
            raise NotColumnar("columns.cannot.variable", name=name)
        return self.columns[name]

    def _given(self, name: str) -> _Sql:
        if name in self.fixed:
            return _Sql(constant(Type.BOOL, self.fixed[name] is not None))
        if name in self.steps:
            given = self._step(name)
        else:
            given = _Sql(exp.column(self._known(name).name, quoted=True))
        return self._of(lambda one: one.is_(exp.null()).not_(), given)

    def _junction(self, deciding: bool, terms: Iterable[Node]) -> _Sql:
        join = exp.or_ if deciding else exp.and_
        return self._of(lambda *all: join(*all, copy=False), *map(self._sql, terms))

    def _choice(self, node: Choice) -> _Sql:
        self._currency(node)  # refuses what would have one currency or another
        parts = (self._repeated(node.condition), self._sql(node.yes), self._sql(node.no))
        return self._of(
            lambda condition, yes, no: case((condition, yes), (exp.not_(condition.copy()), no)),
            *parts,
        )

    def _items(self, items: tuple[Node, ...]) -> _Sql:
        """A list is unknown when one of its items is."""
        parts = [self._repeated(item) for item in items]

        def build(*all: Tree) -> Tree:
            listed = cast(exp.Array(expressions=list(all)), Type.LIST)
            return when_known(lacking(all), listed)

        return self._of(build, *parts)

    def _apply(self, node: Apply) -> _Sql:
        name, types = node.operation.name, node.operation.arguments
        if node.operation == CONCATENATION:
            return self._concatenated(node)
        if not is_built_in(node.operation):
            return self._called(node)
        if Type.MONEY in types and len(self._currencies(node)) > 1:
            return self._of_currencies(node)
        if name == "in":
            return self._membership(*node.arguments)
        if name in RELATIONS:
            relation = RELATIONS[name]
            parts = map(self._sql, node.arguments)
            return self._of(lambda left, right: relation(this=left, expression=right), *parts)
        return _OPERATIONS[name](self, node)

    def _called(self, node: Apply) -> _Sql:
        """A function of a plugin, called back for each row."""
        if self.calls is None:
            raise NotColumnar("columns.cannot.function", name=node.operation.name)
        called = self.calls.function(node, self._currencies)
        return self._of(lambda *all: called.tree(all), *map(self._sql, node.arguments))

    def _currency(self, node: Node) -> str:
        """Return the only currency of a sum; another type has none."""
        return min(self._currencies(node), default="") if node.type is Type.MONEY else ""

    def _currencies(self, node: Node) -> set[str]:
        return currencies(node, self._of_variable)

    def _of_variable(self, name: str) -> set[str]:
        if name in self.steps and name not in self._moneys:
            self._moneys[name] = self._currencies(self.steps[name])
        if name in self._moneys:
            return self._moneys[name]
        if name not in self.fixed:
            return {self._known(name).currency}
        given = self.fixed[name]
        return {given.currency} if isinstance(given, Money) else set()

    def _of_currencies(self, node: Apply) -> _Sql:
        """Sums of different currencies are never reckoned together; `in` may find an equal one."""
        value, *others = node.arguments
        if node.operation.name != "in" or not isinstance(others[0], Items):
            return _Sql(null(node.type))
        mine = self._currency(value)
        same = tuple(one for one in others[0].items if self._currency(one) == mine)
        found = self._membership(value, attrs.evolve(others[0], items=same))
        items = [self._repeated(one) for one in others[0].items]
        return self._of(
            lambda one, *all: when_known(lacking(all), case((one, exp.true()))), found, *items
        )

    def _membership(self, value: Node, among: Node) -> _Sql:
        if not isinstance(among, Items):
            return self._in_list(value, among)
        if not among.items:
            return self._of(
                lambda one: case((one.is_(exp.null()).not_(), exp.false())), self._sql(value)
            )
        items = [self._repeated(item) for item in among.items]
        return self._of(
            lambda one, *all: when_known(
                lacking(all), exp.In(this=one, expressions=[item.copy() for item in all])
            ),
            self._sql(value),
            *items,
        )

    def _in_list(self, value: Node, among: Node) -> _Sql:
        has = self._name("LIST_CONTAINS", "ARRAY_CONTAINS")
        parts = self._sql(among), self._sql(value)
        return self._of(lambda many, one: exp.func(has, many, one), *parts)

    def _not(self, node: Apply) -> _Sql:
        return self._of(lambda one: exp.not_(one, copy=False), self._sql(node.arguments[0]))

    def _sum(self, node: Apply) -> _Sql:
        """`+`, `-` and `*`, the sign included."""
        name, parts = node.operation.name, list(map(self._sql, node.arguments))
        match node.type:
            case Type.STRING:
                return self._joined(parts)
            case Type.DOUBLE if len(parts) == 1:
                return self._of(lambda one: exp.Neg(this=one), *parts)
            case Type.DOUBLE:
                return self._finite(self._of(binary(_SUMS[name]), *parts))
        if len(parts) == 1:
            parts = [_Sql(constant(Type.INT, 0)), *parts]
        if self.dialect is Dialect.SPARK:
            return self._of(lambda left, right: exp.func(_CHECKED[name], left, right), *parts)
        return self._of(lambda *two: exp.func("TRY", binary(_SUMS[name])(*two)), *parts)

    def _joined(self, parts: list[_Sql]) -> _Sql:
        return self._of(
            lambda left, right: exp.func("NFC_NORMALIZE", exp.DPipe(this=left, expression=right)),
            *parts,
        )

    def _concatenated(self, node: Apply) -> _Sql:
        """Two lists one after the other; unknown when one of them is, also where SQL skips it."""
        both = self._name("LIST_CONCAT", "CONCAT")
        return self._of(
            lambda left, right: when_known(
                lacking((left, right)),
                exp.Anonymous(this=both, expressions=[left.copy(), right.copy()]),
            ),
            *map(self._repeated, node.arguments),
        )

    def _finite(self, code: _Sql) -> _Sql:
        """A number that is not finite is unknown."""
        column = self._column(code)
        bound = cast(exp.Literal.string("Infinity"), Type.DOUBLE)

        def build(one: Tree) -> Tree:
            size = exp.func("ABS", one.copy())
            return case((exp.LT(this=size, expression=bound), one))

        return self._of(build, column)

    def _quotient(self, node: Apply) -> _Sql:
        left, right = node.arguments
        if node.operation.arguments == (Type.INT, Type.INT):
            kind = exp.Mod if node.operation.name == "%" else exp.IntDiv
            return self._whole_quotient(left, right, kind)
        parts = self._sql(left), self._repeated(right)
        return self._finite(self._of(lambda one, by: ratio(left.type, one, by), *parts))

    def _whole_quotient(self, left: Node, right: Node, kind: type[exp.Binary]) -> _Sql:
        """Division towards zero; by zero, or too large, it is unknown."""
        parts = self._repeated(left), self._repeated(right)
        if isinstance(right, Constant) and right.value not in (0, -1):
            return self._of(binary(kind), *parts)
        return self._of(lambda top, by: whole_quotient(kind, top, by), *parts)

    def _size(self, node: Apply) -> _Sql:
        is_list = node.operation.arguments == (Type.LIST,)
        name = self._name("LEN", "ARRAY_SIZE") if is_list else self._name("LENGTH", "CHAR_LENGTH")
        return self._of(
            lambda one: cast(exp.func(name, one), Type.INT), *map(self._sql, node.arguments)
        )

    def _double(self, node: Apply) -> _Sql:
        return self._of(lambda one: cast(one, Type.DOUBLE), *map(self._sql, node.arguments))

    def _of_text(self, node: Apply) -> _Sql:
        function = self._name(*OF_TEXT[node.operation.name])
        return self._of(
            lambda one, part: exp.Anonymous(this=function, expressions=[one, part]),
            *map(self._sql, node.arguments),
        )

    def _months_later(self, node: Apply) -> _Sql:
        """Years that there are no dates of are unknown, as is a span longer than all of them."""
        day, months = (self._repeated(one) for one in node.arguments)
        moved = self._within_years(
            self._of(lambda start, count: months_later(self.dialect, start, count), day, months)
        )
        if node.operation.name == "add_months":
            return moved
        return self._within_years(self._of(lambda one: day_before(self.dialect, one), moved))

    def _day(self, node: Apply) -> _Sql:
        moment, place = node.arguments
        zone = exp.Literal.string(str(place.value)) if isinstance(place, Constant) else exp.null()
        return self._within_years(
            self._of(lambda one: day_in_zone(self.dialect, one, zone), self._sql(moment))
        )

    def _within_years(self, code: _Sql) -> _Sql:
        column = self._column(code)
        least, most = (constant(Type.DATE, one) for one in (date.min, date.max))
        return self._of(
            lambda one: case((exp.Between(this=one.copy(), low=least, high=most), one)), column
        )

    def _name(self, duckdb: str, spark: str) -> str:
        return spark if self.dialect is Dialect.SPARK else duckdb


_OPERATIONS: Mapping[str, Callable[[Translation, Apply], _Sql]] = {
    "!": Translation._not,
    "+": Translation._sum,
    "-": Translation._sum,
    "*": Translation._sum,
    "/": Translation._quotient,
    "%": Translation._quotient,
    "size": Translation._size,
    "double": Translation._double,
    "startsWith": Translation._of_text,
    "endsWith": Translation._of_text,
    "contains": Translation._of_text,
    "add_months": Translation._months_later,
    "last_day": Translation._months_later,
    "day": Translation._day,
}
