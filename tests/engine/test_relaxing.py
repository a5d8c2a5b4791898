"""What a contradiction costs: each limit gives way by as little as can be, the others staying."""

import random

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, LimitKind, Limits
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.relaxing import infeasible
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.portfolios import (
    a_candidate,
    a_field,
    first_contradiction,
    least_excess,
)

FIELD = [a_candidate(f"H{number}", number, 100_000 * number) for number in (1, 2, 3)]


def told(limits: Limits) -> list[tuple[str, int | None, Money | None, bool]]:
    things = {one.application: Award.of(one) for one in FIELD}
    found = infeasible(things, rows_of(limits, things), "EUR")
    return [(one.limit, one.count, one.money, one.is_enough) for one in found.limits]


def test_a_budget_too_small_for_the_minimum_tells_what_is_lacking() -> None:
    limits = Limits(budget=Money(250_000), minimum=2)

    assert told(limits) == [
        ("budget", None, Money(50_000), True),
        ("minimum", 1, None, True),
    ]


def test_when_there_is_another_contradiction_giving_way_is_not_enough() -> None:
    nobody = GroupLimit(id="area", name=label(), members=(), least=1)
    limits = Limits(budget=Money(250_000), minimum=4, groups=(nobody,))

    assert told(limits) == [("minimum", 1, None, False)]


def test_each_gives_way_by_as_little_as_can_be() -> None:
    dice = random.Random(20174)
    seen = 0
    for _ in range(300):
        field, limits = a_field(dice, most=5)
        kept = first_contradiction(field, limits)
        if kept is None:
            continue
        things = {one.application: Award.of(one) for one in field}
        rows = rows_of(limits, things)

        found = infeasible(things, rows, "EUR")

        for row, one in zip(kept, found.limits, strict=True):
            others = rows if one.is_enough else kept
            short = least_excess(field, row, [each for each in others if each != row])
            alone = least_excess(field, row, [each for each in rows if each != row])
            got = one.count if one.money is None else one.money.cents
            assert got == (1 if row.kind is LimitKind.NEEDS else short)
            assert one.is_enough is (alone is not None)
            seen += 1
    assert seen > 50
