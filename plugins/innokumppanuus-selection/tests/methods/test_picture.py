"""The picture of what each method chooses."""

from xml.etree import ElementTree

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus_selection.methods.domain import MethodChoice, MethodComparison, WhyNot
from innokumppanuus_selection.methods.picture import comparison_svg, mark

CHOICES = (
    MethodChoice(key="a", name=same("A & B"), applications=("H1",), tied=("H<2>",), sets=2),
    MethodChoice(key="b", name=same("b"), why_not=WhyNot.LIMITS),
)


@pytest.mark.parametrize(
    ("choice", "application", "expected"),
    [
        (CHOICES[0], "H1", "chosen"),
        (CHOICES[0], "H<2>", "tied"),
        (CHOICES[0], "H3", "not_chosen"),
        (CHOICES[1], "H1", "none"),
    ],
)
def test_mark_tells_what_a_method_makes_of_one(
    choice: MethodChoice, application: str, expected: str
) -> None:
    assert mark(choice, application) == expected


def test_picture_is_sound_whatever_names_hold() -> None:
    told = MethodComparison(applications=("H1", "H<2>", "H3"), named="a", methods=CHOICES)
    texts = Texts.load("fi", FacePlugins.load().texts().values())

    root = ElementTree.fromstring(comparison_svg(told, texts))

    words = [one.text for one in root.iter() if one.tag.endswith("text")]
    assert "H<2>" in words and "1. A & B" in words


def test_chosen_and_tied_differ_by_shape_and_not_by_colour_alone() -> None:
    told = MethodComparison(applications=("H1", "H<2>", "H3"), named="a", methods=CHOICES[:1])
    texts = Texts.load("fi", FacePlugins.load().texts().values())

    root = ElementTree.fromstring(comparison_svg(told, texts))

    squares = [one.get("fill") for one in root.iter() if one.tag.endswith("rect")]
    halves = [one for one in root.iter() if one.tag.endswith("path")]
    assert (squares, len(halves)) == (["#1d4f7a", "#ffffff", "#ffffff"], 1)
