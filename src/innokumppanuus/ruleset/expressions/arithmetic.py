"""What operators do with values: exact in int and money, IEEE in double, never an exception."""

import operator
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.nodes import Operation
from innokumppanuus.ruleset.expressions.unknown import (
    OTHER_CURRENCY,
    OVERFLOW,
    ZERO_DIVISION,
)
from innokumppanuus.ruleset.expressions.value_types import Type, is_int64, normal, taken

Compare = Callable[[Any, Any], object]


def _whole(compute: Callable[..., int]) -> Callable[..., object]:
    def run(*numbers: int) -> object:
        result = compute(*numbers)
        return result if is_int64(result) else OVERFLOW

    return run


def _finite(compute: Callable[..., float]) -> Callable[..., object]:
    def run(*numbers: float) -> object:
        return taken(Type.DOUBLE, compute(*numbers))

    return run


def _quotient(left: int, right: int) -> object:
    if right == 0:
        return ZERO_DIVISION
    size = abs(left) // abs(right)
    result = size if (left < 0) == (right < 0) else -size
    return result if is_int64(result) else OVERFLOW


def _remainder(left: int, right: int) -> object:
    whole = _quotient(left, right)
    return left - right * whole if isinstance(whole, int) else whole


def _ratio(left: float, right: float) -> object:
    return taken(Type.DOUBLE, left / right) if right else ZERO_DIVISION


def _money(compute: Callable[..., Money]) -> Callable[..., object]:
    def run(*parts: Any) -> object:
        sums = [part for part in parts if isinstance(part, Money)]
        if len({one.currency for one in sums}) > 1:
            return OTHER_CURRENCY
        return taken(Type.MONEY, compute(*parts))

    return run


def _money_ratio(left: Money, right: Money) -> object:
    if left.currency != right.currency:
        return OTHER_CURRENCY
    # In doubles, as columns reckon it: above 2^53 cents an exact quotient could be another one.
    return float(left.cents) / float(right.cents) if right.cents else ZERO_DIVISION


def _of_cents(compare: Compare) -> Compare:
    def run(left: Money, right: Money) -> object:
        is_same = left.currency == right.currency
        return compare(left.cents, right.cents) if is_same else OTHER_CURRENCY

    return run


def _of_instants(compare: Compare) -> Compare:
    """Compare moments and not clock faces: Python compares clock faces within one zone."""

    def run(left: datetime, right: datetime) -> object:
        try:
            return compare(left.astimezone(UTC), right.astimezone(UTC))
        except OverflowError:
            return OVERFLOW

    return run


def _comparing(kind: Type, compare: Compare) -> Compare:
    wrapped = {Type.MONEY: _of_cents, Type.TIMESTAMP: _of_instants}.get(kind)
    return wrapped(compare) if wrapped else compare


def _among(kind: Type) -> Compare:
    """Membership: found in spite of an item that cannot be compared, else unknown by that item."""
    equal = _comparing(kind, operator.eq)

    def run(value: object, items: tuple[object, ...]) -> object:
        answers = [equal(value, item) for item in items]
        unknown = [answer for answer in answers if not isinstance(answer, bool)]
        if any(answer is True for answer in answers):
            return True
        return unknown[0] if unknown else False

    return run


def membership(element: Type) -> Operation:
    """Return `in` for a list of *element*."""
    arguments = (element, Type.LIST)
    return Operation(name="in", arguments=arguments, returns=Type.BOOL, apply=_among(element))


def _comparisons() -> Iterator[tuple[str, str, str, Callable[..., object]]]:
    ordered = (Type.INT, Type.DOUBLE, Type.STRING, Type.MONEY, Type.DATE, Type.TIMESTAMP)
    signs: dict[str, Compare] = {
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
    equalities: dict[str, Compare] = {"==": operator.eq, "!=": operator.ne}
    for kind in Type:
        for sign, compare in equalities.items():
            yield sign, f"{kind} {kind}", "bool", _comparing(kind, compare)
    for kind in ordered:
        for sign, compare in signs.items():
            yield sign, f"{kind} {kind}", "bool", _comparing(kind, compare)


_RECKONINGS: tuple[tuple[str, str, str, Callable[..., object]], ...] = (
    ("!", "bool", "bool", operator.not_),
    ("-", "int", "int", _whole(operator.neg)),
    ("-", "double", "double", operator.neg),
    ("-", "money", "money", _money(operator.neg)),
    ("+", "int int", "int", _whole(operator.add)),
    ("-", "int int", "int", _whole(operator.sub)),
    ("*", "int int", "int", _whole(operator.mul)),
    ("/", "int int", "int", _quotient),
    ("%", "int int", "int", _remainder),
    ("+", "double double", "double", _finite(operator.add)),
    ("-", "double double", "double", _finite(operator.sub)),
    ("*", "double double", "double", _finite(operator.mul)),
    ("/", "double double", "double", _ratio),
    ("+", "string string", "string", lambda left, right: normal(left + right)),
    ("+", "money money", "money", _money(operator.add)),
    ("-", "money money", "money", _money(operator.sub)),
    ("*", "money int", "money", _money(operator.mul)),
    ("*", "int money", "money", _money(lambda times, amount: amount * times)),
    ("/", "money money", "double", _money_ratio),
)

OPERATORS = {
    (name, tuple(Type(word) for word in words.split())): Operation(
        name=name,
        arguments=tuple(Type(word) for word in words.split()),
        returns=Type(returns),
        apply=apply,
    )
    for name, words, returns, apply in chain(_RECKONINGS, _comparisons())
}
"""Every operator by its sign and the types of its operands."""
