"""The choice of applications as an integer programme, and the set that a solution of it is."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Final

import attrs

from innokumppanuus.domain.selection import LimitKind
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.rows import Row
from innokumppanuus_selection.domain import Column, Constraint, Programme, Solution

MOST_EXACT: Final = 10**9
"""Values whose sum is above this are rounded for the solver; which set is better is not."""

_PART: Final = "part of "


@attrs.frozen(kw_only=True)
class Scale:
    """
    Values of sets as numbers that a solver can tell apart.

    Attributes:
        gains: By application: what the whole of it adds.
        slack: A set that is as good as another one is this far below it at most.
        factor: What a point is on the scale, but for rounding.
        is_exact: Whether the gains are the true values and nothing else can be gained.
    """

    gains: Mapping[str, float]
    slack: float
    factor: Fraction
    is_exact: bool = False


def scale_of(things: Mapping[str, Award]) -> Scale:
    """Return whole numbers where they are small enough, else rounded ones with their slack."""
    whole = lcm(*(one.value.denominator for one in things.values()))
    total = sum((abs(one.value) for one in things.values()), Fraction(0)) * whole
    has_parts = any(one.is_partial for one in things.values())
    if total <= MOST_EXACT and not has_parts:
        gains = {name: float(one.value * whole) for name, one in things.items()}
        return Scale(gains=gains, slack=0.5, factor=Fraction(whole), is_exact=True)
    if total <= MOST_EXACT:
        # A part is worth any fraction, so that the solver's own tolerance is what is left.
        most = max(float(total), 1.0)
        gains = {name: float(one.value * whole) for name, one in things.items()}
        return Scale(gains=gains, slack=most * 1e-6, factor=Fraction(whole))
    factor = Fraction(MOST_EXACT) / (total / whole)
    gains = {name: float(round(one.value * factor)) for name, one in things.items()}
    slack = float(len(things) + (MOST_EXACT * 1e-6 if has_parts else 0))
    return Scale(gains=gains, slack=slack, factor=factor)


def programme_of(
    things: Mapping[str, Award],
    rows: Iterable[Row],
    gains: Mapping[str, float],
    others: Sequence[Constraint] = (),
) -> Programme:
    """
    Return the programme whose solutions are the sets that keep the rows.

    Args:
        things: What may be taken, by id.
        rows: Limits.
        gains: What the whole of each adds to what is maximised.
        others: Constraints over the ids, put after the rows.
    """
    columns = []
    for name, one in things.items():
        gain = gains.get(name, 0.0)
        columns.append(Column(name=name, gain=0.0 if one.is_partial else gain))
        if one.is_partial:
            part = Column(name=part_of(name), most=one.most, is_whole=False, gain=gain / one.most)
            columns.append(part)
    limits = [_constraint(row, things) for row in rows]
    return Programme(columns=tuple(columns), constraints=(*_bounds(things), *limits, *others))


def part_of(name: str) -> str:
    """Return the name of the column of what an application gets that may get a part."""
    return f"{_PART}{name}"


def worth_terms(things: Mapping[str, Award], gains: Mapping[str, float]) -> dict[str, float]:
    """Return the objective as terms of a constraint."""
    return {
        part_of(name) if one.is_partial else name: (
            gains[name] / one.most if one.is_partial else gains[name]
        )
        for name, one in things.items()
    }


def exact_gains(things: Mapping[str, Award], factor: Fraction) -> dict[str, Fraction]:
    """Return what one of each column adds, times the factor."""
    found = {}
    for name, one in things.items():
        gain = one.value * factor
        found[name] = Fraction(0) if one.is_partial else gain
        if one.is_partial:
            found[part_of(name)] = gain / one.most
    return found


def members(solution: Solution, things: Mapping[str, Award]) -> tuple[str, ...]:
    """Return the ids of the set, sorted."""
    return tuple(sorted(name for name in things if round(solution.values[name]) == 1))


def _bounds(things: Mapping[str, Award]) -> Iterable[Constraint]:
    for name, one in things.items():
        if one.is_partial:
            yield Constraint(terms={part_of(name): 1, name: -one.least}, least=0)
            yield Constraint(terms={part_of(name): 1, name: -one.most}, most=0)


def _constraint(row: Row, things: Mapping[str, Award]) -> Constraint:
    if row.kind is LimitKind.NEEDS:
        (name,) = row.members
        if row.other == name:
            return Constraint(terms={name: 1}, most=1)
        others = {row.other: -1.0} if row.other in things else {}
        return Constraint(terms={name: 1, **others}, most=0)
    terms: dict[str, float] = {}
    for name in row.members:
        one = things[name]
        if not row.is_in_money:
            terms[name] = 1
        elif one.is_partial:
            terms[part_of(name)] = 1
        else:
            terms[name] = one.most
    if row.is_at_least:
        return Constraint(terms=terms, least=row.bound)
    return Constraint(terms=terms, most=row.bound)
