"""What rose, fell or stayed between two profiles of the same subject. It explains nothing."""

from collections.abc import Iterator

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.profile import EntryChange, Profile, ProfileEntry, ProfileMove

_SEEN = {Verdict.NOT_MET: 0, Verdict.MET: 1}


def changes(before: Profile, after: Profile) -> tuple[EntryChange, ...]:
    """
    Return how each indicator moved, in the order of the later profile, then those it lacks.

    Levels are compared with levels. Where neither profile has a level, what the indicator sees is
    compared. All else cannot be told: a level that one of them lacks is not a fall.
    """
    found = {one.indicator: one for one in before.entries}
    told = [_change(found.get(one.indicator), one) for one in after.entries]
    known = {one.indicator for one in after.entries}
    return (*told, *_left_out(before, known))


def _left_out(before: Profile, known: set[str]) -> Iterator[EntryChange]:
    for one in before.entries:
        if one.indicator not in known:
            yield EntryChange(
                indicator=one.indicator,
                name=one.name,
                principle=one.principle,
                move=ProfileMove.CANNOT_TELL,
                before=one,
            )


def _change(before: ProfileEntry | None, after: ProfileEntry) -> EntryChange:
    return EntryChange(
        indicator=after.indicator,
        name=after.name,
        principle=after.principle,
        move=ProfileMove.CANNOT_TELL if before is None else _move(before, after),
        before=before,
        after=after,
    )


def _move(before: ProfileEntry, after: ProfileEntry) -> ProfileMove:
    first, second = before.level, after.level
    if first is None and second is None:
        first, second = _SEEN.get(before.verdict), _SEEN.get(after.verdict)
    if first is None or second is None:
        return ProfileMove.CANNOT_TELL
    if first == second:
        return ProfileMove.SAME
    return ProfileMove.ROSE if second > first else ProfileMove.FELL
