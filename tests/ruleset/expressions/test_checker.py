"""Types of expressions."""

import pytest

from innokumppanuus.ruleset.expressions import Environment, Type, compile
from innokumppanuus.testing.expressions import (
    VARIABLES,
    a_function,
    compiled,
    keys_of,
    problems_of,
)


@pytest.mark.parametrize(("name", "kind"), VARIABLES.items())
def test_variable_has_its_declared_type(name: str, kind: Type) -> None:
    assert compiled(name).type is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("amount + amount", Type.MONEY),
        ("amount * 2", Type.MONEY),
        ("2 * amount", Type.MONEY),
        ("amount / amount", Type.DOUBLE),
        ("-amount", Type.MONEY),
        ("months / 2", Type.INT),
        ('["a"]', Type.LIST),
        ("eligible ? start : start", Type.DATE),
        ("last_day(start, months)", Type.DATE),
        ('day(submitted, "Europe/Helsinki")', Type.DATE),
    ],
)
def test_operation_has_the_type_of_its_result(text: str, kind: Type) -> None:
    assert compiled(text).type is kind


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("share <= 10000", "10000.0"),
        ("10000 >= share", "10000.0"),
        ("months <= 10.5", "double(months)"),
        ("amount <= 10000", "eur(10000)"),
        ("amount <= 10000.50", "eur(10000.50)"),
        ("submitted <= start", 'day(submitted, "Europe/Helsinki")'),
        ('start <= "2018-12-31"', 'date("2018-12-31")'),
        ("start <= 2018-12-31", 'date("2018-12-31")'),
        ('submitted <= "2017-09-06"', 'local("2017-09-06", "Europe/Helsinki")'),
    ],
)
def test_operands_that_do_not_fit_tell_what_to_write(text: str, write: str) -> None:
    (problem,) = problems_of(text)

    assert problem.key == "expression-operands-write"
    assert problem.values["write"] == write


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("nobody", "expression-variable-none"),
        ("amuont", "expression-variable"),
        ("call.budget", "expression-variable"),
        ("sizee(summary)", "expression-function"),
        ("exec(summary)", "expression-function-none"),
        ("summary.startWith('a')", "expression-method"),
        ("summary.matches('a')", "expression-method-none"),
        ("startsWith(summary, 'a')", "expression-as-method"),
        ("!months", "expression-operand"),
        ("-summary", "expression-operand"),
        ("months && eligible", "expression-operand"),
        ("amount * amount", "expression-operands"),
        ("amount * 1.5", "expression-operands"),
        ("eligible < eligible", "expression-operands"),
        ("months in months", "expression-in"),
        ("months in ['a']", "expression-operands"),
        ("months in areas", "expression-operands"),
        ("months ? 1 : 2", "expression-condition"),
        ("eligible ? 1 : 'a'", "expression-branches"),
        ("months in [1, 'a']", "expression-list-mixed"),
        ("'a' in [['a']]", "expression-list-nested"),
        ("size([1])", "expression-list-outside"),
        ("size()", "expression-arguments"),
        ("summary.startsWith()", "expression-arguments"),
        ("size(1)", "expression-argument"),
        ("summary.contains(1)", "expression-argument"),
        ("has(months + 1)", "expression-has"),
        ("has()", "expression-has"),
        ("has(monhts)", "expression-variable"),
        ("day(submitted, summary)", "expression-literal"),
        ("day(submitted, 'Europe')", "zone"),
        ("day(submitted, '../../etc/passwd')", "zone"),
        ("eur(months)", "expression-literal"),
        ("eur('1')", "expression-literal"),
        ("eur(true)", "expression-literal"),
        ("eur(10000,50)", "expression-comma"),
        ("date(1)", "expression-literal"),
        ("local('2017-09-06T23:59')", "expression-arguments"),
    ],
)
def test_misfit_is_told_once(text: str, key: str) -> None:
    assert keys_of(text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "sector == 'compny'",
        "'compny' != sector",
        "sector in ['company', 'compny']",
        "sector == ('compny')",
    ],
)
def test_text_that_a_choice_never_holds_is_told_with_a_guess(text: str) -> None:
    (problem,) = problems_of(text)

    assert (problem.key, problem.values["meant"]) == ("expression-option", "company")


def test_item_that_a_choice_of_several_never_holds_is_told() -> None:
    assert keys_of("'nort' in areas && areas == ['soth']") == ["expression-option"] * 2


def test_answer_in_another_form_of_the_same_letters_is_known() -> None:
    environment = Environment(variables={"area": Type.STRING}, options={"area": ("a\u0308",)})

    assert compile('area == "ä"', environment).type is Type.BOOL


def test_answer_like_no_other_lists_the_answers() -> None:
    (problem,) = problems_of("sector == 'zzz'")

    assert problem.values["known"] == "association, company"


def test_all_problems_are_told_at_once_in_the_order_of_the_text() -> None:
    text = "amuont <= 3 && share < 1 && sector == 'compny' && sizee(summary) > 1"

    assert keys_of(text) == [
        "expression-variable",
        "expression-operands-write",
        "expression-option",
        "expression-function",
    ]


def test_wrong_part_brings_no_further_problem_of_the_whole() -> None:
    assert keys_of("(nobody + 1) * 2 > amount") == ["expression-variable-none"]


def test_function_of_a_plugin_may_have_dots() -> None:
    assert compiled("mycity.words(summary) > 1", a_function()).type is Type.BOOL


def test_function_of_a_plugin_is_checked_like_any_other() -> None:
    assert keys_of("mycity.words(1)", a_function()) == ["expression-argument"]
    assert keys_of("mycity.words(amuont)", a_function()) == ["expression-variable"]


def test_misspelt_function_of_a_plugin_is_told_with_a_guess() -> None:
    (problem,) = problems_of("mycity.wrods(summary) > 1", a_function())

    assert (problem.key, problem.values["meant"]) == ("expression-function", "mycity.words")
