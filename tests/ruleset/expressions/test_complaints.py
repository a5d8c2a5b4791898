"""Collected problems and guesses of what was meant."""

import pytest

from innokumppanuus.ruleset.expressions.complaints import Complaints, closest

KNOWN = ("amount", "call.budget.total", "region", "startsWith")


@pytest.mark.parametrize(
    ("got", "meant"),
    [
        ("amuont", "amount"),
        ("AMOUNT", "amount"),
        ("startswith", "startsWith"),
        ("total", "call.budget.total"),
        ("budget.total", "call.budget.total"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_nearest_known_name_is_guessed(got: str, meant: str | None) -> None:
    assert closest(got, KNOWN) == meant


def test_guess_does_not_depend_on_the_order_of_names() -> None:
    assert closest("ab", ("abc", "abd")) == closest("ab", ("abd", "abc"))


def test_name_like_no_other_lists_the_known_ones() -> None:
    complaints = Complaints("xyzzy")
    complaints.add_unknown("expression-variable", 0, "xyzzy", KNOWN)

    assert complaints.problems[0].values["known"] == ", ".join(sorted(KNOWN))


def test_first_character_is_line_1_column_1() -> None:
    assert Complaints("abc").place(0) == (1, 1)


def test_character_after_a_line_break_is_column_1_of_the_next_line() -> None:
    assert Complaints("ab\ncd").place(3) == (2, 1)
