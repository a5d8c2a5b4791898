"""`check` tells everything that needs mending, each with its place, and nothing else."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.plugin.interfaces import PackFile
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_ruleset_file


def test_a_rule_set_that_can_be_used_is_said_to_be_so(tmp_path: Path) -> None:
    answer = ask("check", a_ruleset_file(tmp_path), "--lang", "en")

    assert answer.code == Code.DONE
    assert "The rule set “Test call” can be used." in answer.out


def test_each_mistake_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    path = a_ruleset_file(
        tmp_path, ("maximum: 3", "maximum: three"), ("amount <= call", "amuont <= call")
    )

    answer = ask("check", path, "--lang", "en")

    lines = answer.out.splitlines()
    assert answer.code == Code.PROBLEMS
    assert [line.split(": ")[0] for line in lines] == ["haku.yaml:11:12", "haku.yaml:24:11"]
    assert "amount" in lines[1]


def test_problems_are_handed_to_scripts_with_their_places(tmp_path: Path) -> None:
    path = a_ruleset_file(tmp_path, ("maximum: 3", "maximum: three"))

    document = ask("check", path, "--json").document

    (problem,) = document["problems"]
    assert (document["code"], problem["line"], problem["column"]) == (Code.PROBLEMS, 11, 12)
    assert problem["path"] == "budget.maximum"


def test_problems_are_told_in_the_reader_s_language(tmp_path: Path) -> None:
    path = a_ruleset_file(tmp_path, ("maximum: 3", "maximum: three"))

    told = {language: ask("check", path, "--lang", language).out for language in ("fi", "sv", "en")}

    assert len(set(told.values())) == 3


def test_a_limit_that_can_never_bind_is_noted(tmp_path: Path) -> None:
    path = a_ruleset_file(tmp_path, ("total: 20000 EUR", "total: 30000 EUR"))

    answer = ask("check", path, "--json")

    assert answer.code == Code.DONE
    assert "note-budget-never-binds" in [one["key"] for one in answer.document["problems"]]


def test_every_value_is_shown_with_its_place(tmp_path: Path) -> None:
    document = ask("check", a_ruleset_file(tmp_path), "--resolved", "--json").document

    places = {one["path"]: one["origin"] for one in document["result"]["resolved"]}
    assert places["budget.maximum"] == "haku.yaml:11:12"
    assert places["eligibility[cap].when"] == "haku.yaml:24:11"


def test_what_is_changed_in_packs_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "nation.yaml"
    pack.write_text("innokumppanuus: 1\nbudget: {maximum: 9}\n", encoding="utf-8")
    offered = {"nation": PackFile(key="nation", name=label(), path=pack)}
    monkeypatch.setattr(Plugins, "packs", lambda _: offered)
    path = a_ruleset_file(tmp_path, ("id: koehaku", "extend: [nation]\nid: koehaku"))

    answer = ask("check", path, "--lang", "en")

    assert "budget, maximum: was 9 (nation.yaml:2:19), now 3 (haku.yaml:12:12)." in answer.out
