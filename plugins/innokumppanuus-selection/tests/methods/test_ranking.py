"""The ranking methods against published numbers, and where a method cannot tell anything."""

from fractions import Fraction

import attrs
import numpy as np
import pytest

from innokumppanuus.domain.selection import Candidate
from innokumppanuus.errors import SelectionError
from innokumppanuus.testing.portfolios import a_candidate
from innokumppanuus_selection.methods.ranking import (
    is_installed,
    places,
    promethee,
    topsis,
    vikor,
)

needs_library = pytest.mark.skipif(
    not is_installed(), reason="pymcdm is not installed; it is the extra 'methods'"
)
MATRIX = np.array([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], dtype=float)
WEIGHTS = np.array([0.3, 0.4, 0.3])
"""Tzeng, Huang (2011), Multiple attribute decision making: methods and applications."""


def candidates(rows: list[list[int]], weights: list[int]) -> list[Candidate]:
    """Return candidates H0, H1, … with scores on K0, K1, …"""
    total = sum(weights)
    shares = {f"K{i}": Fraction(one, total) for i, one in enumerate(weights)}
    return [
        attrs.evolve(
            a_candidate(f"H{number}", 1, 100),
            scores={f"K{i}": Fraction(one) for i, one in enumerate(row)},
            weights=shares,
        )
        for number, row in enumerate(rows)
    ]


@needs_library
def test_topsis_gives_the_published_closeness() -> None:
    assert topsis(MATRIX, WEIGHTS).round(4).tolist() == [0.5037, 0.6581, 0.7482, 0.3340]


@needs_library
def test_vikor_gives_the_published_distance() -> None:
    assert vikor(MATRIX, WEIGHTS).round(9).tolist() == [0.75, 0.25, 0.0, 1.0]


@needs_library
def test_promethee_gives_the_flows_reckoned_by_hand() -> None:
    # The first wins .4, 0 and .4 of its three pairs and loses .6, .6 and .6: (.8 - 1.8) / 3.
    expected = [-1 / 3, 1 / 6, 17 / 30, -0.4]

    assert promethee(MATRIX, WEIGHTS) == pytest.approx(expected, abs=1e-12)


@needs_library
@pytest.mark.parametrize(("method", "is_more"), [(topsis, True), (promethee, True), (vikor, False)])
def test_published_matrix_is_ranked_alike(method: object, is_more: bool) -> None:
    rows = MATRIX.astype(int).tolist()

    found = places(candidates(rows, [3, 4, 3]), method, is_more)  # type: ignore[arg-type]

    assert (found["H2"], found["H1"]) == (1, 2)


@needs_library
@pytest.mark.parametrize(("method", "is_more"), [(topsis, True), (promethee, True), (vikor, False)])
def test_equal_applications_share_a_place(method: object, is_more: bool) -> None:
    rows = [[3, 1], [3, 1], [1, 2]]

    found = places(candidates(rows, [2, 1]), method, is_more)  # type: ignore[arg-type]

    assert found == {"H0": 1, "H1": 1, "H2": 3}


@needs_library
@pytest.mark.parametrize(("method", "is_more"), [(topsis, True), (promethee, True), (vikor, False)])
def test_item_in_which_all_are_equal_parts_nobody(method: object, is_more: bool) -> None:
    rows = [[3, 5], [2, 5]]

    found = places(candidates(rows, [1, 9]), method, is_more)  # type: ignore[arg-type]

    assert found == {"H0": 1, "H1": 2}


@pytest.mark.parametrize("method", [topsis, promethee, vikor])
def test_where_all_are_equal_all_are_first(method: object) -> None:
    found = places(candidates([[3, 5], [3, 5]], [1, 1]), method, True)  # type: ignore[arg-type]

    assert found == {"H0": 1, "H1": 1}


def test_vikor_leaves_out_the_part_that_says_nothing() -> None:
    # By sum and by worst item both are equally far from the best.
    assert vikor(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([0.5, 0.5])).tolist() == [0, 0]


@needs_library
def test_order_of_the_candidates_changes_nothing() -> None:
    field = candidates(MATRIX.astype(int).tolist(), [3, 4, 3])

    assert places(field, topsis, True) == dict(sorted(places(field[::-1], topsis, True).items()))


def test_without_weights_there_is_no_ranking() -> None:
    with pytest.raises(SelectionError, match="weights"):
        places([a_candidate("H1", 1, 1)], topsis, True)


def test_nobody_is_ranked_where_nobody_is() -> None:
    assert places([], topsis, True) == {}
