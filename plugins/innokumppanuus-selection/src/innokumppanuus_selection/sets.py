"""Every best set and those near it, one after another, each reckoned again in whole numbers."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

import attrs

from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.engine.awards import Award, divided
from innokumppanuus.engine.rows import Row
from innokumppanuus.errors import SelectionError
from innokumppanuus_selection.domain import Constraint, Programme, Solution, Solver, Status
from innokumppanuus_selection.enumeration import MOST_STEPS, solutions
from innokumppanuus_selection.narrowing import Bound, bound_of, more_of, without
from innokumppanuus_selection.programme import (
    Scale,
    exact_gains,
    members,
    part_of,
    programme_of,
    scale_of,
    worth_terms,
)

_CORE: Final = 25
_CORE_OF: Final = 40
"""So many applications, and one of so many, are decided first; see `highest`."""

_MOST_BESIDE: Final = 50
"""So many sets that look as good as the best are looked through where values are rounded."""

_MANY_STEPS: Final = 5 * MOST_STEPS
"""Worth trying where the solver would be asked three times."""

_NOTHING: Final[Mapping[str, int]] = MappingProxyType({})


@attrs.frozen(kw_only=True)
class Found:
    """
    A set that a solver found, reckoned again.

    Attributes:
        ids: Sorted.
        value: Exact.
        cents: What each gets.
    """

    ids: tuple[str, ...]
    value: Fraction
    cents: Mapping[str, int]


@attrs.frozen(kw_only=True)
class Listing:
    """
    The sets that were found.

    Attributes:
        best: Of the highest value, by ids.
        near: Below it by at most the gap, best first and then by ids.
        is_complete: Whether those are all the best ones.
        is_near_complete: Whether those are all the near ones.
        is_proven: Whether the solver has proven that nothing is better.
    """

    best: tuple[Found, ...] = ()
    near: tuple[Found, ...] = ()
    is_complete: bool = True
    is_near_complete: bool = True
    is_proven: bool = True


@attrs.frozen(kw_only=True)
class Sets:
    """
    Where sets are looked for.

    Attributes:
        things: What may be taken, by id, sorted, so that the order of a file decides nothing.
        rows: Kept by every set.
        solver: Finds sets.
        seconds: Time for one solution; None is no end.
        pace: Told of the sets found, before the solver is asked for another one.
    """

    things: Mapping[str, Award]
    rows: tuple[Row, ...]
    solver: Solver
    seconds: float | None = None
    pace: Pace = unwatched

    def listed(self, most: int, gap: Fraction) -> Listing:
        """
        Return the best sets, at most *most* of them and of the near ones; none when nothing fits.

        Args:
            most: How many sets of each kind are listed.
            gap: How far below the best a near set may be, as a share of the best value.
        """
        scale = scale_of(self.things)
        self._tell(0, most)
        bound = self.bound(scale)
        solution = self.highest(scale, bound)
        if solution.status is not Status.OPTIMAL:
            return Listing(is_proven=solution.status is Status.INFEASIBLE)
        found = [self.reckoned(solution)]
        listing = self._all_best(found, scale, most, bound)
        if not listing.is_complete or not gap:
            return attrs.evolve(listing, is_near_complete=not gap)
        return self._with_near(listing, scale, most, gap, bound)

    def bound(self, scale: Scale) -> Bound:
        """Return what no set is worth more than, and what it loses by each application."""
        programme = programme_of(self.things, self.rows, scale.gains)
        return bound_of(programme, exact_gains(self.things, scale.factor), self.seconds)

    def highest(self, scale: Scale, bound: Bound) -> Solution:
        """
        Return a set of the highest value on the scale.

        Those whose price is near their value are decided first, with all others as their price has
        it; where the bound does not prove that the others are right so, those in doubt are decided
        again together.
        """
        core = bound.but_nearest(self._core)
        first = self.solved(scale.gains, fixed=core)
        if not core:
            return first
        if first.status is not Status.OPTIMAL:
            return self.solved(scale.gains)
        decided = bound.fixed(self.reckoned(first).value * scale.factor)
        if core.keys() <= decided.keys():
            return first
        return self.solved(scale.gains, fixed=decided)

    @property
    def _core(self) -> int:
        return _CORE + len(self.things) // _CORE_OF

    def all_highest(self, scale: Scale, bound: Bound) -> tuple[Found, ...] | None:
        """
        Return every set of the highest value, by ids, without the solver.

        None when that takes too long, and when none is near what the bound allows.
        """
        near = bound.near(self._core) / scale.factor
        found = self.worth_at_least(near, scale, bound, best=1, steps=_MANY_STEPS)
        return tuple(one for one in found if one.value == found[0].value) if found else None

    def worth_at_least(
        self,
        lowest: Fraction,
        scale: Scale,
        bound: Bound,
        best: int | None = None,
        steps: int = MOST_STEPS,
    ) -> tuple[Found, ...] | None:
        """
        Return every set worth *lowest* or more; None when that takes too long.

        Args:
            lowest: In points.
            scale: Of the values.
            bound: On that scale.
            best: Sets below so many best ones may be left out; None leaves none out.
            steps: So much is tried.
        """
        programme = programme_of(self.things, self.rows, scale.gains)
        found = solutions(programme, bound, lowest * scale.factor, best, steps)
        if found is None:
            return None
        sets = (self.reckoned(Solution(status=Status.OPTIMAL, values=one)) for one in found)
        return _sorted(one for one in sets if one.value >= lowest)

    def _all_best(self, found: list[Found], scale: Scale, most: int, bound: Bound) -> Listing:
        """Return the best sets; another one is looked for until there is proof of none."""
        every = self.worth_at_least(found[0].value, scale, bound, best=1)
        if every is not None:
            equal = tuple(one for one in every if one.value == every[0].value)
            return Listing(best=equal[:most], is_complete=len(equal) <= most)
        worth = worth_terms(self.things, scale.gains)
        fixed = bound.fixed(found[0].value * scale.factor)
        floor = Constraint(terms=worth, least=self.reached(worth, found[0]) - scale.slack)
        # Nothing is maximised here: that there is no other such set is sooner proven so.
        programme = self.programme({}, [floor, *self.others(found)], fixed)
        while True:
            self._tell(len(found), most)
            solution = self.answered(programme, fixed)
            equal = _sorted(one for one in found if one.value == _best(found).value)
            if solution.status is Status.INFEASIBLE:
                return Listing(best=equal[:most], is_complete=len(equal) <= most)
            if solution.status is Status.UNPROVEN:
                return Listing(best=equal[:most], is_complete=False, is_proven=False)
            found.append(self.reckoned(solution))
            equal = _sorted(one for one in found if one.value == _best(found).value)
            is_past = len(found) > most + _MOST_BESIDE
            if len(equal) > most and (scale.is_exact or is_past):
                # Where values are rounded, a better set may hide among those that look equal.
                return Listing(best=equal[:most], is_complete=False, is_proven=scale.is_exact)
            programme = more_of(programme, self.others(found[-1:]), fixed)

    def _with_near(
        self, listing: Listing, scale: Scale, most: int, gap: Fraction, bound: Bound
    ) -> Listing:
        """Return the best sets with those near them, which the solver gives best first."""
        value = listing.best[0].value
        lowest = value - abs(value) * gap
        wanted = len(listing.best) + most + 1
        every = self.worth_at_least(lowest, scale, bound, best=wanted)
        if every is not None:
            return _near_of(listing, tuple(one for one in every if one.value < value), most)
        fixed = bound.fixed(lowest * scale.factor)
        programme = self.programme(scale.gains, self.others(listing.best), fixed)
        near: list[Found] = []
        while True:
            self._tell(most + 1 + len(near), most)
            solution = self.answered(programme, fixed)
            if solution.status is Status.UNPROVEN:
                return attrs.evolve(
                    listing, near=_sorted(near), is_near_complete=False, is_proven=False
                )
            one = self.reckoned(solution) if solution.status is Status.OPTIMAL else None
            if one is None or self._is_past(one, listing.best[0], lowest, scale):
                return _near_of(
                    listing, _sorted(each for each in near if each.value >= lowest), most
                )
            near.append(one)
            if len(near) > most:
                # Only those better than the last are sure to be all there.
                return _near_of(listing, _sorted(near), most)
            programme = more_of(programme, self.others([one]), fixed)

    def _tell(self, found: int, most: int) -> None:
        of = 2 * (most + 1)
        self.pace(min(found, of), of)

    def _is_past(self, one: Found, best: Found, lowest: Fraction, scale: Scale) -> bool:
        """Return whether the set, and with it every later one, is worth too little."""
        worth = worth_terms(self.things, scale.gains)
        short = float((best.value - lowest) / best.value) if best.value else 0.0
        reached = self.reached(worth, best)
        return one.value < lowest and self.reached(worth, one) < (
            reached - abs(reached) * short - 2 * scale.slack
        )

    def others(self, found: Iterable[Found]) -> list[Constraint]:
        """Return that the set is none of those."""
        return [_other_than(one.ids, self.things) for one in found]

    def solved(
        self,
        gains: Mapping[str, float],
        others: Sequence[Constraint] = (),
        fixed: Mapping[str, int] = _NOTHING,
    ) -> Solution:
        """
        Return what the solver finds that gains the most under the rows and the others.

        Args:
            gains: What the whole of each adds.
            others: What else the set keeps.
            fixed: Columns that are decided, so that the solver does not get them.
        """
        return self.answered(self.programme(gains, others, fixed), fixed)

    def programme(
        self,
        gains: Mapping[str, float],
        others: Sequence[Constraint],
        fixed: Mapping[str, int],
    ) -> Programme:
        """Return what the solver gets; see `solved`."""
        return without(programme_of(self.things, self.rows, gains, others), fixed)

    def answered(self, programme: Programme, fixed: Mapping[str, int]) -> Solution:
        """Return what the solver finds, with the columns that it does not get."""
        if not programme.columns:
            is_kept = programme.is_kept_by_zero
            solution = Solution(status=Status.OPTIMAL if is_kept else Status.INFEASIBLE)
        else:
            solution = self.solver.solve(programme, self.seconds)
        has_set = solution.values or solution.status is Status.OPTIMAL
        return attrs.evolve(solution, values={**fixed, **solution.values}) if has_set else solution

    def reckoned(self, solution: Solution) -> Found:
        """
        Return the set of a solution, reckoned in whole numbers.

        Raises:
            SelectionError: When it breaks a limit.
        """
        ids = members(solution, self.things)
        mine = {name: self.things[name] for name in ids}
        cents = divided(mine, self.rows)
        wrong = [] if cents is None else [row.limit for row in self.rows if row.excess(cents)]
        if cents is None or wrong:
            told = ", ".join(wrong) or "budget"
            raise SelectionError(
                "choice-solver-breaks",
                at="selection.options",
                solver=self.solver.version,
                applications=", ".join(ids),
                limits=told,
            )
        value = sum((one.worth(cents[name]) for name, one in mine.items()), Fraction(0))
        return Found(ids=ids, value=value, cents=cents)

    def reached(self, worth: Mapping[str, float], one: Found) -> float:
        """Return the value of a set on the scale of the solver."""
        return sum(
            worth[part_of(name)] * one.cents[name] if self.things[name].is_partial else worth[name]
            for name in one.ids
        )


def _other_than(ids: Sequence[str], things: Mapping[str, Award]) -> Constraint:
    """Return that the set is another one."""
    members = frozenset(ids)
    terms = {name: 1.0 if name in members else -1.0 for name in things}
    return Constraint(terms=terms, most=len(ids) - 1)


def _near_of(listing: Listing, near: Sequence[Found], most: int) -> Listing:
    """Return the listing with near sets; of more than *most* only those better than the rest."""
    if len(near) <= most:
        return attrs.evolve(listing, near=tuple(near))
    better = tuple(one for one in near if one.value > near[most].value)
    return attrs.evolve(listing, near=better, is_near_complete=False)


def _best(found: Sequence[Found]) -> Found:
    return max(found, key=lambda one: one.value)


def _sorted(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda one: (-one.value, one.ids)))
