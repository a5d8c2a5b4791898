"""What docstrings say reaches the editor, and says what a value must be."""

import re
from enum import StrEnum

import attrs

from innokumppanuus.domain.call import Timetable
from innokumppanuus.ruleset.shapes import MONEY_SHAPE, described, matching, noun_shape, title


class Colour(StrEnum):
    """What colour it is: red is warm."""

    RED = "red"


@attrs.frozen(kw_only=True)
class Thing:
    """
    A made-up thing.

    Attributes:
        colour: Of its outside.
    """

    colour: Colour = Colour.RED
    weight: int


def test_a_noun_is_a_table_of_its_attributes() -> None:
    shape = noun_shape(Thing, {})

    assert (shape["title"], shape["description"]) == ("Thing", "A made-up thing.")
    assert list(shape["properties"]) == ["colour", "weight"]
    assert shape["required"] == ["weight"] and shape["additionalProperties"] is False


def test_a_choice_of_words_tells_what_the_choice_is_about() -> None:
    shape = noun_shape(Thing, {})["properties"]["colour"]

    assert shape["description"] == "Of its outside."
    assert shape["markdownDescription"].endswith("What colour it is: red is warm.")


def test_what_has_no_description_stays_without() -> None:
    assert described({"type": "integer"}, "", int) == {"type": "integer"}


def test_what_a_noun_refers_to_is_defined_once() -> None:
    definitions: dict[str, dict[str, object]] = {}

    noun_shape(Timetable, definitions)

    assert sorted(definitions) == ["ClosingMinute", "FactOfWhen", "Status", "When"]


def test_a_noun_is_called_by_its_words() -> None:
    assert title(Timetable) == "Timetable"
    assert title(type("EligibilityRule", (), {})) == "Eligibility rule"


def test_the_whole_text_must_match() -> None:
    shape = matching(re.compile("a|b"), "must be a or b")

    assert re.search(shape["pattern"], "a") and not re.search(shape["pattern"], "ab")
    assert shape["patternErrorMessage"] == "must be a or b"


def test_money_says_how_it_is_written() -> None:
    assert "50000 EUR" in MONEY_SHAPE["patternErrorMessage"]
