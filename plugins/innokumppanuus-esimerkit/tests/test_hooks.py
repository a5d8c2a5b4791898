"""What the plugin offers comes in by its entry point, and all of it is data."""

import ast
from pathlib import Path

import pytest

import innokumppanuus_esimerkit
from innokumppanuus.workspace import Workspace

KEYS = ("esimerkki-horizon-ia", "esimerkki-horizon-ria", "esimerkki-leader", "esimerkki-tempo")
SOURCE = Path(innokumppanuus_esimerkit.__file__).parent


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.open()


def test_register_rulesets_offers_every_example(workspace: Workspace) -> None:
    offered = [key for key in workspace.plugins.rulesets() if key.startswith("esimerkki-")]

    assert tuple(offered) == KEYS


def test_register_cities_offers_fictional_cities_that_say_so(workspace: Workspace) -> None:
    offered = workspace.plugins.cities()
    keys = [key for key in offered if key.startswith("esimerkki-")]

    cities = [workspace.city(key) for key in keys]

    assert len(cities) == 8
    assert all(one.is_fictional for one in cities)
    assert all(offered[key].is_fictional for key in keys)
    assert all("kuvitteellinen" in one.name.fi for one in cities)


def test_five_fictional_cities_agree_to_nothing_so_that_a_summary_can_be_shown(
    workspace: Workspace,
) -> None:
    keys = [key for key in workspace.plugins.cities() if key.startswith("esimerkki-")]

    silent = [key for key in keys if not workspace.city(key).consents]

    assert len(silent) == 5


def test_register_packs_offers_what_both_horizon_calls_stand_on(workspace: Workspace) -> None:
    assert "esimerkit.horizon" in workspace.plugins.packs()


@pytest.mark.parametrize("key", KEYS)
def test_every_example_says_that_it_is_fictional(key: str, workspace: Workspace) -> None:
    assert workspace.shipped(key).is_fictional
    assert workspace.ruleset(key).call.is_fictional


def test_there_is_no_code_but_the_registration() -> None:
    defined = {
        (path.name, node.name)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }

    assert defined == {
        ("hooks.py", "register_cities"),
        ("hooks.py", "register_packs"),
        ("hooks.py", "register_rulesets"),
    }
