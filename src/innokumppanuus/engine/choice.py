"""The choice of one call: who may be chosen at what cost, the best sets, how far they hold."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, SelectionPolicy
from innokumppanuus.domain.criteria import Weighting
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits, Optima, Portfolio, Selection
from innokumppanuus.engine.funding import Dated, amount_of
from innokumppanuus.engine.limits import limits_of
from innokumppanuus.engine.precedence import Ties, ties_of
from innokumppanuus.engine.ranking import order_of, ranks
from innokumppanuus.engine.robustness import Scores, corners
from innokumppanuus.engine.selection import break_ties, portfolio
from innokumppanuus.engine.weighting import Region, Weights, total
from innokumppanuus.errors import SelectionError
from innokumppanuus.plugin.interfaces import FundingScheme, Selector, TakesByRank


@attrs.frozen(kw_only=True)
class Choice:
    """
    Everything a choice is made from; it can be made again with other weights.

    Attributes:
        selector: The method.
        policy: Its settings and the tie rules.
        limits: Never broken.
        costs: What each would get, by application; those who may be chosen, sorted.
        scores: Score by application and item.
        ties: What parts equal totals.
    """

    selector: Selector
    policy: SelectionPolicy
    limits: Limits
    costs: Mapping[str, Money]
    scores: Mapping[str, Mapping[str, Fraction]]
    ties: Ties = attrs.field(factory=Ties)

    @property
    def is_by_rank(self) -> bool:
        """Whether the method takes applications by their rank, whatever the sum of totals."""
        return isinstance(self.selector, TakesByRank) and self.selector.takes_by_rank

    def candidates(self, weights: Weights) -> tuple[Candidate, ...]:
        """Return those who may be chosen, sorted by id, valued and ranked with *weights*."""
        values = {one: total(weights, items) for one, items in self.scores.items()}
        places = ranks(self.ties.order(values)[0])
        return tuple(
            Candidate(
                application=one,
                value=values[one],
                rank=places[one],
                cost=cost,
                scores=self.scores[one],
            )
            for one, cost in self.costs.items()
        )

    def optima(self, weights: Weights) -> Optima:
        """Return every best set with *weights*; raise SelectionError when one is none."""
        return self._selected(self.candidates(weights), self.limits)

    def optima_with(self, application: str, weights: Weights) -> Optima | None:
        """
        Return every best set of the others beside *application*; None when it cannot fit.

        The sets do not name the application itself.
        """
        cost, budget, maximum = self.costs[application], self.limits.budget, self.limits.maximum
        if (budget is not None and budget < cost) or maximum == 0:
            return None
        limits = Limits(
            budget=None if budget is None else budget - cost,
            maximum=None if maximum is None else maximum - 1,
        )
        others = [one for one in self.candidates(weights) if one.application != application]
        return self._selected(others, limits)

    def made(self, weighting: Weighting, allowed: Region) -> Selection:
        """Return the choice with the representative weights, and where else it holds."""
        optima = self.optima(allowed.representative)
        field = self.candidates(allowed.representative)
        chosen, decided_by = break_ties(optima, self.policy, field, order_of(weighting))
        at_corners = corners(allowed, lambda weights: self.optima(weights).portfolios, chosen)
        budget = self.limits.budget
        return Selection(
            chosen=chosen,
            optima=optima,
            decided_by=decided_by,
            left=budget - chosen.cost if chosen and budget else None,
            corners=at_corners if len(at_corners) > 1 else (),
            is_robust=all(one.holds for one in at_corners),
        )

    def _selected(self, field: Sequence[Candidate], limits: Limits) -> Optima:
        """Return what the selector gives, after looking that it keeps its word."""
        optima = self.selector.select(tuple(field), limits, self.policy.options)
        by_id = {one.application: one for one in field}
        for one in optima.portfolios:
            told = _untrue(one, by_id, limits)
            if told:
                raise SelectionError(
                    f"The selection method '{self.selector.key}' gave the set "
                    f"{', '.join(one.applications) or 'of nobody'}, which {told}. "
                    f"Name another method in the rule set, or tell its author."
                )
        if len({one.value for one in optima.portfolios}) != 1 and not self.is_by_rank:
            raise SelectionError(
                f"The selection method '{self.selector.key}' must give one or more sets of the "
                f"same value. Name another method in the rule set, or tell its author."
            )
        return optima


def choice_of(
    call: Call,
    policy: SelectionPolicy,
    applications: Iterable[Application],
    scores: Scores,
    selector: Selector,
    scheme: FundingScheme,
    dated: Dated = MappingProxyType({}),
) -> Choice:
    """
    Return what the choice is made from.

    Those whose cost cannot be told are left out when there is a budget to keep.
    """
    applications = tuple(applications)
    limits = limits_of(call)
    nothing = Money(0, limits.budget.currency if limits.budget else "EUR")
    costs = {}
    for one in sorted(applications, key=lambda one: one.id):
        cost = amount_of(one, call, scheme, dated) if one.id in scores else None
        if cost is not None or (one.id in scores and limits.budget is None):
            costs[one.id] = cost or nothing
    return Choice(
        selector=selector,
        policy=policy,
        limits=limits,
        costs=costs,
        scores=scores,
        ties=ties_of(policy, applications, scores),
    )


def _untrue(one: Portfolio, field: Mapping[str, Candidate], limits: Limits) -> str:
    """Return what is wrong with a set that a selector gives; empty when nothing is."""
    if len(set(one.applications)) < len(one.applications) or not set(one.applications) <= set(
        field
    ):
        return "names an application twice, or one that is no candidate"
    true = portfolio(field[member] for member in one.applications)
    if limits.maximum is not None and len(one.applications) > limits.maximum:
        return f"has {len(one.applications)} members and may have {limits.maximum}"
    if limits.budget is not None and one.applications and true.cost > limits.budget:
        return f"costs {true.cost}, and the budget is {limits.budget}"
    if one.applications and (true.applications, true.value, true.cost) != (
        one.applications,
        one.value,
        one.cost,
    ):
        return "is not told with its own sorted members, value and cost"
    return ""
