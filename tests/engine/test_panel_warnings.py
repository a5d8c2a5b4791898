from fractions import Fraction
from typing import Any

import attrs

from innokumppanuus.domain.call import MissingScores, Timetable
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.panel import PanelPolicy
from innokumppanuus.domain.panel_health import (
    Absence,
    AbsenceEffect,
    Agreement,
    Measure,
    PanelHealth,
    PolicyEffect,
    Severity,
    SeverityReport,
)
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.panel_health import panel_health, ratings_of
from innokumppanuus.engine.panel_warnings import (
    absence_warnings,
    bounds_of,
    policy_warnings,
    warnings,
)
from innokumppanuus.errors import Problem
from innokumppanuus.testing.builders import a_call, a_ruleset, a_sheet, an_application
from innokumppanuus.testing.decisions import core_plugins

AGREEING = ((1, 1), (3, 3), (5, 5), (2, 2))
APART = ((1, 5), (5, 1), (1, 4), (4, 2))


def decided(pairs: tuple[tuple[int | None, int | None], ...], **changes: Any) -> Decision:
    """Return the decision of two evaluators' scores, the same for every criterion."""
    ids = [f"H{place:02}" for place in range(len(pairs))]
    sheets = [
        a_sheet(
            name,
            {
                one: dict.fromkeys(("K1", "K2", "K3"), pair[side])
                for one, pair in zip(ids, pairs, strict=True)
                if pair[side] is not None
            },
        )
        for side, name in enumerate("AB")
    ]
    ruleset = a_ruleset(**changes)
    return decide(ruleset, [an_application(one) for one in ids], sheets, core_plugins())


def keys(decision: Decision) -> list[str]:
    return [one.key for one in panel_health(decision, core_plugins()).warnings]


def test_a_panel_that_agrees_is_told_of_nothing() -> None:
    assert keys(decided(AGREEING)) == []


def test_little_agreement_is_told_of_every_item() -> None:
    assert keys(decided(APART)).count("panel-alpha-low") == 4


def test_the_bound_told_is_the_one_in_force_when_the_call_closed() -> None:
    found = panel_health(decided(APART), core_plugins()).warnings

    assert {one.values["bound"] for one in found if one.key == "panel-alpha-low"} == {
        Fraction(667, 1000)
    }


def test_a_call_without_days_is_told_that_no_bounds_are_known() -> None:
    assert "panel-bounds-unknown" in keys(decided(APART, timetable=Timetable()))


def test_equal_scores_are_told_to_part_nothing() -> None:
    assert "panel-alpha-same" in keys(decided(((3, 3), (3, 3))))


def test_what_one_evaluator_alone_has_scored_is_told() -> None:
    assert "panel-alone" in keys(decided(((1, 1), (3, 3), (5, None))))


def test_a_panel_in_parts_is_told_first() -> None:
    assert keys(decided(((1, None), (None, 3))))[0] == "panel-apart"


def test_large_differences_are_told_from_the_gap_of_the_rule_set_on() -> None:
    policy = a_call().assessment
    assert policy is not None
    with_gap = attrs.evolve(policy, panel=PanelPolicy(discuss_from=Fraction(3)))

    without, told = keys(decided(APART)), keys(decided(APART, assessment=with_gap))

    assert (without.count("panel-spread"), told.count("panel-spread")) == (0, 3)


def severe(low: int, high: int) -> tuple[Problem, ...]:
    decision = decided(AGREEING)
    one = Severity(
        evaluator="A",
        item="K1",
        lower_by=Fraction(low + high, 2),
        low=Fraction(low),
        high=Fraction(high),
        scores=4,
    )
    health = PanelHealth(severities=(SeverityReport(item="K1", components=1, severities=(one,)),))
    bounds = bounds_of(decision.call, core_plugins().parameters())
    return warnings(decision, ratings_of(decision), attrs.evolve(health, bounds=bounds))


def test_severity_is_told_only_when_the_interval_leaves_out_zero() -> None:
    told = [[one.key for one in severe(*bounds)] for bounds in ((1, 2), (-2, -1), (-1, 1))]

    assert told == [["panel-severe"], ["panel-lenient"], []]


def test_severity_is_told_with_how_many_would_seem_severe_by_chance() -> None:
    assert severe(1, 2)[0].values["chance"] == Fraction(1, 20)


def effects(*outcomes: Outcome) -> list[PolicyEffect]:
    """Return how H01 fares by two ways, the first of them in force."""
    ways = (MissingScores.EXCLUDED, MissingScores.ZERO)
    return [
        PolicyEffect(
            policy=way,
            in_force=one is outcomes[0],
            outcomes={"H01": one, "H02": Outcome.CHOSEN},
            differs=() if one is outcomes[0] else ("H01",),
        )
        for way, one in zip(ways, outcomes, strict=True)
    ]


def test_a_way_with_missing_scores_that_decides_on_money_is_told_with_the_applications() -> None:
    (found,) = policy_warnings(effects(Outcome.CHOSEN, Outcome.NOT_CHOSEN))

    assert (found.key, found.values["applications"]) == ("panel-policy-money", "H01")


def test_a_way_that_decides_on_something_else_is_not_told_to_decide_on_money() -> None:
    (found,) = policy_warnings(effects(Outcome.UNRANKED, Outcome.NOT_CHOSEN))

    assert (found.key, found.values["applications"]) == ("panel-policy-decides", "H01")


def test_ways_that_change_nothing_are_not_told() -> None:
    assert policy_warnings([PolicyEffect(policy=MissingScores.ZERO, in_force=False)]) == ()


def test_absences_that_change_the_choice_are_counted_of_all() -> None:
    effects = [
        AbsenceEffect(absence=Absence.EVALUATOR, id="A", dropped=("H01",)),
        AbsenceEffect(absence=Absence.EVALUATOR, id="B"),
    ]

    (found,) = absence_warnings(effects)

    assert (found.key, found.values["count"], found.values["all"], found.values["who"]) == (
        "panel-absence-evaluator",
        1,
        2,
        "A",
    )


def test_ranks_that_a_freed_evaluator_moves_are_told_with_the_reason() -> None:
    gone = AbsenceEffect(absence=Absence.APPLICATION, id="H15", moved={"H16": 1}, freed=("D",))
    still = AbsenceEffect(absence=Absence.APPLICATION, id="H14", freed=("D",))

    (found,) = absence_warnings([gone, still])

    assert (found.key, found.values) == (
        "panel-absence-freed",
        {"application": "H15", "evaluators": "D"},
    )


def test_a_value_just_below_its_bound_reads_as_below_it() -> None:
    decision = decided(AGREEING)
    alpha = Agreement(
        measure=Measure.ALPHA_ORDINAL, item="K1", value=Fraction(666, 1000), applications=4
    )
    bounds = bounds_of(decision.call, core_plugins().parameters())

    (found,) = warnings(
        decision, ratings_of(decision), PanelHealth(agreements=(alpha,), bounds=bounds)
    )

    assert (found.key, found.values["alpha"]) == ("panel-alpha-low", Fraction(66, 100))
