"""The problems of one file as its reader finds them. It stops at none."""

from collections.abc import Mapping
from types import MappingProxyType

from innokumppanuus.errors import Place, Problem
from innokumppanuus.intake.cells import short


class Gathering:
    """What a reader of one file has found wrong so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(
        self,
        key: str,
        place: Place,
        *,
        values: Mapping[str, object] = MappingProxyType({}),
        path: str = "",
        severity: str = "error",
    ) -> None:
        """Keep a problem; long values are cut, so that a message stays readable."""
        self.problems.append(
            Problem(key=key, values=short(values), place=place, path=path, severity=severity)
        )
