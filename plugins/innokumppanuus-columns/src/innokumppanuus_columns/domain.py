"""What the columns need words for: dialect, typed column, outcome of a row, what SQL cannot say."""

from collections.abc import Mapping
from enum import StrEnum

import attrs

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.errors import InnokumppanuusError
from innokumppanuus.ruleset.expressions import Type

MOST_RULES = 62
"""How many rules a bit mask of 64 bits holds, with its sign left alone."""

MANY_ROWS = 2_000_000
"""From how many rows on Polars is worth the memory that it takes to begin with."""


class Engine(StrEnum):
    """What the rules run on."""

    AUTO = "auto"
    DUCKDB = "duckdb"
    POLARS = "polars"
    SPARK = "spark"
    ROWS = "rows"


class Dialect(StrEnum):
    """Whose SQL is written (SQL-murre)."""

    DUCKDB = "duckdb"
    SPARK = "spark"


@attrs.frozen(kw_only=True)
class Column:
    """
    A column that holds the values of one variable (sarake); NULL is a missing value.

    Money is whole cents in 64 bits, a moment is in UTC, texts are composed (NFC), doubles finite.

    Attributes:
        name: In the table.
        type: Of the variable.
        currency: Of money; one column has one currency.
    """

    name: str
    type: Type
    currency: str = "EUR"


@attrs.frozen(kw_only=True)
class RowOutcome:
    """
    What screening says of one row (rivin tulos).

    Attributes:
        application: Its id; empty when the row has none.
        failed: Bit i is set when rule i is not met.
        unknown: Bit i is set when rule i cannot tell.
        verdict: Of the whole application, as the core's screening has it.
    """

    application: str
    failed: int
    unknown: int
    verdict: Verdict


@attrs.frozen(kw_only=True)
class RuleCount:
    """How many rows a rule is met by, is not met by and cannot tell of (ehdon lukumäärät)."""

    rule: str
    met: int
    not_met: int
    cannot_tell: int


@attrs.frozen(kw_only=True)
class Counts:
    """
    What came out of a whole table (lukumäärät).

    Attributes:
        rows: How many rows were screened.
        verdicts: How many of each verdict.
        rules: One per rule, in the order of the bits.
    """

    rows: int
    verdicts: Mapping[Verdict, int]
    rules: tuple[RuleCount, ...]

    @classmethod
    def of(
        cls, rules: tuple[str, ...], grouped: Mapping[tuple[int, int, Verdict], int]
    ) -> "Counts":
        """Return the counts of rows grouped by both masks and the verdict."""
        verdicts = {
            verdict: sum(n for (_, _, one), n in grouped.items() if one is verdict)
            for verdict in Verdict
        }
        total = sum(grouped.values())
        counted = []
        for place, rule in enumerate(rules):
            bit = 1 << place
            no = sum(n for (failed, _, _), n in grouped.items() if failed & bit)
            open_ = sum(n for (_, unknown, _), n in grouped.items() if unknown & bit)
            met = total - no - open_
            counted.append(RuleCount(rule=rule, met=met, not_met=no, cannot_tell=open_))
        return cls(rows=total, verdicts=verdicts, rules=tuple(counted))


@attrs.frozen(kw_only=True)
class Unread:
    """
    Cells of a column that could not be read; they count as missing (lukukelvottomat solut).

    Attributes:
        field: Whose answers they are.
        heading: Of the column.
        count: How many.
        example: One of them.
    """

    field: str
    heading: str
    count: int
    example: str


class NotColumnar(InnokumppanuusError):
    """An expression or rule that SQL cannot say, with the text *key* and *values* that say why."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values: Mapping[str, object] = values
        super().__init__(f"{key}: {', '.join(f'{name}={one}' for name, one in values.items())}")
