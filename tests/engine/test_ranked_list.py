from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits
from innokumppanuus.engine.ranked_list import MOST_TIED, RankedList
from innokumppanuus.errors import InvalidValue, SelectionError, TooManyApplications
from innokumppanuus.plugin.interfaces import Form


def candidate(id: str, rank: int, euros: int) -> Candidate:
    return Candidate(
        application=id, value=Fraction(10 - rank), cost=Money.of(euros), scores={}, rank=rank
    )


def chosen(candidates: list[Candidate], limits: Limits, **options: str) -> set[tuple[str, ...]]:
    found = RankedList().select(candidates, limits, options)
    return {one.applications for one in found.portfolios}


def test_the_list_stops_at_the_first_that_does_not_fit() -> None:
    field = [candidate("A", 1, 30), candidate("B", 2, 30), candidate("C", 3, 10)]

    assert chosen(field, Limits(budget=Money.of(50))) == {("A",)}


def test_skip_goes_on_to_those_below_that_fit() -> None:
    field = [candidate("A", 1, 30), candidate("B", 2, 30), candidate("C", 3, 10)]

    assert chosen(field, Limits(budget=Money.of(50)), too_costly="skip") == {("A", "C")}


def test_the_places_end_the_list_too() -> None:
    field = [candidate("A", 1, 30), candidate("B", 2, 30)]

    assert chosen(field, Limits(maximum=1)) == {("A",)}


def test_a_shared_last_place_gives_every_set_that_some_order_gives() -> None:
    field = [candidate("A", 1, 30), candidate("B", 2, 20), candidate("C", 2, 10)]

    assert chosen(field, Limits(budget=Money.of(50))) == {("A", "B"), ("A", "C")}


def test_nobody_gives_the_empty_list() -> None:
    assert chosen([], Limits(budget=Money.of(50))) == {()}


def test_too_many_on_the_last_place_are_refused_and_not_sampled() -> None:
    field = [candidate(f"H{place:02}", 1, 10) for place in range(MOST_TIED + 1)]

    with pytest.raises(TooManyApplications):
        chosen(field, Limits(budget=Money.of(10)))


def test_a_limit_that_it_cannot_keep_is_refused() -> None:
    with pytest.raises(SelectionError, match="other limits"):
        chosen([candidate("A", 1, 30)], Limits(minimum=1))


def test_an_option_that_is_not_known_is_refused() -> None:
    with pytest.raises(InvalidValue):
        RankedList().check_options({"too_costly": "jump"}, Form())
    with pytest.raises(InvalidValue):
        RankedList().check_options({"too_dear": "skip"}, Form())


FIELDS = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 5)), max_size=6).map(
    lambda rows: [candidate(f"H{place}", rank, euros) for place, (rank, euros) in enumerate(rows)]
)
LIMITS = st.builds(
    Limits,
    budget=st.none() | st.integers(0, 14).map(Money.of),
    maximum=st.none() | st.integers(0, 5),
)


def walked(field: list[Candidate], limits: Limits, skips: bool) -> tuple[str, ...]:
    """Oracle: one order, walked from the top."""
    taken: list[Candidate] = []
    for one in field:
        spent = sum(other.cost.cents for other in (*taken, one))
        fits = limits.budget is None or spent <= limits.budget.cents
        if fits and (limits.maximum is None or len(taken) < limits.maximum):
            taken.append(one)
        elif not skips:
            break
    return tuple(sorted(one.application for one in taken))


@given(FIELDS, LIMITS, st.booleans())
def test_exactly_the_lists_of_all_orders_are_found(
    field: list[Candidate], limits: Limits, skips: bool
) -> None:
    orders = [
        order
        for order in permutations(field)
        if all(one.rank <= other.rank for one, other in zip(order, order[1:], strict=False))
    ]

    found = chosen(field, limits, too_costly="skip" if skips else "stop")

    assert found == {walked(list(order), limits, skips) for order in orders}
