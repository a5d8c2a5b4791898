"""Sets of values as spans with open or closed ends. They know nothing of cells and types."""

from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Span:
    """
    The values from *least* to *most*; None has no end on that side.

    Attributes:
        least: Lower end, comparable with the values.
        most: Upper end.
        has_least: Whether the lower end itself belongs to it.
        has_most: Whether the upper end does.
    """

    least: Any = None
    most: Any = None
    has_least: bool = False
    has_most: bool = False

    @classmethod
    def point(cls, value: object) -> "Span":
        """Return the span of one value."""
        return cls(least=value, most=value, has_least=True, has_most=True)

    @property
    def is_empty(self) -> bool:
        """Whether no value can be in it."""
        if self.least is None or self.most is None:
            return False
        if self.least == self.most:
            return not (self.has_least and self.has_most)
        return bool(self.least > self.most)

    def holds(self, value: Any) -> bool:
        """Return whether *value* is in it."""
        above = self.least is None or value > self.least or (self.has_least and value == self.least)
        below = self.most is None or value < self.most or (self.has_most and value == self.most)
        return bool(above and below)


@attrs.frozen(kw_only=True)
class Extent:
    """The values in one of the spans, or with *is_not* all the others."""

    spans: tuple[Span, ...]
    is_not: bool = False

    def holds(self, value: object) -> bool:
        """Return whether *value* is among them."""
        return any(span.holds(value) for span in self.spans) != self.is_not

    def ends(self) -> frozenset[Any]:
        """Return every end of its spans."""
        found = {end for span in self.spans for end in (span.least, span.most)}
        return frozenset(found - {None})
