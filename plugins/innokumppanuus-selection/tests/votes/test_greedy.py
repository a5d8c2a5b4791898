"""The greedy rule against every order of equal projects."""

import random
from fractions import Fraction
from itertools import permutations

import pytest

from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus_selection.votes.domain import Election, Project, Satisfaction
from innokumppanuus_selection.votes.greedy import greedy
from innokumppanuus_selection.votes.profile import Profile


def an_election(costs: list[int], votes: list[int], budget: int) -> Election:
    """Return an election in which each project has so many voters of its own."""
    return Election(
        projects=tuple(Project(id=f"p{i}", cost=Fraction(c)) for i, c in enumerate(costs)),
        budget=Fraction(budget),
        votes=Votes(
            kind=BallotKind.APPROVAL,
            ballots=tuple(
                Ballot(applications=(f"p{i}",), voters=count)
                for i, count in enumerate(votes)
                if count
            ),
        ),
    )


def by_every_order(
    costs: list[int], votes: list[int], budget: int, satisfaction: Satisfaction
) -> set[tuple[str, ...]]:
    def worth(one: int) -> Fraction:
        if not costs[one]:
            return Fraction(10**6 + votes[one])
        return Fraction(votes[one], 1 if satisfaction is Satisfaction.COST else costs[one])

    found = set()
    wanted = [one for one, count in enumerate(votes) if count]
    for order in permutations(wanted):
        if any(worth(a) < worth(b) for a, b in zip(order, order[1:], strict=False)):
            continue
        left, taken = budget, []
        for one in order:
            if costs[one] <= left:
                taken.append(one)
                left -= costs[one]
        found.add(tuple(f"p{one}" for one in sorted(taken)))
    return found


@pytest.mark.parametrize("satisfaction", list(Satisfaction))
def test_sets_are_those_of_every_order_of_equal_projects(satisfaction: Satisfaction) -> None:
    dice = random.Random(7)

    for _ in range(400):
        count = dice.randint(1, 5)
        costs = [dice.randint(0, 5) for _ in range(count)]
        votes = [dice.randint(0, 3) for _ in range(count)]
        budget = dice.randint(0, 12)
        outcomes = greedy(Profile.of(an_election(costs, votes, budget)), satisfaction)

        assert set(outcomes.sets) == by_every_order(costs, votes, budget, satisfaction)


def test_what_does_not_fit_is_passed_over() -> None:
    profile = Profile.of(an_election([5, 8, 3], [9, 5, 1], 10))

    assert greedy(profile).sets == (("p0", "p2"),)


def test_what_nobody_wants_is_not_taken() -> None:
    profile = Profile.of(an_election([5, 3], [9, 0], 10))

    assert greedy(profile).sets == (("p0",),)


def test_votes_for_money_favour_the_cheap() -> None:
    profile = Profile.of(an_election([10, 4, 4], [9, 8, 8], 10))

    sets = [greedy(profile, one).sets for one in Satisfaction]

    assert sets == [(("p0",),), (("p1", "p2"),)]


def test_too_many_ties_are_told() -> None:
    profile = Profile.of(an_election([1] * 12, [1] * 12, 6))

    outcomes = greedy(profile, most=50)

    assert (len(outcomes.sets), outcomes.is_complete) == (50, False)
