"""The greatest welfare against trying all sets."""

import random
from fractions import Fraction
from itertools import combinations

import pytest

from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus_selection.votes.domain import Election, Project, Satisfaction
from innokumppanuus_selection.votes.profile import Profile
from innokumppanuus_selection.votes.welfare import greatest_welfare, welfare


@pytest.mark.parametrize("satisfaction", list(Satisfaction))
def test_sets_are_the_best_of_all_that_fit(satisfaction: Satisfaction) -> None:
    dice = random.Random(5)

    for _ in range(20):
        count = dice.randint(1, 6)
        ids = [f"p{i}" for i in range(count)]
        profile = Profile.of(
            Election(
                projects=tuple(Project(id=one, cost=Fraction(dice.randint(1, 6))) for one in ids),
                budget=Fraction(dice.randint(0, 12)),
                votes=Votes(
                    kind=BallotKind.APPROVAL,
                    ballots=tuple(
                        Ballot(applications=tuple(sorted(dice.sample(ids, dice.randint(1, count)))))
                        for _ in range(4)
                    ),
                ),
            )
        )
        wanted = [one for one in range(count) if profile.support[one].total]
        fitting = {
            some: sum(welfare(profile, one, satisfaction) for one in some)
            for size in range(count + 1)
            for some in combinations(wanted, size)
            if profile.cost(some) <= profile.budget
        }
        best = {profile.named(one) for one, sum in fitting.items() if sum == max(fitting.values())}

        assert set(greatest_welfare(profile, satisfaction).sets) == best
