"""Attendance, and what it means for a grant where the grant obliges to attend. It pays nothing."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from innokumppanuus.domain.funding import Grant
from innokumppanuus.domain.money import Money
from innokumppanuus_sparring.domain.sparring import Attendance, Member, Sparring


class DutyState(StrEnum):
    """How an obligation to attend stands (osallistumisvelvoitteen tila)."""

    NOT_STATED = "not_stated"
    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"


@attrs.frozen(kw_only=True)
class Presence:
    """
    How one member has attended.

    Attributes:
        member: Which member.
        present: In how many meetings it was there.
        absent: From how many it was away.
        unrecorded: Of how many nothing is recorded.
        state: How its obligation stands; `open` while it can still turn out either way.
    """

    member: str
    present: int
    absent: int
    unrecorded: int
    state: DutyState


@attrs.frozen(kw_only=True)
class InstalmentStanding:
    """
    Whether attendance keeps an instalment waiting (maksuerän tila).

    Attributes:
        grant: Number of the application that got the grant.
        member: Who attends for it; empty when the programme has nobody with that grant.
        number: Which instalment, the first is 1.
        amount: How much it is.
        state: How the obligation stands; `not_stated` also for an instalment that it does not bind.
    """

    grant: str
    member: str
    number: int
    amount: Money
    state: DutyState

    @property
    def is_held(self) -> bool:
        """Whether it waits for the obligation to be met, or for a person to decide otherwise."""
        return self.state in (DutyState.NOT_MET, DutyState.OPEN)


def presences(sparring: Sparring) -> tuple[Presence, ...]:
    """Return how each member has attended, in the order of the file."""
    return tuple(_presence(one, sparring) for one in sparring.members)


def recorded(sparring: Sparring, session: str, member: str) -> bool | None:
    """Return whether the member was in the meeting; None when nobody has recorded it."""
    found: Iterator[Attendance] = (one for one in sparring.attendance if one.session == session)
    for one in found:
        if member in one.present:
            return True
        if member in one.absent:
            return False
    return None


def instalment_standings(
    sparring: Sparring, grants: Iterable[Grant]
) -> tuple[InstalmentStanding, ...]:
    """
    Return how each instalment of the grants stands by attendance.

    Nothing is taken back: an instalment waits, and a person decides. Where the programme does not
    state an obligation no instalment waits for it.
    """
    members = {one.grant: one for one in sparring.members if one.grant}
    standing = {one.member: one for one in presences(sparring)}
    found = []
    for grant in sorted(grants, key=lambda one: one.application):
        member = members.get(grant.application)
        for number, instalment in enumerate(grant.instalments, start=1):
            state = DutyState.NOT_STATED
            if member is not None and _binds(sparring, number):
                state = standing[member.participant].state
            found.append(
                InstalmentStanding(
                    grant=grant.application,
                    member=member.participant if member else "",
                    number=number,
                    amount=instalment.amount,
                    state=state,
                )
            )
    return tuple(found)


def _binds(sparring: Sparring, number: int) -> bool:
    duty = sparring.duty.value
    return duty is not None and (not duty.instalments or number in duty.instalments)


def _presence(member: Member, sparring: Sparring) -> Presence:
    marks = [recorded(sparring, one.session, member.participant) for one in sparring.meetings]
    present, absent, unrecorded = marks.count(True), marks.count(False), marks.count(None)
    return Presence(
        member=member.participant,
        present=present,
        absent=absent,
        unrecorded=unrecorded,
        state=_state(sparring, present, unrecorded),
    )


def _state(sparring: Sparring, present: int, unrecorded: int) -> DutyState:
    duty = sparring.duty.value
    if duty is None:
        return DutyState.NOT_STATED
    if present >= duty.least:
        return DutyState.MET
    return DutyState.OPEN if present + unrecorded >= duty.least else DutyState.NOT_MET
