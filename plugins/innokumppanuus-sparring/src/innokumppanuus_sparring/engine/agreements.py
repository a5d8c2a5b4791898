"""The network of agreements on a day, and how it has grown between days. Counts are exact."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations

from innokumppanuus.domain.dates import When
from innokumppanuus_sparring.domain.agreements import (
    Agreement,
    Known,
    Network,
    Node,
    Tie,
    parties_of,
)
from innokumppanuus_sparring.domain.sparring import Sparring


def network(sparring: Sparring, until: When | None = None) -> Network:
    """
    Return the network of what was made by the end of *until*, or of all that was ever made.

    An agreement whose day is not known well enough is unsure: it is drawn, and not counted.
    """
    made = [(one, made_by(one, until)) for one in sparring.agreements]
    sure = [one for one, known in made if known is Known.YES]
    unsure = [one for one, known in made if known is Known.CANNOT_TELL]
    members = [one.participant for one in sparring.members]
    others = parties_of([*sure, *unsure])
    ties = tuple(_ties(sure, unsure, [*members, *others]))
    partners = dict.fromkeys((*members, *others), 0)
    for tie in ties:
        if tie.is_sure:
            partners[tie.first] += 1
            partners[tie.second] += 1
    nodes = [
        *(
            Node(id=one, name=sparring.name_of(one), is_member=True, partners=partners[one])
            for one in members
        ),
        *(
            Node(id=one, name=party.name, is_member=False, partners=partners[one])
            for one, party in others.items()
        ),
    ]
    pairs = len(members) * (len(members) - 1) // 2
    joined = sum(tie.is_sure and tie.is_inside for tie in ties)
    return Network(
        until=until,
        nodes=tuple(nodes),
        ties=ties,
        inside=tuple(one.id for one in sure if one.is_inside),
        outside=tuple(one.id for one in sure if not one.is_inside),
        unsure=tuple(one.id for one in unsure),
        groups=_groups(members, [one for one in ties if one.is_sure]),
        reach=Fraction(joined, pairs) if pairs else Fraction(0),
    )


def growth(sparring: Sparring, days: Iterable[When]) -> tuple[Network, ...]:
    """Return the network on each of the days in their order, and then as a whole."""
    ordered = sorted(days, key=lambda one: (one.latest, one.earliest))
    return (*(network(sparring, one) for one in ordered), network(sparring))


def made_by(agreement: Agreement, until: When | None) -> Known:
    """Return whether the agreement was made by the end of *until*."""
    if until is None:
        return Known.YES
    signed = agreement.signed.value
    known = None if signed is None else signed.is_by(until.latest)
    return {True: Known.YES, False: Known.NO, None: Known.CANNOT_TELL}[known]


def _ties(
    sure: Sequence[Agreement], unsure: Sequence[Agreement], order: Sequence[str]
) -> Iterable[Tie]:
    found: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for one in (*sure, *unsure):
        parties = [id_ for id_ in order if id_ in {*one.members, *(p.id for p in one.others)}]
        for pair in combinations(parties, 2):
            if pair[0] in one.members:  # what others agree with each other is not of this group
                found.setdefault(pair, []).append((one.id, one in sure))
    place = {id_: at for at, id_ in enumerate(order)}
    for pair in sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]])):
        yield Tie(
            first=pair[0],
            second=pair[1],
            agreements=tuple(id_ for id_, _ in found[pair]),
            is_sure=any(is_sure for _, is_sure in found[pair]),
            is_inside=_is_member(pair[1], sure, unsure),
        )


def _is_member(id_: str, sure: Sequence[Agreement], unsure: Sequence[Agreement]) -> bool:
    return not any(party.id == id_ for one in (*sure, *unsure) for party in one.others)


def _groups(members: Sequence[str], ties: Iterable[Tie]) -> int:
    """Return into how many parts ties join the members; a common outsider joins them too."""
    head = {one: one for one in members}

    def find(one: str) -> str:
        while head.setdefault(one, one) != one:
            one = head[one]
        return one

    for tie in ties:
        head[find(tie.second)] = find(tie.first)
    return len({find(one) for one in members})
