from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Portfolio
from innokumppanuus.engine.robustness import corners, rank_ranges
from innokumppanuus.engine.weighting import Region, Weights, region, total

ITEMS = ("K1", "K2", "K3")
ALLOWED = region(Weighting(kind=WeightingKind.ORDER, order=tuple((item,) for item in ITEMS)))
SCORES = st.dictionaries(
    st.integers(1, 99).map(lambda number: f"H{number:02}"),
    st.fixed_dictionaries({item: st.integers(0, 5).map(Fraction) for item in ITEMS}),
    min_size=1,
    max_size=7,
)
MIXES = st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any)


def mixed(allowed: Region, parts: list[int]) -> Weights:
    whole = sum(parts)
    return {
        item: sum(
            (
                Fraction(part, whole) * corner[item]
                for part, corner in zip(parts, allowed.corners, strict=True)
            ),
            Fraction(0),
        )
        for item in allowed.representative
    }


@given(SCORES, MIXES)
def test_no_allowed_weights_give_a_rank_outside_the_range(
    scores: dict[str, dict[str, Fraction]], parts: list[int]
) -> None:
    ranges = rank_ranges(scores, ALLOWED)

    values = {one: total(mixed(ALLOWED, parts), items) for one, items in scores.items()}
    for one, (best, worst) in ranges.items():
        above = sum(value > values[one] for value in values.values())
        level = sum(value >= values[one] for value in values.values())
        assert best <= 1 + above
        assert level <= worst


def test_the_range_is_the_one_worked_out_by_hand() -> None:
    # With w1 >= w2 >= w3: A (5,0,0) is 5·w1, B (0,5,5) is 5·(w2 + w3), C (3,3,3) is 3.
    # w1 runs from 1/3 to 1. A > C when w1 > 3/5, A > B when w1 > 1/2, B > C when w1 < 2/5.
    scores = {
        "A": dict(zip(ITEMS, map(Fraction, (5, 0, 0)), strict=True)),
        "B": dict(zip(ITEMS, map(Fraction, (0, 5, 5)), strict=True)),
        "C": dict(zip(ITEMS, map(Fraction, (3, 3, 3)), strict=True)),
    }

    assert rank_ranges(scores, ALLOWED) == {"A": (1, 3), "B": (1, 3), "C": (1, 2)}


def test_equal_applications_range_over_each_others_ranks() -> None:
    twins = {one: dict.fromkeys(ITEMS, Fraction(3)) for one in ("H1", "H2")}

    assert rank_ranges(twins, ALLOWED) == {"H1": (1, 2), "H2": (1, 2)}


def test_given_weights_leave_one_rank_to_each() -> None:
    weights = Weighting(kind=WeightingKind.WEIGHTS, weights=dict.fromkeys(ITEMS, Fraction(1)))
    scores = {one: dict.fromkeys(ITEMS, Fraction(score)) for one, score in (("H1", 1), ("H2", 4))}

    assert rank_ranges(scores, region(weights)) == {"H1": (2, 2), "H2": (1, 1)}


def test_a_choice_holds_at_a_corner_only_when_it_is_among_the_best_sets_there() -> None:
    always = Portfolio(applications=("H1",), value=Fraction(5), cost=Money(0))
    other = Portfolio(applications=("H2",), value=Fraction(5), cost=Money(0))

    found = corners(ALLOWED, lambda weights: (always,) if weights["K3"] == 0 else (other,), always)

    assert [one.holds for one in found] == [True, True, False]
