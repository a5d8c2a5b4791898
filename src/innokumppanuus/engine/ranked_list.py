"""The choice from the top of the ranking down, while the money and the places last."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import Final, TypeAlias

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.selection import Candidate, Limits, Optima
from innokumppanuus.engine.selection import MOST_LISTED, portfolio
from innokumppanuus.errors import InvalidValue, SelectionError, TooManyApplications
from innokumppanuus.plugin.interfaces import Form

MOST_TIED: Final = 16
"""The most applications that may share a place where not all of them fit."""

_OPTION, _STOP, _SKIP = "too_costly", "stop", "skip"
_Members: TypeAlias = tuple[Candidate, ...]


@attrs.frozen
class RankedList:
    """
    The applications from the best rank down (sijoituslista), each with the whole sum it would get.

    Options of `selection`: `too_costly` says what happens at the first one that does not fit:
    `stop` ends the list there, `skip` goes on to those below it that fit. `stop` is the default.
    When some of those that share a place fit and others do not, every set that some order of them
    gives is listed, and the tie rules or people decide.
    """

    key: str = "ranked_list"
    name: Label = Label(
        "Sijoituslista ylhäältä alas",
        "Rangordningen uppifrån och ned",
        "The ranking from the top down",
    )
    takes_by_rank: bool = True

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """See `plugin.interfaces.Selector`; at most 16 applications may share the last place."""
        skips = _skips(options)
        if not limits.is_plain:
            raise SelectionError(
                "choice-plain-limits",
                at="selection.limits",
                method=self.key,
                got=", ".join(limits.beside()),
            )
        ordered = sorted(candidates, key=lambda one: (one.rank, one.application))
        groups = tuple(tuple(same) for _, same in groupby(ordered, key=lambda one: one.rank))
        found: dict[tuple[str, ...], _Members] = {}
        for members in _lists((), groups, limits, skips):
            found.setdefault(tuple(sorted(one.application for one in members)), members)
            if len(found) > MOST_LISTED:
                break
        listed = sorted(found)[:MOST_LISTED]
        return Optima(
            portfolios=tuple(portfolio(found[one]) for one in listed),
            is_complete=len(found) <= MOST_LISTED,
        )

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """Raise InvalidValue when an option is not known or says neither `stop` nor `skip`."""
        _skips(options)


def _skips(options: Mapping[str, object]) -> bool:
    for name in options:
        if name != _OPTION:
            raise InvalidValue("choice-none", known=_OPTION, got=name)
    said = options.get(_OPTION, _STOP)
    if said not in (_STOP, _SKIP):
        raise InvalidValue("choice-none", known=f"{_STOP}, {_SKIP}", got=said, option=_OPTION)
    return said == _SKIP


def _lists(
    taken: _Members, groups: Sequence[_Members], limits: Limits, skips: bool
) -> Iterator[_Members]:
    """Yield every list that the groups in their order can give after those *taken*."""
    if not groups:
        yield taken
        return
    group, later = groups[0], groups[1:]
    if _fits((*taken, *group), limits):
        yield from _lists((*taken, *group), later, limits, skips)
        return
    for some in _some(taken, group, limits, skips):
        if skips:
            yield from _lists((*taken, *some), later, limits, skips)
        else:
            yield (*taken, *some)


def _some(taken: _Members, group: _Members, limits: Limits, skips: bool) -> Iterator[_Members]:
    """Yield what some order of a group that does not fit as a whole takes of it."""
    if len(group) > MOST_TIED:
        raise TooManyApplications(len(group), MOST_TIED)
    for size in range(len(group)):
        for some in combinations(group, size):
            if not _fits((*taken, *some), limits):
                continue
            others = [one for one in group if one not in some]
            fitting = [_fits((*taken, *some, one), limits) for one in others]
            if not any(fitting) or (not skips and not all(fitting)):
                yield some


def _fits(members: _Members, limits: Limits) -> bool:
    if limits.maximum is not None and len(members) > limits.maximum:
        return False
    return limits.budget is None or not members or portfolio(members).cost <= limits.budget
