"""How much weights may change: the chosen set is best up to there, and not beyond."""

import random
from fractions import Fraction

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Limits
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.engine.weight_margins import moved, smallest_shift, weight_latitudes
from innokumppanuus.engine.weighting import Weights, total
from innokumppanuus.testing.grounds import (
    ITEMS,
    best_value,
    one_of,
    random_grounds,
    some_grounds,
)

LITTLE = Fraction(1, 10**6)


def lack(grounds: Grounds, weights: Weights) -> Fraction:
    """Return by how much the chosen set is below the best of all sets with other weights."""
    best = best_value(grounds.weighed(weights), grounds.limits)
    assert best is not None
    return best - total(weights, grounds.scores_of(grounds.chosen))


def test_the_set_is_best_up_to_both_ends_of_each_interval_and_not_beyond() -> None:
    dice, ends = random.Random(71), 0
    for _ in range(100):
        grounds = random_grounds(dice)
        for one in weight_latitudes(grounds) if grounds else ():
            assert grounds is not None
            assert one.least <= one.weight <= one.most
            for at, beyond in ((one.least, -LITTLE), (one.most, LITTLE)):
                assert lack(grounds, moved(grounds.weights, one.item, at)) == 0
                if 0 < at < 1:
                    assert lack(grounds, moved(grounds.weights, one.item, at + beyond)) > 0
                    ends += 1
    assert ends > 30


def test_at_the_smallest_shift_another_set_is_as_good_and_both_are_best() -> None:
    dice, found = random.Random(72), 0
    for number in range(100):
        grounds = random_grounds(dice, partial=number % 4 == 0)
        shift = smallest_shift(grounds) if grounds else None
        if grounds is None or shift is None or shift.shift is None:
            continue
        moves = [abs(shift.weights[one] - grounds.weights[one]) for one in ITEMS]
        assert sum(shift.weights.values()) == 1 and min(shift.weights.values()) >= 0
        assert sum(moves) / 2 == shift.shift
        assert lack(grounds, shift.weights) == 0
        found += 1
    assert found > 20


def test_no_weights_within_the_smallest_shift_alter_the_set() -> None:
    dice = random.Random(73)
    for _ in range(60):
        grounds = random_grounds(dice)
        if grounds is None:
            continue
        shift = smallest_shift(grounds).shift
        for _ in range(20):
            given = [Fraction(dice.randint(0, 20)) for _ in ITEMS]
            if not sum(given):
                continue
            weights = {one: w / sum(given) for one, w in zip(ITEMS, given, strict=True)}
            away = sum(abs(weights[one] - grounds.weights[one]) for one in ITEMS) / 2
            if shift is not None and away > shift:
                back = shift / away
                weights = {
                    one: grounds.weights[one] + back * (weights[one] - grounds.weights[one])
                    for one in ITEMS
                }
            assert lack(grounds, weights) == 0


def test_a_set_that_is_best_in_everything_has_no_shift() -> None:
    field = (one_of("H1", (5, 5, 5), 10), one_of("H2", (1, 1, 1), 10))

    shift = smallest_shift(some_grounds(field, Limits(budget=Money(10))))

    assert (shift.shift, shift.applications) == (None, ())


def test_two_who_differ_in_two_items_change_places_where_their_totals_meet() -> None:
    field = (one_of("H1", (5, 0, 0), 10), one_of("H2", (0, 5, 0), 10))
    grounds = some_grounds(field, Limits(budget=Money(10)))

    shift = smallest_shift(grounds)

    # 0.5 and 0.3: a tenth moved makes both 0.4.
    assert (shift.shift, shift.applications) == (Fraction(1, 10), ("H2",))
    assert shift.weights == {"K1": Fraction(2, 5), "K2": Fraction(2, 5), "K3": Fraction(1, 5)}
