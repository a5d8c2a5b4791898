"""Every hit policy against brute force: all the ways that the unknown rows could go."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.tables import (
    Aggregation,
    DecisionTable,
    HitPolicy,
    OutcomeType,
    TableInput,
    TableOutput,
    TableRow,
)
from innokumppanuus.ruleset.expressions import UNKNOWN, Environment, Type
from innokumppanuus.ruleset.tables.compiling import CompiledTable, compile_table

NOTHING = object()
FLAGS = ("a", "b", "c", "d", "e", "f")
ENVIRONMENT = Environment(variables={**dict.fromkeys(FLAGS, Type.BOOL), "x": Type.INT})
WORDS = ("high", "middle", "low")
POLICIES = [
    (HitPolicy.UNIQUE, Aggregation.LIST),
    (HitPolicy.ANY, Aggregation.LIST),
    (HitPolicy.PRIORITY, Aggregation.LIST),
    (HitPolicy.FIRST, Aggregation.LIST),
    (HitPolicy.RULE_ORDER, Aggregation.LIST),
    (HitPolicy.OUTPUT_ORDER, Aggregation.LIST),
    *((HitPolicy.COLLECT, one) for one in Aggregation),
]
NUMBERED = (Aggregation.SUM, Aggregation.MIN, Aggregation.MAX)


def row_flags(thens: Sequence[str], hit: HitPolicy, aggregation: Aggregation) -> CompiledTable:
    """Return a table whose row number n matches when the n:th flag is true."""
    is_number = aggregation in NUMBERED
    ranked = hit in (HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER)
    rows = tuple(
        TableRow(when=tuple("true" if k == n else "-" for k in range(len(thens))), then=then)
        for n, then in enumerate(thens)
    )
    table = DecisionTable(
        id="t",
        name=same("t"),
        hit=hit,
        aggregation=aggregation,
        inputs=tuple(TableInput(value=flag) for flag in FLAGS[: len(thens)]),
        output=TableOutput(
            type=OutcomeType.INT if is_number else OutcomeType.STRING,
            outcomes=WORDS if ranked else (),
        ),
        rows=rows,
    )
    compiled, misfits = compile_table(table, ENVIRONMENT, "Europe/Helsinki")
    assert misfits == ()
    assert compiled is not None
    return compiled


def plainly(thens: Sequence[Any], hit: HitPolicy, aggregation: Aggregation) -> object:
    """Return what follows from the outcomes of the matching rows, in the order of the table."""
    match hit:
        case HitPolicy.UNIQUE:
            return thens[0] if len(thens) == 1 else NOTHING
        case HitPolicy.ANY:
            return thens[0] if len(set(thens)) == 1 else NOTHING
        case HitPolicy.FIRST:
            return thens[0] if thens else NOTHING
        case HitPolicy.PRIORITY:
            return min(thens, key=WORDS.index) if thens else NOTHING
        case HitPolicy.RULE_ORDER:
            return tuple(thens)
        case HitPolicy.OUTPUT_ORDER:
            return tuple(sorted(thens, key=WORDS.index))
    match aggregation:
        case Aggregation.LIST:
            return tuple(sorted(thens))
        case Aggregation.SUM:
            return sum(thens)
        case Aggregation.COUNT:
            return len(thens)
        case Aggregation.MIN:
            return min(thens) if thens else NOTHING
        case Aggregation.MAX:
            return max(thens) if thens else NOTHING


def expected(
    thens: Sequence[Any], flags: Mapping[str, bool], hit: HitPolicy, aggregation: Aggregation
) -> object:
    """Return the outcome when it is the same however the missing flags are answered."""
    names = FLAGS[: len(thens)]
    ways = product(*([flags[name]] if name in flags else [False, True] for name in names))
    outcomes = {
        plainly([then for then, holds in zip(thens, way, strict=True) if holds], hit, aggregation)
        for way in ways
    }
    one = next(iter(outcomes))
    return UNKNOWN if len(outcomes) > 1 or one is NOTHING else one


@pytest.mark.parametrize(("hit", "aggregation"), POLICIES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_an_outcome_is_unknown_exactly_when_what_is_missing_could_change_it(
    hit: HitPolicy, aggregation: Aggregation, data: st.DataObject
) -> None:
    values: Any = [-1, 0, 1, 2] if aggregation in NUMBERED else WORDS
    thens = data.draw(st.lists(st.sampled_from(values), min_size=1, max_size=len(FLAGS)))
    given_flags = data.draw(st.dictionaries(st.sampled_from(FLAGS), st.booleans()))
    table = row_flags([str(then) for then in thens], hit, aggregation)

    result = table.run(given_flags)

    assert result.value == expected(thens, given_flags, hit, aggregation)


@pytest.mark.parametrize(("hit", "aggregation"), POLICIES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_an_unknown_outcome_says_what_is_missing_or_why(
    hit: HitPolicy, aggregation: Aggregation, data: st.DataObject
) -> None:
    values: Any = [-1, 0, 1, 2] if aggregation in NUMBERED else WORDS
    thens = data.draw(st.lists(st.sampled_from(values), min_size=1, max_size=len(FLAGS)))
    given_flags = data.draw(st.dictionaries(st.sampled_from(FLAGS), st.booleans()))
    table = row_flags([str(then) for then in thens], hit, aggregation)

    result = table.run(given_flags)

    lacking = {*FLAGS[: len(thens)]} - {*given_flags}
    assert {*result.missing} <= lacking
    assert (result.value is UNKNOWN) == bool(result.missing or result.note)


@pytest.mark.parametrize("aggregation", [Aggregation.MIN, Aggregation.MAX])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_extreme_of_expressions_is_that_of_their_values(
    aggregation: Aggregation, data: st.DataObject
) -> None:
    flags = {name: data.draw(st.booleans()) for name in FLAGS[:4]}
    numbers = data.draw(st.lists(st.integers(-3, 3), min_size=3, max_size=3))
    table = row_flags([*(f"x + {n}" if n >= 0 else f"x - {-n}" for n in numbers), "1"],
                      HitPolicy.COLLECT, aggregation)  # fmt: skip

    result = table.run({**flags, "x": 1})

    values = [1 + n for n in numbers] + [1]
    assert result.value == expected(values, flags, HitPolicy.COLLECT, aggregation)


def test_two_rows_of_a_unique_table_are_no_silent_choice() -> None:
    table = row_flags(["high", "low"], HitPolicy.UNIQUE, Aggregation.LIST)

    result = table.run({"a": True, "b": True})

    assert (result.value, result.note, result.rows) == (UNKNOWN, "cannot-choose-row", (1, 2))


def test_two_outcomes_of_an_any_table_are_no_silent_choice() -> None:
    table = row_flags(["high", "low"], HitPolicy.ANY, Aggregation.LIST)

    result = table.run({"a": True, "b": True})

    assert (result.value, result.note) == (UNKNOWN, "cannot-choose-row")


def test_no_row_is_no_outcome_and_says_so() -> None:
    table = row_flags(["high", "low"], HitPolicy.FIRST, Aggregation.LIST)

    result = table.run({"a": False, "b": False})

    assert (result.value, result.note, result.missing) == (UNKNOWN, "cannot-find-row", ())


def test_the_sum_of_no_rows_is_zero_in_the_currency_of_the_table() -> None:
    table = DecisionTable(
        id="t",
        name=same("t"),
        hit=HitPolicy.COLLECT,
        aggregation=Aggregation.SUM,
        inputs=(TableInput(value="a"),),
        output=TableOutput(type=OutcomeType.MONEY, currency="GBP"),
        rows=(TableRow(when=("true",), then="100 GBP"),),
    )
    compiled, _ = compile_table(table, ENVIRONMENT, "Europe/Helsinki")
    assert compiled is not None

    assert compiled.run({"a": False}).value == Money(0, "GBP")


def test_a_table_of_the_most_rows_is_shallow_enough_for_every_engine() -> None:
    rows = tuple(TableRow(when=(str(n),), then=WORDS[n % 3]) for n in range(200))
    table = DecisionTable(
        id="t",
        name=same("t"),
        hit=HitPolicy.FIRST,
        inputs=(TableInput(value="x"),),
        output=TableOutput(type=OutcomeType.STRING),
        rows=rows,
    )

    compiled, _ = compile_table(table, ENVIRONMENT, "Europe/Helsinki")

    assert compiled is not None
    assert compiled.run({"x": 199}).value == WORDS[199 % 3]
    assert attrs.evolve(compiled).run({}).missing == ("x",)
