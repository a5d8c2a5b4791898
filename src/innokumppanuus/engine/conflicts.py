"""Conflicts of interest: declared, found by comparing, and what they remove. Nobody is judged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Removal, ScoreSheet
from innokumppanuus.domain.call import APPLICANT_FIELD, Call, ConflictScope, FieldType
from innokumppanuus.domain.conflicts import (
    Conflict,
    ConflictBasis,
    ConflictGround,
    Interest,
    InterestKind,
    Ruling,
    RulingKind,
)
from innokumppanuus.domain.panel import BusinessGroup, EvaluationPanel, Evaluator, PanelPolicy
from innokumppanuus.domain.parties import BusinessId

REPLACED = "replaced"
"""Key of the removal of somebody whom another evaluator has replaced."""


def policy_of(call: Call) -> PanelPolicy:
    """Return how the panel of the call works; the usual way when the rule set does not say."""
    panel = call.assessment.panel if call.assessment else None
    return panel or PanelPolicy()


def conflicts_of(
    call: Call,
    applications: Iterable[Application],
    panel: EvaluationPanel,
    sheets: Iterable[ScoreSheet],
    grounds: Mapping[str, ConflictGround],
) -> tuple[Conflict, ...]:
    """
    Return every conflict with what was decided of it, by evaluator, application and ground.

    A tie is found where a business id of the evaluator's is in the application, where one of the
    same group is, or where the organisations have the same name. It counts until it is cleared or
    waived. A tie that is cleared is none, so that nobody is a rival by it. A waiver of a ground
    that cannot be waived changes nothing. What a score sheet declares has no ground of its own: the
    ruling names the one that it waives.

    Args:
        call: Its form tells where applications name business ids.
        applications: All of the call, since the others are rivals.
        panel: Evaluators with their ties, groups of companies and rulings.
        sheets: With the declarations that evaluators made on them.
        grounds: Those that the rule set names, by key.
    """
    field = tuple(sorted(applications, key=lambda one: one.id))
    found: dict[tuple[str, str, str], Conflict] = {}
    for evaluator in sorted(panel.evaluators, key=lambda one: one.id):
        for one in _ties(call, field, panel, evaluator, tuple(grounds.values())):
            found.setdefault((one.evaluator, one.application, one.ground), one)
    for removal in removals(sheets):
        key = (removal.evaluator, removal.application, "")
        found[key] = Conflict(
            evaluator=removal.evaluator, application=removal.application, because=removal.ground
        )
    return tuple(_ruled(found[key], panel.rulings, grounds) for key in sorted(found))


def removals(sheets: Iterable[ScoreSheet]) -> tuple[Removal, ...]:
    """Return every conflict declared on the sheets, by evaluator and application."""
    return tuple(
        Removal(evaluator=sheet.evaluator, application=one.application, ground=one.ground)
        for sheet in sorted(sheets, key=lambda sheet: sheet.evaluator)
        for one in sorted(sheet.declarations, key=lambda one: one.application)
        if one.has_conflict
    )


def removals_by(
    conflicts: Iterable[Conflict], panel: EvaluationPanel, sheets: Iterable[ScoreSheet]
) -> tuple[Removal, ...]:
    """
    Return whose scores do not count, by evaluator and application, each pair once.

    Only evaluators with a sheet are there: others have no scores that could be removed.
    """
    given = {sheet.evaluator: sheet for sheet in sheets}
    found: dict[tuple[str, str], Removal] = {}
    for one in conflicts:
        if one.counts and one.evaluator in given:
            removal = Removal(
                evaluator=one.evaluator,
                application=one.application,
                ground=one.because,
                key=one.ground,
            )
            found.setdefault((one.evaluator, one.application), removal)
    for change in panel.replacements:
        for application in _scored(given.get(change.evaluator)):
            if change.application in ("", application):
                removal = Removal(
                    evaluator=change.evaluator,
                    application=application,
                    ground=change.reason,
                    key=REPLACED,
                )
                found.setdefault((change.evaluator, application), removal)
    return tuple(found[key] for key in sorted(found))


def barred(call: Call, conflicts: Iterable[Conflict], ids: Sequence[str]) -> set[tuple[str, str]]:
    """
    Return the pairs of evaluator and application that conflicts keep apart.

    Where a conflict reaches the whole call, it keeps the evaluator away from every application.
    """
    pairs = {(one.evaluator, one.application) for one in conflicts if one.counts}
    policy = call.assessment
    if policy is None or policy.conflict_removes is ConflictScope.CALL:
        return {(evaluator, one) for evaluator, _ in pairs for one in ids}
    return pairs


def elsewhere(call: Call, conflicts: Iterable[Conflict], application: str) -> tuple[Conflict, ...]:
    """
    Return the conflicts with others that keep evaluators away from *application*, too.

    There are some only where a conflict reaches the whole call: the first one of each evaluator
    who has none with *application* itself.
    """
    counting = [one for one in conflicts if one.counts]
    own = {one.evaluator for one in counting if one.application == application}
    kept = barred(call, counting, [application])
    away = {evaluator for evaluator, one in kept if one == application} - own
    first = {one.evaluator: one for one in reversed(counting) if one.evaluator in away}
    return tuple(first[one] for one in sorted(first))


def without_conflicts(
    sheets: Iterable[ScoreSheet], removed: Iterable[Removal], scope: ConflictScope
) -> tuple[ScoreSheet, ...]:
    """
    Return the sheets without the scores that conflicts and replacements remove, by evaluator.

    All applications of a call compete, so scope `call` removes the evaluator altogether. Somebody
    who was replaced had no conflict by that, so that only what was handed over is removed.
    """
    listed = tuple(removed)
    pairs = {(one.evaluator, one.application) for one in listed}
    conflicted = {one.evaluator for one in listed if one.key != REPLACED}
    kept = sorted(sheets, key=lambda sheet: sheet.evaluator)
    if scope is ConflictScope.CALL:
        kept = [sheet for sheet in kept if sheet.evaluator not in conflicted]
    return tuple(_without(sheet, pairs) for sheet in kept)


def _ties(
    call: Call,
    field: Sequence[Application],
    panel: EvaluationPanel,
    evaluator: Evaluator,
    grounds: Sequence[ConflictGround],
) -> Iterator[Conflict]:
    """Yield every conflict that the ties of one evaluator make."""
    ids = tuple(one.id for one in call.form if one.type is FieldType.BUSINESS_ID)
    tied: set[str] = set()
    for interest in _interests(evaluator):
        for application in field:
            for kind, basis in _reaches(interest, application, ids, panel):
                because = str(interest.business_id or "") or interest.organisation or interest.note
                found = tuple(_on_grounds(evaluator, application, kind, basis, because, grounds))
                yield from found
                if not found or not all(_is_cleared(one, panel.rulings) for one in found):
                    tied.add(application.id)
    for application in field if tied else ():
        others = sorted(tied - {application.id})
        if others and application.id not in tied:
            rival, basis = InterestKind.RIVAL, ConflictBasis.FOUND
            yield from _on_grounds(evaluator, application, rival, basis, others[0], grounds)


def _interests(evaluator: Evaluator) -> Iterator[Interest]:
    """Yield what was declared, and where the evaluator works."""
    yield from evaluator.interests
    if evaluator.organisation or evaluator.business_id:
        yield Interest(
            kind=InterestKind.EMPLOYER,
            organisation=evaluator.organisation,
            business_id=evaluator.business_id,
        )


def _reaches(
    interest: Interest, application: Application, fields: Sequence[str], panel: EvaluationPanel
) -> Iterator[tuple[InterestKind, ConflictBasis]]:
    """Yield of what kind a tie to the application is, and how it is known; nothing without one."""
    if interest.application:
        if interest.application == application.id:
            yield interest.kind, ConflictBasis.DECLARED
        return
    answers = (application.answers.get(one) for one in fields)
    theirs = {one for one in answers if isinstance(one, BusinessId)}
    mine = interest.business_id
    named = application.answers.get(APPLICANT_FIELD)
    is_named = isinstance(named, str) and plain_name(named) == plain_name(interest.organisation)
    if mine in theirs or (interest.organisation and is_named):
        yield interest.kind, ConflictBasis.FOUND
    elif mine is not None and any(mine in one.members for one in _groups(panel, theirs)):
        yield InterestKind.GROUP, ConflictBasis.FOUND


def plain_name(name: str) -> str:
    """Return the name of an organisation so that case and spacing do not matter."""
    return " ".join(name.casefold().split())


def _groups(panel: EvaluationPanel, ids: set[BusinessId]) -> Iterator[BusinessGroup]:
    return (one for one in panel.groups if ids & set(one.members))


def _on_grounds(
    evaluator: Evaluator,
    application: Application,
    kind: InterestKind,
    basis: ConflictBasis,
    because: str,
    grounds: Sequence[ConflictGround],
) -> Iterator[Conflict]:
    for ground in grounds:
        if kind in ground.kinds:
            yield Conflict(
                evaluator=evaluator.id,
                application=application.id,
                ground=ground.key,
                basis=basis,
                because=because,
            )


def _is_cleared(conflict: Conflict, rulings: Iterable[Ruling]) -> bool:
    """Return whether it was decided that there is no such tie, as with a namesake."""
    last = _ruled(conflict, rulings, {}).ruling
    return last is not None and last.kind is RulingKind.CLEARED


def _ruled(
    conflict: Conflict, rulings: Iterable[Ruling], grounds: Mapping[str, ConflictGround]
) -> Conflict:
    """Return the conflict with the last ruling on it, and whether it still counts."""
    pair = (conflict.evaluator, conflict.application)
    last: Ruling | None = None
    for one in rulings:
        is_on = "" in (one.ground, conflict.ground) or one.ground == conflict.ground
        if (
            is_on
            and (one.evaluator, one.application) == pair
            and (last is None or one.on >= last.on)
        ):
            last = one
    if last is None:
        return conflict
    ground = grounds.get(conflict.ground or last.ground)
    can_be_waived = ground is not None and ground.can_be_waived
    is_off = last.kind is RulingKind.CLEARED or (last.kind is RulingKind.WAIVED and can_be_waived)
    return attrs.evolve(conflict, ruling=last, counts=not is_off)


def _scored(sheet: ScoreSheet | None) -> Iterator[str]:
    """Yield the applications that a sheet says something of, each once."""
    if sheet is not None:
        declared = {one.application for one in sheet.declarations}
        yield from sorted(declared | {one.application for one in sheet.marks})


def _without(sheet: ScoreSheet, pairs: set[tuple[str, str]]) -> ScoreSheet:
    return attrs.evolve(
        sheet,
        declarations=tuple(
            one for one in sheet.declarations if (sheet.evaluator, one.application) not in pairs
        ),
        marks=tuple(one for one in sheet.marks if (sheet.evaluator, one.application) not in pairs),
    )
