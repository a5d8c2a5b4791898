"""Attendance binds an instalment only where the programme says so, and nothing is taken back."""

import attrs

from innokumppanuus.domain.funding import Grant, Instalment
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Fact
from innokumppanuus_sparring.domain.sparring import Attendance, AttendanceDuty, Member
from innokumppanuus_sparring.engine.attendance import (
    DutyState,
    instalment_standings,
    presences,
)

PARTS = (
    Instalment(name=same("ennakko"), amount=Money.of(7_000)),
    Instalment(name=same("loppuerä"), amount=Money.of(3_000)),
)
GRANT = Grant(application="H03", amount=Money.of(10_000), scheme="x", instalments=PARTS)
MEMBERS = (Member(participant="m1", grant="H03"), Member(participant="m2"))


def duty(least: int, *instalments: int) -> Fact[AttendanceDuty]:
    return Fact(value=AttendanceDuty(least=least, instalments=instalments))


def came(*sessions: str) -> tuple[Attendance, ...]:
    return tuple(Attendance(session=one, present=("m1",)) for one in sessions)


def stayed_away(*sessions: str) -> tuple[Attendance, ...]:
    return tuple(Attendance(session=one, absent=("m1",)) for one in sessions)


def states(sparring) -> list[DutyState]:
    return [one.state for one in instalment_standings(sparring, [GRANT])]


def test_duty_that_is_not_stated_holds_nothing(a_sparring) -> None:
    sparring = a_sparring(members=2, attendance=stayed_away("t1", "t2", "t3", "t4", "t5"))

    assert states(sparring) == [DutyState.NOT_STATED, DutyState.NOT_STATED]
    assert not any(one.is_held for one in instalment_standings(sparring, [GRANT]))


def test_not_stated_is_told_apart_from_met(a_sparring) -> None:
    assert {one.state for one in presences(a_sparring())} == {DutyState.NOT_STATED}


def test_duty_is_met_at_the_number_and_not_one_below(a_sparring) -> None:
    enough = a_sparring(
        members=2,
        attendance=(*came("t1", "t2", "t3"), *stayed_away("t4", "t5")),
        duty=duty(3),
    )
    short = a_sparring(
        members=2,
        attendance=(*came("t1", "t2"), *stayed_away("t3", "t4", "t5")),
        duty=duty(3),
    )

    assert presences(enough)[0].state is DutyState.MET
    assert presences(short)[0].state is DutyState.NOT_MET


def test_meeting_that_is_not_recorded_leaves_the_duty_open(a_sparring) -> None:
    sparring = a_sparring(
        members=2, attendance=(*came("t1", "t2"), *stayed_away("t3", "t4")), duty=duty(3)
    )

    (first, _) = presences(sparring)

    assert first.state is DutyState.OPEN
    assert (first.present, first.absent, first.unrecorded) == (2, 2, 1)


def test_duty_binds_only_the_instalments_it_names(a_sparring) -> None:
    sparring = a_sparring(members=2, duty=duty(5, 2), attendance=stayed_away("t1"))
    sparring = attrs.evolve(sparring, members=MEMBERS)

    assert states(sparring) == [DutyState.NOT_STATED, DutyState.NOT_MET]


def test_duty_without_numbers_binds_every_instalment(a_sparring) -> None:
    sparring = a_sparring(members=2, duty=duty(5), attendance=())
    sparring = attrs.evolve(sparring, members=MEMBERS)

    assert states(sparring) == [DutyState.OPEN, DutyState.OPEN]


def test_grant_of_nobody_in_the_programme_is_not_bound(a_sparring) -> None:
    sparring = a_sparring(members=2, duty=duty(5))

    found = instalment_standings(sparring, [GRANT])

    assert [(one.member, one.state) for one in found] == [("", DutyState.NOT_STATED)] * 2
