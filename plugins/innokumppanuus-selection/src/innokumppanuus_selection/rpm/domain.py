"""A question whose answer would settle who is borderline, and what each answer settles."""

from enum import StrEnum
from fractions import Fraction

import attrs


class About(StrEnum):
    """What a question is about: which of two criteria weighs more, or how high a score is."""

    WEIGHTS = "weights"
    SCORE = "score"


@attrs.frozen(kw_only=True)
class Answer:
    """
    What one answer would come to.

    Attributes:
        sets: How many sets no other beats then.
        settled: Borderline applications that become core or exterior, by id.
    """

    sets: int
    settled: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Question:
    """
    A question to those who decide, or to the evaluators (ratkaiseva kysymys).

    Attributes:
        about: Whether two criteria are compared, or a score is asked for.
        item: The criterion; of two the first.
        other: The second criterion; empty when a score is asked for.
        application: Whose score; empty when criteria are compared.
        middle: The middle of the score's bounds; None when criteria are compared.
        yes: When the first criterion weighs at least as much, or the score is the middle or more.
        no: When it weighs at most as much, or the score is the middle or less.
    """

    about: About
    item: str
    other: str = ""
    application: str = ""
    middle: Fraction | None = None
    yes: Answer
    no: Answer

    @property
    def surely(self) -> int:
        """How many borderline applications are settled whatever the answer."""
        return min(len(self.yes.settled), len(self.no.settled))

    @property
    def worth(self) -> tuple[int, int]:
        """What questions are compared by: settled surely, then by both answers together."""
        return self.surely, len(self.yes.settled) + len(self.no.settled)


@attrs.frozen(kw_only=True)
class Questions:
    """
    What could be asked.

    Attributes:
        borderline: How many applications are borderline now.
        best: Questions that settle the most, all of those that settle equally much.
        others: The rest, those that settle more first.
    """

    borderline: int
    best: tuple[Question, ...]
    others: tuple[Question, ...] = ()
