"""`check` tells everything that needs mending, each with its place, and nothing else."""

from pathlib import Path

from innokumppanuus.faces.cli.codes import Code
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
