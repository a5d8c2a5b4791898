"""What applications are judged by: scales, criteria, other factors and their weights or order."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.later import LATER
from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import InvalidValue


class Join(StrEnum):
    """How sub-aspects make one score: `any` takes the highest, `all` the lowest."""

    ALL = "all"
    ANY = "any"


class FactorKind(StrEnum):
    """What another factor does: bars, scores, or is only noted (seikan vaikutus)."""

    GATE = "gate"
    SCORED = "scored"
    NOTED = "noted"


class WeightingKind(StrEnum):
    """
    What is known of how much the criteria count (painotuksen laji).

    `weights` gives them, `order` only which matters more, `intervals` between what shares each
    weight lies, `ratios` how many times one counts against another, `panel` what each member of a
    panel would give, and `none` nothing at all.
    """

    WEIGHTS = "weights"
    ORDER = "order"
    INTERVALS = "intervals"
    RATIOS = "ratios"
    PANEL = "panel"
    NONE = "none"


class Representative(StrEnum):
    """Named rule that picks one weight vector out of those that respect an order."""

    RANK_ORDER_CENTROID = "rank_order_centroid"


@attrs.frozen(kw_only=True)
class Level:
    """
    One described level of a scale (arviointitaso).

    Attributes:
        score: The score that it describes.
        name: What deserves the score.
    """

    score: Fraction
    name: Label


@attrs.frozen(kw_only=True)
class Scale:
    """
    What a score may be (arviointiasteikko).

    Attributes:
        bottom: Lowest score.
        top: Highest score.
        step: Distance between two scores, as 1 or 0.5.
        levels: Described levels, rising; scores between them are allowed in steps.
    """

    bottom: Fraction = Fraction(0)
    top: Fraction = Fraction(5)
    step: Fraction = Fraction(1)
    levels: tuple[Level, ...] = ()

    def __attrs_post_init__(self) -> None:
        scores = [level.score for level in self.levels]
        rising = all(low < high for low, high in pairwise(scores))
        if not (self.bottom < self.top and self.step > 0 and rising):
            raise InvalidValue("scale-order", got=", ".join(map(str, scores or [self.bottom])))
        for score in (self.top, *scores):
            self.check(score)

    def check(self, score: Fraction) -> Fraction:
        """Return *score*, or raise InvalidValue when the scale has no such score."""
        whole_steps = (score - self.bottom) % self.step == 0
        if not (self.bottom <= score <= self.top and whole_steps):
            raise InvalidValue(
                "scale-step", bottom=self.bottom, top=self.top, step=self.step, got=score
            )
        return score


@attrs.frozen(kw_only=True)
class Aspect:
    """
    A part of a criterion that is scored by itself (osatekijä).

    Attributes:
        id: Letters or digits, unique in the criterion.
        name: What is scored.
    """

    id: str
    name: Label


@attrs.frozen(kw_only=True)
class Criterion:
    """
    What applications are scored by (arviointikriteeri, valintaperuste).

    Attributes:
        id: Stable, as K1.
        name: What is judged, in the words of the call.
        description: What to look at.
        scale: Its own scale; None takes the common one of the rule set.
        aspects: Sub-aspects that are scored instead of the whole; none scores the whole.
        join: How the aspects make one score.
        threshold: Lowest joined score that is enough; None sets no threshold.
        principle: Which of the 3P it serves.
        sources: Keys of the sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    description: Label | None = None
    scale: Scale | None = None
    aspects: tuple[Aspect, ...] = ()
    join: Join = Join.ALL
    threshold: Fraction | None = None
    principle: Principle | None = None
    sources: tuple[str, ...] = ()

    def columns(self) -> Iterator[tuple[str, Label]]:
        """Yield the id and name of what an evaluator scores: the aspects, or the criterion."""
        if not self.aspects:
            yield self.id, self.name
        for aspect in self.aspects:
            yield f"{self.id}.{aspect.id}", aspect.name


@attrs.frozen(kw_only=True)
class Factor:
    """
    Another matter that affects the choice (muu valintaan vaikuttava seikka).

    Attributes:
        id: Stable, as L1.
        name: What it is, in the words of the call.
        kind: `gate` bars when not met, `scored` is scored, `noted` is only shown.
        when: Expression that decides it. A gate or note has one; a scored factor with one scores
            itself (top of the scale when met, bottom when not), without one evaluators score it.
        scale: Its own scale; None takes the common one.
        principle: Which of the 3P it serves.
        sources: Keys of the sources.
        note: Why this kind, when the source does not say.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    kind: FactorKind
    when: str = ""
    scale: Scale | None = None
    principle: Principle | None = None
    sources: tuple[str, ...] = ()
    note: str = ""

    def columns(self) -> Iterator[tuple[str, Label]]:
        """Yield the id and name of what an evaluator scores; nothing when it scores itself."""
        if not self.when:
            yield self.id, self.name


@attrs.frozen(kw_only=True)
class WeightInterval:
    """
    Between what shares of the whole one weight lies (painoväli).

    Attributes:
        least: Its smallest share, 0–1.
        most: Its largest share, 0–1.
    """

    least: Fraction = Fraction(0)
    most: Fraction = Fraction(1)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.least <= self.most <= 1:
            raise InvalidValue("weight-interval", least=self.least, most=self.most)


@attrs.frozen(kw_only=True)
class WeightRatio:
    """
    How many times one criterion counts against another (painosuhde).

    Attributes:
        first: The one that is compared.
        second: What it is compared with.
        least: The first weighs at least this many times the second.
        most: The first weighs at most this many times the second; none sets no such bound.
    """

    first: str
    second: str
    least: Fraction = Fraction(1)
    most: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        if self.first == self.second:
            raise InvalidValue("weight-ratio-self", got=self.first)
        if self.least < 0 or (self.most is not None and self.most < self.least):
            raise InvalidValue("weight-ratio", least=self.least, most=self.most)


@attrs.frozen(kw_only=True)
class Weighting:
    """
    How much the criteria count (painotus): weights, or what is known of them.

    What does not fix the weights leaves a region of them. Totals are made with its centre, or with
    *weights* when these are given, too; robustness looks at the whole region.

    Attributes:
        kind: What is known of the weights.
        weights: Points or per cent by criterion or scored factor; only their ratios matter.
        order: Most important first. Each group is one or more ids; within a group no order is
            known.
        representative: Named rule that picks one weight vector out of those that respect the
            order.
        note: Why this order, when the source does not say it all.
        intervals: Shares by criterion or scored factor; what is not named may have any share.
        ratios: How many times one counts against another.
        panel: By member of the panel, the points that the member would give to each; each weight
            lies between the smallest and the largest share that a member gives it.
    """

    kind: WeightingKind
    weights: Mapping[str, Fraction] = attrs.field(factory=dict)
    order: tuple[tuple[str, ...], ...] = ()
    representative: Representative = Representative.RANK_ORDER_CENTROID
    note: str = ""
    intervals: Mapping[str, WeightInterval] = attrs.field(factory=dict, metadata=LATER)
    ratios: tuple[WeightRatio, ...] = attrs.field(default=(), metadata=LATER)
    panel: Mapping[str, Mapping[str, Fraction]] = attrs.field(factory=dict, metadata=LATER)
