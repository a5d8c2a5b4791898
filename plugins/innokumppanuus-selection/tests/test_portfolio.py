"""`exact_portfolio`: the core's method, this one and trying all sets agree where all apply."""

import random
from fractions import Fraction

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, Limits, Portfolio, Proof
from innokumppanuus.engine.exact import exact_optima
from innokumppanuus.errors import InvalidValue, UnknownKey
from innokumppanuus.plugin.interfaces import ChecksOptions, Form, Selector
from innokumppanuus.plugin.pacing import TakesPace
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.portfolios import a_candidate, a_field, every_set
from innokumppanuus_selection.portfolio import ExactPortfolio
from innokumppanuus_selection.solvers import EXTRAS, installed

GAP = Fraction(1, 4)
FIELDS = {"scipy": 150, "highs": 100, "cbc": 12}


@pytest.mark.parametrize("solver", sorted(FIELDS))
def test_all_methods_agree_on_best_and_near_sets_and_contradictions(solver: str) -> None:
    if solver not in installed():
        pytest.skip(f"{EXTRAS[solver]} is not installed")
    dice = random.Random(20178)
    for number in range(FIELDS[solver]):
        field, limits = a_field(dice, partial=number % 3 == 0)

        made = ExactPortfolio().select(field, limits, {"gap": GAP, "listed": 500, "solver": solver})

        core = exact_optima(field, limits, 500, GAP)
        assert (made.portfolios, made.near) == (core.portfolios, core.near)
        assert (made.is_complete, made.is_near_complete) == (True, True)
        assert made.infeasible == core.infeasible
        tried = every_set(field, limits)
        assert made.portfolios == tuple(one for one in tried if one.value == tried[0].value)


def test_the_order_of_candidates_changes_nothing_where_many_are_tied() -> None:
    field = [a_candidate(f"H{number:02}", 1 + number % 3, 1000) for number in range(40)]
    mixed = list(field)
    random.Random(20179).shuffle(mixed)
    limits = Limits(budget=Money(15_000), maximum=14)

    made = [ExactPortfolio().select(one, limits, {"listed": 5}) for one in (field, mixed)]

    assert made[0] == made[1]
    assert (len(made[0].portfolios), made[0].is_complete) == (5, False)


def test_a_difference_of_a_millionth_of_a_millionth_decides() -> None:
    great = Fraction(10**6)
    field = [
        a_candidate("H1", great, 1000),
        a_candidate("H2", great + Fraction(1, 10**12), 1000),
        a_candidate("H3", great - Fraction(1, 10**12), 1000),
    ]

    made = ExactPortfolio().select(field, Limits(maximum=2), {})

    assert [one.applications for one in made.portfolios] == [("H1", "H2")]


def test_two_hundred_with_all_kinds_of_limits_are_proven_optimal() -> None:
    dice = random.Random(20180)
    field = [
        a_candidate(
            f"H{number:03}", Fraction(dice.randint(200, 600), 10), dice.randint(30, 120) * 10**4
        )
        for number in range(200)
    ]
    ids = [one.application for one in field]
    groups = [
        GroupLimit(id=f"t{one}", name=label(), members=tuple(ids[one::9]), least=1)
        for one in range(9)
    ]
    limits = Limits(budget=Money(20_000_000), maximum=40, minimum=3, groups=tuple(groups))

    made = ExactPortfolio().select(field, limits, {})

    assert made.portfolios and made.proof is Proof.SOLVER and "HiGHS" in made.solver


def test_parts_of_costs_use_the_budget_to_the_last_cent() -> None:
    field = [a_candidate("H1", 4, 1000, 500), a_candidate("H2", 3, 1000, 400)]

    (one,) = ExactPortfolio().select(field, Limits(budget=Money(1501)), {}).portfolios

    assert one == Portfolio(
        applications=("H1", "H2"),
        value=4 + 3 * Fraction(501, 1000),
        cost=Money(1501),
        awards={"H2": Money(501)},
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"gapp": 0}, "'gap'"),
        ({"gap": 2}, "share from 0 to 1"),
        ({"listed": 0}, "1 or more"),
        ({"solver": "gurobi"}, "scipy"),
        ({"seconds": 0}, "more than 0"),
    ],
)
def test_options_that_cannot_be_used_are_told_when_a_rule_set_is_checked(
    options: dict[str, object], words: str
) -> None:
    method = ExactPortfolio()
    assert isinstance(method, Selector) and isinstance(method, ChecksOptions)

    with pytest.raises(InvalidValue, match=words):
        method.check_options(options, Form())


def test_a_solver_that_is_not_installed_is_told_with_those_that_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("innokumppanuus_selection.solvers.installed", lambda: ("scipy",))

    with pytest.raises(UnknownKey, match="'scipy'"):
        ExactPortfolio().select([], Limits(), {"solver": "cbc"})


def test_method_tells_its_pace_of_its_steps_and_finds_the_same() -> None:
    field = [a_candidate(f"H{number}", number, 1000) for number in range(1, 6)]
    limits = Limits(maximum=2)
    told: list[tuple[int, int]] = []
    watched = ExactPortfolio().with_pace(lambda done, of: told.append((done, of)))

    made = watched.select(field, limits, {})

    assert isinstance(ExactPortfolio(), TakesPace)
    assert made == ExactPortfolio().select(field, limits, {})
    assert told[0][0] == 0
