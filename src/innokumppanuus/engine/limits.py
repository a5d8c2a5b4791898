"""What the limits of a call mean together: which can never bind, what the choice leaves."""

from collections.abc import Iterable

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.decision import Screening
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.selection import Limits, Selection
from innokumppanuus.errors import Problem


def limits_of(call: Call) -> Limits:
    """Return what a choice may never break."""
    return Limits(budget=call.budget.total.value, maximum=call.budget.maximum.value)


def notes_on_limits(call: Call) -> tuple[Problem, ...]:
    """Return what an official should know of the limits before anyone applies."""
    total, cap = call.budget.total.value, call.budget.cap_per_pilot.value
    maximum = call.budget.maximum.value
    if total is None or cap is None or maximum is None or cap * maximum > total:
        return ()
    values = {"maximum": maximum, "cap": cap, "most": cap * maximum, "total": total}
    note = Problem(
        key="note-budget-never-binds", values=values, path="budget.total", severity="warning"
    )
    return (note,)


def notes_on_choice(
    call: Call, screenings: Iterable[Screening], selection: Selection | None
) -> tuple[Problem, ...]:
    """Return what an official should know of the choice."""
    notes = list(notes_on_limits(call))
    waiting = [one.application for one in screenings if one.verdict is Verdict.CANNOT_TELL]
    if waiting:
        notes.append(_note("note-waiting", applications=", ".join(waiting), count=len(waiting)))
    if selection is None:
        return tuple(notes)
    if not selection.optima.is_complete:
        notes.append(_note("note-optima-unlisted", listed=len(selection.optima.portfolios)))
    target = call.budget.target.value
    sizes = [len(one.applications) for one in selection.optima.portfolios]
    if target is not None and sizes and max(sizes) < target.least:
        notes.append(_note("note-below-target", got=max(sizes), least=target.least))
    return tuple(notes)


def _note(key: str, **values: object) -> Problem:
    return Problem(key=key, values=values, severity="warning")
