"""The trace of one call from the first rule to the last instalment: all reports are made of it."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Assessment, Removal, ScoreSheet
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.conflicts import Conflict
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.funding import Grant
from innokumppanuus.domain.later import LATER
from innokumppanuus.domain.packs import Override, Pack
from innokumppanuus.domain.panel import EvaluationPanel
from innokumppanuus.domain.parameters import StatedValue, UsedParameter
from innokumppanuus.domain.pilot import Pilot
from innokumppanuus.domain.precedence import TieOrder
from innokumppanuus.domain.selection import Ranked, Selection
from innokumppanuus.domain.votes import Votes
from innokumppanuus.errors import Problem


@attrs.frozen(kw_only=True)
class Screening:
    """
    What all rules say of one application (kelpoisuuden tarkastus).

    Attributes:
        application: Id of the application.
        findings: One per eligibility rule and gate, in the order of the rule set.
        unanswered: Fields without an answer that must have one, in the order of the form.
        noted: One per other factor that has an expression: shown or scored, never barring.
        dated: Every dated value of the rule set on the day that counts for the application.
    """

    application: str
    findings: tuple[Finding, ...]
    unanswered: tuple[str, ...] = ()
    noted: tuple[Finding, ...] = ()
    dated: tuple[UsedParameter, ...] = attrs.field(default=(), metadata=LATER)

    @property
    def verdict(self) -> Verdict:
        """Not met when one rule is surely not met; else cannot tell when something is missing."""
        verdicts = {finding.verdict for finding in self.findings}
        if Verdict.NOT_MET in verdicts:
            return Verdict.NOT_MET
        if Verdict.CANNOT_TELL in verdicts or self.unanswered:
            return Verdict.CANNOT_TELL
        return Verdict.MET

    def to_supplement(self) -> tuple[str, ...]:
        """Return the fields to ask for, each once: what rules need first, then unanswered ones."""
        missing = [name for finding in self.findings for name in finding.missing]
        needed = [name for name in missing if "." not in name]  # the call's own facts have a dot
        return tuple(dict.fromkeys([*needed, *self.unanswered]))


class Outcome(StrEnum):
    """
    How one application fared (hakemuksen lopputulos).

    `ranked` is compared where no choice is made, since the call makes none or its limits contradict
    each other; `tied` is in some of the best sets while no
    rule decides between them, `below_threshold` has a score that is too low whatever
    the others are, `unranked` has passed screening and waits for its assessment,
    `eligible` has passed it in a call where nothing is scored and nothing chosen.
    """

    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
    TIED = "tied"
    RANKED = "ranked"
    BELOW_THRESHOLD = "below_threshold"
    UNRANKED = "unranked"
    ELIGIBLE = "eligible"
    TO_SUPPLEMENT = "to_supplement"
    NOT_ELIGIBLE = "not_eligible"


def is_below(call: Call, assessment: Assessment) -> bool:
    """Return whether a score or the sum of scores is below what the call asks for."""
    least = call.assessment.total_threshold if call.assessment else None
    too_low = assessment.below(call.thresholds())
    return bool(too_low) or assessment.is_below_total(least, call.tops())


@attrs.frozen(kw_only=True)
class Decision:
    """
    A decision with all it rests on (päätös perusteluineen).

    Attributes:
        call: The call with its whole rule set.
        ruleset_hash: SHA-256 of the canonical rule set, in hexadecimal.
        plugins: Name and version of each plugin that offered something.
        packs: Rule packs that the rule set stands on, from the lowest up.
        overrides: What the rule set changes in them.
        applications: Sorted by id.
        screenings: One per application, in the same order.
        sheets: Evaluators' sheets, sorted by evaluator.
        removals: Scores that do not count because of declared conflicts.
        assessments: One per application that passed screening.
        weights: Weight by item that was used, summing to 1, exact.
        ranking: Best first, equal totals by the tie steps; what these leave equal by id.
        ties: How the tie steps parted equal totals; None when the call has none.
        selection: None when nothing could be ranked or the call has no selection.
        grants: One per chosen application.
        pilots: One per chosen application.
        notes: What an official should know, as that a limit can never bind.
        has_fictional_field: True when the applications are made up, also in a real call.
        votes: Citizens' votes, when the selection method counts them.
        panel: The evaluators and their log; None when there is none beside the sheets.
        conflicts: Every conflict that was declared or found, with what was decided of it.
        stated: Numbers and sums of the rule set that are given as dated values.
    """

    call: Call
    ruleset_hash: str
    plugins: tuple[str, ...] = ()
    packs: tuple[Pack, ...] = ()
    overrides: tuple[Override, ...] = ()
    applications: tuple[Application, ...] = ()
    screenings: tuple[Screening, ...] = ()
    sheets: tuple[ScoreSheet, ...] = ()
    removals: tuple[Removal, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    weights: Mapping[str, Fraction] = attrs.field(factory=dict)
    ranking: tuple[Ranked, ...] = ()
    ties: TieOrder | None = attrs.field(default=None, metadata=LATER)
    selection: Selection | None = None
    grants: tuple[Grant, ...] = ()
    pilots: tuple[Pilot, ...] = ()
    notes: tuple[Problem, ...] = ()
    has_fictional_field: bool = False
    votes: Votes | None = attrs.field(default=None, metadata=LATER)
    panel: EvaluationPanel | None = attrs.field(default=None, metadata=LATER)
    conflicts: tuple[Conflict, ...] = attrs.field(default=(), metadata=LATER)
    stated: tuple[StatedValue, ...] = attrs.field(default=(), metadata=LATER)

    def outcome(self, application: str) -> Outcome:
        """Return how the application fared."""
        verdict = next(s.verdict for s in self.screenings if s.application == application)
        if verdict is Verdict.NOT_MET:
            return Outcome.NOT_ELIGIBLE
        if verdict is Verdict.CANNOT_TELL:
            return Outcome.TO_SUPPLEMENT
        if self.selection is None and not self.call.is_assessed():
            return Outcome.ELIGIBLE
        if application not in {ranked.application for ranked in self.ranking}:
            is_below = self._below_thresholds(application)
            return Outcome.BELOW_THRESHOLD if is_below else Outcome.UNRANKED
        return self._chosen(application)

    def waiting(self) -> tuple[str, ...]:
        """Return the applications that wait for a supplement or for their assessment, in order."""
        open_ones = (Outcome.TO_SUPPLEMENT, Outcome.UNRANKED)
        ids = (one.id for one in self.applications)
        return tuple(one for one in ids if self.outcome(one) in open_ones)

    @property
    def is_provisional(self) -> bool:
        """Whether a choice has been made while some still wait."""
        return self.selection is not None and bool(self.waiting())

    def _below_thresholds(self, application: str) -> bool:
        mine = (one for one in self.assessments if one.application == application)
        return any(is_below(self.call, one) for one in mine)

    def _chosen(self, application: str) -> Outcome:
        if self.selection is None or self.selection.optima.infeasible is not None:
            return Outcome.RANKED
        if self.selection.chosen is not None:
            chosen = application in self.selection.chosen.applications
            return Outcome.CHOSEN if chosen else Outcome.NOT_CHOSEN
        among = [application in one.applications for one in self.selection.optima.portfolios]
        if all(among):
            return Outcome.CHOSEN
        return Outcome.TIED if any(among) else Outcome.NOT_CHOSEN
