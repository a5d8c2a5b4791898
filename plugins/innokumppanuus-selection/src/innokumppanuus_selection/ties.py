"""One of all best sets, by stages of sums, however many best sets there are."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm

import attrs

from innokumppanuus_selection.domain import Constraint, Status
from innokumppanuus_selection.programme import Scale, scale_of, worth_terms
from innokumppanuus_selection.sets import Found, Sets


@attrs.define(kw_only=True)
class Ties:
    """
    The best sets that are left after some stages.

    Attributes:
        sets: Where they are looked for; nothing in them gets a part of its cost.
        best: One of them.
        scale: Values as the solver gets them.
        fixed: Columns that are the same in every best set.
        kept: What the stages so far demand.
        worse: Sets that the solver cannot tell from the best ones, and that are not.
    """

    sets: Sets
    best: Found
    scale: Scale
    fixed: Mapping[str, int]
    kept: list[Constraint] = attrs.field(factory=list)
    worse: list[Found] = attrs.field(factory=list)

    def left_by(self, stages: Sequence[Mapping[str, Fraction]]) -> Found | None:
        """Return the one set that the stages leave; None when more are left, or without proof."""
        for stage in stages:
            if all(name in self.fixed for name, one in stage.items() if one):
                continue  # It adds the same to every best set.
            whole = lcm(*(one.denominator for one in stage.values()))
            sums = {name: int(one * whole) for name, one in stage.items()}
            terms = {name: float(number) for name, number in sums.items()}
            one = self._best_by(terms)
            if one is None:
                return None
            self.best = one
            reached = sum(sums[name] for name in one.ids)
            self.kept.append(Constraint(terms=terms, least=reached - 0.5))
            if self._is_alone():
                return self.best
        return None

    def _is_alone(self) -> bool:
        """Return whether it is proven that no other set is left."""
        others = self.sets.others([self.best])
        programme = [self._floor(), *self.kept, *others, *self.sets.others(self.worse)]
        while True:
            solution = self.sets.solved({}, programme, self.fixed)
            if solution.status is not Status.OPTIMAL:
                return solution.status is Status.INFEASIBLE
            one = self.sets.reckoned(solution)
            if one.value == self.best.value:
                return False
            self.worse.append(one)
            programme += self.sets.others([one])

    def _best_by(self, gains: Mapping[str, float]) -> Found | None:
        while True:
            demands = [self._floor(), *self.kept, *self.sets.others(self.worse)]
            solution = self.sets.solved(gains, demands, self.fixed)
            if solution.status is not Status.OPTIMAL:
                return None
            one = self.sets.reckoned(solution)
            if one.value == self.best.value:
                return one
            self.worse.append(one)

    def _floor(self) -> Constraint:
        worth = worth_terms(self.sets.things, self.scale.gains)
        reached = self.sets.reached(worth, self.best)
        return Constraint(terms=worth, least=reached - self.scale.slack)


def settled(sets: Sets, stages: Sequence[Mapping[str, Fraction]]) -> Found | None:
    """
    Return the one best set that the stages leave; None when they leave more, or without proof.

    Args:
        sets: Where it is looked for. Where a part of a cost may do, nothing is settled: how the
            money is divided is no sum over applications.
        stages: What each thing adds to a set; the best sets of the highest sum stay.
    """
    if any(one.is_partial for one in sets.things.values()):
        return None
    listing = sets.listed(1, Fraction(0))
    if not listing.best or not listing.is_proven:
        return None
    best, scale = listing.best[0], scale_of(sets.things)
    fixed = sets.bound(scale).fixed(best.value * scale.factor)
    return Ties(sets=sets, best=best, scale=scale, fixed=fixed).left_by(stages)
