"""Marks differ by shape and filling; words that are too long for a heading are cut."""

from typing import Any

import pytest

from innokumppanuus_networks.domain import Existence, ServiceRole
from innokumppanuus_networks.engine.coverage import Coverage
from innokumppanuus_networks.faces.marks import (
    Mark,
    coverage_svg_mark,
    mark_of,
    mark_svg,
    wrapped,
)


def test_no_two_marks_are_drawn_alike() -> None:
    assert len({mark_svg(one, 0, 0) for one in Mark}) == len(Mark)
    assert len({coverage_svg_mark(one, 1, 0, 0) for one in Coverage}) == len(Coverage)


@pytest.mark.parametrize(
    ("roles", "mark"),
    [
        ((), Mark.NONE),
        ((ServiceRole.PROVIDER,), Mark.PROVIDER),
        ((ServiceRole.VOLUNTEER,), Mark.VOLUNTEER),
        ((ServiceRole.CLOSE,), Mark.CLOSE),
        ((ServiceRole.UNKNOWN,), Mark.UNKNOWN),
        ((ServiceRole.VOLUNTEER, ServiceRole.PROVIDER), Mark.BOTH),
    ],
)
def test_mark_follows_the_roles(
    network: Any, actor: Any, service: Any, roles: tuple[ServiceRole, ...], mark: Mark
) -> None:
    given = network(actors=(actor("a"),))
    services = [service(f"s{at}", "a", role=role) for at, role in enumerate(roles)]

    assert mark_of(given, services) is mark


def test_planned_service_beside_an_existing_one_does_not_show(
    network: Any, actor: Any, service: Any
) -> None:
    given = network(actors=(actor("a"),))
    planned = service("p", "a", existence=Existence.PLANNED)

    assert mark_of(given, [planned]) is Mark.PLANNED
    assert mark_of(given, [planned, service("s", "a")]) is Mark.PROVIDER


def test_long_words_are_wrapped_and_cut() -> None:
    assert wrapped("yksi kaksi kolme", 10, 2) == ("yksi kaksi", "kolme")
    assert wrapped("yksi kaksi kolme neljä", 10, 1) == ("yksi kaks…",)
    assert wrapped("yhdyssanahirviö", 10, 2) == ("yhdyssana…",)
