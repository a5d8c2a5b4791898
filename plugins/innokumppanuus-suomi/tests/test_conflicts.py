"""Grounds of disqualification: all of them, each with its section and its words."""

import pytest

from innokumppanuus.workspace import Workspace
from innokumppanuus_suomi.conflicts import Ground, conflict_grounds, grounds


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


def test_the_grounds_are_offered_to_the_panel_with_their_sections() -> None:
    offered = Workspace.open().plugins.conflict_grounds()

    assert {
        key: (one.source.section, one.verified)
        for key, one in offered.items()
        if key.startswith("suomi.") and one.source
    } == {f"suomi.{one.key}": (one.section, one.verified) for one in grounds()}


def test_no_ground_of_the_act_can_be_waived() -> None:
    assert not any(one.can_be_waived for one in conflict_grounds())


def test_an_employer_makes_the_ground_of_employment() -> None:
    made = [one.key for one in conflict_grounds() if "employer" in one.kinds]

    assert made == ["suomi.employment"]
