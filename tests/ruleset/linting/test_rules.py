"""Rules that bar nobody or everybody, or exclude each other, each found and not found."""

import pytest

from innokumppanuus.domain.call import Budget
from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.linting.desk import Desk
from innokumppanuus.ruleset.linting.rules import outcomes
from innokumppanuus.testing.builders import a_call, a_ruleset, an_application
from innokumppanuus.testing.linting import linted, paths

CAP = '"amount <= call.budget.cap_per_pilot"'
AREAS = '"amount <= call.budget.cap_per_pilot"\n  - id: floor\n    name: {fi: a, sv: b, en: c}\n'


@pytest.mark.parametrize(
    ("key", "with_it", "without"),
    [
        ("rule-always-met", "amount >= eur(0)", "amount > eur(0)"),
        ("rule-never-met", "amount < eur(0)", "amount <= eur(0)"),
        ("rule-never-met", "amount > eur(5) && amount < eur(5.01)", "amount > eur(5)"),
        ("term-without-effect", "amount <= eur(10) && amount <= eur(20)", "amount <= eur(10)"),
        (
            "term-without-effect",
            "amount <= eur(10) && amount >= eur(0)",
            "amount <= eur(10) && amount > eur(0)",
        ),
    ],
)
def test_a_rule_amiss_is_found_where_it_stands_and_only_then(
    key: str, with_it: str, without: str
) -> None:
    assert "eligibility[cap].when" in paths(key, (CAP, with_it))
    assert "eligibility[cap].when" not in paths(key, (CAP, without))


@pytest.mark.parametrize(("budget", "found"), [(Budget(), True), (a_call().budget, False)])
def test_a_rule_on_a_fact_that_is_not_stated_is_found(budget: Budget, found: bool) -> None:
    desk = Desk(ruleset=a_ruleset(budget=budget))

    assert ("rule-never-decided" in {one.key for one in outcomes(desk)}) is found


@pytest.mark.parametrize(("floor", "clash"), [("10000.01", True), ("10000", False)])
def test_two_rules_that_exclude_each_other_are_found(floor: str, clash: bool) -> None:
    both = (CAP, f"{AREAS}    when: amount >= eur({floor})")

    assert (paths("rules-contradict", both) == {"eligibility[cap].when"}) is clash


@pytest.mark.parametrize(
    ("ceiling", "found"),
    [
        ("amount <= eur(20000)", {"eligibility[floor].when"}),
        ("amount <= eur(9999.99)", {"eligibility[cap].when"}),
        ("amount <= eur(10000)", {"eligibility[floor].when"}),
        ("amount >= eur(10)", set()),
    ],
)
def test_a_rule_that_another_rule_makes_needless_is_found(ceiling: str, found: set[str]) -> None:
    both = (CAP, f"{AREAS}    when: {ceiling}")

    assert paths("rule-implied", both) == found


def test_a_rule_that_no_application_meets_is_found() -> None:
    dear = [an_application(amount=Money.of(20_000)), an_application("H02", amount=Money.of(11_000))]
    cheap = [*dear, an_application("H03", amount=Money.of(10_000))]

    found = [{(one.key, one.path) for one in linted(applications=some)} for some in (dear, cheap)]

    wanted = ("nobody-meets-rule", "eligibility[cap].when")
    assert [wanted in one for one in found] == [True, False]


def test_a_rule_that_every_application_meets_is_noted() -> None:
    keys = {(one.key, one.path) for one in linted(applications=[an_application()])}

    assert ("everybody-meets-rule", "eligibility[cap].when") in keys
    assert paths("everybody-meets-rule") == set()
