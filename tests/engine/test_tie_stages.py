"""Tie rules as sums: they leave the set that the rules leave when all sets are listed."""

import random
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.precedence import TieRule
from innokumppanuus.domain.selection import Candidate, Optima, Portfolio
from innokumppanuus.engine.precedence import lot
from innokumppanuus.engine.selection import break_ties
from innokumppanuus.engine.tie_stages import in_lot_order, stages_of
from innokumppanuus.testing.portfolios import a_candidate, a_field, every_set

ORDER = (("K1",), ("K2",))


def left_by(
    rule: TieRule, policy: SelectionPolicy, field: list[Candidate], best: list[Portfolio]
) -> list[Portfolio]:
    for stage in stages_of(rule, policy, field, ORDER):
        sums = [sum(stage[one] for one in each.applications) for each in best]
        best = [one for one, total in zip(best, sums, strict=True) if total == max(sums)]
    return best


@pytest.mark.parametrize(
    "rule", [TieRule.CRITERIA_ORDER, TieRule.LOWER_COST, TieRule.LOTTERY_IN_ORDER]
)
def test_the_stages_of_a_rule_leave_what_the_rule_leaves(rule: TieRule) -> None:
    dice = random.Random(20181)
    policy = SelectionPolicy(tie_rules=(rule.value,), lottery_seed="2026-05-04")
    decided = 0
    for _ in range(300):
        plain, limits = a_field(dice)
        field = [
            attrs.evolve(one, scores={"K1": Fraction(dice.randint(0, 2)), "K2": Fraction(1)})
            for one in plain
        ]
        tried = every_set(field, limits)
        best = [one for one in tried if one.value == tried[0].value]
        if len(best) < 2:
            continue

        left = left_by(rule, policy, field, best)

        chosen, by = break_ties(Optima(portfolios=tuple(best)), policy, field, ORDER)
        assert (chosen is None) is (len(left) > 1)
        if chosen is not None:
            assert (left, by) == ([chosen], rule.value)
            decided += 1
    assert decided > 20


def test_lots_of_applications_can_be_checked_with_common_tools() -> None:
    field = [a_candidate(f"H{number:02}", 1, 100) for number in range(40)]

    drawn = in_lot_order("siemen", field)

    lots = [lot("siemen", [one]) for one in drawn]
    assert lots == sorted(lots) and set(drawn) == {one.application for one in field}
    assert lots[0] == min(lot("siemen", [one.application]) for one in field)


def test_a_lottery_of_whole_sets_is_no_sum() -> None:
    assert stages_of(TieRule.LOTTERY, SelectionPolicy(), [a_candidate("H1", 1, 1)], ORDER) == ()


def test_every_stage_tells_of_every_application() -> None:
    field = [a_candidate(f"H{number:02}", 1, 100) for number in range(40)]

    stages = stages_of(TieRule.LOTTERY_IN_ORDER, SelectionPolicy(lottery_seed="s"), field, ORDER)

    assert len(stages) == 3
    assert all(set(stage) == {one.application for one in field} for stage in stages)
