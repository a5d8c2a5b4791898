"""The functions and methods that every expression may use; a plugin may add functions."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TypeVar

from innokumppanuus.domain import dates
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.errors import HookRaised, InvalidValue, PluginError
from innokumppanuus.plugin.guard import plugin_of, what_happened
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset.expressions.nodes import Operation
from innokumppanuus.ruleset.expressions.unknown import (
    FUNCTION_FAILED,
    NO_SUCH_DAY,
    OVERFLOW,
    Unknown,
)
from innokumppanuus.ruleset.expressions.value_types import Type, taken

_Result = TypeVar("_Result")


def _months_later(compute: Callable[[date, int], date]) -> Callable[[date, int], object]:
    def run(start: date, months: int) -> object:
        try:
            return compute(start, months)
        except (ValueError, OverflowError):
            return NO_SUCH_DAY

    return run


def _day(moment: datetime, zone: str) -> object:
    try:
        return moment.astimezone(dates.zone(zone)).date()
    except OverflowError:
        return OVERFLOW


def _operation(name: str, words: str, returns: str, apply: Callable[..., object]) -> Operation:
    arguments = tuple(Type(word) for word in words.split())
    return Operation(name=name, arguments=arguments, returns=Type(returns), apply=apply)


def _by_name(operations: Iterable[Operation]) -> Mapping[str, tuple[Operation, ...]]:
    result: dict[str, tuple[Operation, ...]] = {}
    for one in operations:
        result[one.name] = (*result.get(one.name, ()), one)
    return result


_SIZE = (_operation("size", "string", "int", len), _operation("size", "list", "int", len))

FUNCTIONS = _by_name(
    (
        *_SIZE,
        _operation("double", "int", "double", float),
        _operation("add_months", "date int", "date", _months_later(dates.add_months)),
        _operation("last_day", "date int", "date", _months_later(dates.last_day_of)),
        _operation("day", "timestamp string", "date", _day),
    )
)
"""Functions by name, each with all types it takes. Those of literals are in `folding`."""

METHODS = _by_name(
    (
        *_SIZE,
        _operation("startsWith", "string string", "bool", str.startswith),
        _operation("endsWith", "string string", "bool", str.endswith),
        _operation("contains", "string string", "bool", str.__contains__),
    )
)
"""What is written after a value and a dot."""


def offered(function: Function) -> Operation:
    """
    Return a plugin's function as an operation.

    None makes the expression unknown; it is the only way for the function to say that it cannot
    tell. The operation raises HookRaised when the function raises, or gives another type.

    Raises:
        InvalidValue: When it names a type that there is not.
    """
    names = {kind.value for kind in Type}
    for one in (*function.arguments, function.returns):
        if one not in names:
            raise InvalidValue("function-type", function=function.key, got=one)
    returns = Type(function.returns)
    plugin = plugin_of(function) or function.key

    def run(*values: object) -> object:
        result = _guarded(plugin, function.key, lambda: function.call(*values))
        if result is None or isinstance(result, Unknown):
            return FUNCTION_FAILED if result is None else result
        value = taken(returns, result)
        if value is None:
            got = type(result).__name__
            raise HookRaised(plugin, "hook-result", hook=function.key, must=returns.value, got=got)
        return value

    arguments = tuple(Type(one) for one in function.arguments)
    return Operation(
        name=function.key,
        arguments=arguments,
        returns=returns,
        apply=run,
        label=function.name,
        parameters=function.parameters,
        looks_up=_looking_up(plugin, function),
    )


def _looking_up(plugin: str, function: Function) -> Callable[..., tuple[UsedParameter, ...]] | None:
    """Return what tells the dated values that a call looked up; None when it looks up none."""
    told = function.looks_up
    if told is None:
        return None

    def run(*values: object) -> tuple[UsedParameter, ...]:
        found = _guarded(plugin, function.key, lambda: tuple(told(*values)))
        for one in found:
            if not isinstance(one, UsedParameter):
                must, got = UsedParameter.__name__, type(one).__name__
                raise HookRaised(plugin, "hook-result", hook=function.key, must=must, got=got)
        return found

    return run


def _guarded(plugin: str, key: str, run: Callable[[], _Result]) -> _Result:
    """Return what the plugin's code returns; what it raises names the plugin."""
    try:
        return run()
    except PluginError:
        raise
    except Exception as error:
        detail = what_happened(error)
        raise HookRaised(plugin, "hook-raised", hook=key, detail=detail) from error
