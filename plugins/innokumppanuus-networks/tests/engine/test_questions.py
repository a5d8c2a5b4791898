"""What is to be asked: everything that nobody has told, and nothing that somebody has."""

from datetime import date
from typing import Any

import pytest

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import same
from innokumppanuus.workspace import Workspace
from innokumppanuus_networks.domain import Measure, ServiceNetworks, ServiceRole
from innokumppanuus_networks.engine.questions import QuestionKind, questions


def asked(networks: ServiceNetworks, kind: QuestionKind) -> list[str]:
    return [one.about for one in questions(networks) if one.kind is kind]


def test_goal_without_a_measure_is_asked_for(network: Any) -> None:
    assert asked(network(), QuestionKind.GOAL_MEASURE) == ["2"]


def test_six_goals_of_the_forum_are_all_asked_for_a_measure() -> None:
    pytest.importorskip("innokumppanuus_jyvaskyla")
    forum = Workspace.open().programme("hyvinvointifoorumi")
    assert isinstance(forum, ServiceNetworks)

    assert asked(forum, QuestionKind.GOAL_MEASURE) == ["1", "2", "3", "4", "5", "6"]


def test_group_without_measures_is_asked_for_them(network: Any) -> None:
    measure = Measure(id="m", group="carers", name=same("m"))

    given = network(measures=(measure,))

    assert asked(given, QuestionKind.GROUP_MEASURES) == ["age_0_6", "over_6"]


def test_whole_measure_is_asked_nothing(network: Any) -> None:
    measure = Measure(
        id="m",
        group="carers",
        name=same("m"),
        responsible="edustaja",
        goal=1,
        by=When.day(date(2017, 12, 31), "Europe/Helsinki"),
        indicator=same("i"),
    )

    assert not [one for one in questions(network(measures=(measure,))) if one.about == "m"]


@pytest.mark.parametrize(
    "kind",
    [
        QuestionKind.MEASURE_RESPONSIBLE,
        QuestionKind.MEASURE_GOAL,
        QuestionKind.MEASURE_BY,
        QuestionKind.MEASURE_INDICATOR,
    ],
)
def test_what_a_measure_lacks_is_asked_for(network: Any, kind: QuestionKind) -> None:
    given = network(measures=(Measure(id="m", group="carers", name=same("m")),))

    assert asked(given, kind) == ["m"]


def test_role_and_need_that_are_not_told_are_asked_for(
    network: Any, actor: Any, service: Any
) -> None:
    given = network(
        actors=(actor("a"),),
        services=(service("s", "a", role=ServiceRole.UNKNOWN, need=""),),
    )

    assert asked(given, QuestionKind.SERVICE_ROLE) == ["s"]
    assert asked(given, QuestionKind.SERVICE_NEED) == ["s"]


def test_day_of_an_agreement_is_asked_for(network: Any, actor: Any, tie: Any) -> None:
    given = network(actors=(actor("a"), actor("b")), ties=(tie("b", "a", since=None),))

    assert asked(given, QuestionKind.TIE_DATE) == ["a--b"]


def test_member_that_is_only_a_role_is_asked_who_holds_it(network: Any) -> None:
    assert asked(network(), QuestionKind.MEMBER_UNNAMED) == ["edustaja"]
