"""Changed dated values in words: what, then, now and by which source."""

from datetime import date

import attrs
import pytest

from innokumppanuus.domain.comparison import ParameterChange
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Unit
from innokumppanuus.domain.replay import TodaysValue
from innokumppanuus.faces.reports.parameter_changes import (
    parameter_record,
    parameter_sentence,
    todays_record,
    todays_sentence,
)
from innokumppanuus.faces.texts import Texts
from innokumppanuus.ruleset.dated_values import parameter_changes
from innokumppanuus.testing.parameters import a_parameter, a_value

CHANGE = ParameterChange(
    key="koe.raja",
    name=Label("Yläraja", "Övre gräns", "Upper limit"),
    unit=Unit.MONEY,
    valid_from=date(2016, 1, 1),
    before=a_value("2016-01-01", None, Money.of(9000)),
    after=a_value("2016-01-01", "2019-12-31", Money.of(7000), verified=False),
)


@pytest.fixture
def english() -> Texts:
    return Texts.load("en")


def test_both_values_are_told_with_their_time_and_source(english: Texts) -> None:
    assert parameter_sentence(CHANGE, english) == (
        "Upper limit (koe.raja), from 1 January 2016: was €9,000.00 (in force 1 January 2016–; "
        "source: Kuvitteellinen laki, 2016 §), now €7,000.00 (in force 1 January 2016–31 December "
        "2019; source: Kuvitteellinen laki, 2016 §; unverified)."
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "oli 9 000,00 €"),
        ("sv", "var 9 000,00 €"),
    ],
)
def test_it_is_told_in_the_reader_s_language(language: str, said: str) -> None:
    told = parameter_sentence(CHANGE, Texts.load(language))

    assert said in told.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("fi", "verovuosittain", "kolmen vuoden jaksoissa"),
        ("sv", "per beskattningsår", "för tre år i sänder"),
        ("en", "by fiscal years", "over rolling years"),
    ],
)
def test_a_value_that_is_a_word_is_told_as_it_is_called(
    language: str, before: str, after: str
) -> None:
    names = {
        "fiscal": Label("verovuosittain", "per beskattningsår", "by fiscal years"),
        "rolling": Label("kolmen vuoden jaksoissa", "för tre år i sänder", "over rolling years"),
    }
    old, new = (
        attrs.evolve(a_parameter(a_value("2016-01-01", None, word), unit=Unit.WORD), words=names)
        for word in names
    )

    (change,) = parameter_changes({old.key: old}, {new.key: new})
    told = parameter_sentence(change, Texts.load(language))

    assert before in told and after in told
    assert "fiscal " not in told.replace("fiscal years", "")


def test_a_value_that_is_gone_is_told(english: Texts) -> None:
    gone = attrs.evolve(CHANGE, after=None)

    assert parameter_sentence(gone, english).endswith("now no value from that day.")


def test_who_keeps_the_value_in_its_own_code_is_named(english: Texts) -> None:
    told = todays_sentence(TodaysValue(key="koe.raja", user="koe.katto"), english)

    assert told.startswith("koe.raja: koe.katto looks the value up in its own code")


def test_a_value_that_nobody_kept_is_said_to_be_so(english: Texts) -> None:
    told = todays_sentence(TodaysValue(key="koe.raja"), english)

    assert told.startswith("koe.raja: no earlier value was kept")


def test_programs_get_exact_values() -> None:
    record = parameter_record(CHANGE)

    assert record["before"]["value"] == {"money": "9000.00 EUR"}
    assert record["after"]["value"] == {"money": "7000.00 EUR"}


def test_programs_are_told_whether_the_value_was_kept() -> None:
    assert todays_record(TodaysValue(key="koe.raja"))["is_kept"] is False
    assert todays_record(TodaysValue(key="koe.raja", user="koe.katto"))["is_kept"] is True
