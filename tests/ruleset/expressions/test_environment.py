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


def test_function_of_a_plugin_cannot_be_named_as_a_method_of_a_variable() -> None:
    with pytest.raises(InvalidValue) as caught:
        an_environment(a_function("summary.words"))

    assert caught.value.key == "function-name"


def test_variable_may_have_the_name_of_a_function() -> None:
    environment = Environment(variables={"size": Type.STRING})

    assert compile("size(size)", environment).evaluate({"size": "abc"}) == 3


def test_environments_of_the_same_names_are_equal() -> None:
    assert an_environment() == an_environment()
