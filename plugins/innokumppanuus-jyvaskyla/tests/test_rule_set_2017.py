"""The 2017 call: what its file states, and each condition on both sides of its boundary."""

from datetime import date, datetime

import attrs
import pytest

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Call, ClosingMinute
from innokumppanuus.domain.criteria import FactorKind, Join
from innokumppanuus.domain.dates import Count, Precision, zone
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import RoleKind
from innokumppanuus.domain.sources import Fact, Status
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.workspace import Workspace


@pytest.fixture(scope="module")
def good(applications: tuple[Application, ...]) -> Application:
    """An application that meets every condition."""
    return next(one for one in applications if one.id == "H01")


def changed(application: Application, **answers: Answer | None) -> Application:
    merged = {**application.answers, **answers}
    kept = {id: answer for id, answer in merged.items() if answer is not None}
    return attrs.evolve(application, answers=kept)


def helsinki(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone("Europe/Helsinki"))


@pytest.fixture(scope="module")
def screened(workspace: Workspace, ruleset: RuleSet, good: Application):
    def screened(**answers: Answer | None) -> Screening:
        return screen(ruleset, changed(good, **answers), workspace.plugins.rules())

    return screened


def verdict(screening: Screening, rule: str) -> Verdict:
    return next(one.verdict for one in screening.findings if one.rule == rule)


MET, NOT_MET, CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        ("2017-05-31 23:59:59", NOT_MET),
        ("2017-06-01 00:00:00", MET),
        ("2017-09-06 23:59:00", MET),
        ("2017-09-06 23:59:59", MET),
        ("2017-09-06 23:59:59.999999", MET),
        ("2017-09-07 00:00:00", NOT_MET),
        ("2017-09-07 00:00:37", NOT_MET),
    ],
)
def test_application_must_come_in_during_the_call_whole_last_minute_included(
    screened, submitted: str, expected: Verdict
) -> None:
    assert verdict(screened(submitted=helsinki(submitted)), "in_time") is expected


def test_same_moment_is_in_time_in_whichever_zone_it_is_written(screened) -> None:
    moment = datetime.fromisoformat("2017-09-06 20:59:59+00:00")

    assert verdict(screened(submitted=moment), "in_time") is MET


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("0", NOT_MET),
        ("0.01", MET),
        ("10000", MET),
        ("10000.01", NOT_MET),
        ("15000", NOT_MET),
        (None, CANNOT_TELL),
    ],
)
def test_sum_may_not_exceed_the_cap_by_a_cent(
    screened, amount: str | None, expected: Verdict
) -> None:
    money = None if amount is None else Money.of(amount)

    assert verdict(screened(amount=money), "amount_within_cap") is expected


@pytest.mark.parametrize(
    ("months", "expected"),
    [(7, NOT_MET), (8, MET), (12, MET), (13, NOT_MET), (None, CANNOT_TELL)],
)
def test_pilot_lasts_eight_to_twelve_months(
    screened, months: int | None, expected: Verdict
) -> None:
    assert verdict(screened(duration_months=months), "duration_in_range") is expected


@pytest.mark.parametrize(
    ("starts", "months", "expected"),
    [
        (date(2017, 9, 15), 12, MET),
        (date(2018, 1, 1), 12, MET),
        (date(2018, 1, 2), 12, NOT_MET),
        (date(2018, 2, 1), 12, NOT_MET),
        (date(2018, 5, 1), 8, MET),
        (date(2018, 5, 2), 8, NOT_MET),
        (None, 12, CANNOT_TELL),
        (date(2018, 5, 1), None, CANNOT_TELL),
    ],
)
def test_pilot_ends_by_the_end_of_2018(
    screened, starts: date | None, months: int | None, expected: Verdict
) -> None:
    screening = screened(starts=starts, duration_months=months)

    assert verdict(screening, "ends_in_time") is expected


@pytest.mark.parametrize(
    ("objects", "expected"),
    [(("partnership",), MET), (("service", "practice"), MET), ((), NOT_MET), (None, CANNOT_TELL)],
)
def test_pilot_tries_out_at_least_one_thing(
    screened, objects: tuple[str, ...] | None, expected: Verdict
) -> None:
    assert verdict(screened(trial_objects=objects), "object_of_trial") is expected


def test_good_application_meets_every_condition(screened) -> None:
    assert screened().verdict is MET


def test_missing_answers_are_asked_for_and_reject_nobody(screened) -> None:
    screening = screened(amount=None, starts=None, trial_objects=None)

    assert screening.verdict is CANNOT_TELL
    assert set(screening.to_supplement()) == {"amount", "starts", "trial_objects"}


def test_pilot_elsewhere_is_not_barred_but_scores_the_bottom(screened) -> None:
    screening = screened(area="elsewhere")

    assert screening.verdict is MET
    assert [one.verdict for one in screening.noted if one.rule == "L2"] == [NOT_MET]


def test_place_becomes_a_condition_by_one_word(
    workspace: Workspace, shipped: RuleSetFile, good: Application
) -> None:
    text = shipped.path.read_text(encoding="utf-8")
    head, tail = text.split("  - id: L2\n")
    gated = f"{head}  - id: L2\n{tail.replace('kind: scored', 'kind: gate', 1)}"
    gated = gated.replace("order: [K1, K2, K3, [L1, L2]]", "order: [K1, K2, K3, L1]")

    ruleset = loads(gated, "gated.yaml", workspace.plugins)
    screening = screen(ruleset, changed(good, area="elsewhere"), workspace.plugins.rules())

    assert screening.verdict is NOT_MET


@pytest.fixture(scope="module")
def call(ruleset: RuleSet) -> Call:
    return ruleset.call


def test_organiser_grantor_and_funder_are_three_parties(call: Call) -> None:
    parties = {role.kind: role.party.id for role in call.roles if role.party}

    assert (
        len({parties[RoleKind.ORGANISER], parties[RoleKind.GRANTOR], parties[RoleKind.FUNDER]}) == 3
    )


def test_total_cap_target_and_maximum_are_four_things(call: Call) -> None:
    budget = call.budget

    assert (budget.total.value, budget.cap_per_pilot.value) == (Money.of(50_000), Money.of(10_000))
    assert (budget.target.value, budget.maximum.value) == (Count(least=3, most=5), 5)


def test_opening_is_a_day_without_a_clock_time(call: Call) -> None:
    opens = call.timetable.opens.value

    assert opens is not None
    assert (opens.precision, opens.earliest.date()) == (Precision.DAY, date(2017, 6, 1))


def test_closing_minute_is_whole(call: Call) -> None:
    assert call.timetable.closing_minute is ClosingMinute.WHOLE
    assert call.timetable.last_moment == helsinki("2017-09-06 23:59:59.999999")


def test_day_of_the_choice_is_a_phrase_and_marked_as_a_reading(call: Call) -> None:
    decided = call.timetable.decided

    assert decided.value is not None
    assert (decided.status, decided.value.text) == (Status.INFERRED, "syyskuun alussa")


def test_reports_are_due_in_january_2019_for_everybody(call: Call) -> None:
    due = call.lifecycle.report_due.value

    assert due is not None
    assert (due.precision, due.latest.date()) == (Precision.MONTH, date(2019, 1, 31))


def test_first_criterion_takes_either_aspect_and_the_second_both(call: Call) -> None:
    assert [(one.id, one.join) for one in call.criteria if one.aspects] == [
        ("K1", Join.ANY),
        ("K2", Join.ALL),
    ]


def test_criteria_have_an_order_and_no_weights(call: Call) -> None:
    assert call.assessment is not None
    weighting = call.assessment.weighting

    assert (weighting.order, weighting.weights) == ((("K1",), ("K2",), ("K3",), ("L1", "L2")), {})


def test_both_other_factors_are_scored(call: Call) -> None:
    assert {one.id: one.kind for one in call.factors} == {
        "L1": FactorKind.SCORED,
        "L2": FactorKind.SCORED,
    }


def test_every_fact_names_a_source(call: Call) -> None:
    nouns = (call.timetable, call.budget, call.lifecycle)
    facts = [
        fact
        for noun in nouns
        for fact in attrs.asdict(noun, recurse=False).values()
        if isinstance(fact, Fact)
    ]

    assert facts
    assert all(fact.sources for fact in facts)


def test_goals_have_no_measure_since_the_call_stated_none(call: Call) -> None:
    assert not any(goal.is_measurable for goal in call.principles.partnership.goals)


@pytest.mark.parametrize(
    "topic", ["Omarahoitus", "Arvonlisävero", "Maksuerät", "Kriteerien painot"]
)
def test_what_the_call_does_not_state_is_kept_as_a_gap(call: Call, topic: str) -> None:
    assert topic in [gap.topic.fi for gap in call.gaps]


def test_some_answers_are_not_public(call: Call) -> None:
    assert {field.id for field in call.form if not field.is_public} == {"growth_plan", "cost_plan"}


def test_only_warnings_are_of_sources_that_have_not_been_read(ruleset: RuleSet) -> None:
    assert {problem.path for problem in ruleset.warnings} == {
        "sources.seutukunta",
        "sources.tulosblogi",
    }
