"""The order of a ranking from the top down: by total, then by the steps for equal totals."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.precedence import OpenTie, Precedence, TieBy, TieOrder, TieStep

Order: TypeAlias = tuple[tuple[str, ...], ...]
"""Ids, best first; those in one group share their place."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_Look: TypeAlias = tuple[int, TieBy, tuple[str, ...]]
"""Number of the step, what it looks at, and of what; one per criterion of a step."""


@attrs.frozen(kw_only=True)
class Seen:
    """What one step sees of one application: what is compared, larger first, and what is told."""

    key: Any
    told: object


@attrs.frozen(kw_only=True)
class Ties:
    """
    What equal totals are parted by.

    Attributes:
        steps: In their order.
        applications: By id; their answers are looked at.
        scores: Score by application and item.
        seed: Published seed of the lottery.
    """

    steps: tuple[TieStep, ...] = ()
    applications: Mapping[str, Application] = attrs.field(factory=dict)
    scores: Mapping[str, Mapping[str, Fraction]] = attrs.field(factory=dict)
    seed: str = ""

    def order(self, values: Mapping[str, Fraction]) -> tuple[Order, TieOrder]:
        """
        Return everyone in order, and how the ties were decided.

        It works from the top. In each group of equal totals the steps pick who comes next, seeing
        what those already placed above have; then they are asked again for the rest of the group.
        A step that needs an answer which somebody has not given decides nothing, and neither does
        any later one: then people do.
        """
        places: list[tuple[str, ...]] = []
        pairs: list[Precedence] = []
        still_open: list[OpenTie] = []
        looks = tuple(self._looks())
        levels: dict[Fraction, list[str]] = {}
        for one, value in values.items():
            levels.setdefault(value, []).append(one)
        for level in sorted(levels, reverse=True):
            left = sorted(levels[level])
            while left:
                above = [one for place in places for one in place]
                first, decided, tie = self._next(left, above, looks)
                pairs += decided
                still_open += [tie] if tie and self.steps else []
                places.append(first)
                left = [one for one in left if one not in first]
        return tuple(places), TieOrder(pairs=tuple(pairs), open=tuple(still_open))

    def _looks(self) -> Iterator[_Look]:
        for number, step in enumerate(self.steps, start=1):
            if step.by is TieBy.CRITERIA:
                yield from ((number, step.by, (item,)) for item in step.of)
            else:
                yield number, step.by, step.of

    def _next(
        self, left: Sequence[str], above: Sequence[str], looks: Sequence[_Look]
    ) -> tuple[tuple[str, ...], list[Precedence], OpenTie | None]:
        """Return who comes next, whom of the others each step put after, and a tie that stays."""
        first = tuple(left)
        lost: list[tuple[_Look, str, object, object]] = []
        stopped: tuple[int, tuple[str, ...]] = (0, ())
        for look in looks:
            if len(first) == 1:
                break
            number, by, of = look
            seen = self._seen(by, of, first, above)
            missing = tuple(sorted(one for one, what in seen.items() if what is None))
            if missing:
                stopped = number, missing
                break
            known = {one: what for one, what in seen.items() if what is not None}
            best = max(what.key for what in known.values())
            told = next(what.told for what in known.values() if what.key == best)
            lost += [
                (look, one, told, what.told) for one, what in known.items() if what.key != best
            ]
            first = tuple(one for one in first if known[one].key == best)
        pairs = [
            Precedence(
                above=winner, below=one, step=number, by=by, of=of, higher=higher, lower=lower
            )
            for winner in first
            for (number, by, of), one, higher, lower in lost
        ]
        step, missing = stopped
        tie = OpenTie(applications=first, step=step, missing=missing) if len(first) > 1 else None
        return first, pairs, tie

    def _seen(
        self, by: TieBy, of: Sequence[str], group: Iterable[str], above: Iterable[str]
    ) -> dict[str, Seen | None]:
        """Return what the step sees of each of the group; None where an answer is missing."""
        if by in (TieBy.NEW_ASPECT, TieBy.MOST_NEW):
            return self._new(by, of[0], group, above)
        return {one: self._one(by, of, one) for one in group}

    def _new(
        self, by: TieBy, field: str, group: Iterable[str], above: Iterable[str]
    ) -> dict[str, Seen | None]:
        """See what nobody above names; what somebody above has not told keeps all unknown."""
        covered: set[str] = set()
        untold = []
        for one in above:
            named = _names(self._answer(one, field))
            covered |= named or set()
            untold += [one] if named is None else []
        seen: dict[str, Seen | None] = {}
        for one in group:
            named = _names(self._answer(one, field))
            if named is None or untold:
                seen[one] = None
                continue
            new = tuple(sorted(named - covered))
            seen[one] = Seen(key=len(new) if by is TieBy.MOST_NEW else bool(new), told=new)
        return seen

    def _one(self, by: TieBy, of: Sequence[str], one: str) -> Seen | None:
        if by is TieBy.CRITERIA:
            score = self.scores[one][of[0]]
            return Seen(key=score, told=score)
        if by is TieBy.LOTTERY:
            drawn = lot(self.seed, (one,))
            return Seen(key=-int(drawn, 16), told=drawn)
        if by is TieBy.BALANCE:
            return _balance([self._answer(one, field) for field in of])
        answer = self._answer(one, of[0])
        measure = _measure(answer)
        if measure is None:
            return None
        return Seen(key=measure if by is TieBy.LARGER else -measure, told=answer)

    def _answer(self, one: str, field: str) -> Answer | None:
        return self.applications[one].answers.get(field)


def ties_of(
    policy: SelectionPolicy | None,
    applications: Iterable[Application],
    scores: Mapping[str, Mapping[str, Fraction]],
) -> Ties:
    """Return what parts equal totals by the policy; nothing does when there is no policy."""
    if policy is None or not policy.tie_steps:
        return Ties()
    return Ties(
        steps=policy.tie_steps,
        applications={one.id: one for one in applications},
        scores=scores,
        seed=policy.lottery_seed,
    )


def lot(seed: str, applications: Iterable[str]) -> str:
    """
    Return the lot of a set: SHA-256 of the published seed and its ids, smallest wins.

    Anyone can check it: `printf '%s' 'seed|H01|H07' | sha256sum`.
    """
    drawn = "|".join((seed, *sorted(applications)))
    return hashlib.sha256(drawn.encode()).hexdigest()


def _names(answer: object) -> set[str] | None:
    """Return the things that an answer names; None when there is no answer."""
    if answer is None:
        return None
    return set(map(str, answer)) if isinstance(answer, tuple) else {str(answer)}


def _balance(counts: Sequence[object]) -> Seen | None:
    """Return the smallest count as a share of all; None when a count is missing or all are 0."""
    known = [Fraction(one) for one in counts if isinstance(one, int)]
    if len(known) < len(counts) or sum(known) <= 0:
        return None
    even = min(known) / sum(known)
    return Seen(key=even, told=even)


def _measure(answer: object) -> Fraction | None:
    """Return what is compared of a sum, a number, a day or a moment; None for no answer."""
    if isinstance(answer, Money):
        return Fraction(answer.cents)
    if isinstance(answer, datetime):
        return Fraction((answer - _EPOCH) // timedelta(microseconds=1))
    if isinstance(answer, date):
        return Fraction(answer.toordinal())
    return Fraction(answer) if isinstance(answer, int | float) else None
