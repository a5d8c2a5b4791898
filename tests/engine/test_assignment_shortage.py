"""What is lacking is told with the smallest set of demands and how far which limit gives way."""

from random import Random

import attrs

from innokumppanuus.domain.assignment import AssignmentTask, Reading, Shortage, ShortOf, Span
from innokumppanuus.engine.assignment_flow import ExactFlow
from innokumppanuus.engine.assignment_shortage import shortages


def task(
    pairs: dict[str, str],
    readers: tuple[int, int] = (1, 9),
    loads: tuple[int, int] = (0, 9),
    names: str = "ABC",
) -> AssignmentTask:
    """Return a task from `{application: letters of the evaluators who may read it}`."""
    return AssignmentTask(
        readers=tuple(Span(id=one, least=readers[0], most=readers[1]) for one in sorted(pairs)),
        loads=tuple(Span(id=name, least=loads[0], most=loads[1]) for name in names),
        possible=tuple(
            Reading(application=one, evaluator=name) for one in sorted(pairs) for name in pairs[one]
        ),
    )


def only(given: AssignmentTask) -> Shortage:
    (found,) = shortages(given)
    return found


def test_an_application_that_too_few_may_read_is_named_alone() -> None:
    found = only(task({"H01": "A", "H02": "ABC", "H03": "ABC"}, readers=(2, 3)))

    assert (found.of, found.members, found.others) == (ShortOf.READERS, ("H01",), ("A",))
    assert (found.needed, found.available, found.lacking) == (2, 1, 1)


def test_no_load_helps_where_too_few_may_read() -> None:
    found = only(task({"H01": "A", "H02": "ABC"}, readers=(2, 3)))

    assert (found.lower_to, found.raise_to) == (1, None)


def test_a_larger_load_helps_where_evaluators_are_full() -> None:
    found = only(task({"H01": "A", "H02": "A", "H03": "BC"}, loads=(0, 1)))

    assert (found.members, found.others, found.raise_to) == (("H01", "H02"), ("A",), 2)


def test_evaluators_who_may_read_too_little_are_named() -> None:
    found = only(task({"H01": "AB", "H02": "AB"}, loads=(2, 9)))

    assert (found.of, found.members, found.lower_to) == (ShortOf.WORK, ("C",), 0)


def test_every_set_that_shares_no_member_with_another_is_told() -> None:
    found = shortages(task({"H01": "A", "H02": "ABC", "H03": "C"}, readers=(2, 3)))

    assert [one.members for one in found] == [("H01",), ("H03",)]
    assert {one.lower_to for one in found} == {1}


def test_a_least_above_the_most_is_told() -> None:
    found = shortages(task({"H01": "ABC"}, readers=(2, 1)))

    assert [(one.members, one.needed, one.available) for one in found] == [(("H01",), 2, 1)]


def test_where_it_fits_nothing_is_lacking() -> None:
    assert shortages(task({"H01": "AB", "H02": "BC"}, readers=(2, 2), loads=(1, 2))) == ()


def test_what_is_said_to_be_enough_is_enough_and_less_is_not() -> None:
    random = Random(7)
    tried = 0
    for _ in range(400):
        letters = ("A", "AB", "BC", "ABC", "C")
        pairs = {f"H{n}": random.choice(letters) for n in range(random.randint(2, 6))}
        given = task(pairs, readers=(random.randint(1, 3), 3), loads=(0, random.randint(1, 3)))
        for found in shortages(given):
            if found.lower_to is not None:
                tried += 1
                assert ExactFlow().assign(with_readers(given, found.lower_to)).shortages == ()
                assert ExactFlow().assign(with_readers(given, found.lower_to + 1)).shortages
            if found.raise_to is not None:
                assert ExactFlow().assign(with_load(given, found.raise_to)).shortages == ()
                assert ExactFlow().assign(with_load(given, found.raise_to - 1)).shortages
    assert tried > 100


def test_no_member_of_a_smallest_set_can_be_left_out() -> None:
    random = Random(8)
    for _ in range(200):
        pairs = {f"H{n}": random.choice(("A", "AB", "BC")) for n in range(6)}
        for found in shortages(task(pairs, loads=(0, 1))):
            for member in found.members:
                rest = {one: pairs[one] for one in found.members if one != member}
                assert not rest or shortages(task(rest, loads=(0, 1))) == ()


def with_readers(given: AssignmentTask, least: int) -> AssignmentTask:
    spans = tuple(attrs.evolve(one, least=min(one.least, least)) for one in given.readers)
    return attrs.evolve(given, readers=spans)


def with_load(given: AssignmentTask, most: int) -> AssignmentTask:
    spans = tuple(attrs.evolve(one, most=max(one.most, most)) for one in given.loads)
    return attrs.evolve(given, loads=spans)
