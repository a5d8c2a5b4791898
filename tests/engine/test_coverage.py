"""The matrix shows where each principle is carried on, and tells empty from not stated."""

import attrs
import pytest

from innokumppanuus.domain.call import Call, EligibilityRule, Field
from innokumppanuus.domain.coverage import CoverageColumn, CoverageState
from innokumppanuus.domain.criteria import Criterion, Factor, FactorKind
from innokumppanuus.domain.follow_up import FollowUp, ReportField
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.principles import Goal, Partnership, Principle, Principles
from innokumppanuus.engine.coverage import coverage
from innokumppanuus.engine.principles import Holds
from innokumppanuus.testing.builders import a_call, a_form, label

PARTNERSHIP, USERS, BUYING = Principle
INDICATORS = {
    PARTNERSHIP: {
        "partnership.goals": Holds(
            key="partnership.goals", name=label("g"), principle=PARTNERSHIP, part="goals"
        )
    },
    USERS: {
        "user_centredness.groups": Holds(
            key="user_centredness.groups", name=label("u"), principle=USERS, part="groups"
        )
    },
    BUYING: {},
}


def state(call: Call, principle: Principle, column: CoverageColumn) -> CoverageState:
    return coverage(call, INDICATORS).cell(principle, column).state  # type: ignore[arg-type]


def items(call: Call, principle: Principle, column: CoverageColumn) -> list[str]:
    cell = coverage(call, INDICATORS).cell(principle, column)  # type: ignore[arg-type]
    return [one.id for one in cell.items]


def followed(*indicators: str, report: tuple[ReportField, ...] = ()) -> Call:
    return a_call(follow_up=FollowUp(indicators=indicators, report=report))


def test_there_is_a_cell_for_every_principle_in_every_column() -> None:
    cells = coverage(a_call(), INDICATORS).cells  # type: ignore[arg-type]

    assert [(one.principle, one.column) for one in cells] == [
        (principle, column) for principle in Principle for column in CoverageColumn
    ]


def test_what_the_text_states_covers_its_principle_only() -> None:
    goals = Partnership(goals=(Goal(name=same("Jonot")),))
    call = a_call(principles=Principles(partnership=goals))

    assert items(call, PARTNERSHIP, CoverageColumn.CALL_TEXT) == ["partnership.goals"]
    assert state(call, USERS, CoverageColumn.CALL_TEXT) is CoverageState.EMPTY


def test_a_text_that_states_nothing_of_the_3p_is_not_stated() -> None:
    assert state(a_call(), USERS, CoverageColumn.CALL_TEXT) is CoverageState.NOT_STATED


@pytest.mark.parametrize(
    "given",
    [
        {"criteria": (Criterion(id="K9", name=label(), principle=USERS),)},
        {"factors": (Factor(id="K9", name=label(), kind=FactorKind.NOTED, principle=USERS),)},
        {"eligibility": (EligibilityRule(id="K9", name=label(), when="true", principle=USERS),)},
    ],
)
def test_criteria_factors_and_conditions_cover_the_principle_they_serve(
    given: dict[str, object],
) -> None:
    call = a_call(**given)

    assert items(call, USERS, CoverageColumn.CRITERION) == ["K9"]
    assert state(call, BUYING, CoverageColumn.CRITERION) is CoverageState.EMPTY


@pytest.mark.parametrize("given", [{"principle": USERS}, {"fills": "user_centredness.groups"}])
def test_a_question_that_serves_or_fills_a_principle_asks_for_its_evidence(
    given: dict[str, object],
) -> None:
    call = a_call(form=(*a_form(), Field(id="who", name=label(), **given)))  # type: ignore[arg-type]

    assert items(call, USERS, CoverageColumn.EVIDENCE) == ["who"]
    assert state(call, PARTNERSHIP, CoverageColumn.EVIDENCE) is CoverageState.EMPTY


def test_pilots_are_followed_by_the_indicators_that_the_call_names() -> None:
    call = followed("partnership.goals")

    assert items(call, PARTNERSHIP, CoverageColumn.PILOT_INDICATOR) == ["partnership.goals"]
    assert state(call, USERS, CoverageColumn.PILOT_INDICATOR) is CoverageState.EMPTY


@pytest.mark.parametrize("call", [a_call(), followed()])
def test_a_call_that_says_nothing_of_following_is_not_stated(call: Call) -> None:
    columns = (CoverageColumn.PILOT_INDICATOR, CoverageColumn.REPORT_FIELD)

    assert {state(call, PARTNERSHIP, one) for one in columns} == {CoverageState.NOT_STATED}


@pytest.mark.parametrize(
    "given", [{"principle": USERS}, {"indicators": ("user_centredness.groups",)}]
)
def test_a_report_field_covers_what_it_serves_or_gives_evidence_for(
    given: dict[str, object],
) -> None:
    call = followed(report=(ReportField(id="users", name=label(), **given),))  # type: ignore[arg-type]

    assert items(call, USERS, CoverageColumn.REPORT_FIELD) == ["users"]
    assert state(call, PARTNERSHIP, CoverageColumn.REPORT_FIELD) is CoverageState.EMPTY


def test_filling_a_cell_takes_its_gap_away_and_no_other() -> None:
    call = followed("partnership.goals")
    more = attrs.evolve(
        call, follow_up=FollowUp(indicators=("partnership.goals", "user_centredness.groups"))
    )

    before = set(coverage(call, INDICATORS).gaps())  # type: ignore[arg-type]
    after = set(coverage(more, INDICATORS).gaps())  # type: ignore[arg-type]

    assert {(one.principle, one.column) for one in before - after} == {
        (USERS, CoverageColumn.PILOT_INDICATOR)
    }
    assert after < before
