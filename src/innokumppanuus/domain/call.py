"""
A call as its rule set states it: form, timetable, money, rules, criteria, choice, life cycle.

The attributes are the keys of the rule set file; `ruleset.schema` makes the JSON Schema of them.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.criteria import Criterion, Factor, FactorKind, Scale, Weighting
from innokumppanuus.domain.dates import Count, When, end_of_minute
from innokumppanuus.domain.follow_up import FollowUp
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.later import LATER
from innokumppanuus.domain.limits import ChoiceLimits
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.panel import PanelPolicy
from innokumppanuus.domain.parameters import ParameterUse
from innokumppanuus.domain.parties import Role
from innokumppanuus.domain.precedence import TieRule, TieStep, tie_rules
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.domain.sources import Fact, Source, missing
from innokumppanuus.domain.tables import DecisionTable
from innokumppanuus.errors import InvalidValue

MOMENT_FIELD, ID_FIELD, APPLICANT_FIELD = "submitted", "id", "applicant"
SECTOR_FIELD, AMOUNT_FIELD = "sector", "amount"


class FieldType(StrEnum):
    """What a form field holds (kentän tyyppi)."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    MOMENT = "moment"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    BUSINESS_ID = "business_id"


@attrs.frozen(kw_only=True)
class Option:
    """
    One answer that a choice offers (vaihtoehto).

    Attributes:
        id: Stable; expressions compare with it.
        name: What the applicant reads.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label


@attrs.frozen(kw_only=True)
class Field:
    """
    One question of the application form (lomakkeen kenttä).

    The ids `id`, `applicant`, `submitted`, `sector` and `amount` have a fixed meaning: the
    application's number, who applies, when it came in, the applicant's sector, the sum applied for.

    Attributes:
        id: Name in expressions: a letter, then letters, digits or `_`.
        name: The question, or the heading of the column.
        type: What it holds.
        required: Whether an empty answer is asked for in a request to supplement.
        options: Answers of a choice.
        help: A hint for the applicant.
        aliases: Other headings under which a spreadsheet may have it.
        is_public: False for what may hold a trade secret or personal data; it stays out of the
            public part of every report.
        fills: What of the 3P the answer tells, as `partnership.goals`.
        principle: Which of the 3P it serves.
        currency: Currency of a money field.
    """

    id: str = attrs.field(validator=attrs.validators.matches_re(r"[A-Za-z][A-Za-z0-9_]*"))
    name: Label
    type: FieldType = FieldType.TEXT
    required: bool = True
    options: tuple[Option, ...] = ()
    help: Label | None = None
    aliases: tuple[str, ...] = ()
    is_public: bool = True
    fills: str = ""
    principle: Principle | None = None
    currency: str = "EUR"


class ClosingMinute(StrEnum):
    """What "klo 23.59" means: the whole minute is in time, or only its first moment."""

    WHOLE = "whole"
    START = "start"


@attrs.frozen(kw_only=True)
class Timetable:
    """
    When the call runs (aikataulu).

    Attributes:
        opens: When applications may be sent.
        closes: When the last one may come in.
        closing_minute: Whether an application of 23:59:59 is in time when the call closes 23:59.
        decided: When the choice is to be made.
        starts: When the chosen ones are to start.
    """

    opens: Fact[When] = attrs.field(factory=missing)
    closes: Fact[When] = attrs.field(factory=missing)
    closing_minute: ClosingMinute = ClosingMinute.WHOLE
    decided: Fact[When] = attrs.field(factory=missing)
    starts: Fact[When] = attrs.field(factory=missing)

    @property
    def last_moment(self) -> datetime | None:
        """The last moment that is in time, by the rule of the closing minute."""
        closes = self.closes.value
        if closes is None:
            return None
        whole = self.closing_minute is ClosingMinute.WHOLE
        return end_of_minute(closes.latest) if whole else closes.latest


@attrs.frozen(kw_only=True)
class Budget:
    """
    The money of a call (määrärahat). Total, target and maximum are three different things.

    Attributes:
        total: All the money.
        cap_per_pilot: The most that one pilot may get.
        target: How many pilots are looked for; outside it is a warning.
        maximum: The most pilots that may be chosen; never broken.
    """

    total: Fact[Money] = attrs.field(factory=missing)
    cap_per_pilot: Fact[Money] = attrs.field(factory=missing)
    target: Fact[Count] = attrs.field(factory=missing)
    maximum: Fact[int] = attrs.field(factory=missing)

    def __attrs_post_init__(self) -> None:
        target, maximum = self.target.value, self.maximum.value
        if target is None or maximum is None:
            return
        if target.least > maximum or (target.most is not None and target.most > maximum):
            raise InvalidValue(
                "target-range", least=target.least, most=target.most, maximum=maximum
            )


@attrs.frozen(kw_only=True)
class EligibilityRule:
    """
    A condition that every application must meet (kelpoisuusehto).

    Attributes:
        id: Stable.
        name: The condition as a short sentence.
        when: Expression that is true when the condition is met; or
        rule: key of a rule that a plugin offers, with its
        options: settings.
        unless: Expression of an exception: the condition is met also when this is true.
        exception: The exception as a short sentence.
        because: What the applicant is told when it is not met.
        principle: Which of the 3P it serves.
        sources: Keys of the sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    when: str = ""
    rule: str = ""
    options: Mapping[str, object] = attrs.field(factory=dict)
    unless: str = ""
    exception: Label | None = None
    because: Label | None = None
    principle: Principle | None = None
    sources: tuple[str, ...] = ()


class Aggregate(StrEnum):
    """How several evaluators' scores make one."""

    MEAN = "mean"
    MEDIAN = "median"


class MissingScores(StrEnum):
    """
    What a score that nobody has given counts as. Never zero by accident.

    `excluded` uses the scores there are, `lowest` takes the bottom of the scale, `incomplete` lets
    the application wait until the score is given, `imputed` takes what other scores suggest.
    `zero`, and `raw_sum` which adds up what was given, punish applications: they are to compare.
    """

    EXCLUDED = "excluded"
    LOWEST = "lowest"
    INCOMPLETE = "incomplete"
    IMPUTED = "imputed"
    ZERO = "zero"
    RAW_SUM = "raw_sum"


class ConflictScope(StrEnum):
    """What a declared conflict removes: the evaluator from the whole call, or one application."""

    CALL = "call"
    APPLICATION = "application"


@attrs.frozen(kw_only=True)
class AssessmentPolicy:
    """
    How applications are scored (arviointi).

    Attributes:
        aggregate: Mean or median over evaluators.
        missing_scores: What a missing score counts as.
        conflict_removes: What a conflict removes; the whole call, since all applications compete.
        least_evaluators: How many evaluators each application needs; fewer leaves it unranked.
        scale: The common scale.
        weighting: Weights or order of the criteria and scored factors; for the ranking only.
        total_threshold: Lowest sum of the scores as given, without weights, that is enough.
        panel: How the evaluators' panel works; the usual way when not given.
    """

    aggregate: Aggregate = Aggregate.MEAN
    missing_scores: MissingScores = MissingScores.INCOMPLETE
    conflict_removes: ConflictScope = ConflictScope.CALL
    least_evaluators: int = attrs.field(default=1, validator=attrs.validators.ge(1))
    scale: Scale = attrs.field(factory=Scale)
    weighting: Weighting
    total_threshold: Fraction | None = attrs.field(default=None, metadata=LATER)
    panel: PanelPolicy | None = attrs.field(default=None, metadata=LATER)


class Rest(StrEnum):
    """What happens to the money that is left (käyttämättä jäävä määräraha)."""

    RETURNED = "returned"
    NEXT_CALL = "next_call"
    NOT_STATED = "not_stated"


@attrs.frozen(kw_only=True)
class SelectionPolicy:
    """
    How the choice is made (valinta).

    Attributes:
        selector: Key of a selection method that a plugin offers.
        tie_rules: What decides between equally good sets, in this order. When they do not decide,
            people do, and the decision says so.
        lottery_seed: Published seed of the lottery.
        rest: What happens to the money that is left.
        options: Settings of the method.
        limits: Limits beside the money and the most pilots of `budget`.
        tie_steps: What orders applications of equal total, from the top down, each step for those
            that the earlier ones leave equal.
    """

    selector: str = "exact_sum"
    tie_rules: tuple[TieRule, ...] = attrs.field(default=(), converter=tie_rules)
    lottery_seed: str = ""
    rest: Rest = Rest.NOT_STATED
    options: Mapping[str, object] = attrs.field(factory=dict)
    limits: ChoiceLimits | None = attrs.field(default=None, metadata=LATER)
    tie_steps: tuple[TieStep, ...] = attrs.field(default=(), metadata=LATER)


@attrs.frozen(kw_only=True)
class FundingPolicy:
    """
    Which funding scheme pays (rahoitusmalli).

    Attributes:
        scheme: Key of a scheme that a plugin offers; the sum applied for when empty.
        options: Settings of the scheme.
    """

    scheme: str = ""
    options: Mapping[str, object] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Lifecycle:
    """
    What happens to a chosen pilot (pilotin elinkaari).

    Attributes:
        duration_months: Least and most whole months.
        ends_by: The last moment it may end.
        report_due: When the final report must be ready; absolute, not counted from the end.
    """

    duration_months: Fact[Count] = attrs.field(factory=missing)
    ends_by: Fact[When] = attrs.field(factory=missing)
    report_due: Fact[When] = attrs.field(factory=missing)


@attrs.frozen(kw_only=True)
class Gap:
    """
    Something the call does not state (aukko): kept as a gap, never filled by a guess.

    Attributes:
        topic: What is not stated.
        note: What to know of it.
    """

    topic: Label
    note: str = ""


@attrs.frozen(kw_only=True)
class Call:
    """
    A call (haku) with everything its rule set states.

    Attributes:
        id: Stable.
        name: What the call is called.
        zone: Time zone of every time in it.
        purpose: What it is for.
        programme: Id of the programme it belongs to.
        is_fictional: True when made up for teaching or tests.
        sources: What the facts rest on, by key.
        roles: Organiser, grantor, funder and others.
        principles: What the call holds of each of the 3P.
        parameters: Dated values of law or policy; expressions name them `parameter.<name>`.
        form: Questions of the application form.
        tables: Decision tables; expressions name their outcomes `table.<id>`.
        eligibility: Conditions every application must meet.
        criteria: What applications are scored by.
        factors: Other matters that affect the choice.
        gaps: What the call does not state.
        follow_up: How pilots are followed; None when the call says nothing of it.
    """

    id: str = attrs.field(validator=attrs.validators.matches_re(r"[a-z0-9][a-z0-9_-]*"))
    name: Label
    zone: str = "Europe/Helsinki"
    purpose: Label | None = None
    programme: str = ""
    is_fictional: bool = False
    sources: Mapping[str, Source] = attrs.field(factory=dict)
    roles: tuple[Role, ...] = ()
    principles: Principles = attrs.field(factory=Principles)
    timetable: Timetable = attrs.field(factory=Timetable)
    budget: Budget = attrs.field(factory=Budget)
    parameters: Mapping[str, ParameterUse] = attrs.field(factory=dict)
    form: tuple[Field, ...]
    tables: tuple[DecisionTable, ...] = ()
    eligibility: tuple[EligibilityRule, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    factors: tuple[Factor, ...] = ()
    assessment: AssessmentPolicy | None = None
    selection: SelectionPolicy | None = None
    funding: FundingPolicy = attrs.field(factory=FundingPolicy)
    lifecycle: Lifecycle = attrs.field(factory=Lifecycle)
    gaps: tuple[Gap, ...] = ()
    follow_up: FollowUp | None = attrs.field(default=None, metadata=LATER)

    def field(self, field_id: str) -> Field | None:
        """Return the form field with the id, or None."""
        return next((field for field in self.form if field.id == field_id), None)

    def scored(self) -> Iterator[Criterion | Factor]:
        """Yield what makes up the total: the criteria, then the scored factors."""
        yield from self.criteria
        yield from (factor for factor in self.factors if factor.kind is FactorKind.SCORED)

    def is_assessed(self) -> bool:
        """Return whether evaluators score anything; a call may decide by its rules alone."""
        return any(True for _ in self.scored())

    def thresholds(self) -> dict[str, Fraction]:
        """Return the lowest score that is enough, by criterion that has one."""
        return {one.id: one.threshold for one in self.criteria if one.threshold is not None}

    def tops(self) -> dict[str, Fraction]:
        """Return the highest score of everything that is scored."""
        return {one.id: self.scale_of(one).top for one in self.scored()}

    def scale_of(self, item: Criterion | Factor) -> Scale:
        """Return the item's own scale, or the common one."""
        common = self.assessment.scale if self.assessment else Scale()
        return item.scale or common
