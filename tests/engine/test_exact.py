"""Every best set under every limit, near sets and contradictions: as trying all sets tells."""

import random
from fractions import Fraction

import pytest

from innokumppanuus.domain.selection import LimitKind, Limits
from innokumppanuus.engine.exact import exact_optima, gap_of
from innokumppanuus.errors import InvalidValue, TooManyApplications
from innokumppanuus.testing.portfolios import a_candidate, a_field, every_set, first_contradiction

GAP = Fraction(1, 4)


@pytest.mark.parametrize("partial", [False, True])
def test_best_and_near_sets_are_those_of_all_sets_tried(partial: bool) -> None:
    dice = random.Random(20171)
    for _ in range(1500):
        field, limits = a_field(dice, partial=partial)
        tried = every_set(field, limits)
        if not tried:
            continue

        optima = exact_optima(field, limits, 1000, GAP)

        best = tried[0].value
        assert optima.portfolios == tuple(one for one in tried if one.value == best)
        lowest = best - abs(best) * GAP
        assert optima.near == tuple(one for one in tried if lowest <= one.value < best)
        assert optima.is_complete and optima.is_near_complete and optima.infeasible is None


@pytest.mark.parametrize("partial", [False, True])
def test_a_contradiction_is_the_first_of_the_smallest(partial: bool) -> None:
    dice = random.Random(20172)
    seen = 0
    for _ in range(400):
        field, limits = a_field(dice, most=5, partial=partial)
        kept = first_contradiction(field, limits)

        optima = exact_optima(field, limits, 10, Fraction(0))

        assert (optima.infeasible is None) is (kept is None)
        if kept is not None and optima.infeasible is not None:
            told = [(one.limit, one.kind) for one in optima.infeasible.limits]
            assert told == [(row.limit, row.kind) for row in kept]
            seen += 1
    assert seen > 50


def test_the_order_of_candidates_changes_nothing() -> None:
    dice = random.Random(20173)
    for _ in range(200):
        field, limits = a_field(dice)
        mixed = list(field)
        dice.shuffle(mixed)

        assert exact_optima(mixed, limits, 10, GAP) == exact_optima(field, limits, 10, GAP)


def test_more_best_sets_than_are_listed_are_told_of() -> None:
    field = [a_candidate(f"H{number}", 1, 100) for number in range(6)]

    optima = exact_optima(field, Limits(maximum=3, minimum=1), 5, Fraction(0))

    assert (len(optima.portfolios), optima.is_complete) == (5, False)


def test_nobody_at_all_may_be_too_few() -> None:
    optima = exact_optima([], Limits(minimum=1), 5, Fraction(0))

    assert optima.infeasible is not None
    (one,) = optima.infeasible.limits
    assert (one.kind, one.count, one.is_enough) == (LimitKind.MINIMUM, 1, True)


def test_more_than_thirty_are_refused() -> None:
    field = [a_candidate(f"H{number}", 1, 100) for number in range(31)]

    with pytest.raises(TooManyApplications, match="at most 30"):
        exact_optima(field, Limits(minimum=1), 5, Fraction(0))


@pytest.mark.parametrize("given", [-1, Fraction(3, 2), True, "paljon"])
def test_a_gap_that_is_no_share_is_refused(given: object) -> None:
    with pytest.raises(InvalidValue, match="share from 0 to 1"):
        gap_of({"gap": given})


def test_an_option_that_is_not_there_is_told_with_the_one_that_is_meant() -> None:
    with pytest.raises(InvalidValue, match="'gap'"):
        gap_of({"gapp": Fraction(1, 10)})
