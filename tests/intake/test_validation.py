"""Forms tell the spreadsheet what to check and hint at, within what it can hold."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.criteria import Level, Scale
from innokumppanuus.intake.validation import (
    LISTS_SHEET,
    Lists,
    field_validation,
    number_format,
    score_validation,
)
from innokumppanuus.intake.writing import new_workbook
from innokumppanuus.testing.builders import a_scale, label

OPTIONS = tuple(Option(id=one, name=label(one)) for one in ("a", "b,c"))


def field(kind: FieldType, **more: object) -> Field:
    return Field(id="f", name=label("kysymys"), type=kind, options=OPTIONS, **more)  # type: ignore[arg-type]


def test_a_choice_offers_its_names_even_with_commas_in_them() -> None:
    book = new_workbook()

    check = field_validation(field(FieldType.CHOICE), Lists(book), "sv")

    assert check is not None and check.type == "list"
    assert [cell.value for cell in book[LISTS_SHEET]["A"]] == ["a sv", "b,c sv"]


def test_a_list_offered_twice_is_written_once() -> None:
    lists = Lists(new_workbook())

    assert lists.offer(["x", "y"]) == lists.offer(["x", "y"])


@pytest.mark.parametrize(
    ("kind", "checked"),
    [
        (FieldType.INTEGER, "whole"),
        (FieldType.NUMBER, "decimal"),
        (FieldType.MONEY, "decimal"),
        (FieldType.DATE, "date"),
        (FieldType.MOMENT, "date"),
        (FieldType.YES_NO, "list"),
    ],
)
def test_each_type_is_checked_as_what_it_is(kind: FieldType, checked: str) -> None:
    check = field_validation(field(kind), Lists(new_workbook()), "fi")

    assert check is not None and check.type == checked


def test_text_without_help_is_not_checked() -> None:
    assert field_validation(field(FieldType.TEXT), Lists(new_workbook()), "fi") is None


def test_several_choices_are_hinted_at() -> None:
    check = field_validation(field(FieldType.CHOICES), Lists(new_workbook()), "en")

    assert check is not None and check.prompt == "a en; b,c en"


def test_help_is_cut_to_what_a_spreadsheet_can_show() -> None:
    long = field(FieldType.TEXT, help=label("𝒜" * 400))

    check = field_validation(long, Lists(new_workbook()), "fi")

    assert check is not None and len(str(check.prompt).encode("utf-16-le")) <= 2 * 255


def test_described_levels_are_the_hint_of_a_score() -> None:
    check = score_validation(a_scale(), "K1", Lists(new_workbook()), "fi")

    assert check.prompt == "0 = ei lainkaan fi\n5 = erinomainen fi"


def test_half_steps_are_offered_as_numbers() -> None:
    book = new_workbook()
    scale = Scale(
        top=Fraction(1), step=Fraction(1, 2), levels=(Level(score=Fraction(1), name=label()),)
    )

    score_validation(scale, "K1", Lists(book), "fi")

    assert [cell.value for cell in book[LISTS_SHEET]["A"]] == [0, 0.5, 1]


def test_a_very_fine_scale_is_checked_by_its_ends() -> None:
    scale = Scale(top=Fraction(100), step=Fraction(1, 100))

    assert score_validation(scale, "K1", Lists(new_workbook()), "fi").type == "decimal"


def test_text_keeps_its_leading_zeros() -> None:
    assert number_format(field(FieldType.BUSINESS_ID)) == "@"
