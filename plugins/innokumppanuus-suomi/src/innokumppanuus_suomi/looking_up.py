"""Dated values watched while they are looked up, so that a finding can tell them. No law here."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Concatenate, Final, ParamSpec, TypeVar

import attrs

from innokumppanuus.domain.parameters import Parameter, ParameterValue, UsedParameter
from innokumppanuus.errors import InvalidValue, ParameterNotInForce
from innokumppanuus_suomi.law import parameters

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_CANNOT_TELL: Final = (InvalidValue, ParameterNotInForce, ValueError, OverflowError)
"""A text that cannot be read, a day without law, an unknown word, a day out of the calendar."""


def told(
    compute: Callable[Concatenate[Mapping[str, Parameter], _Given], _Result],
    law: Callable[[], Mapping[str, Parameter]] = parameters,
) -> Callable[_Given, _Result | None]:
    """
    Return the verb as expressions call it, over the plugin's values unless others are given.

    It gives None when it cannot tell.
    """

    def call(*given: _Given.args, **named: _Given.kwargs) -> _Result | None:
        try:
            return compute(law(), *given, **named)
        except _CANNOT_TELL:
            return None

    return call


def looked_up(
    compute: Callable[Concatenate[Mapping[str, Parameter], _Given], object],
    law: Callable[[], Mapping[str, Parameter]] = parameters,
) -> Callable[_Given, tuple[UsedParameter, ...]]:
    """Return what tells the values that the verb looks up, each once, in their order."""

    def tell(*given: _Given.args, **named: _Given.kwargs) -> tuple[UsedParameter, ...]:
        watched = _Watched(law())
        with suppress(*_CANNOT_TELL):  # what was looked up so far tells why
            compute(watched, *given, **named)
        return tuple(dict.fromkeys(watched.seen))

    return tell


class _Watched(Mapping[str, Parameter]):
    """Dated values that note down each look at them."""

    def __init__(self, values: Mapping[str, Parameter]) -> None:
        self._values = values
        self.seen: list[UsedParameter] = []

    def __getitem__(self, key: str) -> Parameter:
        whole = self._values[key]
        fields = {one.name: getattr(whole, one.name) for one in attrs.fields(Parameter)}
        return _WatchedParameter(**fields, whole=whole, seen=self.seen)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@attrs.frozen(kw_only=True)
class _WatchedParameter(Parameter):
    """
    A dated value that notes down the days it is looked up by (seurattu arvo).

    Attributes:
        whole: What is watched.
        seen: Grows by each look.
    """

    whole: Parameter
    seen: list[UsedParameter] = attrs.field(eq=False, repr=False)

    def on(self, day: date) -> ParameterValue:
        self.seen.append(UsedParameter.of(self.whole, day))
        return self.whole.on(day)
