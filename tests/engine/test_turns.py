"""Where rules turn is found in their text, in tables beneath them, and by asking plugins."""

from collections.abc import Mapping

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.cases import Case, CaseFile, Expectation
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.boundaries import boundaries, suggested
from innokumppanuus.engine.cases import run_cases
from innokumppanuus.engine.turns import not_known, turns
from innokumppanuus.errors import HookRaised
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.files import RULESET
from innokumppanuus.testing.rulesets import core_plugins

AMOUNT, EXCEPTION = "when: amount <= call.budget.cap_per_pilot", "unless: duration_months < 3"


class Under:
    """A rule that does not say what it reads."""

    key = "test.under"
    name: Label = label()

    def check(self, application: Application, call: Call, options: Mapping[str, object]) -> Finding:
        amount = application.amount
        if amount is None:
            return Finding(rule=self.key, verdict=Verdict.CANNOT_TELL, missing=("amount",))
        met = amount <= Money.of(777)
        return Finding(rule=self.key, verdict=Verdict.MET if met else Verdict.NOT_MET)


class Telling(Under):
    """The same, and it says so."""

    def fields(self, options: Mapping[str, object]) -> tuple[str, ...]:
        return ("amount",)


class Lying(Under):
    """It does not give what it promises."""

    def fields(self, options: Mapping[str, object]) -> tuple[int, ...]:
        return (1,)


def offering(rule: Under) -> Plugins:
    class Hooks:
        @hookimpl
        def register_rules(self) -> tuple[Under, ...]:
            return (rule,)

    plugins = core_plugins()
    plugins.seam.register(Hooks(), "test")
    return plugins


def by_plugin(plugins: Plugins, more: str = "") -> RuleSet:
    text = RULESET.replace(AMOUNT, f"rule: test.under{more}")
    return loads(text, "haku.yaml", plugins)


def texts(ruleset: RuleSet, plugins: Plugins) -> list[str]:
    return [one.text for one in turns(ruleset, plugins.rules())]


def of_rule(when: str) -> list[str]:
    plugins = core_plugins()
    return texts(loads(RULESET.replace(AMOUNT, f"when: '{when}'"), "haku.yaml", plugins), plugins)


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("amount <= eur(5) && amount > eur(1)", ["amount <= eur(5)", "amount > eur(1)"]),
        ("!(amount <= eur(5))", ["amount <= eur(5)"]),
        ("has(amount)", ["has(amount)"]),
        ('applicant.startsWith("Kuv")', ['applicant.startsWith("Kuv")']),
        ("(has(amount) ? 1 : 2) < duration_months", [
            "has(amount)", "(has(amount) ? 1 : 2) < duration_months",
        ]),
        ('applicant in ["A", "B"]', [
            'applicant in ["A", "B"]', 'applicant == "A"', 'applicant == "B"',
        ]),
        ("call.budget.total > eur(1)", []),
    ],
)  # fmt: skip
def test_what_turns_is_found_in_the_text_of_a_rule(when: str, found: list[str]) -> None:
    assert sorted(of_rule(when)[1:]) == sorted(found)


def test_a_rule_of_a_plugin_turns_with_the_fields_that_it_says_it_reads() -> None:
    plugins = offering(Telling())

    (turn,) = [one for one in turns(by_plugin(plugins), plugins.rules()) if one.rule == "cap"]

    assert (turn.text, [one.id for one in turn.fields]) == ("test.under", ["amount"])


def test_a_rule_that_does_not_say_what_it_reads_has_no_known_boundaries() -> None:
    plugins = offering(Under())

    assert not_known(by_plugin(plugins), plugins.rules()) == ("cap",)


def test_a_rule_that_says_what_it_reads_has_known_boundaries() -> None:
    plugins = offering(Telling())

    assert not_known(by_plugin(plugins), plugins.rules()) == ()


def test_a_rule_that_breaks_its_promise_is_told_with_its_plugin() -> None:
    plugins = offering(Lying())

    with pytest.raises(HookRaised, match="'test'"):
        turns(by_plugin(plugins), plugins.rules())


def test_the_exception_of_a_plugins_rule_turns_too() -> None:
    plugins = offering(Telling())

    found = texts(by_plugin(plugins, f"\n    {EXCEPTION}"), plugins)

    assert found[1:] == ["test.under", "duration_months < 3"]


@pytest.mark.parametrize("more", ["", f"\n    {EXCEPTION}"])
def test_the_boundary_of_a_plugins_rule_is_found_to_the_cent_by_asking_it(more: str) -> None:
    plugins = offering(Telling())
    ruleset = by_plugin(plugins, more)
    base = {"amount": Money.of(10_000), "duration_months": 9}

    found = suggested(
        ruleset,
        CaseFile(bases={"hyvä": base}, cases=()),
        boundaries(ruleset, (), plugins.rules()),
        plugins.rules(),
    )

    sums = [(one.answer, one.verdict) for one in found if one.field == "amount"]
    assert sums == [
        (Money.of(777), Verdict.MET),
        (Money.of("777.01"), Verdict.NOT_MET),
    ]


def test_cases_at_either_side_show_the_boundary_of_a_plugins_rule() -> None:
    plugins = offering(Telling())
    ruleset = by_plugin(plugins)
    cases = tuple(
        Case(
            sentence=same(str(amount)),
            given={"amount": amount},
            expect=Expectation(rules={"cap": verdict}),
        )
        for amount, verdict in (
            (Money.of(777), Verdict.MET),
            (Money.of("777.01"), Verdict.NOT_MET),
        )
    )

    results = run_cases(ruleset, CaseFile(cases=cases), plugins)

    assert [one.rule for one in boundaries(ruleset, results, plugins.rules())] == ["in_time"]
