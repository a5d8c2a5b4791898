"""Shares that are counted read as exact shares, whenever they are read."""

from fractions import Fraction

from innokumppanuus.domain.acceptability import Acceptability, CountedShares
from innokumppanuus.records import from_record, to_record

SHARES = (Fraction(1, 2), Fraction(0), Fraction(1, 6))
COUNTED = CountedShares([3, 0, 1], 6)


def test_counts_of_a_whole_are_its_exact_shares() -> None:
    assert (tuple(COUNTED), len(COUNTED), COUNTED[-1]) == (SHARES, 3, Fraction(1, 6))
    assert COUNTED[:2] == SHARES[:2]


def test_counted_shares_equal_the_same_shares_however_they_are_kept() -> None:
    assert COUNTED == SHARES
    assert SHARES == COUNTED
    assert CountedShares([6, 0, 2], 12) == COUNTED
    assert hash(COUNTED) == hash(SHARES)


def test_other_shares_and_what_is_no_sequence_differ() -> None:
    assert CountedShares([3, 0, 2], 6) != COUNTED
    assert COUNTED != 1


def test_a_record_of_counted_shares_is_read_back_equal() -> None:
    one = Acceptability(application="H01", ranks=COUNTED)

    record = to_record(one)

    assert record["ranks"] == ["1/2", "0", "1/6"]
    assert from_record(Acceptability, record) == one
