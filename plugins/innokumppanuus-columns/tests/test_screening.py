"""The screening of a whole table: in SQL and by rows it is what the core's screening says."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import ID_FIELD
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.workspace import Workspace
from innokumppanuus_columns import duck, loading, rows, screening
from innokumppanuus_columns.domain import Counts, Dialect, NotColumnar, RuleCount


def outcome(plan: screening.Plan, one: Screening) -> tuple[int, int, str]:
    """Return the masks and the verdict of the core's screening."""
    masks = {Verdict.NOT_MET: 0, Verdict.CANNOT_TELL: 0, Verdict.MET: 0}
    for finding in one.findings:
        masks[finding.verdict] |= 1 << plan.rules.index(finding.rule)
    return masks[Verdict.NOT_MET], masks[Verdict.CANNOT_TELL], one.verdict.value


def by_core(ruleset: RuleSet, applications: Iterable[Application]) -> list[tuple[int, int, str]]:
    plan = screening.plan(ruleset)
    return [outcome(plan, screen(ruleset, one, {})) for one in applications]


def in_duckdb(ruleset: RuleSet, applications: Iterable[Application]) -> list[tuple[Any, ...]]:
    plan, connection = screening.plan(ruleset), duck.connect()
    values = ({ID_FIELD: one.id, **ruleset.values(one)} for one in applications)
    loading.keep(connection, ruleset.call, plan.fields, values)
    query = screening.query(plan, Dialect.DUCKDB, loading.TYPED)
    return connection.execute(f"SELECT failed, unknown, verdict FROM ({query})").fetchall()


def test_sql_says_what_the_core_says(
    ruleset: RuleSet, applications: tuple[Application, ...]
) -> None:
    assert in_duckdb(ruleset, applications) == by_core(ruleset, applications)


def test_rows_say_what_the_core_says(
    ruleset: RuleSet, applications: tuple[Application, ...]
) -> None:
    found = rows.screen(screening.plan(ruleset), applications, {})

    assert [(o.failed, o.unknown, o.verdict.value) for o in found] == by_core(ruleset, applications)


def test_all_three_verdicts_are_tried(
    ruleset: RuleSet, applications: tuple[Application, ...]
) -> None:
    assert {verdict for _, _, verdict in by_core(ruleset, applications)} == set(Verdict)


def test_factor_that_scores_itself_needs_its_answers() -> None:
    text = RULES_WITH_FACTOR
    ruleset = loads(text, "factor.yaml", Plugins.load())
    given: list[Mapping[str, Any]] = [{"area": "x", "size": 5}, {"area": "x"}, {}]
    applications = [Application(id=f"H{n}", answers=one) for n, one in enumerate(given)]

    assert in_duckdb(ruleset, applications) == by_core(ruleset, applications)
    assert [verdict for _, _, verdict in by_core(ruleset, applications)] == [
        Verdict.MET,
        Verdict.CANNOT_TELL,
        Verdict.CANNOT_TELL,
    ]


RULES_WITH_FACTOR = """\
innokumppanuus: 1
id: factor
name: Factor
form:
  - {id: area, name: Area, required: false}
  - {id: size, name: Size, type: integer, required: false}
eligibility:
  - {id: named, name: Named, when: size(area) > 0}
criteria: [{id: K1, name: Idea}]
factors:
  - {id: L1, name: Large, kind: scored, when: size > 3}
assessment:
  weighting: {kind: order, order: [K1, L1]}
"""


def test_rule_of_a_plugin_is_no_sql_that_calls_nothing_back() -> None:
    plan = screening.plan(Workspace.open().ruleset("kumppanuuskiihdyttamo-2017"))

    with pytest.raises(NotColumnar, match="plugin_rule"):
        screening.query(plan, Dialect.DUCKDB, loading.TYPED)


def test_counts_tell_each_rule_by_its_bit() -> None:
    grouped = {(0b01, 0b10, Verdict.NOT_MET): 3, (0, 0, Verdict.MET): 4}

    counts = Counts.of(("first", "second"), grouped)

    assert counts.rows == 7
    assert counts.verdicts == {Verdict.MET: 4, Verdict.NOT_MET: 3, Verdict.CANNOT_TELL: 0}
    assert counts.rules == (
        RuleCount(rule="first", met=4, not_met=3, cannot_tell=0),
        RuleCount(rule="second", met=4, not_met=0, cannot_tell=3),
    )
