"""The command `votes count`, and votes in the choice of a call."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.command_line import ask
from innokumppanuus_selection.votes import commands

FILE = """\
META
key;value
description;Kuvitteellinen
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
a;50;Puisto
b;50;Polku
c;36;Penkki
VOTES
voter_id;vote
""" + "".join(f"{number};{'a,b' if number < 6 else 'c'}\n" for number in range(10))
EXAMPLE = "kumppanuuskiihdyttamo-2017"
"""Its method counts no votes; `test_vote_selectors` has the choice by votes."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kuvitteellinen.pb"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("rule", "sets"),
    [
        ("greedy", [["a", "b"]]),
        ("equal_shares", [["a", "c"], ["b", "c"]]),
        ("welfare", [["a", "b"]]),
    ],
)
def test_each_rule_lists_every_outcome(path: Path, rule: str, sets: list[list[str]]) -> None:
    result = ask("votes", "count", path, "--rule", rule, "--json").document["result"]

    assert (result["sets"], result["is_complete"]) == (sets, True)
    assert (result["voters"], result["ballots"], result["budget"]) == (10, 2, "100")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_outcome_is_told_in_the_language_of_the_reader(path: Path, language: str) -> None:
    answer = ask("votes", "count", path, "--lang", language)

    texts = Texts.load(language, FacePlugins.load().texts().values())
    assert answer.code == Code.DONE
    assert texts.say("votes.rule.equal_shares") in answer.out
    assert "a" in answer.out and "2" in answer.out


@pytest.mark.parametrize("option", ["--rule", "--satisfaction", "--completion"])
def test_value_that_there_is_not_is_told(path: Path, option: str) -> None:
    answer = ask("votes", "count", path, option, "arpa")

    assert answer.code == Code.USAGE
    assert "arpa" in answer.err


def test_problems_of_the_file_are_told_with_their_lines(path: Path) -> None:
    path.write_text(FILE.replace("c;36", "c;halpa"), encoding="utf-8")

    answer = ask("votes", "count", path, "--json")

    assert answer.code == Code.PROBLEMS
    assert ("must-be-number", 10) in [
        (one["key"], one["line"]) for one in answer.document["problems"]
    ]


def test_votes_are_kept_in_the_choice_of_a_call(tmp_path: Path) -> None:
    cast = tmp_path / "aanet.csv"
    cast.write_text('vote;voters\n"H01, H02";30\nH04;12\n', encoding="utf-8")

    result = ask("select", EXAMPLE, "--votes", cast, "--json").document["result"]

    assert (result["voters"], result["ballots"]) == (42, 2)
    assert result["chosen"] == ["H01", "H02", "H04", "H09", "H18"]


def test_vote_for_what_is_not_there_is_told_with_its_cell(tmp_path: Path) -> None:
    cast = tmp_path / "aanet.csv"
    cast.write_text("vote;voters\nH77;30\n", encoding="utf-8")

    answer = ask("select", EXAMPLE, "--votes", cast, "--json")

    assert answer.code == Code.PROBLEMS
    assert [(one["cell"], one["file"]) for one in answer.document["problems"]] == [
        ("A2", "aanet.csv")
    ]


def test_count_is_the_same_bytes_on_one_and_two_threads(path: Path) -> None:
    code = "import sys; from innokumppanuus.faces.cli import main; sys.exit(main())"
    line = [sys.executable, "-c", code, "votes", "count", str(path), "--json"]

    answers = {
        subprocess.run(
            line, capture_output=True, check=True, env={**os.environ, "OMP_NUM_THREADS": threads}
        ).stdout
        for threads in ("1", "2")
    }

    assert len(answers) == 1


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_help_is_in_the_language_of_the_reader(language: str) -> None:
    told = ask("votes", "count", "--help", "--lang", language).out

    assert "votes.option." not in told and "votes.argument." not in told


def test_every_option_has_a_text() -> None:
    listed = typer.main.get_command(commands.app()).commands.values()  # type: ignore[attr-defined]
    texts = Texts.load("fi", FacePlugins.load().texts().values())

    lacking = [
        option.name
        for one in listed
        for option in one.params
        if option.name != "help" and not texts.has(option.help or "-")
    ]

    assert lacking == []
