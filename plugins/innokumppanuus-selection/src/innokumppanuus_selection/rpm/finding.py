"""Core indices of many applications: exact when they can be, else drawn, which is then told."""

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.core_index import (
    BandedCandidate,
    CoreIndex,
    CoreIndices,
    CoreStanding,
    RobustChoice,
)
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.engine.stakes import Stakes, stakes_of
from innokumppanuus_selection.domain import Solver
from innokumppanuus_selection.rpm.arrays import Arrays
from innokumppanuus_selection.rpm.bounds import Bounds
from innokumppanuus_selection.rpm.giving_up import GivenUp, Watch, keep_on, look
from innokumppanuus_selection.rpm.growth import MOST_PARTIAL, fixed, grow
from innokumppanuus_selection.sets import Sets
from innokumppanuus_selection.solvers import DEFAULT, solver_of

DRAWS: Final = 100
_PARTS: Final = 1000
"""Drawn weights and scores are whole numbers of parts, so that they are exact."""


def core_indices(
    choice: RobustChoice,
    *,
    most: int = MOST_PARTIAL,
    draws: int = DRAWS,
    seed: int = 1,
    watch: Watch = keep_on,
) -> CoreIndices:
    """
    Return every set that no other beats and the core index of each candidate.

    When that takes more partial sets than *most*, the sets are those that are best with some drawn
    weights and scores, and the result says so: such core indices are about right, and often too
    high. What is surely core or exterior, or surely borderline, is marked as proven then.

    Args:
        choice: What is known.
        most: How many partial sets may be held.
        draws: How many weights are drawn when the exact method gives up.
        seed: Of the draws.
        watch: Is told of each step; the work begins anew when it has to be drawn.

    Raises:
        SelectionError: When no weights are allowed, or somebody stopped the work.
    """
    stakes = stakes_of(choice)
    try:
        grown = grow(stakes, (), most, watch)
    except GivenUp:
        return sampled(choice, stakes, draws, seed, watch)
    return attrs.evolve(
        stakes.indices(grown.sets),
        partial_sets=grown.partial_sets,
        memory_bytes=grown.memory_bytes,
    )


def sampled(
    choice: RobustChoice, stakes: Stakes, draws: int, seed: int, watch: Watch = keep_on
) -> CoreIndices:
    """Return the sets that are best with some drawn weights and scores, and what they say."""
    dice, solver = random.Random(seed), solver_of(DEFAULT)
    found: set[int] = set()
    for number in range(draws):
        look(watch, number, draws)
        best = _best(choice, dice, solver)
        if best is None:
            break
        found.add(stakes.mask(best))
    look(watch, draws, draws)
    told = stakes.indices(found)
    proven = _proven(stakes, sorted(found)) if found else dict.fromkeys(stakes.ids, True)
    return attrs.evolve(
        told,
        indices=tuple(_marked(one, proven, choice.weighs_cost) for one in told.indices),
        is_exact=False,
        draws=draws,
        seed=seed,
    )


def _best(choice: RobustChoice, dice: random.Random, solver: Solver) -> Sequence[str] | None:
    """Return the best set with weights and scores from the inside of what is possible."""
    corners = choice.region.vertices()
    parts = [dice.randint(1, _PARTS) for _ in corners]
    weights = {
        item: sum(
            (part * corner[item] for part, corner in zip(parts, corners, strict=True)), Fraction(0)
        )
        / sum(parts)
        for item in choice.region.items
    }
    things = {
        one.application: Award(
            value=_drawn(one, weights, dice), least=one.cost.cents, most=one.cost.cents
        )
        for one in choice.candidates
    }
    limits = choice.limits
    if choice.weighs_cost and limits.budget is not None:
        drawn = dice.randint(0, limits.budget.cents)
        limits = attrs.evolve(limits, budget=Money(drawn, limits.budget.currency))
    listing = Sets(things=things, rows=rows_of(limits, things), solver=solver).listed(
        1, Fraction(0)
    )
    return listing.best[0].ids if listing.best else None


def _drawn(one: BandedCandidate, weights: Mapping[str, Fraction], dice: random.Random) -> Fraction:
    value = Fraction(0)
    for item, weight in weights.items():
        low, high = one.band.least[item], one.band.most[item]
        value += weight * (low + (high - low) * Fraction(dice.randint(1, _PARTS - 1), _PARTS))
    return value


def _proven(stakes: Stakes, sets: Sequence[int]) -> Mapping[str, bool]:
    """Return who is surely in every unbeaten set, or surely in none; see `growth.fixed`."""
    try:
        arrays = Arrays.of(stakes)
    except GivenUp:
        return {}
    surely = fixed(stakes, arrays, Bounds.of(stakes, arrays, sets))
    return {stakes.ids[place]: is_in for place, is_in in surely.items()}


def _marked(one: CoreIndex, proven: Mapping[str, bool], weighs_cost: bool) -> CoreIndex:
    """
    Return the index with whether its standing is certain.

    A set that is best at a point from the inside is beaten by none, so that who is in one such set
    and not in another is borderline. With drawn budgets it might be beaten by a cheaper one.
    """
    if one.standing is CoreStanding.BORDERLINE:
        return attrs.evolve(one, is_proven=not weighs_cost)
    return attrs.evolve(one, is_proven=one.application in proven)
