"""The rota: who spars whom in which meeting, and what is known of how good it is."""

from collections.abc import Iterable
from typing import Final

import attrs

MOST_TURNS: Final = 600
"""So many pairs and rests are searched for where somebody is away: 100 members in 12 meetings."""


@attrs.frozen(kw_only=True)
class Sitting:
    """
    Who is there in one meeting (tapaamisen läsnäolijat).

    Attributes:
        session: Which meeting.
        present: Members who are expected, in the order of the file.
    """

    session: str
    present: tuple[str, ...]


def turns_of(sittings: Iterable[Sitting]) -> int:
    """Return how many pairs and rests the meetings have together."""
    return sum((len(one.present) + 1) // 2 for one in sittings)


@attrs.frozen(kw_only=True)
class RotaMeeting:
    """
    One meeting of the rota (sparrausvuorot).

    Attributes:
        session: Which meeting.
        pairs: Who spar each other.
        resting: Who has no peer in this meeting; at most one.
    """

    session: str
    pairs: tuple[tuple[str, str], ...]
    resting: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Rota:
    """
    Who spars whom (sparrausrota).

    Attributes:
        meetings: In their order.
        repeats: How many times a pair meets that has met before, over the whole programme.
        least_repeats: So many of them no rota can do without.
        is_proven: Whether no rota has fewer repeats, later repeats or a fairer rest than this one.
        steps: How many steps the search took; it is the same every time.
    """

    meetings: tuple[RotaMeeting, ...]
    repeats: int
    least_repeats: int
    is_proven: bool
    steps: int = 0

    def times(self) -> dict[tuple[str, str], int]:
        """Return how many times each pair meets, of those that meet at all."""
        found: dict[tuple[str, str], int] = {}
        for meeting in self.meetings:
            for pair in meeting.pairs:
                found[pair] = found.get(pair, 0) + 1
        return found

    def rests(self) -> dict[str, int]:
        """Return how many times each member rests, of those that rest at all."""
        found: dict[str, int] = {}
        for meeting in self.meetings:
            for one in meeting.resting:
                found[one] = found.get(one, 0) + 1
        return found


@attrs.frozen(kw_only=True)
class ExpertTurn:
    """
    An expert's turn with a member in a meeting (asiantuntijavuoro).

    Attributes:
        session: Which meeting.
        expert: Which expert.
        member: Which member.
    """

    session: str
    expert: str
    member: str


@attrs.frozen(kw_only=True)
class ExpertTurns:
    """
    All turns of experts (asiantuntijavuorot).

    Attributes:
        turns: By meeting, then by member, in the order of the file.
        without: Members without a turn, by meeting.
    """

    turns: tuple[ExpertTurn, ...]
    without: tuple[tuple[str, tuple[str, ...]], ...]

    def count(self, member: str) -> int:
        """Return how many turns a member gets."""
        return sum(one.member == member for one in self.turns)
