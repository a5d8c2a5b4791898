"""Parts of costs: no division of the money is worth more, and equals are parted by a named rule."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, Limits
from innokumppanuus.engine.awards import Award, divided
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.errors import SelectionError
from innokumppanuus.testing.builders import label


def award(value: int, least: int, most: int) -> Award:
    return Award(value=Fraction(value), least=least, most=most)


AWARDS = st.tuples(st.integers(-2, 5), st.integers(0, 5), st.integers(0, 5)).map(
    lambda one: award(one[0], min(one[1:]), max(one[1:]))
)


@given(st.lists(AWARDS, max_size=4), st.none() | st.integers(0, 16))
def test_no_other_division_is_worth_more(awards: list[Award], cents: int | None) -> None:
    members = {f"H{place}": one for place, one in enumerate(awards)}
    rows = rows_of(Limits(budget=None if cents is None else Money(cents)), members)

    got = divided(members, rows)

    every = [
        dict(zip(members, sums, strict=True))
        for sums in product(*(range(one.least, one.most + 1) for one in awards))
        if cents is None or sum(sums) <= cents
    ]
    assert (got is None) is (not every)
    if got is not None:
        assert got in every
        assert worth(members, got) == max(worth(members, one) for one in every)


def worth(members: dict[str, Award], cents: dict[str, int]) -> Fraction:
    return sum((one.worth(cents[name]) for name, one in members.items()), Fraction(0))


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (award(2, 1, 4), award(4, 1, 8), "H2"),
        (award(4, 1, 4), award(2, 1, 8), "H1"),
        (award(4, 1, 4), award(4, 1, 4), "H1"),
    ],
)
def test_the_rest_goes_where_it_is_worth_most_then_to_the_higher_total_then_by_id(
    first: Award, second: Award, whole: str
) -> None:
    members = {"H2": second, "H1": first}

    got = divided(members, rows_of(Limits(budget=Money(first.most + second.most - 1)), members))

    assert got is not None and got[whole] == members[whole].most


def test_a_limit_in_money_over_parts_is_refused_in_words() -> None:
    members = {"H1": award(1, 1, 2)}
    group = GroupLimit(id="area", name=label(), members=("H1",), most_money=Money(1))

    with pytest.raises(SelectionError, match="'area' is in money"):
        divided(members, rows_of(Limits(groups=(group,)), members))
