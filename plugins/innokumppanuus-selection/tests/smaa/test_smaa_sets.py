from collections.abc import Mapping
from fractions import Fraction as F
from itertools import combinations
from random import Random

import attrs
import pytest

from innokumppanuus.domain.acceptability import Sampling
from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, Limits, Needs
from innokumppanuus.domain.weights import WeightRegion
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.rows import broken, rows_of
from innokumppanuus.errors import NothingFits, Stopped
from innokumppanuus.plugin.interfaces import Selector
from innokumppanuus_selection.portfolio import ExactPortfolio
from innokumppanuus_selection.smaa.alternatives import Drawing
from innokumppanuus_selection.smaa.sets import (
    feasible_sets,
    listed_shares,
    portfolio_shares,
    solved,
)

ITEMS = ("K1", "K2", "K3")
REGION = WeightRegion.order([["K1"], ["K2", "K3"]])
FEW = Drawing(count=100, seed=3)


def a_choice(
    chance: Random, count: int, selector: Selector | None = None, **limits: object
) -> Choice:
    names = [f"H{place:02}" for place in range(count)]
    costs = {name: Money.of(chance.randint(1, 9)) for name in names}
    scores = {name: {item: F(chance.randint(0, 9)) for item in ITEMS} for name in names}
    total = sum(cost.cents for cost in costs.values())
    given: Mapping[str, object] = {"budget": Money(total * 2 // 5), **limits}
    chosen: Selector = selector or ExactPortfolio()
    return Choice(
        selector=chosen,
        policy=SelectionPolicy(selector=chosen.key),
        limits=Limits(**given),  # type: ignore[arg-type]
        costs=costs,
        scores=scores,
    )


GROUP = GroupLimit(id="g", name=same("g"), members=("H00", "H01", "H02"), least=1, most=2)
NEEDS = Needs(id="n", name=same("n"), application="H03", other="H04")


def test_listed_sets_are_those_that_brute_force_finds_unbettered() -> None:
    chance = Random(1)
    for _ in range(30):
        choice = a_choice(chance, 7, minimum=1, maximum=4, groups=(GROUP,), needs=(NEEDS,))
        rows = rows_of(choice.limits, choice.costs)
        cents = {name: cost.cents for name, cost in choice.costs.items()}
        every = [
            one
            for size in range(8)
            for one in combinations(sorted(choice.costs), size)
            if not broken(rows, {name: cents[name] for name in one})
        ]

        listed = feasible_sets(choice, REGION)

        assert set(listed) <= set(every)
        for one in every:
            assert any(set(one) <= set(other) for other in listed)


def test_exact_shares_and_drawn_ones_agree_on_the_same_field() -> None:
    chance = Random(2)
    for _ in range(5):
        choice = a_choice(chance, 8, groups=(GROUP,))

        exact = portfolio_shares(choice, REGION, FEW)
        sets = feasible_sets(choice, REGION)
        drawn = listed_shares(sets, choice.scores, REGION, Drawing(count=40_000))

        assert exact.draws.sampling is Sampling.EXACT
        for name, share in exact.applications.items():
            assert float(drawn.applications[name]) == pytest.approx(float(share), abs=0.012)


def test_solved_draws_agree_with_the_list_within_the_half_width() -> None:
    choice = a_choice(Random(5), 8, groups=(GROUP,), needs=(NEEDS,))

    exact = portfolio_shares(choice, REGION, FEW)
    found = solved(choice, REGION, FEW)

    assert not found.is_listed_whole
    for name, share in exact.applications.items():
        near = float(found.draws.half_width)
        assert float(found.applications[name]) == pytest.approx(float(share), abs=1.5 * near)


def test_a_large_field_is_solved_draw_by_draw() -> None:
    found = portfolio_shares(a_choice(Random(8), 25), REGION, Drawing(count=20))

    assert (found.is_listed_whole, found.draws.count) == (False, 20)
    assert sum(one.share for one in found.sets) == 1


def test_the_same_seed_gives_the_same_shares() -> None:
    choice = a_choice(Random(8), 20)

    assert portfolio_shares(choice, REGION, Drawing(count=20)) == portfolio_shares(
        choice, REGION, Drawing(count=20)
    )


def test_a_method_that_does_not_go_by_sums_is_asked_for_each_draw() -> None:
    @attrs.frozen
    class Other(ExactPortfolio):
        key: str = "other"

    choice = a_choice(Random(4), 6, selector=Other())

    found = portfolio_shares(choice, REGION, Drawing(count=40))

    assert not found.is_listed_whole
    assert sum(one.share for one in found.sets) == 1


@pytest.mark.parametrize("count", [6, 20])
def test_limits_that_no_set_keeps_are_told(count: int) -> None:
    choice = a_choice(Random(4), count, minimum=count)

    with pytest.raises(NothingFits):
        portfolio_shares(choice, REGION, FEW)


def test_a_person_may_stop_it() -> None:
    def stop(done: int, of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        solved(a_choice(Random(4), 5), REGION, FEW, stop)
