"""Tables of money: savings, funding, shares and claims. The rows add up to the cent."""

from collections.abc import Iterable

from innokumppanuus.domain.money import total
from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.domain.results import CostPeriod
from innokumppanuus_parasta_itaa.engine.claims import ClaimRow, ShareStanding
from innokumppanuus_parasta_itaa.engine.funding import FundingPlan, StatedShares
from innokumppanuus_parasta_itaa.engine.savings import Savings
from innokumppanuus_parasta_itaa.faces.grid import NOTHING, Grid, columns_of, not_told
from innokumppanuus_parasta_itaa.faces.grids import pilot_name


def savings_grid(whole: Consortium, found: Savings, texts: Texts) -> Grid:
    """Return the savings with baseline or explicitly without."""
    rows = tuple(
        (
            texts.show(one.saving.name),
            pilot_name(whole, one.saving.pilot, texts),
            period_text(one.saving.baseline, texts),
            period_text(one.saving.after, texts),
            NOTHING if one.amount is None else texts.show(one.amount),
            NOTHING if one.saving.claimed is None else texts.show(one.saving.claimed),
            texts.say(f"consortium.saving.{one.status.value}"),
        )
        for one in found.told
    )
    columns = columns_of(
        texts, "saving", "pilot", "before", "after", "difference", "claimed", "known"
    )
    return Grid(title="consortium.savings.title", columns=columns, rows=rows, numbers=(4, 5))


def funding_grid(whole: Consortium, plan: FundingPlan, texts: Texts) -> Grid:
    """Return the money of each partner; the last row is the whole, and the rows add up to it."""
    show = texts.show
    rows = [
        (
            show(whole.partner_name(row.partner)),
            *(show(one) for one in (row.salaries, row.flat, row.costs, row.grant, row.own)),
        )
        for row in plan.rows
    ]
    flat = plan.costs - plan.salaries
    sums = (plan.salaries, flat, plan.costs, plan.grant, plan.own)
    rows.append((texts.say("consortium.column.total"), *(show(one) for one in sums)))
    columns = columns_of(texts, "partner", "salaries", "flat", "costs", "grant", "own")
    return Grid(
        title="consortium.funding.title",
        columns=columns,
        rows=tuple(rows),
        numbers=(1, 2, 3, 4, 5),
    )


def shares_grid(whole: Consortium, found: StatedShares, texts: Texts) -> Grid:
    """Return what sources say of the partners' costs, and what is left undivided."""
    rows = [
        *((texts.show(whole.partner_name(key)), texts.show(sum_)) for key, sum_ in found.known),
        *((texts.show(whole.partner_name(key)), not_told(texts)) for key in found.unknown),
        (texts.say("consortium.shares.left"), texts.show(found.left)),
        (texts.say("consortium.column.total"), texts.show(found.whole)),
    ]
    columns = columns_of(texts, "partner", "costs")
    return Grid(title="consortium.shares.title", columns=columns, rows=tuple(rows), numbers=(1,))


def claims_grid(whole: Consortium, rows: Iterable[ClaimRow], texts: Texts) -> Grid:
    """Return the claims with what is payable of each and left of the share after it."""
    show = texts.show
    told = tuple(
        (
            row.claim.id,
            show(whole.partner_name(row.claim.partner)),
            f"{show(row.claim.starts)}–{show(row.claim.ends)}",
            show(row.claim.salaries),
            show(row.costs),
            show(row.payable),
            show(row.left),
        )
        for row in rows
    )
    columns = columns_of(
        texts, "claim", "partner", "period", "salaries", "costs", "payable", "left"
    )
    return Grid(title="consortium.claims.title", columns=columns, rows=told, numbers=(3, 4, 5, 6))


def standings_grid(whole: Consortium, found: Iterable[ShareStanding], texts: Texts) -> Grid:
    """Return how far the share of each partner has been used."""
    show, told = texts.show, tuple(found)
    sums = [(one.grant, one.salaries, one.costs, one.paid, one.left) for one in told]
    rows = [
        (show(whole.partner_name(one.partner)), *(show(sum_) for sum_ in row))
        for one, row in zip(told, sums, strict=True)
    ]
    if told:
        whole_row = (show(total(one, one[0].currency)) for one in zip(*sums, strict=True))
        rows.append((texts.say("consortium.column.total"), *whole_row))
    columns = columns_of(texts, "partner", "grant", "claimed_salaries", "costs", "payable", "left")
    return Grid(
        title="consortium.standings.title",
        columns=columns,
        rows=tuple(rows),
        numbers=(1, 2, 3, 4, 5),
    )


def period_text(period: CostPeriod | None, texts: Texts) -> str:
    """Return a cost with its time; none is told as not measured."""
    if period is None:
        return texts.say("consortium.measure.none")
    return f"{texts.show(period.amount)} ({texts.show(period.starts)}–{texts.show(period.ends)})"
