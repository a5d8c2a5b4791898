"""Options of plugins: a plugin that can tell is asked, and its answer stands in the file."""

from collections.abc import Iterable, Mapping

import pytest

from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue, RuleSetProblems
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Rule
from innokumppanuus.ruleset import loads
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.rulesets import FILE, core_plugins, the_text

CAP = 'when: "amount <= call.budget.cap_per_pilot"'


class AtLeast:
    """A rule that knows one option, a number."""

    key = "mycity.at_least"
    name: Label = label()

    def check(self, application: object, call: object, options: object) -> Finding:
        return Finding(rule=self.key, verdict=Verdict.MET)

    def check_options(self, options: Mapping[str, object]) -> None:
        for name in options:
            if name != "least":
                raise InvalidValue("unknown-name", got=name, meant="least")
        if int(str(options["least"])) < 0:
            raise InvalidValue("at-least", least=0, got=options["least"])


class MyCity:
    """A plugin with that rule."""

    @hookimpl
    def register_rules(self) -> Iterable[Rule]:
        yield AtLeast()


def told(options: str) -> list[str]:
    plugins = core_plugins()
    plugins.seam.register(MyCity(), "mycity")
    text = the_text((CAP, f"rule: mycity.at_least\n    options: {options}"))
    try:
        loads(text, FILE, plugins)
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
