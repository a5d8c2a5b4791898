"""Gaps and overlaps, each by the services that it is reckoned from."""

from typing import Any

import attrs
import pytest

from innokumppanuus_networks.domain import (
    ActorKind,
    Existence,
    ServiceNetworks,
    ServiceRole,
)
from innokumppanuus_networks.engine.coverage import Coverage, coverage, gaps, overlaps


def found(networks: ServiceNetworks, group: str = "age_0_6") -> list[tuple[str, str]]:
    return [(one.need, one.coverage.value) for one in gaps(networks) if one.group == group]


def test_need_that_nobody_answers_is_a_gap(network: Any) -> None:
    assert found(network()) == [("talk", "none")]


def test_need_that_is_not_looked_for_in_a_group_is_no_gap(network: Any) -> None:
    assert found(network(), "carers") == [("peer", "none")]


def test_existing_provider_closes_a_gap(network: Any, actor: Any, service: Any) -> None:
    assert found(network(actors=(actor("a"),), services=(service("s", "a"),))) == []


@pytest.mark.parametrize("role", [ServiceRole.VOLUNTEER, ServiceRole.CLOSE])
def test_volunteers_and_close_ones_alone_leave_a_gap(
    network: Any, actor: Any, service: Any, role: ServiceRole
) -> None:
    given = network(actors=(actor("a"),), services=(service("s", "a", role=role),))

    assert found(given) == [("talk", "volunteers")]


def test_planned_service_leaves_a_gap_and_is_named(network: Any, actor: Any, service: Any) -> None:
    planned = service("s", "a", existence=Existence.PLANNED)

    (gap, *_) = gaps(network(actors=(actor("a"),), services=(planned,)))

    assert (gap.coverage, gap.services) == (Coverage.PLANNED, ("s",))


def test_service_of_a_planned_actor_leaves_a_gap(network: Any, actor: Any, service: Any) -> None:
    region = actor("a", ActorKind.REGION, existence=Existence.PLANNED)

    assert found(network(actors=(region,), services=(service("s", "a"),))) == [("talk", "planned")]


def test_unknown_role_is_no_gap_but_a_question(network: Any, actor: Any, service: Any) -> None:
    given = network(actors=(actor("a"),), services=(service("s", "a", role=ServiceRole.UNKNOWN),))

    assert found(given) == []
    assert coverage(given)[0].coverage is Coverage.ROLE_OPEN


def test_service_without_a_need_answers_none(network: Any, actor: Any, service: Any) -> None:
    given = network(actors=(actor("a"),), services=(service("s", "a", need=""),))

    assert found(given) == [("talk", "none")]


def test_kind_of_actor_that_a_group_should_have_is_a_gap_until_one_exists(
    network: Any, actor: Any, service: Any
) -> None:
    plain = network()
    band = attrs.evolve(plain.bands[0], kinds=(ActorKind.COMPANY, ActorKind.CITY))

    given = network(
        bands=(band, plain.bands[1]), actors=(actor("a"),), services=(service("s", "a"),)
    )

    assert [one.kind for one in gaps(given) if one.kind] == [ActorKind.COMPANY]


def test_planned_actor_of_a_kind_is_named_in_the_gap(
    network: Any, actor: Any, service: Any
) -> None:
    plain = network()
    band = attrs.evolve(plain.bands[0], kinds=(ActorKind.REGION,))
    region = actor("r", ActorKind.REGION, existence=Existence.PLANNED)

    given = network(bands=(band, plain.bands[1]), actors=(region,), services=(service("s", "r"),))

    (gap,) = (one for one in gaps(given) if one.kind)
    assert (gap.coverage, gap.services) == (Coverage.PLANNED, ("s",))


def test_two_providers_of_a_need_overlap(network: Any, actor: Any, service: Any) -> None:
    given = network(
        actors=(actor("b"), actor("a")), services=(service("s1", "a"), service("s2", "b"))
    )

    (overlap,) = overlaps(given)

    assert overlap.actors == ("b", "a")
    assert overlap.services == ("s1", "s2")
    assert overlap.untied == (("b", "a"),)


def test_overlap_of_actors_that_cooperate_has_no_pair_to_join(
    network: Any, actor: Any, service: Any, tie: Any
) -> None:
    given = network(
        actors=(actor("a"), actor("b")),
        services=(service("s1", "a"), service("s2", "b")),
        ties=(tie("b", "a"),),
    )

    assert overlaps(given)[0].untied == ()


def test_planned_tie_joins_nobody_yet(network: Any, actor: Any, service: Any, tie: Any) -> None:
    given = network(
        actors=(actor("a"), actor("b")),
        services=(service("s1", "a"), service("s2", "b")),
        ties=(tie("a", "b", existence=Existence.PLANNED),),
    )

    assert overlaps(given)[0].untied == (("a", "b"),)


def test_volunteer_beside_a_provider_is_no_overlap(network: Any, actor: Any, service: Any) -> None:
    given = network(
        actors=(actor("a"), actor("b")),
        services=(service("s1", "a"), service("s2", "b", role=ServiceRole.VOLUNTEER)),
    )

    assert overlaps(given) == ()


def test_two_services_of_one_actor_are_no_overlap(network: Any, actor: Any, service: Any) -> None:
    given = network(actors=(actor("a"),), services=(service("s1", "a"), service("s2", "a")))

    assert overlaps(given) == ()


def test_order_of_services_changes_no_finding(three: ServiceNetworks) -> None:
    turned = attrs.evolve(three, services=three.services[::-1], ties=three.ties[::-1])

    assert [(one.group, one.need) for one in gaps(turned)] == [
        (one.group, one.need) for one in gaps(three)
    ]
    assert [one.actors for one in overlaps(turned)] == [one.actors for one in overlaps(three)]
