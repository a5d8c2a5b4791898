"""The types of an expression: syntax becomes nodes of one meaning, and every misfit is noted."""

import re
from collections.abc import Iterable

from innokumppanuus.domain.dates import zone
from innokumppanuus.errors import InvalidValue
from innokumppanuus.ruleset.expressions import syntax
from innokumppanuus.ruleset.expressions.arithmetic import OPERATORS, membership
from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.environment import Environment
from innokumppanuus.ruleset.expressions.folding import FOLDINGS, Folding
from innokumppanuus.ruleset.expressions.functions import METHODS
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
from innokumppanuus.ruleset.expressions.parser import RELATIONS
from innokumppanuus.ruleset.expressions.value_types import Type, normal

HAS = "has"
_LITERALS = {bool: Type.BOOL, int: Type.INT, float: Type.DOUBLE, str: Type.STRING}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check(root: syntax.Syntax, environment: Environment, complaints: Complaints) -> Node | None:
    """Return the checked expression, or None when something in it is noted."""
    return _Checker(environment, complaints).outer(root)


class _Checker:
    def __init__(self, environment: Environment, complaints: Complaints) -> None:
        self.environment = environment
        self.complaints = complaints

    def outer(self, one: syntax.Syntax) -> Node | None:
        """Return a node that may stand anywhere: its lists are of strings."""
        node = self.node(one)
        if isinstance(node, Items) and node.element not in (None, Type.STRING):
            self.complaints.add("expression-list-outside", one.start, got=node.element)
            return None
        return node

    def node(self, one: syntax.Syntax) -> Node | None:
        match one:
            case syntax.Literal(start=start, end=end, value=value):
                return Constant(start=start, end=end, type=_LITERALS[type(value)], value=value)
            case syntax.Name():
                return self.variable(one)
            case syntax.Unary():
                return self.unary(one)
            case syntax.Binary(operator="in"):
                return self.membership(one)
            case syntax.Binary():
                return self.binary(one)
            case syntax.Logic():
                return self.junction(one)
            case syntax.Conditional():
                return self.choice(one)
            case syntax.Listing():
                return self.items(one)
            case syntax.Call():
                return self.call(one)
            case syntax.Broken():
                return None

    def variable(self, one: syntax.Name) -> Node | None:
        kind = self.environment.variables.get(one.name)
        if kind is None:
            self.unknown_variable(one)
            return None
        return Variable(start=one.start, end=one.end, type=kind, name=one.name)

    def unknown_variable(self, one: syntax.Name) -> None:
        known = {*self.environment.variables, "true", "false"}
        self.complaints.add_unknown("expression-variable", one.start, one.name, known)

    def unary(self, one: syntax.Unary) -> Node | None:
        operand = self.outer(one.operand)
        if operand is None:
            return None
        operation = OPERATORS.get((one.operator, (operand.type,)))
        if operation is None:
            values = {"operator": one.operator, "got": operand.type}
            self.complaints.add("expression-operand", one.start, **values)
            return None
        return _apply(one, operation, (operand,))

    def binary(self, one: syntax.Binary) -> Node | None:
        left, right = self.outer(one.left), self.outer(one.right)
        if left is None or right is None:
            return None
        operation = OPERATORS.get((one.operator, (left.type, right.type)))
        if operation is None:
            self.misfit(one, left, right)
            return None
        if one.operator in ("==", "!="):
            self.check_options(left, (right,))
            self.check_options(right, (left,))
        return _apply(one, operation, (left, right))

    def misfit(self, one: syntax.Binary, left: Node, right: Node) -> None:
        """Note that the operator does not take the two types, with what to write instead."""
        values: dict[str, object] = {
            "operator": one.operator,
            "left": left.type,
            "right": right.type,
        }
        for odd, other in ((left, right), (right, left)):
            text = self.complaints.text[odd.start : odd.end]
            write = _instead(odd, other.type, text, one.operator)
            if write:
                self.complaints.add(
                    "expression-operands-write", odd.start, **values, write=write, got=text
                )
                return
        self.complaints.add("expression-operands", one.at, **values)

    def membership(self, one: syntax.Binary) -> Node | None:
        value, among = self.outer(one.left), self.node(one.right)
        if value is None or among is None:
            return None
        if among.type is not Type.LIST:
            self.complaints.add("expression-in", one.right.start, got=among.type)
            return None
        element = among.element if isinstance(among, Items) else Type.STRING
        if element not in (None, value.type):
            values = {"operator": "in", "left": value.type, "right": element}
            self.complaints.add("expression-operands", one.at, **values)
            return None
        if isinstance(among, Items):
            self.check_options(value, among.items)
        else:
            self.check_options(among, (value,))
        return _apply(one, membership(value.type), (value, among))

    def check_options(self, choice: Node, others: Iterable[Node]) -> None:
        """Note the texts that *choice* can never hold."""
        if not isinstance(choice, Variable):
            return
        if choice.name not in self.environment.options:
            return
        options = tuple(normal(one) for one in self.environment.options[choice.name])
        for other in others:
            listed = other.items if isinstance(other, Items) else (other,)
            for one in listed:
                if isinstance(one, Constant) and one.value not in options:
                    got = str(one.value)
                    self.complaints.add_unknown(
                        "expression-option", one.start, got, options, variable=choice.name
                    )

    def junction(self, one: syntax.Logic) -> Node | None:
        terms = [self.outer(term) for term in one.terms]
        for term in terms:
            if term is not None and term.type is not Type.BOOL:
                values = {"operator": one.operator, "got": term.type}
                self.complaints.add("expression-operand", term.start, **values)
        known = tuple(term for term in terms if term is not None)
        if len(known) < len(terms):
            return None
        return Junction(start=one.start, end=one.end, deciding=one.operator == "||", terms=known)

    def choice(self, one: syntax.Conditional) -> Node | None:
        condition, yes, no = (self.outer(part) for part in (one.condition, one.yes, one.no))
        if condition is not None and condition.type is not Type.BOOL:
            self.complaints.add("expression-condition", condition.start, got=condition.type)
        if yes is not None and no is not None and yes.type is not no.type:
            self.complaints.add("expression-branches", no.start, yes=yes.type, no=no.type)
        if condition is None or yes is None or no is None:
            return None
        return Choice(
            start=one.start, end=one.end, type=yes.type, condition=condition, yes=yes, no=no
        )

    def items(self, one: syntax.Listing) -> Node | None:
        items = [self.outer(item) for item in one.items]
        known = tuple(item for item in items if item is not None)
        element = known[0].type if known else None
        before = len(self.complaints.problems)
        for item in known:
            if item.type is not element:
                values = {"first": element, "got": item.type}
                self.complaints.add("expression-list-mixed", item.start, **values)
            elif element is Type.LIST:
                self.complaints.add("expression-list-nested", item.start)
        is_noted = len(self.complaints.problems) > before
        if is_noted or len(known) < len(items):
            return None
        return Items(start=one.start, end=one.end, element=element, items=known)

    def call(self, one: syntax.Call) -> Node | None:
        if one.receiver is None:
            return self.function(one, one.name)
        if isinstance(one.receiver, syntax.Name):
            dotted = f"{one.receiver.name}.{one.name}"
            if dotted in self.environment.operations or self.is_plugin(one.receiver.name):
                return self.function(one, dotted)
        receiver = self.outer(one.receiver)
        arguments = self.arguments(one)
        if one.name not in METHODS:
            self.complaints.add_unknown("expression-method", one.at, one.name, METHODS)
            return None
        if receiver is None or arguments is None:
            return None
        return self.fitting(one, METHODS[one.name], (receiver, *arguments))

    def is_plugin(self, owner: str) -> bool:
        """Return whether *owner* is no variable but what functions of a plugin begin with."""
        is_variable = owner in self.environment.variables
        return not is_variable and any(
            name.startswith(f"{owner}.") for name in self.environment.operations
        )

    def function(self, one: syntax.Call, name: str) -> Node | None:
        if name == HAS:
            return self.has(one)
        if name in FOLDINGS:
            return self.folded(one, FOLDINGS[name])
        arguments = self.arguments(one)
        operations = self.environment.operations.get(name)
        if operations is None:
            self.unknown_function(one, name)
            return None
        if arguments is None:
            return None
        node = self.fitting(one, operations, arguments)
        return self.with_zone(one, node) if name == "day" else node

    def unknown_function(self, one: syntax.Call, name: str) -> None:
        if name in METHODS:
            self.complaints.add("expression-as-method", one.start, got=name)
            return
        known = {*self.environment.operations, *FOLDINGS, HAS}
        self.complaints.add_unknown("expression-function", one.start, name, known)

    def arguments(self, one: syntax.Call) -> tuple[Node, ...] | None:
        nodes = [self.outer(argument) for argument in one.arguments]
        known = tuple(node for node in nodes if node is not None)
        return known if len(known) == len(nodes) else None

    def fitting(
        self, one: syntax.Call, operations: tuple[Operation, ...], given: tuple[Node, ...]
    ) -> Node | None:
        """Return the operation that takes what is *given*: a method's receiver and arguments."""
        types = tuple(node.type for node in given)
        for operation in operations:
            if operation.arguments == types:
                return _apply(one, operation, given)
        wanted = operations[0].arguments
        if len(wanted) != len(given):
            written = len(one.arguments)
            self.complaints.add(
                "expression-arguments", one.at, function=one.name,
                expected=len(wanted) - len(given) + written, got=written,
            )  # fmt: skip
            return None
        for number, node in enumerate(given):
            takes = sorted({operation.arguments[number].value for operation in operations})
            if node.type not in takes:
                self.complaints.add(
                    "expression-argument", node.start, function=one.name, got=node.type,
                    expected=" | ".join(takes),
                )  # fmt: skip
        return None

    def with_zone(self, one: syntax.Call, node: Node | None) -> Node | None:
        """Check that the time zone of `day` is a literal and exists."""
        if not isinstance(node, Apply):
            return None
        place = node.arguments[1]
        if not isinstance(place, Constant):
            example = 'day(moment, "Europe/Helsinki")'
            self.complaints.add("expression-literal", place.start, function="day", example=example)
            return None
        try:
            zone(str(place.value))
        except InvalidValue as error:
            self.complaints.add(error.key, place.start, **error.values)
            return None
        return node

    def has(self, one: syntax.Call) -> Node | None:
        name = one.arguments[0] if len(one.arguments) == 1 else None
        if not isinstance(name, syntax.Name):
            if not any(isinstance(argument, syntax.Broken) for argument in one.arguments):
                self.complaints.add("expression-has", one.start)
            return None
        if name.name not in self.environment.variables:
            self.unknown_variable(name)
            return None
        return IsGiven(start=one.start, end=one.end, name=name.name)

    def folded(self, one: syntax.Call, folding: Folding) -> Node | None:
        if folding.is_number and len(one.arguments) > folding.count:
            self.complaints.add("expression-comma", one.arguments[0].end)
            return None
        if len(one.arguments) != folding.count:
            self.complaints.add(
                "expression-arguments", one.at, function=one.name, expected=folding.count,
                got=len(one.arguments),
            )  # fmt: skip
            return None
        texts = []
        for argument in one.arguments:
            if isinstance(argument, syntax.Literal) and folding.takes(argument):
                texts.append(argument.text if folding.is_number else str(argument.value))
            elif not isinstance(argument, syntax.Broken):
                values = {"function": one.name, "example": folding.example}
                self.complaints.add("expression-literal", argument.start, **values)
        if len(texts) < folding.count:
            return None
        try:
            value = folding.fold(*texts)
        except InvalidValue as error:
            at = one.arguments[-1 if error.key == "zone" else 0]
            self.complaints.add(error.key, at.start, **error.values)
            return None
        return Constant(start=one.start, end=one.end, type=folding.returns, value=value)


def _apply(one: syntax.Syntax, operation: Operation, arguments: tuple[Node, ...]) -> Node:
    return Apply(
        start=one.start,
        end=one.end,
        type=operation.returns,
        operation=operation,
        arguments=arguments,
    )


def _instead(odd: Node, wanted: Type, text: str, operator: str) -> str:
    """Return how the odd operand is written so that it fits the other one; empty if no way."""
    is_relation = operator in RELATIONS
    is_literal = isinstance(odd, Constant)
    match odd.type, wanted:
        case Type.INT, Type.DOUBLE:
            return f"{text}.0" if is_literal else f"double({text})"
        case ((Type.INT | Type.DOUBLE), Type.MONEY) if is_literal and operator in (
            *RELATIONS,
            *"+-",
        ):
            return f"eur({text})"
        case Type.INT, Type.DATE if is_relation and _DAY.fullmatch(text):
            return f'date("{text}")'
        case Type.TIMESTAMP, Type.DATE if is_relation:
            return f'day({text}, "Europe/Helsinki")'
        case Type.STRING, Type.DATE if is_literal and is_relation:
            return f"date({text})"
        case Type.STRING, Type.TIMESTAMP if is_literal and is_relation:
            return f'local({text}, "Europe/Helsinki")'
        case _:
            return ""
