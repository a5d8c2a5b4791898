"""Rules of plugins row by row: what they say, and what their exceptions add to it."""

from collections.abc import Mapping

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, EligibilityRule
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.testing.builders import a_ruleset, an_application, label
from innokumppanuus_columns import rows, screening


class Decided:
    """A rule of a plugin that says what it was made with."""

    key = "koe.decided"
    name = label()

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict

    def check(self, application: Application, call: Call, options: Mapping[str, object]) -> Finding:
        return Finding(rule="cap", verdict=self.verdict)


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("sector", ["association", "company", None])
def test_exception_of_a_plugin_s_rule_counts_as_in_the_core(
    verdict: Verdict, sector: str | None
) -> None:
    rule = EligibilityRule(
        id="cap", name=label(), rule=Decided.key, unless='sector == "association"'
    )
    ruleset = a_ruleset(eligibility=(rule,))
    application = an_application(sector=sector)
    rules = {Decided.key: Decided(verdict)}

    (found,) = rows.screen(screening.plan(ruleset), [application], rules)

    by_core = screen(ruleset, application, rules).findings[0].verdict
    assert found.failed == (by_core is Verdict.NOT_MET)
    assert found.unknown == (by_core is Verdict.CANNOT_TELL)
