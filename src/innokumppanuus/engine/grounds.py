"""What the explanations of a choice stand on: its field, limits, set and scales. No questions."""

from collections.abc import Mapping
from fractions import Fraction

import attrs

from innokumppanuus.domain.criteria import Factor
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits, Portfolio
from innokumppanuus.engine.best_sets import BestSets
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.engine.weighting import Weights, total
from innokumppanuus.plugin.manager import Plugins


@attrs.frozen(kw_only=True)
class Grounds:
    """
    A choice and what answers questions about it.

    Attributes:
        field: Those who may be chosen, sorted by id.
        limits: Of the choice.
        chosen: The chosen set; the first of the best ones when people are to decide.
        weights: With which totals were made.
        bottoms: Lowest score by item.
        tops: Highest score by item.
        thresholds: Score that is enough, by item that has one.
        total_threshold: Sum of scores that is enough; None sets none.
        self_scored: Items that get the top or the bottom by themselves.
        sets: Answers.
    """

    field: tuple[Candidate, ...]
    limits: Limits
    chosen: Portfolio
    weights: Weights
    bottoms: Mapping[str, Fraction] = attrs.field(factory=dict)
    tops: Mapping[str, Fraction] = attrs.field(factory=dict)
    thresholds: Mapping[str, Fraction] = attrs.field(factory=dict)
    total_threshold: Fraction | None = None
    self_scored: frozenset[str] = frozenset()
    sets: BestSets

    def candidate(self, application: str) -> Candidate:
        return next(one for one in self.field if one.application == application)

    def replaced(self, changed: Candidate) -> tuple[Candidate, ...]:
        """Return the field with one of it changed."""
        return tuple(
            changed if one.application == changed.application else one for one in self.field
        )

    def weighed(self, weights: Weights) -> tuple[Candidate, ...]:
        """Return the field with totals made with other weights."""
        return tuple(attrs.evolve(one, value=total(weights, one.scores)) for one in self.field)

    def scores_of(self, one: Portfolio) -> Mapping[str, Fraction]:
        """Return the sum of scores by item; of a part of a cost the same part of the scores."""
        by_id = {each.application: each for each in self.field}
        found = dict.fromkeys(self.weights, Fraction(0))
        for id in one.applications:
            part = part_of(one, by_id[id])
            for item in found:
                found[item] += part * by_id[id].scores[item]
        return found

    @property
    def currency(self) -> str:
        return self.field[0].cost.currency if self.field else "EUR"

    def money(self, cents: int) -> Money:
        return Money(cents, self.currency)


def grounds_of(decision: Decision, plugins: Plugins, sets: BestSets) -> Grounds | None:
    """Return the grounds; None when there is no choice by the sum of totals to explain."""
    choice = choice_in(decision, plugins)
    return None if choice is None else grounds_in(decision, choice, sets)


def grounds_in(decision: Decision, choice: Choice, sets: BestSets) -> Grounds | None:
    """Return the same for a choice that is at hand."""
    selection, call = decision.selection, decision.call
    if selection is None or choice.is_by_rank or call.assessment is None:
        return None
    if not selection.optima.portfolios:
        return None
    scored = list(call.scored())
    return Grounds(
        field=choice.candidates(decision.weights),
        limits=choice.limits,
        chosen=selection.chosen or selection.optima.portfolios[0],
        weights=decision.weights,
        bottoms={one.id: call.scale_of(one).bottom for one in scored},
        tops={one.id: call.scale_of(one).top for one in scored},
        thresholds=call.thresholds(),
        total_threshold=call.assessment.total_threshold,
        self_scored=frozenset(one.id for one in scored if isinstance(one, Factor) and one.when),
        sets=sets,
    )


def part_of(one: Portfolio, candidate: Candidate) -> Fraction:
    """Return the part of its cost that a member of the set gets, 0–1."""
    award = one.awards.get(candidate.application)
    if award is None or not candidate.cost.cents:
        return Fraction(1)
    return Fraction(award.cents, candidate.cost.cents)
