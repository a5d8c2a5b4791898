"""Branch and bound: it cuts off no set that counts, and tells when more are there than listed."""

import random
from fractions import Fraction

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import GroupLimit, Limits
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.engine.search import Search
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.portfolios import a_candidate, a_field, every_set


def search(field, limits) -> Search:  # type: ignore[no-untyped-def]
    things = {one.application: Award.of(one) for one in field}
    return Search(things=things, rows=rows_of(limits, things))


def test_sets_from_a_value_up_are_all_found_best_first() -> None:
    dice = random.Random(20175)
    for number in range(600):
        field, limits = a_field(dice, partial=number % 2 == 0)
        tried = every_set(field, limits)
        lowest = Fraction(dice.randint(-2, 8), 2)

        found, is_all = search(field, limits).within(lowest, 1000)

        wanted = [one.applications for one in tried if one.value >= lowest]
        assert ([ids for _, ids, _ in found], is_all) == (wanted, True)


def test_the_first_of_the_best_are_kept_when_there_are_more() -> None:
    dice = random.Random(20176)
    for _ in range(300):
        field, limits = a_field(dice)
        tried = [one.applications for one in every_set(field, limits)]

        found, is_all = search(field, limits).within(Fraction(-99), 3)

        assert [ids for _, ids, _ in found] == tried[:3]
        assert is_all is (len(tried) <= 3)


def test_whether_anything_is_possible_is_known_without_values() -> None:
    dice = random.Random(20177)
    for _ in range(600):
        field, limits = a_field(dice)

        assert (search(field, limits).any() is not None) is bool(every_set(field, limits))


def test_thirty_with_twenty_limits_are_done_at_once() -> None:
    field = [
        a_candidate(f"H{number:02}", 20 + number * 7 % 41, 300_000 + number * 37_100 % 900_000)
        for number in range(30)
    ]
    ids = [one.application for one in field]
    themes = [
        GroupLimit(id=f"t{one}", name=label(), members=tuple(ids[one::6]), least=1)
        for one in range(6)
    ]
    owners = [
        GroupLimit(id=f"a{one}", name=label(), members=tuple(ids[2 * one : 2 * one + 2]), most=1)
        for one in range(15)
    ]
    limits = Limits(budget=Money(6_000_000), maximum=9, minimum=3, groups=(*themes, *owners))

    best, is_all = search(field, limits).best(100)

    assert best and is_all
