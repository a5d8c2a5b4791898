"""Polars has the values of the closures, whatever is missing, too large or written otherwise."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from random import Random

import attrs
import pytest

pl = pytest.importorskip("polars", reason="polars is not installed; it is an optional extra")

from innokumppanuus.domain.money import Money  # noqa: E402  Polars may be absent
from innokumppanuus.ruleset.expressions import (  # noqa: E402
    UNKNOWN,
    Environment,
    Expression,
    Type,
    compile,
)
from innokumppanuus.testing.random_expressions import (  # noqa: E402
    VARIABLES,
    expressions,
    rows,
)
from innokumppanuus_columns import frames  # noqa: E402
from innokumppanuus_columns.algebra import Algebra  # noqa: E402
from innokumppanuus_columns.domain import Column, NotColumnar  # noqa: E402

IS_LONG = bool(os.environ.get("INNOKUMPPANUUS_LONG"))
EACH = 1000 if IS_LONG else 60
SEEDS = range(10) if IS_LONG else range(3)
TOGETHER = 10
NUMBERED = "number"
COLUMNS = {name: Column(name=name, type=kind) for name, kind in VARIABLES.items()}
DECLARED = "columns.cannot.currencies"
"""What columns cannot say and say so: a sum whose currency depends on the row."""


@attrs.frozen
class Field:
    """Rows with a number of their own, and the same as a table of Polars."""

    rows: Sequence[dict[str, object]]
    table: "pl.DataFrame"


@pytest.fixture(scope="module")
def field() -> Field:
    table = [{**row, NUMBERED: n} for n, row in enumerate(rows(Random(7), 150))]
    scope = {NUMBERED: Column(name=NUMBERED, type=Type.INT), **COLUMNS}
    return Field(table, frames.frame(scope, table))


def plain(value: object) -> object:
    """Return a value as a column has it."""
    match value:
        case Money():
            return value.cents
        case datetime():
            return value.astimezone(UTC)
        case list() | tuple():
            return tuple(value)
        case _:
            return None if value is UNKNOWN else value


def reckoned(
    table: "pl.DataFrame",
    some: Sequence[Expression],
    texts: Mapping[str, "pl.Series"] | None = None,
) -> tuple[Sequence[Expression], Sequence[tuple[object, ...]]]:
    """Return what Polars can say of the expressions, and their values row by row."""
    algebra = Algebra(COLUMNS, texts=texts)
    made, told = {}, []
    for one in some:
        try:
            made[f"value_{len(told)}"] = algebra.add(one.node)
        except NotColumnar as error:
            assert error.key == DECLARED
            continue
        told.append(one)
    found = algebra.over(table.lazy()).select(pl.col(NUMBERED), **made)
    return told, found.collect().rows()


def differences(
    field: Field, told: Sequence[Expression], found: Sequence[Sequence[object]]
) -> Iterator[tuple[str, object, object, object]]:
    """Yield what Polars says otherwise than the closures."""
    assert len(found) == len(field.rows)
    for row in found:
        values = field.rows[int(str(row[0]))]
        for one, got in zip(told, row[1:], strict=True):
            wanted = plain(one.evaluate(values))
            if plain(got) != wanted or type(plain(got)) is not type(wanted):
                yield one.text, values, wanted, got


def in_bundles(seed: int) -> Iterator[list[Expression]]:
    source = islice(expressions(Random(seed)), EACH)
    while bundle := list(islice(source, TOGETHER)):
        yield bundle


@pytest.mark.parametrize("seed", SEEDS)
def test_polars_has_the_values_of_closures(field: Field, seed: int) -> None:
    for bundle in in_bundles(seed):
        told, found = reckoned(field.table, bundle)

        assert list(differences(field, told, found)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_texts_held_by_number_change_no_value(field: Field, seed: int) -> None:
    held = frames.numbered(field.table, distinct_share=1.0)
    assert set(held.texts) >= {"name", "place"}

    for bundle in in_bundles(seed + 50):
        told, found = reckoned(held.table, bundle, held.texts)

        assert list(differences(field, told, found)) == []


@pytest.mark.parametrize("count", [1, 7])
def test_division_by_one_number_rounds_as_ieee_754_says(count: int) -> None:
    one = compile("double(months) / 952340.2346003612", Environment(variables=VARIABLES))
    table = [{NUMBERED: n, "months": 14} for n in range(count)]
    scope = {NUMBERED: Column(name=NUMBERED, type=Type.INT), **COLUMNS}

    _, found = reckoned(frames.frame(scope, table), [one])

    assert {value for _, value in found} == {14 / 952340.2346003612}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("count + 1 > 0", {"count": 2**63 - 1}),
        ("count / months > 0", {"count": 1, "months": 0}),
        ("count / months > 0", {"count": -(2**63), "months": -1}),
        ("count % months > 0", {"count": -(2**63), "months": -1}),
        ("ratio * ratio > 0.0", {"ratio": 1e300}),
        ('name == "Jyväskylä"', {}),
        ("add_months(start, 12) > born", {"start": date(9999, 12, 31), "born": date(2018, 1, 1)}),
    ],
)
def test_what_cannot_be_reckoned_is_unknown(text: str, row: dict[str, object]) -> None:
    one = compile(text, Environment(variables=VARIABLES))
    scope = {NUMBERED: Column(name=NUMBERED, type=Type.INT), **COLUMNS}

    _, found = reckoned(frames.frame(scope, [{NUMBERED: 1, **row}]), [one])

    assert found == [(1, None)]


def test_text_of_two_characters_that_make_one_is_that_one() -> None:
    one = compile('name + "\u0308" == "ä"', Environment(variables=VARIABLES))
    scope = {NUMBERED: Column(name=NUMBERED, type=Type.INT), **COLUMNS}

    _, found = reckoned(frames.frame(scope, [{NUMBERED: 1, "name": "a"}]), [one])

    assert found == [(1, True)]
