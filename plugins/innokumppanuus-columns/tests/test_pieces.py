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


@pytest.mark.parametrize("deciding", [False, True])
@pytest.mark.parametrize("decided_rows", [0, 2, 20])
def test_slow_part_is_the_same_where_it_is_reckoned_and_where_not(
    deciding: bool, decided_rows: int
) -> None:
    truths = [True, False, None]
    pairs = [(one, other) for one in truths for other in truths]
    pairs += [(deciding, None)] * decided_rows
    table = pl.DataFrame(pairs, schema={"quick": pl.Boolean, "slow": pl.Boolean}, orient="row")
    quick, slow = pl.col("quick"), pl.col("slow")

    found = pieces.where_open(deciding, quick, [slow], lambda open_: open_.select("slow"))

    plain = quick | slow if deciding else quick & slow
    assert table.select(found).to_series().to_list() == table.select(plain).to_series().to_list()


def test_slow_part_is_reckoned_only_where_rows_are_open() -> None:
    table = pl.DataFrame({"quick": [False] * 9 + [True], "slow": [True] * 10})
    seen = []

    def rest(open_: "pl.LazyFrame") -> "pl.LazyFrame":
        seen.append(open_.collect().height)
        return open_.select("slow")

    table.select(pieces.where_open(False, pl.col("quick"), [pl.col("slow")], rest))

    assert seen == [1]


def test_no_rows_have_no_open_ones() -> None:
    table = pl.DataFrame(schema={"quick": pl.Boolean, "slow": pl.Boolean})

    found = pieces.where_open(
        False, pl.col("quick"), [pl.col("slow")], lambda open_: open_.select("slow")
    )

    assert table.select(found).height == 0
