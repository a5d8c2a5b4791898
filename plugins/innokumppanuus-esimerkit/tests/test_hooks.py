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

    assert defined == {("hooks.py", "register_packs"), ("hooks.py", "register_rulesets")}
