"""Dated values of a rule set are checked where they stand in the file."""

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.testing.parameters import a_parameter, a_value, offering
from innokumppanuus.testing.rulesets import FILE, the_text

LIMIT = a_parameter(
    a_value("2010-01-01", "2016-12-31", Money.of(30_000), verified=False),
    a_value("2017-01-01", "2026-09-04", Money.of(60_000)),
    a_value("2026-09-05", None, Money.of(90_000)),
)


def a_text(use: str, when: str = "amount < parameter.raja", name: str = "raja") -> str:
    return the_text(
        ("form:\n", f"parameters:\n  {name}: {use}\nform:\n"),
        ('"amount <= call.budget.cap_per_pilot"', f'"{when}"'),
    )


def loaded(use: str, when: str = "amount < parameter.raja") -> RuleSet:
    return loads(a_text(use, when), FILE, offering(LIMIT))


def told(text: str, *parameters: Parameter) -> list[str]:
    try:
        loads(text, FILE, offering(*(parameters or (LIMIT,))))
    except RuleSetProblems as problems:
        return [str(problem) for problem in problems.problems]
    return []


def warned(use: str) -> list[tuple[str, str]]:
    return [
        (one.key, one.path) for one in loaded(use).warnings if one.path.startswith("parameters")
    ]


@pytest.mark.parametrize("on", ["2017-06-01", "opens", "closes", "starts_on", "submitted"])
def test_a_day_a_time_of_the_timetable_and_a_field_can_count(on: str) -> None:
    assert told(a_text(f"{{key: koe.raja, on: {on}}}")) == []


def test_the_rule_set_holds_the_dated_values_that_it_uses() -> None:
    assert loaded("{key: koe.raja, on: opens}").parameters == {"raja": LIMIT}


def test_a_key_that_is_not_offered_is_told_once_with_what_was_meant() -> None:
    (line,) = told(a_text("{key: koe.raaja, on: opens}"))

    assert "parameters.raja.key" in line and "'koe.raja'" in line


def test_a_name_that_is_not_among_the_dated_values_is_told_with_what_was_meant() -> None:
    (line,) = told(a_text("{key: koe.raja, on: opens}", "amount < parameter.rajat"))

    assert "parameter.rajat" in line and "'parameter.raja'" in line


def test_a_dated_value_has_the_type_of_its_unit() -> None:
    (line,) = told(a_text("{key: koe.raja, on: opens}", "parameter.raja > 5"))

    assert "money" in line and "int" in line


def test_a_day_that_names_nothing_is_told_with_what_was_meant() -> None:
    (line,) = told(a_text("{key: koe.raja, on: opened}"))

    assert "parameters.raja.on" in line and "Did you mean 'opens'?" in line


def test_a_field_that_holds_no_day_does_not_count() -> None:
    (line,) = told(a_text("{key: koe.raja, on: duration_months}"))

    assert "parameters.raja.on" in line and "opens, closes, decided, starts, submitted" in line


@pytest.mark.parametrize("day", ["2017-02-30", "2017-13-01"])
def test_a_day_that_there_is_not_is_told(day: str) -> None:
    (line,) = told(a_text(f"{{key: koe.raja, on: {day}}}"))

    assert "parameters.raja.on" in line and day in line


@pytest.mark.parametrize(("day", "problems"), [("2009-12-31", 1), ("2010-01-01", 0)])
def test_a_value_must_be_in_force_on_a_day_that_is_written(day: str, problems: int) -> None:
    lines = told(a_text(f"{{key: koe.raja, on: {day}}}"))

    assert len(lines) == problems
    assert all("parameters.raja.on: 'koe.raja' has no value in force" in line for line in lines)


def test_a_value_must_be_in_force_on_a_time_of_the_timetable() -> None:
    ended = a_parameter(a_value("2010-01-01", "2026-05-31", Money.of(1)))

    (line,) = told(a_text("{key: koe.raja, on: opens}"), ended)

    assert "2026-06-01" in line


@pytest.mark.parametrize("name", ["1raja", "ra-ja", "ra ja"])
def test_a_name_that_expressions_cannot_use_is_told(name: str) -> None:
    (line,) = told(a_text("{key: koe.raja, on: opens}", "amount < eur(1)", name))

    assert f"parameters.{name}" in line


def test_a_list_in_place_of_names_is_told_once() -> None:
    text = a_text("{key: koe.raja, on: opens}").replace(
        "parameters:\n  raja: {key: koe.raja, on: opens}", "parameters: [koe.raja]"
    )

    assert len(told(text)) == 1


@pytest.mark.parametrize(
    ("day", "keys"), [("2016-12-31", ["parameter-unverified"]), ("2017-01-01", [])]
)
def test_a_value_that_nobody_has_verified_is_a_warning(day: str, keys: list[str]) -> None:
    assert [key for key, _ in warned(f"{{key: koe.raja, on: {day}}}")] == keys


def test_of_a_day_that_applicants_give_every_value_is_looked_at() -> None:
    assert warned("{key: koe.raja, on: starts_on}") == [("parameter-unverified", "parameters.raja")]


def test_a_time_that_is_missing_is_a_warning() -> None:
    assert ("parameter-day-not-known", "parameters.raja.on") in warned(
        "{key: koe.raja, on: starts}"
    )


def test_a_time_too_rough_to_tell_the_value_is_a_warning() -> None:
    assert warned("{key: koe.raja, on: decided}") == [
        ("parameter-day-not-known", "parameters.raja.on")
    ]
