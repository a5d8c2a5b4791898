"""Dated values put under what plugins register, in the place of their own. It holds no values."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeVar, runtime_checkable

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.plugin.guard import Promises, guarded, plugin_of
from innokumppanuus.plugin.interfaces import Function

T = TypeVar("T")


@runtime_checkable
class OwnParameters(Protocol):
    """
    A rule or funding scheme that looks up dated values which the rule set does not name.

        def own_parameters(self, options):
            return (self.law["mycity.cap"],)

        def with_own_parameters(self, parameters):
            return attrs.evolve(self, law={**self.law, **parameters})

    Offering it is optional. With it the package of a rule set keeps the values, and `replay` makes
    an old decision again by them. Without it `replay` tells what it could not put back.
    """

    def own_parameters(self, options: Mapping[str, object]) -> Iterable[Parameter]:
        """Return the dated values that it may look up with the options of the rule set."""
        ...

    def with_own_parameters(self, parameters: Mapping[str, Parameter]) -> Any:
        """Return the same thing with these values, by key, in the place of those it has."""
        ...


def overlaid(thing: T, parameters: Mapping[str, Parameter], promises: Promises) -> T:
    """Return *thing* over the dated values, still naming its plugin; as it is if it takes none."""
    given: Any = None
    if isinstance(thing, Function):
        if thing.with_parameters is not None:
            given = thing.with_parameters(parameters)
    elif isinstance(thing, OwnParameters):
        given = thing.with_own_parameters(parameters)
    return thing if given is None else guarded(plugin_of(thing), given, promises)
