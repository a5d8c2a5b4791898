"""What is watched while it is looked up, and when a verb cannot tell."""

from collections.abc import Mapping
from datetime import date

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, ParameterAmount
from innokumppanuus.errors import InvalidValue
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.looking_up import looked_up, told

CEILING = "suomi.de_minimis.ceiling"


def ceiling(law: Mapping[str, Parameter], on: date) -> ParameterAmount:
    law[CEILING].on(on)
    return law[CEILING].on(on).value


def test_a_verb_gets_the_law_of_the_plugin() -> None:
    assert told(ceiling)(date(2024, 1, 1)) == Money.of(300_000)


def test_a_day_without_law_cannot_be_told() -> None:
    assert told(ceiling)(date(2006, 12, 31)) is None


@pytest.mark.parametrize("error", [InvalidValue("money", got="x"), ValueError(), OverflowError()])
def test_what_cannot_be_read_cannot_be_told(error: Exception) -> None:
    def verb(law: Mapping[str, Parameter]) -> None:
        raise error

    assert told(verb)() is None


def test_a_value_that_is_not_there_is_a_fault() -> None:
    def verb(law: Mapping[str, Parameter]) -> Parameter:
        return law["suomi.missing"]

    with pytest.raises(KeyError):
        told(verb)()


def test_a_value_is_told_once_with_its_day_and_source() -> None:
    (used,) = looked_up(ceiling)(date(2017, 10, 1))

    assert (used.key, used.day, used.value) == (CEILING, date(2017, 10, 1), Money.of(200_000))
    assert used.source == parameters()[CEILING].on(date(2017, 10, 1)).source


def test_a_gap_is_told_without_a_value() -> None:
    (used,) = looked_up(ceiling)(date(2006, 12, 31))

    assert used.value is None
