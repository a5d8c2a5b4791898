"""A rule set made again of a frozen call is the one that its file gave."""

import pytest

from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import freeze, rebuild, thaw
from innokumppanuus.testing.builders import an_application
from innokumppanuus.testing.rulesets import core_plugins, the_ruleset

FILE = "paketti.json"


def test_it_has_the_same_hash_and_conditions() -> None:
    ruleset = the_ruleset()

    again = rebuild(thaw(freeze(ruleset.call)), FILE, core_plugins())

    assert (again.call, again.hash) == (ruleset.call, ruleset.hash)
    assert {key: one.text for key, one in again.rules.items()} == {
        key: one.text for key, one in ruleset.rules.items()
    }


def test_its_conditions_say_the_same_of_an_application() -> None:
    ruleset, application = the_ruleset(), an_application()

    again = rebuild(ruleset.call, FILE, core_plugins())

    values = ruleset.values(application)
    assert [one.evaluate(again.values(application)) for one in again.rules.values()] == [
        one.evaluate(values) for one in ruleset.rules.values()
    ]


def test_its_warnings_are_those_of_the_file() -> None:
    ruleset = the_ruleset(("en: own funding", "en: ''"))

    again = rebuild(ruleset.call, FILE, core_plugins())

    assert sorted(one.path for one in again.warnings) == sorted(
        one.path for one in ruleset.warnings
    )


def test_what_plugins_no_longer_offer_is_told_with_the_file() -> None:
    with pytest.raises(RuleSetProblems) as caught:
        rebuild(the_ruleset().call, FILE, Plugins())

    told = [(one.place.file, one.place.line, one.path) for one in caught.value.problems]
    assert told == [(FILE, 0, "funding.scheme"), (FILE, 0, "selection")]
