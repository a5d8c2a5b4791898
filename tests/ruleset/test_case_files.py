"""Case files are read by the types of the form, and told wrong in their place."""

from datetime import datetime
from pathlib import Path

import pytest

from innokumppanuus.domain.cases import CaseFile
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.case_files import beside, cases_in
from innokumppanuus.testing.cases import the_cases
from innokumppanuus.testing.files import RULESET
from innokumppanuus.testing.rulesets import core_plugins


def read(*changes: tuple[str, str]) -> CaseFile:
    plugins = core_plugins()
    ruleset = loads(RULESET, "haku.yaml", plugins)
    return cases_in(the_cases(*changes), "haku.tapaukset.yaml", ruleset, plugins.functions())


def told(*changes: tuple[str, str]) -> list[str]:
    with pytest.raises(RuleSetProblems) as raised:
        read(*changes)
    return [str(problem) for problem in raised.value.problems]


def test_answers_are_read_by_the_type_of_their_field() -> None:
    base = read().bases["hyvä"]

    assert base["amount"] == Money.of(10_000)
    assert base["submitted"] == datetime(2017, 9, 1, 12, tzinfo=zone("Europe/Helsinki"))
    assert base["duration_months"] == 10


def test_an_answer_of_null_is_left_out() -> None:
    assert read().cases[2].given == {"amount": None}


def test_expected_values_are_read_by_the_type_of_their_expression() -> None:
    assert read().cases[1].expect.values == {"amount - eur(1)": Money.of("9999.01")}


def test_expectations_of_rules_are_verdicts() -> None:
    assert read().cases[1].expect.rules == {"cap": Verdict.NOT_MET}


def test_a_case_is_confirmed_unless_it_says_otherwise() -> None:
    assert [one.confirmed for one in read().cases] == [True, True, False]


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        (("{cap: not_met}", "{cpa: not_met}"), ":16:22:", "Did you mean 'cap'"),
        (("{amount: 10000.01 EUR}", "{amuont: 1 EUR}"), ":15:13:", "Did you mean 'amount'"),
        (("10000.01 EUR", "plenty"), ":15:21:", "plenty"),
        (("2017-09-01 12:00", "2017-09-01"), ":6:16:", "a day with a time of day"),
        (("asks: [amount]", "asks: [amuont]"), ":20:", "Did you mean 'amount'"),
        (("amount - eur(1)", "amuont - eur(1)"), ":16:", "amount"),
        (("9999.01 EUR", "much"), ":16:", "much"),
        (("Sentti yli on liikaa.", "Tasan 10 000 euroa on sallittu."), ":13:", "twice"),
        (("{cap: not_met}", "{cap: no}"), ":16:27:", "cannot_tell"),
    ],
)
def test_what_is_wrong_is_told_in_its_place(
    change: tuple[str, str], place: str, words: str
) -> None:
    (line,) = told(change)

    assert line.startswith(f"haku.tapaukset.yaml{place}")
    assert words in line


def test_a_base_that_is_not_there_is_told_with_the_one_that_was_meant() -> None:
    change = (
        "    base: hyvä\n    given: {amount: null}",
        "    base: hyva\n    given: {amount: null}",
    )

    (line,) = told(change)

    assert "Did you mean 'hyvä'" in line


def test_a_case_that_expects_nothing_is_told() -> None:
    (line,) = told(("expect: {rules: {cap: met}, outcome: met, asks: []}", "expect: {}"))

    assert "must expect at least one thing" in line


def test_everything_that_is_wrong_is_told_at_once() -> None:
    assert len(told(("10000.01 EUR", "plenty"), ("asks: [amount]", "asks: [amuont]"))) == 2


def test_case_files_are_found_beside_the_rule_set(tmp_path: Path) -> None:
    for name in ("haku.yaml", "haku.cases.yaml", "haku.tapaukset.yaml", "muu.cases.yaml"):
        (tmp_path / name).touch()

    names = [one.name for one in beside(tmp_path / "haku.yaml")]

    assert names == ["haku.tapaukset.yaml", "haku.cases.yaml"]
