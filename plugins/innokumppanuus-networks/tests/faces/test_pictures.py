"""The pictures are sound, labelled, the same every time, and told apart without colour."""

import re
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest

from innokumppanuus.domain.labels import LANGUAGES, same
from innokumppanuus_networks.domain import Existence, ServiceNetworks, TieKind
from innokumppanuus_networks.faces.pictures import map_svg, needs_svg

NS = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draw", [map_svg, needs_svg])
def test_picture_has_a_title_and_a_description(
    three: ServiceNetworks, texts: Any, draw: Any, language: str
) -> None:
    root = ElementTree.fromstring(draw(three, texts(language), "x"))

    ids = (root.get("aria-labelledby") or "").split()
    named = {one.get("id"): one.text for one in root if one.get("id")}
    assert root.get("role") == "img"
    assert all(named[one] for one in ids)


@pytest.mark.parametrize("draw", [map_svg, needs_svg])
def test_same_networks_are_the_same_picture(three: ServiceNetworks, texts: Any, draw: Any) -> None:
    assert draw(three, texts("fi")) == draw(three, texts("fi"))


def test_names_with_signs_of_markup_are_escaped(network: Any, actor: Any, texts: Any) -> None:
    given = network(actors=(actor("a", name=same("<b>A & B</b>")),))

    root = ElementTree.fromstring(map_svg(given, texts("fi")))

    assert "<b>A & B</b>" in [one.text for one in root.iter(f"{NS}text")]


def test_every_actor_and_group_is_named(three: ServiceNetworks, texts: Any) -> None:
    words = re.findall(r">([^<]+)</text>", map_svg(three, texts("fi")))

    assert {"a", "b", "c", "0–6", "yli 6", "hoitajat", "kaupunki"} <= set(words)


def test_ties_differ_by_width_and_dash_and_not_by_colour(
    three: ServiceNetworks, tie: Any, texts: Any
) -> None:
    kinds = [(kind, existence) for kind in TieKind for existence in Existence]
    looks = set()
    for kind, existence in kinds:
        given = attrs.evolve(three, ties=(tie("a", "c", kind=kind, existence=existence),))
        arc = re.findall(r'<path d="M\d+ \d+ Q[^>]*>', map_svg(given, texts("fi")))
        looks.add(re.sub(r'd="[^"]*"', "", arc[0]))

    assert len(looks) == len(kinds)


def test_overlap_shows_how_many_provide(three: ServiceNetworks, texts: Any) -> None:
    picture = needs_svg(three, texts("fi"))

    assert picture.count(">2</text>") == 3  # of both bands and of the legend


@pytest.mark.parametrize("draw", [map_svg, needs_svg])
def test_networks_without_anybody_are_drawn(network: Any, texts: Any, draw: Any) -> None:
    empty = network(bands=(), special_groups=(), needs=())

    assert ElementTree.fromstring(draw(empty, texts("fi"))) is not None
