"""The command `robustness`, its section and its texts."""

import re
from itertools import product
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from innokumppanuus.domain.acceptability import Sampling
from innokumppanuus.domain.pace import unwatched
from innokumppanuus.domain.score_bands import Spread
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.decisions import a_decision, core_plugins
from innokumppanuus_selection import smaa
from innokumppanuus_selection.smaa.commands import (
    LongRobustnessSection,
    RobustnessSection,
    text_source,
)

RULESET = "kumppanuuskiihdyttamo-2017"
LANGUAGES = ("fi", "sv", "en")
SOURCES = Path(smaa.__file__).parent
FIELD = {"H1": (5, 1, 2), "H2": (4, 4, 4), "H3": (1, 5, 5), "H4": (3, 3, 2)}


def catalogue(language: str) -> dict[str, str]:
    path = SOURCES / "locale" / language / "LC_MESSAGES" / "innokumppanuus_selection_smaa.po"
    with path.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if one.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_every_language_with_the_same_values(language: str) -> None:
    def values(words: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(words) if name}

    finnish, other = catalogue("fi"), catalogue(language)

    assert set(finnish) == set(other)
    assert [key for key in finnish if values(finnish[key]) != values(other[key])] == []


def test_every_key_that_is_said_has_its_text() -> None:
    said = {
        key
        for path in SOURCES.glob("*.py")
        for key in re.findall(r'"(robustness\.[a-z_.]+[a-z])"', path.read_text(encoding="utf-8"))
    }
    made = {
        f"robustness.{what}.{how}" for what, how in product(("sets", "ranks"), ("exact", "drawn"))
    }
    made |= {f"robustness.spread.{one.value}" for one in Spread}
    made |= {f"robustness.chosen_{one}" for one in ("all", "share")}
    made |= {f"robustness.{one}{how}" for one in ("always", "never") for how in ("", "_drawn")}
    columns = ("application", "wins", "first", "confidence", "central", "set", "share", "chosen")
    made |= {f"robustness.column.{one}" for one in columns}

    assert said | made == set(catalogue("fi"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_tells_the_share_of_the_proposed_set(language: str) -> None:
    answer = ask("robustness", RULESET, "--lang", language)

    assert answer.code == 0, answer.err
    assert "H01" in answer.out
    assert "robustness." not in answer.out


def test_as_json_shares_are_exact_fractions() -> None:
    document = ask("robustness", RULESET, "--json", "--draws", "400").document

    sets = document["result"]["sets"]
    assert sets["draws"]["sampling"] == Sampling.EXACT.value
    assert sets["applications"]["H01"] == "1"


def test_the_same_seed_gives_the_same_bytes_on_one_and_two_threads() -> None:
    line = ("robustness", RULESET, "--json", "--draws", "5000", "--seed", "7", "--spread", "range")

    assert ask(*line, "--threads", "1").out == ask(*line, "--threads", "2").out


@pytest.mark.parametrize("option", ["--weights", "--spread"])
def test_a_word_that_means_nothing_is_refused_with_those_that_do(option: str) -> None:
    answer = ask("robustness", RULESET, option, "paljon")

    assert answer.code != 0
    assert "paljon" in answer.err


def texts(language: str) -> Texts:
    return Texts.load(language, [text_source()])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_has_its_picture_and_the_same_numbers_in_a_table(language: str) -> None:
    decision, plugins = a_decision(FIELD), core_plugins()
    section = RobustnessSection()

    result = section.reckon(decision, plugins, unwatched)

    assert result is not None
    page = section.html(result, decision, texts(language))
    assert page.count("<table>") == 2
    assert 'role="img"' in page and "<desc" in page
    assert all(name in page for name in FIELD)


def test_a_field_that_can_be_listed_is_not_told_twice() -> None:
    assert LongRobustnessSection().reckon(a_decision(FIELD), core_plugins(), unwatched) is None


def test_the_command_and_both_sections_are_offered() -> None:
    faces = FacePlugins.load()

    assert "robustness" in faces.commands()
    assert {"robustness", "robustness_all"} <= set(faces.sections())
