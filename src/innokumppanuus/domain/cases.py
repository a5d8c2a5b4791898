"""Officials' tests: cases as sentences, and what came of them. They are no real applications."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue

Given: TypeAlias = Mapping[str, Answer | None]
"""Answers by field id; None leaves the answer out."""


@attrs.frozen(kw_only=True)
class Expectation:
    """
    What must come of a case (odotus); at least one thing.

    Attributes:
        rules: Verdict by eligibility rule or factor.
        outcome: What screening as a whole must come to.
        asks: Fields that must be asked for, no more and no fewer, in any order.
        values: Value by expression; None when it cannot be told.
    """

    rules: Mapping[str, Verdict] = attrs.field(factory=dict)
    outcome: Verdict | None = None
    asks: tuple[str, ...] | None = None
    values: Mapping[str, object] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        if not (self.rules or self.outcome or self.asks is not None or self.values):
            raise InvalidValue("case-expects-nothing")


@attrs.frozen(kw_only=True)
class Case:
    """
    One test of a rule set, told by an official (tapaus).

    Attributes:
        sentence: What it shows, as people say it.
        base: Name of the example application it starts from; none when empty.
        given: Answers that differ from it.
        expect: What must come of it.
        confirmed: Whether an official has confirmed it; a suggestion waits for that.
    """

    sentence: Label
    base: str = ""
    given: Given = attrs.field(factory=dict)
    expect: Expectation
    confirmed: bool = True


@attrs.frozen(kw_only=True)
class CaseFile:
    """
    The cases of one rule set (tapaustiedosto).

    Attributes:
        bases: Example applications by name, as their answers.
        cases: In the order of the file.
    """

    bases: Mapping[str, Given] = attrs.field(factory=dict)
    cases: tuple[Case, ...]

    def application(self, case: Case) -> Application:
        """Return the example application of the case with its changes made."""
        merged = {**self.bases.get(case.base, {}), **case.given}
        answers = {name: value for name, value in merged.items() if value is not None}
        return Application(id=str(answers.get("id") or case.base or "–"), answers=answers)


class Expected(StrEnum):
    """What a mismatch is about (odotuksen kohde)."""

    RULE = "rule"
    OUTCOME = "outcome"
    ASKS = "asks"
    VALUE = "value"


@attrs.frozen(kw_only=True)
class Mismatch:
    """
    One expectation that did not come true (poikkeama odotuksesta).

    Attributes:
        about: What was expected.
        name: The rule or the expression; empty for the whole.
        expected: What had to come.
        got: What came.
        finding: What the rule said, for telling why.
    """

    about: Expected
    name: str = ""
    expected: object
    got: object
    finding: Finding | None = None


@attrs.frozen(kw_only=True)
class CaseResult:
    """
    What came of one case (tapauksen tulos).

    Attributes:
        case: The case.
        application: The application it was tried with.
        mismatches: What came otherwise than expected; none when the case holds.
    """

    case: Case
    application: Application
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def holds(self) -> bool:
        return not self.mismatches


@attrs.frozen(kw_only=True)
class Boundary:
    """
    A comparison of a rule that cases do not show on both sides (raja).

    Attributes:
        rule: The rule or factor.
        text: The comparison as the rule set has it.
        fields: Fields that it compares.
        lacks: What the comparison gives on the sides that no case is just at.
    """

    rule: str
    text: str
    fields: tuple[str, ...]
    lacks: tuple[bool, ...]


@attrs.frozen(kw_only=True)
class Suggestion:
    """
    A case that would show one side of a boundary (ehdotettu tapaus).

    Attributes:
        rule: The rule or factor.
        field: The field whose answer differs from the base.
        answer: The answer just at the boundary; None leaves it out.
        also: Other answers that differ, so that the row of a table is reached.
        base: The example application that all other answers are of.
        verdict: What the rule says of it as it stands.
    """

    rule: str
    field: str
    answer: Answer | None
    also: Given = attrs.field(factory=dict)
    base: str
    verdict: Verdict
