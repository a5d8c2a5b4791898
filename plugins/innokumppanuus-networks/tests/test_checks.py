"""What does not fit together is told with its path, all of it at once."""

from typing import Any

import attrs
import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus_networks.checks import problems_of
from innokumppanuus_networks.domain import Addition, AgeBand, Measure, Need, ServiceNetworks


def told(networks: ServiceNetworks) -> list[tuple[str, str]]:
    return [(one.path, one.key) for one in problems_of(networks)]


def bands(*ends: tuple[int, int | None]) -> tuple[AgeBand, ...]:
    return tuple(
        AgeBand(id=f"b{at}", name=same(f"b{at}"), least=least, most=most)
        for at, (least, most) in enumerate(ends)
    )


def of_bands(network: Any, *ends: tuple[int, int | None]) -> list[tuple[str, str]]:
    return told(network(bands=bands(*ends), special_groups=(), needs=()))


def test_networks_that_fit_together_have_no_problems(three: ServiceNetworks) -> None:
    assert told(three) == []


def test_bands_of_the_forum_hold_every_age_once(network: Any) -> None:
    assert of_bands(network, (0, 6), (7, 21), (22, 65), (66, None)) == []


def test_bands_may_be_others_in_another_programme(network: Any) -> None:
    assert of_bands(network, (0, 17), (18, 29), (30, None)) == []


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (((1, 6), (7, None)), ("bands[0].least", "network.bands-start")),
        (((0, 6), (8, None)), ("bands[1].least", "network.bands-gap")),
        (((0, 6), (6, None)), ("bands[1].least", "network.bands-overlap")),
        (((0, None), (7, None)), ("bands[0]", "network.bands-open")),
        (((0, 6), (7, 99)), ("bands[1].most", "network.bands-end")),
    ],
)
def test_bands_leave_no_gap_and_no_overlap(network: Any, ends: Any, expected: Any) -> None:
    assert of_bands(network, *ends) == [expected]


def test_gap_between_bands_is_told_by_its_ages(network: Any) -> None:
    wrong = network(bands=bands((0, 6), (10, None)), special_groups=(), needs=())

    (problem,) = problems_of(wrong)

    assert problem.values == {"first": 7, "last": 9}


def test_no_bands_at_all_are_allowed(network: Any) -> None:
    assert told(network(bands=(), special_groups=(), needs=())) == []


def test_every_id_that_is_not_there_is_told(network: Any, actor: Any, service: Any) -> None:
    wrong = network(
        actors=(actor("a"),),
        services=(service("s", "b", ("age_0_7",), need="talks"),),
    )

    assert told(wrong) == [
        ("services[0].actor", "unknown-name-none"),
        ("services[0].need", "unknown-name"),
        ("services[0].groups[0]", "unknown-name"),
    ]


def test_service_for_nobody_is_told(network: Any, actor: Any, service: Any) -> None:
    wrong = network(actors=(actor("a"),), services=(service("s", "a", ()),))

    assert told(wrong) == [("services[0].groups", "empty")]


def test_tie_to_nobody_is_told(network: Any, actor: Any, tie: Any) -> None:
    assert told(network(actors=(actor("a"),), ties=(tie("a", "x"),))) == [
        ("ties[0].between[1]", "unknown-name-none")
    ]


def test_id_given_twice_is_told(network: Any, actor: Any) -> None:
    assert told(network(actors=(actor("a"), actor("a")))) == [("actors[1].id", "twice")]


def test_special_group_may_not_take_the_id_of_a_band(network: Any) -> None:
    given = network()
    twice = attrs.evolve(given.special_groups[0], id="age_0_6")

    wrong = network(special_groups=(twice,), needs=())

    assert told(wrong) == [("special_groups[0].id", "twice")]


def test_need_of_a_group_that_is_not_there_is_told(network: Any) -> None:
    wrong = network(needs=(Need(id="n", name=same("n"), groups=("carerz",)),))

    assert told(wrong) == [("needs[0].groups[0]", "unknown-name")]


@pytest.mark.parametrize("goal", [0, 3])
def test_measure_serves_a_goal_that_is_there(network: Any, goal: int) -> None:
    measure = Measure(id="m", group="carers", name=same("m"), goal=goal)

    assert told(network(measures=(measure,))) == [("measures[0].goal", "network.goal")]


def test_member_of_the_forum_may_answer_for_a_measure(network: Any) -> None:
    measure = Measure(id="m", group="carers", name=same("m"), responsible="edustaja")

    assert told(network(measures=(measure,))) == []


def test_addition_may_use_its_own_actors(network: Any, actor: Any, service: Any) -> None:
    addition = Addition(
        id="p", name=same("p"), actors=(actor("new"),), services=(service("s", "new"),)
    )

    assert told(network(additions=(addition,))) == []


def test_addition_may_not_take_an_id_that_is_there(network: Any, actor: Any) -> None:
    addition = Addition(id="p", name=same("p"), actors=(actor("a"),))

    wrong = network(actors=(actor("a"),), additions=(addition,))

    assert told(wrong) == [("additions[0].actors[0].id", "twice")]
