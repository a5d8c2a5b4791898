"""A shortage says how much is lacking; counts are never below zero."""

import pytest

from innokumppanuus.domain.assignment import Reading, Shortage, ShortOf, Span


def test_a_shortage_lacks_what_is_needed_and_not_available() -> None:
    shortage = Shortage(of=ShortOf.READERS, members=("H01",), others=("A",), needed=3, available=1)

    assert shortage.lacking == 2


def test_nobody_reads_less_than_nothing() -> None:
    with pytest.raises(ValueError):
        Span(id="A", least=-1, most=2)


def test_a_lot_is_not_below_zero() -> None:
    with pytest.raises(ValueError):
        Reading(application="H01", evaluator="A", lot=-1)
