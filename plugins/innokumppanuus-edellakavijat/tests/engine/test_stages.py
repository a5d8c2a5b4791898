"""A stage goes on by a decision with reasons; what is due and late is seen from the day."""

from datetime import date

import attrs
import pytest

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.programme import Phase, PhaseKind, Programme, ProgrammeKind
from innokumppanuus.domain.sources import stated
from innokumppanuus.testing.builders import label
from innokumppanuus_edellakavijat.domain import (
    Continuation,
    ContinuationDecision,
    Forerunners,
    Stage,
    StageState,
)
from innokumppanuus_edellakavijat.engine.stages import stages

ZONE = "Europe/Helsinki"
FIRST = Phase(id="v1", name=label(), kind=PhaseKind.BASE)
SECOND = Phase(
    id="v2",
    name=label(),
    kind=PhaseKind.OPTION,
    follows="v1",
    needs_decision=True,
    decide_by=stated(When.day(date(2026, 10, 31), ZONE)),
)
THIRD = attrs.evolve(
    SECOND, id="v3", follows="v2", decide_by=stated(When.day(date(2027, 10, 31), ZONE))
)


def decided(on: date, outcome: Continuation, **more: object) -> ContinuationDecision:
    whole = {"phase": "v2", "outcome": outcome, "on": on, "reasons": (label(),), **more}
    return ContinuationDecision(**whole)  # type: ignore[arg-type]


def a_network(*decisions: ContinuationDecision, second: Phase = SECOND) -> Forerunners:
    programme = Programme(
        id="koe",
        name=label(),
        kind=ProgrammeKind.INVITED_NETWORK,
        phases=(THIRD, FIRST, second),
    )
    return Forerunners(programme=programme, decisions=decisions)


def stage(noun: Forerunners, on: date, phase: str = "v2") -> Stage:
    return next(one for one in stages(noun, on) if one.phase == phase)


@pytest.mark.parametrize(
    ("on", "expected", "left"),
    [
        (date(2026, 10, 30), StageState.OPEN, 1),
        (date(2026, 10, 31), StageState.DUE, 0),
        (date(2026, 11, 1), StageState.LATE, None),
    ],
)
def test_decision_is_due_on_its_day_and_late_after_it(
    on: date, expected: StageState, left: int | None
) -> None:
    found = stage(a_network(), on)

    assert (found.state, found.days_left, found.due) == (expected, left, date(2026, 10, 31))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 9, 30), StageState.OPEN),
        (date(2026, 10, 1), StageState.DUE),
        (date(2026, 10, 31), StageState.DUE),
        (date(2026, 11, 1), StageState.LATE),
    ],
)
def test_decision_of_a_month_is_due_all_the_month(on: date, expected: StageState) -> None:
    second = attrs.evolve(SECOND, decide_by=stated(When.month(2026, 10, ZONE)))

    assert stage(a_network(second=second), on).state is expected


def test_stage_that_begins_without_a_decision_is_late() -> None:
    begins = stated(When.day(date(2027, 1, 1), ZONE))
    bare = Phase(id="v2", name=label(), needs_decision=True, starts=begins)

    assert stage(a_network(second=bare), date(2027, 1, 2)).state is StageState.LATE


def test_stage_without_any_day_cannot_be_told() -> None:
    bare = Phase(id="v2", name=label(), needs_decision=True)

    assert stage(a_network(second=bare), date(2030, 1, 1)).state is StageState.CANNOT_TELL


def test_agreed_phase_needs_no_decision() -> None:
    assert stage(a_network(), date(2030, 1, 1), "v1").state is StageState.AGREED


@pytest.mark.parametrize(
    ("day", "was_late"), [(date(2026, 10, 31), False), (date(2026, 11, 1), True)]
)
def test_late_decision_holds_and_is_told_as_late(day: date, was_late: bool) -> None:
    found = stage(a_network(decided(day, Continuation.GOES_ON)), date(2026, 12, 1))

    assert (found.state, found.was_late) == (StageState.GOES_ON, was_late)


def test_decision_in_the_month_of_its_phrase_may_be_late_or_not() -> None:
    second = attrs.evolve(SECOND, decide_by=stated(When.month(2026, 10, ZONE)))
    noun = a_network(decided(date(2026, 10, 15), Continuation.GOES_ON), second=second)

    assert stage(noun, date(2026, 12, 1)).was_late is None


def test_decision_of_tomorrow_is_not_known_today() -> None:
    noun = a_network(decided(date(2026, 10, 20), Continuation.GOES_ON))

    assert stage(noun, date(2026, 10, 19)).state is StageState.OPEN


def test_later_decision_replaces_the_earlier_one() -> None:
    noun = a_network(
        decided(date(2026, 10, 20), Continuation.ENDS),
        decided(date(2026, 10, 10), Continuation.GOES_ON),
    )

    assert stage(noun, date(2026, 10, 15)).state is StageState.GOES_ON
    assert stage(noun, date(2026, 10, 20)).state is StageState.ENDED


def test_of_two_decisions_of_one_day_the_later_in_the_file_holds() -> None:
    day = date(2026, 10, 20)
    noun = a_network(decided(day, Continuation.GOES_ON), decided(day, Continuation.ENDS))

    assert stage(noun, day).state is StageState.ENDED


def test_what_follows_a_stage_that_ended_has_lapsed() -> None:
    noun = a_network(decided(date(2026, 10, 20), Continuation.ENDS))

    assert stage(noun, date(2030, 1, 1), "v3").state is StageState.LAPSED


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 12, 15), StageState.POSTPONED), (date(2026, 12, 16), StageState.LATE)],
)
def test_postponed_decision_is_late_after_its_new_day(on: date, expected: StageState) -> None:
    later = decided(date(2026, 10, 20), Continuation.POSTPONED, until=date(2026, 12, 15))

    assert stage(a_network(later), on).state is expected


def test_decision_postponed_without_a_day_stays_postponed() -> None:
    later = decided(date(2026, 10, 20), Continuation.POSTPONED)

    assert stage(a_network(later), date(2030, 1, 1)).state is StageState.POSTPONED


def test_phases_that_follow_each_other_in_a_circle_are_still_told() -> None:
    loop = attrs.evolve(SECOND, follows="v3")

    assert len(stages(a_network(second=loop), date(2026, 1, 1))) == 3


def test_stages_stand_in_the_order_of_the_file() -> None:
    assert [one.phase for one in stages(a_network(), date(2026, 1, 1))] == ["v3", "v1", "v2"]
