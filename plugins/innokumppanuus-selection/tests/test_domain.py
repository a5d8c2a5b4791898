"""Programmes: whether nothing at all keeps the constraints."""

import pytest

from innokumppanuus_selection.domain import Constraint, Programme


@pytest.mark.parametrize(
    ("least", "most", "is_kept"),
    [(None, None, True), (0, 0, True), (1, None, False), (None, -1, False), (-1, 1, True)],
)
def test_zero_keeps_what_lets_zero_be(
    least: float | None, most: float | None, is_kept: bool
) -> None:
    row = Constraint(terms={}, least=least, most=most)

    assert Programme(columns=(), constraints=(row,)).is_kept_by_zero is is_kept
