"""What a canvas lacks: roles that nobody takes and parts not written. It never rejects."""

import attrs

from innokumppanuus_parasta_itaa.domain.canvas import Canvas, CanvasPart, ParticipantRole


@attrs.frozen(kw_only=True)
class CanvasReview:
    """
    What there is and what is missing in a canvas (kanvaksen katselmus).

    Attributes:
        covered: Roles that somebody takes.
        missing: Roles that nobody takes; each is a warning.
        empty: Parts that are not written.
        has_baseline: Whether the measure tells the value before; None without a measure.
    """

    covered: tuple[ParticipantRole, ...]
    missing: tuple[ParticipantRole, ...]
    empty: tuple[CanvasPart, ...]
    has_baseline: bool | None

    @property
    def is_whole(self) -> bool:
        """Whether every role is covered and every part is written."""
        return not (self.missing or self.empty)


def review(canvas: Canvas) -> CanvasReview:
    """Return what the canvas has and lacks, in the order of the roles and parts."""
    covered = tuple(role for role in ParticipantRole if canvas.who(role))
    measure = canvas.measure
    return CanvasReview(
        covered=covered,
        missing=tuple(role for role in ParticipantRole if role not in covered),
        empty=tuple(part for part in CanvasPart if getattr(canvas, part.value) is None),
        has_baseline=None if measure is None else measure.baseline is not None,
    )
