"""One value of a case and the cell that holds it."""

import pytest

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.case_cells import (
    read_given,
    read_names,
    read_verdict,
    read_words,
    value_field,
    write_given,
    write_names,
    write_words,
)
from innokumppanuus.intake.cells import Cell
from innokumppanuus.ruleset.expressions import Type

ZONE = "Europe/Helsinki"
OPTIONS = (
    Option(id="a", name=same("yksi; kaksi")),
    Option(id="b", name=same("a")),
    Option(id="c", name=same("(puuttuu)")),
)
CHOICE = Field(id="x", name=same("Valinta"), type=FieldType.CHOICE, options=OPTIONS)
CHOICES = Field(id="y", name=same("Valinnat"), type=FieldType.CHOICES, options=OPTIONS)
AMOUNT = Field(id="amount", name=same("Summa; euroa"), type=FieldType.MONEY)


def cell(value: str | int | float) -> Cell:
    return Cell(row=1, column=1, value=value)


def back(value: object, field: Field) -> object:
    written = write_given(value, field, ZONE, "fi")
    assert isinstance(written, str)
    return read_given(cell(written), field, ZONE)


def test_plain_words_are_written_as_they_are() -> None:
    assert write_words("Sentti yli on liikaa.") == "Sentti yli on liikaa."


@pytest.mark.parametrize("text", ["", " a ", "(puuttuu)", '"a"', "a\r\nb", "_x000D_", "\ud800"])
def test_words_that_a_cell_would_change_stand_in_quotation_marks(text: str) -> None:
    written = write_words(text)

    assert written.startswith('"')
    assert read_words(cell(written)) == text


def test_words_with_a_quotation_mark_only_at_the_start_are_taken_as_they_are() -> None:
    assert read_words(cell('"Hei" sanoi hän')) == '"Hei" sanoi hän'


@pytest.mark.parametrize("id", ["a", "b", "c"])
def test_an_option_whose_name_means_another_is_written_otherwise(id: str) -> None:
    assert back(id, CHOICE) == id


@pytest.mark.parametrize("ids", [(), ("a",), ("c", "a"), ("b", "b")])
def test_options_keep_their_order_and_number(ids: tuple[str, ...]) -> None:
    assert back(ids, CHOICES) == ids


def test_an_option_in_quotation_marks_must_be_one_of_the_form() -> None:
    with pytest.raises(InvalidValue, match="'d'"):
        read_given(cell('"d"'), CHOICE, ZONE)


def test_a_sum_may_name_its_currency() -> None:
    assert read_given(cell("100.5 SEK"), AMOUNT, ZONE) == Money.of("100.50", "SEK")


def test_a_sum_without_currency_is_in_that_of_the_field() -> None:
    assert read_given(cell("10 000,50"), AMOUNT, ZONE) == Money.of("10000.50")


def test_an_expected_sum_must_name_its_currency() -> None:
    with pytest.raises(InvalidValue, match=r"9999\.01 EUR"):
        read_given(cell(5), value_field("amount", Type.MONEY), ZONE)


def test_what_cannot_be_computed_has_a_word_of_its_own() -> None:
    field = value_field("amount", Type.MONEY)

    written = write_given(None, field, ZONE, "fi")

    assert written == "(ei voida laskea)"
    assert read_given(cell(str(written)), field, ZONE) is None


@pytest.mark.parametrize("word", ["ei täyty", "Uppfylls inte", "NOT MET", "not_met"])
def test_a_verdict_is_read_in_any_language(word: str) -> None:
    assert read_verdict(cell(word)) is Verdict.NOT_MET


def test_another_word_is_no_verdict() -> None:
    with pytest.raises(InvalidValue, match="ehkä"):
        read_verdict(cell("ehkä"))


def test_names_that_would_be_parted_are_written_as_ids() -> None:
    written = write_names(("amount", "x"), (AMOUNT, CHOICE), "fi")

    assert written == "amount; x"
    assert read_names(cell(written), (AMOUNT, CHOICE)) == ("amount", "x")


def test_a_name_of_two_fields_is_told() -> None:
    other = Field(id="z", name=same("Valinta"))

    with pytest.raises(InvalidValue, match="several"):
        read_names(cell("Valinta"), (CHOICE, other))


def test_a_name_that_is_not_there_is_told_with_what_was_meant() -> None:
    with pytest.raises(InvalidValue, match="Did you mean 'Valinta'"):
        read_names(cell("Valintta"), (CHOICE, AMOUNT))
