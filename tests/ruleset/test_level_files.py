"""Levels in files: each once, rising, with both ends; all problems at once and in their place."""

from pathlib import Path

import pytest

import innokumppanuus
from innokumppanuus.domain.labels import LANGUAGES, same
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset.level_files import levels_in, read_levels

HEAD = "innokumppanuus: 1\nindicators:\n  - key: a\n    levels:\n"


def levels(*given: int) -> str:
    return HEAD + "".join(f"      - {{level: {one}, words: Taso}}\n" for one in given)


def problems(text: str) -> list[str]:
    with pytest.raises(RuleSetProblems) as caught:
        levels_in(text, "tasot.yaml")
    return [str(one) for one in caught.value.problems]


def test_levels_come_by_indicator() -> None:
    (low, high) = levels_in(levels(0, 5), "tasot.yaml")["a"]

    assert (low.level, high.level, low.words) == (0, 5, same("Taso"))


def test_levels_between_the_ends_may_be_left_out() -> None:
    assert [one.level for one in levels_in(levels(0, 3, 5), "tasot.yaml")["a"]] == [0, 3, 5]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((0, 4), "Level 5 is not described"),
        ((1, 5), "Level 0 is not described"),
        ((0, 2, 2, 5), "got level 2 twice"),
        ((0, 3, 2, 5), "must rise"),
    ],
)
def test_what_does_not_fit_is_told_at_the_levels(given: tuple[int, ...], told: str) -> None:
    (line,) = problems(levels(*given))

    assert line.startswith("tasot.yaml:5:7: indicators[0].levels:")
    assert told in line


def test_a_level_that_there_is_not_is_told_where_it_stands() -> None:
    (line,) = problems(levels(0, 5, 6))

    assert line.startswith("tasot.yaml:7:9: indicators[0].levels[2]:")
    assert "from 0 to 5, got 6" in line


def test_an_indicator_stands_once() -> None:
    twice = levels(0, 5) + levels(0, 5).partition("indicators:\n")[2]

    assert [line.split(": ")[1] for line in problems(twice)] == ["indicators[1]"]


def test_the_levels_of_the_core_are_all_described_in_every_language() -> None:
    path = Path(innokumppanuus.__file__).parent / "data" / "profile_levels.yaml"

    found = read_levels(path)

    assert {tuple(one.level for one in levels) for levels in found.values()} == {tuple(range(6))}
    assert {
        language
        for levels in found.values()
        for one in levels
        for language in LANGUAGES
        if not getattr(one.words, language)
    } == set()
