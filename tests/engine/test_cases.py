"""Cases hold or tell what came instead; what no case shows is told."""

from innokumppanuus.domain.cases import CaseResult, Expected
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.case_files import cases_in
from innokumppanuus.testing.cases import the_cases
from innokumppanuus.testing.files import RULESET
from innokumppanuus.testing.rulesets import core_plugins

PLUGINS = core_plugins()
THE_RULES = loads(RULESET, "haku.yaml", PLUGINS)


def run(*changes: tuple[str, str]) -> tuple[CaseResult, ...]:
    file = cases_in(the_cases(*changes), "haku.cases.yaml", THE_RULES, PLUGINS.functions())
    return run_cases(THE_RULES, file, PLUGINS)


def test_cases_that_hold_have_no_mismatches() -> None:
    assert [one.holds for one in run()] == [True, True, True]


def test_a_rule_that_came_out_otherwise_is_told_with_its_finding() -> None:
    (found,) = run(("{cap: not_met}", "{cap: met}"))[1].mismatches

    assert (found.about, found.name) == (Expected.RULE, "cap")
    assert (found.expected, found.got) == (Verdict.MET, Verdict.NOT_MET)
    assert found.finding is not None and found.finding.steps


def test_a_whole_outcome_is_told_with_the_rule_that_decided_it() -> None:
    changed = run(
        ("given: {amount: 10000.01 EUR}", "given: {amount: 9000 EUR, duration_months: 1}")
    )
    results = run(("outcome: cannot_tell, asks: [amount]", "outcome: met, asks: [amount]"))

    assert changed[1].mismatches
    (found,) = results[2].mismatches
    assert (found.about, found.got) == (Expected.OUTCOME, Verdict.CANNOT_TELL)
    assert found.finding is not None and found.finding.rule == "cap"


def test_fields_to_ask_for_must_be_exactly_those_expected() -> None:
    (found,) = run(("asks: [amount]", "asks: []"))[2].mismatches

    assert (found.about, found.got) == (Expected.ASKS, ("amount",))


def test_a_value_of_an_expression_is_compared_exactly() -> None:
    (found,) = run(("9999.01 EUR", "9999.02 EUR"))[1].mismatches

    assert (found.about, found.got) == (Expected.VALUE, Money.of("9999.01"))


def test_a_value_that_cannot_be_told_is_none() -> None:
    change = "values: {amount - eur(1): 9999.01 EUR}", "values: {duration_months / 0: null}"

    assert run(change)[1].holds


def test_outcomes_that_no_case_shows_are_told_in_the_order_of_the_rules() -> None:
    lacking = untouched(THE_RULES, run())

    assert lacking == (("in_time", Verdict.NOT_MET), ("in_time", Verdict.CANNOT_TELL))


def test_a_case_that_does_not_hold_shows_nothing() -> None:
    lacking = untouched(THE_RULES, run(("asks: [amount]", "asks: []")))

    assert ("cap", Verdict.CANNOT_TELL) in lacking
