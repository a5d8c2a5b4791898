"""What could be read of a rule set file so far: values with their place, broken ones among them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

import attrs

from innokumppanuus.ruleset.document import Node

T = TypeVar("T")


class _Broken:
    """The only instance stands for what could not be read; its problem has been told."""

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN: Final = _Broken()


@attrs.frozen(kw_only=True)
class Draft:
    """
    A value of the file, as far as it could be read.

    Attributes:
        kind: The noun or type that it should be.
        node: Where it stands.
        path: What it is, in the words of the file, as `criteria[2].weight`; lists count from 0.
        value: The finished value, or BROKEN.
        parts: Its attributes or entries that the file gives, by key.
        items: Its members when it is a list.
    """

    kind: Any
    node: Node
    path: str
    value: object
    parts: Mapping[str, "Draft"] = attrs.field(factory=dict)
    items: tuple["Draft", ...] = ()

    @property
    def is_broken(self) -> bool:
        return self.value is BROKEN

    def at(self, *keys: str) -> "Draft | None":
        """Return the part under the keys, one inside the other; None when it is not given."""
        here: Draft | None = self
        for key in keys:
            here = here.parts.get(key) if here is not None else None
        return here

    def each(self, *keys: str) -> tuple["Draft", ...]:
        """Return the members of the list under the keys; none when it is not given."""
        part = self.at(*keys)
        return part.items if part is not None else ()

    def known(self, kind: type[T], *keys: str) -> T | None:
        """Return the value under the keys; None when it is not given, broken or not of *kind*."""
        part = self.at(*keys)
        return part.value if part is not None and isinstance(part.value, kind) else None

    def given(self, key: str) -> bool:
        """Return whether the file gives it, broken or not, and not as empty text."""
        part = self.parts.get(key)
        return part is not None and part.value != ""

    def walk(self) -> Iterator["Draft"]:
        """Yield it and everything inside it, in the order of the file."""
        yield self
        for part in (*self.parts.values(), *self.items):
            yield from part.walk()
