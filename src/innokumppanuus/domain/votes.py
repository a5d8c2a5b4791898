"""Citizens' votes on applications, as they were cast. Nothing is counted here."""

from enum import StrEnum
from typing import Final

import attrs

from innokumppanuus.errors import InvalidValue

VOTES_NOT_COUNTED: Final = "votes-not-counted"
"""Key of the note that the method of a choice counts no votes."""


class BallotKind(StrEnum):
    """
    What a voter could say (äänestystapa).

    `approval` names any number of applications, `choose_1` one; `ordinal` names them from the best
    down; `cumulative` divides a sum of points, `scoring` gives points to each.
    """

    APPROVAL = "approval"
    CHOOSE_1 = "choose_1"
    ORDINAL = "ordinal"
    CUMULATIVE = "cumulative"
    SCORING = "scoring"

    @property
    def has_points(self) -> bool:
        """Whether voters give points."""
        return self in (BallotKind.CUMULATIVE, BallotKind.SCORING)


@attrs.frozen(kw_only=True)
class Ballot:
    """
    What some voters said, all of them the same (äänestyslippu).

    Attributes:
        applications: Ids, each once; from the best down where the order counts.
        points: Of each of them, zero or more; empty where voters give no points.
        voters: How many voted so.
    """

    applications: tuple[str, ...]
    points: tuple[int, ...] = ()
    voters: int = attrs.field(default=1, validator=attrs.validators.ge(1))

    def __attrs_post_init__(self) -> None:
        if len(set(self.applications)) < len(self.applications):
            seen = [one for one in self.applications if self.applications.count(one) > 1]
            raise InvalidValue("twice", got=seen[0])
        if self.points and len(self.points) != len(self.applications):
            count = len(self.applications)
            raise InvalidValue("vote-points-count", expected=count, got=len(self.points))
        if any(one < 0 for one in self.points):
            raise InvalidValue("at-least", least=0, got=min(self.points))


@attrs.frozen(kw_only=True)
class Votes:
    """
    All the votes (äänet); who cast them is not kept.

    Attributes:
        kind: What a voter could say.
        ballots: Those that differ, each with its number of voters, in canonical order.
    """

    kind: BallotKind
    ballots: tuple[Ballot, ...] = ()

    @property
    def voters(self) -> int:
        """How many voted, blank ballots among them."""
        return sum(one.voters for one in self.ballots)
