"""Whether the sets that a selection method gives are what it says. It makes no sets."""

from collections.abc import Iterator, Mapping

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits, Optima, Portfolio
from innokumppanuus.engine.exact import set_of
from innokumppanuus.engine.rows import Row, broken, rows_of
from innokumppanuus.errors import SelectionError


def disbelief(
    optima: Optima,
    candidates: Mapping[str, Candidate],
    limits: Limits,
    is_by_value: bool,
    method: str,
) -> SelectionError | None:
    """
    Return what is wrong with what a selection method gives; None when nothing is.

    Every limit is reckoned again in whole numbers.

    Args:
        optima: What it gives.
        candidates: What it was given, by id.
        limits: That no set may break.
        is_by_value: Whether all best sets must be of the same value.
        method: Key of the method, for what is said of it.
    """
    rows = rows_of(limits, candidates)
    for one in (*optima.portfolios, *optima.near):
        for key, told in _untrue(one, candidates, rows):
            named = ", ".join(one.applications) or "–"
            return _wrong(f"choice-untrue-{key}", method, set=named, **told)
    values = {one.value for one in optima.portfolios}
    is_told = optima.infeasible is not None
    if (not values and not is_told) or (len(values) > 1 and is_by_value and not is_told):
        return _wrong("choice-untrue-values", method)
    if values and is_told:
        return _wrong("choice-untrue-both", method)
    best = max(values, default=None)
    if best is not None and any(not best - optima.gap <= one.value < best for one in optima.near):
        return _wrong("choice-untrue-near", method)
    return None


def _wrong(key: str, method: str, **values: object) -> SelectionError:
    return SelectionError(key, at="selection.selector", method=method, **values)


def _untrue(
    one: Portfolio, candidates: Mapping[str, Candidate], rows: tuple[Row, ...]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what is wrong with a set: the end of a key and its values; the first one counts."""
    members = set(one.applications)
    if len(members) < len(one.applications) or not members <= set(candidates):
        yield "members", {}
        return
    if not set(one.awards) <= members:
        yield "award-outside", {}
        return
    cents = {name: candidates[name].cost.cents for name in one.applications}
    cents.update({name: award.cents for name, award in one.awards.items()})
    for name, award in one.awards.items():
        candidate = candidates[name]
        least = candidate.least or candidate.cost
        if not least <= award < candidate.cost:
            yield "award", {"application": name, "got": award, "least": least}
    for row in broken(rows, cents):
        yield _breach(row, cents, candidates)
    true = set_of([candidates[name] for name in one.applications], cents)
    told = (one.applications, one.value, one.cost, dict(one.awards))
    if one.applications and told != (true.applications, true.value, true.cost, dict(true.awards)):
        yield "sums", {}


def _breach(
    row: Row, cents: Mapping[str, int], candidates: Mapping[str, Candidate]
) -> tuple[str, dict[str, object]]:
    """Return that a limit is broken, with what it asks and what the set comes to."""
    currency = next(iter(candidates.values())).cost.currency
    got, bound = (
        Money(one, currency) if row.is_in_money else one for one in (row.amount(cents), row.bound)
    )
    side = "least" if row.is_at_least else "most"
    return side, {"limit": row.limit, "got": got, "bound": bound}
