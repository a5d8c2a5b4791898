"""Why applications cannot be shared out: who lacks what, and how far which limit would give way."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from innokumppanuus.domain.assignment import AssignmentTask, Shortage, ShortOf, Span

_MOST_TRIED: Final = 60
"""Up to so many members are left out one by one, to find a smallest set of them."""


@attrs.frozen(kw_only=True)
class _Side:
    """Those who need readings, those who can take them, and who may go with whom."""

    needs: Mapping[str, int]
    rooms: Mapping[str, int]
    near: Mapping[str, tuple[str, ...]]


def shortages(task: AssignmentTask) -> tuple[Shortage, ...]:
    """
    Return why nothing fits, readers first, then work; nothing when it fits.

    Both sides can be looked at apart: where each can have what it needs without the other, both
    can have it together. What one member needs is more than what may read it or be read, and a set
    of members is told when those who may take their readings have too little room for all of them.
    Every smallest set is told that shares no member with the ones before.

    Source:
        Mendelsohn & Dulmage 1958, "Some generalizations of the problem of distinct
        representatives", Canadian J. Math. 10: 230-241; Hall 1935 for the sets.
    """
    found: list[Shortage] = []
    for kind, needs, rooms in (
        (ShortOf.READERS, task.readers, task.loads),
        (ShortOf.WORK, task.loads, task.readers),
    ):
        near: dict[str, list[str]] = {one.id: [] for one in needs}
        for one in task.possible:
            pair = (one.application, one.evaluator)
            member, other = pair if kind is ShortOf.READERS else pair[::-1]
            near[member].append(other)
        side = _Side(
            needs={one.id: one.least for one in needs},
            rooms={one.id: one.most for one in rooms},
            near={one: tuple(others) for one, others in near.items()},
        )
        found += sorted(_shortages_of(kind, side, needs), key=lambda one: one.members)
    return tuple(found)


def _shortages_of(kind: ShortOf, side: _Side, needs: Sequence[Span]) -> Iterator[Shortage]:
    if any(one.least > one.most for one in needs):
        members = tuple(one.id for one in needs if one.least > one.most)
        needed = sum(side.needs[one] for one in members)
        room = sum(one.most for one in needs if one.id in members)
        lower = min(one.most for one in needs if one.id in members)
        yield Shortage(
            of=kind,
            members=members,
            others=(),
            needed=needed,
            available=room,
            lower_to=lower,
        )
        return
    left = dict(side.needs)
    most_need = max(left.values(), default=0)
    lower_to: int | None = None
    raise_to: int | None = None
    while members := _stuck(side, left):
        if len(left) == len(side.needs):
            lower_to = _last(most_need, lambda one: not _stuck(side, _at_most(side.needs, one)))
            raise_to = _raised(side)
        is_smallest = len(members) <= _MOST_TRIED
        if is_smallest:
            members = _smallest(side, members)
        yield Shortage(
            of=kind,
            members=members,
            others=tuple(sorted({other for one in members for other in side.near[one]})),
            needed=sum(side.needs[one] for one in members),
            available=_flow(side, {one: side.needs[one] for one in members}),
            is_smallest=is_smallest,
            lower_to=lower_to,
            raise_to=raise_to,
        )
        left = {one: need for one, need in left.items() if one not in members}


def _smallest(side: _Side, members: tuple[str, ...]) -> tuple[str, ...]:
    """Return members of whom none can be left out without the shortage going."""
    kept = list(members)
    for one in members:
        others = [other for other in kept if other != one]
        if others and _stuck(side, {other: side.needs[other] for other in others}):
            kept = others
    return tuple(kept)


def _raised(side: _Side) -> int | None:
    """Return the most of every other that would be enough; None when none would."""
    top = len(side.needs)

    def is_enough(most: int) -> bool:
        rooms = {one: max(room, most) for one, room in side.rooms.items()}
        return not _stuck(attrs.evolve(side, rooms=rooms), side.needs)

    if not is_enough(top):
        return None
    takers = {other for others in side.near.values() for other in others}
    low, high = -(-sum(side.needs.values()) // max(len(takers), 1)), top
    if is_enough(low):
        return _lowest(side, low, is_enough)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle + 1, high)
    return high


def _lowest(side: _Side, enough: int, is_enough: Callable[[int], bool]) -> int:
    """Return the smallest number that is enough; below the fewest that all need none is."""
    while enough > 0 and is_enough(enough - 1):
        enough -= 1
    return enough


def _last(most: int, is_enough: Callable[[int], bool]) -> int | None:
    """Return the largest number below *most* that is enough; None when not even 0 is."""
    for one in range(most - 1, -1, -1):
        if is_enough(one):
            return one
    return None


def _at_most(needs: Mapping[str, int], least: int) -> dict[str, int]:
    return {one: min(need, least) for one, need in needs.items()}


def _stuck(side: _Side, needs: Mapping[str, int]) -> tuple[str, ...]:
    """Return members who cannot all have what they need, sorted; nobody when all can."""
    taken, short = _filled(side, needs)
    if not short:
        return ()
    holders = _holders(taken)
    seen, waiting, reached = set(short), list(short), set()
    while waiting:
        for other in side.near[waiting.pop()]:
            if other in reached:
                continue
            reached.add(other)
            for holder in holders.get(other, ()):
                if holder not in seen:
                    seen.add(holder)
                    waiting.append(holder)
    return tuple(sorted(seen))


def _flow(side: _Side, needs: Mapping[str, int]) -> int:
    """Return how many readings these members can have together."""
    taken, _ = _filled(side, needs)
    return sum(len(others) for others in taken.values())


def _holders(taken: Mapping[str, set[str]]) -> dict[str, list[str]]:
    holders: dict[str, list[str]] = {}
    for member in sorted(taken):
        for other in taken[member]:
            holders.setdefault(other, []).append(member)
    return holders


def _filled(side: _Side, needs: Mapping[str, int]) -> tuple[dict[str, set[str]], tuple[str, ...]]:
    """Return who has whom when as many readings as can be are given, and who still lacks some."""
    taken: dict[str, set[str]] = {one: set() for one in needs}
    holding: dict[str, set[str]] = {one: set() for one in side.rooms}
    short = []
    closed: set[str] = set()
    for member in sorted(needs):
        while len(taken[member]) < needs[member]:
            if not _one_more(side, member, taken, holding, closed):
                short.append(member)
                break
    return taken, tuple(short)


def _one_more(
    side: _Side,
    start: str,
    taken: dict[str, set[str]],
    holding: dict[str, set[str]],
    closed: set[str],
) -> bool:
    """
    Give one member one more, moving others' readings where that makes room.

    What a search in vain has reached is full for good, and *closed* keeps the next ones out of it.
    """
    came: dict[str, str] = {}
    from_holder: dict[str, str] = {start: ""}
    waiting: Iterable[str] = [start]
    while waiting:
        further = []
        for member in waiting:
            for other in side.near[member]:
                if other in came or other in closed or other in taken[member]:
                    continue
                came[other] = member
                if len(holding[other]) < side.rooms[other]:
                    _move(other, came, from_holder, taken, holding)
                    return True
                for holder in sorted(holding[other]):
                    if holder not in from_holder:
                        from_holder[holder] = other
                        further.append(holder)
        waiting = further
    closed.update(came)
    return False


def _move(
    other: str,
    came: Mapping[str, str],
    from_holder: Mapping[str, str],
    taken: dict[str, set[str]],
    holding: dict[str, set[str]],
) -> None:
    """Hand readings on along the way that was found, from its end to its start."""
    while other:
        member = came[other]
        taken[member].add(other)
        holding[other].add(member)
        before = from_holder[member]
        if before:
            taken[member].remove(before)
            holding[before].remove(member)
        other = before
