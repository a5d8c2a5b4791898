"""Pictures are whole XML, tell their content in words, and differ without colours."""

from xml.etree import ElementTree

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.parties import Party
from innokumppanuus.domain.sources import missing
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.domain.agreements import Agreement
from innokumppanuus_sparring.engine.agreements import network
from innokumppanuus_sparring.engine.rota import rota_of
from innokumppanuus_sparring.faces.pictures import network_svg, rota_svg

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def texts() -> Texts:
    return Texts.load("en", FacePlugins.load().texts().values())


def outside(*ids: str) -> tuple[Party, ...]:
    return tuple(Party(id=one, name=same(f"<{one}>"), is_fictional=True) for one in ids)


def with_agreements(a_sparring, *agreements: Agreement):
    return a_sparring(members=4, agreements=agreements)


def test_picture_of_the_rota_has_the_number_of_the_meeting_of_each_pair(a_sparring, texts) -> None:
    sparring = a_sparring(members=4, meetings=3)

    root = ElementTree.fromstring(rota_svg(rota_of(sparring), sparring, texts, "p"))

    shown = [one.text for one in root.iter(f"{SVG}text")]
    assert sorted(one for one in shown if one in ("1", "2", "3", "4")) == [
        *["1"] * 5,
        *["2"] * 5,
        *["3"] * 5,
        "4",
    ]


def test_picture_is_named_and_described(a_sparring, texts) -> None:
    sparring = a_sparring()

    root = ElementTree.fromstring(network_svg(network(sparring), texts, "p"))

    assert root.get("role") == "img"
    assert [root.find(f"{SVG}{one}").text for one in ("title", "desc")] == [  # type: ignore[union-attr]
        texts.say("sparring.network.picture"),
        texts.say("sparring.network.picture.description"),
    ]


def test_lines_inside_and_outside_differ_without_colour(a_sparring, texts) -> None:
    sparring = with_agreements(
        a_sparring,
        Agreement(id="a", name=same("a"), members=("m1", "m2"), signed=missing()),
        Agreement(id="b", name=same("b"), members=("m3",), others=outside("x")),
    )

    root = ElementTree.fromstring(network_svg(network(sparring), texts, "p"))

    dashes = [one.get("stroke-dasharray") for one in root.iter(f"{SVG}line")]
    assert dashes[:2] == [None, "9 5"]


def test_members_are_circles_and_others_squares(a_sparring, texts) -> None:
    sparring = with_agreements(
        a_sparring, Agreement(id="b", name=same("b"), members=("m3",), others=outside("x", "y"))
    )

    root = ElementTree.fromstring(network_svg(network(sparring), texts, "p"))

    assert len([*root.iter(f"{SVG}circle")]) == 4 + 1  # and one in the legend
    assert len([*root.iter(f"{SVG}rect")]) == 2 + 1


@pytest.mark.parametrize("count", [1, 2, 5, 14])
def test_no_two_stand_in_the_same_place(a_sparring, texts, count) -> None:
    ids = [f"x{at}" for at in range(count)]
    sparring = with_agreements(
        a_sparring, Agreement(id="b", name=same("b"), members=("m1",), others=outside(*ids))
    )

    root = ElementTree.fromstring(network_svg(network(sparring), texts, "p"))

    spots = [(one.get("x"), one.get("y")) for one in root.iter(f"{SVG}rect")]
    assert len(set(spots)) == count + 1


def test_names_cannot_break_the_picture(a_sparring, texts) -> None:
    sparring = with_agreements(
        a_sparring, Agreement(id="b", name=same("b"), members=("m1",), others=outside("<&>"))
    )

    assert "&lt;&lt;&amp;&gt;&gt;" in network_svg(network(sparring), texts, "p")
