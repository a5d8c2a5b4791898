"""A number or sum of a rule set may be a dated value, whose day is the same for everybody."""

from fractions import Fraction

import pytest
from jsonschema import Draft202012Validator

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Unit
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads, packaged, seal, unseal
from innokumppanuus.ruleset.json_schema import schema
from innokumppanuus.testing.parameters import a_parameter, a_value, offering
from innokumppanuus.testing.rulesets import FILE, the_text

MONEY = a_parameter(
    a_value("2010-01-01", "2026-06-01", Money.of(9_000)),
    a_value("2026-06-02", None, Money.of(8_000)),
    key="koe.katto",
)
POINTS = a_parameter(
    a_value("2010-01-01", "2030-12-31", Fraction(3, 2)), key="koe.pisteet", unit=Unit.POINTS
)
COUNT = a_parameter(a_value("2010-01-01", None, 4), key="koe.luku", unit=Unit.COUNT)
CAP, MOST = ("cap_per_pilot: 10000.00 EUR", "maximum: 5")


def plugins() -> Plugins:
    return offering(MONEY, POINTS, COUNT)


def a_text(*changes: tuple[str, str], on: str = "opens") -> str:
    used = "".join(
        f"  {name}: {{key: koe.{name}, on: {on}}}\n" for name in ("katto", "pisteet", "luku")
    )
    return the_text(("form:\n", f"parameters:\n{used}form:\n"), *changes)


def loaded(*changes: tuple[str, str], on: str = "opens") -> RuleSet:
    return loads(a_text(*changes, on=on), FILE, plugins())


def told(*changes: tuple[str, str], on: str = "opens") -> list[tuple[str, str]]:
    with pytest.raises(RuleSetProblems) as caught:
        loaded(*changes, on=on)
    return [(one.key, one.path) for one in caught.value.problems]


def test_a_sum_is_what_held_on_the_day() -> None:
    first = loaded((CAP, "cap_per_pilot: parameter.katto"), on="2026-06-01")
    later = loaded((CAP, "cap_per_pilot: parameter.katto"), on="2026-06-02")

    assert first.call.budget.cap_per_pilot.value == Money.of(9_000)
    assert later.call.budget.cap_per_pilot.value == Money.of(8_000)


def test_a_whole_number_and_an_exact_one_are_given_as_they_are() -> None:
    ruleset = loaded(
        (MOST, "maximum: parameter.luku"),
        ("target: 3–5", "target: 3–4"),
        ("least_evaluators: 2", "least_evaluators: 2\n  total_threshold: parameter.pisteet"),
    )

    assert ruleset.call.assessment is not None
    assert ruleset.call.budget.maximum.value == 4
    assert ruleset.call.assessment.total_threshold == Fraction(3, 2)


def test_the_rule_set_tells_which_numbers_are_dated_values_and_where_they_come_from() -> None:
    (one,) = loaded((CAP, "cap_per_pilot: parameter.katto")).stated

    assert (one.path, one.used.key, one.used.variable) == (
        "budget.cap_per_pilot",
        "koe.katto",
        "parameter.katto",
    )
    assert one.used.source is not None and one.used.source.title == "Kuvitteellinen laki"


def test_an_opening_counts_from_its_first_day() -> None:
    ruleset = loaded((CAP, "cap_per_pilot: parameter.katto"))

    assert ruleset.call.budget.cap_per_pilot.value == Money.of(9_000)


def test_an_answer_cannot_give_the_day_of_a_number_that_is_the_same_for_all() -> None:
    problems = told((CAP, "cap_per_pilot: parameter.katto"), on="starts_on")

    assert problems == [("stated-by-answer", "budget.cap_per_pilot")]


def test_a_time_that_is_not_stated_leaves_the_number_open_and_is_told() -> None:
    problems = told((CAP, "cap_per_pilot: parameter.katto"), on="starts")

    assert problems == [("stated-day-open", "budget.cap_per_pilot")]


def test_a_day_on_which_nothing_holds_is_told_once() -> None:
    problems = told((CAP, "cap_per_pilot: parameter.katto"), on="2009-01-01")

    assert ("parameter-not-in-force", "parameters.katto.on") in problems
    assert {path for _, path in problems} <= {
        f"parameters.{n}.on" for n in ("katto", "pisteet", "luku")
    }


def test_a_name_that_is_not_there_is_told_with_what_was_meant() -> None:
    with pytest.raises(RuleSetProblems) as caught:
        loaded((CAP, "cap_per_pilot: parameter.kato"))

    (problem,) = caught.value.problems
    assert (problem.key, problem.path) == ("unknown-name", "budget.cap_per_pilot")
    assert problem.values["meant"] == "parameter.katto"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        (CAP, "cap_per_pilot: parameter.luku", "must-be-money-stated"),
        (MOST, "maximum: parameter.pisteet", "must-be-whole-stated"),
        ("least_evaluators: 2", "total_threshold: parameter.katto", "must-be-number-stated"),
    ],
)
def test_a_value_of_another_unit_is_told(old: str, new: str, key: str) -> None:
    assert [one for one, _ in told((old, new))] == [key]


def test_limits_of_a_number_hold_for_a_dated_value_too() -> None:
    nothing = a_parameter(a_value("2010-01-01", None, 0), key="koe.luku", unit=Unit.COUNT)
    text = a_text((MOST, "maximum: parameter.luku"), ("target: 3–5\n", "target: 0\n"))

    with pytest.raises(RuleSetProblems) as caught:
        loads(text, FILE, offering(MONEY, POINTS, nothing))

    assert [one.path for one in caught.value.problems] == ["budget.maximum"]


def test_words_that_name_a_dated_value_stay_words_where_words_are_asked_for() -> None:
    ruleset = loaded(("name: Kuvitteellinen kaupunki", "name: parameter.katto"))

    assert ruleset.call.roles[0].party is not None
    assert ruleset.call.roles[0].party.name.fi == "parameter.katto"
    assert ruleset.stated == ()


def test_the_package_keeps_the_numbers_and_what_they_come_from() -> None:
    ruleset = loaded((CAP, "cap_per_pilot: parameter.katto"))

    package = unseal(seal(packaged(ruleset, plugins())))

    assert package.call.budget.cap_per_pilot.value == Money.of(9_000)
    assert package.stated == ruleset.stated


def test_a_rule_set_without_them_is_kept_as_it_ever_was() -> None:
    package = packaged(loads(the_text(), FILE, plugins()), plugins())

    assert b'"stated":' not in seal(package)


@pytest.mark.parametrize("value", ["parameter.katto", 5, "1/3"])
def test_an_editor_takes_the_name_of_a_dated_value_where_a_number_may_stand(value: object) -> None:
    checker = Draft202012Validator(schema(partial=True))
    file = {"innokumppanuus": 1, "assessment": {"total_threshold": value}}

    assert [one.message for one in checker.iter_errors(file)] == []


@pytest.mark.parametrize("value", ["parametri.katto", "parameter.", "katto"])
def test_an_editor_marks_other_words_there(value: str) -> None:
    checker = Draft202012Validator(schema(partial=True))
    file = {"innokumppanuus": 1, "budget": {"maximum": value}}

    assert list(checker.iter_errors(file)) != []
