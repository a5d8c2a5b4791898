"""How far each application is from the other side: flipped by trying every set."""

import os
import random
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, LimitKind, Limits
from innokumppanuus.domain.standing import ScoreChange
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.engine.standing import standing_of
from innokumppanuus.errors import UnknownKey
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.grounds import (
    best_with,
    one_of,
    random_grounds,
    some_grounds,
)

LITTLE = Fraction(1, 10**6)
COUNT = 3000 if os.environ.get("INNOKUMPPANUUS_LONG") == "1" else 150
"""Random choices; thousands when there is time."""


def sides(grounds: Grounds, application: str, value: Fraction) -> tuple[Fraction, Fraction]:
    """Return what the best sets with and without the application are worth at another total."""
    field = grounds.replaced(attrs.evolve(grounds.candidate(application), value=value))
    inside = best_with(field, grounds.limits, application, True)
    outside = best_with(field, grounds.limits, application, False)
    assert inside is not None and outside is not None
    return inside.value, outside.value


@pytest.mark.parametrize("partial", [False, True])
def test_the_points_are_just_those_at_which_it_turns(partial: bool) -> None:
    dice, turned = random.Random(51), 0
    for _ in range(COUNT):
        grounds = random_grounds(dice, partial=partial)
        for one in grounds.field if grounds else ():
            assert grounds is not None
            standing = standing_of(grounds, one.application)
            if standing.points is None:
                continue
            level = one.value + (-standing.points if standing.is_in else standing.points)
            inside, outside = sides(grounds, one.application, level)
            above, _ = sides(grounds, one.application, level + LITTLE)
            assert inside == outside
            assert partial or above > outside
            turned += 1
    assert turned > 150


def test_who_has_no_points_is_in_every_set_or_in_none() -> None:
    dice, barred = random.Random(52), 0
    for _ in range(150):
        grounds = random_grounds(dice)
        for one in grounds.field if grounds else ():
            assert grounds is not None
            standing = standing_of(grounds, one.application)
            other = best_with(grounds.field, grounds.limits, one.application, not standing.is_in)
            assert (standing.points is None) is (other is None)
            assert bool(standing.barred) is (other is None)
            barred += other is None
    assert barred > 20


def test_the_sum_is_the_largest_with_which_it_comes_to_a_tie() -> None:
    dice, told = random.Random(53), 0
    for _ in range(120):
        grounds = random_grounds(dice)
        for one in grounds.field if grounds else ():
            assert grounds is not None
            standing = standing_of(grounds, one.application)
            if standing.sum is None:
                continue
            fits = []
            for cents in range(one.cost.cents + 1):
                field = grounds.replaced(attrs.evolve(one, cost=Money(cents)))
                inside = best_with(field, grounds.limits, one.application, True)
                if inside is not None and inside.value >= grounds.chosen.value:
                    fits.append(cents)
            assert standing.sum == Money(max(fits))
            told += 1
    assert told > 20


def test_one_criterion_alone_is_told_where_its_scale_lets_it() -> None:
    field = (one_of("H1", (4, 4, 4), 100), one_of("H2", (3, 3, 1), 100))
    grounds = some_grounds(field, Limits(budget=Money(100)))

    standing = standing_of(grounds, "H2")

    # 4 points against 2.6; a point of K1 is worth 0.5, of K2 0.3, of K3 0.2.
    assert standing.points == Fraction(14, 10)
    assert standing.alone == (
        ScoreChange(item="K1", by=None),
        ScoreChange(item="K2", by=None),
        ScoreChange(item="K3", by=None),
    )
    assert standing.together == (
        ScoreChange(item="K1", by=Fraction(2)),
        ScoreChange(item="K2", by=Fraction(4, 3)),
    )


def test_a_loss_beyond_a_threshold_turns_sooner_than_a_tie() -> None:
    field = (one_of("H1", (4, 4, 4), 100), one_of("H2", (1, 1, 1), 100))
    grounds = some_grounds(
        field, Limits(budget=Money(100)), thresholds={"K3": Fraction(3)}, total_threshold=None
    )

    standing = standing_of(grounds, "H1")

    assert standing.points == 3
    assert standing.alone == (
        ScoreChange(item="K1", by=None),
        ScoreChange(item="K2", by=None),
        ScoreChange(item="K3", by=Fraction(1), is_threshold=True),
    )
    assert standing.together == standing.alone[2:]


def test_an_item_that_scores_itself_is_told_to_its_top() -> None:
    field = (one_of("H1", (4, 4, 4), 100), one_of("H2", (0, 4, 4), 100))
    grounds = some_grounds(field, Limits(budget=Money(100)), self_scored=frozenset({"K1"}))

    standing = standing_of(grounds, "H2")

    assert standing.points == 2
    assert standing.alone[0] == ScoreChange(item="K1", by=Fraction(5))
    assert standing.together == ()


def test_the_limits_that_it_breaks_beside_the_chosen_are_told_with_by_how_much() -> None:
    field = (one_of("H1", (4, 4, 4), 70), one_of("H2", (3, 3, 3), 50), one_of("H3", (5, 5, 5), 20))
    group = GroupLimit(id="g", name=label("teema"), members=("H1", "H2"), most=1)
    grounds = some_grounds(field, Limits(budget=Money(100), groups=(group,)))

    bound = standing_of(grounds, "H2").bound

    assert [(one.kind, one.money, one.count) for one in bound] == [
        (LimitKind.BUDGET, Money(40), None),
        (LimitKind.MOST, None, 1),
    ]


def test_who_would_go_out_and_come_in_beside_it_are_told() -> None:
    field = (
        one_of("H1", (5, 5, 5), 100),
        one_of("H2", (4, 4, 4), 60),
        one_of("H3", (0, 1, 0), 40),
    )
    grounds = some_grounds(field, Limits(budget=Money(100)))

    standing = standing_of(grounds, "H2")

    assert (standing.is_in, standing.leaves, standing.joins) == (False, ("H1",), ("H3",))


def test_an_application_that_may_not_be_chosen_is_not_explained() -> None:
    grounds = some_grounds((one_of("H1", (4, 4, 4), 100),), Limits())

    with pytest.raises(UnknownKey):
        standing_of(grounds, "H9")
