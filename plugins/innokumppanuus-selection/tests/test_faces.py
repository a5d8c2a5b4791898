"""The commands and texts of the plugin."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import innokumppanuus_selection
from innokumppanuus.faces.plugins import FacePlugins

SOURCES = Path(innokumppanuus_selection.__file__).parent
LANGUAGES = ("fi", "sv", "en")


def catalogue(language: str) -> dict[str, str]:
    path = SOURCES / "locale" / language / "LC_MESSAGES" / "innokumppanuus_selection.po"
    with path.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if one.id}


def test_commands_are_offered_with_names_in_three_languages() -> None:
    commands = FacePlugins.load().commands()

    assert {"methods", "votes"} <= set(commands)
    assert not list(commands["votes"].name.missing()) + list(commands["methods"].name.missing())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_every_language_with_the_same_values(language: str) -> None:
    def values(words: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(words) if name}

    finnish, other = catalogue("fi"), catalogue(language)

    assert set(finnish) == set(other)
    assert [key for key in finnish if values(finnish[key]) != values(other[key])] == []
    assert [key for key, words in other.items() if not words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_there_twice(language: str) -> None:
    path = SOURCES / "locale" / language / "LC_MESSAGES" / "innokumppanuus_selection.po"
    keys = re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.M)

    assert len(keys) == len(set(keys))
