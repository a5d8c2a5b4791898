"""
SMAA of feasible sets: with what part of the weights each set, and each application, wins.

A small field is listed whole: then shares are exact where the region is simple enough, and drawn
over the list where it is not. A large field is solved anew for every weight that is drawn.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

import numpy as np
import numpy.typing as npt

from innokumppanuus.domain.acceptability import Draws, SetShare, SetShares
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.selection import LimitKind
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.acceptability import set_shares, shares_of
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.rows import Row, rows_of
from innokumppanuus.errors import InvalidValue, NothingFits, SelectionError, TooManyCells
from innokumppanuus_selection.domain import Solver, Status
from innokumppanuus_selection.programme import scale_of
from innokumppanuus_selection.sets import Sets
from innokumppanuus_selection.smaa.alternatives import Drawing, half_width
from innokumppanuus_selection.smaa.counting import BATCH
from innokumppanuus_selection.smaa.sampling import Sampler, batches, sampler
from innokumppanuus_selection.solvers import DEFAULT, solver_of

MOST_LISTED: Final = 18
"""Fields of so many applications are listed whole: every set that keeps the limits."""
SUMS: Final = ("exact_sum", "exact_portfolio")
"""Methods that choose the highest sum of totals, which is what is looked for here."""
_EXACT_ITEMS: Final = 6
_EXACT_SETS: Final = 60
_GRID: Final = 10**6
"""Drawn weights are whole numbers of these parts where a solver needs them exact."""

_Sets = npt.NDArray[np.int64]


def portfolio_shares(
    choice: Choice, region: WeightRegion, drawing: Drawing, pace: Pace = unwatched
) -> SetShares:
    """
    Return with what part of the weights each set is the best under all limits.

    Methods that do not go by the sum of totals are asked anew for every weight drawn.

    Args:
        choice: What is chosen from, by what method, within what limits.
        region: Not empty.
        drawing: How many draws, from what seed, where shares are not exact.
        pace: Told of batches or of single draws.

    Raises:
        NothingFits: When no set keeps the limits.
        SelectionError: When a draw is not solved to the end.
    """
    if choice.selector.key not in SUMS:
        return _asked(choice, region, drawing, pace)
    if choice.viable or len(choice.costs) > MOST_LISTED:
        return solved(choice, region, drawing, pace)
    sets = feasible_sets(choice, region)
    if not sets:
        raise NothingFits
    if len(region.items) <= _EXACT_ITEMS:
        try:
            return set_shares(sets, choice.scores, region, pace, _EXACT_SETS)
        except (InvalidValue, TooManyCells):  # too many parts: draw over the same list
            pass
    return listed_shares(sets, choice.scores, region, drawing, pace)


def feasible_sets(choice: Choice, region: WeightRegion) -> tuple[tuple[str, ...], ...]:
    """
    Return the sets that keep all limits, but for those that one more application would better.

    Args:
        choice: Of at most `MOST_LISTED` applications that get all they cost or nothing.
        region: Weights with which a set is bettered.
    """
    names = sorted(choice.costs)
    sets = np.arange(1 << len(names), dtype=np.int64)
    cents = {name: choice.costs[name].cents for name in names}
    kept = np.ones(len(sets), dtype=bool)
    for row in rows_of(choice.limits, names):
        kept &= _keeps(row, sets, names, cents)
    beaten = np.zeros(len(sets), dtype=bool)
    rays = region.cone().rays
    for place, name in enumerate(names):
        given = [choice.scores[name][item] for item in region.items]
        worth = [sum(w * s for w, s in zip(ray, given, strict=True)) for ray in rays]
        if min(worth) >= 0 and max(worth) > 0:
            without = (sets >> place) & 1 == 0
            beaten[without] |= kept[sets[without] | (1 << place)]
    return tuple(
        tuple(name for place, name in enumerate(names) if one >> place & 1)
        for one in sets[kept & ~beaten].tolist()
    )


def listed_shares(
    sets: Sequence[Sequence[str]],
    scores: Mapping[str, Mapping[str, Fraction]],
    region: WeightRegion,
    drawing: Drawing,
    pace: Pace = unwatched,
) -> SetShares:
    """Return the shares of sets over drawn weights; equally good ones share a draw evenly."""
    by_sums: dict[tuple[Fraction, ...], list[tuple[str, ...]]] = {}
    for one in sets:
        sums = tuple(
            sum((scores[name][item] for name in one), Fraction(0)) for item in region.items
        )
        by_sums.setdefault(sums, []).append(tuple(sorted(one)))
    worth = np.array([[float(part) for part in sums] for sums in by_sums]).T
    counts = np.zeros(len(by_sums), dtype=np.int64)
    draws = sampler(region)
    jobs = batches(drawing.count, BATCH, drawing.seed)
    for done, (count, seed) in enumerate(jobs, start=1):
        weights = draws.draw(count, seed)
        totals = weights[:, :1] * worth[0]
        for item in range(1, len(worth)):
            totals += weights[:, item : item + 1] * worth[item]
        counts += np.bincount(totals.argmax(axis=1), minlength=len(counts))
        pace(done, len(jobs))
    found = [
        SetShare(applications=one, share=Fraction(count, drawing.count * len(equal)))
        for equal, count in zip(by_sums.values(), counts.tolist(), strict=True)
        for one in equal
        if count
    ]
    return shares_of(found, sorted(scores), _draws(draws, drawing))


def solved(
    choice: Choice,
    region: WeightRegion,
    drawing: Drawing,
    pace: Pace = unwatched,
    solver: Solver | None = None,
) -> SetShares:
    """
    Return the shares of sets, each draw solved by itself; see `portfolio_shares`.

    One best set is taken of each draw: weights for which there are more are next to none.
    """
    backend = solver or solver_of(DEFAULT)
    draws = sampler(region)
    counts: dict[tuple[str, ...], int] = {}
    for done, weights in enumerate(_drawn(draws, region, drawing), start=1):
        things = {one.application: Award.of(one) for one in choice.candidates(weights)}
        rows = rows_of(choice.limits, things)
        sets = Sets(things=things, rows=rows, solver=backend)
        solution = sets.solved(scale_of(things).gains)
        if solution.status is Status.INFEASIBLE:
            raise NothingFits
        if solution.status is not Status.OPTIMAL:
            raise SelectionError("choice-solver-draw", solver=backend.version, draw=done)
        ids = sets.reckoned(solution).ids
        counts[ids] = counts.get(ids, 0) + 1
        pace(done, drawing.count)
    found = [
        SetShare(applications=one, share=Fraction(count, drawing.count))
        for one, count in counts.items()
    ]
    names = sorted(choice.costs)
    return shares_of(found, names, _draws(draws, drawing), is_listed_whole=False)


def _asked(choice: Choice, region: WeightRegion, drawing: Drawing, pace: Pace) -> SetShares:
    """Return the shares of what the method of the rule set gives, draw by draw."""
    draws = sampler(region)
    shares: dict[tuple[str, ...], Fraction] = {}
    for done, weights in enumerate(_drawn(draws, region, drawing), start=1):
        optima = choice.optima(weights)
        if optima.infeasible is not None:
            raise NothingFits
        for one in optima.portfolios:
            part = Fraction(1, drawing.count * len(optima.portfolios))
            shares[one.applications] = shares.get(one.applications, Fraction(0)) + part
        pace(done, drawing.count)
    found = [SetShare(applications=one, share=share) for one, share in shares.items()]
    names = sorted(choice.costs)
    return shares_of(found, names, _draws(draws, drawing), is_listed_whole=False)


def _drawn(draws: Sampler, region: WeightRegion, drawing: Drawing) -> list[dict[str, Fraction]]:
    """Return the drawn weights in whole parts, which sum to 1 exactly."""
    found = []
    for count, seed in batches(drawing.count, BATCH, drawing.seed):
        for row in draws.draw(count, seed):
            parts = [round(float(one) * _GRID) for one in row]
            whole = sum(parts)
            shares = (Fraction(one, whole) for one in parts)
            found.append(dict(zip(region.items, shares, strict=True)))
    return found


def _draws(draws: Sampler, drawing: Drawing) -> Draws:
    return Draws(
        sampling=draws.sampling,
        count=drawing.count,
        seed=drawing.seed,
        half_width=half_width(drawing.count),
    )


def _keeps(
    row: Row, sets: _Sets, names: Sequence[str], cents: Mapping[str, int]
) -> npt.NDArray[np.bool_]:
    """Return which sets keep the row, in whole numbers."""
    if row.kind is LimitKind.NEEDS:
        (name,) = row.members
        has = (sets >> names.index(name)) & 1 == 1
        other = row.other in names
        with_other = (sets >> names.index(row.other)) & 1 == 1 if other else np.zeros_like(has)
        return np.asarray(~has | with_other)
    amount = np.zeros(len(sets), dtype=np.int64)
    for name in row.members:
        amount += ((sets >> names.index(name)) & 1) * (cents[name] if row.is_in_money else 1)
    return np.asarray(amount >= row.bound if row.is_at_least else amount <= row.bound)
