"""What tables say that stand on one another."""

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.ruleset.tables.compiling import Result
from innokumppanuus.ruleset.tables.outcomes import beneath, results
from innokumppanuus.testing.rulesets import the_ruleset

TABLES = """
tables:
  - id: first
    name: Ensin
    inputs: [{value: amount}]
    output: {type: int}
    rows:
      - {when: ["<= 5000 EUR"], then: 1}
  - id: second
    name: Sitten
    inputs: [{value: table.first}]
    output: {type: int}
    rows:
      - {when: ["1"], then: table.first + 1}

eligibility:
"""


def test_a_table_sees_the_outcome_of_an_earlier_one() -> None:
    ruleset = the_ruleset(("\neligibility:\n", TABLES))

    said = results(ruleset.tables, {"amount": Money.of(1)})

    assert [one.value for one in said.values()] == [1, 2]


def test_what_is_missing_beneath_a_table_is_told_by_its_own_name() -> None:
    said = results(the_ruleset(("\neligibility:\n", TABLES)).tables, {})

    assert (said["table.second"].value, said["table.second"].missing) == (UNKNOWN, ("amount",))


def test_why_a_table_beneath_gives_nothing_is_told() -> None:
    lower = Result(value=UNKNOWN, rows=(), note="cannot-find-row")

    assert beneath(("table.first",), {"table.first": lower}) == ((), "cannot-find-row")
