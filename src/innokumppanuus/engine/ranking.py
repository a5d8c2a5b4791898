"""Totals and ranks of the applications that can be compared. No money and no choice."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from innokumppanuus.domain.assessment import Assessment
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.selection import Ranked
from innokumppanuus.engine.robustness import Scores, rank_ranges
from innokumppanuus.engine.weighting import Region, total


def comparable(
    call: Call, screenings: Iterable[Screening], assessments: Iterable[Assessment]
) -> dict[str, Mapping[str, Fraction]]:
    """Return the scores of those that met every rule, lack nothing and reach the thresholds."""
    met = {one.application for one in screenings if one.verdict is Verdict.MET}
    return {
        one.application: {item.item: item.score for item in one.items if item.score is not None}
        for one in assessments
        if one.application in met and one.is_complete and not one.below(call.thresholds())
    }


def rank(scores: Scores, allowed: Region) -> tuple[Ranked, ...]:
    """Return where each application stands: best first, equal ones by id."""
    values = {one: total(allowed.representative, items) for one, items in scores.items()}
    ranges = rank_ranges(scores, allowed)
    ranked = [
        Ranked(
            application=one,
            value=value,
            rank=1 + sum(other > value for other in values.values()),
            best=ranges[one][0],
            worst=ranges[one][1],
        )
        for one, value in values.items()
    ]
    return tuple(sorted(ranked, key=lambda one: (one.rank, one.application)))


def order_of(weighting: Weighting) -> tuple[tuple[str, ...], ...]:
    """Return the items from the most to the least important; equal weights make a group."""
    if weighting.kind is WeightingKind.ORDER:
        return weighting.order
    return tuple(
        tuple(item for item, weight in sorted(weighting.weights.items()) if weight == level)
        for level in sorted(set(weighting.weights.values()), reverse=True)
    )
