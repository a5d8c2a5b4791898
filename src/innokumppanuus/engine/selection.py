"""The exact choice of a small field: every best set within the limits, and named tie rules."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import islice
from math import lcm

import attrs

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import total
from innokumppanuus.domain.selection import Candidate, Limits, Optima, Portfolio
from innokumppanuus.engine.exact import exact_optima, gap_of
from innokumppanuus.engine.fronts import Fronts
from innokumppanuus.engine.precedence import lot
from innokumppanuus.engine.tie_stages import in_lot_order
from innokumppanuus.errors import TooManyApplications
from innokumppanuus.plugin.interfaces import Form

MOST_CANDIDATES = 100
MOST_LISTED = 10_000
BY_PEOPLE = "people"


@attrs.frozen
class ExactSum:
    """
    The sets with the highest sum of totals within the limits (paras yhteispistemäärä), all of them.

    Sets that another one beats in cost, number and value at once are left out as they grow, in
    whole numbers; the best sets are then read back from the end.

    Source:
        Nemhauser, Ullmann (1969), Discrete dynamic programming and capital allocation, Management
        Science 15.
    """

    key: str = "exact_sum"
    name: Label = Label(
        "Suurin yhteispistemäärä rajoissa",
        "Högsta sammanlagda poäng inom gränserna",
        "Highest sum of totals within the limits",
    )

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """
        See `plugin.interfaces.Selector`. Lists at most 10 000 sets.

        Takes at most 100 candidates; at most 30 when there are limits beside the budget and the
        maximum, partial funding, or a gap.
        """
        gap = gap_of(options)
        if gap or not limits.is_plain or any(one.least is not None for one in candidates):
            return exact_optima(candidates, limits, MOST_LISTED, gap)
        if len(candidates) > MOST_CANDIDATES:
            raise TooManyApplications(len(candidates), MOST_CANDIDATES)
        scale = lcm(1, *(one.value.denominator for one in candidates))
        ordered = sorted(candidates, key=lambda one: (-one.value, one.cost.cents, one.application))
        fronts = Fronts(
            values=tuple(int(one.value * scale) for one in ordered),
            costs=tuple(one.cost.cents for one in ordered),
            money=limits.budget.cents if limits.budget else None,
            places=len(ordered) if limits.maximum is None else min(limits.maximum, len(ordered)),
        )
        found = list(islice(fronts.best_sets(), MOST_LISTED + 1))
        sets = [tuple(ordered[i] for i in one) for one in found[:MOST_LISTED]]
        portfolios = sorted((portfolio(one) for one in sets), key=lambda one: one.applications)
        return Optima(portfolios=tuple(portfolios), is_complete=len(found) <= MOST_LISTED)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """See `plugin.interfaces.ChecksOptions`: there is `gap`, a share of the best value."""
        gap_of(options)


def portfolio(members: Iterable[Candidate]) -> Portfolio:
    """Return the set of *members* with its value and cost."""
    chosen = sorted(members, key=lambda one: one.application)
    currency = chosen[0].cost.currency if chosen else "EUR"
    return Portfolio(
        applications=tuple(one.application for one in chosen),
        value=sum((one.value for one in chosen), Fraction(0)),
        cost=total((one.cost for one in chosen), currency),
    )


def break_ties(
    optima: Optima,
    policy: SelectionPolicy,
    candidates: Iterable[Candidate],
    order: Sequence[Sequence[str]],
) -> tuple[Portfolio | None, str]:
    """
    Return the set that the tie rules leave and the rule that decided.

    Args:
        optima: Every best set.
        policy: Names the tie rules, in their order, and the seed of the lottery.
        candidates: Everyone who could be chosen.
        order: Items from the most to the least important; a group counts together.

    Returns:
        The set and `""` when there is one optimum; the set and the rule's name when a rule leaves
        one; None and `people` when none does, or when the optima are not all listed.
    """
    left = list(optima.portfolios)
    if len(left) <= 1 and optima.is_complete:
        return (left[0] if left else None), ""
    if not optima.is_complete:
        return None, BY_PEOPLE
    field = tuple(candidates)
    scores = {one.application: one.scores for one in field}
    drawn = in_lot_order(policy.lottery_seed, field)
    rules: dict[str, Callable[[Portfolio], object]] = {
        "criteria_order": partial(_by_importance, scores=scores, order=order),
        "lower_cost": lambda one: one.cost.cents,
        "lottery": lambda one: lot(policy.lottery_seed, one.applications),
        "lottery_in_order": lambda one: [name not in one.applications for name in drawn],
    }
    for name in policy.tie_rules:
        keyed = [(rules[name](one), one) for one in left]
        best = min(key for key, _ in keyed)  # type: ignore[type-var]
        left = [one for key, one in keyed if key == best]
        if len(left) == 1:
            return left[0], name
    return None, BY_PEOPLE


def _by_importance(
    one: Portfolio,
    scores: Mapping[str, Mapping[str, Fraction]],
    order: Sequence[Sequence[str]],
) -> tuple[Fraction, ...]:
    return tuple(
        -sum((scores[member][item] for member in one.applications for item in group), Fraction(0))
        for group in order
    )
