"""Votes from a workbook or a csv file."""

from pathlib import Path

import pytest

from innokumppanuus.domain.votes import Ballot, BallotKind
from innokumppanuus.errors import IntakeProblems
from innokumppanuus.intake import Sheet, workbook_bytes
from innokumppanuus_selection.votes.tables import read_votes

KNOWN = ("H1", "H2", "H3")


def a_file(folder: Path, text: str) -> Path:
    path = folder / "aanet.csv"
    path.write_text(text, encoding="utf-8")
    return path


def keys(path: Path, kind: BallotKind) -> list[tuple[str, str]]:
    with pytest.raises(IntakeProblems) as caught:
        read_votes(path, kind, KNOWN)
    return [(one.key, one.place.cell) for one in caught.value.problems]


def test_rows_are_ballots_and_equal_ones_come_together(tmp_path: Path) -> None:
    path = a_file(tmp_path, 'vote;voters\n"H1, H2";2\n"H2,H1";\nH3;5\n')

    votes = read_votes(path, BallotKind.APPROVAL, KNOWN).votes

    assert votes.ballots == (
        Ballot(applications=("H1", "H2"), voters=3),
        Ballot(applications=("H3",), voters=5),
    )


@pytest.mark.parametrize(
    "heading", ["Äänestetyt hakemukset", "Ansökningar som fick rösten", "Applications voted for"]
)
def test_headings_are_in_three_languages(tmp_path: Path, heading: str) -> None:
    path = a_file(tmp_path, f"{heading}\nH1\n")

    assert read_votes(path, BallotKind.CHOOSE_1, KNOWN).votes.voters == 1


def test_points_belong_to_their_applications(tmp_path: Path) -> None:
    path = a_file(tmp_path, 'vote;points\n"H2,H1";"3,7"\n')

    votes = read_votes(path, BallotKind.CUMULATIVE, KNOWN).votes

    assert votes.ballots == (Ballot(applications=("H1", "H2"), points=(7, 3)),)


def test_a_workbook_is_read_as_a_csv_file_is(tmp_path: Path) -> None:
    path = tmp_path / "aanet.xlsx"
    sheet = Sheet(title="Äänet", headings=["vote", "voters"], rows=[("H1, H3", 4)])
    path.write_bytes(workbook_bytes([sheet]))

    votes = read_votes(path, BallotKind.APPROVAL, KNOWN).votes

    assert votes.ballots == (Ballot(applications=("H1", "H3"), voters=4),)


@pytest.mark.parametrize(
    ("text", "kind", "problem"),
    [
        ("vote;voters\nH9;1\n", BallotKind.APPROVAL, ("unknown-name-none", "A2")),
        ('vote;voters\n"H1,H2";1\n', BallotKind.CHOOSE_1, ("vote-choose-one", "A2")),
        ("vote;voters\nH1;none\n", BallotKind.APPROVAL, ("must-be-whole", "B2")),
        ("vote;voters\nH1;0\n", BallotKind.APPROVAL, ("at-least", "B2")),
        ('vote;points\n"H1,H2";5\n', BallotKind.SCORING, ("vote-points-count", "A2")),
        ('vote;points\n"H1,H1";"5,5"\n', BallotKind.SCORING, ("twice", "A2")),
        ("name;voters\nH1;1\n", BallotKind.APPROVAL, ("column-lacking", "")),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(
    tmp_path: Path, text: str, kind: BallotKind, problem: tuple[str, str]
) -> None:
    assert problem in keys(a_file(tmp_path, text), kind)
