"""Everything the plugin offers comes in by its entry points, under keys of its own."""

import re
from pathlib import Path

import pytest

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import PluginInfo
from innokumppanuus.workspace import Workspace
from innokumppanuus_jyvaskyla.domain import BreachKind

PACKAGE = Path(__file__).parents[1] / "src" / "innokumppanuus_jyvaskyla"


@pytest.fixture(scope="module")
def mine(workspace: Workspace) -> PluginInfo:
    return next(one for one in workspace.plugins.describe() if one.name == "jyvaskyla")


def test_plugin_offers_one_of_each_kind(mine: PluginInfo) -> None:
    assert set(mine.hooks) == {
        "register_indicators",
        "register_packs",
        "register_programmes",
        "register_rules",
        "register_rulesets",
        "register_schemes",
    }


def test_every_key_is_its_own(mine: PluginInfo) -> None:
    keys = [key for keys in mine.offers.values() for key in keys]

    starts = (
        "jyvaskyla.",
        "jyvaskyla-",
        "kumppanuuskiihdyttamo-",
        "hyvinvoinnista-",
        "hyvinvointifoorumi",
        "rikastamo-",
        "soteuttamo-",
    )
    assert all(key.startswith(starts) for key in keys)


def test_each_principle_has_an_indicator(workspace: Workspace) -> None:
    for principle in Principle:
        keys = workspace.plugins.indicators(principle)
        assert any(key.startswith("jyvaskyla.") for key in keys)


def test_every_offered_name_is_in_three_languages(workspace: Workspace) -> None:
    faces, plugins = FacePlugins.load(), workspace.plugins
    indicators = [one for each in Principle for one in plugins.indicators(each).values()]
    offered = [
        *plugins.rules().values(),
        *plugins.schemes().values(),
        *plugins.packs().values(),
        *plugins.rulesets().values(),
        *indicators,
        *faces.report_formats().values(),
        *faces.panels().values(),
    ]

    assert all(not list(one.name.missing()) for one in offered if "jyvaskyla" in one.key)


def test_rule_set_without_the_plugin_names_what_is_missing(workspace: Workspace) -> None:
    path = workspace.shipped("kumppanuuskiihdyttamo-2017").path
    alone = Workspace.open(block=("jyvaskyla",))

    with pytest.raises(RuleSetProblems) as raised:
        alone.ruleset(path)

    paths = {problem.path for problem in raised.value.problems}
    assert paths == {"eligibility[4].rule", "funding.scheme"}


def keys_of(language: str) -> set[str]:
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "innokumppanuus_jyvaskyla.po"
    return set(re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE))


def places_of(language: str) -> dict[str, set[str]]:
    path = PACKAGE / "locale" / language / "LC_MESSAGES" / "innokumppanuus_jyvaskyla.po"
    entries = path.read_text(encoding="utf-8").split("\n\n")
    found = {}
    for entry in entries:
        key = re.search(r'^msgid "(.+)"$', entry, re.MULTILINE)
        if key:
            found[key[1]] = set(re.findall(r"\{(\w+)\}", entry))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_places(language: str) -> None:
    assert places_of(language) == places_of("fi")


def test_no_text_is_left_unused() -> None:
    sources = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.j2")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    by_value = {one.value for one in (*Verdict, *BreachKind)}

    def is_used(key: str) -> bool:
        last = key.rsplit(".", 1)[1]
        return key in code or last in by_value or bool(re.search(rf"[\"'.]{last}[\"']", code))

    assert [key for key in keys_of("fi") if not is_used(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_is_compiled_and_found(language: str) -> None:
    texts = Texts.load(language, FacePlugins.load().texts().values())

    assert texts.has("jyvaskyla.funder.heading")
