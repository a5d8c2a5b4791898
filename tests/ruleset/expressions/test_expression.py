"""The front door of the language, and that there is no back door to Python."""

import builtins
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.problem_texts import PROBLEM_TEXTS
from innokumppanuus.ruleset.expressions import ExpressionProblems, Type, compile
from innokumppanuus.testing.expressions import (
    a_row,
    an_environment,
    compiled,
    keys_of,
    problems_of,
)


def test_expression_names_the_variables_that_it_uses() -> None:
    text = "has(months) && amount <= call.budget.cap_per_pilot && amount > eur(0)"

    assert compiled(text).uses == ("amount", "call.budget.cap_per_pilot", "months")


def test_expression_keeps_its_text() -> None:
    assert compiled(" months  > 3 ").text == " months  > 3 "


def test_expressions_of_the_same_text_are_equal() -> None:
    assert compiled("months > 3") == compiled("months > 3")


def test_result_of_another_type_than_asked_for_is_a_problem() -> None:
    with pytest.raises(ExpressionProblems, match="must give bool, got int"):
        compile("months", an_environment(), returns=Type.BOOL)


def test_result_of_the_type_asked_for_is_compiled() -> None:
    assert compile("months > 3", an_environment(), returns=Type.BOOL).type is Type.BOOL


SIGNS = st.sampled_from("()[]'\"\\.,&|!=<>?:-+09aex\n")
ESCAPES = [
    "__import__('os').system('true')",
    "().__class__.__bases__[0].__subclasses__()",
    "summary.__class__",
    "summary.__len__()",
    "summary.format(months)",
    "'{0.__class__}'.format(summary)",
    "'%s' % summary",
    "f'{summary}'",
    "summary.encode()",
    "amount.cents",
    "amount.share(1)",
    "submitted.tzinfo",
    "areas[0]",
    "areas.__getitem__(0)",
    "lambda: 1",
    "(lambda x: x)(1)",
    "[x for x in areas]",
    "months := 3",
    "months if eligible else 3",
    "eval('1')",
    "exec('1')",
    "open('/etc/passwd')",
    "getattr(summary, 'upper')",
    "globals()",
    "call.__init__",
    "call.budget.cap_per_pilot.currency",
    "2 ** 1000000",
    "9 << 9",
    "'a' * 1000000000",
    "`id`",
    "$(id)",
    "{{ 1 }}",
    "print",
    "UNKNOWN",
    "None",
    "0b1",
    "1_000",
    "1j",
    "...",
    "@months",
    "months; months",
    "import os",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_no_way_to_python_compiles(text: str) -> None:
    with pytest.raises(ExpressionProblems):
        compiled(text)


def test_no_builtin_of_python_is_a_name() -> None:
    taken = {name for name in dir(builtins) if not keys_of(name)}

    assert taken == set()


def test_no_method_of_python_texts_can_be_called() -> None:
    callable_names = {name for name in dir(str) if not keys_of(f"summary.{name}()")}

    assert callable_names == set()


@pytest.mark.parametrize(
    "text",
    [
        "(" * 3999,
        "[" * 3999,
        "!" * 3999,
        "-" * 3999,
        "true?" * 799,
        "f(" * 1999,
        "a." * 1999,
        "1+" * 1999,
        "true&&" * 600,
        "'" * 3999,
        '"' + "\\" * 3998,
        "1" * 3999,
        "1e" + "9" * 3997,
        "0." + "0" * 3990,
        "eur(" + "9" * 3900 + ")",
        'money("' + "9" * 3900 + ' EUR")',
        "size(" * 700 + "''" + ")" * 700,
        "\x00" * 3999,
        "\ud800" * 3999,
        "\u202e" * 3999,
    ],
)
def test_hostile_text_gives_problems_and_nothing_else(text: str) -> None:
    with pytest.raises(ExpressionProblems):
        compiled(text)


def test_deepest_expression_needs_little_of_the_stack() -> None:
    text = "double(" * 62 + "1" + ")" * 62
    limit = sys.getrecursionlimit()

    sys.setrecursionlimit(_frames() + 720)
    try:
        keys = keys_of(text)
    finally:
        sys.setrecursionlimit(limit)

    assert set(keys) == {"expression-argument"}


def test_longest_join_of_texts_is_bounded_by_the_text_of_the_rule() -> None:
    value = compiled("+".join(["summary"] * 60)).evaluate(a_row(summary="x" * 1000))

    assert isinstance(value, str)
    assert len(value) == 60_000


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("()[]'\"\\.,&|!=<>?:-+09aex\n")),
        max_size=40,
    )
)
def test_any_text_compiles_or_gives_problems_placed_in_it(text: str) -> None:
    lines = text.split("\n")

    for problem in problems_of(text):
        assert str(problem)
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1


def test_every_key_that_is_told_has_words() -> None:
    keys = {key for text in ESCAPES for key in keys_of(text)}

    assert keys
    assert keys <= set(PROBLEM_TEXTS)


def _frames() -> int:
    frame, count = sys._getframe(), 0
    while frame.f_back is not None:
        frame, count = frame.f_back, count + 1
    return count
