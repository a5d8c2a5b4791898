"""Decision tables as a rule set states them: rows of conditions with what follows."""

from enum import StrEnum

import attrs

from innokumppanuus.domain.labels import Label


class HitPolicy(StrEnum):
    """
    Which of the rows that match counts (osumasääntö), as in DMN 1.3.

    `unique`: at most one may match. `any`: several may, with the same outcome. `priority`: the
    one whose outcome stands first in the list of outcomes. `first`: the first in the table.
    `rule_order`: all, in the order of the table. `output_order`: all, in the order of the list of
    outcomes. `collect`: all, put together by the aggregation.
    """

    UNIQUE = "unique"
    ANY = "any"
    PRIORITY = "priority"
    FIRST = "first"
    RULE_ORDER = "rule_order"
    OUTPUT_ORDER = "output_order"
    COLLECT = "collect"


class Aggregation(StrEnum):
    """How `collect` puts outcomes together; `list` keeps them all, sorted."""

    LIST = "list"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    COUNT = "count"


class OutcomeType(StrEnum):
    """What the outcomes of a table are (tuloksen tyyppi), in the words of expressions."""

    MONEY = "money"
    INT = "int"
    DOUBLE = "double"
    STRING = "string"
    BOOL = "bool"
    DATE = "date"


@attrs.frozen(kw_only=True)
class TableInput:
    """
    A column of conditions (ehtosarake).

    Attributes:
        value: Expression whose value the cells test.
        name: Heading.
    """

    value: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label | None = None


@attrs.frozen(kw_only=True)
class TableOutput:
    """
    The column of outcomes (tulossarake).

    Attributes:
        type: What each outcome is.
        name: Heading.
        outcomes: For `priority` and `output_order`: the outcomes, the most important first.
        currency: Currency of the sums, where they are sums.
    """

    type: OutcomeType
    name: Label | None = None
    outcomes: tuple[str, ...] = ()
    currency: str = "EUR"


@attrs.frozen(kw_only=True)
class TableRow:
    """
    One row (rivi).

    Attributes:
        when: One cell per input. `-` is any value; `<= 10000 EUR`, `[8..12]`, `(0..1]`, a value,
            several values separated by commas, or `not(…)`.
        then: The outcome: a value, or an expression of the output's type; words of a text are the
            text itself.
        note: Why.
    """

    when: tuple[str, ...]
    then: str
    note: str = ""


@attrs.frozen(kw_only=True)
class DecisionTable:
    """
    A decision table (päätöstaulu). Expressions name its outcome `table.<id>`.

    Attributes:
        id: Name in expressions.
        name: What it decides.
        hit: Which of the matching rows counts.
        aggregation: For `collect`.
        inputs: Columns of conditions.
        output: Column of outcomes.
        rows: In their order.
        sources: Keys of the sources.
    """

    id: str = attrs.field(validator=attrs.validators.matches_re(r"[A-Za-z][A-Za-z0-9_]*"))
    name: Label
    hit: HitPolicy = HitPolicy.UNIQUE
    aggregation: Aggregation = Aggregation.LIST
    inputs: tuple[TableInput, ...] = attrs.field(validator=attrs.validators.min_len(1))
    output: TableOutput
    rows: tuple[TableRow, ...] = ()
    sources: tuple[str, ...] = ()
