"""The page about expressions says what the code does."""

import re
from pathlib import Path

import pytest

from innokumppanuus.ruleset.expressions import unknown
from innokumppanuus.ruleset.expressions.folding import FOLDINGS
from innokumppanuus.ruleset.expressions.functions import FUNCTIONS, METHODS
from innokumppanuus.ruleset.expressions.unknown import Unknown
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.model import CALL_TYPES

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "expressions.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLE = re.search(r"```python\n(.*?)```", TEXT, re.DOTALL)
NOTES = sorted(one.note for one in vars(unknown).values() if isinstance(one, Unknown) and one.note)


@pytest.mark.parametrize("name", sorted({*FUNCTIONS, *METHODS, *FOLDINGS}))
def test_function_is_on_the_page(name: str) -> None:
    assert f"{name}(" in TEXT


@pytest.mark.parametrize("name", sorted(CALL_TYPES))
def test_value_of_the_call_is_on_the_page(name: str) -> None:
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("kind", Type)
def test_type_is_on_the_page(kind: Type) -> None:
    assert f"| {kind} |" in TEXT


@pytest.mark.parametrize("note", NOTES)
def test_cause_of_an_unknown_is_on_the_page(note: str) -> None:
    assert f"`{note}`" in TEXT


def test_example_for_programmers_runs() -> None:
    assert EXAMPLE is not None

    exec(EXAMPLE[1], {})  # the page of this project, not a text of somebody else
