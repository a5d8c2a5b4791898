"""What members said of a programme, in codes: nothing here can name who said it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from innokumppanuus.domain.labels import Label


class FeedbackCode(StrEnum):
    """
    What a piece of feedback is about (palautteen luokka).

    Source:
        Two quotations of participants of Rikastamo in a guest blog of Sitra, coded by the project.
    """

    SKILLS = "skills"
    FASTER_LEARNING = "faster_learning"
    NETWORKING = "networking"
    NEW_INFORMATION = "new_information"
    VIEWPOINTS = "viewpoints"
    ESSENTIAL = "essential"
    CREDIBILITY = "credibility"
    LATER_BENEFIT = "later_benefit"


CODE_NAMES: Final[Mapping[FeedbackCode, Label]] = MappingProxyType(
    {
        FeedbackCode.SKILLS: Label("osaamistaso", "kompetensnivå", "level of skill"),
        FeedbackCode.FASTER_LEARNING: Label(
            "oppimisen nopeutuminen", "snabbare lärande", "faster learning"
        ),
        FeedbackCode.NETWORKING: Label("verkostoituminen", "nätverkande", "networking"),
        FeedbackCode.NEW_INFORMATION: Label(
            "uudet tietovirrat", "nya informationsflöden", "new flows of information"
        ),
        FeedbackCode.VIEWPOINTS: Label("näkökulmat", "perspektiv", "viewpoints"),
        FeedbackCode.ESSENTIAL: Label(
            "olennaisen löytäminen", "att finna det väsentliga", "finding what is essential"
        ),
        FeedbackCode.CREDIBILITY: Label(
            "uskottavuus ja myynti", "trovärdighet och försäljning", "credibility and selling"
        ),
        FeedbackCode.LATER_BENEFIT: Label(
            "hyödyt myöhemmin", "nytta senare", "benefits to come later"
        ),
    }
)
"""What each code is called."""


@attrs.frozen(kw_only=True)
class CodedAnswer:
    """
    One answer in codes (luokiteltu palaute); it has no name, no day and no words.

    Attributes:
        group: Which group the answer is of, as a sector; empty when it is not to be told.
        codes: What it is about.
    """

    group: str = ""
    codes: tuple[FeedbackCode, ...] = ()


@attrs.frozen(kw_only=True)
class Mentions:
    """
    How many answers are about a code (luokan maininnat).

    Attributes:
        code: Which code.
        count: In how many answers.
    """

    code: FeedbackCode
    count: int = attrs.field(validator=attrs.validators.ge(0))


@attrs.frozen(kw_only=True)
class PublishedFeedback:
    """
    Feedback that has been published (julkaistu palaute): whole numbers only, no single answers.

    Attributes:
        answers: How many answers there were.
        mentions: How many of them are about each code.
    """

    answers: int = attrs.field(validator=attrs.validators.ge(0))
    mentions: tuple[Mentions, ...] = ()

    def count(self, code: FeedbackCode) -> int:
        """Return how many answers are about the code."""
        return sum(one.count for one in self.mentions if one.code is code)


@attrs.frozen(kw_only=True)
class CodeCount:
    """
    What may be shown of the answers about a code (luokan yhteenveto).

    Attributes:
        code: Which code.
        all: In all answers; None when it is not shown.
        by_group: In the answers of each group that is shown; None for a number that is not shown.
    """

    code: FeedbackCode
    all: int | None
    by_group: Mapping[str, int | None] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Tally:
    """
    The feedback as it may be shown (palautteen yhteenveto).

    Attributes:
        answers: How many answers there are; None when there are too few to tell.
        least: Smallest number of answers of which counts are shown.
        groups: How many answers each group has that is shown.
        hidden_groups: How many groups are not shown by themselves.
        counts: By code, in the order of the codes; empty when there are too few answers.
    """

    answers: int | None
    least: int
    groups: Mapping[str, int] = attrs.field(factory=dict)
    hidden_groups: int = 0
    counts: tuple[CodeCount, ...] = ()
