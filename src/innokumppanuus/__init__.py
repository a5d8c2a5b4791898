"""
Calls and programmes of innovation partnership: rules, choice and reasons that can be defended.

The nouns and the errors are at hand here. The verbs have their own doors, so that importing a noun
loads nothing else: `workspace.Workspace` decides, `intake` reads and writes tables, `plugin` is for
authors of plugins.
"""

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Assessment, Declaration, Mark, ScoreSheet
from innokumppanuus.domain.call import Budget, Call, EligibilityRule, Field, Timetable
from innokumppanuus.domain.criteria import Criterion, Factor, Scale, Weighting, WeightingKind
from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.decision import Decision, Outcome, Screening
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.funding import Grant, Instalment
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId, Party, Role
from innokumppanuus.domain.pilot import Pilot
from innokumppanuus.domain.principles import (
    InnovativeProcurement,
    Partnership,
    Principle,
    Principles,
    UserCentredness,
)
from innokumppanuus.domain.programme import Programme
from innokumppanuus.domain.selection import Portfolio, Ranked, Selection
from innokumppanuus.domain.sources import Fact, Source
from innokumppanuus.errors import InnokumppanuusError, Problem, Problems

__all__ = [
    "Application",
    "Assessment",
    "Budget",
    "BusinessId",
    "Call",
    "Count",
    "Criterion",
    "Decision",
    "Declaration",
    "EligibilityRule",
    "Fact",
    "Factor",
    "Field",
    "Finding",
    "Grant",
    "InnokumppanuusError",
    "InnovativeProcurement",
    "Instalment",
    "Label",
    "Mark",
    "Money",
    "Outcome",
    "Partnership",
    "Party",
    "Pilot",
    "Portfolio",
    "Principle",
    "Principles",
    "Problem",
    "Problems",
    "Programme",
    "Ranked",
    "Reason",
    "Role",
    "Scale",
    "ScoreSheet",
    "Screening",
    "Selection",
    "Source",
    "Timetable",
    "UserCentredness",
    "Verdict",
    "Weighting",
    "WeightingKind",
    "When",
]
