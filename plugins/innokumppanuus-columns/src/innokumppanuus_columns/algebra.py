"""Checked expressions as Polars expressions: the same values as `translation` has in SQL."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import attrs
import polars as pl

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
    used,
)
from innokumppanuus.ruleset.expressions.value_types import Type, taken
from innokumppanuus.ruleset.tables.hits import CONCATENATION
from innokumppanuus_columns.currencies import currencies
from innokumppanuus_columns.domain import Column, NotColumnar
from innokumppanuus_columns.pieces import (
    OF_TEXT,
    RELATIONS,
    SUMS,
    Piece,
    constant,
    is_sure,
    joined,
    lacking,
    narrow,
    ratio,
    scans,
    when_known,
    where_open,
    whole_quotient,
    wide,
)

MOST_NESTED, MOST_REPEATED, MOST_COMPARED = 24, 2, 8
_MOST_MONTHS = 12 * 9999


class Algebra:
    """
    Makes expressions over the same columns; all of them go into one pass over the table.

    What would be written twice becomes a column of a layer below, as in `Translation`.

    Args:
        columns: By variable.
        fixed: Values that are the same in every row; None is missing.
        steps: What expressions name as variables, reckoned once from the columns; see `lowering`.
        texts: Of columns that hold numbers instead of texts: the text of each number. What looks
            at such a column alone is computed once for each text and not for each row.
    """

    def __init__(
        self,
        columns: Mapping[str, Column],
        fixed: Mapping[str, object] | None = None,
        steps: Mapping[str, Node] | None = None,
        texts: Mapping[str, pl.Series] | None = None,
    ) -> None:
        self.columns = columns
        self.fixed = fixed or {}
        self.steps = steps or {}
        self.texts = texts or {}
        self.layers: list[dict[str, pl.Expr]] = []
        self._count = 0
        self._reckoned: dict[str, Piece] = {}
        self._moneys: dict[str, set[str]] = {}

    def add(self, node: Node) -> pl.Expr:
        """
        Return the value of *node* as an expression for `over`; unknown is null.

        Raises:
            NotColumnar: When columns cannot say it.
        """
        return self._piece(node).expr

    def over(self, table: pl.LazyFrame) -> pl.LazyFrame:
        """Return *table* with the steps that the expressions need."""
        for layer in self.layers:
            table = table.with_columns(**layer)
        return table

    def _piece(self, node: Node) -> Piece:
        if self.texts:
            names = used(node) - self.fixed.keys()
            if len(names) == 1 and names <= self.texts.keys():
                return self._once_for_each(min(names), node)
        match node:
            case Constant(type=kind, value=value):
                return Piece(constant(kind, value))
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

    def _once_for_each(self, name: str, node: Node) -> Piece:
        """Return the value of *node* for each text of a column, put in the place of its number."""
        inner = Algebra({name: self._known(name)}, self.fixed)
        value = inner.add(node)
        table = inner.over(self.texts[name].alias(self._known(name).name).to_frame().lazy())
        found = table.select(value.alias("value")).collect().to_series()
        number = pl.col(self._known(name).name)
        if found.dtype == pl.Boolean and not found.has_nulls():
            # Bits are slow to pick from, bytes are not.
            return Piece(pl.lit(found.cast(pl.UInt8)).gather(number) == 1, depth=1)
        return Piece(pl.lit(found).gather(number), depth=1)

    def _of(self, build: Callable[..., pl.Expr], *parts: Piece) -> Piece:
        """Return what *build* makes of the parts; one that nests deep becomes a column."""
        level = max((one.level for one in parts), default=0)
        depth = 1 + max((one.depth for one in parts), default=0)
        piece = Piece(build(*(one.expr for one in parts)), level, depth)
        return self._column(piece) if depth >= MOST_NESTED else piece

    def _column(self, piece: Piece) -> Piece:
        self._count += 1
        name = f"step_{self._count}"
        while len(self.layers) <= piece.level:
            self.layers.append({})
        self.layers[piece.level][name] = piece.expr
        return Piece(pl.col(name), piece.level + 1)

    def _repeated(self, node: Node) -> Piece:
        """Return *node* so that it may be written more than once."""
        piece = self._piece(node)
        return piece if piece.depth <= MOST_REPEATED else self._column(piece)

    def _variable(self, name: str, kind: Type) -> Piece:
        if name in self.fixed:
            given = self.fixed[name]
            return Piece(constant(kind, None if given is None else taken(kind, given)))
        if name in self.steps:
            return self._step(name)
        return Piece(pl.col(self._known(name).name))

    def _step(self, name: str) -> Piece:
        """Return the column of a step; it is reckoned once, however often it is named."""
        if name not in self._reckoned:
            piece = self._piece(self.steps[name])
            self._reckoned[name] = self._column(piece) if piece.depth else piece
        return self._reckoned[name]

    def _known(self, name: str) -> Column:
        if name not in self.columns:
            raise NotColumnar("columns.cannot.variable", name=name)
        return self.columns[name]

    def _given(self, name: str) -> Piece:
        if name in self.fixed:
            return Piece(pl.lit(self.fixed[name] is not None))
        is_step = name in self.steps
        given = self._step(name) if is_step else Piece(pl.col(self._known(name).name))
        return self._of(lambda one: one.is_not_null(), given)

    def _junction(self, deciding: bool, terms: Iterable[Node]) -> Piece:
        gathered = self._gathered(deciding, terms)
        slow = [term for term in gathered if self._reads_texts_through(term)]
        quick = [term for term in gathered if term not in slow]
        if not slow or not any(used(term) - self.fixed.keys() for term in quick):
            return self._of(lambda *all: joined(all, deciding), *map(self._piece, gathered))
        first = self._of(lambda *all: joined(all, deciding), *map(self._piece, quick))
        return self._where_open(deciding, first, slow)

    def _reads_texts_through(self, node: Node) -> bool:
        """Return whether *node* looks at every letter of a text that stands in a column."""
        names = used(node) - self.fixed.keys()
        return bool(names) and names <= self.columns.keys() - self.texts.keys() and scans(node)

    def _where_open(self, deciding: bool, first: Piece, slow: Sequence[Node]) -> Piece:
        """Return the junction of *first* and *slow*, which is reckoned where *first* is open."""
        inner = Algebra(self.columns, self.fixed)
        rest = inner.add(Junction(start=0, end=0, deciding=deciding, terms=tuple(slow)))
        names = sorted({name for term in slow for name in used(term)} - self.fixed.keys())
        columns = [pl.col(self._known(name).name) for name in names]

        def build(quick: pl.Expr) -> pl.Expr:
            return where_open(
                deciding, quick, columns, lambda table: inner.over(table).select(rest)
            )

        return self._of(build, first)

    def _gathered(self, deciding: bool, terms: Iterable[Node]) -> list[Node]:
        """Return the terms; those that look at the texts of one column alone are one term."""
        result: list[Node] = []
        together: dict[str, list[Node]] = {}
        for term in terms:
            names = used(term) - self.fixed.keys()
            if len(names) == 1 and names <= self.texts.keys():
                together.setdefault(min(names), []).append(term)
            else:
                result.append(term)
        for same in together.values():
            one = Junction(start=0, end=0, deciding=deciding, terms=tuple(same))
            result.append(one if len(same) > 1 else same[0])
        return result

    def _choice(self, node: Choice) -> Piece:
        self._currency(node)  # refuses what would have one currency or another
        return self._of(
            lambda condition, yes, no: pl.when(condition).then(yes).when(~condition).then(no),
            self._repeated(node.condition),
            self._piece(node.yes),
            self._piece(node.no),
        )

    def _items(self, items: tuple[Node, ...]) -> Piece:
        """A list is unknown when one of its items is."""
        if not items:
            return Piece(constant(Type.LIST, ()))
        parts = [self._repeated(item) for item in items]
        return self._of(lambda *all: when_known(lacking(items, all), pl.concat_list(*all)), *parts)

    def _apply(self, node: Apply) -> Piece:
        name, types = node.operation.name, node.operation.arguments
        if node.operation == CONCATENATION:
            return self._of(lambda *two: pl.concat_list(*two), *map(self._piece, node.arguments))
        if not is_built_in(node.operation):
            raise NotColumnar("columns.cannot.function", name=name)
        if Type.MONEY in types and len(self._currencies(node)) > 1:
            return self._of_currencies(node)
        if name == "in":
            return self._membership(*node.arguments)
        if name in RELATIONS:
            parts = map(self._repeated if types[0] is Type.LIST else self._piece, node.arguments)
            compare = RELATIONS[name]
            if types[0] is Type.LIST:
                return self._of(lambda *two: when_known(two, compare(*two)), *parts)
            return self._of(compare, *parts)
        return _OPERATIONS[name](self, node)

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

    def _of_currencies(self, node: Apply) -> Piece:
        """Sums of different currencies are never reckoned together; `in` may find an equal one."""
        value, *others = node.arguments
        if node.operation.name != "in" or not isinstance(others[0], Items):
            return Piece(constant(node.type, None))
        mine = self._currency(value)
        same = tuple(one for one in others[0].items if self._currency(one) == mine)
        found = self._membership(value, attrs.evolve(others[0], items=same))
        among = others[0].items
        return self._of(
            lambda one, *all: when_known(lacking(among, all), pl.when(one).then(pl.lit(True))),
            found,
            *map(self._repeated, among),
        )

    def _membership(self, value: Node, among: Node) -> Piece:
        if not isinstance(among, Items):
            parts = self._repeated(among), self._repeated(value)
            return self._of(lambda *two: when_known(two, two[0].list.contains(two[1])), *parts)
        if not among.items:
            return self._of(lambda one: pl.when(one.is_not_null()).then(False), self._piece(value))
        if len(among.items) > MOST_COMPARED and all(map(is_sure, among.items)):
            listed = [self._piece(one).expr for one in among.items]
            values = pl.select(pl.concat(listed).implode()).to_series()
            return self._of(lambda one: one.is_in(values), self._piece(value))
        items = [self._repeated(item) for item in among.items]
        return self._of(
            lambda one, *all: when_known(
                lacking(among.items, all), joined([one == item for item in all], True)
            ),
            self._repeated(value),
            *items,
        )

    def _not(self, node: Apply) -> Piece:
        return self._of(lambda one: ~one, *map(self._piece, node.arguments))

    def _sum(self, node: Apply) -> Piece:
        """`+`, `-` and `*`, the sign included; sums beyond 64 bits are unknown."""
        parts, compute = list(map(self._piece, node.arguments)), SUMS[node.operation.name]
        match node.type:
            case Type.STRING:
                return self._of(lambda *two: pl.concat_str(*two).str.normalize("NFC"), *parts)
            case Type.DOUBLE if len(parts) == 1:
                return self._of(lambda one: -one, *parts)
            case Type.DOUBLE:
                return self._finite(self._of(compute, *parts))
        if len(parts) == 1:
            parts = [Piece(constant(Type.INT, 0)), *parts]
        return self._of(lambda left, right: narrow(compute(wide(left), wide(right))), *parts)

    def _finite(self, piece: Piece) -> Piece:
        """A number that is not finite is unknown."""
        return self._of(lambda one: pl.when(one.is_finite()).then(one), self._column(piece))

    def _quotient(self, node: Apply) -> Piece:
        if node.operation.arguments == (Type.INT, Type.INT):
            return self._of(lambda *two: narrow(whole_quotient(*two)), *self._pair(node))
        parts = (self._piece(node.arguments[0]), self._repeated(node.arguments[1]))

        return self._finite(self._of(ratio, *parts))

    def _remainder(self, node: Apply) -> Piece:
        def build(left: pl.Expr, right: pl.Expr) -> pl.Expr:
            quotient = narrow(whole_quotient(left, right))
            return narrow(wide(left) - wide(right) * wide(quotient))

        return self._of(build, *self._pair(node))

    def _pair(self, node: Apply) -> list[Piece]:
        return [self._repeated(one) for one in node.arguments]

    def _size(self, node: Apply) -> Piece:
        is_list = node.operation.arguments == (Type.LIST,)
        return self._of(
            lambda one: (one.list.len() if is_list else one.str.len_chars()).cast(pl.Int64),
            *map(self._piece, node.arguments),
        )

    def _double(self, node: Apply) -> Piece:
        return self._of(lambda one: one.cast(pl.Float64), *map(self._piece, node.arguments))

    def _of_text(self, node: Apply) -> Piece:
        find = OF_TEXT[node.operation.name]
        among, part = node.arguments
        return self._of(
            lambda one, two: when_known(lacking([part], [two]), find(one, two)),
            self._piece(among),
            self._repeated(part),
        )

    def _months_later(self, node: Apply) -> Piece:
        """Years that there are no dates of are unknown, as is a span longer than all of them."""
        day, months = self._piece(node.arguments[0]), self._repeated(node.arguments[1])

        def build(start: pl.Expr, count: pl.Expr) -> pl.Expr:
            near = pl.when(count.is_between(-_MOST_MONTHS, _MOST_MONTHS)).then(count)
            return start.dt.offset_by(pl.concat_str(near.cast(pl.String), pl.lit("mo")))

        moved = self._within_years(self._of(build, day, months))
        if node.operation.name == "add_months":
            return moved
        return self._within_years(self._of(lambda one: one.dt.offset_by("-1d"), moved))

    def _day(self, node: Apply) -> Piece:
        moment, place = node.arguments
        if not isinstance(place, Constant):
            return Piece(constant(Type.DATE, None))
        zone = str(place.value)
        local = self._of(lambda one: one.dt.convert_time_zone(zone).dt.date(), self._piece(moment))
        return self._within_years(local)

    def _within_years(self, piece: Piece) -> Piece:
        return self._of(
            lambda one: pl.when(one.is_between(date.min, date.max)).then(one), self._column(piece)
        )


_OPERATIONS: Mapping[str, Callable[[Algebra, Apply], Piece]] = {
    "!": Algebra._not,
    "+": Algebra._sum,
    "-": Algebra._sum,
    "*": Algebra._sum,
    "/": Algebra._quotient,
    "%": Algebra._remainder,
    "size": Algebra._size,
    "double": Algebra._double,
    "startsWith": Algebra._of_text,
    "endsWith": Algebra._of_text,
    "contains": Algebra._of_text,
    "add_months": Algebra._months_later,
    "last_day": Algebra._months_later,
    "day": Algebra._day,
}
