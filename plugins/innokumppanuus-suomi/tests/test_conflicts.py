"""Grounds of disqualification: all of them, each with its section and its words."""

import pytest

from innokumppanuus.workspace import Workspace
from innokumppanuus_suomi.conflicts import Ground, grounds


def test_the_grounds_are_in_the_order_of_the_act() -> None:
    assert [one.key for one in grounds()] == [
        "party",
        "assists",
        "benefit",
        "employment",
        "board",
        "supervision",
        "other",
    ]


@pytest.mark.parametrize("ground", grounds(), ids=lambda one: one.key)
def test_every_ground_has_its_words_in_three_languages(ground: Ground) -> None:
    assert not list(ground.name.missing())


def test_every_ground_has_a_section_of_its_own() -> None:
    sections = [one.section for one in grounds()]

    assert len(set(sections)) == len(sections)
    assert all(one.startswith("28 §") for one in sections)


def test_grounds_from_memory_are_not_verified() -> None:
    assert [one.key for one in grounds() if not one.verified] == ["board", "supervision", "other"]


def test_the_pack_asks_of_each_ground_with_its_section_and_its_verification() -> None:
    call = Workspace.open().ruleset("suomi-conflicts").call

    asked = {one.sources[0]: call.sources[one.sources[0]] for one in call.eligibility}
    assert {key: (one.section, one.verified) for key, one in asked.items()} == {
        f"conflict_{one.key}": (one.section, one.verified) for one in grounds()
    }
