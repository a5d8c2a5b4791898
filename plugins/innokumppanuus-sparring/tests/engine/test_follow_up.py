"""A follow-up is late only after the last moment it may mean, and only where something lacks."""

from datetime import timedelta

import pytest

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.sources import Fact, missing
from innokumppanuus_sparring.domain.follow_up import (
    FollowUpAnswer,
    FollowUpRound,
    FollowUpState,
    Question,
)
from innokumppanuus_sparring.engine.follow_up import follow_up_standings

DUE = When.month(2019, 1, "Europe/Helsinki", "tammikuun 2019 aikana")
ASKS = (Question(id="q1", name=same("Hyödyt")), Question(id="q2", name=same("Sopimukset")))


def a_round(*answers: FollowUpAnswer, due: Fact[When] | None = None) -> FollowUpRound:
    when = Fact(value=DUE) if due is None else due
    return FollowUpRound(id="f", name=same("Seuranta"), due=when, asks=ASKS, answers=answers)


def states(sparring, now) -> list[FollowUpState]:
    return [one.state for one in follow_up_standings(sparring, now)]


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (DUE.earliest - timedelta(days=1), FollowUpState.WAITING),
        (DUE.earliest, FollowUpState.WAITING),
        (DUE.latest, FollowUpState.WAITING),
        (DUE.latest + timedelta(microseconds=1), FollowUpState.LATE),
    ],
)
def test_follow_up_is_late_after_the_last_moment_it_may_mean(a_sparring, now, state) -> None:
    sparring = a_sparring(members=1, follow_ups=(a_round(),))

    assert states(sparring, now) == [state]


def test_whole_answer_is_answered_however_late_it_is(a_sparring) -> None:
    answer = FollowUpAnswer(member="m1", questions=("q1", "q2"))
    sparring = a_sparring(members=2, follow_ups=(a_round(answer),))

    assert states(sparring, DUE.latest + timedelta(days=9)) == [
        FollowUpState.ANSWERED,
        FollowUpState.LATE,
    ]


def test_questions_that_lack_an_answer_are_told(a_sparring) -> None:
    answer = FollowUpAnswer(member="m1", questions=("q2",))
    sparring = a_sparring(members=1, follow_ups=(a_round(answer),))

    (standing,) = follow_up_standings(sparring, DUE.latest)

    assert standing.lacking == ("q1",)


def test_day_that_nobody_has_said_is_never_late(a_sparring) -> None:
    sparring = a_sparring(members=1, follow_ups=(a_round(due=missing()),))

    assert states(sparring, DUE.latest + timedelta(days=999)) == [FollowUpState.CANNOT_TELL]
