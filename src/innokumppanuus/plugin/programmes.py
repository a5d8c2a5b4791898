"""What plugins offer of programmes: files, each with the class of noun that it is read into."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.programme import PlainProgramme, Programme
from innokumppanuus.errors import Problem


@runtime_checkable
class HasProgramme(Protocol):
    """What the noun of a programme file is: a programme, and beside it what a plugin adds."""

    @property
    def programme(self) -> Programme: ...


@attrs.frozen(kw_only=True)
class ProgrammeFile:
    """
    A programme that a plugin ships (ohjelmatiedosto).

    The noun is an attrs class with an attribute `programme` of the type `Programme`; its other
    attributes are the other keys of the file. A file of a city's own is read into the noun whose
    keys it has.

    Attributes:
        key: Name under which the command line finds it.
        name: What the programme is called.
        path: The YAML file.
        noun: The class that the file is read into.
        check: Returns what does not fit together in a noun that could be read, each problem with
            its path in the file, as `assessments[2].city`; its place is put in by the reader.
        is_fictional: Whether something in it is made up.
    """

    key: str
    name: Label
    path: Path
    noun: type[Any] = PlainProgramme
    check: Callable[[Any], Iterable[Problem]] | None = None
    is_fictional: bool = True

    def keys(self) -> frozenset[str]:
        """Return the keys that its files have beside that of the programme."""
        return frozenset(one.name for one in attrs.fields(self.noun)) - {"programme"}
