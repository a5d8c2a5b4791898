"""Decision tables and dated values in columns: what the core says of them row by row, no less."""

import os
from collections.abc import Mapping
from itertools import islice
from random import Random
from typing import Any

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import ID_FIELD
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, ParameterUse, UsedParameter
from innokumppanuus.domain.tables import HitPolicy
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.ruleset.expressions import UNKNOWN, Type
from innokumppanuus.ruleset.expressions.nodes import IsGiven, Node, Variable
from innokumppanuus.ruleset.parameters import PARAMETER_TYPES, seen
from innokumppanuus.testing.parameters import a_parameter, a_value, offering
from innokumppanuus.testing.random_expressions import VARIABLES, rows
from innokumppanuus.testing.random_tables import ZONE, parameters, tables
from innokumppanuus_columns import duck, loading, lowering, screening
from innokumppanuus_columns import rows as by_rows
from innokumppanuus_columns.domain import Column, Dialect, NotColumnar
from innokumppanuus_columns.translation import Translation

IS_LONG = bool(os.environ.get("INNOKUMPPANUUS_LONG"))
EACH = 1000 if IS_LONG else 25
NUMBERED = "number"
COLUMNS = {name: Column(name=name, type=kind) for name, kind in VARIABLES.items()}
ROWS = [{**row, NUMBERED: n} for n, row in enumerate(rows(Random(8), 60))]


@pytest.fixture(scope="module")
def data() -> Any:
    connection = duck.connect()
    number = Column(name=NUMBERED, type=Type.INT)
    duck.fill(connection, "data", {NUMBERED: number, **COLUMNS}, ROWS)
    return connection


def plain(value: object) -> object:
    """Return a value as a column has it."""
    if isinstance(value, Money):
        return value.cents
    if isinstance(value, list | tuple):
        return tuple(value)
    return None if value is UNKNOWN else value


def in_sql(data: Any, steps: Mapping[str, Node], name: str, kind: Type) -> list[object]:
    """Return the values of a step by row, and hold whether it has one against the value."""
    translation = Translation(Dialect.DUCKDB, COLUMNS, steps=steps)
    trees = {
        "value": translation.add(Variable(start=0, end=0, type=kind, name=name)),
        "given": translation.add(IsGiven(start=0, end=0, name=name)),
    }
    query = translation.select("data", trees, NUMBERED).sql(dialect=Dialect.DUCKDB)
    found = data.execute(f"SELECT value, given FROM ({query}) ORDER BY {NUMBERED}").fetchall()
    assert all((value is not None) is given for value, given in found)
    return [plain(value) for value, _ in found]


@pytest.mark.parametrize("policy", HitPolicy)
def test_table_says_in_columns_what_it_says_row_by_row(data: Any, policy: HitPolicy) -> None:
    told = 0
    for table in islice(tables(Random(9), (policy,)), EACH):
        wanted = [plain(table.run(row).value) for row in ROWS]
        try:
            found = in_sql(data, lowering.tabled(table), table.name, table.type)
        except NotColumnar as error:
            assert error.key == "columns.cannot.currencies"
            continue

        assert [(type(one), one) for one in found] == [(type(one), one) for one in wanted]
        told += 1
    assert told > EACH // 2


@pytest.mark.parametrize("on", ["start", "sent"])
def test_dated_value_is_the_one_of_the_row_s_day(data: Any, on: str) -> None:
    call = the_ruleset().call
    day = lowering.day_of(call, ParameterUse(key="koe.raja", on=on))
    assert day is not None

    for parameter in islice(parameters(Random(10)), EACH):
        steps, kind = {"it": lowering.dated(parameter, day)}, PARAMETER_TYPES[parameter.unit]

        wanted = [looked_up(parameter, row.get(on)) for row in ROWS]

        assert in_sql(data, steps, "it", kind) == wanted


def looked_up(parameter: Parameter, day: Any) -> object:
    """Return the value that the core finds, as a column has it."""
    if hasattr(day, "astimezone"):
        day = day.astimezone(zone(ZONE)).date()
    value = seen(UsedParameter.of(parameter, day))
    if isinstance(value, int) and value >= 2**63:
        return None  # too large to be reckoned with
    return "ä" if value == "a\u0308" else plain(value)


RULES = """\
innokumppanuus: 1
id: lowered
name: Lowered
form:
  - {id: flag, name: Flag, type: yes_no, required: false}
  - {id: count, name: Count, type: integer, required: false}
  - {id: name, name: Name, required: false}
  - {id: amount, name: Amount, type: money, required: false}
  - {id: own, name: Own, type: money, required: false}
  - {id: start, name: Start, type: date, required: false}
  - {id: sent, name: Sent, type: moment, required: false}
parameters:
  cap: {key: koe.raja, on: start}
  late: {key: koe.raja, on: sent}
  fixed: {key: koe.raja, on: 2018-03-01}
  never: {key: koe.raja, on: decided}
tables:
  - id: share
    name: Share
    inputs: [{value: amount}, {value: flag}]
    output: {type: money}
    rows:
      - {when: ["<= parameter.cap", "-"], then: 1 EUR}
      - {when: ["> parameter.cap", "true"], then: parameter.late}
  - id: place
    name: Place
    hit: rule_order
    inputs: [{value: table.share}, {value: count}]
    output: {type: string}
    rows:
      - {when: ["> 1 EUR", "-"], then: dear}
      - {when: ["-", "> 3"], then: many}
eligibility:
  - {id: capped, name: Capped, when: own <= table.share}
  - {id: placed, name: Placed, when: '"many" in table.place || !has(table.share)'}
  - {id: fixed, name: Fixed, when: amount <= parameter.fixed}
  - {id: never, name: Never, when: amount <= parameter.never || flag}
criteria: [{id: K1, name: Idea}]
factors:
  - {id: L1, name: Large, kind: scored, when: table.share > eur(2)}
assessment:
  weighting: {kind: order, order: [K1, L1]}
"""


def the_ruleset() -> RuleSet:
    law = a_parameter(
        a_value("2017-06-01", "2017-12-31", Money.of(20_000)),
        a_value("2018-02-01", None, Money.of(10_000)),
    )
    return loads(RULES, "lowered.yaml", offering(law))


def given() -> list[Application]:
    form = {field.id for field in the_ruleset().call.form}
    table = enumerate(rows(Random(11), 200))
    return [
        Application(id=f"H{n}", answers={k: v for k, v in row.items() if k in form})  # type: ignore[misc]
        for n, row in table
    ]


def test_rule_set_with_tables_and_dated_values_is_screened_as_the_core_does_it() -> None:
    ruleset, applications = the_ruleset(), given()
    plan, connection = screening.plan(ruleset), duck.connect()
    values = ({ID_FIELD: one.id, **ruleset.values(one)} for one in applications)
    loading.keep(connection, ruleset.call, plan.fields, values)

    query = screening.query(plan, Dialect.DUCKDB, loading.TYPED)
    found = connection.execute(f"SELECT failed, unknown, verdict FROM ({query})").fetchall()

    assert found == [by_core(plan, one) for one in applications]
    assert len(set(found)) > 10


def test_rule_set_with_tables_and_dated_values_is_the_same_by_rows() -> None:
    plan, applications = screening.plan(the_ruleset()), given()

    found = by_rows.screen(plan, applications, {})

    wanted = [by_core(plan, one) for one in applications]
    assert [(one.failed, one.unknown, one.verdict.value) for one in found] == wanted


def by_core(plan: screening.Plan, one: Application) -> tuple[int, int, str]:
    said = screen(plan.ruleset, one, {})
    masks = {"met": 0, "not_met": 0, "cannot_tell": 0}
    for finding in said.findings:
        masks[finding.verdict.value] |= 1 << plan.rules.index(finding.rule)
    return masks["not_met"], masks["cannot_tell"], said.verdict.value


def test_only_what_depends_on_the_application_is_a_step() -> None:
    plan = screening.plan(the_ruleset())

    assert {name for name in plan.steps if ".row" not in name} == {
        "parameter.cap",
        "parameter.late",
        "table.place",
        "table.share",
    }
    assert plan.fixed == {"parameter.fixed": Money.of(10_000), "parameter.never": None}


def test_fields_beneath_tables_and_dated_values_are_read() -> None:
    assert set(screening.plan(the_ruleset()).fields) == {
        *("amount", "count", "flag", "own", "sent", "start")
    }


def test_tables_that_are_too_large_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lowering, "MOST_NODES", 10)

    with pytest.raises(NotColumnar, match="large_tables"):
        lowering.steps(the_ruleset(), ["table.place"])
