"""Pabulib files in and out, and everything that can be wrong in one."""

from fractions import Fraction
from pathlib import Path

import pytest

from innokumppanuus.domain.votes import Ballot, BallotKind
from innokumppanuus.errors import IntakeProblems
from innokumppanuus_selection.votes.pabulib import read_pabulib, write_pabulib

FILE = """\
META
key;value
description;Kuvitteellinen asukasbudjetti
num_projects;3
num_votes;4
budget;1000.50
vote_type;approval
PROJECTS
project_id;cost;name
1;600;Leikkipuisto; penkit
2;400.25;"Polku; valaistu"
3;500;
VOTES
voter_id;age;vote
a;30;1,2
b;41;2,1
c;;3
d;18;
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kuvitteellinen.pb"
    path.write_text(FILE, encoding="utf-8")
    return path


def keys(path: Path, text: str) -> list[tuple[str, int]]:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(IntakeProblems) as caught:
        read_pabulib(path)
    return [(one.key, one.place.line) for one in caught.value.problems]


def test_equal_ballots_come_together_and_voters_are_not_kept(path: Path) -> None:
    votes = read_pabulib(path).election.votes

    assert votes.kind is BallotKind.APPROVAL
    assert votes.ballots == (
        Ballot(applications=(), voters=1),
        Ballot(applications=("1", "2"), voters=2),
        Ballot(applications=("3",), voters=1),
    )


def test_costs_are_exact(path: Path) -> None:
    election = read_pabulib(path).election

    assert election.budget == Fraction("1000.5")
    assert [one.cost for one in election.projects] == [600, Fraction("400.25"), 500]


def test_names_may_have_the_separator_in_quotation_marks(path: Path) -> None:
    assert read_pabulib(path).election.projects[1].name == "Polku; valaistu"


def test_what_is_written_is_read_back_the_same(path: Path, tmp_path: Path) -> None:
    election = read_pabulib(path).election
    copy = tmp_path / "copy.pb"

    copy.write_text(write_pabulib(election), encoding="utf-8")

    again = read_pabulib(copy).election
    assert (again.projects, again.budget, again.votes) == (
        election.projects,
        election.budget,
        election.votes,
    )
    assert write_pabulib(again) == write_pabulib(election)


def test_points_are_read_with_their_projects(path: Path) -> None:
    text = FILE.replace("approval", "cumulative").replace(
        "voter_id;age;vote", "voter_id;vote;points"
    )
    text = text[: text.index("a;30")] + "a;2,1;3,7\nb;1,2;7,3\nc;3;1\nd;3;1\n"
    path.write_text(text, encoding="utf-8")

    assert read_pabulib(path).election.votes.ballots == (
        Ballot(applications=("1", "2"), points=(7, 3), voters=2),
        Ballot(applications=("3",), points=(1,), voters=2),
    )


def test_order_counts_in_ordinal_ballots(path: Path) -> None:
    path.write_text(FILE.replace("approval", "ordinal"), encoding="utf-8")

    named = [one.applications for one in read_pabulib(path).election.votes.ballots]

    assert named == [(), ("1", "2"), ("2", "1"), ("3",)]


def test_wrong_count_is_a_warning(path: Path) -> None:
    path.write_text(FILE.replace("num_votes;4", "num_votes;5"), encoding="utf-8")

    assert [(one.key, one.place.line) for one in read_pabulib(path).warnings] == [("vote-count", 5)]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("c;;3", "c;;4", ("unknown-name-none", 17)),
        ("c;;3", "c;;3,3", ("twice", 17)),
        ("1;600;", "1;paljon;", ("must-be-number", 10)),
        ("1;600;", "1;-600;", ("at-least", 10)),
        ("1;600;", "1;1e999999999;", ("must-be-number", 10)),
        ("3;500;", "2;500;", ("twice", 12)),
        ("3;500;", ";500;", ("empty", 12)),
        ("budget;1000.50", "budget;", ("must-be-number", 6)),
        ("vote_type;approval", "vote_type;loud", ("choice-none", 7)),
        ("vote_type;approval", "vote_type;choose-1", ("vote-choose-one", 14)),
        ("vote_type;approval", "vote_type;scoring", ("column-lacking", 14)),
        ("project_id;cost", "project_id;price", ("column-lacking", 9)),
        ("budget;1000.50\n", "", ("key-missing", 2)),
        ("PROJECTS\n", "", ("vote-section", 0)),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    path: Path, before: str, after: str, problem: tuple[str, int]
) -> None:
    assert before in FILE

    assert problem in keys(path, FILE.replace(before, after))


def test_points_must_be_whole_and_one_for_each(path: Path) -> None:
    text = FILE.replace("approval", "scoring").replace("voter_id;age;vote", "voter_id;points;vote")
    text = text.replace("a;30;1,2", "a;1;1,2").replace("b;41;2,1", "b;1,x;2,1")

    found = keys(path, text)

    assert {("vote-points-count", 15), ("must-be-whole", 16)} <= set(found)


@pytest.mark.parametrize("points", ["9" * 5000, "1_0", "²", "1e3", "-"])
def test_points_that_are_no_number_are_told(path: Path, points: str) -> None:
    text = FILE.replace("approval", "scoring").replace("voter_id;age;vote", "voter_id;points;vote")
    rows = text[: text.index("a;30")] + f"a;{points};1\n"

    assert ("must-be-whole", 15) in keys(path, rows)


def test_file_that_is_not_text_is_refused(path: Path) -> None:
    path.write_bytes(b"META\nkey;\xff\n")

    with pytest.raises(IntakeProblems, match="0xff"):
        read_pabulib(path)
