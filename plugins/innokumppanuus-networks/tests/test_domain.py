"""What a network can be made of: bands, actors, close ones and ties."""

from typing import Any

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.errors import InvalidValue
from innokumppanuus.records import from_record, to_record
from innokumppanuus.workspace import Workspace
from innokumppanuus_networks.domain import (
    Actor,
    ActorKind,
    AgeBand,
    Existence,
    ServiceNetworks,
    Tie,
)


@pytest.mark.parametrize(("age", "is_in"), [(6, False), (7, True), (21, True), (22, False)])
def test_both_ends_of_a_band_belong_to_it(age: int, is_in: bool) -> None:
    band = AgeBand(id="age_7_21", name=same("7–21"), least=7, most=21)

    assert band.has(age) is is_in


def test_band_without_an_upper_end_has_the_oldest() -> None:
    assert AgeBand(id="over_65", name=same("yli 65"), least=66).has(120)


def test_band_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidValue, match="5"):
        AgeBand(id="x", name=same("x"), least=6, most=5)


def test_close_ones_are_never_named() -> None:
    with pytest.raises(InvalidValue) as refused:
        Actor(id="laheiset", kind=ActorKind.CLOSE_ONES, name=same("Maija"))

    assert refused.value.key == "network.close-ones"


def test_close_ones_are_called_by_the_word_for_them() -> None:
    assert Actor(id="laheiset", kind=ActorKind.CLOSE_ONES).called.fi == "läheiset"


def test_other_actor_without_a_name_is_refused() -> None:
    with pytest.raises(InvalidValue) as refused:
        Actor(id="x", kind=ActorKind.COMPANY)

    assert refused.value.key == "network.nameless"


@pytest.mark.parametrize("between", [("a", "a"), ("a",), ("a", "b", "c")])
def test_tie_is_between_two_different_actors(between: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValue) as refused:
        Tie(between=between)

    assert refused.value.key == "network.tie-ends"


def test_tie_is_the_same_from_both_ends() -> None:
    assert Tie(between=("b", "a")).ends == Tie(between=("a", "b")).ends


def test_special_groups_stand_beside_age_bands(network: Any) -> None:
    assert [one.id for one in network().groups] == ["age_0_6", "over_6", "carers"]


def test_service_of_a_planned_actor_is_not_existing(network: Any, actor: Any, service: Any) -> None:
    planned = actor("maakunta", ActorKind.REGION, existence=Existence.PLANNED)
    given = service("s", "maakunta")

    assert not network(actors=(planned,), services=(given,)).is_existing(given)


@pytest.mark.parametrize("key", ["hyvinvointifoorumi", "hyvinvointifoorumi-harjoitus"])
def test_networks_come_back_the_same_from_a_record(key: str) -> None:
    pytest.importorskip("innokumppanuus_jyvaskyla")
    noun = Workspace.open().programme(key)

    assert from_record(ServiceNetworks, to_record(noun)) == noun


def test_group_that_is_not_there_is_told_with_the_one_that_may_be_meant(network: Any) -> None:
    with pytest.raises(InvalidValue) as refused:
        network().group("carer")

    assert refused.value.values["meant"] == "carers"
