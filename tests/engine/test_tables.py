"""What decision tables said, in the findings of the rules that look at them."""

from typing import Any

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.findings import Finding, TableHit, Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.testing.builders import an_application
from innokumppanuus.testing.parameters import a_parameter, a_value, tabling
from innokumppanuus.testing.rulesets import the_ruleset

TABLES = """
tables:
  - id: size
    name: {fi: Koko, sv: Storlek, en: Size}
    inputs: [{value: amount}]
    output: {type: string}
    rows:
      - {when: ["<= 5000 EUR"], then: small}
      - {when: ["> 5000 EUR"], then: large}
  - id: open_to
    name: {fi: Kelpoisuus, sv: Behörighet, en: Eligibility}
    inputs: [{value: table.size}, {value: sector}]
    output: {type: bool}
    rows:
      - {when: [small, "-"], then: true}
      - {when: [large, company], then: true}
      - {when: [large, not(company)], then: false}

eligibility:
  - id: by_table
    name: {fi: Taulun mukaan, sv: Enligt tabellen, en: By the table}
    when: table.open_to
"""


def ruleset() -> RuleSet:
    return the_ruleset(("\neligibility:\n", TABLES))


def found(**answers: Any) -> Finding:
    application: Application = an_application(**answers)
    findings = screen(ruleset(), application, {}).findings
    return next(one for one in findings if one.rule == "by_table")


def test_a_rule_tells_which_rows_of_its_tables_hit() -> None:
    finding = found(amount=Money.of(9000), sector="association")

    assert finding.verdict is Verdict.NOT_MET
    assert [(one.table, one.rows) for one in finding.tables] == [("size", (2,)), ("open_to", (3,))]


def test_the_values_that_a_table_looked_at_are_values_of_the_rule() -> None:
    finding = found(amount=Money.of(9000), sector="association")

    assert dict(finding.values) == {
        "table.open_to": False,
        "table.size": "large",
        "sector": "association",
        "amount": Money.of(9000),
    }


def test_the_cells_that_hit_are_steps_below_the_outcome() -> None:
    finding = found(amount=Money.of(9000), sector="association")

    assert [(step.text, step.depth) for step in finding.steps] == [
        ("table.open_to", 0),
        ("table.size: large", 1),
        ("sector: not(company)", 1),
    ]


def test_an_answer_beneath_two_tables_is_asked_for() -> None:
    finding = found(amount=None, sector="association")

    assert (finding.verdict, finding.missing) == (Verdict.CANNOT_TELL, ("amount",))


def test_an_answer_that_cannot_matter_is_not_asked_for() -> None:
    assert found(amount=Money.of(1), sector=None).verdict is Verdict.MET


def test_a_rule_without_tables_is_left_as_it_is() -> None:
    findings = screen(ruleset(), an_application(), {}).findings

    assert {one.tables for one in findings if one.rule != "by_table"} == {()}
    assert isinstance(found().tables[0], TableHit)


@pytest.mark.parametrize(("sector", "keys"), [("company", ["koe.raja"]), ("association", [])])
def test_dated_values_that_a_matching_row_looks_up_by_a_function_are_told(
    sector: str, keys: list[str]
) -> None:
    cap = a_parameter(a_value("2010-01-01", None, Money.of(8_000), verified=False))
    application = an_application(amount=Money.of(8_500), sector=sector)

    found = screen(tabling(cap), application, {}).findings

    (finding,) = (one for one in found if one.tables)
    assert [one.key for one in finding.parameters] == keys
