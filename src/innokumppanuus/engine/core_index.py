"""Core indices of a small field: every set that keeps the limits is tried. It draws nothing."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from innokumppanuus.domain.core_index import BandedCandidate, CoreIndices, RobustChoice
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.score_bands import ScoreBand
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.stakes import Stakes, stakes_of
from innokumppanuus.errors import TooManyApplications

MOST_TRIED: Final = 15
"""More candidates than this have too many sets to try them all."""


def core_indices(choice: RobustChoice) -> CoreIndices:
    """
    Return every set that no other beats, and the core index of each candidate, exact.

    Raises:
        TooManyApplications: When there are more than 15 candidates.
        SelectionError: When no weights are allowed.

    Source:
        Liesiö, Mild, Salo (2007), Preference programming for robust portfolio modeling and project
        selection, European Journal of Operational Research 181; with uncertain costs (2008),
        Robust portfolio modeling with incomplete cost information and project interdependencies,
        the same journal 190.
    """
    if len(choice.candidates) > MOST_TRIED:
        raise TooManyApplications(len(choice.candidates), MOST_TRIED)
    stakes = stakes_of(choice)
    return stakes.indices(unbeaten(stakes, every_set(stakes)))


def every_set(stakes: Stakes) -> Iterator[int]:
    """Yield every set that keeps the limits, as bit masks."""
    count = len(stakes.ids)
    fall = [
        [sum(min(one, 0) for one in line.factors[place:]) for place in range(count + 1)]
        for line in stakes.lines
    ]
    bounds = [line.bound for line in stakes.lines]

    def grown(place: int, one: int, amounts: list[int]) -> Iterator[int]:
        reach = zip(amounts, fall, bounds, strict=True)
        if any(amount + least[place] > bound for amount, least, bound in reach):
            return
        if place == count:
            yield one
            return
        yield from grown(place + 1, one, amounts)
        with_it = [a + line.factors[place] for a, line in zip(amounts, stakes.lines, strict=True)]
        yield from grown(place + 1, one | 1 << place, with_it)

    return grown(0, 0, [0] * len(bounds))


def unbeaten(stakes: Stakes, sets: Iterable[int]) -> list[int]:
    """Return those of the sets that none of them beats."""
    kept: list[int] = []
    for one in sorted(sets, key=lambda one: (-stakes.total(one), one)):
        if not any(stakes.beats(other, one) for other in kept):
            kept.append(one)
    return kept


def at_budget(choice: RobustChoice, indices: CoreIndices, budget: Money) -> CoreIndices:
    """
    Return the same with a smaller budget, from sets that weigh the cost.

    Args:
        choice: What the sets are of, with cost weighed.
        indices: Exact.
        budget: At most that of the limits.
    """
    stakes = stakes_of(_without_cost(choice))
    fitting = [one.applications for one in indices.sets if one.cost <= budget]
    return stakes.indices(unbeaten(stakes, (stakes.mask(one) for one in fitting)))


def robust_choice(
    choice: Choice,
    region: WeightRegion,
    bands: Sequence[ScoreBand],
    *,
    cost_share: Fraction = Fraction(0),
    weighs_cost: bool = False,
) -> RobustChoice:
    """
    Return what is known of a choice.

    Args:
        choice: Who may be chosen at what cost, under what limits.
        region: Weights that are allowed.
        bands: Between what the scores lie; those without one are exact.
        cost_share: By what share of it a cost may come out lower or higher.
        weighs_cost: Whether the sets are those for every budget up to that of the limits.
    """
    by_id = {one.application: one for one in bands}
    return RobustChoice(
        candidates=tuple(
            BandedCandidate(
                application=name,
                band=by_id.get(name) or ScoreBand.exact(name, choice.scores[name]),
                cost=cost.share(1 + cost_share) if cost_share else cost,
                least_cost=cost.share(1 - cost_share) if cost_share else None,
            )
            for name, cost in choice.costs.items()
        ),
        limits=choice.limits,
        region=region,
        weighs_cost=weighs_cost,
    )


def _without_cost(choice: RobustChoice) -> RobustChoice:
    return RobustChoice(candidates=choice.candidates, limits=choice.limits, region=choice.region)
