"""Polars as the engine of columns: makes tables of values, screens them in one pass, counts."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import attrs
import polars as pl

from innokumppanuus.domain.call import ID_FIELD
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import Expression
from innokumppanuus.ruleset.expressions.unknown import Unknown
from innokumppanuus.ruleset.expressions.value_types import taken
from innokumppanuus_columns.algebra import Algebra
from innokumppanuus_columns.domain import Column, Counts, NotColumnar
from innokumppanuus_columns.pieces import KINDS, joined
from innokumppanuus_columns.screening import RESULTS, Plan, columns

DISTINCT_SHARE = 0.25
"""How many different texts for each row a column may have at most to be held by their numbers."""


@attrs.frozen(kw_only=True)
class Numbered:
    """
    A table whose texts that repeat are held once, and in the rows by their numbers.

    Attributes:
        table: With whole numbers in the place of such texts; a missing text has a number too.
        texts: Of each such column, by number.
    """

    table: pl.DataFrame
    texts: Mapping[str, pl.Series]


def frame(scope: Mapping[str, Column], rows: Iterable[Mapping[str, object]]) -> pl.DataFrame:
    """
    Return a table of the rows: the values of expressions by variable, as those of the core.

    A value that expressions cannot reckon with becomes null.
    """
    listed = list(rows)
    return pl.DataFrame(
        [
            pl.Series(
                column.name, [_cell(column, row.get(key)) for row in listed], KINDS[column.type]
            )
            for key, column in scope.items()
        ]
    )


def numbered(table: pl.DataFrame, distinct_share: float = DISTINCT_SHARE) -> Numbered:
    """Return the table with numbers in the place of texts, *distinct_share* of which differ."""
    texts: dict[str, pl.Series] = {}
    changed = []
    for one in table.get_columns():
        if one.dtype != pl.String:
            continue
        distinct = one.unique().drop_nulls().sort()
        if len(distinct) > distinct_share * len(one):
            continue
        numbers = one.cast(pl.Enum(distinct)).to_physical().cast(pl.UInt32)
        changed.append(numbers.fill_null(len(distinct)))
        texts[one.name] = pl.concat([distinct, pl.Series([None], dtype=pl.String)])
    return Numbered(table=table.with_columns(changed), texts=texts)


def tally(
    table: pl.LazyFrame,
    expressions: Sequence[Expression],
    scope: Mapping[str, Column],
    texts: Mapping[str, pl.Series] | None = None,
) -> pl.LazyFrame:
    """
    Return, per expression, how many rows it can tell of and how many it is met by.

    Of a table that is in memory, collect it with `engine="in-memory"`: the streaming engine, which
    Polars takes of itself, cuts the table in pieces and needs a third more time.
    """
    algebra = Algebra(scope, texts=texts)
    results = {f"rule_{n}": algebra.add(one.node) for n, one in enumerate(expressions)}
    counted = [
        expr.alias(f"{how}_{name}")
        for name in results
        for how, expr in (("count", pl.col(name).count()), ("met", pl.col(name).sum()))
    ]
    return algebra.over(table).select(**results).select(counted)


def outcomes(asked: Plan, table: pl.LazyFrame) -> pl.LazyFrame:
    """
    Return id, both masks and the verdict of every row of the typed *table*, in its order.

    Raises:
        NotColumnar: When columns cannot say a rule; the values name it.
    """
    if asked.by_plugin:
        raise NotColumnar("columns.cannot.plugin_rule", rule=", ".join(asked.by_plugin))
    algebra = Algebra(columns(asked.ruleset, asked.fields), asked.fixed, asked.steps)
    results = {
        f"rule_{place}": _said(algebra, rule, asked.barring[rule])
        for place, rule in enumerate(asked.rules)
    }
    results["unanswered"] = _unanswered(asked, algebra)
    names = list(results)[:-1]
    masks = {
        "failed": _mask([~pl.col(name) for name in names]),
        "unknown": _mask([pl.col(name).is_null() for name in names]),
    }
    verdict = (
        pl.when(pl.col("failed") != 0)
        .then(pl.lit(Verdict.NOT_MET.value))
        .when((pl.col("unknown") != 0) | pl.col("unanswered"))
        .then(pl.lit(Verdict.CANNOT_TELL.value))
        .otherwise(pl.lit(Verdict.MET.value))
    )
    told = algebra.over(table).select(pl.col(ID_FIELD).alias("application"), **results)
    return told.with_columns(**masks).with_columns(verdict=verdict).select(RESULTS)


def write(found: pl.LazyFrame, path: Path) -> None:
    """Write the outcomes, in their order, to a parquet file that is whole or not there."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        found.sink_parquet(unfinished, compression="zstd", maintain_order=True)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def count(found: pl.LazyFrame, rules: tuple[str, ...]) -> Counts:
    """Return the counts of the outcomes."""
    grouped = found.group_by("failed", "unknown", "verdict").len().collect(engine="streaming")
    return Counts.of(rules, {(f, u, Verdict(verdict)): n for f, u, verdict, n in grouped.rows()})


def _said(algebra: Algebra, rule: str, expression: Expression) -> pl.Expr:
    try:
        return algebra.add(expression.node)
    except NotColumnar as error:
        raise NotColumnar(error.key, **{**error.values, "rule": rule}) from error


def _unanswered(asked: Plan, algebra: Algebra) -> pl.Expr:
    """Return whether an answer is lacking; see `screening.query`."""
    lacking = [pl.col(name).is_null() for name in asked.required]
    for id, expression in asked.scored.items():
        looked_at = asked.looked_at(id)
        if looked_at:
            missing = joined([pl.col(name).is_null() for name in looked_at], True)
            lacking.append(_said(algebra, id, expression).is_null() & missing)
    return joined(lacking, True) if lacking else pl.lit(False)


def _mask(holds: Sequence[pl.Expr]) -> pl.Expr:
    mask = pl.lit(0, dtype=pl.Int64)
    for place, one in enumerate(holds):
        bit = pl.lit(1 << place, dtype=pl.Int64)
        mask = mask + pl.when(one).then(bit).otherwise(pl.lit(0, dtype=pl.Int64))
    return mask


def _cell(column: Column, given: object) -> object:
    value = None if given is None else taken(column.type, given)
    match value:
        case Money():
            return value.cents if value.currency == column.currency else None
        case datetime():
            return value.astimezone(UTC)
        case tuple():
            return list(value)
        case Unknown():
            return None
        case _:
            return value
