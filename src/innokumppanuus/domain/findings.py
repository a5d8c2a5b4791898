"""What a rule says of an applicant: data, never an exception."""

from collections.abc import Mapping
from enum import StrEnum

import attrs

from innokumppanuus.domain.parameters import UsedParameter


class Verdict(StrEnum):
    """Outcome of a rule (arvio ehdosta): there is no fourth, and not knowing is never a no."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"


@attrs.frozen(kw_only=True)
class Step:
    """
    One sub-expression with the value it took.

    Attributes:
        text: The sub-expression as the rule set has it.
        value: Its value in words that any language can show: a number, a date, true, or None when
            unknown.
        depth: How deep below the whole rule it lies; 0 is the whole rule.
    """

    text: str
    value: object
    depth: int = 0


@attrs.frozen(kw_only=True)
class TableHit:
    """
    What a decision table said (päätöstaulun osuma).

    Attributes:
        table: Id of the table.
        rows: Numbers of the rows that match for sure, from 1.
        cells: Their conditions.
    """

    table: str
    rows: tuple[int, ...]
    cells: tuple[Step, ...] = ()


class Bound(StrEnum):
    """Which values beside the nearest one would do as well (muutoksen raja)."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    EXACTLY = "exactly"
    GIVEN = "given"
    LEFT_OUT = "left_out"


@attrs.frozen(kw_only=True)
class AnswerChange:
    """
    Another answer to one field (vastauksen muutos).

    Attributes:
        field: Id of the field.
        before: The answer as it is; None when there is none.
        after: The nearest answer that would do; None when it would have to be left out.
        bound: Whether everything below, above or nothing beside it would do as well.
        others: Options that would do as well, in the order of the form.
    """

    field: str
    before: object
    after: object
    bound: Bound = Bound.EXACTLY
    others: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Change:
    """
    The smallest change to an application that would turn a rule (pienin muutos).

    Attributes:
        answers: What would be answered otherwise, all of it together.
    """

    answers: tuple[AnswerChange, ...]


@attrs.frozen(kw_only=True)
class Finding:
    """
    What one rule says of one application (havainto).

    Attributes:
        rule: Key of the rule.
        verdict: Met, not met or cannot tell.
        values: What the rule looked at: field or call value by name; None is missing.
        missing: Fields that must be known before the rule can tell.
        steps: The sub-expressions in the order of the text.
        note: Why it cannot be computed, where that is not a missing field (a message key).
        parameters: The dated values that it looked up, by their name in expressions.
        by_exception: Whether the rule is met only by its exception.
        tables: What the decision tables said that the rule looks at.
        changes: The smallest changes that would make it met, when it is not; see
            `engine.counterfactual`.
    """

    rule: str
    verdict: Verdict
    values: Mapping[str, object] = attrs.field(factory=dict)
    missing: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    note: str = ""
    tables: tuple[TableHit, ...] = ()
    parameters: tuple[UsedParameter, ...] = ()
    by_exception: bool = False
    changes: tuple[Change, ...] = ()
