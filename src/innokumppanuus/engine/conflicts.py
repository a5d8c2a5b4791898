"""Declared conflicts of interest and what they remove. They are never judged here."""

from collections.abc import Iterable

import attrs

from innokumppanuus.domain.assessment import Removal, ScoreSheet
from innokumppanuus.domain.call import ConflictScope


def removals(sheets: Iterable[ScoreSheet]) -> tuple[Removal, ...]:
    """Return every declared conflict, by evaluator and application."""
    return tuple(
        Removal(evaluator=sheet.evaluator, application=one.application, ground=one.ground)
        for sheet in sorted(sheets, key=lambda sheet: sheet.evaluator)
        for one in sorted(sheet.declarations, key=lambda one: one.application)
        if one.has_conflict
    )


def without_conflicts(
    sheets: Iterable[ScoreSheet], removed: Iterable[Removal], scope: ConflictScope
) -> tuple[ScoreSheet, ...]:
    """
    Return the sheets without the scores that declared conflicts remove, by evaluator.

    All applications of a call compete, so scope `call` removes the evaluator altogether.
    """
    pairs = {(one.evaluator, one.application) for one in removed}
    conflicted = {evaluator for evaluator, _ in pairs}
    kept = sorted(sheets, key=lambda sheet: sheet.evaluator)
    if scope is ConflictScope.CALL:
        return tuple(sheet for sheet in kept if sheet.evaluator not in conflicted)
    return tuple(_without(sheet, pairs) for sheet in kept)


def _without(sheet: ScoreSheet, pairs: set[tuple[str, str]]) -> ScoreSheet:
    return attrs.evolve(
        sheet,
        declarations=tuple(
            one for one in sheet.declarations if (sheet.evaluator, one.application) not in pairs
        ),
        marks=tuple(one for one in sheet.marks if (sheet.evaluator, one.application) not in pairs),
    )
