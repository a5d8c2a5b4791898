"""Declared limits: what says nothing limits nothing, and what cannot be meant is refused."""

import pytest

from innokumppanuus.domain.limits import (
    ChoiceLimits,
    ExclusionLimit,
    FieldLimit,
    MinimumLimit,
)
from innokumppanuus.testing.builders import label


def test_limits_that_say_nothing_are_no_limits() -> None:
    empty = ChoiceLimits()

    assert (empty.minimum, empty.groups, empty.exclusions, empty.requirements, empty.partial) == (
        None,
        (),
        (),
        (),
        None,
    )


def test_of_applications_that_exclude_each_other_one_may_be_chosen() -> None:
    assert ExclusionLimit(id="same", name=label(), applications=("H1", "H2")).most == 1


def test_a_minimum_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match=">= 1"):
        MinimumLimit(name=label(), least=0)


def test_a_limit_without_an_id_is_refused() -> None:
    with pytest.raises(ValueError, match="id"):
        FieldLimit(id="", name=label(), field="area")
