"""Dated values handed to what plugins register, and which of them were looked at. No law here."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.plugin.guard import Promises, guarded, plugin_of
from innokumppanuus.plugin.interfaces import TakesParameters

T = TypeVar("T")


class LookedUp(Mapping[str, UsedParameter]):
    """The dated values of a rule set by name; it remembers which of them were looked up."""

    def __init__(self, used: Iterable[UsedParameter]) -> None:
        self._all = {one.variable.partition(".")[2]: one for one in used}
        self._seen: set[str] = set()

    def __getitem__(self, name: str) -> UsedParameter:
        found = self._all[name]
        self._seen.add(name)
        return found

    def __contains__(self, name: object) -> bool:
        """Return whether the rule set has it; to ask that is not to use it."""
        return name in self._all

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def seen(self) -> tuple[UsedParameter, ...]:
        """What was looked up, by name."""
        return tuple(self._all[name] for name in sorted(self._seen))


def dated(thing: T, parameters: Mapping[str, UsedParameter], promises: Promises) -> T:
    """Return *thing* with the dated values, still naming its plugin; as it is if it takes none."""
    if not isinstance(thing, TakesParameters):
        return thing
    given: T = thing.with_parameters(parameters)
    return guarded(plugin_of(thing), given, promises)
