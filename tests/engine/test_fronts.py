from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.engine.fronts import Fronts

THINGS = st.lists(st.tuples(st.integers(-3, 9), st.integers(0, 9)), max_size=8)


def fronts(things: list[tuple[int, int]], money: int | None, places: int) -> Fronts:
    return Fronts(
        values=tuple(value for value, _ in things),
        costs=tuple(cost for _, cost in things),
        money=money,
        places=min(places, len(things)),
    )


def every_set(
    things: list[tuple[int, int]], money: int | None, places: int
) -> dict[tuple[int, ...], int]:
    return {
        members: sum(things[i][0] for i in members)
        for size in range(min(places, len(things)) + 1)
        for members in combinations(range(len(things)), size)
        if money is None or sum(things[i][1] for i in members) <= money
    }


@given(THINGS, st.none() | st.integers(0, 30), st.integers(0, 8))
def test_the_best_sets_are_those_of_trying_all(
    things: list[tuple[int, int]], money: int | None, places: int
) -> None:
    found = list(fronts(things, money, places).best_sets())

    values = every_set(things, money, places)
    highest = max(values.values())
    assert sorted(found) == sorted(one for one, value in values.items() if value == highest)


@given(THINGS, st.none() | st.integers(0, 30), st.integers(0, 8))
def test_no_kept_state_is_beaten_by_another(
    things: list[tuple[int, int]], money: int | None, places: int
) -> None:
    for states in fronts(things, money, places).states:
        for cost, count, value in states:
            assert not any(
                (other_cost, other_count, -other_value) != (cost, count, -value)
                and other_cost <= cost
                and other_count <= count
                and other_value >= value
                for other_cost, other_count, other_value in states
            )


def test_without_things_there_is_the_empty_set() -> None:
    assert list(fronts([], 0, 0).best_sets()) == [()]
