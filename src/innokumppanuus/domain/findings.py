"""What a rule says of an applicant: data, never an exception."""

from collections.abc import Mapping
from enum import StrEnum

import attrs


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
    """

    rule: str
    verdict: Verdict
    values: Mapping[str, object] = attrs.field(factory=dict)
    missing: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    note: str = ""
