"""
What each group has of each need: gaps and overlaps.

A gap is a need of a group, or a kind of actor that its network should have, without an existing
provider. An overlap is a need of a group that several actors provide already; it is no fault, and
it says where to agree on the division of work.
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations

import attrs

from innokumppanuus_networks.domain import (
    ActorKind,
    Existence,
    Service,
    ServiceNetworks,
    ServiceRole,
)
from innokumppanuus_networks.engine.groups import needs_of, services_for


class Coverage(StrEnum):
    """How far somebody answers a need (kattavuus); the first that holds."""

    PROVIDED = "provided"
    ROLE_OPEN = "role_open"
    VOLUNTEERS = "volunteers"
    PLANNED = "planned"
    NONE = "none"


@attrs.frozen(kw_only=True)
class Cell:
    """
    One need of one group (kohta).

    Attributes:
        group: Id of the group.
        need: Id of the need.
        coverage: How far it is answered.
        services: Ids of the services that answer it, planned ones included.
    """

    group: str
    need: str
    coverage: Coverage
    services: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Gap:
    """
    What a group's network lacks (palveluaukko).

    Attributes:
        group: Id of the group.
        need: Id of the need without an existing provider; empty when a kind of actor is lacking.
        kind: The kind of actor that is lacking; None when it is about a need.
        coverage: What there is instead.
        services: Ids of the services that there are instead.
    """

    group: str
    need: str = ""
    kind: ActorKind | None = None
    coverage: Coverage
    services: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Overlap:
    """
    A need of a group that several actors provide already (päällekkäisyys).

    Attributes:
        group: Id of the group.
        need: Id of the need.
        actors: Ids of the actors, in the order of the file.
        services: Ids of their services.
        untied: Pairs of them that nothing joins yet.
    """

    group: str
    need: str
    actors: tuple[str, ...]
    services: tuple[str, ...]
    untied: tuple[tuple[str, str], ...]


def coverage(networks: ServiceNetworks) -> tuple[Cell, ...]:
    """Return a cell for each need that is looked for in each group, by group and need."""
    cells = []
    for group in networks.groups:
        mine = services_for(networks, group.id)
        for need in needs_of(networks, group.id):
            found = tuple(one for one in mine if one.need == need.id)
            cells.append(
                Cell(
                    group=group.id,
                    need=need.id,
                    coverage=_coverage(networks, found),
                    services=tuple(one.id for one in found),
                )
            )
    return tuple(cells)


def gaps(networks: ServiceNetworks) -> tuple[Gap, ...]:
    """
    Return every gap, by group: first needs, then kinds of actors.

    A need that is answered by somebody whose role nobody has said is no gap: what is not known is
    asked for and not held against anybody (see `questions`).
    """
    lacking = {Coverage.VOLUNTEERS, Coverage.PLANNED, Coverage.NONE}
    cells = coverage(networks)
    found: list[Gap] = []
    for group in networks.groups:
        found += [
            Gap(group=one.group, need=one.need, coverage=one.coverage, services=one.services)
            for one in cells
            if one.group == group.id and one.coverage in lacking
        ]
        found += _kind_gaps(networks, group.id, group.kinds)
    return tuple(found)


def overlaps(networks: ServiceNetworks) -> tuple[Overlap, ...]:
    """Return every overlap, by group and need; volunteers beside a provider are none."""
    joined = {frozenset(one.between) for one in networks.ties if _is_existing(one.existence)}
    order = [one.id for one in networks.actors]
    found = []
    for group in networks.groups:
        for need in needs_of(networks, group.id):
            mine = [
                one
                for one in services_for(networks, group.id)
                if one.need == need.id
                and one.role is ServiceRole.PROVIDER
                and networks.is_existing(one)
            ]
            actors = sorted({one.actor for one in mine}, key=order.index)
            if len(actors) < 2:
                continue
            pairs = tuple(pair for pair in combinations(actors, 2) if frozenset(pair) not in joined)
            found.append(
                Overlap(
                    group=group.id,
                    need=need.id,
                    actors=tuple(actors),
                    services=tuple(one.id for one in mine),
                    untied=pairs,
                )
            )
    return tuple(found)


def _coverage(networks: ServiceNetworks, services: tuple[Service, ...]) -> Coverage:
    existing = {one.role for one in services if networks.is_existing(one)}
    if ServiceRole.PROVIDER in existing:
        return Coverage.PROVIDED
    if ServiceRole.UNKNOWN in existing:
        return Coverage.ROLE_OPEN
    if existing:
        return Coverage.VOLUNTEERS
    return Coverage.PLANNED if services else Coverage.NONE


def _kind_gaps(
    networks: ServiceNetworks, group: str, kinds: tuple[ActorKind, ...]
) -> Iterator[Gap]:
    mine = services_for(networks, group)
    for kind in kinds:
        of_kind = [one for one in mine if networks.actor(one.actor).kind is kind]
        if any(networks.is_existing(one) for one in of_kind):
            continue
        instead = Coverage.PLANNED if of_kind else Coverage.NONE
        services = tuple(one.id for one in of_kind)
        yield Gap(group=group, kind=kind, coverage=instead, services=services)


def _is_existing(existence: Existence) -> bool:
    return existence is Existence.EXISTING
