"""What evaluators give, and what it comes to. No totals of money and no choice."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.later import LATER


@attrs.frozen(kw_only=True)
class Declaration:
    """
    What an evaluator says of a conflict of interest with one application (esteellisyysilmoitus).

    Attributes:
        application: Id of the application.
        has_conflict: None when nothing has been declared yet.
        ground: Why, in the evaluator's words.
    """

    application: str
    has_conflict: bool | None = None
    ground: str = ""


@attrs.frozen(kw_only=True)
class Mark:
    """
    One score of one evaluator (pistemäärä).

    Attributes:
        application: Id of the application.
        item: Id of what is scored: `K1`, or `K1.a` for an aspect.
        score: On the item's scale; None when it was left empty.
        reason: Why, in the evaluator's words.
    """

    application: str
    item: str
    score: Fraction | None = None
    reason: str = ""


@attrs.frozen(kw_only=True)
class ScoreSheet:
    """One evaluator's sheet (arviointilomake): declarations first, then scores."""

    evaluator: str = attrs.field(validator=attrs.validators.min_len(1))
    declarations: tuple[Declaration, ...] = ()
    marks: tuple[Mark, ...] = ()


@attrs.frozen(kw_only=True)
class Removal:
    """
    An evaluator's scores that do not count because of a conflict or a replacement.

    Attributes:
        evaluator: Whose scores.
        application: Of which application.
        ground: The evaluator's words, or what ties the evaluator to the applicant.
        key: Key of the ground, or `replaced`; empty when only a score sheet tells of a conflict.
    """

    evaluator: str
    application: str
    ground: str = ""
    key: str = attrs.field(default="", metadata=LATER)


@attrs.frozen(kw_only=True)
class ItemScore:
    """
    What one criterion or scored factor of one application comes to.

    Attributes:
        item: Id of the criterion or factor.
        score: Joined and aggregated; None when it cannot be told.
        by_evaluator: Joined score of each evaluator who counts; None where it was left empty.
        is_recorded: Whether the score is what the panel agreed on, and not put together.
    """

    item: str
    score: Fraction | None
    by_evaluator: Mapping[str, Fraction | None] = attrs.field(factory=dict)
    is_recorded: bool = attrs.field(default=False, metadata=LATER)


class NeedKind(StrEnum):
    """What an assessment waits for (puuttuva tieto arvioinnissa)."""

    SCORE = "score"
    DECLARATION = "declaration"
    EVALUATORS = "evaluators"
    CONSENSUS = "consensus"
    ANSWER = "answer"


@attrs.frozen(kw_only=True)
class Need:
    """
    One thing that keeps an application from being ranked.

    Attributes:
        kind: A score, a declaration, more evaluators, an agreed score, or an applicant's answer.
        evaluator: Who is to give it; empty when nobody in particular.
        item: Criterion or factor it is about; empty when it is about the whole.
    """

    kind: NeedKind
    evaluator: str = ""
    item: str = ""


@attrs.frozen(kw_only=True)
class Assessment:
    """
    What one application comes to (arviointitulos).

    Attributes:
        application: Id of the application.
        items: One per criterion and scored factor, in the order of the rule set.
        missing: What keeps it from being ranked; empty when it can be.
    """

    application: str
    items: tuple[ItemScore, ...]
    missing: tuple[Need, ...] = ()

    @property
    def is_complete(self) -> bool:
        return not self.missing and all(item.score is not None for item in self.items)

    def below(self, thresholds: Mapping[str, Fraction]) -> tuple[str, ...]:
        """Return the items whose score is known and below their threshold."""
        return tuple(
            one.item
            for one in self.items
            if one.score is not None and one.item in thresholds and one.score < thresholds[one.item]
        )

    def is_below_total(self, threshold: Fraction | None, tops: Mapping[str, Fraction]) -> bool:
        """Return whether the sum of the scores is too low, whatever those not known are."""
        if threshold is None:
            return False
        most = (one.score if one.score is not None else tops[one.item] for one in self.items)
        return sum(most, Fraction(0)) < threshold

    @property
    def points(self) -> Fraction | None:
        """Return the sum of the scores without weights; None when one of them is not known."""
        return sum(self.scores(), Fraction(0)) if self.is_complete else None

    def scores(self) -> tuple[Fraction, ...]:
        """Return the score of each item; only of a complete assessment."""
        return tuple(item.score for item in self.items if item.score is not None)
