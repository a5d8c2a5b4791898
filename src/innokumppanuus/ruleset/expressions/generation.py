"""
Checked expressions as one Python function, for many rows: same values as closures, no trace.

The source is made of the checked nodes alone; of the text only its literals get in, as constants.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timezone
from typing import TypeAlias
from zoneinfo import ZoneInfo

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.ruleset.expressions.arithmetic import OPERATORS
from innokumppanuus.ruleset.expressions.evaluation import Values
from innokumppanuus.ruleset.expressions.expression import Expression
from innokumppanuus.ruleset.expressions.functions import FUNCTIONS, METHODS
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Choice,
    Constant,
    IsGiven,
    Items,
    Junction,
    Node,
    Operation,
    Variable,
)
from innokumppanuus.ruleset.expressions.unknown import UNKNOWN, Unknown
from innokumppanuus.ruleset.expressions.value_types import (
    LEAST_INT,
    MOST_INT,
    Type,
    normal,
    taken,
)

RowFunction: TypeAlias = Callable[[Values], tuple[object, ...]]

MOST_NESTED = 12
"""How deep the source nests before a part gets a line of its own; Python's own limit is far."""

_RANGE = f"{LEAST_INT} <= {{}} <= {MOST_INT}"
_UNFIT: Mapping[Type, str] = {
    Type.BOOL: "type({0}) is not bool",
    Type.INT: f"type({{0}}) is not int or not {_RANGE.format('{0}')}",
    Type.DOUBLE: "type({0}) is not float or {0} - {0} != 0.0",
    Type.STRING: "type({0}) is not str or not {0}.isascii()",
    Type.MONEY: f"type({{0}}) is not Money or not {_RANGE.format('{0}.cents')}",
    Type.DATE: "type({0}) is not date",
    Type.TIMESTAMP: "type({0}) is not datetime or type({0}.tzinfo) not in ZONES",
    Type.LIST: "True",
}
"""When a value needs more than a glance before it is reckoned with; what passes is as it was."""

_BUILT_IN = {
    id(one)
    for operations in (OPERATORS.values(), *FUNCTIONS.values(), *METHODS.values())
    for one in operations
}
_PLAIN = (Type.BOOL, Type.INT, Type.DOUBLE, Type.STRING, Type.DATE, Type.LIST)
_HASHED = (Type.BOOL, Type.INT, Type.DOUBLE, Type.STRING, Type.DATE)
_RELATIONS = ("==", "!=", "<", "<=", ">", ">=")


@attrs.frozen
class _Code:
    """A piece of source: *text* may be put anywhere; None in it is unknown when it *may_lack*."""

    text: str
    may_lack: bool = False
    depth: int = 0

    @property
    def is_name(self) -> bool:
        return self.depth == 0


def generate(expressions: Iterable[Expression], fixed: Values | None = None) -> RowFunction:
    """
    Return one function that gives the values of all *expressions* for a row, in their order.

    The values are those of `Expression.evaluate`. A value that is not of its variable's type
    raises InvalidValue also where the outcome does not need it.

    Args:
        expressions: Checked.
        fixed: Values that are the same in every row, as those of the call; None is missing. They
            are not looked for in the rows.
    """
    writer = _Writer(fixed or {})
    results = [writer.line(writer.code(one.node)) for one in expressions]
    shown = [
        f"(UNKNOWN if {one.text} is None else {one.text})" if one.may_lack else one.text
        for one in results
    ]
    returned = f"return ({''.join(f'{one}, ' for one in shown)})"
    body = "\n    ".join((*writer.loads, *writer.lines, returned))
    source = f"def run(values):\n    get = values.get\n    {body}\n"
    exec(compile(source, "<rules>", "exec"), writer.names)
    run: RowFunction = writer.names["run"]  # type: ignore[assignment]
    return run


def is_built_in(operation: Operation) -> bool:
    """Return whether the operation is of the language itself and not of a plugin."""
    return operation.name == "in" or id(operation) in _BUILT_IN


def _take(name: str, kind: Type, given: object) -> object:
    value = taken(kind, given)
    if value is None:
        raise InvalidValue("expression-given", name=name, type=kind, got=type(given).__name__)
    return None if isinstance(value, Unknown) else value


def _instant(moment: datetime) -> datetime | None:
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None


class _Writer:
    """Writes the lines of one function; every name in it is its own."""

    def __init__(self, fixed: Values) -> None:
        self.fixed = fixed
        self.loads: list[str] = []
        self.lines: list[str] = []
        self.variables: dict[tuple[str, str], _Code] = {}
        self.names: dict[str, object] = {
            "UNKNOWN": UNKNOWN,
            "Unknown": Unknown,
            "Money": Money,
            "UTC": UTC,
            "ZONES": (timezone, ZoneInfo),
            "date": date,
            "datetime": datetime,
            "take": _take,
            "instant": _instant,
            "normal": normal,
        }
        self._count = 0

    def code(self, node: Node) -> _Code:
        match node:
            case Constant(value=value):
                return self.constant(value)
            case Variable():
                return self.variable(node)
            case IsGiven(name=name):
                return self.given(name)
            case Junction(deciding=deciding, terms=terms):
                return self.junction(deciding, [self.code(term) for term in terms])
            case Choice():
                return self.choice(*map(self.code, (node.condition, node.yes, node.no)))
            case Items(items=items):
                return self.items(items)
            case Apply():
                return self.apply(node)

    def name(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self._count}"

    def bound(self, value: object) -> _Code:
        name = self.name("k")
        self.names[name] = value
        return _Code(name)

    def constant(self, value: object) -> _Code:
        if type(value) is int or type(value) is float:
            return _Code(f"({value!r})")
        return _Code(repr(value)) if type(value) is bool else self.bound(value)

    def line(self, code: _Code) -> _Code:
        """Return the code as a name: it is computed on a line of its own."""
        if code.is_name:
            return code
        name = self.name("t")
        self.lines.append(f"{name} = {code.text}")
        return _Code(name, code.may_lack)

    def whole(self, text: str, may_lack: bool, *parts: _Code) -> _Code:
        code = _Code(f"({text})", may_lack, 1 + max((part.depth for part in parts), default=0))
        return self.line(code) if code.depth >= MOST_NESTED else code

    def load(self, mark: str, name: str, kind: Type) -> _Code:
        """Return the local name of a variable; it is read once, before all else."""
        key = (mark, name)
        if key not in self.variables:
            local = self.name("v")
            self.loads.append(f"{local} = get({ascii(name)})")
            if mark == "has":
                self.loads.append(f"{local} = {local} is not None")
            else:
                self.names[f"{local}_type"] = kind
                self.loads.append(f"if {_UNFIT[kind].format(local)}:")
                taking = f"take({ascii(name)}, {local}_type, {local})"
                self.loads.append(f"    if {local} is not None: {local} = {taking}")
            self.variables[key] = _Code(local, mark != "has")
        return self.variables[key]

    def variable(self, node: Variable) -> _Code:
        if node.name not in self.fixed:
            return self.load("value", node.name, node.type)
        given = self.fixed[node.name]
        value = None if given is None else _take(node.name, node.type, given)
        return _Code("None", True) if value is None else self.constant(value)

    def given(self, name: str) -> _Code:
        if name in self.fixed:
            return _Code(repr(self.fixed[name] is not None))
        return self.load("has", name, Type.BOOL)

    def junction(self, deciding: bool, terms: list[_Code]) -> _Code:
        if not any(term.may_lack for term in terms):
            joined = (" or " if deciding else " and ").join(term.text for term in terms)
            return self.whole(joined, False, *terms)
        decided, lacking = [], []
        for term in terms:
            if not term.may_lack:
                decided.append(term.text if deciding else f"not {term.text}")
                continue
            name = term.text if term.is_name else self.name("t")
            value = name if term.is_name else f"({name} := {term.text})"
            decided.append(f"{value} is {deciding}")
            lacking.append(f"{name} is None")
        text = f"{deciding} if {' or '.join(decided)} else "
        text += f"None if {' or '.join(lacking)} else {not deciding}"
        return self.whole(text, True, *terms)

    def choice(self, condition: _Code, yes: _Code, no: _Code) -> _Code:
        def build(one: str) -> str:
            return f"{yes.text} if {one} else {no.text}"

        may_lack = yes.may_lack or no.may_lack
        code = self.strict([condition], build, may_lack)
        return self.whole(code.text, code.may_lack, condition, yes, no)

    def items(self, items: tuple[Node, ...]) -> _Code:
        if all(isinstance(item, Constant) for item in items):
            return self.bound(tuple(item.value for item in items if isinstance(item, Constant)))
        return self.strict([self.code(item) for item in items], lambda *all: f"{', '.join(all)},")

    def strict(
        self, parts: list[_Code], build: Callable[..., str], may_lack: bool = False
    ) -> _Code:
        """Return what *build* makes of the parts, or unknown when one of them is."""
        checks, texts = [], []
        for part in parts:
            name = part.text
            if part.may_lack and part.is_name:
                checks.append(f"{name} is None")
            elif part.may_lack:
                name = self.name("t")
                checks.append(f"({name} := {part.text}) is None")
            texts.append(name)
        text = build(*texts)
        if checks:
            text = f"None if {' or '.join(checks)} else ({text})"
        return self.whole(text, may_lack or bool(checks), *parts)

    def apply(self, node: Apply) -> _Code:
        name, types = node.operation.name, node.operation.arguments
        if name == "in":
            return self.membership(node)
        if not is_built_in(node.operation):
            return self.called(node.operation, node.arguments)
        if name in _RELATIONS and types[0] is Type.TIMESTAMP:
            return self.instants(node)
        if name in _RELATIONS and types[0] is Type.MONEY:
            return self.sums(node)
        if name in _RELATIONS and types[0] in _PLAIN:
            parts = [self.code(part) for part in node.arguments]
            return self.strict(parts, lambda left, right: f"{left} {name} {right}")
        template = _TEMPLATES.get((name, types))
        if template is None:
            return self.called(node.operation, node.arguments)
        parts = [self.code(part) for part in node.arguments]
        local = self.name("t")
        text, may_lack = template
        return self.strict(parts, lambda *all: text.format(*all, t=local), may_lack)

    def called(self, operation: Operation, arguments: Iterable[Node]) -> _Code:
        """Return a call of what the operation itself does."""
        function, local = self.bound(operation.apply).text, self.name("t")

        def build(*texts: str) -> str:
            given = f"({local} := {function}({', '.join(texts)}))"
            return f"None if type({given}) is Unknown else {local}"

        return self.strict([self.code(part) for part in arguments], build, may_lack=True)

    def instants(self, node: Apply) -> _Code:
        """Compare moments in UTC; each is brought there once for all comparisons."""
        if not all(isinstance(part, Variable | Constant) for part in node.arguments):
            return self.called(node.operation, node.arguments)
        name = node.operation.name
        parts = [self.instant(part) for part in node.arguments]
        return self.strict(parts, lambda left, right: f"{left} {name} {right}")

    def instant(self, part: Node) -> _Code:
        code = self.code(part)
        value = self.names.get(code.text)
        if isinstance(value, datetime):
            moved = _instant(value)
            return _Code("None", True) if moved is None else self.bound(moved)
        key = ("instant", code.text)
        if key not in self.variables and code.text != "None":
            local = self.name("v")
            is_there = f"{code.text} is None or {code.text}.tzinfo is UTC"
            self.loads.append(f"{local} = {code.text} if {is_there} else instant({code.text})")
            self.variables[key] = _Code(local, True)
        return self.variables.get(key, code)

    def sums(self, node: Apply) -> _Code:
        """Compare cents, where the currencies are the same."""
        name = node.operation.name
        parts = [self.line(self.code(part)) for part in node.arguments]

        def cents(text: str) -> tuple[str, str]:
            value = self.names.get(text)
            if isinstance(value, Money):
                return f"({value.cents})", ascii(value.currency)
            return f"{text}.cents", f"{text}.currency"

        def build(*texts: str) -> str:
            (left, ours), (right, theirs) = map(cents, texts)
            return f"{left} {name} {right} if {ours} == {theirs} else None"

        return self.strict(parts, build, may_lack=True)

    def membership(self, node: Apply) -> _Code:
        value, among = node.arguments
        element = node.operation.arguments[0]
        if element not in _HASHED:
            return self.called(node.operation, node.arguments)
        parts = [self.code(value), self.code(among)]
        items = self.names.get(parts[1].text)
        if isinstance(items, tuple):
            parts[1] = self.bound(frozenset(items))
        return self.strict(parts, lambda one, many: f"{one} in {many}")


_FINITE = "{{t}} if ({{t}} := {}) - {{t}} == 0.0 else None"
_BOUNDED = f"{{{{t}}}} if {_RANGE.format('({{t}} := {})')} else None"
_WORD, _DOUBLE, _INT = Type.STRING, Type.DOUBLE, Type.INT
_TEMPLATES: Mapping[tuple[str, tuple[Type, ...]], tuple[str, bool]] = {
    ("!", (Type.BOOL,)): ("not {0}", False),
    ("-", (_INT,)): (_BOUNDED.format("-{0}"), True),
    ("-", (_DOUBLE,)): ("-{0}", False),
    **{(sign, (_INT, _INT)): (_BOUNDED.format(f"{{0}} {sign} {{1}}"), True) for sign in "+-*"},
    **{(sign, (_DOUBLE, _DOUBLE)): (_FINITE.format(f"{{0}} {sign} {{1}}"), True) for sign in "+-*"},
    ("+", (_WORD, _WORD)): ("{t} if ({t} := {0} + {1}).isascii() else normal({t})", False),
    ("size", (_WORD,)): ("len({0})", False),
    ("size", (Type.LIST,)): ("len({0})", False),
    ("double", (_INT,)): ("float({0})", False),
    ("startsWith", (_WORD, _WORD)): ("{0}.startswith({1})", False),
    ("endsWith", (_WORD, _WORD)): ("{0}.endswith({1})", False),
    ("contains", (_WORD, _WORD)): ("{1} in {0}", False),
}
"""What an operation is in Python, and whether it may have no value; the rest is called."""
