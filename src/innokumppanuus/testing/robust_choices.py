"""Random small choices with uncertain weights, scores and costs, under every kind of limit."""

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction

from innokumppanuus.domain.core_index import BandedCandidate, RobustChoice
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.score_bands import ScoreBand
from innokumppanuus.domain.selection import Limits
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.testing.portfolios import a_field


def a_banded(
    id: str,
    scores: Mapping[str, int | Fraction],
    cents: int,
    spread: int | Fraction = 0,
    least_cents: int | None = None,
) -> BandedCandidate:
    """Return a candidate whose scores may be lower or higher by *spread*."""
    return BandedCandidate(
        application=id,
        band=ScoreBand(
            application=id,
            least={item: Fraction(score) - spread for item, score in scores.items()},
            most={item: Fraction(score) + spread for item, score in scores.items()},
        ),
        cost=Money(cents),
        least_cost=None if least_cents is None else Money(least_cents),
    )


def a_robust_choice(
    candidates: Sequence[BandedCandidate],
    cents: int | None = None,
    region: WeightRegion | None = None,
    weighs_cost: bool = False,
) -> RobustChoice:
    """Return a choice within the budget, of whose weights nothing is known unless said."""
    return RobustChoice(
        candidates=tuple(candidates),
        limits=Limits(budget=None if cents is None else Money(cents)),
        region=region or WeightRegion.free(tuple(candidates[0].band.least)),
        weighs_cost=weighs_cost,
    )


def a_random_choice(dice: random.Random, most: int = 7) -> RobustChoice:
    """Return a choice of at most *most* candidates, with limits that may contradict."""
    field, limits = a_field(dice, most)
    items = [f"K{number}" for number in range(dice.randint(1, 3))]
    has_bands, has_costs = dice.random() < 0.5, dice.random() < 0.3
    return RobustChoice(
        candidates=tuple(
            BandedCandidate(
                application=one.application,
                band=_band(dice, one.application, items, has_bands),
                cost=one.cost,
                least_cost=Money(max(0, one.cost.cents - 1)) if has_costs else None,
            )
            for one in field
        ),
        limits=limits,
        region=_region(dice, items),
        weighs_cost=dice.random() < 0.3,
    )


def _band(
    dice: random.Random, application: str, items: Sequence[str], has_bands: bool
) -> ScoreBand:
    least = {item: Fraction(dice.randint(-1, 5), dice.choice([1, 2, 3])) for item in items}
    widths = {item: Fraction(dice.randint(0, 2) if has_bands else 0, 2) for item in items}
    most = {item: low + widths[item] for item, low in least.items()}
    return ScoreBand(application=application, least=least, most=most)


def _region(dice: random.Random, items: Sequence[str]) -> WeightRegion:
    kind = dice.randint(0, 2)
    if kind == 0:
        return WeightRegion.free(items)
    if kind == 1:
        return WeightRegion.order([[item] for item in items])
    return WeightRegion.exact({item: Fraction(dice.randint(1, 5)) for item in items})
