"""
Tables of applications as typed columns of DuckDB: csv, parquet, or a workbook by way of the core.

A cell is read as the core's intake reads it: in SQL where its form leaves no doubt, else by the
core's own reader, once for each text that there is.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs
import duckdb

from innokumppanuus.domain.call import ID_FIELD, Call, Field, FieldType
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import IntakeProblems, InvalidValue, Problem
from innokumppanuus.intake.applications import form_of
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.headings import Wanted, find_columns
from innokumppanuus.intake.mapping import ColumnMapping, read_mapping
from innokumppanuus.intake.values import read_answer
from innokumppanuus.ruleset.model import FIELD_TYPES
from innokumppanuus_columns.domain import Column, Unread
from innokumppanuus_columns.duck import fill, name, string
from innokumppanuus_columns.trees import SQL_TYPES

SOURCE, TYPED = "applications", "typed"
SPACES = "".join(chr(one) for one in range(0x3001) if chr(one).isspace())
_DIGITS = r"-?[0-9]{1,15}"
_SURE: Mapping[FieldType, tuple[str, str]] = {
    FieldType.TEXT: (r"(?s).*", "nfc_normalize({})"),
    FieldType.INTEGER: (_DIGITS, "CAST({} AS BIGINT)"),
    FieldType.NUMBER: (rf"{_DIGITS}(\.[0-9]{{1,2}})?", "CAST({} AS DOUBLE)"),
    FieldType.MONEY: (
        rf"{_DIGITS}(\.[0-9]{{1,2}})?",
        "CAST(CAST({} AS DECIMAL(18, 2)) * 100 AS BIGINT)",
    ),
    FieldType.DATE: (r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "TRY_CAST({} AS DATE)"),
    FieldType.MOMENT: (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})",
        "TRY_CAST({} AS TIMESTAMPTZ)",
    ),
}
"""The texts that are read in SQL, and how; for them it says what the core's reader says."""

_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")


@attrs.frozen(kw_only=True)
class Loaded:
    """
    A table of applications that is ready to be screened, as the view `typed`.

    Attributes:
        columns: By field.
        unread: What could not be read.
        problems: What the headings lack, and what is left out.
    """

    columns: Mapping[str, Column]
    unread: tuple[Unread, ...] = ()
    problems: tuple[Problem, ...] = ()


def load(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    call: Call,
    fields: Iterable[str],
    mapping: Path | None = None,
) -> Loaded:
    """
    Make the view `typed` over a csv or parquet file, with the *fields* and the id.

    Raises:
        IntakeProblems: When no heading of the form is in the file, or the mapping is wrong.
    """
    reader = (
        "read_parquet({})"
        if path.suffix.lower() == ".parquet"
        else ("read_csv({}, all_varchar=true, header=true, nullstr='')")
    )
    source = reader.format(string(str(path)))
    described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
    kinds = {heading: kind for heading, kind, *_ in described}
    chosen = {*fields, ID_FIELD}
    form = [field for field in form_of(call) if field.id in chosen]
    asked = read_mapping(mapping, call) if mapping else ColumnMapping()
    headings, problems = find_headings(path.name, list(kinds), form, asked)
    typed, unread = [], []
    for field in form:
        column = Column(name=field.id, type=FIELD_TYPES[field.type], currency=field.currency)
        if field.id in asked.constants:
            fill(
                connection,
                f"constant_{field.id}",
                {field.id: column},
                [{field.id: _seen(asked.constants[field.id])}],
            )
            value = f"(SELECT {name(field.id)} FROM {name('constant_' + field.id)})"
        elif field.id in headings:
            heading = headings[field.id]
            value = _typed(connection, source, heading, kinds[heading], field, call, asked.decimal)
            unread += _unread(connection, source, heading, value, kinds[heading], field)
        else:
            value = f"CAST(NULL AS {SQL_TYPES[column.type]})"
        typed.append(f"{value} AS {name(field.id)}")
    shown = ", ".join(typed)
    connection.execute(f"CREATE OR REPLACE VIEW {TYPED} AS SELECT {shown} FROM {source} AS source")
    columns = {
        field.id: Column(name=field.id, type=FIELD_TYPES[field.type], currency=field.currency)
        for field in form
    }
    return Loaded(columns=columns, unread=tuple(unread), problems=problems)


def keep(
    connection: duckdb.DuckDBPyConnection,
    call: Call,
    fields: Iterable[str],
    rows: Iterable[Mapping[str, object]],
) -> Loaded:
    """Make the table `typed` of values by field, such as the core has read from a workbook."""
    chosen = {*fields, ID_FIELD}
    columns = {
        field.id: Column(name=field.id, type=FIELD_TYPES[field.type], currency=field.currency)
        for field in form_of(call)
        if field.id in chosen
    }
    fill(connection, TYPED, columns, rows)
    return Loaded(columns=columns)


def find_headings(
    file: str, found: list[str], form: list[Field], asked: ColumnMapping
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return the heading of each field, found as the core finds them in a workbook."""
    cells = {n: Cell(row=1, column=n, value=one) for n, one in enumerate(found, start=1) if one}
    table = Table(file=file, rows=(Row(number=1, cells=cells, width=len(found)),))
    wanted = []
    for field in form:
        if field.id in asked.columns:
            heading, place = asked.columns[field.id], asked.places[field.id]
            wanted.append(Wanted(id=field.id, name=same(heading), is_needed=True, asked_at=place))
        elif field.id not in asked.constants:
            wanted.append(Wanted.of(field, field.required or field.id == ID_FIELD))
    columns = find_columns(table, wanted)
    if columns is None:
        listed = ", ".join(f"'{one.id}'" for one in wanted)
        raise IntakeProblems(
            [Problem(key="headings-absent", values={"headings": listed}, place=table.place())]
        )
    # What the rules do not look at is not read; a heading beside them is nobody's mistake.
    problems = [one for one in columns.problems if one.severity == "error"]
    return {id: cell.text for id, cell in columns.heading.items()}, tuple(problems)


def _typed(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    heading: str,
    kind: str,
    field: Field,
    call: Call,
    decimal: str,
) -> str:
    """Return the SQL of the column's values as expressions reckon with them."""
    cell = f"source.{name(heading)}"
    native = _native(cell, kind, field, call.zone)
    if native:
        return native
    text = f"nullif(trim(CAST({cell} AS VARCHAR), {string(SPACES)}), '')"
    form, value = _SURE.get(field.type, ("", "NULL"))
    if field.type is FieldType.TEXT:
        return value.format(text)
    is_sure = f"regexp_full_match({text}, {string(form)})" if form else "false"
    bare = (
        f"SELECT DISTINCT {text} FROM {source} AS source WHERE {text} IS NOT NULL AND NOT {is_sure}"
    )
    others = [one for (one,) in connection.execute(bare).fetchall()]
    if not others:
        return f"CASE WHEN {is_sure} THEN {value.format(text)} END" if form else value
    table = f"texts_{field.id}"
    column = Column(name="value", type=FIELD_TYPES[field.type], currency=field.currency)
    key = Column(name="text", type=FIELD_TYPES[FieldType.TEXT])
    read = ({"text": one, "value": _read(one, field, call.zone, decimal)} for one in others)
    fill(connection, table, {"text": key, "value": column}, read)
    found = (
        f"(SELECT any_value(t.value) FROM {name(table)} AS t WHERE t.text = nfc_normalize({text}))"
    )
    return f"CASE WHEN {is_sure} THEN {value.format(text)} ELSE {found} END" if form else found


def _native(cell: str, kind: str, field: Field, zone: str) -> str:
    """Return the SQL for a column of a type that fits the field; empty when it does not."""
    is_number = kind in (*_WHOLE, "HUGEINT", "UBIGINT", "FLOAT", "DOUBLE") or kind.startswith(
        "DECIMAL"
    )
    match field.type:
        case FieldType.TEXT | FieldType.BUSINESS_ID if kind == "UUID" or kind in _WHOLE:
            return f"CAST({cell} AS VARCHAR)" if field.type is FieldType.TEXT else ""
        case FieldType.INTEGER if kind in _WHOLE:
            return f"CAST({cell} AS BIGINT)"
        case FieldType.INTEGER if is_number:
            return f"CASE WHEN {cell} = trunc({cell}) THEN TRY_CAST({cell} AS BIGINT) END"
        case FieldType.NUMBER if is_number:
            number = f"CAST({cell} AS DOUBLE)"
            return f"CASE WHEN isfinite({number}) THEN {number} END"
        case FieldType.MONEY if kind in _WHOLE:
            return f"TRY(CAST({cell} AS BIGINT) * 100)"
        case FieldType.MONEY if kind.startswith("DECIMAL"):
            cents = f"{cell} * 100"
            return f"CASE WHEN {cents} = trunc({cents}) THEN TRY_CAST({cents} AS BIGINT) END"
        case FieldType.MONEY if is_number:
            exact = f"TRY_CAST({cell} AS DECIMAL(18, 2))"
            return (
                f"CASE WHEN CAST({exact} AS DOUBLE) = {cell} THEN CAST({exact} * 100 AS BIGINT) END"
            )
        case FieldType.DATE if kind == "DATE":
            return cell
        case FieldType.MOMENT if kind == "TIMESTAMP WITH TIME ZONE":
            return cell
        case FieldType.MOMENT if kind.startswith("TIMESTAMP"):
            return _local(cell, zone)
        case FieldType.YES_NO if kind == "BOOLEAN":
            return cell
        case FieldType.CHOICES if kind == "VARCHAR[]":
            options = "[" + ", ".join(string(one.id) for one in field.options) + "]"
            is_other = f"NOT coalesce(list_contains({options}, one), false)"
            known = f"len(list_filter({cell}, lambda one: {is_other})) = 0"
            kept = f"list_filter({options}, lambda one: list_contains({cell}, one))"
            return f"CASE WHEN {cell} IS NOT NULL AND {known} THEN {kept} END"
        case _:
            return ""


def _local(cell: str, zone: str) -> str:
    """A clock face of the call's zone; one that was skipped, or came twice, is not sure."""
    place = string(zone)
    moment = f"timezone({place}, CAST({cell} AS TIMESTAMP))"
    near = [
        f"timezone({place}, {moment} {sign} INTERVAL 1 HOUR) = CAST({cell} AS TIMESTAMP)"
        for sign in "+-"
    ]
    is_sure = (
        f"timezone({place}, {moment}) = CAST({cell} AS TIMESTAMP) AND NOT ({' OR '.join(near)})"
    )
    return f"CASE WHEN {is_sure} THEN {moment} END"


def _read(text: str, field: Field, zone: str, decimal: str) -> object:
    try:
        return _seen(read_answer(Cell(row=1, column=1, value=text), field, zone, decimal))
    except InvalidValue:
        return None


def _seen(answer: object) -> object:
    return answer.number if isinstance(answer, BusinessId) else answer


def _unread(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    heading: str,
    value: str,
    kind: str,
    field: Field,
) -> list[Unread]:
    """Return what is in the column but could not be read."""
    cell = f"source.{name(heading)}"
    if value == cell or value.startswith(("CAST(", "nfc_normalize(")):
        return []  # whatever is in such a column can be read
    given = f"trim(CAST({cell} AS VARCHAR), {string(SPACES)}) <> ''"
    found = connection.execute(
        f"SELECT count(*), min(CAST({cell} AS VARCHAR)) FROM {source} AS source "
        f"WHERE {given} AND {value} IS NULL"
    ).fetchone()
    if found is None or not found[0]:
        return []
    return [Unread(field=field.id, heading=heading, count=found[0], example=found[1][:80])]
