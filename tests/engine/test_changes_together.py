"""Two answers, given or missing, are changed together where one is not enough."""

from datetime import date
from itertools import combinations, product
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import EligibilityRule, Field, FieldType, Option
from innokumppanuus.domain.findings import AnswerChange, Bound, Change
from innokumppanuus.engine.counterfactual import smallest_changes
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.testing.builders import a_form, a_ruleset, an_application, label

AREAS = tuple(Option(id=one, name=label(one)) for one in ("north", "south", "east"))
FORM = (
    *a_form(),
    Field(id="starts", name=label("alkaa"), type=FieldType.DATE),
    Field(id="local", name=label("seudulla"), type=FieldType.YES_NO),
    Field(id="areas", name=label("alueet"), type=FieldType.CHOICES, options=AREAS),
    Field(id="share", name=label("osuus"), type=FieldType.NUMBER),
)


def with_rule(when: str) -> RuleSet:
    return a_ruleset(form=FORM, eligibility=(EligibilityRule(id="rule", name=label(), when=when),))


def changes(when: str, **answers: Any) -> tuple[Change, ...]:
    return smallest_changes(with_rule(when), an_application(**answers), "rule")


def changed(application: Application, change: Change) -> Application:
    answers = dict(application.answers)
    for one in change.answers:
        answers.pop(one.field, None)
        if one.after is not None:
            answers[one.field] = one.after  # type: ignore[assignment]
    return attrs.evolve(application, answers=answers)


def test_an_exemption_is_reached_by_turning_one_answer_and_giving_another() -> None:
    unless = "local && starts >= date('2018-01-01')"
    rule = EligibilityRule(id="rule", name=label(), when="amount < eur(0)", unless=unless)
    ruleset = a_ruleset(form=FORM, eligibility=(rule,))

    (found,) = smallest_changes(ruleset, an_application(local=False), "rule")

    told = [(one.field, one.before, one.after, one.bound) for one in found.answers]
    assert told == [
        ("starts", None, date(2018, 1, 1), Bound.AT_LEAST),
        ("local", False, True, Bound.EXACTLY),
    ]


def test_two_missing_answers_are_given_together() -> None:
    (found,) = changes("has(local) && local && share > 0.5 && duration_months > 0")

    told = [(one.field, one.before, one.after) for one in found.answers]
    assert told == [("local", None, True), ("share", None, 0.51)]


def test_a_missing_day_that_is_reckoned_with_is_given() -> None:
    when = "local && add_months(starts, 12) <= date('2018-12-31')"

    (found,) = changes(when, local=False)

    assert {one.field for one in found.answers} == {"local", "starts"}
    for one in found.answers:
        assert one.before is not one.after


def test_two_answers_of_yes_or_no_are_turned_together() -> None:
    (found,) = changes("local && areas == []", local=False, areas=("north",))

    assert {one.field: one.after for one in found.answers} == {"local": True, "areas": ()}


SMALL_RULES = st.sampled_from(
    [
        ("local && duration_months <= 3", ""),
        ('sector == "company" && local', "duration_months < 4 && share >= 0.5"),
        ('has(local) && local && sector == "association"', ""),
        ('has(share) && share < 0.5 || "south" in areas', "local && duration_months == 2"),
        ('size(areas) > 1 && sector == "association"', "!local && has(duration_months)"),
        ("!has(local) && duration_months >= 2", 'sector == "association" && share > 0.25'),
        ('"north" in areas && "south" in areas && local', "!has(share)"),
    ]
)
TRIED: dict[str, tuple[Any, ...]] = {
    "sector": (None, "company", "association"),
    "local": (None, True, False),
    "areas": (None, (), ("north",), ("south",), ("north", "south")),
    "duration_months": (None, 0, 1, 2, 3, 4, 5),
    "share": (None, 0.0, 0.25, 0.3, 0.5, 0.75),
}
SMALL_APPLICATIONS = st.builds(
    an_application, **{name: st.sampled_from(given) for name, given in TRIED.items()}
)


@given(SMALL_RULES, SMALL_APPLICATIONS)
def test_no_change_is_told_only_where_no_two_answers_turn_the_rule(
    rule: tuple[str, str], application: Application
) -> None:
    when, unless = rule
    asked = EligibilityRule(id="rule", name=label(), when=when, unless=unless)
    ruleset = a_ruleset(form=FORM, eligibility=(asked,))
    expression = ruleset.rules["rule"]
    now = expression.evaluate(ruleset.values(application))

    found = smallest_changes(ruleset, application, "rule")

    if found or now is UNKNOWN:
        return
    for pair in combinations(TRIED, 2):
        for values in product(*(TRIED[name] for name in pair)):
            after = tuple(
                AnswerChange(field=name, before=None, after=value)
                for name, value in zip(pair, values, strict=True)
            )
            there = changed(application, Change(answers=after))
            turned = expression.evaluate(ruleset.values(there))
            assert turned is now or turned is UNKNOWN, after
