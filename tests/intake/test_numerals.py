"""Numbers are read exactly or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake.cells import Cell
from innokumppanuus.intake.numerals import read_integer, read_money, read_number


def cell(value: str | int | float | bool) -> Cell:
    return Cell(row=1, column=1, value=value)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("10 000 €", "10000.00"),
        ("10\u00a0000,50", "10000.50"),
        ("10\u202f000\u00a0€", "10000.00"),
        ("10\u2009000 euroa", "10000.00"),
        ("10.000,00", "10000.00"),
        ("10,000.00", "10000.00"),
        ("1.000.000", "1000000.00"),
        ("10000,5", "10000.50"),
        ("10 000,- €", "10000.00"),
        ("10000,–", "10000.00"),
        ("EUR 10000", "10000.00"),
        ("\u2212500", "-500.00"),
        (10000, "10000.00"),
        (10000.5, "10000.50"),
        (0.1 + 0.2, "0.30"),
    ],
)
def test_a_sum_is_read_as_officials_leave_it(typed: str | float, amount: str) -> None:
    assert read_money(cell(typed), "EUR") == Money.of(amount)


@pytest.mark.parametrize("typed", ["10,000", "1.234", "10,000 €", "999.999"])
def test_an_ambiguous_number_is_never_guessed(typed: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_money(cell(typed), "EUR")

    assert caught.value.key == "cell-number-ambiguous"


def test_an_ambiguous_sum_is_told_as_it_was_typed() -> None:
    with pytest.raises(InvalidValue) as caught:
        read_money(cell("10,000 €"), "EUR")

    assert caught.value.values["got"] == "10,000 €"


@pytest.mark.parametrize(("typed", "number"), [("0,125", "0.125"), ("10000,125", "10000.125")])
def test_three_decimals_are_sure_where_they_cannot_be_thousands(typed: str, number: str) -> None:
    assert str(read_number(cell(typed))) == number


@pytest.mark.parametrize(
    ("mark", "typed", "number"),
    [(".", "1.234", "1.234"), (",", "1.234", "1234.0"), (".", "10,000", "10000.0")],
)
def test_a_known_decimal_mark_settles_what_would_be_ambiguous(
    mark: str, typed: str, number: str
) -> None:
    assert str(read_number(cell(typed), mark)) == number


@pytest.mark.parametrize(
    "typed",
    [
        "noin 10000",
        "10k",
        "10 tuhatta",
        "10000 €/pilotti",
        "1 00 000",
        "10;5",
        "5–8",
        "",
        "٣",
        True,
    ],
)
def test_what_is_no_sum_is_told(typed: str | bool) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_money(cell(typed), "EUR")

    assert caught.value.key == "cell-money"


@pytest.mark.parametrize("typed", ["10000 GBP", "£10000", "10 000 kr", "$5"])
def test_another_currency_is_told(typed: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_money(cell(typed), "EUR")

    assert caught.value.key == "cell-money-currency"


@pytest.mark.parametrize(("typed", "currency"), [("£10", "GBP"), ("10 kr", "SEK")])
def test_the_mark_of_the_fields_own_currency_is_read(typed: str, currency: str) -> None:
    assert read_money(cell(typed), currency) == Money.of(10, currency)


@pytest.mark.parametrize("typed", ["3333,3333", 3333.3333])
def test_a_part_of_a_cent_is_told(typed: str | float) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_money(cell(typed), "EUR")

    assert caught.value.key == "cell-money-part"


@pytest.mark.parametrize("typed", ["10", "10,0", 10, 10.0, " 10 "])
def test_a_whole_number_is_read(typed: str | float) -> None:
    assert read_integer(cell(typed)) == 10


@pytest.mark.parametrize("typed", ["8 kk", "8-12", "10,5", 10.5, "kymmenen", True])
def test_a_whole_number_with_a_unit_or_a_part_is_told(typed: str | float) -> None:
    with pytest.raises(InvalidValue) as caught:
        read_integer(cell(typed))

    assert caught.value.key == "cell-integer"


def test_a_number_longer_than_a_spreadsheet_keeps_is_told() -> None:
    with pytest.raises(InvalidValue) as caught:
        read_integer(cell(1.2345678901234568e20))

    assert caught.value.key == "cell-digits-lost"


@given(st.text(max_size=40) | st.floats() | st.integers())
def test_no_text_or_number_raises_anything_else(value: str | float) -> None:
    for read in (read_number, read_integer, lambda one: read_money(one, "EUR")):
        try:
            read(cell(value))
        except InvalidValue:
            continue


@given(st.from_regex(r"[0-9., \u00a0]{1,12}", fullmatch=True))
def test_whatever_is_read_has_the_digits_that_were_typed(typed: str) -> None:
    try:
        number = read_number(cell(typed))
    except InvalidValue:
        return

    digits = "".join(one for one in typed if one.isdigit()).strip("0")
    assert "".join(one for one in f"{number:f}" if one.isdigit()).strip("0") == digits
