"""How far each regional pilot has come: roles, meetings, measure and levels. It weighs nothing."""

from fractions import Fraction

import attrs

from innokumppanuus_parasta_itaa.domain.canvas import Measure
from innokumppanuus_parasta_itaa.domain.consortium import Consortium, Level
from innokumppanuus_parasta_itaa.engine.canvas import review


@attrs.frozen(kw_only=True)
class PilotProgress:
    """
    How far one regional pilot has come (aluepilotin tilanne).

    Attributes:
        pilot: Id of the pilot.
        roles: How many of the four roles somebody takes; None where no canvas is told.
        meetings: How many meetings of co-creation are recorded.
        measure: The measure of the canvas; None without one.
        reached: Part of the way from baseline to target; see `way`.
        deeds: How many deeds of the region there are, by level.
    """

    pilot: str
    roles: int | None
    meetings: int
    measure: Measure | None
    reached: Fraction | None
    deeds: tuple[tuple[Level, int], ...]


def progress(consortium: Consortium) -> tuple[PilotProgress, ...]:
    """Return how far each pilot has come, in their order."""
    return tuple(
        PilotProgress(
            pilot=one.id,
            roles=None if one.canvas is None else len(review(one.canvas).covered),
            meetings=len(one.meetings),
            measure=None if one.canvas is None else one.canvas.measure,
            reached=None
            if one.canvas is None or one.canvas.measure is None
            else way(one.canvas.measure),
            deeds=tuple(
                (
                    level,
                    sum(
                        deed.level is level and deed.region == one.region
                        for deed in consortium.deeds
                    ),
                )
                for level in Level
            ),
        )
        for one in consortium.pilots
    )


def way(measure: Measure) -> Fraction | None:
    """
    Return the part of the way from baseline to target that is reached.

    More than 1 is past the target and below 0 is away from it. None when a number is missing, or
    the target is the baseline itself.
    """
    baseline, target, reached = measure.baseline, measure.target, measure.reached
    if baseline is None or target is None or reached is None or target == baseline:
        return None
    return (reached - baseline) / (target - baseline)
