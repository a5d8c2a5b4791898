"""What a consortium's numbers mean, one sentence per fact; warnings say what to do."""

from collections.abc import Iterable, Iterator

from innokumppanuus.faces.reports.parameters import said
from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.canvas import ROLE_NAMES, ParticipantRole
from innokumppanuus_parasta_itaa.domain.consortium import LEVEL_NAMES, Consortium
from innokumppanuus_parasta_itaa.domain.meetings import STAGE_NAMES
from innokumppanuus_parasta_itaa.engine.balance import Inclusion
from innokumppanuus_parasta_itaa.engine.canvas import CanvasReview
from innokumppanuus_parasta_itaa.engine.claims import ClaimRow
from innokumppanuus_parasta_itaa.engine.funding import FundingPlan, StatedShares
from innokumppanuus_parasta_itaa.engine.levels import Levels
from innokumppanuus_parasta_itaa.engine.savings import Savings
from innokumppanuus_parasta_itaa.engine.succession import Succession
from innokumppanuus_parasta_itaa.faces.grids import balance_text, deed_text

WARNING = "⚠ "
"""Stands before what a person must look at, so that it is seen without colour."""


def succession_sentence(one: Succession, texts: Texts) -> str:
    """Return who goes on in the place of whom; a day that nobody has checked is told as such."""
    if one.since.value is None:
        names = {"first": one.first.shown_name, "second": one.second.shown_name}
        return texts.say("consortium.succession.no_day", **names)
    is_unverified = one.is_verified is False
    return texts.say(
        "consortium.succession.unverified" if is_unverified else "consortium.succession",
        first=one.first.shown_name,
        second=one.second.shown_name,
        day=one.since.value,
    )


def canvas_sentences(found: CanvasReview, texts: Texts) -> Iterator[str]:
    """Yield how many roles are covered, and each thing that is missing as a warning."""
    roles = len(ParticipantRole)
    yield texts.say("consortium.canvas.covered", covered=len(found.covered), of=roles)
    for role in found.missing:
        yield WARNING + texts.say("consortium.canvas.missing_role", role=ROLE_NAMES[role])
    for part in found.empty:
        name = texts.say(f"consortium.part.{part.value}")
        yield WARNING + texts.say("consortium.canvas.missing_part", part=name)
    if found.has_baseline is False:
        yield WARNING + texts.say("consortium.canvas.no_baseline")


def inclusion_sentences(found: Inclusion, texts: Texts) -> Iterator[str]:
    """Yield balance and inclusion in words, and each role that is missing as a warning."""
    if found.balance is not None:
        least, most = found.balance
        key = "consortium.balance" if least == most else "consortium.balance.bounds"
        said_ = balance_text(found.balance, texts)
        yield texts.say(key, balance=said_, of=len(ParticipantRole))
        yield texts.say("consortium.together", together=found.together, of=found.recorded)
    for role in found.absent:
        yield WARNING + texts.say("consortium.absent", role=ROLE_NAMES[role])
    for stage, role in found.lacking:
        if role not in found.absent:
            yield WARNING + texts.say(
                "consortium.lacking", role=ROLE_NAMES[role], stage=STAGE_NAMES[stage]
            )
    for role in found.unrecorded:
        yield texts.say("consortium.unrecorded", role=ROLE_NAMES[role])


def levels_sentences(whole: Consortium, found: Levels, texts: Texts) -> Iterator[str]:
    """Yield which regions lack a level, and which deeds of practice nothing makes last."""
    for row in found.rows:
        for level in row.lacks:
            yield WARNING + texts.say(
                "consortium.levels.lacks",
                region=whole.region(row.region).name,
                level=LEVEL_NAMES[level],
            )
    if found.loose:
        yield texts.say(
            "consortium.levels.loose", deeds=[deed_text(whole, one, texts) for one in found.loose]
        )


def savings_sentences(found: Savings, texts: Texts) -> Iterator[str]:
    """Yield the sum of what is measured, or that there is none, and how many are left out."""
    if found.summed:
        yield texts.say("consortium.savings.sum", sum=found.summed)
    else:
        yield texts.say("consortium.savings.none")
    left = sum(one.status.value != "measured" for one in found.told)
    if left:
        yield texts.plural("consortium.savings.left_out", left)


def funding_sentences(plan: FundingPlan, texts: Texts) -> Iterator[str]:
    """Yield the dated values with their sources, and whether the share of the grant is within."""
    yield said(plan.flat_rate, texts)
    yield said(plan.most_share, texts)
    if not plan.rows:
        yield WARNING + texts.say("consortium.funding.cannot_tell")
    if plan.is_within is False:
        yield WARNING + texts.say("consortium.funding.over")
    yield texts.say("consortium.funding.sums")


def shares_sentence(found: StatedShares, texts: Texts) -> str:
    """Return how much of the costs no source divides."""
    return texts.plural(
        "consortium.shares.open", len(found.unknown), left=found.left, whole=found.whole
    )


def claims_sentences(whole: Consortium, rows: Iterable[ClaimRow], texts: Texts) -> Iterator[str]:
    """Yield what a person must look at in the claims, and how they are reckoned."""
    for row in rows:
        for note in row.notes:
            yield WARNING + texts.say(
                "consortium.claim.note",
                claim=row.claim.id,
                partner=whole.partner_name(row.claim.partner),
                note=texts.say(f"consortium.claim.{note.value}"),
            )
    yield texts.say("consortium.claims.means")
