"""What the limits of a call mean together: which can never bind, what the choice leaves."""

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.precedence import TieRule
from innokumppanuus.domain.selection import Limits
from innokumppanuus.errors import Problem

_WAITING = ((Outcome.TO_SUPPLEMENT, "note-waiting"), (Outcome.UNRANKED, "note-unranked"))


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


def notes_on_choice(decision: Decision) -> tuple[Problem, ...]:
    """Return what an official should know of the choice; nothing of it when none is made."""
    call, selection = decision.call, decision.selection
    notes = list(notes_on_limits(call))
    if selection is None:
        return tuple(notes)
    for outcome, key in _WAITING:
        ids = [one for one in decision.waiting() if decision.outcome(one) is outcome]
        if ids:
            notes.append(_note(key, applications=", ".join(ids), count=len(ids)))
    if not selection.optima.is_complete:
        decided = "-decided" if selection.chosen is not None else ""
        listed = len(selection.optima.portfolios)
        notes.append(_note(f"note-optima-unlisted{decided}", listed=listed))
        rules = call.selection.tie_rules if call.selection else ()
        if selection.chosen is None and TieRule.LOTTERY in rules:
            notes.append(_note("note-lottery-unlisted", listed=listed))
    target = call.budget.target.value
    sizes = [len(one.applications) for one in selection.optima.portfolios]
    if target is not None and sizes and max(sizes) < target.least:
        notes.append(_note("note-below-target", got=max(sizes), least=target.least))
    return tuple(notes)


def _note(key: str, **values: object) -> Problem:
    return Problem(key=key, values=values, severity="warning")
