"""The choice of one call: who may be chosen at what cost, the best sets, how far they hold."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, SelectionPolicy
from innokumppanuus.domain.criteria import Weighting
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import (
    Candidate,
    GroupLimit,
    Limits,
    Optima,
    Portfolio,
    Proof,
    Selection,
)
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.believing import disbelief
from innokumppanuus.engine.funding import Dated, amount_of
from innokumppanuus.engine.limits import limits_of
from innokumppanuus.engine.precedence import Ties, ties_of
from innokumppanuus.engine.ranking import order_of, ranks
from innokumppanuus.engine.resolving import resolved, viable
from innokumppanuus.engine.robustness import Scores, corners
from innokumppanuus.engine.selection import BY_PEOPLE, break_ties
from innokumppanuus.engine.tie_stages import Stage, stages_of
from innokumppanuus.engine.weighting import Region, Weights, total
from innokumppanuus.plugin.interfaces import FundingScheme, Selector, SettlesTies, TakesByRank

_BESIDE: Final = "beside"
"""Id of the limit by which an application is put into every set."""


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
        viable: The smallest viable sum, by application that may get a part of its cost.
    """

    selector: Selector
    policy: SelectionPolicy
    limits: Limits
    costs: Mapping[str, Money]
    scores: Mapping[str, Mapping[str, Fraction]]
    ties: Ties = attrs.field(factory=Ties)
    viable: Mapping[str, Money] = attrs.field(factory=dict)

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
                least=self.viable.get(one),
                weights=weights,
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
        with_it = GroupLimit(id=_BESIDE, name=same(_BESIDE), members=(application,), least=1)
        field = self.candidates(weights)
        if not self.limits.is_plain or any(one.least is not None for one in field):
            limits = attrs.evolve(self.limits, groups=(*self.limits.groups, with_it))
            optima = self._selected(field, limits)
            candidate = next(one for one in field if one.application == application)
            sets = tuple(_without(one, candidate) for one in optima.portfolios)
            return None if optima.infeasible else attrs.evolve(optima, portfolios=sets, near=())
        cost, budget, maximum = self.costs[application], self.limits.budget, self.limits.maximum
        if (budget is not None and budget < cost) or maximum == 0:
            return None
        limits = Limits(
            budget=None if budget is None else budget - cost,
            maximum=None if maximum is None else maximum - 1,
        )
        return self._selected([one for one in field if one.application != application], limits)

    def made(self, weighting: Weighting, allowed: Region) -> Selection:
        """Return the choice with the representative weights, and where else it holds."""
        optima = self.optima(allowed.representative)
        field = self.candidates(allowed.representative)
        order = order_of(weighting, allowed.representative)
        chosen, decided_by = break_ties(optima, self.policy, field, order)
        if not optima.is_complete:
            chosen, decided_by = self._settled(optima, field, order)
        if optima.infeasible is not None:
            return Selection(chosen=None, optima=optima)
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

    def _settled(
        self, optima: Optima, field: Sequence[Candidate], order: Sequence[Sequence[str]]
    ) -> tuple[Portfolio | None, str]:
        """Return the set that the tie rules leave of all best ones, and the rule that decided."""
        stages: list[Stage] = []
        if optima.proof is Proof.UNPROVEN or not isinstance(self.selector, SettlesTies):
            return None, BY_PEOPLE
        for rule in self.policy.tie_rules:
            more = stages_of(rule, self.policy, field, order)
            if not more:
                return None, BY_PEOPLE
            stages += more
            one = self.selector.settle(field, self.limits, self.policy.options, tuple(stages))
            if one is not None:
                self._believe(Optima(portfolios=(one, *optima.portfolios[:1])), field, self.limits)
                return one, rule.value
        return None, BY_PEOPLE

    def _selected(self, field: Sequence[Candidate], limits: Limits) -> Optima:
        """Return what the selector gives, after looking that it keeps its word."""
        optima = self.selector.select(tuple(field), limits, self.policy.options)
        self._believe(optima, field, limits)
        return optima

    def _believe(self, optima: Optima, field: Sequence[Candidate], limits: Limits) -> None:
        by_id = {one.application: one for one in field}
        is_by_value = not self.is_by_rank
        wrong = disbelief(optima, by_id, limits, is_by_value, self.selector.key)
        if wrong is not None:
            raise wrong


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
    budget = limits_of(call).budget
    nothing = Money(0, budget.currency if budget else "EUR")
    costs = {}
    for one in sorted(applications, key=lambda one: one.id):
        cost = amount_of(one, call, scheme, dated) if one.id in scores else None
        if cost is not None or (one.id in scores and budget is None):
            costs[one.id] = cost or nothing
    candidates = [one for one in applications if one.id in costs]
    parts = {one.id: viable(call, one, costs[one.id]) for one in candidates}
    return Choice(
        selector=selector,
        policy=policy,
        limits=resolved(call, candidates),
        costs=costs,
        scores=scores,
        ties=ties_of(policy, applications, scores),
        viable={one: least for one, least in parts.items() if least is not None},
    )


def _without(one: Portfolio, candidate: Candidate) -> Portfolio:
    """Return the set without the candidate, with what the others are worth and cost."""
    award = one.awards.get(candidate.application, candidate.cost)
    return attrs.evolve(
        one,
        applications=tuple(id for id in one.applications if id != candidate.application),
        value=one.value - Award.of(candidate).worth(award.cents),
        cost=one.cost - award,
        awards={id: sum for id, sum in one.awards.items() if id != candidate.application},
    )
