from fractions import Fraction
from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Optima, Portfolio
from innokumppanuus.engine.choice import Choice, choice_of
from innokumppanuus.engine.funding import AsApplied
from innokumppanuus.engine.selection import ExactSum
from innokumppanuus.engine.weighting import region
from innokumppanuus.errors import SelectionError
from innokumppanuus.testing.builders import a_call, an_application, label

ORDER = Weighting(kind=WeightingKind.ORDER, order=(("K1",), ("K2",)))
SCORES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=7)


def choice(rows: list[tuple[int, int]], euros: int = 10_000) -> Choice:
    scores = {
        f"H{place}": {"K1": Fraction(k1), "K2": Fraction(k2)}
        for place, (k1, k2) in enumerate(rows, 1)
    }
    applications = [an_application(one, amount=Money.of(euros)) for one in scores]
    policy = SelectionPolicy(tie_rules=("criteria_order",))
    call = a_call(budget=a_call().budget)
    return choice_of(call, policy, applications, scores, ExactSum(), AsApplied())


@given(SCORES)
def test_a_robust_choice_is_best_at_any_weights_that_respect_the_order(
    rows: list[tuple[int, int]],
) -> None:
    made = choice(rows)
    allowed = region(ORDER)

    selection = made.made(ORDER, allowed)

    holds = [
        selection.chosen in made.optima({"K1": 1 - low, "K2": low}).portfolios
        or selection.chosen is not None
        and _value(rows, selection.chosen.applications, low) == _highest(rows, low)
        for low in (Fraction(0), Fraction(1, 7), Fraction(1, 4), Fraction(2, 5), Fraction(1, 2))
    ]
    if selection.is_robust:
        assert all(holds)
    elif selection.chosen is not None:
        assert not (holds[0] and holds[-1])


def _value(rows: list[tuple[int, int]], members: tuple[str, ...], low: Fraction) -> Fraction:
    return sum(
        (
            (1 - low) * rows[int(one[1:]) - 1][0] + low * rows[int(one[1:]) - 1][1]
            for one in members
        ),
        Fraction(0),
    )


def _highest(rows: list[tuple[int, int]], low: Fraction) -> Fraction:
    ids = [f"H{place}" for place in range(1, len(rows) + 1)]
    return max(
        _value(rows, members, low) for size in range(6) for members in combinations(ids, size)
    )


@given(SCORES, st.integers(1, 7))
def test_the_best_sets_beside_an_application_are_those_that_hold_it(
    rows: list[tuple[int, int]], number: int
) -> None:
    made = choice(rows, euros=12_500)
    application = f"H{min(number, len(rows))}"
    weights = region(ORDER).representative

    beside = made.optima_with(application, weights)

    assert beside is not None
    own = next(one.value for one in made.candidates(weights) if one.application == application)
    ids = [f"H{place}" for place in range(1, len(rows) + 1)]
    values = {one.application: one.value for one in made.candidates(weights)}
    best = max(
        sum((values[one] for one in members), Fraction(0))
        for size in range(1, 5)
        for members in combinations(ids, size)
        if application in members
    )
    assert beside.portfolios[0].value + own == best


def test_an_application_dearer_than_the_whole_budget_fits_nowhere() -> None:
    made = choice([(5, 5)], euros=60_000)

    assert made.optima_with("H1", region(ORDER).representative) is None


def test_one_whose_cost_cannot_be_told_is_not_a_candidate() -> None:
    scores = {one: {"K1": Fraction(1), "K2": Fraction(1)} for one in ("H1", "H2")}
    applications = [an_application("H1"), an_application("H2", amount=None)]

    made = choice_of(a_call(), SelectionPolicy(), applications, scores, ExactSum(), AsApplied())

    assert list(made.costs) == ["H1"]


def test_the_money_that_is_left_is_told() -> None:
    made = choice([(5, 5), (4, 4)], euros=8_000)

    assert made.made(ORDER, region(ORDER)).left == Money.of(34_000)


@attrs.frozen
class Careless:
    """A selection method that gives the sets it is told to."""

    portfolios: tuple[Portfolio, ...]
    key: str = "koe.careless"
    name: Label = attrs.field(factory=label)

    def select(self, candidates, limits, options):  # type: ignore[no-untyped-def]
        return Optima(portfolios=self.portfolios)


def by_careless(*sets: Portfolio) -> Optima:
    made = attrs.evolve(choice([(5, 5)] * 7), selector=Careless(sets))
    return made.optima(region(ORDER).representative)


def portfolio_of(*members: str, value: int = 5, euros: int | None = None) -> Portfolio:
    cost = 10_000 * len(members) if euros is None else euros
    return Portfolio(
        applications=members, value=Fraction(value * len(members)), cost=Money.of(cost)
    )


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        ((portfolio_of("H1", "H2", "H3", "H4", "H5", "H6"),), "'maximum': must be at most 5"),
        ((portfolio_of("H1", "H9"),), "no candidate"),
        ((portfolio_of("H1", "H1"),), "twice"),
        ((portfolio_of("H1", euros=1),), "value and cost"),
        ((portfolio_of("H1", value=9),), "value and cost"),
        ((portfolio_of("H1"), portfolio_of("H1", "H2")), "same value"),
        ((), "one or more sets"),
    ],
)
def test_a_selector_that_does_not_keep_its_word_is_not_believed(
    sets: tuple[Portfolio, ...], told: str
) -> None:
    with pytest.raises(SelectionError, match=told):
        by_careless(*sets)


def test_a_selector_that_breaks_the_budget_is_not_believed() -> None:
    made = attrs.evolve(
        choice([(5, 5)] * 5, euros=20_000),
        selector=Careless((portfolio_of("H1", "H2", "H3", euros=60_000),)),
    )

    with pytest.raises(SelectionError, match="'budget': must be at most 50000"):
        made.optima(region(ORDER).representative)
