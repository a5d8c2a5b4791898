"""Everything the plugin offers comes in by its entry points, under keys of its own."""

import re
from pathlib import Path

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_parasta_itaa.domain.canvas import CanvasPart
from innokumppanuus_parasta_itaa.engine.claims import ClaimNote
from innokumppanuus_parasta_itaa.engine.savings import SavingStatus
from innokumppanuus_parasta_itaa.faces.canvas_state import NUMBERS

PACKAGE = Path(__file__).parents[1] / "src" / "innokumppanuus_parasta_itaa"
COMMANDS = ("partners", "roles", "levels", "results", "funding", "claims", "progress")


def catalogue(language: str) -> str:
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "innokumppanuus_parasta_itaa.po"
    return path.read_text(encoding="utf-8")


def places_of(language: str) -> dict[str, set[str]]:
    found = {}
    for entry in catalogue(language).split("\n\n"):
        key = re.search(r'^msgid "(.+)"$', entry, re.MULTILINE)
        if key:
            found[key[1]] = set(re.findall(r"\{(\w+)\}", entry))
    return found


def test_plugin_offers_programmes_a_rule_set_and_a_dated_value(workspace: Workspace) -> None:
    mine = next(one for one in workspace.plugins.describe() if one.name == "parasta-itaa")

    assert {hook: sorted(keys) for hook, keys in mine.offers.items() if keys} == {
        "register_parameters": ["parasta_itaa.small_counts.least"],
        "register_programmes": ["parasta-itaa", "parasta-itaa-harjoitus"],
        "register_rulesets": ["parasta-itaa-aluepilotit"],
    }


def test_made_up_programme_says_so_and_the_real_one_does_not(workspace: Workspace) -> None:
    files = workspace.programmes()

    assert files["parasta-itaa-harjoitus"].is_fictional
    assert not files["parasta-itaa"].is_fictional


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_places(language: str) -> None:
    assert places_of(language) == places_of("fi")


def test_no_text_is_left_unused() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    by_value = {one.value for one in (*CanvasPart, *ClaimNote, *SavingStatus)}
    made = {*by_value, *NUMBERS, *(f"{word}.help" for word in COMMANDS)}
    made |= {
        f"{topic}.{end}"
        for topic in ("roles", "levels", "balance", "funding")
        for end in ("title", "alt")
    }

    def is_used(key: str) -> bool:
        rest = key.removeprefix("consortium.")
        last = rest.rsplit(".", 1)[-1]
        bare = key.removesuffix(".of").removeprefix("problem.")
        named = f'"{bare}"' in code or f"'{bare}'" in code
        return named or rest in made or last in made or f'"{last}"' in code

    assert [key for key in places_of("fi") if not is_used(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_compiled_and_found(language: str) -> None:
    texts = Texts.load(language, FacePlugins.load().texts().values())

    assert texts.has("consortium.canvas.title")


def test_offered_sections_and_panels_have_names_in_three_languages() -> None:
    faces = FacePlugins.load()
    offered = [*faces.programme_sections().values(), *faces.programme_panels().values()]

    mine = [one for one in offered if one.key.startswith("consortium.")]

    assert len(mine) == 9
    assert all(not list(one.name.missing()) for one in mine)


def test_programme_without_the_plugin_is_not_offered() -> None:
    alone = Workspace.open(block=("parasta-itaa",))

    assert "parasta-itaa" not in alone.programmes()
