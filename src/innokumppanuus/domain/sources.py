"""Where a fact comes from and how sure it is. Not a bibliography."""

from enum import StrEnum
from typing import Generic, TypeVar

import attrs

from innokumppanuus.errors import InvalidValue

T = TypeVar("T")


class Status(StrEnum):
    """How a fact is known (tiedon varmuus)."""

    STATED = "stated"
    INFERRED = "inferred"
    DISPUTED = "disputed"
    MISSING = "missing"


@attrs.frozen(kw_only=True)
class Source:
    """
    A document that says something (lähde, källa).

    Attributes:
        title: What the document is called.
        section: Where in the document.
        address: Where it can be read; empty when only on paper.
        verified: Whether somebody of this project has read it.
    """

    title: str = attrs.field(validator=attrs.validators.min_len(1))
    section: str = ""
    address: str = ""
    verified: bool = False


@attrs.frozen(kw_only=True)
class Fact(Generic[T]):
    """
    A value with its provenance: stated, inferred, disputed or missing. Missing is not zero.

    Attributes:
        value: What is held to be so; None exactly when the fact is missing.
        status: How it is known.
        sources: Keys of the sources (see `Call.sources`) that say it.
        note: Why it is inferred, or what is disputed.
    """

    value: T | None = None
    status: Status = Status.STATED
    sources: tuple[str, ...] = ()
    note: str = ""

    def __attrs_post_init__(self) -> None:
        if (self.value is None) != (self.status is Status.MISSING):
            raise InvalidValue("fact-missing", status=self.status.value)
        if self.status in (Status.INFERRED, Status.DISPUTED) and not self.note:
            raise InvalidValue("fact-note", status=self.status.value)

    @property
    def is_known(self) -> bool:
        return self.value is not None


def stated(value: T, *sources: str) -> Fact[T]:
    """Return *value* as a fact that the sources state in so many words."""
    return Fact(value=value, sources=sources)


def missing(note: str = "") -> Fact[T]:
    """Return a fact that nobody has stated."""
    return Fact(status=Status.MISSING, note=note)
