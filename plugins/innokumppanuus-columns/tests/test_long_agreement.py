"""
Every engine on the same random expressions, tables and rows, for as long as somebody waits.

INNOKUMPPANUUS_LONG=1 runs it, INNOKUMPPANUUS_MINUTES says how long (10 unless told otherwise) and
INNOKUMPPANUUS_SEED where it begins. It stops at the first difference and tells it whole. Spark has
its own test in `test_agreement`.
"""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count, islice
from random import Random
from typing import Any

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import UNKNOWN, Expression, Type
from innokumppanuus.ruleset.expressions.generation import generate
from innokumppanuus.ruleset.expressions.nodes import Node, Variable
from innokumppanuus.ruleset.expressions.value_types import normal
from innokumppanuus.testing.random_expressions import VARIABLES, expressions, rows
from innokumppanuus.testing.random_tables import tables
from innokumppanuus_columns import duck, lowering
from innokumppanuus_columns.domain import Column, Dialect, NotColumnar
from innokumppanuus_columns.translation import Translation

pytestmark = pytest.mark.skipif(
    not os.environ.get("INNOKUMPPANUUS_LONG"), reason="INNOKUMPPANUUS_LONG is not set"
)
MINUTES = float(os.environ.get("INNOKUMPPANUUS_MINUTES", "10"))
FIRST_SEED = int(os.environ.get("INNOKUMPPANUUS_SEED", "0"))
EACH, TOGETHER, ROWS = 60, 10, 60
NUMBERED = "number"
COLUMNS = {name: Column(name=name, type=kind) for name, kind in VARIABLES.items()}
NUMBER = {NUMBERED: Column(name=NUMBERED, type=Type.INT)}
DECLARED = "columns.cannot.currencies"

Engine = Callable[[Sequence[dict[str, object]], Sequence[Node], Mapping[str, Node]], Any]


def plain(value: object) -> object:
    """Return a value as a column has it."""
    match value:
        case Money():
            return value.cents
        case datetime():
            moment = value if value.tzinfo else value.replace(tzinfo=UTC)
            return moment.astimezone(UTC)
        case list() | tuple():
            return tuple(value)
        case _:
            return None if value is UNKNOWN else value


def in_duckdb(
    table: Sequence[dict[str, object]], nodes: Sequence[Node], steps: Mapping[str, Node]
) -> list[tuple[object, ...]]:
    """Return the values by row."""
    translation = Translation(Dialect.DUCKDB, COLUMNS, steps=steps)
    trees = {f"value_{place}": translation.add(node) for place, node in enumerate(nodes)}
    query = translation.select("data", trees, NUMBERED).sql(dialect=Dialect.DUCKDB)
    connection = duck.connect()
    duck.fill(connection, "data", {**NUMBER, **COLUMNS}, table)
    return [tuple(row[1:]) for row in sorted(connection.execute(query).fetchall(), key=first)]


def in_polars(
    table: Sequence[dict[str, object]], nodes: Sequence[Node], steps: Mapping[str, Node]
) -> list[tuple[object, ...]]:
    """Return the values by row."""
    import polars as pl

    from innokumppanuus_columns import frames
    from innokumppanuus_columns.algebra import Algebra

    algebra = Algebra(COLUMNS, steps=steps)
    made = {f"value_{place}": algebra.add(node) for place, node in enumerate(nodes)}
    frame = frames.frame({**NUMBER, **COLUMNS}, table).lazy()
    found = algebra.over(frame).select(pl.col(NUMBERED), **made).collect().rows()
    return [tuple(row[1:]) for row in sorted(found, key=first)]


def first(row: Sequence[Any]) -> Any:
    return row[0]


def engines() -> dict[str, Engine]:
    """Return the engines of columns that are here."""
    found: dict[str, Engine] = {"duckdb": in_duckdb}
    try:
        import polars  # noqa: F401  an optional extra

        found["polars"] = in_polars
    except ImportError:
        pass
    return found


def is_said(node: Node, steps: Mapping[str, Node]) -> bool:
    """Return whether columns can say it; they tell which sums they cannot."""
    try:
        Translation(Dialect.DUCKDB, COLUMNS, steps=steps).add(node)
    except NotColumnar as error:
        assert error.key == DECLARED
        return False
    return True


def is_same(wanted: object, got: object) -> bool:
    return type(wanted) is type(got) and wanted == got


def differences(
    name: str, texts: Sequence[str], wanted: Sequence[Sequence[object]], found: Sequence[Any]
) -> Iterator[tuple[str, str, int, object, object]]:
    """Yield what an engine says otherwise, with the number of the row."""
    assert len(found) == len(wanted)
    for number, (ours, theirs) in enumerate(zip(wanted, found, strict=True)):
        for text, one, other in zip(texts, ours, theirs, strict=True):
            if not is_same(one, plain(other)):
                yield name, text, number, one, other


def by_expressions(seed: int, counts: Counter[str]) -> Iterator[object]:
    table = [{**row, NUMBERED: n} for n, row in enumerate(rows(Random(seed), ROWS))]
    source = islice(expressions(Random(f"{seed} expressions")), EACH)
    while bundle := list(islice(source, TOGETHER)):
        wanted = [[one.evaluate(row) for one in bundle] for row in table]
        run = generate(bundle)
        texts = [one.text for one in bundle]
        generated = [run(row) for row in table]
        traced = [[one.trace(row).value for one in bundle] for row in table]
        for name, found in (("generated", generated), ("trace", traced)):
            for number, (ours, theirs) in enumerate(zip(wanted, found, strict=True)):
                if list(map(repr, ours)) != list(map(repr, theirs)):
                    yield name, texts, number, ours, theirs
            counts[name] += len(bundle) * len(table)
        said = [place for place, one in enumerate(bundle) if is_said(one.node, {})]
        counts["expressions"] += len(bundle)
        counts["not said in columns"] += len(bundle) - len(said)
        plains = [[plain(row[place]) for place in said] for row in wanted]
        for name, engine in engines().items() if said else ():
            found_there = engine(table, [bundle[place].node for place in said], {})
            yield from differences(name, [texts[p] for p in said], plains, found_there)
            counts[name] += len(said) * len(table)


def by_tables(seed: int, counts: Counter[str]) -> Iterator[object]:
    table = [{**row, NUMBERED: n} for n, row in enumerate(rows(Random(seed), ROWS))]
    for one in islice(tables(Random(f"{seed} tables"), most_rows=12), EACH // 6):
        steps = lowering.tabled(one)
        node = Variable(start=0, end=0, type=one.type, name=one.name)
        counts["tables"] += 1
        if not is_said(node, steps):
            counts["tables not said in columns"] += 1
            continue
        wanted = [[plain(one.run(row).value)] for row in table]
        for name, engine in engines().items():
            found = engine(table, [node], steps)
            yield from differences(name, [repr(one.table)], wanted, found)
            counts[f"{name}, tables"] += len(table)


def by_cel(seed: int, counts: Counter[str]) -> Iterator[object]:
    cel_judge = pytest.importorskip(
        "innokumppanuus.testing.cel_judge", reason="cel-expr-python is not installed"
    )
    judge = cel_judge.Judge(VARIABLES)
    table = [
        {name: composed(value) for name, value in row.items()}
        for row in rows(Random(seed), ROWS // 2)
    ]
    source = islice(expressions(Random(f"{seed} cel"), depth=2), EACH * 3)
    for one in source:
        if not judge.knows(one) or not is_composed(one):
            continue
        program = judge.program(one)
        counts["expressions of CEL"] += 1
        for number, row in enumerate(table):
            ours, theirs = one.evaluate(row), judge.value(program, row)
            counts["CEL"] += 1
            if cel_judge.same(ours, theirs):
                continue
            if cel_judge.is_declared(one, row, ours):
                counts["CEL, declared to differ"] += 1
            else:
                yield "CEL", one.text, number, ours, theirs


def composed(value: object) -> object:
    """Return a value whose texts stay the same when they are put together: one declared thing."""
    if isinstance(value, str):
        return normal(value).replace("\u030a", "")
    return tuple(map(composed, value)) if isinstance(value, tuple) else value


def is_composed(one: Expression) -> bool:
    return "\u030a" not in one.text


@pytest.mark.parametrize("kind", [by_expressions, by_tables, by_cel], ids=lambda one: one.__name__)
def test_every_engine_says_the_same_for_minutes(
    kind: Callable[[int, Counter[str]], Iterator[object]], capsys: pytest.CaptureFixture[str]
) -> None:
    counts: Counter[str] = Counter()
    end = time.monotonic() + MINUTES * 60 / 3

    for seed in count(FIRST_SEED):
        assert next(kind(seed, counts), None) is None, f"seed {seed}"
        counts["seeds"] += 1
        if time.monotonic() > end:
            break

    with capsys.disabled():
        print(f"\n{kind.__name__}: {dict(sorted(counts.items()))}")
