"""The greedy rule: from the most supported down, each project that still fits. Exact."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from innokumppanuus_selection.votes.domain import Outcomes, Satisfaction
from innokumppanuus_selection.votes.profile import Profile

MOST_LISTED = 1_000
MOST_STEPS = 20_000
"""How many unfinished sets are looked at where many projects tie; then not all are listed."""


def greedy(
    profile: Profile,
    satisfaction: Satisfaction = Satisfaction.COST,
    begun: Sequence[int] = (),
    most: int = MOST_LISTED,
) -> Outcomes:
    """
    Return every set that the greedy rule can give; several only where a tie decides.

    Projects go by what they are worth to the voters for each unit of cost: with `cost` by their
    points, with `cardinality` by points for money. What nobody has named is never taken.

    Args:
        profile: The election.
        satisfaction: What a project is worth to a voter.
        begun: Indices of projects that are taken already.
        most: How many sets are listed at most.

    Source:
        Talmon, Faliszewski (2019), A framework for approval-based budgeting methods, AAAI-19.
    """
    groups = _groups(profile, satisfaction, set(begun))
    found: set[tuple[int, ...]] = set()
    seen: set[tuple[int, tuple[int, ...]]] = set()
    for one in _lists(profile, tuple(begun), groups, seen):
        found.add(one)
        if len(found) > most or len(seen) > MOST_STEPS:
            break
    sets = sorted(profile.named(one) for one in found)
    is_complete = len(sets) <= most and len(seen) <= MOST_STEPS
    return Outcomes(sets=tuple(sets[:most]), is_complete=is_complete)


def _groups(
    profile: Profile, satisfaction: Satisfaction, begun: set[int]
) -> tuple[tuple[int, ...], ...]:
    """Return the projects that somebody wants, best first, those of equal worth together."""

    def worth(one: int) -> tuple[bool, Fraction]:
        total, cost = profile.support[one].total, profile.costs[one]
        if not cost:
            return True, Fraction(total)
        return False, Fraction(total, 1 if satisfaction is Satisfaction.COST else cost)

    wanted = [
        one
        for one in range(len(profile.ids))
        if profile.support[one].total and one not in begun and profile.costs[one] <= profile.budget
    ]
    keyed = sorted(((worth(one), one) for one in wanted), key=lambda pair: (pair[0], -pair[1]))
    return tuple(
        tuple(one for _, one in same)
        for _, same in groupby(reversed(keyed), key=lambda pair: pair[0])
    )


def _lists(
    profile: Profile,
    begun: tuple[int, ...],
    groups: tuple[tuple[int, ...], ...],
    seen: set[tuple[int, tuple[int, ...]]],
) -> Iterator[tuple[int, ...]]:
    """Yield what every order of equal projects gives, as sorted indices."""
    stack = [(0, tuple(sorted(begun)))]
    while stack:
        depth, taken = stack.pop()
        if depth == len(groups):
            yield taken
            continue
        left = profile.budget - profile.cost(taken)
        fitting = [one for one in groups[depth] if one not in taken and profile.costs[one] <= left]
        if profile.cost(fitting) <= left:
            nexts = [(depth + 1, tuple(sorted((*taken, *fitting))))]
        else:
            nexts = [(depth, tuple(sorted((*taken, one)))) for one in reversed(fitting)]
        for one in nexts:
            if one not in seen:
                seen.add(one)
                stack.append(one)
