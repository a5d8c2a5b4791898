"""Everything the plugin offers comes in by its entry points, in three languages."""

import re
from pathlib import Path

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_edellakavijat.domain import AdoptionState, StageState

PACKAGE = Path(__file__).parents[1] / "src" / "innokumppanuus_edellakavijat"


def catalogue(language: str) -> str:
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "innokumppanuus_edellakavijat.po"
    return path.read_text(encoding="utf-8")


def places_of(language: str) -> dict[str, set[str]]:
    found = {}
    for entry in catalogue(language).split("\n\n"):
        key = re.search(r'^msgid "(.+)"$', entry, re.MULTILINE)
        if key:
            found[key[1]] = set(re.findall(r"\{(\w+)\}", entry))
    return found


def test_plugin_offers_programmes_an_invitation_and_faces(workspace: Workspace) -> None:
    core = {one.name: one for one in workspace.plugins.describe()}["edellakavijat"]
    faces = {one.name: one for one in FacePlugins.load().describe()}["edellakavijat"]

    assert set(core.hooks) == {"register_programmes", "register_rulesets"}
    assert set(faces.hooks) == {
        "register_commands",
        "register_programme_panels",
        "register_programme_sections",
        "register_texts",
    }


def test_every_offered_name_is_in_three_languages(workspace: Workspace) -> None:
    faces = FacePlugins.load()
    offered = [
        *workspace.programmes().values(),
        *workspace.plugins.rulesets().values(),
        *faces.programme_sections().values(),
        *faces.programme_panels().values(),
        faces.commands()["forerunners"],
    ]

    mine = [one for one in offered if "edellakavij" in one.key or one.key == "forerunners"]

    assert len(mine) == 9
    assert all(not list(one.name.missing()) for one in mine)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_places(language: str) -> None:
    assert places_of(language) == places_of("fi")


def test_no_text_is_left_unused_and_none_is_missing() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    by_value = {one.value for one in (*StageState, *AdoptionState)}
    by_value |= {f"{one.value}_told" for one in StageState}

    def is_used(key: str) -> bool:
        last = key.rsplit(".", 1)[1]
        needs = {"level", "evidence", "agreement"}
        return last in by_value | needs or bool(re.search(rf"[\"'.]{last}[\"']", code))

    assert [key for key in places_of("fi") if not is_used(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_compiled_and_found(language: str) -> None:
    texts = Texts.load(language, FacePlugins.load().texts().values())

    assert texts.has("edellakavijat.stages.title")
