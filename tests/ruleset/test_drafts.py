"""Drafts: what could be read is there, what could not is neither there nor wrong again."""

from innokumppanuus.errors import Problem
from innokumppanuus.ruleset.document import parse
from innokumppanuus.ruleset.drafts import BROKEN, Draft
from innokumppanuus.ruleset.reading import Reader
from innokumppanuus.testing.rulesets import FILE, the_text


def drafted(*changes: tuple[str, str]) -> tuple[Draft, list[Problem]]:
    reader = Reader(parse(the_text(*changes), FILE), "Europe/Helsinki")
    return reader.call(), reader.problems


def test_a_broken_part_leaves_its_neighbours_readable() -> None:
    draft, _ = drafted(("maximum: 5", "maximum: viisi"))

    assert draft.is_broken
    assert draft.known(str, "id") == "koehaku-2026"


def test_a_broken_value_is_given_but_not_known() -> None:
    draft, _ = drafted(("    when: local", "    when: [local]"))
    factor = draft.each("factors")[1]

    assert factor.given("when")
    assert factor.known(str, "when") is None


def test_what_is_not_in_the_file_is_not_given() -> None:
    draft, _ = drafted()

    assert not draft.given("programme")
    assert draft.at("assessment", "scale", "nothing", "at_all") is None
    assert draft.each("nothing") == ()


def test_a_walk_reaches_what_lies_deepest() -> None:
    draft, _ = drafted()

    assert "criteria[0].aspects[1].name.sv" in {one.path for one in draft.walk()}


def test_the_mark_of_what_is_broken_says_so() -> None:
    assert repr(BROKEN) == "BROKEN"
