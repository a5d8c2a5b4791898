"""The state of the panel of the canvas: what is written so far, and what it lacks. No widgets."""

from fractions import Fraction
from typing import Any, Self

import attrs

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.errors import unknown_name
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.scalars import read_exact
from innokumppanuus_parasta_itaa.domain.canvas import (
    Canvas,
    CanvasPart,
    Measure,
    ParticipantRole,
    Seat,
)
from innokumppanuus_parasta_itaa.domain.consortium import Consortium, RegionalPilot
from innokumppanuus_parasta_itaa.engine.canvas import CanvasReview, review

BLANK = ""
"""The choice of a canvas that nobody has written anything on."""

NUMBERS = ("baseline", "target")
"""The numbers of the measure that one writes when planning."""


@attrs.define(kw_only=True)
class CanvasState:
    """
    What the panel shows (ilmiökanvas).

    Attributes:
        examples: Pilots whose canvas one may begin from.
        is_fictional: Whether those are made up.
        canvas: What is written.
        example: Id of the pilot that it began from; `BLANK` for none.
    """

    examples: tuple[RegionalPilot, ...] = ()
    is_fictional: bool = False
    canvas: Canvas = attrs.field(factory=Canvas)
    example: str = BLANK

    @classmethod
    def of(cls, noun: Consortium, plugins: Plugins) -> Self:
        """Return the state over *noun* with nothing written."""
        told = tuple(one for one in noun.pilots if one.canvas is not None)
        return cls(examples=told, is_fictional=noun.is_fictional)

    @property
    def review(self) -> CanvasReview:
        """What the canvas has and lacks."""
        return review(self.canvas)

    def begin(self, example: str) -> None:
        """Begin again from the canvas of a pilot, or from nothing with `BLANK`."""
        if example == BLANK:
            self.canvas, self.example = Canvas(), BLANK
            return
        for one in self.examples:
            if one.id == example and one.canvas is not None:
                self.canvas, self.example = one.canvas, example
                return
        raise unknown_name(example, [one.id for one in self.examples])

    def write(self, part: CanvasPart, words: str) -> None:
        """Write a part as one line; no words leave it unwritten. Of the measure it is the name."""
        label = _label(words)
        if part is CanvasPart.MEASURE:
            self._measure(label)
        else:
            changes: dict[str, Any] = {part.value: label}
            self.canvas = attrs.evolve(self.canvas, **changes)

    def seat(self, role: ParticipantRole, lines: str) -> None:
        """Seat groups in a role, one on each line; no lines leave the seat empty."""
        who = tuple(same(line.strip()) for line in lines.splitlines() if line.strip())
        seats = {one.role: one for one in self.canvas.seats}
        seats[role] = Seat(role=role, who=who)
        kept = tuple(seats[one] for one in ParticipantRole if one in seats and seats[one].who)
        self.canvas = attrs.evolve(self.canvas, seats=kept)

    def number(self, name: str, words: str) -> None:
        """
        Write a number of the measure, `baseline` or `target`; no words leave it unknown.

        Raises:
            InvalidValue: When it is no number; what was written before stays.
        """
        if name not in NUMBERS:
            raise unknown_name(name, NUMBERS)
        bare = words.strip().replace(",", ".")
        value: Fraction | None = read_exact(bare) if bare else None
        if self.canvas.measure is None:
            return
        changes: dict[str, Any] = {name: value}
        self.canvas = attrs.evolve(
            self.canvas, measure=attrs.evolve(self.canvas.measure, **changes)
        )

    def _measure(self, name: Label | None) -> None:
        if name is None:
            self.canvas = attrs.evolve(self.canvas, measure=None)
            return
        known = self.canvas.measure
        measure = Measure(name=name) if known is None else attrs.evolve(known, name=name)
        self.canvas = attrs.evolve(self.canvas, measure=measure)


def _label(words: str) -> Label | None:
    bare = " ".join(words.split())
    return same(bare) if bare else None
