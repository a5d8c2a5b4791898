"""An election."""

from fractions import Fraction

from innokumppanuus.domain.votes import BallotKind, Votes
from innokumppanuus_selection.votes.domain import Election, Project


def test_money_is_divided_so_that_every_sum_is_whole() -> None:
    election = Election(
        projects=(Project(id="a", cost=Fraction("0.25")), Project(id="b", cost=Fraction(1, 3))),
        budget=Fraction(10),
        votes=Votes(kind=BallotKind.APPROVAL),
    )

    assert election.parts == 12
