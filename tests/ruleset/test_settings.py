"""Options of plugins: a plugin that can tell is asked, and its answer stands in the file."""

from collections.abc import Iterable, Mapping

import pytest

from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue, RuleSetProblems
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Form, Rule
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.ruleset.settings import refused
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.rulesets import FILE, core_plugins, the_text

CAP = 'when: "amount <= call.budget.cap_per_pilot"'


class AtLeast:
    """A rule that knows one option, a number."""

    key = "mycity.at_least"
    name: Label = label()

    def check(self, application: object, call: object, options: object) -> Finding:
        return Finding(rule=self.key, verdict=Verdict.MET)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        for name in options:
            if name not in ("least", "field", "areas"):
                raise InvalidValue("unknown-name", got=name, meant="least")
        if "field" in options:
            form.named(str(options["field"]), "field")
        for place, _ in enumerate(options.get("areas", ())):  # type: ignore[call-overload]
            raise InvalidValue("empty", option=f"areas[{place}]")
        if int(str(options["least"])) < 0:
            raise InvalidValue("at-least", least=0, got=options["least"])


class MyCity:
    """A plugin with that rule."""

    @hookimpl
    def register_rules(self) -> Iterable[Rule]:
        yield AtLeast()


def ruleset_with(options: str, *changes: tuple[str, str]) -> RuleSet:
    plugins = core_plugins()
    plugins.seam.register(MyCity(), "mycity")
    rule = f"rule: mycity.at_least\n    options: {options}"
    return loads(the_text((CAP, rule), *changes), FILE, plugins)


def told(options: str, *changes: tuple[str, str]) -> list[str]:
    try:
        ruleset_with(options, *changes)
    except RuleSetProblems as problems:
        return [str(problem) for problem in problems.problems]
    return []


def test_options_that_the_plugin_takes_are_not_told() -> None:
    assert told("{least: 3}") == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            "{leest: 3}",
            "haku.yaml:117:22: eligibility[1].options.leest: names 'leest', which is not there. "
            "Did you mean 'least'?",
        ),
        (
            "{least: -3}",
            "haku.yaml:117:22: eligibility[1].options.least: must be 0 or more, got -3.",
        ),
        (
            "{least: 1, field: amont}",
            "haku.yaml:117:32: eligibility[1].options.field: names 'amont', which is not there. "
            "Did you mean 'amount'?",
        ),
        (
            "{least: 1, areas: [x]}",
            "haku.yaml:117:33: eligibility[1].options.areas[0]: must not be empty.",
        ),
        (
            "{least: kolme}",
            "haku.yaml:117:14: eligibility[1].options: cannot be used by the plugin "
            "(invalid literal for int() with base 10: 'kolme'). Check the settings.",
        ),
        (
            "{}",
            "haku.yaml:117:14: eligibility[1].options: cannot be used by the plugin ('least'). "
            "Check the settings.",
        ),
        (
            "[3]",
            "haku.yaml:117:14: eligibility[1].options: must be keys with values, got '[…]'.",
        ),
    ],
)
def test_what_the_plugin_says_of_its_options_stands_in_the_file(options: str, said: str) -> None:
    assert told(options) == [said]


def test_a_field_that_could_not_be_read_may_be_the_one_that_is_named() -> None:
    lines = told("{least: 1, field: period}", ("id: amount", "id: 1amount"))

    assert not any("eligibility[1].options" in line for line in lines)


def test_options_refused_when_a_rule_is_first_asked_are_told_where_they_stand() -> None:
    ruleset = ruleset_with("{least: 3}")

    found = refused(ruleset, "cap", InvalidValue("at-least", least=5, got=3))

    assert (
        str(found) == "haku.yaml:117:22: eligibility[cap].options.least: must be 5 or more, got 3."
    )


def test_what_a_rule_refuses_of_no_option_stands_at_its_options() -> None:
    found = refused(ruleset_with("{least: 3}"), "cap", InvalidValue("empty"))

    assert str(found) == "haku.yaml:117:14: eligibility[cap].options: must not be empty."
