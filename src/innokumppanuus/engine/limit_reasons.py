"""Which limits keep an application from coming in beside those chosen, as reasons. No sentences."""

from collections.abc import Iterator

from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import LimitKind, Portfolio
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.rows import Row, broken, rows_of


def limit_reasons(choice: Choice, best: Portfolio, application: str) -> Iterator[Reason]:
    """
    Yield the limits that keep the application out.

    Where there are but a budget and a maximum, it is the one that the best set has come up
    against; else it is each limit that the best set breaks with the application added.
    """
    if choice.limits.is_plain and not choice.viable:
        yield from _of_plain(choice, best)
        return
    cents = {one: best.awards.get(one, choice.costs[one]).cents for one in best.applications}
    cents[application] = choice.viable.get(application, choice.costs[application]).cents
    currency = choice.costs[application].currency
    for row in broken(rows_of(choice.limits, choice.costs), cents):
        yield _of_row(row, currency)


def _of_plain(choice: Choice, best: Portfolio) -> Iterator[Reason]:
    maximum, budget = choice.limits.maximum, choice.limits.budget
    if maximum is not None and len(best.applications) >= maximum:
        yield Reason(key="limit_maximum", values={"maximum": maximum})
    elif budget is not None:
        yield Reason(key="limit_budget", values={"budget": budget})


def _of_row(row: Row, currency: str) -> Reason:
    name = row.name or row.limit
    match row.kind:
        case LimitKind.BUDGET:
            return Reason(key="limit_budget", values={"budget": Money(row.bound, currency)})
        case LimitKind.MAXIMUM:
            return Reason(key="limit_maximum", values={"maximum": row.bound})
        case LimitKind.MOST_MONEY:
            values = {"limit": name, "most": Money(row.bound, currency)}
            return Reason(key="limit_most_money", values=values)
        case LimitKind.NEEDS:
            return Reason(key="limit_needs", values={"limit": name})
        case LimitKind.MOST:
            return Reason(key="limit_most", values={"limit": name, "most": row.bound})
    raise AssertionError("One more application breaks no limit that asks for the least.")
