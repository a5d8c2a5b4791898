"""What does not fit together in a file is told with the path of the place to mend."""

from typing import Any

import attrs
import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.parties import Party, Sector
from innokumppanuus.domain.sources import Fact
from innokumppanuus_sparring.domain.agreements import Agreement
from innokumppanuus_sparring.domain.events import Attended, Booking, Invitation, PlaceOrder
from innokumppanuus_sparring.domain.feedback import (
    FeedbackCode,
    Mentions,
    PublishedFeedback,
)
from innokumppanuus_sparring.domain.follow_up import FollowUpAnswer, FollowUpRound
from innokumppanuus_sparring.domain.sparring import (
    Acceptance,
    Attendance,
    AttendanceDuty,
    Expert,
    Meeting,
    Member,
    SharedRule,
    Theme,
)
from innokumppanuus_sparring.engine.checks import check_series, check_sparring

OUTSIDER = Party(id="m2", name=same("Kuvitteellinen"))
FEW = PublishedFeedback(answers=2)
MANY = PublishedFeedback(answers=3, mentions=(Mentions(code=FeedbackCode.SKILLS, count=4),))


def told(problems: Any) -> list[tuple[str, str]]:
    return [(one.path, one.key) for one in problems]


def test_whole_programme_has_no_problems(a_sparring) -> None:
    assert told(check_sparring(a_sparring())) == []


@pytest.mark.parametrize(
    ("changes", "path", "key"),
    [
        ({"meetings": (Meeting(session="x"),)}, "meetings[0].session", "unknown-name-none"),
        (
            {"meetings": (Meeting(session="t1", themes=("t9-teema",)),)},
            "meetings[0].themes",
            "unknown-name",
        ),
        (
            {"meetings": (Meeting(session="t1"), Meeting(session="t1"))},
            "meetings[1].session",
            "twice",
        ),
        ({"members": (Member(participant="x"),)}, "members[0].participant", "unknown-name-none"),
        (
            {"members": (Member(participant="m1", away=("x",)),)},
            "members[0].away",
            "unknown-name-none",
        ),
        (
            {"members": (Member(participant="m1"), Member(participant="m1"))},
            "members[1].participant",
            "twice",
        ),
        ({"experts": (Expert(participant="x"),)}, "experts[0].participant", "unknown-name-none"),
        (
            {"experts": (Expert(participant="m1", apart_from=("x",)),)},
            "experts[0].apart_from",
            "unknown-name-none",
        ),
        (
            {"themes": (Theme(id="a", name=same("a")),) * 2, "meetings": ()},
            "themes[1].id",
            "twice",
        ),
        ({"rules": (SharedRule(id="a", name=same("a")),) * 2}, "rules[1].id", "twice"),
        (
            {"acceptances": (Acceptance(participant="m1", rules=("x",)),)},
            "acceptances[0].rules",
            "unknown-name-none",
        ),
        (
            {"attendance": (Attendance(session="t1", present=("m1",), absent=("m1",)),)},
            "attendance[0].absent",
            "sparring.attendance-both",
        ),
        (
            {"attendance": (Attendance(session="t1", present=("x",)),)},
            "attendance[0].present",
            "unknown-name-none",
        ),
        ({"duty": Fact(value=AttendanceDuty(least=6))}, "duty.value.least", "sparring.duty-beyond"),
        (
            {"agreements": (Agreement(id="a", name=same("a"), members=("m1", "x")),)},
            "agreements[0].members",
            "unknown-name-none",
        ),
        (
            {
                "agreements": (
                    Agreement(id="a", name=same("a"), members=("m1",), others=(OUTSIDER,)),
                )
            },
            "agreements",
            "sparring.agreement-outsider",
        ),
        ({"feedback": FEW}, "feedback.answers", "sparring.feedback-few"),
        ({"feedback": MANY}, "feedback.mentions[0].count", "sparring.feedback-many"),
        (
            {
                "follow_ups": (
                    FollowUpRound(
                        id="f",
                        name=same("f"),
                        answers=(FollowUpAnswer(member="m1", questions=("q",)),),
                    ),
                )
            },
            "follow_ups[0].answers[0].questions",
            "unknown-name-none",
        ),
    ],
)
def test_what_does_not_fit_is_told_in_its_place(a_sparring, changes, path, key) -> None:
    assert told(check_sparring(attrs.evolve(a_sparring(), **changes))) == [(path, key)]


def test_one_theme_each_is_checked_only_where_it_is_said(a_sparring) -> None:
    two = Meeting(session="t1", themes=("t1-teema", "t2-teema"))
    sparring = a_sparring(meetings=2)
    several = attrs.evolve(sparring, meetings=(two,))
    strict = attrs.evolve(several, one_theme_each=Fact(value=True))
    free = attrs.evolve(several, one_theme_each=Fact(value=False))

    assert told(check_sparring(several)) == []
    assert told(check_sparring(free)) == []
    assert told(check_sparring(strict)) == [("meetings[0]", "sparring.meeting-one-theme")]


def test_as_many_published_answers_as_the_least_are_enough(a_sparring) -> None:
    assert told(check_sparring(a_sparring(feedback=PublishedFeedback(answers=3)))) == []


@pytest.mark.parametrize(
    ("changes", "path", "key"),
    [
        ({"bookings": (Booking(session="x"),)}, "bookings[0].session", "unknown-name-none"),
        (
            {"bookings": (Booking(session="s1", order=PlaceOrder.LOTTERY),)},
            "bookings[0].order",
            "sparring.lottery-unready",
        ),
        ({"invitations": (Invitation(event="x"),)}, "invitations[0].event", "unknown-name-none"),
        (
            {"attended": (Attended(session="x", sector=Sector.COMPANY, count=1),)},
            "attended[0].session",
            "unknown-name-none",
        ),
    ],
)
def test_what_does_not_fit_in_a_series_is_told_in_its_place(a_series, changes, path, key) -> None:
    assert told(check_series(attrs.evolve(a_series(), **changes))) == [(path, key)]


def test_whole_series_has_no_problems(a_series) -> None:
    ready = a_series(order=PlaceOrder.LOTTERY, seed="siemen", closes="2017-08-20 16:00")

    assert told(check_series(ready)) == []


def test_group_too_large_for_a_rota_with_absences_is_told_of(a_sparring) -> None:
    large = a_sparring(members=260, meetings=5, away={"m1": ["t1"]})

    assert told(check_sparring(large)) == [("members", "sparring.rota-large")]
    assert told(check_sparring(a_sparring(members=260, meetings=5))) == []
