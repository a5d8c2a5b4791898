"""
Finds every set that no other beats of generated fields, and tells time, sets and memory.

There is no open peer: RPM-Decisions and PROBE are closed. What is compared is what is known of
weights and scores, on the same fields.
"""

import random
from collections.abc import Callable
from typing import Any

TITLE = "Robust portfolios: sets that no other beats"
NEEDS = {"ours": ()}
CONTENDERS = {"ours": "ours"}
FIELDS = (
    (60, 3, "order", 0),
    (60, 5, "order", 0),
    (40, 3, "order", 1),
    (40, 5, "order", 1),
    (20, 3, "none", 0),
)
"""Applications, criteria, what is known of the weights, half points to either side of a score."""
QUICK = ((20, 3, "order", 0), (20, 3, "order", 1))
SEEDS = (1, 2, 3)
HARD = (40, 5, "order", 1, 5)
"""With seven thousand sets that no other beats."""
MOST_SECONDS = 60
SEED = 20_261_122
WAYS = {"order": "an order", "none": "nothing"}


def contender(
    name: str, quick: bool, count: int, criteria: int, weights: str, spread: int, seed: int
) -> Callable[[], list[int]]:
    """Return what finds the sets of a field that is ready, and gives their number and memory."""
    from fractions import Fraction

    from innokumppanuus.domain.core_index import BandedCandidate, RobustChoice
    from innokumppanuus.domain.money import Money
    from innokumppanuus.domain.score_bands import ScoreBand
    from innokumppanuus.domain.selection import Limits
    from innokumppanuus.domain.weights import WeightRegion
    from innokumppanuus.engine.stakes import stakes_of
    from innokumppanuus_selection.rpm.giving_up import GivenUp
    from innokumppanuus_selection.rpm.growth import grow

    dice = random.Random(f"{SEED} {count} {criteria} {seed}")
    items = [f"K{number}" for number in range(1, criteria + 1)]
    candidates = []
    for number in range(count):
        scores = {item: Fraction(dice.randint(0, 10)) for item in items}
        half = Fraction(spread, 2)
        band = ScoreBand(
            application=f"H{number:02}",
            least={item: max(Fraction(0), score - half) for item, score in scores.items()},
            most={item: min(Fraction(10), score + half) for item, score in scores.items()},
        )
        cost = Money.of(dice.randint(20, 100) * 100)
        candidates.append(BandedCandidate(application=band.application, band=band, cost=cost))
    total = sum(one.cost.cents for one in candidates)
    is_order = weights == "order"
    choice = RobustChoice(
        candidates=tuple(candidates),
        limits=Limits(budget=Money(total * 35 // 100)),
        region=WeightRegion.order([[item] for item in items])
        if is_order
        else WeightRegion.free(items),
    )

    def run() -> list[int]:
        try:
            grown = grow(stakes_of(choice), ())
        except GivenUp:
            return []
        return [len(grown.sets), grown.partial_sets, grown.memory_bytes]

    return run


def section(runs: Any, quick: bool) -> list[str]:
    """Return the table of all fields."""
    lines = [
        "Generated fields (seeded): whole scores 0–10, costs 2 000–10 000 €, a budget of 35 % of "
        "all costs. Where a field has too many partial sets the method gives up, and core indices "
        "are drawn and told to be: that is in the table, too. Each row is one field.",
        "",
        "| applications × criteria | known of weights | scores ± | CPU (s) | sets | "
        "most partial sets | their memory (MB) | process (MB) |",
        "|---|---|---|---|---|---|---|---|",
    ]
    fields = [(*field, seed) for field in (QUICK if quick else FIELDS) for seed in SEEDS]
    late = 0
    for count, criteria, weights, spread, seed in fields if quick else (*fields, HARD):
        ours = runs.timed(
            list(CONTENDERS),
            1,
            count=count,
            criteria=criteria,
            weights=weights,
            spread=spread,
            seed=seed,
        )["ours"]
        sets, partial, memory = ours.digest or ("gave up", "–", 0)
        late += not ours.digest or ours.best("cpu") > MOST_SECONDS
        held = f"{memory / 1e6:.1f}" if memory else "–"
        lines.append(
            f"| {count} × {criteria} | {WAYS[weights]} | {spread / 2} | "
            f"{ours.best('cpu'):.2f} | {sets} | {partial} | {held} | {ours.peak / 1e6:.0f} |"
        )
    told = "met" if not late else f"**not met** in {late}"
    return [*lines, "", f"- Each field within {MOST_SECONDS} s: {told}."]
