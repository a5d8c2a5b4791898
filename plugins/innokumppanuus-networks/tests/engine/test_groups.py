"""Who belongs to which group: the bands of the forum at each of their ends."""

from typing import Any

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.errors import InvalidValue
from innokumppanuus.workspace import Workspace
from innokumppanuus_networks.domain import Need, ServiceNetworks
from innokumppanuus_networks.engine.groups import actors_for, band_of, needs_of


@pytest.fixture(scope="module")
def forum() -> ServiceNetworks:
    pytest.importorskip("innokumppanuus_jyvaskyla")
    noun = Workspace.open().programme("hyvinvointifoorumi")
    assert isinstance(noun, ServiceNetworks)
    return noun


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (0, "0–6-vuotiaat"),
        (6, "0–6-vuotiaat"),
        (7, "7–21-vuotiaat"),
        (21, "7–21-vuotiaat"),
        (22, "22–65-vuotiaat"),
        (65, "22–65-vuotiaat"),
        (66, "yli 65-vuotiaat"),
        (110, "yli 65-vuotiaat"),
    ],
)
def test_age_belongs_to_one_band_of_the_forum(forum: ServiceNetworks, age: int, band: str) -> None:
    found = band_of(forum, age)

    assert found is not None
    assert found.name.fi == band


def test_nobody_is_below_zero(forum: ServiceNetworks) -> None:
    with pytest.raises(InvalidValue):
        band_of(forum, -1)


def test_without_bands_no_band_can_be_told(network: Any) -> None:
    assert band_of(network(bands=()), 5) is None


def test_actor_of_a_special_group_may_serve_an_age_band_too(
    network: Any, actor: Any, service: Any
) -> None:
    given = network(actors=(actor("a"),), services=(service("s", "a", ("over_6", "carers")),))

    assert [one.id for one in actors_for(given, "carers")] == ["a"]
    assert [one.id for one in actors_for(given, "over_6")] == ["a"]


def test_need_without_groups_is_looked_for_in_all(network: Any) -> None:

    given = network(needs=(Need(id="n", name=same("n")),))

    assert all(needs_of(given, one.id) for one in given.groups)
