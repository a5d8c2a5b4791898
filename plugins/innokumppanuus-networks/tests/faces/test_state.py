"""The state of the exercise: naming gaps, adding, joining, adopting, and taking it all out."""

from typing import Any

import attrs
import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_networks.domain import (
    ActorKind,
    Addition,
    Existence,
    ServiceNetworks,
    ServiceRole,
    TieKind,
)
from innokumppanuus_networks.faces.state import ALL, NetworkState


@pytest.fixture
def state(three: ServiceNetworks, actor: Any, service: Any) -> NetworkState:
    pilot = Addition(
        id="pilot",
        name=same("pilotti"),
        actors=(actor("new"),),
        services=(service("s-new", "new", ("carers",), need="peer"),),
    )
    return NetworkState.of(attrs.evolve(three, additions=(pilot,)), Plugins())


def test_named_gap_is_compared_with_those_that_are_found(state: NetworkState) -> None:
    state.guess("carers", "peer")
    state.guess("age_0_6", "talk")

    assert state.named == (1, 1, 1)


def test_gap_named_twice_is_taken_back(state: NetworkState) -> None:
    state.guess("carers", "peer")
    state.guess("carers", "peer")

    assert state.guesses == set()


def test_need_that_is_not_looked_for_in_a_group_is_refused(state: NetworkState) -> None:
    with pytest.raises(InvalidValue):
        state.guess("carers", "talk")


def test_added_service_closes_the_gap(state: NetworkState) -> None:
    state.add("Uusi ry", ActorKind.ASSOCIATION, "carers", "peer", ServiceRole.PROVIDER)

    assert [one.need for one in state.growth.closed] == ["peer"]
    assert len(state.growth.actors) == 1
    assert state.gaps == ()


def test_name_that_is_known_is_that_actor(state: NetworkState) -> None:
    state.add(" A ", ActorKind.CITY, "carers", "peer", ServiceRole.PROVIDER)

    assert state.growth.actors == ()
    assert state.services[0].actor == "a"


def test_known_name_of_another_kind_is_refused(state: NetworkState) -> None:
    with pytest.raises(InvalidValue) as refused:
        state.add("a", ActorKind.COMPANY, "carers", "peer", ServiceRole.PROVIDER)

    assert refused.value.key == "network.kind-other"


def test_planned_actor_cannot_serve_yet(three: ServiceNetworks, actor: Any) -> None:
    planned = actor("maakunta", ActorKind.REGION, existence=Existence.PLANNED)
    state = NetworkState.of(attrs.evolve(three, actors=(*three.actors, planned)), Plugins())

    with pytest.raises(InvalidValue) as refused:
        state.add("maakunta", ActorKind.REGION, "carers", "peer", ServiceRole.PROVIDER)

    assert refused.value.key == "network.planned-actor"


def test_close_ones_are_added_without_a_name_and_once(state: NetworkState) -> None:
    for need in ("peer", ""):
        state.add("", ActorKind.CLOSE_ONES, "carers", need, ServiceRole.CLOSE)

    assert len(state.actors) == 1
    assert state.actors[0].name is None


def test_close_ones_with_a_name_are_refused(state: NetworkState) -> None:
    with pytest.raises(InvalidValue) as refused:
        state.add("Maija", ActorKind.CLOSE_ONES, "carers", "peer", ServiceRole.CLOSE)

    assert refused.value.key == "network.close-ones"
    assert state.services == ()


def test_joining_both_ends_ends_the_bridge(state: NetworkState) -> None:
    state.join("a", "c", TieKind.AGREEMENT)

    assert [one.actors for one in state.growth.bridges] == [("b",)]


def test_actor_is_not_joined_with_itself(state: NetworkState) -> None:
    with pytest.raises(InvalidValue):
        state.join("a", "a", TieKind.AGREEMENT)


def test_adopted_addition_is_in_until_it_is_taken_out(state: NetworkState) -> None:
    state.adopt("pilot", True)
    taken = len(state.after.actors)
    state.adopt("pilot", False)

    assert (taken, len(state.after.actors)) == (4, 3)


def test_tie_to_an_actor_that_was_taken_out_is_gone_too(state: NetworkState) -> None:
    state.adopt("pilot", True)
    state.join("new", "a", TieKind.COOPERATION)
    state.adopt("pilot", False)

    assert state.after.ties == state.before.ties


def test_group_that_is_shown_has_its_own_actors_only(state: NetworkState) -> None:
    state.show_group("age_0_6")

    assert [one.id for one in state.shown.actors] == ["a", "b"]
    assert [one.id for one in state.shown.groups] == ["age_0_6"]
    assert len(state.shown.ties) == 1


def test_all_groups_are_shown_again(state: NetworkState) -> None:
    state.show_group("age_0_6")
    state.show_group(ALL)

    assert state.shown == state.after


def test_clearing_takes_out_everything_that_was_added(state: NetworkState) -> None:
    state.adopt("pilot", True)
    state.add("Uusi ry", ActorKind.ASSOCIATION, "carers", "peer", ServiceRole.PROVIDER)
    state.join("a", "c", TieKind.AGREEMENT)
    state.clear()

    assert state.after == state.before
