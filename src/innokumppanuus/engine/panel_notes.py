"""What an official should know of the panel: what is lacking in its log, and what did not count."""

from collections.abc import Iterator, Mapping

from innokumppanuus.domain.conflicts import ConflictGround, RulingKind
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.panel import DecidingScores, EvaluationPanel
from innokumppanuus.engine.conflicts import policy_of
from innokumppanuus.engine.rounds import barred_present, drifts
from innokumppanuus.errors import Problem


def notes_on_panel(
    decision: Decision, grounds: Mapping[str, ConflictGround]
) -> tuple[Problem, ...]:
    """Return the notes, in a fixed order; nothing without a panel."""
    if decision.panel is None:
        return ()
    return (
        *_undeclared(decision.panel),
        *_waived_in_vain(decision, grounds),
        *_without_conflict(decision),
        *_without_reason(decision),
        *_not_talked(decision),
        *_present(decision),
    )


def _undeclared(panel: EvaluationPanel) -> Iterator[Problem]:
    """Those of whom nobody knows whether they have ties."""
    names = [one.id for one in panel.evaluators if not (one.has_declared or one.interests)]
    if names:
        yield _note("note-panel-undeclared", count=len(names), evaluators=", ".join(sorted(names)))


def _waived_in_vain(decision: Decision, grounds: Mapping[str, ConflictGround]) -> Iterator[Problem]:
    for one in decision.conflicts:
        if one.counts and one.ruling is not None and one.ruling.kind is RulingKind.WAIVED:
            ground = grounds.get(one.ground)
            name = ground.name if ground else one.because
            values = {"evaluator": one.evaluator, "application": one.application, "ground": name}
            yield _note("note-panel-no-waiver", **values)


def _without_conflict(decision: Decision) -> Iterator[Problem]:
    """Rulings about conflicts that nobody has declared or found: is a name written otherwise?"""
    known = {(one.evaluator, one.application) for one in decision.conflicts}
    for one in decision.panel.rulings if decision.panel else ():
        if (one.evaluator, one.application) not in known:
            values = {"evaluator": one.evaluator, "application": one.application}
            yield _note("note-panel-ruling-idle", **values)


def _without_reason(decision: Decision) -> Iterator[Problem]:
    if decision.call.assessment is None or not policy_of(decision.call).needs_reasons:
        return
    for sheet in decision.sheets:
        bare = [mark for mark in sheet.marks if mark.score is not None and not mark.reason.strip()]
        if bare:
            values = {"evaluator": sheet.evaluator, "count": len(bare)}
            yield _note("note-panel-no-reason", **values)
    for talk in decision.panel.consensus if decision.panel else ():
        bare = [mark for mark in talk.marks if mark.score is not None and not mark.reason.strip()]
        if bare:
            values = {"application": talk.application, "count": len(bare)}
            yield _note("note-panel-consensus-no-reason", **values)


def _not_talked(decision: Decision) -> Iterator[Problem]:
    """Applications of which the panel should talk and has recorded nothing."""
    if policy_of(decision.call).scores is DecidingScores.OWN:
        return
    ids = [one.application for one in drifts(decision) if one.is_for_talk and one.consensus is None]
    if ids:
        listed = sorted(set(ids))
        yield _note("note-panel-to-talk", count=len(listed), applications=", ".join(listed))


def _present(decision: Decision) -> Iterator[Problem]:
    for talk in decision.panel.consensus if decision.panel else ():
        names = barred_present(decision, talk)
        if names:
            values = {"application": talk.application, "evaluators": ", ".join(names)}
            yield _note("note-panel-barred-present", **values)


def _note(key: str, **values: object) -> Problem:
    return Problem(key=key, values=values, severity="warning")
