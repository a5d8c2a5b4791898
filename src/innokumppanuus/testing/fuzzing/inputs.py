"""What the fuzzer feeds to a door, and what a door must never do with it."""

from enum import StrEnum
from pathlib import Path
from typing import Self

import attrs


class Door(StrEnum):
    """A public way in for something that somebody else wrote."""

    RULESET = "ruleset"
    PARAMETERS = "parameters"
    CASES = "cases"
    EXPRESSION = "expression"
    APPLICATIONS = "applications"
    SHEET = "sheet"
    TABLES = "tables"
    PACKAGE = "package"
    COMMAND = "command"


class Broken(AssertionError):
    """A door did what it must never do."""


@attrs.frozen
class Given:
    """
    One input.

    Attributes:
        door: Where it goes in.
        base: Key of the rule set that it belongs to; empty where it needs none.
        suffix: How its file is called, without the dot.
        content: Its bytes.
    """

    door: Door
    base: str
    suffix: str
    content: bytes = attrs.field(repr=lambda raw: f"<{len(raw)} bytes> {raw[:300]!r}")

    @classmethod
    def text(cls, door: Door, base: str, text: str, suffix: str = "yaml") -> Self:
        """Return a text as an input; what UTF-8 cannot say stands as it would in a broken file."""
        return cls(door, base, suffix, text.encode("utf-8", errors="surrogatepass"))

    @classmethod
    def of_file(cls, path: Path) -> Self:
        """Return the input kept in `<door>/<base>/<name>.<suffix>`; a base of `-` is none."""
        base = path.parent.name
        door = Door(path.parent.parent.name)
        return cls(door, "" if base == "-" else base, path.suffix[1:], path.read_bytes())

    def keep(self, folder: Path, name: str) -> Path:
        """Write the input where `of_file` finds it, and return the path."""
        path = folder / self.door / (self.base or "-") / f"{name}.{self.suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.content)
        return path
