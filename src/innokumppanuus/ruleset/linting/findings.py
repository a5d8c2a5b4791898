"""What the linter can find, each with its severity. It looks at nothing itself."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs

from innokumppanuus.errors import Place


class Severity(StrEnum):
    """How grave a finding is: an error cannot be meant, a note may well be."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen(kw_only=True)
class LintFinding:
    """
    One thing to look at (huomio säännöstöstä), said as `lint.<key>` and `lint.<key>.mend`.

    Attributes:
        key: Stable name; an acknowledgement in the file names it.
        severity: How grave it is.
        values: What fills the texts in.
        place: Where it is.
        path: What it is about, as `eligibility[cap].when`.
        reason: Why it is acknowledged, in the words of the file; empty when it is not.
    """

    key: str
    severity: Severity
    values: Mapping[str, object] = attrs.field(factory=dict)
    place: Place = Place()
    path: str = ""
    reason: str = ""

    @property
    def is_acknowledged(self) -> bool:
        return bool(self.reason)

    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """Order of the file."""
        place = self.place
        values = repr(sorted((name, str(value)) for name, value in self.values.items()))
        return place.file, place.line, place.column, self.path, self.key, values


_ERRORS = (
    "rule-never-met",
    "rule-never-decided",
    "rules-contradict",
    "shortest-pilot-ends-late",
    "report-before-end",
    "decided-before-close",
    "starts-before-decided",
    "ends-before-start",
    "target-above-money",
    "limit-above-maximum",
    "limit-above-budget",
)
_WARNINGS = (
    "budget-never-binds",
    "cap-never-binds",
    "threshold-never-binds",
    "limit-never-binds",
    "threshold-between-steps",
    "rule-always-met",
    "rule-implied",
    "term-without-effect",
    "limit-without-rule",
    "longest-pilot-ends-late",
    "decided-may-precede-close",
    "starts-may-precede-decided",
    "scale-without-levels",
    "scale-ends-undescribed",
    "criterion-without-principle",
    "principle-unmeasured",
    "language-missing",
    "source-unverified",
    "parameter-unverified",
    "decisive-not-required",
    "text-unchecked",
    "texts-differ",
    "ok-without-reason",
    "ok-unused",
    "nobody-meets-rule",
)
_NOTES = (
    "threshold-at-top",
    "maximum-above-target",
    "closes-on-weekend",
    "field-unused",
    "everybody-meets-rule",
    "field-unanswered",
)

KEYS: Final[Mapping[str, Severity]] = MappingProxyType(
    {
        **dict.fromkeys(_ERRORS, Severity.ERROR),
        **dict.fromkeys(_WARNINGS, Severity.WARNING),
        **dict.fromkeys(_NOTES, Severity.NOTE),
    }
)
"""Every finding by its key."""
