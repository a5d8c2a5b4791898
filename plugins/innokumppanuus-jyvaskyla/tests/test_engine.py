"""City rules, indicators and pilot money, each on both sides of what decides."""

import re
from datetime import date

import attrs
import pytest

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Budget, Call, Field, FieldType, FundingPolicy, Option
from innokumppanuus.domain.dates import When
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.funding import Grant
from innokumppanuus.domain.labels import LANGUAGES, same
from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.principles import (
    Goal,
    InnovativeProcurement,
    Partnership,
    Principle,
    Principles,
    ProcurementRoute,
    Responsibility,
    UserCentredness,
    UserGroup,
)
from innokumppanuus.domain.sources import stated
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.interfaces import ChecksGrants, ChecksOptions, Form
from innokumppanuus.testing.builders import a_call, a_form, an_application
from innokumppanuus_jyvaskyla.domain import BreachKind
from innokumppanuus_jyvaskyla.engine import (
    INDICATORS,
    InArea,
    ObjectOfTrial,
    PilotMoney,
    Together,
    breaches,
)

AREAS = {"areas": ["jyvaskyla", "laukaa"]}


def a_choice(field_id: str, *options: str) -> Field:
    return Field(
        id=field_id,
        name=same(field_id),
        type=FieldType.CHOICES,
        options=tuple(Option(id=one, name=same(one)) for one in options),
    )


FORM = Form(
    fields=(
        *a_form(),
        a_choice("area", "jyvaskyla", "laukaa", "tampere"),
        a_choice("trial_objects", "service", "practice"),
    )
)


def a_trial_call(**changes: object) -> Call:
    return a_call(form=(*a_form(), a_choice("trial_objects", "service", "practice")), **changes)


def a_grant(application: str, amount: int) -> Grant:
    return Grant(application=application, amount=Money.of(amount), scheme="jyvaskyla.pilot_money")


def verdict_in_area(area: Answer | None, options: dict[str, object] = AREAS) -> Verdict:
    return InArea().check(an_application(area=area), a_call(), options).verdict


def verdict_of_objects(objects: Answer | None, **options: object) -> Verdict:
    return (
        ObjectOfTrial()
        .check(an_application(trial_objects=objects), a_trial_call(), options)
        .verdict
    )


def test_place_in_the_area_is_met() -> None:
    assert verdict_in_area("laukaa") is Verdict.MET


def test_place_outside_the_area_is_not_met() -> None:
    assert verdict_in_area("tampere") is Verdict.NOT_MET


def test_one_place_of_several_in_the_area_is_enough() -> None:
    assert verdict_in_area(("tampere", "jyvaskyla")) is Verdict.MET


def test_missing_place_cannot_tell_and_is_asked_for() -> None:
    finding = InArea().check(an_application(), a_call(), AREAS)

    assert (finding.verdict, finding.missing) == (Verdict.CANNOT_TELL, ("area",))


def test_area_is_read_from_the_field_that_the_options_name() -> None:
    application = an_application(municipality="laukaa")

    finding = InArea().check(application, a_call(), {**AREAS, "field": "municipality"})

    assert finding.values == {"municipality": ("laukaa",)}


@pytest.mark.parametrize("options", [{}, {"areas": []}, {"areas": "jyvaskyla"}])
def test_area_without_a_list_of_areas_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(InvalidValue, match="must not be empty"):
        verdict_in_area("laukaa", options)


def test_misspelt_option_of_a_rule_is_never_passed_by() -> None:
    with pytest.raises(InvalidValue, match="'arrea'"):
        verdict_in_area("laukaa", {**AREAS, "arrea": "area"})


@pytest.mark.parametrize(
    ("rule", "usual"), [(InArea(), "area"), (ObjectOfTrial(), "trial_objects")]
)
def test_rules_say_which_field_they_read(rule: InArea | ObjectOfTrial, usual: str) -> None:
    assert rule.fields({}) == (usual,)
    assert rule.fields({"field": "other"}) == ("other",)


def test_one_object_of_trial_is_enough() -> None:
    assert verdict_of_objects(("service",)) is Verdict.MET


def test_object_that_the_call_is_not_meant_for_does_not_count() -> None:
    assert verdict_of_objects(("renovation",)) is Verdict.NOT_MET


def test_answer_without_objects_is_not_met() -> None:
    assert verdict_of_objects(()) is Verdict.NOT_MET


def test_missing_objects_cannot_tell() -> None:
    assert verdict_of_objects(None) is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("objects", "verdict"),
    [(("service",), Verdict.NOT_MET), (("service", "practice"), Verdict.MET)],
)
def test_more_objects_can_be_asked_for(objects: tuple[str, ...], verdict: Verdict) -> None:
    assert verdict_of_objects(objects, least=2) is verdict


def test_object_rule_without_its_field_is_refused() -> None:
    with pytest.raises(InvalidValue, match="'trial_objects'"):
        ObjectOfTrial().check(an_application(), a_call(), {})


FULL = Principles(
    partnership=Partnership(
        goals=(Goal(name=same("tavoite")),),
        responsibilities=(Responsibility(party="hakija", task=same("tehtävä")),),
    ),
    user_centredness=UserCentredness(
        groups=(UserGroup(name=same("nuoret")),),
        knowledge_use=(same("työpaja"),),
        feedback=(same("kysely"),),
    ),
    procurement=InnovativeProcurement(
        routes=(ProcurementRoute.NEW_SOLUTIONS,), combines=(same("ohjaus ja asuminen"),)
    ),
)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
def test_indicator_is_met_when_all_its_parts_are_stated(indicator: Together) -> None:
    assert indicator.observe(FULL).verdict is Verdict.MET


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.key)
def test_indicator_cannot_tell_when_nothing_is_stated(indicator: Together) -> None:
    assert indicator.observe(Principles()).verdict is Verdict.CANNOT_TELL


def test_indicator_is_not_met_when_goals_have_no_tasks() -> None:
    goals_and_tasks = next(one for one in INDICATORS if one.principle is Principle.PARTNERSHIP)
    partnership = Partnership(goals=(Goal(name=same("tavoite")),))

    observation = goals_and_tasks.observe(Principles(partnership=partnership))

    assert (observation.verdict, observation.evidence) == (Verdict.NOT_MET, (same("tavoite"),))


def test_route_without_words_is_no_evidence() -> None:
    route = next(one for one in INDICATORS if one.principle is Principle.PROCUREMENT)

    assert route.observe(FULL).evidence == (same("ohjaus ja asuminen"),)


@pytest.mark.parametrize(
    ("applied", "granted"), [(9_999, 9_999), (10_000, 10_000), (10_001, 10_000)]
)
def test_pilot_money_is_the_sum_applied_for_but_never_above_the_cap(
    applied: int, granted: int
) -> None:
    application = an_application(amount=Money.of(applied))

    assert PilotMoney().amount(application, a_call()) == Money.of(granted)


def test_pilot_money_cannot_be_told_without_a_sum() -> None:
    assert PilotMoney().amount(an_application(amount=None), a_call()) is None


def test_call_without_a_cap_sets_none() -> None:
    application = an_application(amount=Money.of(99_000))

    assert PilotMoney().amount(application, a_call(budget=Budget())) == Money.of(99_000)


def a_funding(*shares: str, due: str | None = None) -> FundingPolicy:
    parts = [{"name": f"erä {share}", "share": share} for share in shares]
    if due is not None:
        parts[-1]["due"] = due
    return FundingPolicy(scheme="jyvaskyla.pilot_money", options={"instalments": parts})


def test_instalments_sum_to_the_grant_to_the_cent() -> None:
    call = a_call(funding=a_funding("1/3", "1/3", "1/3"))

    paid = PilotMoney().instalments(Money.of("9999.99"), call)

    assert total(one.amount for one in paid) == Money.of("9999.99")


def test_instalment_with_a_day_is_due_that_day_in_the_zone_of_the_call() -> None:
    call = a_call(funding=a_funding("0.5", "0.5", due="2018-12-31"))

    paid = PilotMoney().instalments(Money.of(8_000), call)

    assert [one.due for one in paid] == [None, When.day(date(2018, 12, 31), call.zone)]


def test_call_without_a_plan_has_no_instalments() -> None:
    assert PilotMoney().instalments(Money.of(8_000), a_call()) == ()


def applications(*ids: str, **answers: Answer) -> list[Application]:
    return [an_application(one, **answers) for one in ids]


def kinds(
    grants: list[Grant], given: list[Application], call: Call | None = None
) -> list[BreachKind]:
    return [one.kind for one in breaches(grants, given, call or a_call())]


def test_grants_at_every_limit_break_nothing() -> None:
    ids = [f"H0{number}" for number in range(1, 6)]

    assert kinds([a_grant(one, 10_000) for one in ids], applications(*ids)) == []


def test_grant_above_the_cap_is_a_breach() -> None:
    found = breaches([a_grant("H01", 10_001)], applications("H01"), a_call())

    assert [(one.kind, one.applications, one.limit) for one in found] == [
        (BreachKind.OVER_CAP, ("H01",), Money.of(10_000))
    ]


def test_same_business_id_is_paid_once() -> None:
    given = applications("H01", "H02", business_id=BusinessId("1234567-1"))

    assert kinds([a_grant("H02", 5_000), a_grant("H01", 5_000)], given) == [BreachKind.TWICE]


def test_same_name_is_the_same_applicant_when_there_is_no_business_id() -> None:
    given = [*applications("H01", applicant="Koe  Oy"), *applications("H02", applicant="KOE oy")]

    assert kinds([a_grant("H01", 5_000), a_grant("H02", 5_000)], given) == [BreachKind.TWICE]


def test_grants_above_the_total_are_a_breach() -> None:
    ids = [f"H0{number}" for number in range(1, 7)]

    assert kinds([a_grant(one, 8_334) for one in ids], applications(*ids)) == [
        BreachKind.OVER_TOTAL
    ]


def test_terms_that_the_call_does_not_state_are_not_looked_at() -> None:
    call = a_call(budget=Budget(maximum=stated(5)))

    assert kinds([a_grant("H01", 900_000)], applications("H01"), call) == []


@pytest.mark.parametrize(
    ("thing", "options"),
    [
        (InArea(), {"areas": []}),
        (InArea(), {"area": ["laukaa"]}),
        (ObjectOfTrial(), {"least": "yksi"}),
        (ObjectOfTrial(), {"at_least": 1}),
        (PilotMoney(), {"instalments": [{"name": "1", "share": "1/2"}]}),
        (PilotMoney(), {"instalment": []}),
    ],
)
def test_options_that_cannot_be_used_are_told_before_anyone_applies(
    thing: ChecksOptions, options: dict[str, object]
) -> None:
    with pytest.raises(InvalidValue):
        thing.check_options(options, FORM)


def test_options_that_can_be_used_pass() -> None:
    InArea().check_options(AREAS, FORM)
    ObjectOfTrial().check_options({"least": 2}, FORM)
    PilotMoney().check_options({"instalments": [{"name": "1", "share": 1}]}, FORM)


@pytest.mark.parametrize(
    ("thing", "options", "option", "said"),
    [
        (InArea(), {**AREAS, "field": "arrea"}, "field", "Did you mean 'area'?"),
        (InArea(), {"areas": ["laukaa", "laukka"]}, "areas[1]", "Did you mean 'laukaa'?"),
        (ObjectOfTrial(), {"field": "trial_object"}, "field", "Did you mean 'trial_objects'?"),
        (ObjectOfTrial(), {"field": "amount"}, "field", "must name a field with options"),
        (ObjectOfTrial(), {"least": 3}, "least", "must be at most 2, as many as the field"),
        (ObjectOfTrial(), {"least": 0}, "least", "must be 1 or more, got 0"),
        (ObjectOfTrial(), {"least": True}, "least", "must be a whole number"),
    ],
)
def test_options_are_held_against_the_form(
    thing: ChecksOptions, options: dict[str, object], option: str, said: str
) -> None:
    with pytest.raises(InvalidValue, match=re.escape(said)) as caught:
        thing.check_options(options, FORM)

    assert caught.value.values["option"] == option


def test_field_that_may_be_among_the_unread_is_not_told() -> None:
    ObjectOfTrial().check_options({"field": "trial_object"}, attrs.evolve(FORM, is_whole=False))


def test_one_applicant_that_is_paid_twice_is_told_beside_the_choice() -> None:
    given = applications("H01", "H02", business_id=BusinessId("1234567-1"))

    (note,) = PilotMoney().breaches([a_grant("H01", 5_000), a_grant("H02", 4_000)], given, a_call())

    assert (note.key, note.severity) == ("grants-twice", "warning")
    assert note.values == {"applications": "H01, H02", "count": 2, "got": Money.of(9_000)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_broken_term_is_told_in_every_language(language: str) -> None:
    ids = [f"H0{number}" for number in range(1, 7)]
    grants = [a_grant(one, 10_001) for one in ids]

    notes = list(PilotMoney().breaches(grants, applications(*ids, applicant="Koe Oy"), a_call()))

    told = [Texts.load(language).problem(note) for note in notes]
    assert {note.key for note in notes} == {"grant-over-cap", "grants-twice", "grants-over-total"}
    assert not any("{" in line for line in told)


def test_pilot_money_offers_its_terms_to_the_engine() -> None:
    assert isinstance(PilotMoney(), ChecksGrants)
