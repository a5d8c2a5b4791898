"""What is known of how a panel has scored. It judges no evaluator and changes no score."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.call import MissingScores
from innokumppanuus.domain.decision import Outcome
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.errors import Problem

WHOLE = ""
"""Stands for the weighted total in the place of an item."""


class Measure(StrEnum):
    """
    A measure of agreement (yksimielisyyden mittari).

    The first four are Krippendorff's alpha by the level of measurement, `kendall` is Kendall's
    concordance of ranks, the others are intraclass correlations: of one evaluator's score and, with
    `_mean`, of the mean of all; evaluators drawn anew for each application, drawn once, or fixed.
    """

    ALPHA_NOMINAL = "alpha_nominal"
    ALPHA_ORDINAL = "alpha_ordinal"
    ALPHA_INTERVAL = "alpha_interval"
    ALPHA_RATIO = "alpha_ratio"
    KENDALL = "kendall"
    ICC_ONE_WAY = "icc_one_way"
    ICC_TWO_WAY = "icc_two_way"
    ICC_FIXED = "icc_fixed"
    ICC_ONE_WAY_MEAN = "icc_one_way_mean"
    ICC_TWO_WAY_MEAN = "icc_two_way_mean"
    ICC_FIXED_MEAN = "icc_fixed_mean"


class Unmeasured(StrEnum):
    """
    Why a measure has no value (mittaamatta jäämisen syy).

    `few`: too little was scored by two evaluators; `same`: all scores are equal, so that agreement
    cannot be told from chance; `negative`: the ratio level needs scores of zero or more.
    """

    FEW = "few"
    SAME = "same"
    NEGATIVE = "negative"


@attrs.frozen(kw_only=True)
class Ratings:
    """
    What evaluators gave to one item (annetut pisteet).

    Attributes:
        item: Criterion or scored factor; `WHOLE` for the weighted total of each evaluator.
        scores: Score by application and evaluator; what was not given is not there.
    """

    item: str
    scores: Mapping[str, Mapping[str, Fraction]]

    def evaluators(self) -> tuple[str, ...]:
        """Return everyone who has scored something, sorted."""
        return tuple(sorted({one for given in self.scores.values() for one in given}))

    def count(self) -> int:
        """Return how many scores there are."""
        return sum(len(given) for given in self.scores.values())


@attrs.frozen(kw_only=True)
class SampledInterval:
    """
    Between what a measure lies in samples drawn with replacement (otantaväli).

    Attributes:
        low: Lower bound, in millionths.
        high: Upper bound, in millionths.
        share: How much of the samples lies between, 0–1.
        draws: How many samples were drawn.
        seed: What the samples were drawn with.
    """

    low: Fraction
    high: Fraction
    share: Fraction
    draws: int
    seed: int


@attrs.frozen(kw_only=True)
class Agreement:
    """
    How far evaluators agree (arvioijien yksimielisyys).

    Attributes:
        measure: Which measure.
        item: Of which item.
        value: Exact, at most 1; None when it cannot be told.
        applications: How many applications it rests on.
        left_out: How many scored applications it cannot use.
        why: Why there is no value.
        interval: Sampled; None when nobody has drawn it.
    """

    measure: Measure
    item: str
    value: Fraction | None
    applications: int
    left_out: int = 0
    why: Unmeasured | None = None
    interval: SampledInterval | None = None


@attrs.frozen(kw_only=True)
class ItemSpread:
    """
    How far apart the scores of one item are (kriteerin pisteiden hajonta).

    Attributes:
        item: Which item.
        least: Lowest score given.
        most: Highest score given.
        mean: Of all scores given.
        deviation: Standard deviation within applications, pooled, rounded up to a millionth.
        differences: Distance of the highest from the lowest score, by application with two or more.
    """

    item: str
    least: Fraction
    most: Fraction
    mean: Fraction
    deviation: Fraction
    differences: Mapping[str, Fraction] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Severity:
    """
    How much lower than the others an evaluator scores the same applications (ankaruus).

    Attributes:
        evaluator: Name or code as on the sheet.
        item: Of which item.
        lower_by: Points below the mean evaluator of the component; negative is lenient. In
            millionths.
        low: Lower bound of the confidence interval; None when nothing is left to reckon it from.
        high: Upper bound of the interval.
        scores: How many scores it rests on.
        component: Number of the connected part of the panel, from 1.
    """

    evaluator: str
    item: str
    lower_by: Fraction
    low: Fraction | None = None
    high: Fraction | None = None
    scores: int
    component: int = 1


@attrs.frozen(kw_only=True)
class CorrectedScore:
    """
    An application's mean as given and with severity taken out (korjattu keskiarvo), side by side.

    The corrected one is for discussion. It replaces nothing.

    Attributes:
        application: Id of the application.
        item: Of which item.
        raw: Mean of the scores given.
        corrected: What the evaluators' mean would be if all were equally severe. In millionths.
        raw_rank: Rank by the raw means; equal ones share the best.
        corrected_rank: Rank by the corrected means.
        component: Number of the connected part of the panel, from 1; ranks over several parts
            compare what the scores cannot.
    """

    application: str
    item: str
    raw: Fraction
    corrected: Fraction
    raw_rank: int
    corrected_rank: int
    component: int = 1


@attrs.frozen(kw_only=True)
class SeverityReport:
    """
    Severity of one item (ankaruusarvio).

    Attributes:
        item: Which item.
        components: How many connected parts the panel falls into.
        severities: By evaluator.
        corrected: By application.
        share: How much of the cases the intervals are to hold, 0–1.
    """

    item: str
    components: int
    severities: tuple[Severity, ...] = ()
    corrected: tuple[CorrectedScore, ...] = ()
    share: Fraction = Fraction(95, 100)


@attrs.frozen(kw_only=True)
class PolicyEffect:
    """
    What would be with another way to handle missing scores (puuttuvien käsittelyn vaikutus).

    Attributes:
        policy: The way.
        in_force: Whether the rule set names it.
        totals: Weighted total by application that could be ranked.
        outcomes: How each application would fare.
        differs: Applications that fare otherwise than with the way in force, sorted.
    """

    policy: MissingScores
    in_force: bool
    totals: Mapping[str, Fraction] = attrs.field(factory=dict)
    outcomes: Mapping[str, Outcome] = attrs.field(factory=dict)
    differs: tuple[str, ...] = ()


class Absence(StrEnum):
    """Who is left out to see what holds: an evaluator, or an application (poisjätetty)."""

    EVALUATOR = "evaluator"
    APPLICATION = "application"


@attrs.frozen(kw_only=True)
class AbsenceEffect:
    """
    What would be without one evaluator or one application (poisjätön vaikutus).

    Attributes:
        absence: Whether an evaluator or an application is left out.
        id: Who.
        moved: By how many places each application would rise; only those that move.
        unranked: Ranked ones that could no longer be ranked.
        entered: Those that would be chosen, too.
        dropped: Those that would no longer be chosen, the one left out apart.
        is_open: Whether people would have to decide between equal sets.
        was_chosen: Whether the application left out was chosen itself.
        freed: Evaluators whom a conflict with the application left out keeps away from the whole
            call, and whose scores would count again.
    """

    absence: Absence
    id: str
    moved: Mapping[str, int] = attrs.field(factory=dict)
    unranked: tuple[str, ...] = ()
    entered: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    is_open: bool = False
    was_chosen: bool = False
    freed: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the choice stays the same; a free place may be filled."""
        return not self.dropped and not self.is_open and (self.was_chosen or not self.entered)


@attrs.frozen(kw_only=True)
class PanelHealth:
    """
    All that is known of how the panel scored (paneelin terveys).

    Attributes:
        agreements: By item and measure.
        spreads: By item.
        components: How many connected parts the panel falls into; 0 without scores.
        severities: By item; none when no plugin reckons them.
        bounds: From which numbers on people are told to look, with their sources.
        warnings: What people should look at, in words.
    """

    agreements: tuple[Agreement, ...] = ()
    spreads: tuple[ItemSpread, ...] = ()
    components: int = 0
    severities: tuple[SeverityReport, ...] = ()
    bounds: tuple[UsedParameter, ...] = ()
    warnings: tuple[Problem, ...] = ()
