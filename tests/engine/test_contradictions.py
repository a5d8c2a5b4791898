"""Smallest contradictions: the first of the smallest, as trying all of them tells."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.engine.contradictions import smallest_contradiction

SETS = st.integers(1, 8).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.lists(
            st.frozensets(st.integers(0, count - 1), min_size=1, max_size=4), min_size=1, max_size=4
        ),
    )
)


@given(SETS)
def test_it_is_the_first_of_the_smallest(given_: tuple[int, list[frozenset[int]]]) -> None:
    count, contradictions = given_

    def is_possible(kept: frozenset[int]) -> bool:
        return not any(one <= kept for one in contradictions)

    def keeping(kept: frozenset[int]) -> frozenset[int] | None:
        return kept if is_possible(kept) else None

    found = smallest_contradiction(count, keeping)

    tried = (one for size in range(count + 1) for one in combinations(range(count), size))
    assert found == next(one for one in tried if not is_possible(frozenset(one)))


def test_what_nothing_can_keep_contradicts_by_itself() -> None:
    assert smallest_contradiction(2, lambda kept: None) == ()
