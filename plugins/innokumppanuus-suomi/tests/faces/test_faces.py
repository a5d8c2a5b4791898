"""What the plugin offers to people is there, and every text is there in every language and used."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

import innokumppanuus_suomi
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus_suomi.procurement import Level
from innokumppanuus_suomi.vignettes import Access

SOURCE = Path(innokumppanuus_suomi.__file__).parent
FAMILIES = {
    "suomi.access.": [one.value for one in Access],
    "suomi.level.": [one.value for one in Level],
    "suomi.game.missed": [""],
    "suomi.game.extra": [""],
}


def catalogue(language: str) -> dict[str, str]:
    path = SOURCE / "locale" / language / "LC_MESSAGES" / "innokumppanuus_suomi.po"
    with path.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if one.id}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_command_and_panels_are_offered() -> None:
    faces = FacePlugins.load()

    assert "pathway" in faces.commands()
    assert {"suomi.pathway", "suomi.conflict_game"} <= set(faces.programme_panels())
    assert "innokumppanuus_suomi" in faces.texts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts_with_the_same_places(language: str) -> None:
    finnish, other = catalogue("fi"), catalogue(language)

    assert list(finnish) == list(other)
    assert [key for key in finnish if fields(finnish[key]) != fields(other[key])] == []
    assert all(other.values())


def test_every_text_is_used() -> None:
    sources = "".join(
        one.read_text(encoding="utf-8")
        for pattern in ("*.py", "*.j2")
        for one in SOURCE.rglob(pattern)
    )
    made = {key + one for key, words in FAMILIES.items() for one in words}
    columns = {
        f"suomi{game}.column.{word}"
        for game in ("", ".game")
        for word in re.findall(r'"([a-z]+)"', sources)
    }

    unused = [
        key
        for key in catalogue("fi")
        if not re.search(rf"""["']{re.escape(key.removeprefix("problem."))}["']""", sources)
        and key not in made | columns
    ]

    assert unused == []
