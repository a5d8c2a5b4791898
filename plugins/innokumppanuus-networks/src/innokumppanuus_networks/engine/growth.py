"""What pilots and agreements would change: the networks before and after, side by side."""

from collections.abc import Iterable
from typing import TypeVar

import attrs

from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus_networks.domain import Addition, ServiceNetworks
from innokumppanuus_networks.engine.bridges import Bridge, bridges, parts_of
from innokumppanuus_networks.engine.coverage import Gap, Overlap, gaps, overlaps

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Growth:
    """
    What additions change (muutos).

    Attributes:
        additions: Ids of what was added, in the order of the file.
        actors: Ids of new actors.
        services: Ids of new services.
        ties: Ends of new ties.
        closed: Gaps that are no longer there.
        eased: Gaps that are left, with more in their place than before.
        left: Gaps that are left, those eased included.
        opened: Gaps that were not there before.
        overlaps: Overlaps that were not there before, or not of the same actors.
        bridges: Bridges that are no longer there.
        new_bridges: Bridges that were not there before.
        parts_before: Into how many parts the whole fell.
        parts_after: Into how many it falls.
    """

    additions: tuple[str, ...]
    actors: tuple[str, ...]
    services: tuple[str, ...]
    ties: tuple[tuple[str, str], ...]
    closed: tuple[Gap, ...]
    eased: tuple[Gap, ...]
    left: tuple[Gap, ...]
    opened: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]
    bridges: tuple[Bridge, ...]
    new_bridges: tuple[Bridge, ...]
    parts_before: int
    parts_after: int


@attrs.frozen(kw_only=True)
class Chosen:
    """
    What a decision's chosen applications would add (valittujen pilottien lisäykset).

    Attributes:
        additions: Ids of the additions.
        untold: Numbers of chosen applications of which nobody has told what they would add.
    """

    additions: tuple[str, ...]
    untold: tuple[str, ...]


def added(networks: ServiceNetworks, additions: Iterable[str]) -> ServiceNetworks:
    """
    Return the networks with the additions in them.

    Raises:
        InvalidValue: When there is no addition of an id.
    """
    chosen = _in_order(networks, additions)
    return attrs.evolve(
        networks,
        actors=(*networks.actors, *(actor for one in chosen for actor in one.actors)),
        services=(*networks.services, *(service for one in chosen for service in one.services)),
        ties=(*networks.ties, *(tie for one in chosen for tie in one.ties)),
    )


def growth(networks: ServiceNetworks, additions: Iterable[str]) -> Growth:
    """
    Return what the additions change.

    Raises:
        InvalidValue: When there is no addition of an id.
    """
    chosen = _in_order(networks, additions)
    return attrs.evolve(
        compare(networks, added(networks, (one.id for one in chosen))),
        additions=tuple(one.id for one in chosen),
    )


def compare(before: ServiceNetworks, after: ServiceNetworks) -> Growth:
    """Return what is otherwise in *after* than in *before*."""
    old_gaps, new_gaps = gaps(before), gaps(after)
    where_old, where_new = {_where(one): one for one in old_gaps}, set(map(_where, new_gaps))
    old_bridges, new_bridges = bridges(before), bridges(after)
    old_overlaps = {(one.group, one.need, one.actors) for one in overlaps(before)}
    return Growth(
        additions=(),
        actors=_beyond((one.id for one in before.actors), (one.id for one in after.actors)),
        services=_beyond((one.id for one in before.services), (one.id for one in after.services)),
        ties=_beyond((one.ends for one in before.ties), (one.ends for one in after.ties)),
        closed=tuple(one for one in old_gaps if _where(one) not in where_new),
        eased=tuple(
            one for one in new_gaps if _where(one) in where_old and one != where_old[_where(one)]
        ),
        left=tuple(one for one in new_gaps if _where(one) in where_old),
        opened=tuple(one for one in new_gaps if _where(one) not in where_old),
        overlaps=tuple(
            one for one in overlaps(after) if (one.group, one.need, one.actors) not in old_overlaps
        ),
        bridges=_lacking(new_bridges, old_bridges),
        new_bridges=_lacking(old_bridges, new_bridges),
        parts_before=len(parts_of(before)),
        parts_after=len(parts_of(after)),
    )


def chosen_additions(networks: ServiceNetworks, decision: Decision) -> Chosen:
    """Return what the applications that *decision* chose would add, as far as it is told."""
    chosen = [one.id for one in decision.applications if decision.outcome(one.id) is Outcome.CHOSEN]
    told = [
        one
        for one in networks.additions
        if one.application in chosen and one.call in ("", decision.call.id)
    ]
    return Chosen(
        additions=tuple(one.id for one in told),
        untold=tuple(one for one in chosen if one not in {two.application for two in told}),
    )


def _in_order(networks: ServiceNetworks, additions: Iterable[str]) -> tuple[Addition, ...]:
    wanted = {networks.addition(one).id for one in additions}
    return tuple(one for one in networks.additions if one.id in wanted)


def _where(gap: Gap) -> tuple[str, str, str]:
    return gap.group, gap.need, gap.kind.value if gap.kind else ""


def _lacking(among: Iterable[Bridge], bridges: Iterable[Bridge]) -> tuple[Bridge, ...]:
    """Return the bridges that are not *among* the others, whatever parts they hold together."""
    held = {(one.kind, one.actors, one.groups) for one in among}
    return tuple(one for one in bridges if (one.kind, one.actors, one.groups) not in held)


def _beyond(before: Iterable[T], after: Iterable[T]) -> tuple[T, ...]:
    known = set(before)
    return tuple(one for one in after if one not in known)
