"""A cell is read as the type of its field, in any of the three languages."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.cells import Cell
from innokumppanuus.intake.values import read_answer
from innokumppanuus.testing.builders import ZONE, label

OPTIONS = (
    Option(id="company", name=Label("yritys", "företag", "company")),
    Option(id="association", name=Label("yhdistys", "förening", "association")),
    Option(id="both", name=Label("yritys; yhdistys", "båda", "both of them")),
)


def read(kind: FieldType, value: Any, **cell: Any) -> object:
    field = Field(id="f", name=label(), type=kind, options=OPTIONS)
    return read_answer(Cell(row=1, column=1, value=value, **cell), field, ZONE)


def fault(kind: FieldType, value: Any, **cell: Any) -> InvalidValue:
    with pytest.raises(InvalidValue) as caught:
        read(kind, value, **cell)
    return caught.value


@pytest.mark.parametrize("typed", ["Kyllä", "ja", " YES ", "true", True])
def test_yes_is_read_in_any_language(typed: Any) -> None:
    assert read(FieldType.YES_NO, typed) is True


@pytest.mark.parametrize("typed", ["EI", "nej", "no", False])
def test_no_is_read_in_any_language(typed: Any) -> None:
    assert read(FieldType.YES_NO, typed) is False


@pytest.mark.parametrize("typed", ["ehkä", "x", 1, "-"])
def test_neither_yes_nor_no_is_told(typed: Any) -> None:
    assert fault(FieldType.YES_NO, typed).key == "cell-yes-no"


@pytest.mark.parametrize("typed", ["company", "Yritys", "FÖRETAG"])
def test_a_choice_is_read_by_its_id_or_name(typed: str) -> None:
    assert read(FieldType.CHOICE, typed) == "company"


def test_a_misprinted_choice_is_told_with_what_was_meant() -> None:
    found = fault(FieldType.CHOICE, "yritis")

    assert (found.key, found.values["meant"]) == ("cell-choice-meant", "yritys")


def test_a_choice_that_is_not_there_is_told_with_what_is() -> None:
    assert "association" in str(fault(FieldType.CHOICE, "kunta"))


def test_a_name_of_two_options_is_told() -> None:
    twins = tuple(Option(id=one, name=label("sama")) for one in ("a", "b"))
    field = Field(id="f", name=label(), type=FieldType.CHOICE, options=twins)

    with pytest.raises(InvalidValue) as caught:
        read_answer(Cell(row=1, column=1, value="sama fi"), field, ZONE)

    assert caught.value.key == "cell-choice-ambiguous"


@pytest.mark.parametrize("typed", ["förening; Yritys", "company\nassociation", "yritys;yhdistys;"])
def test_choices_come_in_the_order_of_the_form(typed: str) -> None:
    assert read(FieldType.CHOICES, typed) == ("company", "association")


def test_an_option_whose_name_has_a_semicolon_is_one_choice() -> None:
    assert read(FieldType.CHOICES, "yritys; yhdistys") == ("both",)


@pytest.mark.parametrize("typed", ["0112038-9", "112038-9", 1120389, "FI01120389"])
def test_a_business_id_gets_its_eaten_zero_back(typed: Any) -> None:
    assert read(FieldType.BUSINESS_ID, typed) == BusinessId("0112038-9")


def test_a_business_id_with_a_wrong_check_digit_is_told() -> None:
    assert fault(FieldType.BUSINESS_ID, "0112038-8").key == "business-id-check"


def test_a_number_in_a_text_is_its_digits() -> None:
    assert read(FieldType.TEXT, 358.0) == "358"


def test_a_day_that_a_spreadsheet_made_of_text_is_told() -> None:
    from datetime import datetime

    assert fault(FieldType.TEXT, datetime(2017, 8, 12)).key == "cell-day-for-text"  # noqa: DTZ001


def test_a_text_of_digits_that_were_lost_is_told() -> None:
    assert fault(FieldType.TEXT, 1.23456789012346e20).key == "cell-digits-lost"


def test_a_formula_without_a_result_is_told() -> None:
    assert fault(FieldType.MONEY, "=A1", fault="cell-formula").key == "cell-formula"


def test_a_number_too_large_for_a_double_is_told() -> None:
    assert fault(FieldType.NUMBER, "1e999").key == "cell-number"


@given(st.sampled_from(FieldType), st.text(max_size=60))
def test_arbitrary_text_never_raises_anything_else(kind: FieldType, text: str) -> None:
    try:
        read(kind, text)
    except InvalidValue as error:
        assert str(error)
