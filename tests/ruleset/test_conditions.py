"""Expressions of a rule set: their problems stand in the file, none follows from another."""

import pytest

from innokumppanuus.testing.rulesets import the_ruleset, the_text, told

CAP = 'when: "amount <= call.budget.cap_per_pilot"'


def places(*changes: tuple[str, str]) -> list[str]:
    return [":".join(line.split(":")[1:3]) for line in told(the_text(*changes))]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("when: amount <= coll.budget.total", "116:21"),
        ("when: 'amount <= coll.budget.total'", "116:22"),
        ('when: "amount\\x20<= coll.budget.total"', "116:25"),
        ("when: amount\n      <= coll.budget.total", "117:10"),
        ("when: |\n      amount\n        <= coll.budget.total", "118:12"),
        ("when: >-\n      amount\n\n      <= coll.budget.total", "119:10"),
    ],
)
def test_a_problem_stands_where_its_characters_stand(written: str, place: str) -> None:
    assert places((CAP, written)) == [place]


def test_all_problems_of_one_expression_are_told() -> None:
    spoilt = (CAP, 'when: amount <= 10000 && sector == "compny" && duration_months <= "8"')

    assert len(places(spoilt)) == 3


def test_a_condition_must_be_true_or_false() -> None:
    (line,) = told(the_text((CAP, "when: amount")))

    assert line.startswith("haku.yaml:116:11: eligibility[1].when:")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("type: integer", "type: intger"),
        ("type: integer", "type: [integer]"),
        ("id: duration_months", "id: 8kk"),
        ("id: duration_months", "id: amount"),
        ("    type: moment", "    type: date"),
        ("    type: yes_no", "    type: choice"),
        ("id: local", "id: has"),
        ("id: local", "id: call"),
    ],
)
def test_a_field_whose_problem_is_told_fails_no_expression(old: str, new: str) -> None:
    assert len(places((old, new))) == 1


def test_what_is_wrong_with_any_type_of_a_broken_field_is_told() -> None:
    spoilt = ("duration_months >= call.lifecycle.least_months", "duration_months >= colour")

    assert len(places(("type: integer", "type: intger"), spoilt)) == 2


def test_a_name_that_is_not_there_is_told_where_it_is_first_used() -> None:
    assert places(("id: submitted", "id: submtted")) == ["111:11"]


def test_a_misspelt_name_is_told_though_an_id_is_given_twice() -> None:
    assert len(places(("id: goals", "id: amount"), ("&& duration_months", "&& duratn_months"))) == 2


@pytest.mark.parametrize("name", ["in", "has", "true", "call", "while", "not"])
def test_a_word_of_the_language_is_no_id(name: str) -> None:
    (line,) = told(the_text(("id: starts_on", f"id: {name}")))

    assert line == (
        f"haku.yaml:89:9: form[6].id: must be a word that expressions do not use themselves, "
        f"got '{name}'."
    )


def test_options_of_a_choice_are_known_to_expressions() -> None:
    (line,) = told(the_text(('|| sector == "association"', '|| sector == "asociation"')))

    assert line.endswith("Did you mean 'association'?")


def test_a_factor_has_its_expression_too() -> None:
    assert the_ruleset().rules["L2"].evaluate({"local": True}) is True


def with_exception(when: str, unless: str) -> list[str]:
    old = 'when: "amount <= call.budget.cap_per_pilot"'
    return told(the_text((old, f"when: |-\n      {when}\n    unless: |-\n      {unless}")))


def test_an_exception_may_use_all_that_a_condition_may() -> None:
    assert with_exception("amount <= eur(10000)", 'sector == "association"') == []


def test_a_condition_and_its_exception_may_both_end_in_a_comment() -> None:
    assert with_exception("amount <= eur(10000) // katto", "local // poikkeus") == []


def test_what_is_wrong_in_an_exception_is_told_in_its_place() -> None:
    (line,) = with_exception("amount <= eur(10000)", 'sector == "asociation"')

    assert "eligibility[1].unless" in line and "'association'" in line


def test_a_condition_and_its_exception_may_not_be_too_much_together() -> None:
    many = " || ".join(["local"] * 300)

    (line,) = with_exception(many, many)

    assert "eligibility[1].unless" in line and "4000" in line


def test_an_exception_needs_a_condition() -> None:
    (line,) = told(the_text(('when: "amount <= call.budget.cap_per_pilot"', 'unless: "local"')))

    assert "eligibility[1]" in line
