"""The change that is told turns the rule, and nothing closer does."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import EligibilityRule, Field, FieldType, Option
from innokumppanuus.domain.findings import AnswerChange, Bound, Change
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import ParameterUse
from innokumppanuus.engine.counterfactual import smallest_changes
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.ruleset.expressions.steps import steps_of
from innokumppanuus.ruleset.model import FIELD_TYPES
from innokumppanuus.testing.builders import a_form, a_ruleset, an_application, label, moment
from innokumppanuus.testing.parameters import a_parameter, a_value
from innokumppanuus.testing.rulesets import the_ruleset

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


def only(when: str, **answers: Any) -> AnswerChange:
    ((one,),) = (change.answers for change in changes(when, **answers))
    return one


def changed(application: Application, change: Change) -> Application:
    answers = dict(application.answers)
    for one in change.answers:
        answers.pop(one.field, None)
        if one.after is not None:
            answers[one.field] = one.after  # type: ignore[assignment]
    return attrs.evolve(application, answers=answers)


@pytest.mark.parametrize(
    ("cents", "after", "bound"),
    [
        (1_000_001, Money.of(10_000), Bound.AT_MOST),
        (1_500_000, Money.of(10_000), Bound.AT_MOST),
        (1_000_000, Money.of("10000.01"), Bound.AT_LEAST),
    ],
)
def test_the_cap_turns_at_its_cent(cents: int, after: Money, bound: Bound) -> None:
    found = only("amount <= call.budget.cap_per_pilot", amount=Money(cents))

    assert (found.after, found.bound) == (after, bound)


@pytest.mark.parametrize(
    ("submitted", "late"),
    [("2017-09-07 00:00:00", 1), ("2017-09-07 00:00:37", 38), ("2017-09-08 00:00:00", 86_401)],
)
def test_a_late_application_is_told_how_many_seconds_late(submitted: str, late: int) -> None:
    found = only("submitted <= call.timetable.last_moment", submitted=moment(submitted))

    assert moment(submitted) - found.after == timedelta(seconds=late)  # type: ignore[operator]
    assert found.bound is Bound.AT_MOST


@pytest.mark.parametrize(("months", "after"), [(7, 8), (13, 12), (40, 12), (0, 8)])
def test_the_nearer_end_of_a_range_is_told(months: int, after: int) -> None:
    when = "duration_months >= 8 && duration_months <= 12"

    assert only(when, duration_months=months).after == after


def test_either_of_two_fields_is_told_when_each_is_enough() -> None:
    when = "last_day(starts, duration_months) <= date('2018-12-31')"
    start = moment("2018-02-01 00:00").date()

    found = changes(when, starts=start, duration_months=12)

    assert [one.answers[0].field for one in found] == ["duration_months", "starts"]
    assert [str(one.answers[0].after) for one in found] == ["11", "2018-01-01"]


def test_two_answers_are_told_together_when_no_single_one_is_enough() -> None:
    when = "amount <= eur(10000) && duration_months <= 12"

    (found,) = changes(when, amount=Money.of(15_000), duration_months=14)

    told = [(one.field, one.after, one.bound) for one in found.answers]
    assert told == [
        ("amount", Money.of(10_000), Bound.AT_MOST),
        ("duration_months", 12, Bound.AT_MOST),
    ]


def test_every_option_that_would_do_is_told() -> None:
    found = only('sector != "company"')

    assert (found.before, found.after, found.others) == ("company", "association", ())


def test_an_answer_of_yes_or_no_is_turned_over() -> None:
    assert only("local", local=False).after is True


def test_the_fewest_options_are_added() -> None:
    found = only('"south" in areas && size(areas) >= 2', areas=("north",))

    assert found.after == ("north", "south")


def test_a_number_moves_by_hundredths() -> None:
    assert only("share >= 0.25", share=0.1).after == 0.25


def test_a_missing_answer_is_told_when_the_rule_asks_for_it() -> None:
    found = only("has(applicant)", applicant=None)

    assert found.bound is Bound.GIVEN


def test_an_answer_too_many_is_told_to_be_left_out() -> None:
    found = only("!has(local)", local=True)

    assert (found.after, found.bound) == (None, Bound.LEFT_OUT)


def test_a_rule_that_cannot_tell_has_no_change() -> None:
    assert changes("amount <= call.budget.cap_per_pilot", amount=None) == ()


def test_what_the_form_cannot_reach_has_no_change() -> None:
    assert changes("amount >= eur(5) && amount < eur(5)") == ()


def test_a_sum_is_never_turned_below_zero() -> None:
    assert changes("amount < eur(0)") == ()


def test_a_rule_of_a_plugin_has_no_change() -> None:
    assert smallest_changes(with_rule("local"), an_application(), "another") == ()


RULES = st.sampled_from(
    [
        "amount <= call.budget.cap_per_pilot",
        "amount > eur(0) && amount <= eur(10000)",
        "amount * 3 <= eur(25000) && amount != eur(100)",
        "amount - eur(500) >= eur(duration_floor)".replace("duration_floor", "250.50"),
        "duration_months >= 8 && duration_months <= 12",
        "duration_months * 2 + 1 > 17 || duration_months == 3",
        "duration_months % 5 == 1",
        "last_day(starts, duration_months) <= date('2018-12-31')",
        "starts >= date('2017-09-01') && starts < add_months(date('2017-09-01'), 8)",
        "submitted >= call.timetable.opens && submitted <= call.timetable.last_moment",
        "share >= 0.25 && share < 0.75",
        "double(duration_months) * share <= 4.5",
        "amount / eur(10000) <= share",
        "!(duration_months < 8) && (amount <= eur(9000) || local)",
    ]
)
APPLICATIONS = st.builds(
    an_application,
    amount=st.integers(0, 3_000_000).map(Money),
    duration_months=st.integers(0, 60),
    starts=st.dates(moment("2017-01-01 00:00").date(), moment("2020-12-31 00:00").date()),
    submitted=st.integers(-(10**7), 10**7).map(
        lambda seconds: moment("2017-09-06 23:59:59") + timedelta(seconds=seconds)
    ),
    share=st.integers(0, 200).map(lambda hundredths: hundredths / 100),
    local=st.booleans(),
)


@given(RULES, APPLICATIONS)
def test_every_change_turns_the_rule(when: str, application: Application) -> None:
    ruleset = with_rule(when)
    rule = ruleset.rules["rule"]
    now = rule.evaluate(ruleset.values(application))

    for change in smallest_changes(ruleset, application, "rule"):
        after = rule.evaluate(ruleset.values(changed(application, change)))

        assert after is not UNKNOWN
        assert after is not now


@given(RULES, APPLICATIONS, st.data())
def test_nothing_closer_on_the_field_turns_the_rule(
    when: str, application: Application, data: st.DataObject
) -> None:
    ruleset = with_rule(when)
    rule = ruleset.rules["rule"]
    now = rule.evaluate(ruleset.values(application))

    for change in smallest_changes(ruleset, application, "rule"):
        field = ruleset.call.field(change.answers[0].field)
        assert field is not None
        if len(change.answers) > 1 or field.type is FieldType.YES_NO:
            continue
        (one,) = change.answers
        steps = steps_of(FIELD_TYPES[field.type])[0]
        start, end = steps.number(one.before), steps.number(one.after)
        within = st.integers(min(start, end) + 1, max(start, end) - 1)
        if abs(end - start) < 2:
            continue
        closer = attrs.evolve(one, after=steps.value(data.draw(within), one.before))
        there = changed(application, Change(answers=(closer,)))

        assert rule.evaluate(ruleset.values(there)) is now


TABLED = """\
tables:
  - id: most
    name: {fi: Suurin summa, sv: Största belopp, en: Largest sum}
    inputs: [{value: sector}, {value: duration_months}]
    output: {type: money}
    rows:
      - {when: ['"company"', "<= 10"], then: 8000 EUR}
      - {when: ['"company"', "(10..99]"], then: 9000 EUR}
      - {when: ['"company"', "[100..101]"], then: 20000 EUR}
      - {when: ['"company"', "> 101"], then: 9000 EUR}
      - {when: ['"association"', "-"], then: 9500 EUR}
  - id: least
    name: {fi: Pienin summa, sv: Minsta belopp, en: Smallest sum}
    inputs: [{value: table.most}]
    output: {type: money}
    rows:
      - {when: ["<= 8000 EUR"], then: 500 EUR}
      - {when: ["> 8000 EUR"], then: 1000 EUR}

eligibility:
  - id: tabled
    name: {fi: Summa sopii taulukkoon, sv: Enligt tabellen, en: By the table}
    when: amount <= table.most && amount >= table.least
    unless: local && duration_months < 3
    exception: {fi: lyhyt kokeilu, sv: ett kort försök, en: a short trial}
"""
TABLE_RULES = the_ruleset(("eligibility:\n", TABLED))


def by_table(**answers: Any) -> dict[str, AnswerChange]:
    found = smallest_changes(TABLE_RULES, an_application(**answers), "tabled")
    return {one.field: one for change in found for one in change.answers}


def test_the_row_of_a_table_that_would_be_enough_is_found() -> None:
    found = by_table(amount=Money.of(8_500), duration_months=10, local=False)

    assert (found["amount"].after, found["amount"].bound) == (Money.of(8_000), Bound.AT_MOST)
    assert (found["duration_months"].after, found["duration_months"].bound) == (
        11,
        Bound.AT_LEAST,
    )
    assert found["sector"].after == "association"


def test_a_row_far_away_and_narrow_is_found_and_told_without_a_bound() -> None:
    found = by_table(amount=Money.of(15_000), duration_months=10, local=False)

    assert (found["duration_months"].after, found["duration_months"].bound) == (
        100,
        Bound.EXACTLY,
    )


def test_the_exception_that_would_be_enough_is_found() -> None:
    found = by_table(amount=Money.of(15_000), duration_months=10, local=True)

    assert (found["duration_months"].after, found["duration_months"].bound) == (2, Bound.AT_MOST)


def test_a_table_beneath_a_table_is_looked_into() -> None:
    found = by_table(amount=Money.of(700), duration_months=11, local=False)

    assert (found["duration_months"].after, found["duration_months"].bound) == (
        10,
        Bound.AT_MOST,
    )


@given(
    st.integers(0, 2_500_000).map(Money),
    st.integers(0, 130),
    st.sampled_from(["company", "association"]),
    st.booleans(),
)
def test_every_change_turns_a_rule_with_tables_and_an_exception(
    amount: Money, months: int, sector: str, local: bool
) -> None:
    application = an_application(amount=amount, duration_months=months, sector=sector, local=local)
    rule = TABLE_RULES.rules["tabled"]
    now = rule.evaluate(TABLE_RULES.values(application))

    for change in smallest_changes(TABLE_RULES, application, "tabled"):
        after = rule.evaluate(TABLE_RULES.values(changed(application, change)))

        assert after is not UNKNOWN and after is not now


@pytest.mark.parametrize("day", ["2017-01-01", "2020-06-30", "2021-12-31"])
@pytest.mark.parametrize("kind", [FieldType.DATE, FieldType.MOMENT])
def test_the_day_of_a_change_of_law_turns_a_rule(day: str, kind: FieldType) -> None:
    parameter = a_parameter(
        a_value("2015-01-01", "2021-12-31", Money.of(5_000)),
        a_value("2022-01-01", "2022-01-31", Money.of(20_000)),
        a_value("2022-02-01", None, Money.of(5_000)),
    )
    ruleset = a_ruleset(
        {"cap": parameter},
        parameters={"cap": ParameterUse(key="koe.raja", on=kind.value)},
        form=(*FORM, Field(id=kind.value, name=label(), type=kind)),
        eligibility=(EligibilityRule(id="rule", name=label(), when="amount <= parameter.cap"),),
    )
    given = moment(f"{day} 12:00") if kind is FieldType.MOMENT else date.fromisoformat(day)
    application = an_application(amount=Money.of(10_000), **{kind.value: given})

    found = smallest_changes(ruleset, application, "rule")

    (change,) = (one for each in found for one in each.answers if one.field == kind.value)
    first = moment("2022-01-01 00:00") if kind is FieldType.MOMENT else date(2022, 1, 1)
    assert (change.after, change.bound) == (first, Bound.EXACTLY)
