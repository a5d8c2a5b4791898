"""
What plugins register, behind a thin proxy that names the plugin when something in it fails.

It decides nothing and changes no result: what is promised is handed on, all else is HookRaised.
"""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from innokumppanuus.domain.assignment import Assignment
from innokumppanuus.domain.findings import Finding
from innokumppanuus.domain.funding import Instalment
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.panel_health import SampledInterval, SeverityReport
from innokumppanuus.domain.selection import Optima, Portfolio
from innokumppanuus.errors import HookRaised, InnokumppanuusError, Problem
from innokumppanuus.plugin.interfaces import Function, Observation
from innokumppanuus.plugin.vote_reading import VotesRead

T = TypeVar("T")

_PLUGIN = "_plugin_that_registered_it"


@attrs.frozen(kw_only=True)
class Promise:
    """
    What a routine gives back.

    Attributes:
        must: Its type, as it is written in Python.
        is_kept: Whether a result is of that type.
        is_many: Whether the result is an iterable, which is handed on as a tuple.
    """

    must: str = "object"
    is_kept: Callable[[Any], bool] = lambda result: True
    is_many: bool = False


Promises: TypeAlias = Mapping[str, Promise]


def one(kind: type) -> Promise:
    """Return the promise of one thing of *kind*."""
    return Promise(must=kind.__name__, is_kept=lambda result: isinstance(result, kind))


def many(kind: type) -> Promise:
    """Return the promise of an iterable of things of *kind*."""
    return Promise(
        must=f"tuple[{kind.__name__}, ...]",
        is_kept=lambda result: all(isinstance(each, kind) for each in result),
        is_many=True,
    )


ANYTHING: Final = Promise()
RULE: Final[Promises] = MappingProxyType({"check": one(Finding), "fields": many(str)})
FUNCTION: Final[Promises] = MappingProxyType({"call": ANYTHING, "with_parameters": one(Function)})
INDICATOR: Final[Promises] = MappingProxyType({"observe": one(Observation)})
ASSIGNER: Final[Promises] = MappingProxyType({"assign": one(Assignment)})
PROGRAMME_FILE: Final[Promises] = MappingProxyType({"check": many(Problem)})
VOTE_READER: Final[Promises] = MappingProxyType({"read": one(VotesRead)})
PANEL_METER: Final[Promises] = MappingProxyType(
    {
        "intervals": Promise(
            must="Mapping[Measure, SampledInterval]",
            is_kept=lambda result: (
                isinstance(result, Mapping)
                and all(isinstance(one, SampledInterval) for one in result.values())
            ),
        ),
        "severity": Promise(
            must="SeverityReport | None",
            is_kept=lambda result: isinstance(result, SeverityReport | None),
        ),
    }
)
SELECTOR: Final[Promises] = MappingProxyType(
    {
        "select": one(Optima),
        "settle": Promise(
            must="Portfolio | None", is_kept=lambda result: isinstance(result, Portfolio | None)
        ),
    }
)
SCHEME: Final[Promises] = MappingProxyType(
    {
        "amount": Promise(
            must="Money | None", is_kept=lambda result: isinstance(result, Money | None)
        ),
        "instalments": many(Instalment),
        "breaches": many(Problem),
    }
)
"""What the routines of each interface give back; other routines may give anything."""


def guarded(plugin: str, thing: T, promises: Promises) -> T:
    """
    Return *thing* so that whatever its routines raise names *plugin*.

    It passes for *thing* in `isinstance`, has its attributes and equals it. Our own exceptions pass
    as they are. Classes are handed on as they are.

    Args:
        plugin: Name of who registered it.
        thing: Anything.
        promises: By name; what is named is watched also when it is a class or another callable.
    """
    if isinstance(thing, type):
        return thing
    body: dict[str, object] = {
        name: _attribute(plugin, thing, name, promises) for name in dir(thing) if _is_plain(name)
    }
    body |= {
        _PLUGIN: plugin,
        "__slots__": (),
        "__class__": property(lambda self: type(thing)),
        "__repr__": lambda self: repr(thing),
        "__eq__": lambda self, other: thing == other,
        "__hash__": lambda self: hash(thing),
    }
    proxy: T = type(type(thing).__name__, (), body)()
    return proxy


def plugin_of(thing: object) -> str:
    """Return the name of the plugin that registered *thing*; empty when none did."""
    return str(getattr(type(thing), _PLUGIN, ""))


def what_happened(error: BaseException) -> str:
    """Return an exception as a phrase: its kind and what it said."""
    said = str(error).removesuffix(".")
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _is_plain(name: str) -> bool:
    return not (name.startswith("__") and name.endswith("__"))


def _attribute(plugin: str, thing: object, name: str, promises: Promises) -> property:
    def read(proxy: object) -> object:
        value = getattr(thing, name)
        if inspect.isroutine(value) or (name in promises and callable(value)):
            what = f"{getattr(thing, 'key', type(thing).__name__)}.{name}"
            return _watched(plugin, what, value, promises.get(name, ANYTHING))
        return value

    return property(read)


def _watched(
    plugin: str, what: str, routine: Callable[..., Any], promise: Promise
) -> Callable[..., Any]:
    @wraps(routine)
    def run(*arguments: Any, **named: Any) -> Any:
        try:
            result = routine(*arguments, **named)
            result = tuple(result) if promise.is_many else result
            is_kept = promise.is_kept(result)
        except InnokumppanuusError:
            raise
        except (Exception, SystemExit) as error:
            detail = what_happened(error)
            raise HookRaised(plugin, "hook-raised", hook=what, detail=detail) from error
        if not is_kept:
            got = type(result).__name__
            raise HookRaised(plugin, "hook-result", hook=what, must=promise.must, got=got)
        return result

    return run
