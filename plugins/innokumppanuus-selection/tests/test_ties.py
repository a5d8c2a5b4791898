"""Ties among more best sets than are listed: settled as if all were listed, or left to people."""

import random
from fractions import Fraction

import attrs

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.precedence import TieRule
from innokumppanuus.domain.selection import Candidate, Limits
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.exact import exact_optima
from innokumppanuus.engine.selection import BY_PEOPLE, break_ties
from innokumppanuus.engine.tie_stages import in_lot_order, stages_of
from innokumppanuus.engine.weighting import region
from innokumppanuus.plugin.interfaces import SettlesTies
from innokumppanuus.testing.portfolios import a_candidate
from innokumppanuus_selection.portfolio import ExactPortfolio

ORDER = (("K1",), ("K2",))
WEIGHTS = Weighting(kind=WeightingKind.WEIGHTS, weights={"K1": Fraction(1), "K2": Fraction(1)})


def tied_field(dice: random.Random, count: int) -> list[Candidate]:
    """Return candidates of equal totals that differ in criteria and cost."""
    return [
        attrs.evolve(
            a_candidate(f"H{number:02}", 4, dice.randint(9, 11) * 100_000),
            scores={"K1": Fraction(first := dice.randint(1, 3)), "K2": Fraction(4 - first)},
        )
        for number in range(count)
    ]


def test_all_best_sets_count_though_few_are_listed() -> None:
    dice = random.Random(20182)
    method = ExactPortfolio()
    assert isinstance(method, SettlesTies)
    for _ in range(12):
        field = tied_field(dice, 8)
        limits = Limits(budget=Money(3_050_000), maximum=3)
        policy = SelectionPolicy(
            tie_rules=("criteria_order", "lower_cost", "lottery_in_order"), lottery_seed="2026"
        )
        chosen, rule = break_ties(
            exact_optima(field, limits, 1000, Fraction(0)), policy, field, ORDER
        )
        stages = [
            stage
            for name in policy.tie_rules
            for stage in stages_of(TieRule(name), policy, field, ORDER)
        ]

        settled = method.settle(field, limits, {"listed": 2}, stages)

        assert rule and settled == chosen


def choice_of_many(*tie_rules: str, places: int = 10) -> Choice:
    ids = [f"H{number:02}" for number in range(30)]
    return Choice(
        selector=ExactPortfolio(),
        policy=SelectionPolicy(
            tie_rules=tie_rules, lottery_seed="2026-05-04", options={"listed": 3}
        ),
        limits=Limits(budget=Money(places * 100_000), maximum=25),
        costs=dict.fromkeys(ids, Money(100_000)),
        scores={one: {"K1": Fraction(2), "K2": Fraction(2)} for one in ids},
    )


def test_a_lottery_decides_among_thirty_million_best_sets() -> None:
    made = choice_of_many("lower_cost", "lottery_in_order").made(WEIGHTS, region(WEIGHTS))

    assert made.chosen is not None and len(made.chosen.applications) == 10
    assert (made.decided_by, made.optima.is_complete) == ("lottery_in_order", False)


def test_the_lots_go_on_beyond_the_first_sixteen() -> None:
    choice = choice_of_many("lottery_in_order", places=20)
    drawn = in_lot_order("2026-05-04", choice.candidates(region(WEIGHTS).representative))

    made = choice.made(WEIGHTS, region(WEIGHTS))

    assert made.chosen is not None
    assert made.chosen.applications == tuple(sorted(drawn[:20]))


def test_without_a_rule_that_decides_people_do() -> None:
    made = choice_of_many("lower_cost").made(WEIGHTS, region(WEIGHTS))

    assert (made.chosen, made.decided_by) == (None, BY_PEOPLE)


def test_how_parts_of_costs_are_divided_is_left_to_people() -> None:
    field = [a_candidate("H1", 1, 200, 100), a_candidate("H2", 1, 200, 100)]

    stage = {"H1": Fraction(1), "H2": Fraction(0)}

    assert ExactPortfolio().settle(field, Limits(maximum=1), {}, [stage]) is None


def test_a_comparison_that_is_the_same_for_every_best_set_is_passed_over() -> None:
    values = {"H1": 9, "H2": 5, "H3": 5}
    field = [a_candidate(name, value, 100) for name, value in values.items()]
    same_for_all = {"H1": Fraction(7), "H2": Fraction(0), "H3": Fraction(0)}
    parting = {"H1": Fraction(0), "H2": Fraction(0), "H3": Fraction(1)}

    settled = ExactPortfolio().settle(field, Limits(maximum=2), {}, [same_for_all, parting])

    assert settled is not None and settled.applications == ("H1", "H3")
