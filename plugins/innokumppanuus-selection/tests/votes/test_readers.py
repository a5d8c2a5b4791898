"""Votes enter the whole job: the run, its report, its letters, and the decision made again."""

import json
from pathlib import Path

import pytest

from innokumppanuus.domain.votes import BallotKind
from innokumppanuus.errors import IntakeProblems
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.plugin.vote_reading import VoteReader
from innokumppanuus.testing.command_line import Answer, ask
from innokumppanuus.testing.files import a_call_folder

PABULIB = """\
META
key;value
description;Kuvitteellinen
budget;20000
vote_type;approval
PROJECTS
project_id;cost
H01;10000
H02;10000
H03;10000
VOTES
voter_id;vote
1;H03
2;H03
3;H02,H03
"""
TABLE = 'vote;voters\nH03;2\n"H02, H03";1\n'
LIMITS = ("  maximum: 3\n", "")
METHOD = ("selection:\n", "selection:\n  selector: votes_greedy\n")


@pytest.fixture
def call(tmp_path: Path) -> list[object]:
    """Return what the commands are given: a call of three, chosen by votes."""
    ruleset, table, sheets = a_call_folder(tmp_path)
    text = ruleset.read_text(encoding="utf-8")
    for old, new in (LIMITS, METHOD):
        assert old in text
        text = text.replace(old, new, 1)
    ruleset.write_text(text, encoding="utf-8")
    return [ruleset, "--applications", table, "--sheets", sheets]


def votes(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(call: list[object], folder: Path, *more: object) -> Answer:
    return ask("run", *call, "--out", folder / "tulos", *more)


@pytest.mark.parametrize(("name", "text"), [("aanet.pb", PABULIB), ("aanet.csv", TABLE)])
def test_votes_of_each_kind_of_file_decide_the_choice(
    call: list[object], tmp_path: Path, name: str, text: str
) -> None:
    given = votes(tmp_path, name, text)

    answer = ask("select", *call, "--votes", given, "--json")

    assert answer.code == Code.DONE
    result = answer.document["result"]
    assert (result["voters"], result["ballots"]) == (3, 2)
    assert result["chosen"] == ["H02", "H03"]


def test_run_writes_the_votes_into_decision_report_and_letters(
    call: list[object], tmp_path: Path
) -> None:
    answer = run(call, tmp_path, "--votes", votes(tmp_path, "aanet.pb", PABULIB), "--lang", "en")

    told = "Citizens' votes decided the choice. 3 people voted."
    folder = tmp_path / "tulos"
    kept = json.loads((folder / "decision.json").read_text(encoding="utf-8"))
    assert answer.code == Code.DONE
    assert [one["applications"] for one in kept["votes"]["ballots"]] == [["H02", "H03"], ["H03"]]
    for name in ("decision.html", "decision.txt", "letters/H01-public.html"):
        text = (folder / name).read_text(encoding="utf-8").replace("&#39;", "'")
        assert told in " ".join(text.split())


def test_decision_by_votes_is_made_again_from_its_file(call: list[object], tmp_path: Path) -> None:
    run(call, tmp_path, "--votes", votes(tmp_path, "aanet.csv", TABLE))

    again = ask("replay", tmp_path / "tulos" / "decision.json")

    assert again.code == Code.DONE


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_method_of_votes_without_votes_says_so_at_its_place(
    call: list[object], tmp_path: Path, language: str
) -> None:
    answer = run(call, tmp_path, "--lang", language)

    assert answer.code == Code.NO_CHOICE
    assert "haku.yaml:" in answer.out and "selection.selector" in answer.out
    assert "votes_greedy" in answer.out and "--votes" in answer.out
    assert not (tmp_path / "tulos").exists()


@pytest.mark.parametrize(
    ("method", "told"), [("equal_shares", "budget.maximum"), ("ranked_list", "selection.limits")]
)
def test_limits_that_a_method_does_not_keep_are_told_at_their_place(
    tmp_path: Path, method: str, told: str
) -> None:
    ruleset, table, sheets = a_call_folder(tmp_path)
    least = "{minimum: {name: {fi: raja, sv: gräns, en: limit}, least: 2}}"
    changed = f"selection:\n  selector: {method}\n  limits: {least}\n"
    if method == "equal_shares":
        changed = f"selection:\n  selector: {method}\n"
    text = ruleset.read_text(encoding="utf-8").replace("selection:\n", changed)
    ruleset.write_text(text, encoding="utf-8")
    given = ("--votes", votes(tmp_path, "aanet.csv", TABLE))

    answer = ask("select", ruleset, "--applications", table, "--sheets", sheets, *given, "--json")

    (problem,) = answer.document["problems"]
    assert (answer.code, problem["path"]) == (Code.NO_CHOICE, told)
    assert problem["file"] == "haku.yaml" and problem["line"] > 0


def test_votes_for_a_method_that_counts_none_are_noted(tmp_path: Path) -> None:
    ruleset, table, sheets = a_call_folder(tmp_path)
    given = ("--votes", votes(tmp_path, "aanet.csv", TABLE))

    answer = ask("select", ruleset, "--applications", table, "--sheets", sheets, *given, "--json")

    assert answer.code == Code.DONE
    assert "votes-not-counted" in [one["key"] for one in answer.document["problems"]]


@pytest.mark.parametrize(
    ("name", "ballots", "told"), [("aanet.txt", "approval", ".pb"), ("aanet.csv", "arpa", "arpa")]
)
def test_file_or_way_of_voting_that_there_is_not_is_told(
    call: list[object], tmp_path: Path, name: str, ballots: str, told: str
) -> None:
    given = votes(tmp_path, name, TABLE)

    answer = ask("select", *call, "--votes", given, "--ballots", ballots)

    assert answer.code == Code.USAGE
    assert told in answer.err


def test_project_that_is_no_application_is_a_problem(tmp_path: Path) -> None:
    reader = Plugins.load().vote_readers()["pabulib"]
    path = votes(tmp_path, "aanet.pb", PABULIB)

    with pytest.raises(IntakeProblems, match="H03"):
        reader.read(path, BallotKind.APPROVAL, ["H01", "H02"])


def test_readers_enter_by_the_hook_register_vote_readers() -> None:
    readers = Plugins.load().vote_readers()

    assert {"pabulib", "votes_table"} <= set(readers)
    assert all(isinstance(one, VoteReader) for one in readers.values())
