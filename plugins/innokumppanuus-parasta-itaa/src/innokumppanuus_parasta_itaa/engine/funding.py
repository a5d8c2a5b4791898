"""Costs, grant and own part of each partner, adding up to the cent. The rates are dated law."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parameters import Parameter, UsedParameter
from innokumppanuus.plugin.manager import pick
from innokumppanuus_parasta_itaa.domain.funding import Funding, PartnerShare
from innokumppanuus_parasta_itaa.engine.apportioning import apportion


@attrs.frozen(kw_only=True)
class FundingRow:
    """
    The money of one partner (osatoteuttajan rahoitus).

    Attributes:
        partner: Id of the participant.
        salaries: Its salaries.
        flat: The flat rate on them.
        costs: Salaries and flat rate together.
        grant: What the grant pays of the costs.
        own: What is left for the partner to pay.
    """

    partner: str
    salaries: Money
    flat: Money
    costs: Money
    grant: Money
    own: Money


@attrs.frozen(kw_only=True)
class FundingPlan:
    """
    The money of all partners (rahoitussuunnitelma).

    Attributes:
        rows: One per partner, in their order; empty when it cannot be reckoned.
        salaries: All salaries.
        costs: All costs; the rows add up to them.
        grant: The whole grant; the rows add up to it.
        flat_rate: The dated flat rate as it was looked up.
        most_share: The dated largest share of the grant as it was looked up.
        is_within: Whether the share of the grant is at most the largest; None when that is not
            known.
    """

    rows: tuple[FundingRow, ...]
    salaries: Money
    costs: Money
    grant: Money
    flat_rate: UsedParameter
    most_share: UsedParameter
    is_within: bool | None

    @property
    def own(self) -> Money:
        """What the partners pay together."""
        return self.costs - self.grant


@attrs.frozen(kw_only=True)
class StatedShares:
    """
    What sources say of the partners' costs (kerrotut osuudet).

    Attributes:
        whole: All costs.
        known: Partners with the part that is said.
        unknown: Partners whose part nobody says.
        left: What is left for those together.
    """

    whole: Money
    known: tuple[tuple[str, Money], ...]
    unknown: tuple[str, ...]
    left: Money


def plan(funding: Funding, parameters: Mapping[str, Parameter]) -> FundingPlan | None:
    """
    Return the money of all partners; None when there is no cost model or salaries are missing.

    The whole is reckoned first: salaries and the flat rate on their sum, and the grant of that.
    Both are then divided by largest remainders, so that the parts add up to the cent. Where the
    flat rate is not known on the day of the decision there are no rows.

    Raises:
        UnknownKey: When no plugin offers a dated value that the model names.
    """
    model = funding.model
    salaries = _salaries(funding.shares)
    if model is None or salaries is None or not salaries:
        return None
    flat_rate, most_share = (
        UsedParameter.of(pick("dated value", key, parameters), model.decided)
        for key in (model.flat_rate, model.most_share)
    )
    everything = total(salaries.values(), next(iter(salaries.values())).currency)
    most = most_share.value
    is_within = model.grant_share <= most if isinstance(most, Fraction) else None
    if not isinstance(flat_rate.value, Fraction):
        nothing = Money(0, everything.currency)
        rows: tuple[FundingRow, ...] = ()
        costs = grant = nothing
    else:
        costs = everything + everything.share(flat_rate.value)
        grant = costs.share(model.grant_share)
        rows = tuple(_rows(salaries, costs, grant))
    return FundingPlan(
        rows=rows,
        salaries=everything,
        costs=costs,
        grant=grant,
        flat_rate=flat_rate,
        most_share=most_share,
        is_within=is_within,
    )


def stated(funding: Funding) -> StatedShares | None:
    """Return what sources say of the partners' costs; None when they say no whole."""
    whole = funding.costs.value
    if whole is None:
        return None
    known = tuple(
        (one.partner, one.costs.value) for one in funding.shares if one.costs.value is not None
    )
    return StatedShares(
        whole=whole,
        known=known,
        unknown=tuple(one.partner for one in funding.shares if one.costs.value is None),
        left=whole - total((sum_ for _, sum_ in known), whole.currency),
    )


def _salaries(shares: Iterable[PartnerShare]) -> Mapping[str, Money] | None:
    """Return the salaries by partner; None when one is missing."""
    found: dict[str, Money] = {}
    for one in shares:
        if one.salaries is None:
            return None
        found[one.partner] = one.salaries
    return found


def _rows(salaries: Mapping[str, Money], costs: Money, grant: Money) -> Iterable[FundingRow]:
    weights = {partner: one.cents for partner, one in salaries.items()}
    each = apportion(costs, weights)
    grants = apportion(grant, {partner: one.cents for partner, one in each.items()})
    for partner, paid in salaries.items():
        yield FundingRow(
            partner=partner,
            salaries=paid,
            flat=each[partner] - paid,
            costs=each[partner],
            grant=grants[partner],
            own=each[partner] - grants[partner],
        )
