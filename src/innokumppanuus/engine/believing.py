"""Whether the sets that a selection method gives are what it says. It makes no sets."""

from collections.abc import Mapping

from innokumppanuus.domain.selection import Candidate, LimitKind, Limits, Optima, Portfolio
from innokumppanuus.engine.exact import set_of
from innokumppanuus.engine.rows import Row, broken, rows_of


def disbelief(
    optima: Optima, candidates: Mapping[str, Candidate], limits: Limits, is_by_value: bool
) -> str:
    """
    Return what is wrong with what a selection method gives; empty when nothing is.

    Every limit is reckoned again in whole numbers.

    Args:
        optima: What it gives.
        candidates: What it was given, by id.
        limits: That no set may break.
        is_by_value: Whether all best sets must be of the same value.
    """
    rows = rows_of(limits, candidates)
    for one in (*optima.portfolios, *optima.near):
        wrong = _untrue(one, candidates, rows)
        if wrong:
            return f"gave the set {', '.join(one.applications) or 'of nobody'}, which {wrong}"
    values = {one.value for one in optima.portfolios}
    if not values and optima.infeasible is None:
        return "must give one or more sets of the same value, or tell which limits contradict"
    if values and optima.infeasible is not None:
        return "gave sets, and told that there are none"
    if len(values) > 1 and is_by_value:
        return "must give one or more sets of the same value, or tell which limits contradict"
    best = max(values, default=None)
    if best is not None and any(not best - optima.gap <= one.value < best for one in optima.near):
        return "gave a near set that is not below the best ones by at most the gap"
    return ""


def _untrue(one: Portfolio, candidates: Mapping[str, Candidate], rows: tuple[Row, ...]) -> str:
    members = set(one.applications)
    if len(members) < len(one.applications) or not members <= set(candidates):
        return "names an application twice, or one that is no candidate"
    if not set(one.awards) <= members:
        return "awards something to one that is not in it"
    cents = {name: candidates[name].cost.cents for name in one.applications}
    cents.update({name: award.cents for name, award in one.awards.items()})
    for name, sum_of_money in one.awards.items():
        candidate = candidates[name]
        least = candidate.least or candidate.cost
        if not least <= sum_of_money < candidate.cost:
            return f"awards {sum_of_money} to {name}, which is viable from {least} up"
    for row in broken(rows, cents):
        return _breach(row, cents, candidates)
    true = set_of([candidates[name] for name in one.applications], cents)
    told = (one.applications, one.value, one.cost, dict(one.awards))
    if one.applications and told != (true.applications, true.value, true.cost, dict(true.awards)):
        return "is not told with its own sorted members, value and cost"
    return ""


def _breach(row: Row, cents: Mapping[str, int], candidates: Mapping[str, Candidate]) -> str:
    amount = row.amount(cents)
    if row.kind is LimitKind.MAXIMUM:
        return f"has {amount} members and may have {row.bound}"
    if row.kind is LimitKind.BUDGET:
        currency = next(iter(candidates.values())).cost.currency
        got, most = (f"{one // 100}.{one % 100:02} {currency}" for one in (amount, row.bound))
        return f"costs {got}, and the budget is {most}"
    side = "at least" if row.is_at_least else "at most"
    return f"breaks the limit '{row.limit}': must be {side} {row.bound}, got {amount}"
