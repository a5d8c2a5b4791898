"""Words of expressions."""

import pytest

from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.tokens import MOST_DIGITS, Kind, tokens
from innokumppanuus.testing.expressions import keys_of, problems_of, value_of


def words(text: str) -> list[str]:
    return [token.text for token in tokens(Complaints(text))]


def test_text_is_cut_into_words_and_an_end() -> None:
    assert words('a.b<=1.5&&"x y"!=c') == [
        "a", ".", "b", "<=", "1.5", "&&", '"x y"', "!=", "c", "",
    ]  # fmt: skip


def test_comment_reaches_to_the_end_of_its_line() -> None:
    assert words("a // b\n&& c") == ["a", "&&", "c", ""]


def test_in_is_an_operator_and_inside_is_a_name() -> None:
    kinds = [token.kind for token in tokens(Complaints("in inside"))]

    assert kinds == [Kind.SYMBOL, Kind.NAME, Kind.END]


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        (r'"\n\t\"\\"', '\n\t"\\'),
        (r'"\u00e4"', "ä"),
        (r'"\U0001F600"', "😀"),
        (r'"\x41\101"', "AA"),
        ("'\"'", '"'),
        ('"// no comment"', "// no comment"),
    ],
)
def test_text_literal_has_the_characters_of_its_escapes(literal: str, value: str) -> None:
    assert value_of(literal) == value


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("months = 3", "=="),
        ("months =< 3", "<="),
        ("months => 3", ">="),
        ("months <> 3", "!="),
        ("months ≤ 3", "<="),
        ("months === 3", "=="),
        ("eligible & eligible", "&&"),
        ("eligible | eligible", "||"),
        ("eligible and eligible", "&&"),
        ("eligible or eligible", "||"),
        ("not eligible", "!"),
        ("sector == ”company”", '"company"'),
    ],
)
def test_other_ways_to_write_an_operator_tell_the_right_one(text: str, write: str) -> None:
    (problem,) = problems_of(text)

    assert problem.key == "expression-write"
    assert problem.values["write"] == write


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("months == 10kk", "expression-number"),
        ("months == 0x1F", "expression-number"),
        ("months == " + "1" * (MOST_DIGITS + 1), "expression-number-long"),
        ("months == 9223372036854775808", "expression-number-range"),
        ("share == 1e999", "expression-number-range"),
        ('sector == "company', "expression-text-open"),
        ('summary == "\\q"', "expression-escape"),
        ('summary == "\\ud800"', "expression-escape"),
        ("määrä == 1", "expression-letters"),
        ("eligible ; eligible", "expression-character"),
        ("eligible\x00", "expression-character"),
        ("eligible\xa0", "expression-character"),
    ],
)
def test_unreadable_word_is_named(text: str, key: str) -> None:
    assert keys_of(text)[0] == key


def test_character_that_cannot_be_seen_is_told_by_its_number() -> None:
    assert "U+00A0" in str(problems_of("eligible\xa0")[0])


def test_run_of_one_odd_character_is_told_once() -> None:
    assert keys_of("eligible" + "\x00" * 100) == ["expression-character"]


def test_huge_literal_is_refused_without_being_read() -> None:
    assert keys_of("months == " + "9" * 3900) == ["expression-number-long"]


def test_least_whole_number_can_be_written() -> None:
    assert value_of("-9223372036854775808") == -(2**63)
