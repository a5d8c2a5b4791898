"""
Parquet files as tables of Polars whose columns have the types that expressions reckon with.

It reads no texts as anything else: what needs the core's reader goes by way of `loading`.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import attrs
import polars as pl

from innokumppanuus.domain.call import ID_FIELD, Call, Field, FieldType
from innokumppanuus.intake.applications import form_of
from innokumppanuus.intake.mapping import ColumnMapping, read_mapping
from innokumppanuus.ruleset.expressions.value_types import MOST_INT
from innokumppanuus.ruleset.model import FIELD_TYPES
from innokumppanuus_columns.domain import NotColumnar
from innokumppanuus_columns.loading import SPACES, find_headings
from innokumppanuus_columns.pieces import KINDS

_WHOLE = (pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32)
_SURE_DIGITS = 16
_BEYOND = r"[^\x{0}-\x{2FF}]"
"""Every text without such a character is composed (NFC) already."""


def scan(path: Path, call: Call, fields: Iterable[str], mapping: Path | None) -> pl.LazyFrame:
    """
    Return the table of the *fields* and the id; a field that has no column is missing in all rows.

    Raises:
        NotColumnar: When the file is no parquet file, or a column must be read as the core reads
            cells; the values say which.
        IntakeProblems: When no heading of the form is in the file, or the mapping is wrong.
    """
    if path.suffix.lower() != ".parquet":
        raise NotColumnar("columns.cannot.polars_file")
    table = pl.scan_parquet(path)
    kinds = table.collect_schema()
    chosen = {*fields, ID_FIELD}
    form = [field for field in form_of(call) if field.id in chosen]
    asked = read_mapping(mapping, call) if mapping else ColumnMapping()
    if asked.constants:
        raise NotColumnar("columns.cannot.polars_constant", field=min(asked.constants))
    headings, problems = find_headings(path.name, kinds.names(), form, asked)
    if problems:
        raise NotColumnar("columns.cannot.polars_headings")
    fitting = {}
    for field in form:
        if field.id in headings:
            fitting[field.id] = _fit(field, headings[field.id], kinds[headings[field.id]])
    _refuse_doubtful(table, {headings[id]: one for id, one in fitting.items()}, kinds)
    return table.select(
        fitting[field.id].typed(pl.col(headings[field.id])).alias(field.id)
        if field.id in fitting
        else pl.lit(None, dtype=KINDS[FIELD_TYPES[field.type]]).alias(field.id)
        for field in form
    )


@attrs.frozen
class _Fit:
    """How a column is read, and which of its cells that could not be."""

    typed: Callable[[pl.Expr], pl.Expr]
    doubt: Callable[[pl.Expr], pl.Expr] | None = None


def _fit(field: Field, heading: str, kind: pl.DataType) -> _Fit:
    """Return how a column is read whose type leaves no doubt."""
    is_whole = kind in _WHOLE
    match field.type:
        case FieldType.TEXT if kind == pl.String:
            return _Fit(_text)
        case FieldType.INTEGER if is_whole:
            return _Fit(lambda cell: cell.cast(pl.Int64))
        case FieldType.NUMBER if is_whole:
            return _Fit(lambda cell: cell.cast(pl.Float64))
        case FieldType.NUMBER if kind.is_float():
            return _Fit(lambda cell: cell.cast(pl.Float64), lambda cell: ~cell.is_finite())
        case FieldType.MONEY if is_whole:
            most = MOST_INT // 100
            return _Fit(
                lambda cell: cell.cast(pl.Int64) * 100,
                lambda cell: ~cell.cast(pl.Int64).is_between(-most, most),
            )
        case FieldType.MONEY if isinstance(kind, pl.Decimal) and kind.scale <= 2:
            if kind.precision is not None and kind.precision - kind.scale <= _SURE_DIGITS:
                return _Fit(lambda cell: (cell.cast(pl.Decimal(38, 2)) * 100).cast(pl.Int64))
        case FieldType.DATE if kind == pl.Date:
            return _Fit(lambda cell: cell)
        case FieldType.MOMENT if isinstance(kind, pl.Datetime) and kind.time_unit != "ns":
            if kind.time_zone is not None:
                return _Fit(lambda cell: cell.dt.convert_time_zone("UTC").dt.cast_time_unit("us"))
        case FieldType.YES_NO if kind == pl.Boolean:
            return _Fit(lambda cell: cell)
    raise NotColumnar("columns.cannot.polars_column", column=heading, got=str(kind))


def _refuse_doubtful(
    table: pl.LazyFrame, fitting: Mapping[str, _Fit], kinds: Mapping[str, pl.DataType]
) -> None:
    """Refuse cells that would have to be counted as unread."""
    doubts = [
        one.doubt(pl.col(heading)).any().alias(heading)
        for heading, one in fitting.items()
        if one.doubt is not None
    ]
    found = table.select(doubts).collect(engine="streaming").row(0, named=True) if doubts else {}
    for heading, is_doubtful in found.items():
        if is_doubtful:
            raise NotColumnar(
                "columns.cannot.polars_column", column=heading, got=str(kinds[heading])
            )


def _text(cell: pl.Expr) -> pl.Expr:
    bare = cell.str.strip_chars(SPACES)
    given = pl.when(bare != "").then(bare)
    return given.map_batches(_composed, return_dtype=pl.String(), is_elementwise=True)


def _composed(texts: pl.Series) -> pl.Series:
    """Composing is slow, and hardly any text needs it."""
    return texts.str.normalize("NFC") if texts.str.contains(_BEYOND).any() else texts
