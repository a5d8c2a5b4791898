from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits, Optima
from innokumppanuus.engine.selection import BY_PEOPLE, ExactSum, break_ties, lot, portfolio
from innokumppanuus.errors import TooManyApplications

ORDER = (("K1",), ("K2",))


def candidate(id: str, value: int, euros: int = 10_000, k1: int = 0, k2: int = 0) -> Candidate:
    return Candidate(
        application=id,
        value=Fraction(value, 2),
        cost=Money.of(euros),
        scores={"K1": Fraction(k1), "K2": Fraction(k2)},
    )


FIELDS = st.lists(st.tuples(st.integers(-2, 6), st.integers(0, 6)), min_size=0, max_size=9).map(
    lambda rows: [
        candidate(f"H{number:02}", value, thousands * 1000)
        for number, (value, thousands) in enumerate(rows)
    ]
)
LIMITS = st.builds(
    Limits,
    budget=st.none() | st.integers(0, 20).map(lambda thousands: Money.of(thousands * 1000)),
    maximum=st.none() | st.integers(0, 6),
)


def keeps(limits: Limits, members: tuple[Candidate, ...]) -> bool:
    fits = limits.budget is None or portfolio(members).cost <= limits.budget
    return fits and (limits.maximum is None or len(members) <= limits.maximum)


def every_best(field: list[Candidate], limits: Limits) -> set[tuple[str, ...]]:
    """Oracle: all subsets, tried one by one."""
    sets = [
        members
        for size in range(len(field) + 1)
        for members in combinations(field, size)
        if keeps(limits, members)
    ]
    highest = max(portfolio(members).value for members in sets)
    return {
        portfolio(members).applications for members in sets if portfolio(members).value == highest
    }


@given(FIELDS, LIMITS)
def test_every_best_set_is_found_and_no_other(field: list[Candidate], limits: Limits) -> None:
    found = ExactSum().select(field, limits, {})

    assert {one.applications for one in found.portfolios} == every_best(field, limits)


@given(FIELDS, LIMITS)
def test_a_selection_never_breaks_a_limit(field: list[Candidate], limits: Limits) -> None:
    found = ExactSum().select(field, limits, {})

    by_id = {one.application: one for one in field}
    for one in found.portfolios:
        assert keeps(limits, tuple(by_id[member] for member in one.applications))


@given(FIELDS, LIMITS, st.randoms(use_true_random=False))
def test_the_order_of_candidates_changes_nothing(field, limits, random) -> None:  # type: ignore[no-untyped-def]
    mixed = list(field)
    random.shuffle(mixed)

    assert ExactSum().select(mixed, limits, {}) == ExactSum().select(field, limits, {})


def test_thirty_applications_under_a_tight_budget_are_chosen_exactly() -> None:
    field = [candidate(f"H{i:02}", (i * 7) % 11 + 1, 1000 * ((i * 5) % 9 + 2)) for i in range(30)]
    limits = Limits(budget=Money.of(40_000), maximum=12)

    found = ExactSum().select(field, limits, {})

    assert found.is_complete
    assert found.portfolios[0].value == _by_knapsack(field, 40, 12)


def _by_knapsack(
    field: list[Candidate], money_at_most: int, places: int, unit: int = 1000
) -> Fraction:
    best = {(0, 0): Fraction(0)}
    for one in field:
        cost = one.cost.cents // (100 * unit)
        for (money, count), value in list(best.items()):
            key = (money + cost, count + 1)
            if key[0] <= money_at_most and key[1] <= places:
                best[key] = max(best.get(key, Fraction(0)), value + one.value)
    return max(best.values())


def test_values_that_follow_the_costs_closely_are_no_obstacle() -> None:
    """The hardest kind for branch and bound: it did not end on this field."""
    field = [
        candidate(f"H{i:02}", 7000 + (i * 389) % 1000, 7000 + (i * 617) % 1000) for i in range(30)
    ]
    limits = Limits(budget=Money.of(110_000), maximum=12)

    found = ExactSum().select(field, limits, {})

    assert found.portfolios[0].value == _by_knapsack(field, 110_000, 12, unit=1)


def test_more_than_a_hundred_are_refused_with_the_limit() -> None:
    field = [candidate(f"H{i:02}", 1) for i in range(101)]

    with pytest.raises(TooManyApplications) as caught:
        ExactSum().select(field, Limits(), {})

    assert (caught.value.count, caught.value.limit) == (101, 100)


def two_best(policy: SelectionPolicy, *field: Candidate) -> tuple[tuple[str, ...] | None, str]:
    optima = ExactSum().select(field, Limits(maximum=1), {})
    chosen, decided_by = break_ties(optima, policy, field, ORDER)
    return (chosen.applications if chosen else None), decided_by


def test_criteria_order_takes_the_set_that_is_higher_on_the_most_important() -> None:
    policy = SelectionPolicy(tie_rules=("criteria_order", "lower_cost"))

    chosen = two_best(policy, candidate("H1", 6, k1=1, k2=5), candidate("H2", 6, k1=4))

    assert chosen == (("H2",), "criteria_order")


def test_lower_cost_decides_when_the_criteria_do_not() -> None:
    policy = SelectionPolicy(tie_rules=("criteria_order", "lower_cost"))

    chosen = two_best(policy, candidate("H1", 6, 9_000), candidate("H2", 6, 8_000))

    assert chosen == (("H2",), "lower_cost")


def test_the_lottery_follows_its_published_seed() -> None:
    policy = SelectionPolicy(tie_rules=("lottery",), lottery_seed="2017-09-06")

    chosen, decided_by = two_best(policy, candidate("H1", 6), candidate("H2", 6))

    assert decided_by == "lottery"
    assert chosen == min([("H1",), ("H2",)], key=lambda one: lot("2017-09-06", one))


def test_a_lot_can_be_checked_with_common_tools() -> None:
    # printf '%s' 'siemen|H01|H07' | sha256sum
    assert lot("siemen", ["H07", "H01"]).startswith(SIEMEN_LOT)


SIEMEN_LOT = "30bfa3ea915cf892"


def test_a_tie_that_no_rule_decides_is_left_to_people() -> None:
    policy = SelectionPolicy(tie_rules=("lower_cost",))

    assert two_best(policy, candidate("H1", 6), candidate("H2", 6)) == (None, BY_PEOPLE)


def test_one_best_set_needs_no_tie_rule() -> None:
    policy = SelectionPolicy(tie_rules=("lottery",), lottery_seed="s")

    assert two_best(policy, candidate("H1", 6), candidate("H2", 5)) == (("H1",), "")


def test_optima_that_are_not_all_listed_are_left_to_people() -> None:
    field = [candidate(f"H{i:02}", 2) for i in range(20)]
    optima = ExactSum().select(field, Limits(maximum=10), {})
    policy = SelectionPolicy(tie_rules=("lottery",), lottery_seed="s")

    chosen, decided_by = break_ties(optima, policy, field, ORDER)

    assert not optima.is_complete
    assert (chosen, decided_by) == (None, BY_PEOPLE)


def test_nobody_to_choose_gives_one_empty_set() -> None:
    assert ExactSum().select([], Limits(), {}) == Optima(portfolios=(portfolio([]),))
