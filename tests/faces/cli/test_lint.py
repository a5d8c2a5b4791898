"""`lint` tells what to look at and what to change, and stops only at what cannot be meant."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder, a_ruleset_file

BOUND = ("  total: 20000 EUR\n", "  total: 40000 EUR\n")
OK = "  # ok: budget-never-binds Näin on tarkoitettu.\n"


def test_warnings_do_not_stop(tmp_path: Path) -> None:
    answer = ask("lint", a_ruleset_file(tmp_path, BOUND), "--lang", "en")

    assert answer.code == Code.DONE
    assert "haku.yaml:9:10: budget.total: warning budget-never-binds:" in answer.out


def test_warnings_stop_when_strict(tmp_path: Path) -> None:
    assert ask("lint", a_ruleset_file(tmp_path, BOUND), "--strict").code == Code.PROBLEMS


def test_what_cannot_be_meant_stops(tmp_path: Path) -> None:
    never = ("amount <= call.budget.cap_per_pilot", "amount < eur(0)")

    assert ask("lint", a_ruleset_file(tmp_path, never)).code == Code.PROBLEMS


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_findings_are_said_in_the_language_of_the_reader(tmp_path: Path, language: str) -> None:
    answer = ask("lint", a_ruleset_file(tmp_path, BOUND), "--lang", language)

    word = {"fi": "varoitus", "sv": "varning", "en": "warning"}[language]
    assert f"{word} budget-never-binds" in answer.out


def test_scripts_get_what_is_acknowledged_with_its_reason(tmp_path: Path) -> None:
    path = a_ruleset_file(tmp_path, (BOUND[0], f"{OK}{BOUND[1]}"))

    result = ask("lint", path, "--json").document["result"]

    known = {one["key"]: one["reason"] for one in result["acknowledged"]}
    assert known == {"budget-never-binds": "Näin on tarkoitettu."}
    assert "budget-never-binds" not in {one["key"] for one in result["findings"]}


def test_applications_add_findings(tmp_path: Path) -> None:
    ruleset, applications, _ = a_call_folder(tmp_path)

    answer = ask("lint", ruleset, "--applications", applications, "--json")

    assert "everybody-meets-rule" in {one["key"] for one in answer.document["result"]["findings"]}


def test_the_shipped_call_is_without_findings() -> None:
    pytest.importorskip("innokumppanuus_jyvaskyla")

    answer = ask("lint", "kumppanuuskiihdyttamo-2017", "--json")

    assert answer.document["result"]["findings"] == []
    assert all(one["reason"] for one in answer.document["result"]["acknowledged"])
