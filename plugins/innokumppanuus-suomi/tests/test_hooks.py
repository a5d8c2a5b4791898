"""What the plugin offers comes in by its entry point, under keys of its own."""

import pytest

from innokumppanuus.plugin.manager import PluginInfo
from innokumppanuus.workspace import Workspace
from innokumppanuus_suomi.functions import functions
from innokumppanuus_suomi.law import parameters


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.open()


@pytest.fixture(scope="module")
def mine(workspace: Workspace) -> PluginInfo:
    return next(one for one in workspace.plugins.describe() if one.name == "suomi")


def test_register_parameters_offers_every_dated_value(workspace: Workspace) -> None:
    assert set(parameters()) <= set(workspace.plugins.parameters())


def test_register_rules_offers_de_minimis(workspace: Workspace) -> None:
    assert "suomi.de_minimis" in workspace.plugins.rules()


def test_every_key_is_its_own(mine: PluginInfo) -> None:
    keys = [key for keys in mine.offers.values() for key in keys]

    assert all(key.startswith(("suomi.", "suomi-", "horizon_europe.")) for key in keys)


def test_register_functions_offers_the_last_day_of_an_appeal(workspace: Workspace) -> None:
    assert "suomi.appeals.last_day" in workspace.plugins.functions()


def test_every_function_is_named_in_three_languages() -> None:
    assert not [one.key for one in functions() if any(one.name.missing())]


def test_register_packs_offers_a_pack_for_each_exercise(workspace: Workspace) -> None:
    packs = [key for key in workspace.plugins.packs() if key.startswith("suomi.")]
    exercises = [key for key in workspace.plugins.rulesets() if key.startswith("suomi-")]

    assert [key.replace(".", "-").replace("_", "-") for key in packs] == exercises
