"""How the stages of a programme stand on a day: what was decided, what is due, what is late."""

from datetime import date

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.programme import Phase
from innokumppanuus_edellakavijat.domain import (
    Continuation,
    ContinuationDecision,
    Forerunners,
    Stage,
    StageState,
)

_DECIDED = {Continuation.GOES_ON: StageState.GOES_ON, Continuation.ENDS: StageState.ENDED}
_OVER = (StageState.ENDED, StageState.LAPSED)


def stages(noun: Forerunners, on: date) -> tuple[Stage, ...]:
    """
    Return every phase with its decision as it stands on the day, in the order of the file.

    A stage needs its decision by the day told for it, else before it begins; where neither is
    told, nothing is late. What follows a stage that ended has lapsed and needs no decision.
    """
    found: dict[str, Stage] = {}
    waiting = list(noun.programme.phases)
    while waiting:
        ready = [one for one in waiting if one.follows not in {other.id for other in waiting}]
        for phase in ready or waiting:  # a circle of phases is nobody's predecessor
            found[phase.id] = _stage(phase, noun, on, found.get(phase.follows))
        waiting = [one for one in waiting if one.id not in found]
    return tuple(found[one.id] for one in noun.programme.phases)


def _stage(phase: Phase, noun: Forerunners, on: date, earlier: Stage | None) -> Stage:
    if earlier is not None and earlier.state in _OVER:
        return Stage(phase=phase.id, state=StageState.LAPSED)
    if not phase.needs_decision:
        return Stage(phase=phase.id, state=StageState.AGREED)
    when = phase.decide_by.value or phase.starts.value
    decision = _in_force(noun, phase.id, on)
    due = when.latest.date() if when is not None else None
    if decision is None:
        return _undecided(phase.id, when, on)
    if decision.outcome is Continuation.POSTPONED:
        return _postponed(phase.id, decision, on)
    return Stage(
        phase=phase.id,
        state=_DECIDED[decision.outcome],
        decision=decision,
        due=due,
        was_late=_was_late(decision, when),
    )


def _in_force(noun: Forerunners, phase: str, on: date) -> ContinuationDecision | None:
    """Return the latest decision by the day; of two on one day the later in the file."""
    made = [one for one in noun.decisions if one.phase == phase and one.on <= on]
    return max(enumerate(made), key=lambda item: (item[1].on, item[0]))[1] if made else None


def _undecided(phase: str, when: When | None, on: date) -> Stage:
    if when is None:
        return Stage(phase=phase, state=StageState.CANNOT_TELL)
    first, due = when.earliest.date(), when.latest.date()
    if on > due:
        return Stage(phase=phase, state=StageState.LATE, due=due)
    state = StageState.OPEN if on < first else StageState.DUE
    return Stage(phase=phase, state=state, due=due, days_left=(due - on).days)


def _postponed(phase: str, decision: ContinuationDecision, on: date) -> Stage:
    due = decision.until
    if due is not None and on > due:
        return Stage(phase=phase, state=StageState.LATE, decision=decision, due=due)
    left = None if due is None else (due - on).days
    return Stage(
        phase=phase, state=StageState.POSTPONED, decision=decision, due=due, days_left=left
    )


def _was_late(decision: ContinuationDecision, when: When | None) -> bool | None:
    if when is None:
        return None
    if decision.on > when.latest.date():
        return True
    return False if decision.on <= when.earliest.date() else None
