"""The exact choice of a small field under every kind of limit. It has no tie rules."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.selection import Candidate, Limits, Optima, Portfolio
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.relaxing import infeasible
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.engine.search import Found, Search
from innokumppanuus.errors import InvalidValue, TooManyApplications, unknown_name

MOST_LIMITED: Final = 30
MOST_NEAR: Final = 1000
GAP: Final = "gap"


def exact_optima(
    candidates: Sequence[Candidate], limits: Limits, listed: int, gap: Fraction
) -> Optima:
    """
    Return every best set under any limits, at most *listed*, and those near it.

    Args:
        candidates: At most 30.
        limits: In one currency.
        listed: How many sets of equal value are listed.
        gap: How much below the best a near set may be, as a share of the best value, 0–1.

    Raises:
        TooManyApplications: When there are more candidates.
    """
    if len(candidates) > MOST_LIMITED:
        raise TooManyApplications(len(candidates), MOST_LIMITED)
    things = {one.application: Award.of(one) for one in candidates}
    rows = rows_of(limits, things)
    search = Search(things=things, rows=rows)
    best, is_complete = search.best(listed)
    if not best:
        return Optima(portfolios=(), infeasible=infeasible(things, rows, currency_of(candidates)))
    by_id = {one.application: one for one in candidates}
    optima = Optima(
        portfolios=tuple(_portfolio(one, by_id) for one in best), is_complete=is_complete
    )
    return with_near(optima, search, by_id, gap) if gap else optima


def with_near(
    optima: Optima, search: Search, candidates: Mapping[str, Candidate], gap: Fraction
) -> Optima:
    """Return the optima with the sets below them by at most the share *gap* of their value."""
    best = optima.portfolios[0].value
    points = abs(best) * gap
    optimal = len(optima.portfolios)
    if not optima.is_complete:
        return attrs.evolve(optima, gap=points, is_near_complete=False)
    found, is_all = search.within(best - points, MOST_NEAR + optimal)
    near = tuple(_portfolio(one, candidates) for one in found if one[0] < best)
    return attrs.evolve(optima, near=near, gap=points, is_near_complete=is_all)


def gap_of(options: Mapping[str, object]) -> Fraction:
    """
    Return the gap that the options state; none is zero.

    Raises:
        InvalidValue: When the options have something else, or the gap is no share.
    """
    for name in options:
        if name != GAP:
            raise unknown_name(name, (GAP,), option=name)
    given = options.get(GAP, 0)
    if isinstance(given, bool) or not isinstance(given, int | Fraction) or not 0 <= given <= 1:
        raise InvalidValue("must-be-share", got=given, option=GAP)
    return Fraction(given)


def currency_of(candidates: Sequence[Candidate]) -> str:
    """Return the currency of the costs; euro when there are none."""
    return candidates[0].cost.currency if candidates else "EUR"


def set_of(members: Sequence[Candidate], cents: Mapping[str, int]) -> Portfolio:
    """Return the set of *members* that get what *cents* says, with its value and cost."""
    chosen = sorted(members, key=lambda one: one.application)
    sums = {one.application: Money(cents[one.application], one.cost.currency) for one in chosen}
    worth = (Award.of(one).worth(cents[one.application]) for one in chosen)
    return Portfolio(
        applications=tuple(sums),
        value=sum(worth, Fraction(0)),
        cost=total(sums.values(), currency_of(chosen)),
        awards={
            one.application: sums[one.application]
            for one in chosen
            if sums[one.application] != one.cost
        },
    )


def _portfolio(found: Found, candidates: Mapping[str, Candidate]) -> Portfolio:
    _, members, cents = found
    return set_of([candidates[one] for one in members], cents)
