"""
How balanced and inclusive co-creation is, told from numbers that may be shown.

Small numbers are hidden first, and all else is reckoned from what is left: a hidden number stands
for every number that it may be, so that no sum and no measure gives it away.

Source:
    Balance is the effective number of roles, the inverse of Simpson's concentration:
    M. O. Hill, Diversity and evenness: a unifying notation and its consequences, Ecology 54
    (1973), order 2; E. H. Simpson, Measurement of diversity, Nature 163 (1949).
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

import attrs

from innokumppanuus_parasta_itaa.domain.canvas import ParticipantRole
from innokumppanuus_parasta_itaa.domain.meetings import Meeting, Stage


@attrs.frozen
class Shown:
    """
    A number as it may be shown (näytettävä luku): exact, or hidden within bounds.

    Attributes:
        least: Smallest number it may be.
        most: Largest number it may be.
    """

    least: int
    most: int

    @property
    def is_hidden(self) -> bool:
        return self.least != self.most

    def __add__(self, other: "Shown") -> "Shown":
        return Shown(self.least + other.least, self.most + other.most)


@attrs.frozen(kw_only=True)
class MeetingRow:
    """
    One meeting as it may be shown.

    Attributes:
        meeting: Its id.
        stage: Where in the work it is.
        counts: By role; None is not recorded.
        total: All that are recorded together.
    """

    meeting: str
    stage: Stage
    counts: Mapping[ParticipantRole, Shown | None]
    total: Shown


@attrs.frozen(kw_only=True)
class Inclusion:
    """
    How balanced and inclusive the meetings are (tasapaino ja osallisuus).

    Attributes:
        rows: One per meeting.
        totals: Visits by role; None where no meeting has recorded the role.
        absent: Roles that are recorded and came to no meeting; each is a warning.
        unrecorded: Roles that some meeting has not recorded.
        balance: Bounds of the effective number of roles, 1 to 4, over the meetings where all four
            are recorded; None when there are none or nobody came.
        together: In how many of those meetings all four roles came.
        recorded: How many those meetings are.
        lacking: Roles that came to no meeting of a stage that was held, where it is recorded.
    """

    rows: tuple[MeetingRow, ...]
    totals: Mapping[ParticipantRole, Shown | None]
    absent: tuple[ParticipantRole, ...]
    unrecorded: tuple[ParticipantRole, ...]
    balance: tuple[Fraction, Fraction] | None
    together: int
    recorded: int
    lacking: tuple[tuple[Stage, ParticipantRole], ...]


def inclusion(meetings: Iterable[Meeting], least: int) -> Inclusion:
    """
    Return how balanced and inclusive the meetings are.

    Args:
        meetings: In the order in which they are to be told.
        least: The smallest number above nobody that may be shown.
    """
    rows = tuple(_row(one, least) for one in meetings)
    totals = {role: _sum(row.counts[role] for row in rows) for role in ParticipantRole}
    whole = [row for row in rows if None not in row.counts.values()]
    return Inclusion(
        rows=rows,
        totals=totals,
        absent=tuple(role for role, one in totals.items() if one is not None and one.most == 0),
        unrecorded=tuple(
            role for role in ParticipantRole if any(row.counts[role] is None for row in rows)
        ),
        balance=_balance([_sum(row.counts[role] for row in whole) for role in ParticipantRole]),
        together=sum(all(one and one.most for one in row.counts.values()) for row in whole),
        recorded=len(whole),
        lacking=tuple(_lacking(rows)),
    )


def effective_roles(counts: Sequence[int] | Sequence[Fraction]) -> Fraction:
    """
    Return how many equally large roles would be as balanced: (Σn)² / Σn².

    Four equal numbers give 4; one role alone gives 1.
    """
    return Fraction(sum(counts)) ** 2 / sum(one * one for one in counts)


def _row(meeting: Meeting, least: int) -> MeetingRow:
    counts = {role: _shown(meeting.attendance.of(role), least) for role in ParticipantRole}
    total = _sum(counts.values()) or Shown(0, 0)
    return MeetingRow(meeting=meeting.id, stage=meeting.stage, counts=counts, total=total)


def _shown(count: int | None, least: int) -> Shown | None:
    if count is None:
        return None
    return Shown(1, least - 1) if 0 < count < least else Shown(count, count)


def _sum(counts: Iterable[Shown | None]) -> Shown | None:
    known = [one for one in counts if one is not None]
    return sum(known[1:], known[0]) if known else None


def _balance(said: Sequence[Shown | None]) -> tuple[Fraction, Fraction] | None:
    """
    Return the least and the largest effective number over everything the totals may be.

    It rises and then falls in each total alone, so that the least is where each is at an end.
    """
    totals = [one for one in said if one is not None]
    if not any(one.most for one in totals):
        return None
    ends = product(*({one.least, one.most} for one in totals))
    return min(effective_roles(one) for one in ends if any(one)), _highest(totals)


def _highest(totals: Sequence[Shown]) -> Fraction:
    """
    Return the largest effective number: each total as near one common level as its bounds let it.

    Where some totals are free and the others at an end, the level is the sum of squares over the
    sum of those at an end; all such levels are tried, and the bounds themselves.
    """
    levels = {Fraction(bound) for one in totals for bound in (one.least, one.most)}
    for choice in product(*((one.least, one.most, None) for one in totals)):
        fixed = [one for one in choice if one is not None]
        if any(fixed):
            levels.add(Fraction(sum(one * one for one in fixed), sum(fixed)))
    near = ([_near(level, one) for one in totals] for level in levels)
    return max(effective_roles(one) for one in near if any(one))


def _near(level: Fraction, bounds: Shown) -> Fraction:
    return min(max(level, Fraction(bounds.least)), Fraction(bounds.most))


def _lacking(rows: Sequence[MeetingRow]) -> Iterable[tuple[Stage, ParticipantRole]]:
    for stage in Stage:
        held = [row for row in rows if row.stage is stage]
        for role in ParticipantRole:
            seen = _sum(row.counts[role] for row in held)
            if seen is not None and seen.most == 0:
                yield stage, role
