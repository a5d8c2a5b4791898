"""What is asked after the end: due, answered, late. It sends nothing."""

from datetime import datetime

from innokumppanuus_sparring.domain.follow_up import (
    FollowUpRound,
    FollowUpStanding,
    FollowUpState,
)
from innokumppanuus_sparring.domain.sparring import Sparring


def follow_up_standings(sparring: Sparring, now: datetime) -> tuple[FollowUpStanding, ...]:
    """Return how each follow-up stands with each member at *now*, in the order of the file."""
    return tuple(
        _standing(each, one.participant, now)
        for each in sparring.follow_ups
        for one in sparring.members
    )


def _standing(follow_up: FollowUpRound, member: str, now: datetime) -> FollowUpStanding:
    answered = {
        question
        for answer in follow_up.answers
        if answer.member == member
        for question in answer.questions
    }
    lacking = tuple(one.id for one in follow_up.asks if one.id not in answered)
    return FollowUpStanding(
        follow_up=follow_up.id,
        member=member,
        state=_state(follow_up, now) if lacking else FollowUpState.ANSWERED,
        lacking=lacking,
    )


def _state(follow_up: FollowUpRound, now: datetime) -> FollowUpState:
    due = follow_up.due.value
    if due is None:
        return FollowUpState.CANNOT_TELL
    return FollowUpState.LATE if now > due.latest else FollowUpState.WAITING
