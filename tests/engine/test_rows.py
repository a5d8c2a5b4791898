"""Rows: what a set comes to in each limit, and by how much it breaks it."""

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, LimitKind, Limits, Needs
from innokumppanuus.engine.rows import broken, rows_of
from innokumppanuus.testing.builders import label

SET = {"H1": 300, "H2": 500}


def group(**bounds: object) -> Limits:
    members = ("H1", "H2", "H9")
    return Limits(groups=(GroupLimit(id="g", name=label(), members=members, **bounds),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("limits", "excess"),
    [
        (Limits(budget=Money(799)), 1),
        (Limits(budget=Money(800)), 0),
        (Limits(maximum=1), 1),
        (Limits(maximum=2), 0),
        (Limits(minimum=4), 2),
        (Limits(minimum=2), 0),
        (group(most=1), 1),
        (group(least=3), 1),
        (group(most_money=Money(700)), 100),
        (group(least_money=Money(900)), 100),
        (group(least_money=Money(800)), 0),
        (Limits(needs=(Needs(id="n", name=label(), application="H1", other="H3"),)), 1),
        (Limits(needs=(Needs(id="n", name=label(), application="H1", other="H2"),)), 0),
        (Limits(needs=(Needs(id="n", name=label(), application="H3", other="H4"),)), 0),
    ],
)
def test_a_set_breaks_a_limit_by_what_is_beyond_it(limits: Limits, excess: int) -> None:
    (row,) = rows_of(limits, ["H3", "H2", "H1"])

    assert row.excess(SET) == excess
    assert bool(broken([row], SET)) is bool(excess)


def test_a_need_of_one_who_is_no_candidate_is_no_row() -> None:
    need = Needs(id="n", name=label(), application="H9", other="H1")

    assert rows_of(Limits(needs=(need,)), ["H1"]) == ()


def test_rows_come_in_one_order_whatever_the_limits_were_told_in() -> None:
    first, second = (GroupLimit(id=one, name=label(), members=("H1",), most=1) for one in "ab")
    limits = Limits(budget=Money(1), maximum=1, minimum=1, groups=(second, first))

    rows = rows_of(limits, ["H2", "H1"])

    assert [(row.limit, row.kind) for row in rows] == [
        ("maximum", LimitKind.MAXIMUM),
        ("budget", LimitKind.BUDGET),
        ("minimum", LimitKind.MINIMUM),
        ("a", LimitKind.MOST),
        ("b", LimitKind.MOST),
    ]
