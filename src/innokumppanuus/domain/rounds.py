"""Own scores beside what was agreed on, and beside reference scores. It judges nobody."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs


@attrs.frozen(kw_only=True)
class Drift:
    """
    What became of the own scores of one thing that was scored (pisteiden siirtymä).

    Attributes:
        application: Id of the application.
        item: Id of the criterion or aspect.
        own: Score by evaluator; who left it empty is not there.
        together: The own scores put together as the rule set says; None without any.
        consensus: The recorded score; None when there is none.
        is_for_talk: Whether the own scores differ so much that the panel is to talk.
    """

    application: str
    item: str
    own: Mapping[str, Fraction]
    together: Fraction | None = None
    consensus: Fraction | None = None
    is_for_talk: bool = False

    @property
    def spread(self) -> Fraction | None:
        """The largest own score less the smallest."""
        return max(self.own.values()) - min(self.own.values()) if self.own else None

    @property
    def shift(self) -> Fraction | None:
        """The recorded score less the own scores put together."""
        if self.consensus is None or self.together is None:
            return None
        return self.consensus - self.together

    @property
    def is_outside(self) -> bool:
        """Whether the recorded score is above or below every own score."""
        if self.consensus is None or not self.own:
            return False
        return not min(self.own.values()) <= self.consensus <= max(self.own.values())


class Leaning(StrEnum):
    """How an evaluator's scores stand to the reference (arvioijan linja)."""

    IN_LINE = "in_line"
    STRICT = "strict"
    LENIENT = "lenient"
    SCATTERED = "scattered"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class Calibration:
    """
    One evaluator beside the reference scores of the shared samples (kalibrointi).

    Attributes:
        evaluator: Who.
        compared: How many scores were compared.
        equal: How many were the same.
        bias: Mean of the differences, as a share of the scale: above 0 is more than the reference.
        distance: Mean of the differences without their sign, as a share of the scale.
        farthest: Application and item of the largest difference; none without any.
        difference: That difference, in points.
        lacking: How many scores of the reference the evaluator has not given.
        leaning: How the scores stand to the reference.
    """

    evaluator: str
    compared: int = 0
    equal: int = 0
    bias: Fraction | None = None
    distance: Fraction | None = None
    farthest: tuple[str, ...] = ()
    difference: Fraction | None = None
    lacking: int = 0
    leaning: Leaning = Leaning.UNKNOWN
