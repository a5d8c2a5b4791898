"""What is asked after the end of a programme, and what has been answered."""

from enum import StrEnum

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.sources import Fact, missing


@attrs.frozen(kw_only=True)
class Question:
    """
    A question of a follow-up (seurantakysymys).

    Attributes:
        id: Stable.
        name: What is asked.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label


@attrs.frozen(kw_only=True)
class FollowUpAnswer:
    """
    That a member has answered (seurantavastaus): which questions, not what.

    Attributes:
        member: Who.
        questions: Ids of the questions that are answered.
    """

    member: str = attrs.field(validator=attrs.validators.min_len(1))
    questions: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class FollowUpRound:
    """
    A round of questions after the end (jälkiseurannan kierros).

    Attributes:
        id: Stable.
        name: What it is called.
        due: By when it is to be answered; missing when nobody has said.
        asks: What is asked.
        answers: What has been answered.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    due: Fact[When] = attrs.field(factory=missing)
    asks: tuple[Question, ...] = ()
    answers: tuple[FollowUpAnswer, ...] = ()


class FollowUpState(StrEnum):
    """How a follow-up stands with one member (seurannan tila)."""

    ANSWERED = "answered"
    WAITING = "waiting"
    LATE = "late"
    CANNOT_TELL = "cannot_tell"


@attrs.frozen(kw_only=True)
class FollowUpStanding:
    """
    How one follow-up stands with one member.

    Attributes:
        follow_up: Which follow-up.
        member: Which member.
        state: How it stands; `cannot_tell` when the day it is due is not known well enough.
        lacking: Ids of the questions that are not answered.
    """

    follow_up: str
    member: str
    state: FollowUpState
    lacking: tuple[str, ...] = ()
