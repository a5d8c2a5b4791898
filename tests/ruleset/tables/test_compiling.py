"""A decision table as nodes of the expression language: checked whole, run with reasons."""

from typing import Any

import pytest

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
from innokumppanuus.ruleset.expressions import UNKNOWN, Environment, Type, compile
from innokumppanuus.ruleset.tables.compiling import (
    CompiledTable,
    Misfit,
    compile_table,
    with_table,
)

ENVIRONMENT = Environment(
    variables={"amount": Type.MONEY, "sector": Type.STRING, "months": Type.INT},
    options={"sector": ("company", "association")},
)


def a_table(**changes: Any) -> DecisionTable:
    given: dict[str, Any] = {
        "id": "share",
        "name": same("share"),
        "inputs": (TableInput(value="amount"), TableInput(value="sector")),
        "output": TableOutput(type=OutcomeType.STRING),
        "rows": (
            TableRow(when=("<= 10000 EUR", "-"), then="small"),
            TableRow(when=("> 10000 EUR", "company"), then="large"),
        ),
    }
    return DecisionTable(**{**given, **changes})


def made(**changes: Any) -> CompiledTable:
    compiled, misfits = compile_table(a_table(**changes), ENVIRONMENT, "Europe/Helsinki")
    assert misfits == ()
    assert compiled is not None
    return compiled


def told(**changes: Any) -> list[tuple[object, str]]:
    compiled, misfits = compile_table(a_table(**changes), ENVIRONMENT, "Europe/Helsinki")
    assert compiled is None
    return [(one.path, one.problem.key) for one in misfits]


def test_a_result_says_which_row_hit_and_by_which_cells() -> None:
    result = made().run({"amount": Money.of(20_000), "sector": "company"})

    assert (result.value, result.rows) == ("large", (2,))
    assert [step.text for step in result.cells] == ["amount: > 10000 EUR", "sector: company"]


def test_a_missing_answer_that_cannot_matter_is_not_asked_for() -> None:
    assert made().run({"amount": Money.of(1)}).value == "small"


def test_a_missing_answer_that_matters_is_asked_for() -> None:
    result = made().run({"amount": Money.of(20_000)})

    assert (result.value, result.missing) == (UNKNOWN, ("sector",))


def test_a_table_uses_the_answers_and_not_its_own_rows() -> None:
    assert made().uses == ("amount", "sector")


def test_an_outcome_may_be_reckoned() -> None:
    table = made(
        output=TableOutput(type=OutcomeType.MONEY),
        rows=(TableRow(when=("-", "-"), then="amount - eur(5)"),),
    )

    assert table.run({"amount": Money.of(20)}).value == Money.of(15)


def test_what_a_table_can_give_is_checked_in_expressions() -> None:
    environment = with_table(ENVIRONMENT, made())

    assert compile('table.share == "small"', environment).uses == ("table.share",)
    assert environment.options["table.share"] == ("small", "large")


def test_a_list_policy_gives_a_list() -> None:
    table = made(hit=HitPolicy.RULE_ORDER, rows=(TableRow(when=("-", "-"), then="a"),) * 2)

    assert (table.type, table.run({}).value) == (Type.LIST, ("a", "a"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"rows": (TableRow(when=("-",), then="a"),)},
            [(("rows", 0, "when"), "table-cells")],
        ),
        (
            {"inputs": (TableInput(value="amuont"), TableInput(value="sector"))},
            [(("inputs", 0, "value"), "expression-variable")],
        ),
        (
            {"hit": HitPolicy.PRIORITY},
            [(("output",), "table-outcomes")],
        ),
        (
            {
                "hit": HitPolicy.PRIORITY,
                "output": TableOutput(type=OutcomeType.STRING, outcomes=("small",)),
            },
            [(("rows", 1, "then"), "choice-none")],
        ),
        (
            {"output": TableOutput(type=OutcomeType.STRING, outcomes=("small",))},
            [(("output", "outcomes"), "table-outcomes-unused")],
        ),
        (
            {"hit": HitPolicy.COLLECT, "aggregation": Aggregation.SUM},
            [(("output", "type"), "table-aggregation")],
        ),
        (
            {"aggregation": Aggregation.COUNT},
            [(("aggregation",), "table-aggregation-unused")],
        ),
        (
            {"output": TableOutput(type=OutcomeType.STRING, currency="euro")},
            [(("output", "currency"), "currency")],
        ),
        (
            {"rows": (TableRow(when=("-", "-"), then="a"),) * 201},
            [(("rows",), "table-large")],
        ),
    ],
)
def test_what_does_not_fit_is_told_at_its_part(
    changes: dict[str, Any], expected: list[tuple[object, str]]
) -> None:
    assert told(**changes) == expected


def test_numbers_cannot_be_listed() -> None:
    changes = {
        "hit": HitPolicy.RULE_ORDER,
        "output": TableOutput(type=OutcomeType.INT),
        "rows": (TableRow(when=("-", "-"), then="1"),),
    }

    assert told(**changes) == [(("output", "type"), "table-list")]


def test_every_broken_cell_is_told_at_once() -> None:
    rows = (
        TableRow(when=("10", "compny"), then="a"),
        TableRow(when=("", "-"), then="b"),
    )

    _, misfits = compile_table(a_table(rows=rows), ENVIRONMENT, "Europe/Helsinki")

    assert {type(one) for one in misfits} == {Misfit}
    assert [one.problem.key for one in misfits] == [
        "must-be-money",
        "expression-option",
        "table-cell-empty",
    ]
