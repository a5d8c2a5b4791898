"""Integer programmes answer explanations as the core's exact method and trying all sets do."""

import random
from fractions import Fraction

import attrs
import pytest
from scipy.optimize import linprog

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, Limits
from innokumppanuus.engine.best_sets import BestSets, SmallSets
from innokumppanuus.engine.budget_steps import budget_steps
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.engine.limit_prices import limit_prices
from innokumppanuus.engine.standing import standing_of
from innokumppanuus.engine.weight_margins import smallest_shift, weight_latitudes
from innokumppanuus.errors import SelectionError
from innokumppanuus.testing.grounds import ITEMS, one_of, random_grounds, some_grounds
from innokumppanuus.testing.portfolios import every_set
from innokumppanuus_selection.why.programme_sets import ProgrammeSets, sets_for

SETS = ProgrammeSets()

# Lourenço, Morton, Bana e Costa (2012), Decision Support Systems 54, Table 2: cost in tenths of
# a million euros, scores of B1 to B4, department.
PROBE = (
    ("P01", 11, (67, 40, 30, 50), "A"),
    ("P02", 19, (55, 37, 40, 20), "A"),
    ("P03", 9, (100, 90, 80, 90), "A"),
    ("P04", 9, (90, 80, 70, 95), "A"),
    ("P05", 18, (48, 35, 40, 33), "B"),
    ("P06", 13, (43, 32, 25, 44), "B"),
    ("P07", 13, (42, 64, 80, 55), "B"),
    ("P08", 11, (40, 50, 44, 20), "B"),
    ("P09", 9, (80, 90, 78, 66), "C"),
    ("P10", 13, (88, 66, 80, 70), "C"),
    ("P11", 7, (41, 48, 49, 25), "D"),
    ("P12", 8, (86, 88, 90, 72), "D"),
)


def chosen_ones(count: int, most: int = 6, seed: int = 91) -> list[Grounds]:
    """Return so many random choices of the core's exact method."""
    dice, found = random.Random(seed), []
    while len(found) < count:
        grounds = random_grounds(dice, most=most)
        if grounds is not None:
            found.append(grounds)
    return found


def by_programme(grounds: Grounds) -> Grounds:
    return attrs.evolve(grounds, sets=SETS)


def test_standings_agree_with_the_exact_method() -> None:
    for grounds in chosen_ones(25):
        for one in grounds.field:
            exact = standing_of(grounds, one.application)
            made = standing_of(by_programme(grounds), one.application)
            # Of two sets that are as good either may be told as the one that comes instead.
            assert attrs.evolve(made, joins=exact.joins, leaves=exact.leaves) == exact


def test_prices_of_limits_agree_with_the_exact_method() -> None:
    for grounds in chosen_ones(40, seed=92):
        assert limit_prices(by_programme(grounds)) == limit_prices(grounds)


def test_steps_of_the_budget_agree_with_trying_every_set_of_twelve() -> None:
    for grounds in chosen_ones(6, most=12, seed=93):
        free = attrs.evolve(grounds.limits, budget=None)
        expected: list[tuple[Money, Fraction]] = []
        for one in sorted(every_set(grounds.field, free), key=lambda one: (one.cost, -one.value)):
            if not expected or one.value > expected[-1][1]:
                expected.append((one.cost, one.value))

        made = budget_steps(by_programme(grounds)).steps

        assert [(one.budget, one.value) for one in made] == expected
        assert [one.is_only for one in made] == [one.is_only for one in budget_steps(grounds).steps]


def test_latitudes_and_shifts_of_weights_agree_with_the_exact_method() -> None:
    for grounds in chosen_ones(20, seed=94):
        made = by_programme(grounds)

        assert weight_latitudes(made) == weight_latitudes(grounds)
        assert smallest_shift(made).shift == smallest_shift(grounds).shift


def test_the_smallest_shift_is_the_least_of_linear_programmes_over_every_set() -> None:
    told = 0
    for grounds in chosen_ones(60, seed=95):
        own = grounds.scores_of(grounds.chosen)
        least: float | None = None
        for one in every_set(grounds.field, grounds.limits):
            scores = grounds.scores_of(one)
            gaps = [float(scores[item] - own[item]) for item in ITEMS]
            if max(gaps) <= 0:
                continue
            shift = _least_shift([float(grounds.weights[item]) for item in ITEMS], gaps)
            least = shift if least is None else min(least, shift)

        made = smallest_shift(grounds).shift

        assert (made is None) is (least is None)
        if made is not None:
            assert float(made) == pytest.approx(least, abs=1e-8)
            told += 1
    assert told > 10


def _least_shift(weights: list[float], gaps: list[float]) -> float:
    """Return the least shift that brings the other set level: ups and downs of each weight."""
    count = len(weights)
    found = linprog(
        [1.0] * count + [0.0] * count,
        A_ub=[[-gap for gap in gaps] + gaps],
        b_ub=[sum(w * g for w, g in zip(weights, gaps, strict=True))],
        A_eq=[[1.0] * count + [-1.0] * count],
        b_eq=[0.0],
        bounds=[(0, None)] * count + [(0, weight) for weight in weights],
    )
    return float(found.fun)


def probe(limits: Limits, sets: BestSets) -> Grounds:
    weights = dict(zip(("B1", "B2", "B3", "B4"), map(Fraction, (31, 19, 29, 21)), strict=True))
    weights = {item: weight / 100 for item, weight in weights.items()}
    field = tuple(
        attrs.evolve(
            one_of(id, (0, 0, 0), tenths * 10**7),
            scores=dict(zip(weights, map(Fraction, scores), strict=True)),
        )
        for id, tenths, scores, _ in PROBE
    )
    bare = some_grounds((), Limits(), sets, weights=weights)
    tops = dict.fromkeys(weights, Fraction(100))
    bottoms = dict.fromkeys(weights, Fraction(0))
    grounds = attrs.evolve(bare, field=field, limits=limits, tops=tops, bottoms=bottoms)
    grounds = attrs.evolve(grounds, field=grounds.weighed(weights))
    best = sets.highest(grounds.field, limits)
    assert best is not None
    return attrs.evolve(grounds, chosen=best)


@pytest.mark.parametrize("sets", [SmallSets(), SETS], ids=["exact", "programme"])
def test_probe_chooses_the_five_of_its_table(sets: BestSets) -> None:
    grounds = probe(Limits(budget=Money(5 * 10**8)), sets)

    assert grounds.chosen.applications == ("P03", "P04", "P09", "P10", "P12")
    assert (grounds.chosen.cost.cents, grounds.chosen.value) == (48 * 10**7, Fraction("414.25"))


@pytest.mark.parametrize("sets", [SmallSets(), SETS], ids=["exact", "programme"])
def test_a_project_of_every_department_costs_probe_what_it_says(sets: BestSets) -> None:

    departments = {one[3] for one in PROBE}
    groups = tuple(
        GroupLimit(
            id=each, name=same(each), members=tuple(p[0] for p in PROBE if p[3] == each), least=1
        )
        for each in sorted(departments)
    )
    grounds = probe(Limits(budget=Money(5 * 10**8), groups=groups), sets)

    prices = {one.limit: one.gain for one in limit_prices(grounds)}

    assert grounds.chosen.applications == ("P03", "P04", "P07", "P09", "P12")
    assert grounds.chosen.value == Fraction("396.46")
    assert prices["B"] == Fraction("17.79")


def test_parts_of_costs_have_no_cheapest_set() -> None:
    field = (one_of("H1", (4, 4, 4), 100, least=50),)

    with pytest.raises(SelectionError, match="Parts of costs"):
        SETS.cheapest_above(field, Limits(), Fraction(0))


def test_small_fields_are_asked_of_the_exact_method_and_large_ones_of_programmes() -> None:
    assert isinstance(sets_for(16), SmallSets)
    assert isinstance(sets_for(17), ProgrammeSets)
    assert isinstance(SETS, BestSets)
