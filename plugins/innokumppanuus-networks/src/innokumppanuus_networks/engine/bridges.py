"""
Who holds a network together: bridges, found in the graph of existing actors and ties.

A cut actor is one without whom others who are joined now would no longer be; a cut tie likewise.
A sole link is the only existing actor that serves both of two groups.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations

import attrs
import networkx

from innokumppanuus_networks.domain import ActorKind, Existence, ServiceNetworks
from innokumppanuus_networks.engine.groups import services_for


class BridgeKind(StrEnum):
    """What makes something a bridge (sillan laji)."""

    CUT_ACTOR = "cut_actor"
    CUT_TIE = "cut_tie"
    SOLE_LINK = "sole_link"


@attrs.frozen(kw_only=True)
class Bridge:
    """
    What holds parts of the network together alone (silta).

    Attributes:
        kind: What makes it a bridge.
        actors: The actor, or both ends of the tie.
        parts: What its loss would leave apart: ids of actors, part by part.
        groups: The two groups of a sole link.
    """

    kind: BridgeKind
    actors: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...] = ()
    groups: tuple[str, ...] = ()


def graph_of(networks: ServiceNetworks, group: str = "") -> "networkx.Graph[str]":
    """
    Return the existing actors and ties as a graph; with *group*, those of its network.

    Only ties that hold for the group are in its network. Close ones are persons and stand outside:
    nobody's network hangs on them. Nodes and edges stand in the order of their ids, so that
    whatever is found stands in the same order every time.
    """
    serving = {one.actor for one in services_for(networks, group)} if group else set()
    nodes = sorted(
        one.id
        for one in networks.actors
        if one.existence is Existence.EXISTING
        and one.kind is not ActorKind.CLOSE_ONES
        and (not group or one.id in serving)
    )
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(
        sorted(
            one.ends
            for one in networks.ties
            if one.existence is Existence.EXISTING
            and set(one.between) <= set(nodes)
            and (not group or not one.groups or group in one.groups)
        )
    )
    return graph


def parts_of(networks: ServiceNetworks, group: str = "") -> tuple[tuple[str, ...], ...]:
    """Return the parts that nothing joins to each other, the largest first."""
    return _parts(graph_of(networks, group))


def bridges(networks: ServiceNetworks, group: str = "") -> tuple[Bridge, ...]:
    """Return cut actors, cut ties and, for the whole, sole links; each by id."""
    graph = graph_of(networks, group)
    return (
        *_cut_actors(graph),
        *_cut_ties(graph),
        *(() if group else _sole_links(networks)),
    )


def _cut_actors(graph: "networkx.Graph[str]") -> Iterator[Bridge]:
    for actor in sorted(networkx.articulation_points(graph)):
        mine = networkx.node_connected_component(graph, actor)
        left = graph.subgraph(mine - {actor})
        yield Bridge(kind=BridgeKind.CUT_ACTOR, actors=(actor,), parts=_parts(left))


def _cut_ties(graph: "networkx.Graph[str]") -> Iterator[Bridge]:
    """A tie to an actor that has no other is no bridge worth telling: the actor is an end."""
    for ends in sorted(_sorted(one) for one in networkx.bridges(graph)):
        if min(graph.degree(one) for one in ends) < 2:
            continue
        left = graph.subgraph(networkx.node_connected_component(graph, ends[0])).copy()
        left.remove_edge(*ends)
        yield Bridge(kind=BridgeKind.CUT_TIE, actors=ends, parts=_parts(left))


def _sole_links(networks: ServiceNetworks) -> Iterator[Bridge]:
    serving = {group.id: _existing_actors(networks, group.id) for group in networks.groups}
    for first, second in combinations([group.id for group in networks.groups], 2):
        both = serving[first] & serving[second]
        if len(both) == 1:
            yield Bridge(kind=BridgeKind.SOLE_LINK, actors=tuple(both), groups=(first, second))


def _existing_actors(networks: ServiceNetworks, group: str) -> set[str]:
    in_graph = graph_of(networks)
    return {
        one.actor
        for one in services_for(networks, group)
        if networks.is_existing(one) and one.actor in in_graph
    }


def _parts(graph: "networkx.Graph[str]") -> tuple[tuple[str, ...], ...]:
    parts: Iterable[tuple[str, ...]] = (
        tuple(sorted(one)) for one in networkx.connected_components(graph)
    )
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


def _sorted(ends: tuple[str, str]) -> tuple[str, str]:
    first, second = sorted(ends)
    return first, second
