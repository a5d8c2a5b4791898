"""
One contender of `rules.py` in a process of its own: `python contenders.py NAME ROWS`.

It answers each line on its input with one JSON line: seconds, CPU seconds and a digest of the
outcomes. Rows and columns are made by seed, so that all contenders decide the same.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

from tables import (
    CEL,
    CLOSES,
    EPOCH,
    OURS,
    SECOND,
    Rows,
    bytes_of_row,
    columns,
    rows,
    texts,
)

Run = Callable[[Rows], list[tuple[object, ...]]]


def by_hand() -> Run:
    closes, ours = CLOSES, frozenset(OURS)

    def one(row: dict[str, Any]) -> tuple[object, ...]:
        text, email = row["description"], row.get("email")
        return (
            1000.0 <= row["amount"] <= 10000.0 and 6 <= row["months"] <= 12,
            row["submitted"] <= closes,
            row["region"] in ours,
            row["title"].startswith("Älykäs") and "palvelu" in text and len(text) <= 40,
            email is not None and email.endswith("@kunta.example"),
        )

    return lambda table: [one(row) for row in table]


def _expressions() -> list[Any]:
    from innokumppanuus.ruleset.expressions import Environment, Type, compile

    types = {
        "amount": Type.DOUBLE,
        "months": Type.INT,
        "submitted": Type.TIMESTAMP,
        **dict.fromkeys(("region", "title", "description", "email"), Type.STRING),
    }
    return [compile(text, Environment(variables=types)) for text in CEL]


def generated() -> Run:
    from innokumppanuus.ruleset.expressions.generation import generate

    run = generate(_expressions())
    return lambda table: [run(row) for row in table]


def closures() -> Run:
    runs = [one.evaluate for one in _expressions()]
    return lambda table: [tuple(run(row) for run in runs) for row in table]


def zen() -> Run:
    from zen import compile_expression

    listed = json.dumps(OURS, ensure_ascii=False)
    last = (CLOSES - EPOCH) / SECOND
    texts = (
        "amount >= 1000 and amount <= 10000 and months >= 6 and months <= 12",
        f"submitted <= {last:.0f}",
        f"region in {listed}",
        'startsWith(title, "Älykäs") and contains(description, "palvelu") '
        "and len(description) <= 40",
        'email != null and endsWith(email, "@kunta.example")',
    )
    runs = [compile_expression(text).evaluate for text in texts]

    def one(row: dict[str, Any]) -> tuple[object, ...]:
        given = {**row, "submitted": (row["submitted"] - EPOCH) / SECOND}
        return tuple(run(given) for run in runs)

    return lambda table: [one(row) for row in table]


def cel_cpp() -> Run:
    from cel_expr_python import cel

    kinds = {
        "amount": cel.Type.DOUBLE,
        "months": cel.Type.INT,
        "submitted": cel.Type.TIMESTAMP,
        **dict.fromkeys(("region", "title", "description", "email"), cel.Type.STRING),
        "has_email": cel.Type.BOOL,
    }
    environment = cel.NewEnv(variables=kinds)
    texts = [text.replace("has(email)", "has_email") for text in CEL]
    runs = [environment.compile(text).eval for text in texts]

    def one(row: dict[str, Any]) -> tuple[object, ...]:
        given = environment.Activation({**row, "has_email": "email" in row})
        return tuple(run(given).plain_value() for run in runs)

    return lambda table: [one(row) for row in table]


def cel_rust() -> Run:
    import cel

    runs = [cel.compile(text.replace("has(email)", "has_email")).execute for text in CEL]

    def one(row: dict[str, Any]) -> tuple[object, ...]:
        context = cel.Context({**row, "has_email": "email" in row})
        return tuple(run(context) for run in runs)

    return lambda table: [one(row) for row in table]


def simple() -> Run:
    from simpleeval import EvalWithCompoundTypes

    texts = (
        "amount >= 1000.0 and amount <= 10000.0 and months >= 6 and months <= 12",
        "submitted <= closes",
        f"region in {OURS!r}",
        "title.startswith('Älykäs') and 'palvelu' in description and length(description) <= 40",
        "email is not None and email.endswith('@kunta.example')",
    )
    tool = EvalWithCompoundTypes(functions={"length": len})
    parsed = [(text, tool.parse(text)) for text in texts]

    def one(row: dict[str, Any]) -> tuple[object, ...]:
        tool.names = {"email": None, **row, "closes": CLOSES}
        return tuple(tool.eval(text, previously_parsed=tree) for text, tree in parsed)

    return lambda table: [one(row) for row in table]


def cel_python() -> Run:
    import celpy

    environment = celpy.Environment(runner_class=celpy.CompiledRunner)
    texts = [text.replace("has(email)", "has_email") for text in CEL]
    runs = [environment.program(environment.compile(text)).evaluate for text in texts]

    def one(row: dict[str, Any]) -> tuple[object, ...]:
        given = celpy.json_to_cel({**row, "has_email": "email" in row, "submitted": ""})
        given["submitted"] = celpy.celtypes.TimestampType(row["submitted"])
        return tuple(bool(run(given)) for run in runs)

    return lambda table: [one(row) for row in table]


def memory(count: int, is_all: bool) -> Callable[[], tuple[float, float, object]]:
    """Return what reads the bytes: the sum over the three numeric columns, scaled to all bytes."""
    import numpy

    table = columns(count)
    numbers = [table[name] for name in ("amount", "months", "submitted")]
    share = bytes_of_row() / 24 if is_all else 1.0

    def run() -> tuple[float, float, object]:
        wall, cpu = time.perf_counter(), time.process_time()
        for one in numbers:
            numpy.sum(one)
        spent = time.perf_counter() - wall, time.process_time() - cpu
        return spent[0] * share, spent[1] * share, None

    return run


def duckdb(count: int, is_all: bool) -> Callable[[], tuple[float, float, object]]:
    from innokumppanuus_columns.domain import Column, Dialect
    from innokumppanuus_columns.duck import connect
    from innokumppanuus_columns.screening import tally
    from innokumppanuus_columns.translation import Translation

    connection = connect()
    connection.execute(f"CREATE TABLE data AS {_selected(connection, count, is_all)}")
    connection.unregister("arrays")
    expressions = _expressions()[: 5 if is_all else 2]
    names = {name: kind for one in expressions for name, kind in _types(one).items()}
    scope = {name: Column(name=name, type=kind) for name, kind in names.items()}
    translation = Translation(Dialect.DUCKDB, scope)
    rules = {f"rule_{n}": translation.add(one.node) for n, one in enumerate(expressions)}
    query = tally(translation, "data", rules)

    def run() -> tuple[float, float, object]:
        wall, cpu = time.perf_counter(), time.process_time()
        counts = connection.execute(query).fetchall()[0]
        spent = time.perf_counter() - wall, time.process_time() - cpu
        return *spent, [int(one) for one in counts[1::2]]

    return run


def polars(count: int, is_all: bool) -> Callable[[], tuple[float, float, object]]:
    """Texts are held as they are."""
    from innokumppanuus_columns.frames import tally

    expressions, scope, table = _frame(count, is_all)
    return _collected(tally(table.lazy(), expressions, scope))


def polars_numbered(count: int, is_all: bool) -> Callable[[], tuple[float, float, object]]:
    """Texts that repeat are held once, and in the rows by number; numbering is not timed here."""
    from innokumppanuus_columns.frames import numbered, tally

    expressions, scope, table = _frame(count, is_all)
    held = numbered(table)
    return _collected(tally(held.table.lazy(), expressions, scope, held.texts))


def numbering(count: int, is_all: bool) -> Callable[[], tuple[float, float, object]]:
    """Only what it takes to hold the texts by number."""
    from innokumppanuus_columns.frames import numbered

    _, _, table = _frame(count, is_all)

    def run() -> tuple[float, float, object]:
        wall, cpu = time.perf_counter(), time.process_time()
        numbered(table)
        return time.perf_counter() - wall, time.process_time() - cpu, None

    return run


def _frame(count: int, is_all: bool) -> tuple[list[Any], dict[str, Any], Any]:
    """Return the rules, their columns and the table of Polars."""
    import polars as pl

    from innokumppanuus_columns.domain import Column
    from innokumppanuus_columns.pieces import KINDS

    expressions = _expressions()[: 5 if is_all else 2]
    names = {name: kind for one in expressions for name, kind in _types(one).items()}
    scope = {name: Column(name=name, type=kind) for name, kind in names.items()}
    made, words = columns(count), texts()
    series = [
        pl.Series(name, words[name], dtype=pl.String).gather(made[name])
        if name in words
        else pl.Series(name, made[name]).cast(KINDS[kind])
        for name, kind in names.items()
    ]
    return expressions, scope, pl.DataFrame(series)


def _collected(query: Any) -> Callable[[], tuple[float, float, object]]:
    def run() -> tuple[float, float, object]:
        wall, cpu = time.perf_counter(), time.process_time()
        counts = query.collect(engine="in-memory").row(0)
        spent = time.perf_counter() - wall, time.process_time() - cpu
        return *spent, [int(one) for one in counts[1::2]]

    return run


def _selected(connection: Any, count: int, is_all: bool) -> str:
    """Return the SELECT of the whole table from the arrays, which are put at hand."""
    connection.register("arrays", columns(count))
    shown = ["a.amount", "a.months", "make_timestamptz(a.submitted) AS submitted"]
    joins = ""
    for name, many in texts().items() if is_all else ():
        connection.execute(f"CREATE TABLE {name}_texts (number BIGINT, {name} VARCHAR)")
        connection.executemany(f"INSERT INTO {name}_texts VALUES (?, ?)", list(enumerate(many)))
        joins += f" JOIN {name}_texts ON {name}_texts.number = a.{name}"
        shown.append(f"{name}_texts.{name}")
    return f"SELECT {', '.join(shown)} FROM arrays a{joins}"


def parquet(count: int, path: str) -> None:
    """Write the table, with ids, for the command."""
    from innokumppanuus_columns.duck import connect

    connection = connect()
    query = _selected(connection, count, is_all=True)
    numbered = f"SELECT 'H' || row_number() OVER () AS id, * FROM ({query})"
    connection.execute(f"COPY ({numbered}) TO '{path}' (FORMAT parquet)")


def _types(expression: Any) -> dict[str, Any]:
    from innokumppanuus.ruleset.expressions.nodes import IsGiven, Variable, parts

    found, open_ = {}, [expression.node]
    while open_:
        node = open_.pop()
        open_ += parts(node)
        if isinstance(node, Variable):
            found[node.name] = node.type
        elif isinstance(node, IsGiven):
            found.setdefault(node.name, "string")
    return found


def openfisca(count: int, is_all: bool) -> Callable[[], tuple[float, float, object]]:
    from fiscal import simulation

    return simulation(count, is_all, is_whole=True)


def openfisca_numbered(count: int, is_all: bool) -> Callable[[], tuple[float, float, object]]:
    from fiscal import simulation

    return simulation(count, is_all, is_whole=True, is_numbered=True)


def formulas(count: int, is_all: bool) -> Callable[[], tuple[float, float, object]]:
    from fiscal import simulation

    return simulation(count, is_all, is_whole=False)


ROW_WISE: dict[str, Callable[[], Run]] = {
    "hand": by_hand,
    "generated": generated,
    "closures": closures,
    "zen-engine": zen,
    "cel-expr-python": cel_cpp,
    "common-expression-language": cel_rust,
    "simpleeval": simple,
    "cel-python": cel_python,
}
COLUMNAR: dict[str, Callable[[int, bool], Callable[[], tuple[float, float, object]]]] = {
    "bytes": memory,
    "duckdb": duckdb,
    "polars": polars,
    "polars-numbered": polars_numbered,
    "numbering": numbering,
    "openfisca": openfisca,
    "openfisca-numbered": openfisca_numbered,
    "openfisca-formulas": formulas,
}


def _row_wise(name: str, count: int) -> Callable[[], tuple[float, float, object]]:
    run, table = ROW_WISE[name](), rows(count)

    def timed() -> tuple[float, float, object]:
        wall, cpu = time.perf_counter(), time.process_time()
        outcomes = run(table)
        spent = time.perf_counter() - wall, time.process_time() - cpu
        return *spent, [sum(one[n] is True for one in outcomes) for n in range(len(CEL))]

    return timed


def main() -> None:
    """Prepare, then run once for every line on the input."""
    name, count, rules = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    is_all = rules == "all"
    run = _row_wise(name, count) if name in ROW_WISE else COLUMNAR[name](count, is_all)
    run()
    for _ in sys.stdin:
        wall, cpu, digest = run()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps({"wall": wall, "cpu": cpu, "digest": digest, "peak": peak}), flush=True)


if __name__ == "__main__":
    main()
