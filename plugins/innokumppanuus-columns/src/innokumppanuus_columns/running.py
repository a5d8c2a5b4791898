"""What the commands `columns screen` and `columns list` do: an engine, its counts, their words.

It is imported when a command is run, since its engines are slow to import.
"""

import contextlib
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import attrs
import duckdb
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from innokumppanuus import intake
from innokumppanuus.domain.call import ID_FIELD
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.cli.decide import show_screening
from innokumppanuus.faces.cli.material import read_ruleset, stop
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus_columns import duck, loading, rows, screening, spark
from innokumppanuus_columns.calling import Calls
from innokumppanuus_columns.domain import MANY_ROWS, Column, Counts, Dialect, Engine, NotColumnar

_WORKBOOKS = (".xlsx", ".xlsm")
_LEAST_MEMORY = 128 * 2**20


def list_rules(session: Session, ruleset: str) -> None:
    """Show what each bit of the masks stands for, and why a rule is run by rows."""
    _list(session, _planned(session, ruleset))


def screen(
    session: Session,
    ruleset: str,
    applications: Path,
    mapping: Path | None,
    out: Path | None,
    engine: Engine,
    explain: str,
) -> None:
    """Screen the table with the engine that is asked for, and show the counts."""
    asked = _planned(session, ruleset)
    try:
        if engine is Engine.SPARK and not explain:
            _on_spark(session, asked, applications, out)
        elif explain or not _on_polars(session, asked, applications, mapping, out, engine):
            _on_duckdb(session, asked, applications, mapping, out, engine, explain)
    except NotColumnar as error:
        raise UsageProblem(error.key, **error.values) from error


def _planned(session: Session, ruleset: str) -> screening.Plan:
    read = read_ruleset(session, ruleset)
    try:
        return screening.plan(read)
    except NotColumnar as error:
        raise UsageProblem(error.key, **error.values) from error


def _list(session: Session, asked: screening.Plan) -> None:
    texts, names = session.texts, _names(asked)
    refused = screening.refusals(asked, Calls(session.workspace.plugins.rules()))
    listed = [*enumerate(asked.rules), *(("", factor) for factor in asked.scored)]
    why = {id: texts.say(one.key, **one.values) for id, one in refused.items()}
    in_columns = texts.say("columns.list.in_columns")
    session.table(
        "columns.rules.title",
        [texts.say(f"columns.column.{one}") for one in ("bit", "rule", "runs")],
        [(f"{bit}", texts.show(names[id]), why.get(id, in_columns)) for bit, id in listed],
    )
    session.say("columns.list.by_rows" if why else "columns.list.all")
    session.data.update(
        call=asked.ruleset.call.id,
        rules=[{"bit": bit, "rule": id} for bit, id in enumerate(asked.rules)],
        by_rows=why,
    )


def _names(asked: screening.Plan) -> dict[str, Label]:
    call = asked.ruleset.call
    names = {one.id: one.name for one in call.eligibility}
    return names | {one.id: one.name for one in call.factors}


def _on_spark(session: Session, asked: screening.Plan, path: Path, out: Path | None) -> None:
    start = time.perf_counter()
    with session.working("columns.working.spark"):
        counts = spark.screen(spark.session(), path, asked, out)
    _show(session, asked, counts, time.perf_counter() - start, Engine.SPARK, out)


def _on_polars(
    session: Session,
    asked: screening.Plan,
    path: Path,
    mapping: Path | None,
    out: Path | None,
    engine: Engine,
) -> bool:
    """Screen with Polars where it is asked for, or is the better one, and can; that is told."""
    if engine not in (Engine.AUTO, Engine.POLARS):
        return False
    start = time.perf_counter()
    try:
        _polars_is_right(path, engine)
        from innokumppanuus_columns import frames, scanning  # slow to import, or not there

        table = scanning.scan(path, asked.ruleset.call, asked.fields, mapping)
        found = frames.outcomes(asked, table)
    except NotColumnar as error:
        why = session.texts.say(error.key, **error.values)
        session.say("columns.by_duckdb", why=why)
        session.data["by_duckdb"] = why
        return False
    session.data["unread"] = {}
    with tempfile.TemporaryDirectory() as folder:
        target = out or Path(folder) / "outcomes.parquet"
        target.parent.mkdir(parents=True, exist_ok=True)
        with session.working("columns.working.rules"):
            frames.write(found, target)
        connection = duck.connect()
        statement = f"SELECT * FROM read_parquet({duck.string(str(target))})"
        counts = duck.count(connection, f"({statement})", asked.rules)
        _same_ids(session, connection, statement)
    _show(session, asked, counts, time.perf_counter() - start, Engine.POLARS, out)
    return True


def _polars_is_right(path: Path, engine: Engine) -> None:
    if path.suffix.lower() != ".parquet":
        raise NotColumnar("columns.cannot.polars_file")
    if engine is Engine.AUTO:
        count = duck.parquet_rows(path)
        if count < MANY_ROWS:
            raise NotColumnar("columns.cannot.polars_few", count=count, limit=MANY_ROWS)
    if find_spec("polars") is None:
        raise NotColumnar("columns.cannot.no_polars")


def _on_duckdb(
    session: Session,
    asked: screening.Plan,
    path: Path,
    mapping: Path | None,
    out: Path | None,
    engine: Engine,
    explain: str,
) -> None:
    start = time.perf_counter()
    connection = duck.connect()
    every = attrs.evolve(asked, by_plugin=("-",)) if explain else asked
    with session.working("columns.working.reading"):
        table = _loaded(session, connection, every, path, mapping)
    for one in table.unread:
        session.say("columns.unread", heading=one.heading, count=one.count, example=one.example)
    if session.report(table.problems):
        stop(session)
    session.data["unread"] = {one.field: one.count for one in table.unread}
    if explain:
        _explain(session, connection, every, table, explain)
        return
    with tempfile.TemporaryDirectory() as folder:
        target = out or Path(folder) / "outcomes.parquet"
        target.parent.mkdir(parents=True, exist_ok=True)
        sparing = _sparing(path)
        if engine is Engine.ROWS or not _by_columns(session, connection, asked, target, sparing):
            engine = Engine.ROWS
            _by_rows(session, connection, asked, table.columns)
            _write(session, connection, "SELECT * FROM outcomes", target, sparing)
        else:
            engine = Engine.DUCKDB
        statement = f"SELECT * FROM read_parquet({duck.string(str(target))})"
        counts = duck.count(connection, f"({statement})", asked.rules)
        _same_ids(session, connection, statement)
    _show(session, asked, counts, time.perf_counter() - start, engine, out)


def _by_columns(
    session: Session,
    connection: duckdb.DuckDBPyConnection,
    asked: screening.Plan,
    target: Path,
    sparing: int,
) -> bool:
    """Write the outcomes by SQL; False where SQL cannot say a rule, and that is told."""
    calls = Calls(session.workspace.plugins.rules())
    try:
        statement = screening.query(asked, Dialect.DUCKDB, loading.TYPED, calls)
        calls.register(connection)
        _write(session, connection, statement, target, sparing)
    except NotColumnar as error:
        why = session.texts.say(error.key, **error.values)
    except duckdb.Error:
        if not calls.raised:
            raise
        why = session.texts.say("columns.cannot.call", detail=str(calls.raised[0]))
    else:
        return True
    session.say("columns.by_rows", why=why)
    session.data["by_rows"] = why
    return False


def _by_rows(
    session: Session,
    connection: duckdb.DuckDBPyConnection,
    asked: screening.Plan,
    columns: Mapping[str, Column],
) -> None:
    """Make a table of the outcomes row by row."""
    with session.working("columns.working.rows"):
        found = rows.applications(connection, asked, columns)
        outcomes = rows.screen(asked, found, session.workspace.plugins.rules())
        duck.keep(connection, "outcomes", outcomes)


def _write(
    session: Session,
    connection: duckdb.DuckDBPyConnection,
    statement: str,
    target: Path,
    sparing: int,
) -> None:
    with _progress(session) as tell:
        duck.write(connection, statement, target, tell, sparing)


def _sparing(path: Path) -> int:
    """Return how much memory should do for a table: twice its size, and some to begin with."""
    return max(_LEAST_MEMORY, 2 * path.stat().st_size)


def _loaded(
    session: Session,
    connection: duckdb.DuckDBPyConnection,
    asked: screening.Plan,
    path: Path,
    mapping: Path | None,
) -> loading.Loaded:
    """Read a workbook as the core does; anything else by columns."""
    call = asked.ruleset.call
    if path.suffix.lower() not in _WORKBOOKS:
        return loading.load(connection, path, call, asked.fields, mapping)
    read = intake.read_applications(path, call, mapping)
    if session.report(read.problems):
        stop(session)
    values = ({ID_FIELD: one.id, **asked.ruleset.values(one)} for one in read.applications)
    return loading.keep(connection, call, asked.fields, values)


def _explain(
    session: Session,
    connection: duckdb.DuckDBPyConnection,
    asked: screening.Plan,
    table: loading.Loaded,
    id: str,
) -> None:
    where = f"WHERE {duck.name(ID_FIELD)} = {duck.string(id)}"
    found = next(rows.applications(connection, asked, table.columns, where), None)
    if found is None:
        raise UsageProblem("columns.usage.no_application", got=id)
    decision = session.workspace.decide(asked.ruleset, (found,), ())
    show_screening(session, decision)
    texts, steps = session.texts, {}
    for finding in decision.screenings[0].findings:
        session.line(f"{finding.rule}: {texts.say(f'verdict.{finding.verdict}')}")
        for step in finding.steps:
            session.line(f"  {'  ' * step.depth}{step.text} = {texts.show(step.value)}")
        steps[finding.rule] = [[one.depth, one.text, str(one.value)] for one in finding.steps]
    session.data["steps"] = steps


def _same_ids(session: Session, connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    found = connection.execute(
        f"SELECT count(*), count(application), count(DISTINCT application) FROM ({statement})"
    ).fetchone()
    assert found is not None  # an aggregate always gives a row
    total, named, different = found
    session.data.update(without_id=total - named, same_id=named - different)
    if total > different:
        session.say("columns.ids", without=total - named, same=named - different)


@contextlib.contextmanager
def _progress(session: Session) -> Iterator[Callable[[float], None] | None]:
    if session.switches.as_json or not session.err.is_terminal:
        yield None
        return
    words = TextColumn(session.texts.say("columns.working.rules"))
    with Progress(words, BarColumn(), TaskProgressColumn(), console=session.err) as bar:
        task = bar.add_task("", total=100)
        yield lambda done: bar.update(task, completed=done)


def _show(
    session: Session,
    asked: screening.Plan,
    counts: Counts,
    seconds: float,
    engine: Engine,
    out: Path | None,
) -> None:
    texts, names = session.texts, _names(asked)
    verdicts = [texts.say(f"verdict.{one}") for one in Verdict]
    session.table(
        "columns.rules.title",
        [texts.say("columns.column.bit"), texts.say("columns.column.rule"), *verdicts],
        [
            (
                f"{bit}",
                texts.show(names[one.rule]),
                *map(texts.show, (one.met, one.not_met, one.cannot_tell)),
            )
            for bit, one in enumerate(counts.rules)
        ],
    )
    for verdict in Verdict:
        session.line(f"{texts.say(f'verdict.{verdict}')}: {texts.show(counts.verdicts[verdict])}")
    session.say("columns.done", rows=counts.rows, seconds=round(seconds, 1), engine=engine.value)
    if out is not None:
        session.say("columns.written", file=str(out))
    session.data.update(
        call=asked.ruleset.call.id,
        ruleset_hash=asked.ruleset.hash,
        engine=engine.value,
        rows=counts.rows,
        verdicts={one.value: counts.verdicts[one] for one in Verdict},
        rules=[
            {
                "bit": bit,
                "rule": one.rule,
                "met": one.met,
                "not_met": one.not_met,
                "cannot_tell": one.cannot_tell,
            }
            for bit, one in enumerate(counts.rules)
        ],
    )
