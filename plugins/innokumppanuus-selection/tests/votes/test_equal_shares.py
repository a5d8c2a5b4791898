"""Equal shares against the definition reckoned plainly in fractions, and on worked examples."""

import random
from collections.abc import Sequence
from fractions import Fraction

import pytest

from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus_selection.votes.domain import Completion, Election, Project, Satisfaction
from innokumppanuus_selection.votes.equal_shares import equal_shares
from innokumppanuus_selection.votes.profile import Profile, points_of


def an_election(
    costs: Sequence[int],
    ballots: Sequence[tuple[Sequence[int], Sequence[int], int]],
    budget: int,
    kind: BallotKind = BallotKind.APPROVAL,
) -> Election:
    """Return an election of projects p0, p1, …; a ballot is indices, points and voters."""
    return Election(
        projects=tuple(Project(id=f"p{i}", cost=Fraction(c)) for i, c in enumerate(costs)),
        budget=Fraction(budget),
        votes=Votes(
            kind=kind,
            ballots=tuple(
                Ballot(
                    applications=tuple(f"p{i}" for i in named), points=tuple(points), voters=voters
                )
                for named, points, voters in ballots
            ),
        ),
    )


def a_random_election(dice: random.Random) -> Election:
    count = dice.randint(1, 5)
    kind = dice.choice([BallotKind.APPROVAL, BallotKind.CUMULATIVE, BallotKind.ORDINAL])
    ballots = []
    for _ in range(dice.randint(1, 5)):
        named = dice.sample(range(count), dice.randint(0, count))
        points = [dice.randint(0, 3) for _ in named] if kind is BallotKind.CUMULATIVE else []
        ballots.append((named, points, dice.randint(1, 3)))
    costs = [dice.randint(0, 6) for _ in range(count)]
    return an_election(costs, ballots, dice.randint(0, 15), kind)


def by_definition(election: Election, satisfaction: Satisfaction) -> set[tuple[str, ...]]:
    """Return every set that the method can give: each voter by themselves, every tie tried."""
    votes, costs = election.votes, {one.id: one.cost for one in election.projects}
    longest = max((len(one.applications) for one in votes.ballots), default=0)
    voters = [
        dict(zip(one.applications, points_of(one, votes.kind, longest), strict=True))
        for one in votes.ballots
        for _ in range(one.voters)
    ]
    found: set[tuple[str, ...]] = set()

    def price(project: str, purses: list[Fraction]) -> Fraction | None:
        wants = [(i, points[project]) for i, points in enumerate(voters) if points.get(project)]
        if not wants or sum(purses[i] for i, _ in wants) < costs[project]:
            return None
        left, poor = costs[project], set()
        while True:
            rich = [(i, points) for i, points in wants if i not in poor]
            each = left / sum(points for _, points in rich) if rich else Fraction(0)
            short = [i for i, points in rich if purses[i] < each * points]
            if not short:
                return each
            poor |= set(short)
            left -= sum((purses[i] for i in short), Fraction(0))

    def go(bought: tuple[str, ...], purses: list[Fraction]) -> None:
        prices = {one: price(one, purses) for one in costs if one not in bought}
        worth = {
            one: each / (costs[one] or 1) if satisfaction is Satisfaction.COST else each
            for one, each in prices.items()
            if each is not None
        }
        if not worth:
            found.add(tuple(sorted(bought)))
            return
        for one in [one for one, each in worth.items() if each == min(worth.values())]:
            each = prices[one]
            assert each is not None
            paid = [
                max(purse - each * points.get(one, 0), Fraction(0))
                for purse, points in zip(purses, voters, strict=True)
            ]
            go((*bought, one), paid)

    go((), [election.budget / len(voters)] * len(voters) if voters else [])
    return found


@pytest.mark.parametrize("satisfaction", list(Satisfaction))
def test_sets_are_those_of_the_definition_with_every_tie(satisfaction: Satisfaction) -> None:
    dice = random.Random(31)

    for _ in range(600):
        election = a_random_election(dice)
        outcomes = equal_shares(Profile.of(election), satisfaction)

        assert outcomes.is_complete
        assert set(outcomes.sets) == by_definition(election, satisfaction), election


def test_small_group_gets_its_share_of_the_money() -> None:
    # Of 10 voters 6 want p0–p2 and 4 want p3; by plain votes p3 would get nothing.
    election = an_election([20, 20, 20, 40], [((0, 1, 2), (), 6), ((3,), (), 4)], 100)

    outcomes = equal_shares(Profile.of(election))

    assert outcomes.sets == (("p0", "p1", "p2", "p3"),)


def test_group_that_is_too_small_for_its_project_leaves_its_money() -> None:
    election = an_election([30, 30, 50], [((0, 1), (), 6), ((2,), (), 4)], 100)

    outcomes = equal_shares(Profile.of(election))

    assert outcomes.sets == (("p0", "p1"),)


def test_exact_share_is_enough() -> None:
    # 3 voters of 7 have exactly 3/7 of 7 together; thirds and sevenths are not exact in binary.
    election = an_election([3, 4], [((0,), (), 3), ((1,), (), 4)], 7)

    assert equal_shares(Profile.of(election)).sets == (("p0", "p1"),)


def test_a_tie_lists_each_set() -> None:
    election = an_election([6, 6], [((0, 1), (), 2)], 10)

    assert equal_shares(Profile.of(election)).sets == (("p0",), ("p1",))


def test_add1_gives_voters_more_while_the_budget_lasts() -> None:
    # Endowed with 10 each, the pair cannot buy p1 for 25; with 12.5 each it can, and all costs 95.
    election = an_election([70, 25], [((0,), (), 8), ((1,), (), 2)], 100)

    alone = equal_shares(Profile.of(election))
    completed = equal_shares(Profile.of(election), completion=Completion.ADD1)

    assert (alone.sets, completed.sets) == ((("p0",),), (("p0", "p1"),))


def test_add1_stops_before_the_budget_breaks() -> None:
    election = an_election([70, 35], [((0,), (), 8), ((1,), (), 2)], 100)

    assert equal_shares(Profile.of(election), completion=Completion.ADD1).sets == (("p0",),)


def test_utilitarian_completion_takes_what_still_fits() -> None:
    election = an_election([60, 50, 40], [((0,), (), 7), ((1,), (), 2), ((2,), (), 1)], 100)

    alone = equal_shares(Profile.of(election))
    completed = equal_shares(Profile.of(election), completion=Completion.UTILITARIAN)

    assert (alone.sets, completed.sets) == ((("p0",),), (("p0", "p2"),))


def test_add1u_completes_what_add1_leaves() -> None:
    election = an_election([70, 35, 20], [((0,), (), 8), ((1,), (), 1), ((2,), (), 1)], 100)

    sets = equal_shares(Profile.of(election), completion=Completion.ADD1U).sets

    assert sets == (("p0", "p2"),)


def test_many_ties_are_told_to_be_too_many() -> None:
    election = an_election([6] * 12, [(tuple(range(12)), (), 1)], 36)

    outcomes = equal_shares(Profile.of(election), most=20)

    assert (len(outcomes.sets), outcomes.is_complete) == (20, False)


def test_nobody_votes_and_nothing_is_bought() -> None:
    assert equal_shares(Profile.of(an_election([5], [], 10))).sets == ((),)
