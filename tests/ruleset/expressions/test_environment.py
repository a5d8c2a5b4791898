"""What expressions may name."""

import pytest

from innokumppanuus.errors import InvalidValue
from innokumppanuus.ruleset.expressions import Environment, Type, compile
from innokumppanuus.testing.expressions import a_function, an_environment


@pytest.mark.parametrize("key", ["size", "day", "eur", "local"])
def test_function_of_a_plugin_cannot_take_the_name_of_a_built_in_one(key: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        an_environment(a_function(key))

    assert caught.value.key == "function-built-in"


@pytest.mark.parametrize("key", ["", "two words", "mycity.", "1st", "has", "in", "my.null", "a-b"])
def test_function_of_a_plugin_must_have_a_name_that_can_be_called(key: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        an_environment(a_function(key))

    assert caught.value.key == "function-name"


def test_field_may_have_the_name_that_functions_of_a_plugin_begin_with() -> None:
    environment = Environment(
        variables={"mycity": Type.STRING}, functions={"mycity.words": a_function()}
    )
    expression = compile('mycity.words("a b") == 2 && mycity.startsWith("a")', environment)

    assert expression.evaluate({"mycity": "abc"}) is True


def test_variable_may_have_the_name_of_a_function() -> None:
    environment = Environment(variables={"size": Type.STRING})

    assert compile("size(size)", environment).evaluate({"size": "abc"}) == 3


def test_environments_of_the_same_names_are_equal() -> None:
    assert an_environment() == an_environment()
