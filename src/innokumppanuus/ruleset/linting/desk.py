"""What the checks of the linter look at: a rule set, its places and its labels."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import Place
from innokumppanuus.ruleset.linting.findings import KEYS, LintFinding
from innokumppanuus.ruleset.model import RuleSet

Found: TypeAlias = Iterator[LintFinding]


@attrs.frozen(kw_only=True)
class Desk:
    """
    A rule set to be looked at.

    Attributes:
        ruleset: Checked and usable.
        applications: That it is tried on; none when only the rules are looked at.
    """

    ruleset: RuleSet
    applications: tuple[Application, ...] = ()

    @property
    def call(self) -> Call:
        return self.ruleset.call

    def finding(self, key: str, path: str, /, **values: object) -> LintFinding:
        """Return the finding of what stands at the path, or at the nearest thing around it."""
        return LintFinding(
            key=key, severity=KEYS[key], values=values, place=self.place(path), path=path
        )

    def place(self, path: str) -> Place:
        """Return where the path stands, or the nearest thing around it that the file has."""
        return self.ruleset.place(path)

    def labels(self) -> Iterator[tuple[str, Label]]:
        """Yield every label with its path, in the order of the nouns."""
        return _labels(self.call, "")


def _labels(value: object, path: str) -> Iterator[tuple[str, Label]]:
    if isinstance(value, Label):
        yield path, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _labels(one, f"{path}.{key}")
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _labels(one, f"{path}[{getattr(one, 'id', index)}]")
    elif attrs.has(type(value)):
        for attribute in attrs.fields(cast(Any, type(value))):
            inner = f"{path}.{attribute.name}".removeprefix(".")
            yield from _labels(getattr(value, attribute.name), inner)
