"""The random tables and dated values of the test kit try what they are there to try."""

from itertools import islice
from random import Random

from innokumppanuus.domain.parameters import Unit
from innokumppanuus.domain.tables import Aggregation, HitPolicy
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.testing.random_expressions import rows
from innokumppanuus.testing.random_tables import parameters, tables


def test_every_policy_and_aggregation_comes_up() -> None:
    made = [one.table for one in islice(tables(Random(1)), 300)]

    assert {one.hit for one in made} == set(HitPolicy)
    assert {one.aggregation for one in made} == set(Aggregation)


def test_tables_give_values_and_say_too_that_they_cannot_tell() -> None:
    given = rows(Random(2), 5)

    found = {
        (one.table.hit, one.run(row).value is UNKNOWN)
        for one in islice(tables(Random(2)), 300)
        for row in given
    }

    assert found == {(policy, is_open) for policy in HitPolicy for is_open in (True, False)}


def test_dated_values_have_every_unit_and_some_have_gaps() -> None:
    made = list(islice(parameters(Random(3)), 100))

    gaps = {
        (later.valid_from - earlier.valid_to).days
        for one in made
        for earlier, later in zip(one.values, one.values[1:], strict=False)
        if earlier.valid_to is not None
    }
    assert {one.unit for one in made} == set(Unit)
    assert gaps == {1, 15}
