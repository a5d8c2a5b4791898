"""Between what the scores of an application may lie. Where bounds come from is for the engine."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.errors import InvalidValue


class Spread(StrEnum):
    """
    How far apart an evaluated score is taken to lie (pisteiden hajonta).

    `exact` is the score alone, `range` reaches from the lowest to the highest score of those who
    evaluated, `deviation` one standard deviation of theirs to both sides of the score.
    """

    EXACT = "exact"
    RANGE = "range"
    DEVIATION = "deviation"


@attrs.frozen(kw_only=True)
class ScoreBand:
    """
    Between what the scores of one application lie (pisteväli).

    Attributes:
        application: Id of the application.
        least: Lowest score by criterion or scored factor.
        most: Highest score by the same.
    """

    application: str
    least: Mapping[str, Fraction]
    most: Mapping[str, Fraction]

    def __attrs_post_init__(self) -> None:
        for item in {**self.least, **self.most}:
            low, high = self.least.get(item), self.most.get(item)
            if low is None or high is None or low > high:
                raise InvalidValue("band-order", item=item, least=low, most=high)

    @classmethod
    def exact(cls, application: str, scores: Mapping[str, Fraction]) -> "ScoreBand":
        """Return the band of scores that are known exactly."""
        return cls(application=application, least=dict(scores), most=dict(scores))

    @property
    def is_exact(self) -> bool:
        """Whether every score is known exactly."""
        return all(self.least[item] == self.most[item] for item in self.least)
