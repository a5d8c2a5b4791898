import pytest

from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset import loads
from innokumppanuus.testing.rulesets import core_plugins, the_text


def test_a_rule_that_needs_what_the_call_does_not_state_is_told_before_anyone_applies() -> None:
    text = the_text()
    lines = [line for line in text.split("\n") if "cap_per_pilot:" not in line]
    assert "call.budget.cap_per_pilot" in text

    with pytest.raises(RuleSetProblems) as caught:
        loads("\n".join(lines), "haku.yaml", core_plugins())

    assert {one.key for one in caught.value.problems} == {"fact-unstated"}
    assert "call.budget.cap_per_pilot" in str(caught.value)


def test_a_rule_that_needs_stated_facts_only_passes() -> None:
    loads(the_text(), "haku.yaml", core_plugins())
