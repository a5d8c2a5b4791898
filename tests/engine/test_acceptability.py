from fractions import Fraction as F
from itertools import combinations
from random import Random

import pytest

from innokumppanuus.domain.acceptability import Acceptabilities, Sampling
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.acceptability import acceptabilities, set_shares
from innokumppanuus.errors import Stopped, TooManyCells

ITEMS = ("K1", "K2")


def field(**scores: tuple[object, ...]) -> dict[str, dict[str, F]]:
    return {
        name: {f"K{place}": F(str(one)) for place, one in enumerate(given, 1)}
        for name, given in scores.items()
    }


def ranks(found: Acceptabilities) -> dict[str, tuple[F, ...]]:
    return {one.application: one.ranks for one in found.applications}


def central(found: Acceptabilities, name: str) -> tuple[F, ...]:
    (mine,) = (one for one in found.applications if one.application == name)
    return tuple(mine.central.values())


THREE = field(A=(1, 0), B=(0, 1), C=("0.6", "0.6"))
"""Worked out by hand: A is first where its weight is over 0.6, C between 0.4 and 0.6."""


def test_three_applications_have_the_ranks_worked_out_by_hand() -> None:
    found = acceptabilities(THREE, WeightRegion.free(ITEMS))

    assert ranks(found) == {
        "A": (F(2, 5), F(1, 10), F(1, 2)),
        "B": (F(2, 5), F(1, 10), F(1, 2)),
        "C": (F(1, 5), F(4, 5), F(0)),
    }


def test_central_weights_are_the_middle_of_where_each_is_first() -> None:
    found = acceptabilities(THREE, WeightRegion.free(ITEMS))

    assert central(found, "A") == (F(4, 5), F(1, 5))
    assert central(found, "B") == (F(1, 5), F(4, 5))
    assert central(found, "C") == (F(1, 2), F(1, 2))


def test_who_is_never_first_has_no_central_weights_and_no_confidence() -> None:
    found = acceptabilities(field(A=(1, 1), B=(0, 1)), WeightRegion.free(ITEMS))

    (worse,) = (one for one in found.applications if one.application == "B")
    assert (worse.central, worse.confidence) == ({}, None)


def test_twins_share_their_ranks_evenly() -> None:
    # The third is first where its weight of the second item is over 3/7, in 4/7 of the region.
    twins = field(A=("0.5", "0.5"), B=("0.5", "0.5"), C=("0.2", "0.9"))

    found = ranks(acceptabilities(twins, WeightRegion.free(ITEMS)))

    assert found["C"][0] == F(4, 7)
    assert found["A"] == found["B"] == (F(3, 14), F(1, 2), F(2, 7))


def test_given_weights_give_the_one_ranking() -> None:
    found = acceptabilities(THREE, WeightRegion.exact({"K1": F(9), "K2": F(1)}))

    assert ranks(found)["A"] == (1, 0, 0)


def test_wins_of_two_sum_to_one() -> None:
    wins = acceptabilities(THREE, WeightRegion.free(ITEMS)).wins

    assert wins["A"]["C"] == F(2, 5)
    assert wins["A"]["C"] + wins["C"]["A"] == 1


def test_the_ranks_of_random_fields_agree_with_counting_over_a_grid() -> None:
    chance = Random(3)
    region = WeightRegion.free(("K1", "K2", "K3"))
    steps = 60
    grid = [(a, b, steps - a - b) for a in range(steps + 1) for b in range(steps + 1 - a)]
    for _ in range(5):
        scores = field(**{n: tuple(chance.randint(0, 9) for _ in range(3)) for n in "ABCD"})
        counted = dict.fromkeys(scores, 0.0)
        for point in grid:
            totals = {
                n: sum(w * s for w, s in zip(point, given.values(), strict=True))
                for n, given in scores.items()
            }
            best = [n for n in totals if totals[n] == max(totals.values())]
            for name in best:
                counted[name] += 1 / len(best) / len(grid)

        found = ranks(acceptabilities(scores, region))

        assert {n: float(one[0]) for n, one in found.items()} == pytest.approx(counted, abs=0.03)


def test_ranks_and_applications_each_share_out_the_whole() -> None:
    chance = Random(5)
    region = WeightRegion.order([["K1"], ["K2", "K3"]])
    for _ in range(20):
        scores = field(**{n: tuple(chance.randint(0, 4) for _ in range(3)) for n in "ABCDE"})

        found = ranks(acceptabilities(scores, region))

        assert all(sum(one) == 1 for one in found.values())
        assert all(sum(column) == 1 for column in zip(*found.values(), strict=True))


def test_a_region_in_too_many_parts_is_refused() -> None:
    chance = Random(1)
    scores = field(**{f"H{n}": tuple(chance.randint(0, 99) for _ in range(3)) for n in range(40)})

    with pytest.raises(TooManyCells):
        acceptabilities(scores, WeightRegion.free(("K1", "K2", "K3")))


def test_a_person_may_stop_it() -> None:
    def stop(done: int, of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        acceptabilities(THREE, WeightRegion.free(ITEMS), stop)


def test_exact_shares_say_that_nothing_was_drawn() -> None:
    draws = acceptabilities(THREE, WeightRegion.free(ITEMS)).draws

    assert (draws.sampling, draws.count, draws.half_width) == (Sampling.EXACT, 0, 0)


def test_sets_win_where_their_sum_is_the_highest() -> None:
    found = set_shares([["A"], ["B"], ["C"]], THREE, WeightRegion.free(ITEMS))

    assert {one.applications: one.share for one in found.sets} == {
        ("A",): F(2, 5),
        ("B",): F(2, 5),
        ("C",): F(1, 5),
    }


def test_sets_of_equal_worth_share_their_part() -> None:
    twins = field(A=(1, 0), B=(1, 0))

    found = set_shares([["A"], ["B"]], twins, WeightRegion.free(ITEMS))

    assert found.applications == {"A": F(1, 2), "B": F(1, 2)}


def test_an_application_has_the_shares_of_its_sets() -> None:
    chance = Random(9)
    region = WeightRegion.order([["K1"], ["K2"], ["K3"]])
    for _ in range(20):
        scores = field(**{n: tuple(chance.randint(0, 5) for _ in range(3)) for n in "ABCDEF"})
        sets = [list(one) for one in combinations("ABCDEF", 3) if chance.random() < 0.7]

        found = set_shares(sets, scores, region)

        assert sum(one.share for one in found.sets) == 1
        assert sum(found.applications.values()) == 3


def test_the_shares_of_random_sets_agree_with_counting_over_a_grid() -> None:
    chance = Random(6)
    steps = 200
    for _ in range(10):
        scores = field(**{n: (chance.randint(0, 9), chance.randint(0, 9)) for n in "ABCDE"})
        sets = [list(one) for one in combinations("ABCDE", 2)]
        counted: dict[tuple[str, ...], float] = {}
        for place in range(steps):
            weights = (F(2 * place + 1, 2 * steps), 1 - F(2 * place + 1, 2 * steps))
            worth = {
                tuple(one): sum(
                    w * scores[n][i] for n in one for w, i in zip(weights, ITEMS, strict=True)
                )
                for one in sets
            }
            best = [one for one, value in worth.items() if value == max(worth.values())]
            for one in best:
                counted[one] = counted.get(one, 0) + 1 / len(best) / steps

        found = set_shares(sets, scores, WeightRegion.free(ITEMS))

        shares = {one.applications: float(one.share) for one in found.sets}
        for one in {*shares, *counted}:
            assert shares.get(one, 0) == pytest.approx(counted.get(one, 0), abs=0.011)
