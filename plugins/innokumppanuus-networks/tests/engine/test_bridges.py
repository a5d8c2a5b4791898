"""Bridges on graphs that can be drawn by hand, and against the definition on drawn ones."""

from itertools import combinations
from typing import Any

import attrs
import networkx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus_networks.domain import ActorKind, Existence, ServiceNetworks
from innokumppanuus_networks.engine.bridges import BridgeKind, bridges, graph_of, parts_of

PAIRS = list(combinations("abcdef", 2))


def of_kind(networks: ServiceNetworks, kind: BridgeKind, group: str = "") -> list[Any]:
    return [one for one in bridges(networks, group) if one.kind is kind]


def test_middle_of_a_row_of_three_is_a_cut_actor(three: ServiceNetworks) -> None:
    (cut,) = of_kind(three, BridgeKind.CUT_ACTOR)

    assert cut.actors == ("b",)
    assert cut.parts == (("a",), ("c",))


def test_third_tie_leaves_no_cut_actor(three: ServiceNetworks, tie: Any) -> None:
    closed = attrs.evolve(three, ties=(*three.ties, tie("a", "c")))

    assert of_kind(closed, BridgeKind.CUT_ACTOR) == []


def test_only_tie_between_two_pairs_is_a_cut_tie(network: Any, actor: Any, tie: Any) -> None:
    given_ = network(
        actors=tuple(map(actor, "abcd")),
        ties=(tie("a", "b"), tie("b", "c"), tie("c", "d")),
    )

    (cut,) = of_kind(given_, BridgeKind.CUT_TIE)

    assert cut.actors == ("b", "c")
    assert cut.parts == (("a", "b"), ("c", "d"))


def test_tie_to_an_end_is_no_cut_tie(three: ServiceNetworks) -> None:
    assert of_kind(three, BridgeKind.CUT_TIE) == []


def test_only_actor_of_two_groups_is_a_sole_link(three: ServiceNetworks) -> None:
    (link,) = of_kind(three, BridgeKind.SOLE_LINK)

    assert (link.actors, link.groups) == (("b",), ("age_0_6", "over_6"))


def test_second_actor_of_both_groups_ends_the_sole_link(
    three: ServiceNetworks, service: Any
) -> None:
    more = attrs.evolve(three, services=(*three.services, service("s", "a", ("over_6",))))

    assert of_kind(more, BridgeKind.SOLE_LINK) == []


def test_planned_tie_holds_nothing_together(three: ServiceNetworks, tie: Any) -> None:
    planned = attrs.evolve(three, ties=(tie("a", "b", existence=Existence.PLANNED),))

    assert bridges(planned)[:1] == tuple(of_kind(planned, BridgeKind.SOLE_LINK))
    assert parts_of(planned) == (("a",), ("b",), ("c",))


def test_planned_actor_is_not_in_the_graph(three: ServiceNetworks, actor: Any) -> None:
    gone = actor("b", existence=Existence.PLANNED)

    assert parts_of(attrs.evolve(three, actors=(actor("a"), gone, actor("c")))) == (("a",), ("c",))


def test_close_ones_stand_outside_the_graph(three: ServiceNetworks, actor: Any) -> None:
    close = actor("laheiset", ActorKind.CLOSE_ONES)

    assert "laheiset" not in graph_of(attrs.evolve(three, actors=(*three.actors, close)))


def test_group_has_the_ties_that_hold_for_it(three: ServiceNetworks, tie: Any) -> None:
    limited = attrs.evolve(three, ties=(tie("a", "b", groups=("over_6",)), tie("b", "c")))

    assert parts_of(limited, "age_0_6") == (("a",), ("b",))
    assert parts_of(limited, "over_6") == (("b", "c"),)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs=st.lists(st.sampled_from(PAIRS), unique=True, max_size=15))
def test_cut_actors_are_those_without_whom_there_are_more_parts(
    network: Any, actor: Any, tie: Any, pairs: list[tuple[str, str]]
) -> None:
    drawn = network(actors=tuple(map(actor, "abcdef")), ties=tuple(tie(*pair) for pair in pairs))
    graph = graph_of(drawn)
    count = networkx.number_connected_components

    expected = {
        node
        for node in graph
        if len(graph) > 1 and count(graph.subgraph(set(graph) - {node})) > count(graph)
    }

    assert {one.actors[0] for one in of_kind(drawn, BridgeKind.CUT_ACTOR)} == expected


def test_same_ties_in_any_order_give_the_same_bridges(three: ServiceNetworks) -> None:
    turned = attrs.evolve(three, ties=three.ties[::-1], actors=three.actors[::-1])

    assert bridges(turned) == bridges(three)


@pytest.mark.parametrize("group", ["", "age_0_6"])
def test_network_without_actors_has_no_bridges(network: Any, group: str) -> None:
    assert bridges(network(), group) == ()
