"""
Who spars whom: a rota in which no pair meets again before it must, and nobody rests too often.

What is best, in this order: as many pairs in each meeting as can be; as few meetings of pairs that
have met, and a third time only after the second ones; such repeats as late as can be; rests as even
as can be. Nothing is drawn: the same members give the same rota.

Source:
    The circle method of round-robin tournaments (Kirkman 1847; Lucas 1883) where nobody is away.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from innokumppanuus.errors import InvalidValue
from innokumppanuus_sparring.domain.rota import (
    MOST_TURNS,
    Rota,
    RotaMeeting,
    Sitting,
    turns_of,
)
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.flow import Flow

MOST_STEPS: Final = 60_000
"""Of the search where somebody is away: some seconds at most."""

_Bound: TypeAlias = tuple[int, int]
_Key: TypeAlias = tuple[int, ...]


def sittings(sparring: Sparring) -> tuple[Sitting, ...]:
    """Return who is expected in each meeting, by the absences known beforehand."""
    return tuple(
        Sitting(
            session=meeting.session,
            present=tuple(
                one.participant for one in sparring.members if meeting.session not in one.away
            ),
        )
        for meeting in sparring.meetings
    )


def rota_of(sparring: Sparring) -> Rota:
    """Return the rota of the programme; see `rota`."""
    return rota(sittings(sparring), order=[one.participant for one in sparring.members])


def rota(
    meetings: Sequence[Sitting], most_steps: int = MOST_STEPS, order: Sequence[str] = ()
) -> Rota:
    """
    Return the best rota, or the best one found in *most_steps*; `is_proven` tells which it is.

    Where nobody is away the circle method gives it at once.

    Args:
        meetings: Who is there in each.
        most_steps: Of the search.
        order: Of the members; in that of their first meetings if not given.

    Raises:
        InvalidValue: When somebody is away and there are too many turns to search for.
    """
    if all(one.present == other.present for one, other in pairwise(meetings)):
        made = [
            _as_meeting(one.session, _circle_round(one.present, place))
            for place, one in enumerate(meetings)
        ]
        repeats = _repeats(made)
        return Rota(meetings=tuple(made), repeats=repeats, least_repeats=repeats, is_proven=True)
    if turns_of(meetings) > MOST_TURNS:
        raise InvalidValue("sparring.rota-large", most=MOST_TURNS, got=turns_of(meetings))
    search = _Search(meetings, most_steps, order)
    search.run()
    made = [
        _as_meeting(one.session, groups) for one, groups in zip(meetings, search.found, strict=True)
    ]
    return Rota(
        meetings=tuple(made),
        repeats=_repeats(made),
        least_repeats=_repeats(made) if search.is_proven else search.floor[0],
        is_proven=search.is_proven,
        steps=search.steps,
    )


def fewest_rests(meetings: Sequence[Sitting]) -> int:
    """
    Return the least sum of the squares of the numbers of rests that any rota can have.

    In a meeting of an odd number exactly one rests; who it is may be any of those present.
    """
    odd = [one for one in meetings if len(one.present) % 2]
    flow = Flow()
    source, sink = flow.node(), flow.node()
    members = {one: flow.node() for each in odd for one in each.present}
    for node in members.values():
        for times in range(len(odd)):
            flow.arc(node, sink, 1, 2 * times + 1)
    for each in odd:
        place = flow.node()
        flow.arc(source, place)
        for one in each.present:
            flow.arc(place, members[one])
    return flow.run(source, sink)[1]


def _circle_round(members: Sequence[str], place: int) -> tuple[tuple[str, ...], ...]:
    """Return the pairs of one round; with an odd number the one paired with nobody rests."""
    if not members:
        return ()
    ring: list[str | None] = [*members] if len(members) % 2 == 0 else [*members, None]
    fixed, turning = ring[-1], ring[:-1]
    count = len(turning)
    paired = [(turning[place % count], fixed)]
    for step in range(1, count // 2 + 1):
        paired.append((turning[(place + step) % count], turning[(place - step) % count]))
    order = {one: at for at, one in enumerate(members)}
    groups = [
        tuple(sorted((one for one in pair if one is not None), key=order.__getitem__))
        for pair in paired
    ]
    return tuple(sorted(groups, key=lambda group: order[group[0]]))


def _as_meeting(session: str, groups: Sequence[tuple[str, ...]]) -> RotaMeeting:
    return RotaMeeting(
        session=session,
        pairs=tuple((one[0], one[1]) for one in groups if len(one) == 2),
        resting=tuple(one[0] for one in groups if len(one) == 1),
    )


def _repeats(meetings: Sequence[RotaMeeting]) -> int:
    paired = [pair for one in meetings for pair in one.pairs]
    return len(paired) - len(set(paired))


class _Search:
    """Depth first by meetings; a branch that cannot be better than the best found is left."""

    def __init__(
        self, meetings: Sequence[Sitting], most_steps: int, names: Sequence[str] = ()
    ) -> None:
        order = {one: place for place, one in enumerate(names)}
        for one in meetings:
            for member in one.present:
                order.setdefault(member, len(order))
        self._names = tuple(order)
        self._present = [sorted(order[one] for one in each.present) for each in meetings]
        self._counts = [[0] * len(order) for _ in order]
        self._rests = [0] * len(order)
        self._made: list[tuple[tuple[int, ...], ...]] = []
        self._profile: list[int] = []
        self._burden = 0
        self._most = most_steps
        self._fewest_rests = fewest_rests(meetings)
        self._best: _Key | None = None
        self.floor = self._key_floor()
        self.steps = 0
        self.is_proven = False
        self.found: list[tuple[tuple[str, ...], ...]] = []

    def run(self) -> None:
        ended = self._meeting(0)
        self.is_proven = ended or self._best == self.floor

    def _key_floor(self) -> _Key:
        repeats, burden = self._least(0)
        last = [0] * max(0, len(self._present) - 1) + [repeats] if self._present else []
        return (repeats, burden, *last, self._fewest_rests)

    def _least(self, start: int) -> _Bound:
        """Return the fewest repeats, and their burden, that the meetings from *start* must add."""
        needed = sum(len(one) // 2 for one in self._present[start:])
        together: dict[tuple[int, int], int] = {}
        for present in self._present[start:]:
            for at, first in enumerate(present):
                for second in present[at + 1 :]:
                    together[first, second] = together.get((first, second), 0) + 1
        steps = sorted(
            self._counts[first][second] + extra
            for (first, second), times in together.items()
            for extra in range(times)
        )[:needed]
        return sum(one > 0 for one in steps), sum(steps)

    def _meeting(self, at: int) -> bool:
        """Search on from meeting *at*; return False when the steps ran out or all is done."""
        if at == len(self._present):
            return self._take()
        before = self._profile[-1] if self._profile else 0
        whole, later = self._least(at), self._least(at + 1)
        return self._pair(at, [*self._present[at]], [], before, whole, later)

    def _pair(
        self,
        at: int,
        left: list[int],
        groups: list[tuple[int, ...]],
        before: int,
        whole: _Bound,
        later: _Bound,
    ) -> bool:
        self.steps += 1
        if self.steps > self._most and self._best is not None:
            return False
        if not self._is_promising(at, before, groups, whole, later):
            return True
        if not left:
            return self._enter(at, groups, before)
        first, rest = left[0], left[1:]
        for second in self._mates(first, rest, has_rest=len(left) % 2 == 1):
            group = (first,) if second is None else (first, second)
            remaining = [one for one in rest if one != second]
            if not self._pair(at, remaining, [*groups, group], before, whole, later):
                return False
        return True

    def _mates(self, first: int, rest: list[int], has_rest: bool) -> Iterator[int | None]:
        """Yield whom to try, those met least first; None is a rest."""
        options: list[tuple[int, int, int | None]] = [
            (self._counts[first][one], 0, one) for one in rest
        ]
        if has_rest:
            options.append((self._rests[first], 1, None))
        yield from (
            one
            for _, _, one in sorted(
                options, key=lambda o: (o[0], o[1], -1 if o[2] is None else o[2])
            )
        )

    def _is_promising(
        self,
        at: int,
        before: int,
        groups: Sequence[tuple[int, ...]],
        whole: _Bound,
        later: _Bound,
    ) -> bool:
        if self._best is None:
            return True
        met = [self._counts[one[0]][one[1]] for one in groups if len(one) == 2]
        now = before + sum(one > 0 for one in met)
        repeats = max(before + whole[0], now + later[0])
        burden = max(self._burden + whole[1], self._burden + sum(met) + later[1])
        count = len(self._present)
        profile = [*self._profile, *[now] * (count - len(self._profile) - 1), repeats][:count]
        rested = [one[0] for one in groups if len(one) == 1]
        squares = sum(one * one for one in self._rests) + sum(
            2 * self._rests[one] + 1 for one in rested
        )
        rests = max(self._fewest_rests, squares)
        return (repeats, burden, *profile, rests) < self._best

    def _enter(self, at: int, groups: Sequence[tuple[int, ...]], before: int) -> bool:
        added, burden = 0, 0
        for one in groups:
            if len(one) == 2:
                met = self._counts[one[0]][one[1]]
                added, burden = added + (met > 0), burden + met
                self._counts[one[0]][one[1]] += 1
                self._counts[one[1]][one[0]] += 1
            else:
                self._rests[one[0]] += 1
        self._burden += burden
        self._profile.append(before + added)
        self._made.append(tuple(groups))
        goes_on = self._meeting(at + 1)
        self._made.pop()
        self._profile.pop()
        self._burden -= burden
        for one in groups:
            if len(one) == 2:
                self._counts[one[0]][one[1]] -= 1
                self._counts[one[1]][one[0]] -= 1
            else:
                self._rests[one[0]] -= 1
        return goes_on

    def _take(self) -> bool:
        """Keep a whole rota that is better than the best; return False when none can be better."""
        repeats = self._profile[-1] if self._profile else 0
        key = (repeats, self._burden, *self._profile, sum(one * one for one in self._rests))
        if self._best is None or key < self._best:
            self._best = key
            self.found = [
                tuple(tuple(self._names[one] for one in group) for group in groups)
                for groups in self._made
            ]
        return self._best != self.floor
