"""What a ballot may say."""

import pytest

from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.errors import InvalidValue


def test_voters_of_equal_ballots_are_counted_together() -> None:
    votes = Votes(
        kind=BallotKind.APPROVAL,
        ballots=(Ballot(applications=("H1",), voters=3), Ballot(applications=(), voters=2)),
    )

    assert votes.voters == 5


def test_ballot_names_an_application_once() -> None:
    with pytest.raises(InvalidValue, match="H1"):
        Ballot(applications=("H1", "H2", "H1"))


def test_points_are_given_to_each_that_is_named() -> None:
    with pytest.raises(InvalidValue, match="each of the 2"):
        Ballot(applications=("H1", "H2"), points=(3,))


def test_points_are_never_negative() -> None:
    with pytest.raises(InvalidValue, match="-1"):
        Ballot(applications=("H1",), points=(-1,))


@pytest.mark.parametrize("kind", list(BallotKind))
def test_only_cumulative_and_scoring_ballots_have_points(kind: BallotKind) -> None:
    assert kind.has_points is (kind in (BallotKind.CUMULATIVE, BallotKind.SCORING))
