"""Votes as arrays."""

from fractions import Fraction

from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus_selection.votes.domain import Election, Project
from innokumppanuus_selection.votes.profile import Profile, points_of


def a_profile(kind: BallotKind, *ballots: Ballot) -> Profile:
    return Profile.of(
        Election(
            projects=(
                Project(id="b", cost=Fraction("2.5")),
                Project(id="a", cost=Fraction(1, 3)),
            ),
            budget=Fraction(4),
            votes=Votes(kind=kind, ballots=ballots),
        )
    )


def test_every_sum_is_a_whole_number() -> None:
    profile = a_profile(BallotKind.APPROVAL)

    assert (profile.ids, profile.costs, profile.budget, profile.unit) == (
        ("a", "b"),
        (2, 15),
        24,
        6,
    )


def test_votes_for_others_do_not_count_but_the_voter_does() -> None:
    profile = a_profile(BallotKind.APPROVAL, Ballot(applications=("z",), voters=4))

    assert (profile.voters, [one.total for one in profile.support]) == (4, [0, 0])


def test_first_of_an_ordinal_ballot_gets_the_length_of_the_longest() -> None:
    ballot = Ballot(applications=("b", "a"))

    assert points_of(ballot, BallotKind.ORDINAL, 3) == (3, 2)


def test_zero_points_are_no_support() -> None:
    profile = a_profile(
        BallotKind.CUMULATIVE, Ballot(applications=("a", "b"), points=(0, 5), voters=2)
    )

    assert [one.total for one in profile.support] == [0, 10]
    assert [one.ballots.tolist() for one in profile.support] == [[], [0]]
