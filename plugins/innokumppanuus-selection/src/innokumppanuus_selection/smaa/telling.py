"""How robust a decision is to its weights and scores, as one result for people."""

import contextlib
from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.acceptability import Acceptabilities, SetShare, SetShares
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.score_bands import Spread
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.acceptability import acceptabilities as exactly
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.engine.ranking import comparable, order_of
from innokumppanuus.engine.score_bands import bands_of
from innokumppanuus.errors import InvalidValue, TooManyCells
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_selection.smaa.alternatives import Drawing, acceptabilities, equal_ones
from innokumppanuus_selection.smaa.scores import Scores, normal, sure, uniform
from innokumppanuus_selection.smaa.sets import MOST_LISTED, SUMS, portfolio_shares

MOST_EXACT: Final = 6
"""Fields of so many applications, with as many criteria at most, are reckoned exactly."""
SOLVES: Final = 200


class Known(StrEnum):
    """What is taken to be known of the weights: what the call states, its order only, nothing."""

    STATED = "stated"
    ORDER = "order"
    NONE = "none"


@attrs.frozen(kw_only=True)
class Robustness:
    """
    How far a decision rests on its weights and scores (päätöksen kestävyys).

    Attributes:
        region: The weights that were looked at.
        spread: How far scores were taken to lie apart, for the ranks.
        ranks: Of every application that is compared.
        sets: With what part of the weights each set wins; None when nothing is chosen.
        chosen: The set that the decision proposes; None when it proposes none.
        is_contradictory: Whether no set keeps the limits, so that none can win.
        equals: Sets that are equally good with all weights and so share their part evenly; of
            those that win, for methods that go by the sum of totals.
    """

    region: WeightRegion
    spread: Spread
    ranks: Acceptabilities
    sets: SetShares | None
    chosen: tuple[str, ...] | None
    is_contradictory: bool = False
    equals: tuple[tuple[SetShare, ...], ...] = ()


def robustness(
    decision: Decision,
    plugins: Plugins,
    drawing: Drawing,
    *,
    known: Known = Known.STATED,
    spread: Spread = Spread.EXACT,
    solves: int = SOLVES,
    pace: Pace = unwatched,
) -> Robustness | None:
    """
    Return how robust the decision is; None when nothing is compared in it.

    Args:
        decision: With assessments.
        plugins: That it was made with.
        drawing: How weights are drawn where shares are not exact.
        known: What is taken to be known of the weights.
        spread: How far scores are taken to lie apart; sets are reckoned with the scores alone.
        solves: How many draws are solved where the sets of a field cannot be listed.
        pace: Told of batches or draws.
    """
    call = decision.call
    if call.assessment is None:
        return None
    scores = comparable(call, decision.screenings, decision.assessments)
    if not scores:
        return None
    region = region_of(decision, known)
    compared = [one for one in decision.assessments if one.application in scores]
    given: Scores = sure(scores, region.items)
    if spread is not Spread.EXACT:
        bands = bands_of(call, compared, spread)
        given = (uniform if spread is Spread.RANGE else normal)(bands, region.items)
    ranks = None
    if given.is_sure and max(len(scores), len(region.items)) <= MOST_EXACT:
        with contextlib.suppress(TooManyCells, InvalidValue):  # too many parts: draw instead
            ranks = exactly(scores, region, pace)
    if ranks is None:
        equals = equal_ones(scores, region) if given.is_sure else ()
        ranks = acceptabilities(sorted(scores), given, region, drawing, pace, equals)
    choice = choice_in(decision, plugins)
    sets = None if choice is None else _sets(choice, decision, region, drawing, solves, pace)
    is_sum = choice is not None and choice.selector.key in SUMS and not choice.viable
    selection = decision.selection
    portfolio = selection.chosen if selection else None
    return Robustness(
        region=region,
        spread=spread,
        ranks=ranks,
        sets=sets,
        chosen=None if portfolio is None else portfolio.applications,
        is_contradictory=selection is not None and selection.optima.infeasible is not None,
        equals=_equal_sets(sets.sets, scores, region) if sets is not None and is_sum else (),
    )


def _equal_sets(
    sets: Sequence[SetShare], scores: Mapping[str, Mapping[str, Fraction]], region: WeightRegion
) -> tuple[tuple[SetShare, ...], ...]:
    """Return the sets whose sums of totals are the same with all weights of the region."""
    width = len(str(len(sets)))
    sums = {
        f"{place:0{width}}": {
            item: sum((scores[one][item] for one in each.applications), Fraction(0))
            for item in region.items
        }
        for place, each in enumerate(sets)
    }
    return tuple(tuple(sets[at] for at in places) for places in equal_ones(sums, region))


def region_of(decision: Decision, known: Known) -> WeightRegion:
    """Return the weights that are possible when so much is known; the call has an assessment."""
    policy = decision.call.assessment
    assert policy is not None
    items = [item.id for item in decision.call.scored()]
    if known is Known.NONE:
        return WeightRegion.free(items)
    if known is Known.ORDER:
        return WeightRegion.order(order_of(policy.weighting, decision.weights)).over(items)
    return WeightRegion.of(policy.weighting, items)


def _sets(
    choice: Choice,
    decision: Decision,
    region: WeightRegion,
    drawing: Drawing,
    solves: int,
    pace: Pace,
) -> SetShares | None:
    selection = decision.selection
    if selection is None or selection.optima.infeasible is not None:
        return None
    is_listed = len(choice.costs) <= MOST_LISTED and not choice.viable
    count = drawing.count if is_listed else min(solves, drawing.count)
    return portfolio_shares(choice, region, attrs.evolve(drawing, count=count), pace)
