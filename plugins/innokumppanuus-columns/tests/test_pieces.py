"""Pieces that expressions of Polars are made of: whole quotients, ratios, what is unknown."""

import pytest

pl = pytest.importorskip("polars", reason="polars is not installed; it is an optional extra")

from innokumppanuus.domain.money import Money  # noqa: E402  Polars may be absent
from innokumppanuus.ruleset.expressions import UNKNOWN, Type  # noqa: E402
from innokumppanuus_columns import pieces  # noqa: E402


def value(one: "pl.Expr") -> object:
    return pl.select(one).item()


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [(-7, 2, -3), (7, -2, -3), (7, 2, 3), (-(2**63), 1, -(2**63)), (-(2**63), -1, 2**63)],
)
def test_whole_quotient_is_towards_zero(left: int, right: int, wanted: int) -> None:
    pair = (pl.lit(left, dtype=pl.Int64), pl.lit(right, dtype=pl.Int64))

    assert value(pieces.whole_quotient(*pair)) == wanted


def test_whole_quotient_by_zero_is_unknown() -> None:
    assert value(pieces.whole_quotient(pl.lit(7), pl.lit(0))) is None


def test_number_beyond_64_bits_is_unknown() -> None:
    most = pieces.wide(pl.lit(2**63 - 1, dtype=pl.Int64))

    assert value(pieces.narrow(most)) == 2**63 - 1
    assert value(pieces.narrow(most + most)) is None


def test_ratio_by_zero_is_unknown() -> None:
    assert value(pieces.ratio(pl.lit(1.0), pl.lit(0.0))) is None


@pytest.mark.parametrize(
    ("kind", "given", "wanted"),
    [
        (Type.MONEY, Money(1050), 1050),
        (Type.BOOL, False, False),
        (Type.STRING, "ä\0", "ä\0"),
        (Type.INT, UNKNOWN, None),
        (Type.DATE, None, None),
    ],
)
def test_constant_is_as_a_column_has_it(kind: Type, given: object, wanted: object) -> None:
    assert value(pieces.constant(kind, given)) == wanted


def test_unknown_term_does_not_hide_one_that_decides() -> None:
    terms = [pl.lit(None, dtype=pl.Boolean), pl.lit(False), pl.lit(True)]

    assert value(pieces.joined(terms, is_any=False)) is False
    assert value(pieces.joined(terms, is_any=True)) is True
