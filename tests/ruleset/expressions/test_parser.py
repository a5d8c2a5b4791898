"""Grammar of expressions."""

import pytest

from innokumppanuus.ruleset.expressions.parser import MOST_CHARACTERS, MOST_DEPTH, MOST_NODES
from innokumppanuus.testing.expressions import keys_of, problems_of, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("7 - 2 - 1", 4),
        ("1 < 2 == true", True),
        ("true || false && false", True),
        ("(true || false) && false", False),
        ("!false && false", False),
        ("false ? 1 : true ? 2 : 3", 2),
        ("--2 - -2", 4),
        ("1 in [1, 2,]", True),
    ],
)
def test_operators_bind_as_in_cel(text: str, value: object) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "expression-empty"),
        ("  // only a comment", "expression-empty"),
        ("months >", "expression-value-end"),
        ("months > )", "expression-value"),
        ("months 3", "expression-operator"),
        ("eligible)", "expression-operator"),
        ("share <= 0,5", "expression-comma"),
        ("(share <= 0,5) && eligible", "expression-comma"),
        ("amount <= 10000,50", "expression-comma"),
        ("(months > 3", "expression-close-end"),
        ("(months > 3]", "expression-close"),
        ("sector in ['company'", "expression-close-end"),
        ("eligible ? 1", "expression-colon-end"),
        ("eligible ? 1 , 2", "expression-colon"),
        ("sector.", "expression-name-end"),
        ("sector.3", "expression-operator"),
        ('sector."a"', "expression-name"),
        ("areas[0]", "expression-index"),
        ('"a".length', "expression-member"),
        ("summary == null", "expression-null"),
        ("while", "expression-reserved"),
        ("!-months", "expression-value"),
        ("size(", "expression-close-end"),
    ],
)
def test_what_cannot_be_read_is_told_once(text: str, key: str) -> None:
    assert keys_of(text) == [key]


def test_problem_stands_at_its_line_and_column() -> None:
    (problem,) = problems_of("eligible &&\n  months > ")

    assert (problem.place.line, problem.place.column) == (2, 12)


def test_column_counts_characters_and_not_bytes() -> None:
    (problem,) = problems_of('summary == "ä😀" && nobody')

    assert problem.place.column == 20


def test_unclosed_bracket_tells_where_it_opens() -> None:
    (problem,) = problems_of("eligible &&\n (months > 3")

    assert (problem.values["line"], problem.values["column"]) == (2, 2)


def test_reading_goes_on_after_a_term_that_cannot_be_read() -> None:
    keys = keys_of("months > && (share < ) || amuont == 1 && sector == 'compny'")

    assert keys == [
        "expression-value",
        "expression-value",
        "expression-variable",
        "expression-option",
    ]


def test_longest_text_is_read_and_one_more_character_is_not() -> None:
    longest = "true".ljust(MOST_CHARACTERS)

    assert keys_of(longest) == []
    assert keys_of(longest + " ") == ["expression-long"]


def test_most_nodes_are_read_and_one_more_is_not() -> None:
    many = "&&".join(["true"] * (MOST_NODES - 1))

    assert keys_of(many) == []
    assert keys_of(many + "&&true") == ["expression-large"]


@pytest.mark.parametrize(
    "nest",
    [
        lambda depth: "(" * depth + "true" + ")" * depth,
        lambda depth: "!" * depth + "true",
        lambda depth: "+".join(["1"] * (depth + 1)),
        lambda depth: "1-(" * depth + "1" + ")" * depth,
        lambda depth: "true?1:" * depth + "1",
        lambda depth: "double(" * depth + "1" + ")" * depth,
        lambda depth: "[" * (depth + 1) + "]" * (depth + 1),
    ],
)
def test_nesting_beyond_the_limit_is_one_problem(nest) -> None:  # type: ignore[no-untyped-def]
    assert keys_of(nest(MOST_DEPTH)) == ["expression-deep"]


def test_nesting_within_the_limit_is_read() -> None:
    depth = MOST_DEPTH - 1

    assert value_of("(" * depth + "true" + ")" * depth) is True
    assert value_of("!" * (depth - 1) + "true") is True
    assert value_of("+".join(["1"] * depth)) == depth
