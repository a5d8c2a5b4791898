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


@pytest.mark.parametrize(
    "when", ["duration_months % 7 == 3", "duration_months * 3 == 27", "amount / eur(3) < 0.1"]
)
def test_nothing_is_claimed_of_what_may_turn_anywhere(when: str) -> None:
    assert outcomes(when) == set()
