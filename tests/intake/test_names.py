"""Names are compared as people read them."""

import pytest

from innokumppanuus.intake.names import nearest, plain


@pytest.mark.parametrize(
    "typed", ["Haettava summa", " HAETTAVA  SUMMA ", "haettava\nsumma*", "Haettava\u00a0summa:"]
)
def test_case_spacing_and_marks_do_not_matter(typed: str) -> None:
    assert plain(typed) == "haettava summa"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert plain("a\u0308ä") == "ää"


def test_a_misprint_finds_the_name_that_was_meant() -> None:
    assert nearest("yritis", ["järjestö", "Yritys"]) == "Yritys"


def test_a_name_that_is_near_to_nothing_means_nothing() -> None:
    assert nearest("säätiö", ["Yritys"]) == ""
