"""Totals and ranks of the applications that can be compared. No money and no choice."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from innokumppanuus.domain.assessment import Assessment
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.decision import Screening, is_below
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.precedence import TieOrder
from innokumppanuus.domain.selection import Ranked
from innokumppanuus.engine.precedence import Order, Ties
from innokumppanuus.engine.robustness import Scores, rank_ranges
from innokumppanuus.engine.weighting import Region, Weights, total


@attrs.frozen(kw_only=True)
class Ranking:
    """Where each application stands, best first, and how ties were decided; None without steps."""

    ranked: tuple[Ranked, ...] = ()
    ties: TieOrder | None = None


def comparable(
    call: Call, screenings: Iterable[Screening], assessments: Iterable[Assessment]
) -> dict[str, Mapping[str, Fraction]]:
    """Return the scores of those that met every rule, lack nothing and reach the thresholds."""
    met = {one.application for one in screenings if one.verdict is Verdict.MET}
    return {
        one.application: {item.item: item.score for item in one.items if item.score is not None}
        for one in assessments
        if one.application in met and one.is_complete and not is_below(call, one)
    }


def rank(scores: Scores, allowed: Region) -> tuple[Ranked, ...]:
    """Return where each application stands: best first, equal ones by id."""
    return ranking(scores, allowed).ranked


def ranking(scores: Scores, allowed: Region, ties: Ties | None = None) -> Ranking:
    """
    Return where each application stands, best first, and how ties were decided.

    Args:
        scores: Of those that are compared, by application.
        allowed: The weights; totals are made with the representative ones.
        ties: What parts equal totals; what is left equal shares its rank, by id.
    """
    values = {one: total(allowed.representative, items) for one, items in scores.items()}
    ranges = rank_ranges(scores, allowed)
    order, decided = (ties or Ties()).order(values)
    places = ranks(order)
    return Ranking(
        ranked=tuple(
            Ranked(
                application=one,
                value=values[one],
                rank=places[one],
                best=ranges[one][0],
                worst=ranges[one][1],
            )
            for place in order
            for one in place
        ),
        ties=decided if ties is not None and ties.steps else None,
    )


def ranks(order: Order) -> dict[str, int]:
    """Return the rank of each: 1 + how many stand in earlier groups."""
    found: dict[str, int] = {}
    for place in order:
        found.update(dict.fromkeys(place, len(found) + 1))
    return found


def order_of(weighting: Weighting, used: Weights | None = None) -> tuple[tuple[str, ...], ...]:
    """
    Return the items from the most to the least important; equal weights make a group.

    Args:
        weighting: With an order or without.
        used: The weights that totals are made with; where no order is stated they tell it. None
            takes those that the weighting gives.
    """
    if weighting.kind is WeightingKind.ORDER:
        return weighting.order
    weights = weighting.weights if used is None else used
    return tuple(
        tuple(item for item, weight in sorted(weights.items()) if weight == level)
        for level in sorted(set(weights.values()), reverse=True)
    )
