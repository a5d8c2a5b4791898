"""Spark as the engine of columns, for those who outgrow one machine: ANSI mode, clock in UTC."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from innokumppanuus.domain.call import ID_FIELD, Field, FieldType
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.intake.applications import form_of
from innokumppanuus_columns.domain import Counts, Dialect, NotColumnar
from innokumppanuus_columns.loading import SPACES
from innokumppanuus_columns.screening import Plan, query

_SETTINGS = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_LTZ",
}
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
"""Of the check digit of a business id, as `BusinessId` has them; a test holds them together."""

_WHOLE = ("tinyint", "smallint", "int", "bigint")


def session() -> Any:
    """
    Return a Spark session: the one that SPARK_REMOTE names, or one on this machine.

    Raises:
        NotColumnar: When pyspark is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise NotColumnar("columns.cannot.no_spark") from error
    builder = SparkSession.builder.appName("innokumppanuus")
    for key, value in _SETTINGS.items():
        builder = builder.config(key, value)
    if not {"SPARK_REMOTE", "PYSPARK_PYTHON"} & os.environ.keys():
        builder = builder.config("spark.pyspark.python", sys.executable)
    spark = builder.getOrCreate()
    for key, value in _SETTINGS.items():
        spark.conf.set(key, value)
    spark.udf.register("nfc_normalize", _composing(), "string")
    return spark


def screen(spark: Any, path: Path, asked: Plan, out: Path | None) -> Counts:
    """
    Return the counts of the parquet files under *path*; write the outcomes to the folder *out*.

    Columns have the ids of the fields and types that fit them; texts are not guessed at.

    Raises:
        NotColumnar: When a column is lacking or of another type, or SQL cannot say a rule.
    """
    table = spark.read.parquet(str(path))
    kinds = dict(table.dtypes)
    table.createOrReplaceTempView("source")
    needed = {*asked.fields, ID_FIELD}
    shown = ", ".join(
        f"{_typed(field, kinds)} AS `{field.id}`"
        for field in form_of(asked.ruleset.call)
        if field.id in needed
    )
    spark.sql(f"SELECT {shown} FROM source").createOrReplaceTempView("typed")
    outcomes = spark.sql(query(asked, Dialect.SPARK, "typed"))
    if out is not None:
        outcomes.write.mode("overwrite").parquet(str(out))
        outcomes = spark.read.parquet(str(out))
    grouped = outcomes.groupBy("failed", "unknown", "verdict").count().collect()
    found = {(one[0], one[1], Verdict(one[2])): int(one[3]) for one in grouped}
    return Counts.of(asked.rules, found)


def _composing() -> Callable[[str | None], str | None]:
    """Return a function that Spark can send to workers that have nothing of ours."""

    def composed(text: str | None) -> str | None:
        import unicodedata

        return None if text is None else unicodedata.normalize("NFC", text)

    return composed


def _typed(field: Field, kinds: Mapping[str, str]) -> str:
    kind, cell = kinds.get(field.id, ""), f"`{field.id}`"
    match field.type:
        case FieldType.TEXT if kind == "string":
            return _composed(cell)
        case FieldType.CHOICE if kind == "string":
            text = _composed(cell)
            return f"CASE WHEN array_contains({_options(field)}, {text}) THEN {text} END"
        case FieldType.BUSINESS_ID if kind == "string":
            return _business_id(cell)
        case FieldType.INTEGER if kind in _WHOLE:
            return f"CAST({cell} AS BIGINT)"
        case FieldType.NUMBER if kind in ("float", "double", *_WHOLE):
            number = f"CAST({cell} AS DOUBLE)"
            return f"CASE WHEN abs({number}) < CAST('Infinity' AS DOUBLE) THEN {number} END"
        case FieldType.MONEY if kind.startswith("decimal") and kind.endswith((",0)", ",1)", ",2)")):
            return f"TRY_CAST(try_multiply({cell}, 100) AS BIGINT)"
        case FieldType.MONEY if kind in _WHOLE:
            return f"try_multiply(CAST({cell} AS BIGINT), 100L)"
        case FieldType.DATE if kind == "date":
            return cell
        case FieldType.MOMENT if kind == "timestamp":
            return cell
        case FieldType.YES_NO if kind == "boolean":
            return cell
        case FieldType.CHOICES if kind == "array<string>":
            known = _options(field)
            is_known = f"forall({cell}, one -> coalesce(array_contains({known}, one), false))"
            kept = f"filter({known}, one -> array_contains({cell}, one))"
            return f"CASE WHEN {is_known} THEN {kept} END"
    raise NotColumnar("columns.cannot.spark_column", field=field.id, got=kind or "–")


def _composed(cell: str) -> str:
    """A text without the spaces around it, composed; an empty one is missing."""
    text = _trimmed(cell)
    is_plain = f"{text} RLIKE '^[ -~]*$'"
    return f"CASE WHEN {is_plain} THEN {text} ELSE nfc_normalize({text}) END"


def _trimmed(cell: str) -> str:
    return f"nullif(trim(BOTH {_literal(SPACES)} FROM {cell}), '')"


def _business_id(cell: str) -> str:
    """The number as `BusinessId.read` has it; one whose check digit is wrong is missing."""
    bare = f"replace(replace(regexp_replace({_trimmed(cell)}, '^FI', ''), '-', ''), ' ', '')"
    number = f"lpad({bare}, 8, '0')"
    digits = [f"TRY_CAST(substring({number}, {place}, 1) AS INT)" for place in range(1, 9)]
    weighed = [f"{weight} * {digit}" for weight, digit in zip(_WEIGHTS, digits, strict=False)]
    rest = f"(({' + '.join(weighed)}) % 11)"
    is_right = f"{rest} <> 1 AND {digits[7]} = (11 - {rest}) % 11"
    shown = f"concat(substring({number}, 1, 7), '-', substring({number}, 8, 1))"
    return f"CASE WHEN {bare} RLIKE '^[0-9]{{7,8}}$' AND {is_right} THEN {shown} END"


def _options(field: Field) -> str:
    return f"CAST(array({', '.join(_literal(one.id) for one in field.options)}) AS ARRAY<STRING>)"


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
