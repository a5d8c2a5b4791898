"""The answers at which rules could turn are tried, and nothing is claimed where that is not all."""

import pytest

from innokumppanuus.domain.call import EligibilityRule, Field, FieldType, Option
from innokumppanuus.ruleset.linting.possible import points
from innokumppanuus.testing.builders import a_ruleset, label


def outcomes(when: str) -> set[object]:
    ruleset = a_ruleset(eligibility=(EligibilityRule(id="r", name=label(), when=when),))
    rule = ruleset.rules["r"]
    return {rule.evaluate(point) for point in points(ruleset, [rule])}


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("amount <= call.budget.cap_per_pilot", {True, False}),
        ("amount >= eur(0)", {True}),
        ("amount < eur(0)", {False}),
        ("duration_months > 8 && duration_months < 10", {True, False}),
        ("duration_months > 8 && duration_months < 9", {False}),
        ("duration_months * 2 >= 100", {True, False}),
        ('sector == "company"', {True, False}),
        ('sector == "company" || sector == "association"', {True}),
        ('applicant == "A"', {True, False}),
        ("submitted <= call.timetable.last_moment", {True, False}),
        ("1 < 2", {True}),
    ],
)
def test_all_outcomes_of_a_rule_are_found(when: str, expected: set[object]) -> None:
    assert outcomes(when) == expected


def test_choices_of_several_options_are_tried() -> None:
    options = tuple(Option(id=one, name=label(one)) for one in "abc")
    kinds = Field(id="kinds", name=label(), type=FieldType.CHOICES, options=options)
    when = 'size(kinds) >= 2 && !("a" in kinds)'
    ruleset = a_ruleset(
        form=(kinds,), eligibility=(EligibilityRule(id="r", name=label(), when=when),)
    )
    rule = ruleset.rules["r"]

    assert {rule.evaluate(point) for point in points(ruleset, [rule])} == {True, False}


def test_every_term_on_a_choice_of_many_options_has_its_effect() -> None:
    options = tuple(Option(id=one, name=label(one)) for one in "abcdefgh")
    kinds = Field(id="kinds", name=label(), type=FieldType.CHOICES, options=options)
    terms = [f'"{one}" in kinds' for one in "abcd"]
    rules = tuple(
        EligibilityRule(id=f"r{at}", name=label(), when=when)
        for at, when in enumerate((" && ".join(terms), *terms))
    )
    ruleset = a_ruleset(form=(kinds,), eligibility=rules)
    whole, *parts = (ruleset.rules[one.id] for one in rules)

    tried = points(ruleset, [whole, *parts])

    rows = [[part.evaluate(point) for part in parts] for point in tried]
    assert all([at != lacks for at in range(4)] in rows for lacks in range(4))
    assert {whole.evaluate(point) for point in tried} == {True, False}


@pytest.mark.parametrize("count", range(9))
def test_every_number_of_many_options_is_tried(count: int) -> None:
    options = tuple(Option(id=one, name=label(one)) for one in "abcdefgh")
    kinds = Field(id="kinds", name=label(), type=FieldType.CHOICES, options=options)
    when = f"size(kinds) >= {count} && size(kinds) <= {count}"
    ruleset = a_ruleset(
        form=(kinds,), eligibility=(EligibilityRule(id="r", name=label(), when=when),)
    )
    rule = ruleset.rules["r"]

    assert True in {rule.evaluate(point) for point in points(ruleset, [rule])}


@pytest.mark.parametrize(
    "when", ["duration_months % 7 == 3", "duration_months * 3 == 27", "amount / eur(3) < 0.1"]
)
def test_nothing_is_claimed_of_what_may_turn_anywhere(when: str) -> None:
    assert outcomes(when) == set()
