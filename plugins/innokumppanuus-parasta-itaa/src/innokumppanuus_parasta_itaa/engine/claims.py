"""Payment claims of the partners against their shares; a successor claims from the same share."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.programme import Programme
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.domain.funding import Claim
from innokumppanuus_parasta_itaa.engine.funding import FundingPlan
from innokumppanuus_parasta_itaa.engine.succession import has_ended, has_not_begun, line


class ClaimNote(StrEnum):
    """What a person must look at in a claim (huomio maksatushakemuksesta)."""

    AFTER_ITS_TIME = "after_its_time"
    BEFORE_ITS_TIME = "before_its_time"
    OVERLAPS = "overlaps"
    OVER_SHARE = "over_share"
    NO_SHARE = "no_share"


@attrs.frozen(kw_only=True)
class ClaimRow:
    """
    One claim against the share of its partner (maksatushakemuksen rivi).

    Attributes:
        claim: The claim.
        share: Id of the partner whose share it is counted against; empty when nobody has one.
        costs: Salaries of the claim with the flat rate.
        payable: What the grant pays of them, at most what is left of the share.
        left: What is left of the share after it.
        notes: What a person must look at; none of them refuses the claim.
    """

    claim: Claim
    share: str
    costs: Money
    payable: Money
    left: Money
    notes: tuple[ClaimNote, ...]


@attrs.frozen(kw_only=True)
class ShareStanding:
    """
    How far the share of one partner has been used (osuuden tilanne), successors included.

    Attributes:
        partner: Id of the participant whose share it is.
        grant: Its part of the grant.
        salaries: Salaries claimed.
        costs: Those salaries with the flat rate.
        paid: What is payable of the claims.
        left: What is left of the share.
    """

    partner: str
    grant: Money
    salaries: Money
    costs: Money
    paid: Money
    left: Money


def claims(consortium: Consortium, plan: FundingPlan | None) -> tuple[ClaimRow, ...]:
    """
    Return the claims by their first day, then by id; none when there is no plan with rows.

    Costs and payments are rounded on what has been claimed so far, so that many claims come to
    the same cents as one of them all.
    """
    if plan is None or not plan.rows or consortium.funding.model is None:
        return ()
    holders = _holders(consortium.programme, (row.partner for row in plan.rows))
    grants = {row.partner: row.grant for row in plan.rows}
    rate = plan.flat_rate.value
    assert isinstance(rate, Fraction)
    share = consortium.funding.model.grant_share
    currency = plan.grant.currency
    claimed: dict[str, Money] = {}
    paid: dict[str, Money] = {}
    rows: list[ClaimRow] = []
    for claim in sorted(consortium.claims, key=lambda one: (one.starts, one.id)):
        holder = holders.get(claim.partner, "")
        grant = grants.get(holder, Money(0, currency))
        before = claimed.get(holder, Money(0, currency))
        so_far = before + claim.salaries
        costs = (so_far + so_far.share(rate)) - (before + before.share(rate))
        due = (so_far + so_far.share(rate)).share(share)
        already = paid.get(holder, Money(0, currency))
        payable = max(min(due, grant) - already, Money(0, currency))
        claimed[holder], paid[holder] = so_far, already + payable
        notes = list(_notes(claim, consortium.programme, rows))
        notes += [ClaimNote.OVER_SHARE] if holder and due > grant else []
        notes += [] if holder else [ClaimNote.NO_SHARE]
        rows.append(
            ClaimRow(
                claim=claim,
                share=holder,
                costs=costs,
                payable=payable,
                left=grant - already - payable,
                notes=tuple(notes),
            )
        )
    return tuple(rows)


def standings(rows: Iterable[ClaimRow], plan: FundingPlan | None) -> tuple[ShareStanding, ...]:
    """Return how far each share has been used, in the order of the partners; none without rows."""
    told = tuple(rows)
    if plan is None:
        return ()
    return tuple(
        ShareStanding(
            partner=row.partner,
            grant=row.grant,
            salaries=total((one.claim.salaries for one in mine), row.grant.currency),
            costs=total((one.costs for one in mine), row.grant.currency),
            paid=total((one.payable for one in mine), row.grant.currency),
            left=row.grant - total((one.payable for one in mine), row.grant.currency),
        )
        for row in plan.rows
        for mine in [[one for one in told if one.share == row.partner]]
    )


def _holders(programme: Programme, partners: Iterable[str]) -> Mapping[str, str]:
    """Return by participant whose share it claims from: its own, or that of who came before."""
    holders: dict[str, str] = {}
    own = tuple(partners)
    for partner in own:
        for one in line(programme, partner):
            holders.setdefault(one.id, partner)
    return holders | {partner: partner for partner in own}


def _notes(claim: Claim, programme: Programme, rows: Iterable[ClaimRow]) -> Iterable[ClaimNote]:
    partner = programme.participant(claim.partner)
    if partner is not None and has_ended(partner, claim.ends, programme.zone):
        yield ClaimNote.AFTER_ITS_TIME
    if partner is not None and has_not_begun(partner, claim.starts, programme.zone):
        yield ClaimNote.BEFORE_ITS_TIME
    earlier = [row.claim for row in rows if row.claim.partner == claim.partner]
    if any(one.starts <= claim.ends and claim.starts <= one.ends for one in earlier):
        yield ClaimNote.OVERLAPS
