"""Which applications belong to every choice that can be defended. It finds no sets."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.score_bands import ScoreBand
from innokumppanuus.domain.selection import Limits
from innokumppanuus.domain.weights import WeightRegion


class CoreStanding(StrEnum):
    """
    Standing of an application among unbeaten sets (asema dominoimattomissa salkuissa).

    `core` is in all of them, `exterior` in none, `borderline` in some.
    """

    CORE = "core"
    BORDERLINE = "borderline"
    EXTERIOR = "exterior"


@attrs.frozen(kw_only=True)
class BandedCandidate:
    """
    An application whose scores and cost are known between bounds (epävarma hakemus).

    Attributes:
        application: Id of the application.
        band: Between what its scores lie.
        cost: The most that it may cost; the limits are kept with this.
        least_cost: The least that it may cost; None when the cost is known exactly.
    """

    application: str
    band: ScoreBand
    cost: Money
    least_cost: Money | None = None


@attrs.frozen(kw_only=True)
class RobustChoice:
    """
    What is known of a choice, before any one vector of weights is picked (epävarma valinta).

    Attributes:
        candidates: Who may be chosen, sorted by id; each all or nothing.
        limits: Never broken.
        region: Weights that are allowed.
        weighs_cost: Whether a set must also be no cheaper to be beaten, so that the sets are those
            for every budget up to that of the limits.
    """

    candidates: tuple[BandedCandidate, ...]
    limits: Limits
    region: WeightRegion
    weighs_cost: bool = False


@attrs.frozen(kw_only=True)
class UnbeatenSet:
    """
    A set that no other one beats (dominoimaton salkku).

    Another set beats it when it is worth at least as much with all weights and scores that are
    possible, and more with some.

    Attributes:
        applications: Ids, sorted.
        least: Its lowest value over all weights and scores that are possible.
        most: Its highest value over the same.
        cost: The most that it may cost.
    """

    applications: tuple[str, ...]
    least: Fraction
    most: Fraction
    cost: Money


@attrs.frozen(kw_only=True)
class CoreIndex:
    """
    In how many of the sets that no other beats an application is (ydinindeksi).

    Attributes:
        application: Id of the application.
        share: Share of the sets, 0–1.
        standing: What the share comes to.
        is_proven: Whether the standing is certain; always when every set was found.
    """

    application: str
    share: Fraction
    standing: CoreStanding
    is_proven: bool = True


@attrs.frozen(kw_only=True)
class CoreIndices:
    """
    The sets that no other beats, and what they say of each application (ydinindeksit).

    Attributes:
        sets: By ids; none when the limits contradict.
        indices: One per candidate, by id.
        is_exact: Whether these are all the sets; else those that are best with some drawn weights.
        draws: How many weights were drawn; 0 when the sets are exact.
        seed: Of the draws.
        partial_sets: The most partial sets that were held at a time.
        memory_bytes: About how much memory they took; 0 when it was not reckoned.
    """

    sets: tuple[UnbeatenSet, ...]
    indices: tuple[CoreIndex, ...]
    is_exact: bool = True
    draws: int = 0
    seed: int = 0
    partial_sets: int = 0
    memory_bytes: int = 0

    def standing(self, application: str) -> CoreStanding:
        """Return how the application stands."""
        return next(one.standing for one in self.indices if one.application == application)

    def named(self, standing: CoreStanding) -> tuple[str, ...]:
        """Return the applications of that standing."""
        return tuple(one.application for one in self.indices if one.standing is standing)


@attrs.frozen(kw_only=True)
class Withdrawal:
    """
    What changes among the others when one that is not chosen withdraws (peruutuksen vaikutus).

    Attributes:
        selector: Key of the selection method.
        application: Who withdraws.
        before: Every best set with it there that does not hold it.
        after: Every best set without it.
        turned: Pairs whose order in the ranking turns: the first was above the second.
    """

    selector: str
    application: str
    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]
    turned: tuple[tuple[str, ...], ...] = ()

    @property
    def changes_choice(self) -> bool:
        """Whether other applications would be chosen."""
        return set(self.before) != set(self.after)


def standing_of(share: Fraction) -> CoreStanding:
    """Return what a share of the sets comes to."""
    if share == 1:
        return CoreStanding.CORE
    return CoreStanding.BORDERLINE if share else CoreStanding.EXTERIOR


def shares(sets: tuple[UnbeatenSet, ...], applications: tuple[str, ...]) -> Mapping[str, Fraction]:
    """Return in what share of the sets each application is; 0 when there are no sets."""
    count = len(sets) or 1
    return {
        one: Fraction(sum(one in each.applications for each in sets), count) for one in applications
    }
