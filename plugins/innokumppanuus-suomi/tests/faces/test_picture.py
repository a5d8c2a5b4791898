"""The picture of thresholds: the purchase among them, gaps left open, readable without colour."""

from xml.etree import ElementTree

import attrs
import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.ruleset import RuleSet
from innokumppanuus_suomi.faces.picture import last_day, lines_of, thresholds_svg
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import pathways
from innokumppanuus_suomi.procurement import Kind, Level
from innokumppanuus_suomi.routing import Routing, route
from innokumppanuus_suomi.vignettes import shipped

SVG = "{http://www.w3.org/2000/svg}"


def routed(ruleset: RuleSet, place: int = 0, **changes: object) -> Routing:
    vignette = attrs.evolve(shipped(ruleset.call).vignettes[place], **changes)
    return route(vignette, ruleset, pathways(), parameters())


def drawn(routing: Routing, texts: Texts) -> ElementTree.Element:
    lines = lines_of(routing, parameters())
    return ElementTree.fromstring(thresholds_svg(routing, lines, texts))


def test_picture_has_a_title_and_a_description(ruleset: RuleSet, texts: Texts) -> None:
    svg = drawn(routed(ruleset), texts)

    assert svg.find(f"{SVG}title").text == texts.say("suomi.picture.title")  # type: ignore[union-attr]
    assert svg.attrib["aria-labelledby"] == "thresholds-title thresholds-desc"


def test_the_levels_differ_by_their_dashes_and_words(ruleset: RuleSet, finnish: Texts) -> None:
    svg = drawn(routed(ruleset), finnish)

    lines = [one for one in svg.iter(f"{SVG}path") if one.get("fill") == "none"]
    assert [one.get("stroke-dasharray") for one in lines] == [None, "9 5"]
    words = {one.text for one in svg.iter(f"{SVG}text")}
    assert {"Kansallinen", "EU"} <= words


def test_a_gap_in_what_is_read_breaks_the_line(ruleset: RuleSet, finnish: Texts) -> None:
    lines = lines_of(routed(ruleset), parameters())
    (national,) = [one for one in lines if one.level is Level.NATIONAL]
    gapped = attrs.evolve(
        national,
        values=(attrs.evolve(national.values[0], valid_to=national.values[0].valid_from),
                *national.values[1:]),
    )  # fmt: skip

    svg = ElementTree.fromstring(thresholds_svg(routed(ruleset), (gapped,), finnish))

    (path,) = [one for one in svg.iter(f"{SVG}path") if one.get("fill") == "none"]
    assert path.attrib["d"].count("M") == 2


def test_the_purchase_stands_with_its_sum_and_day(ruleset: RuleSet, finnish: Texts) -> None:
    svg = drawn(routed(ruleset), finnish)

    words = [one.text for one in svg.iter(f"{SVG}text")]
    assert "600\u00a0000,00\u00a0€, 4.5.2026" in words


@pytest.mark.parametrize("unknown", ["starts", "lots"])
def test_an_unknown_purchase_is_not_drawn(ruleset: RuleSet, finnish: Texts, unknown: str) -> None:
    changes: dict[str, object] = {"starts": None} if unknown == "starts" else {"lots": ()}

    svg = drawn(routed(ruleset, **changes), finnish)

    assert [one for one in svg.iter(f"{SVG}path") if one.get("fill") != "none"] == []


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_can_be_drawn(ruleset: RuleSet, finnish: Texts, kind: Kind) -> None:
    svg = drawn(routed(ruleset, kind=kind), finnish)

    assert len([one for one in svg.iter(f"{SVG}path") if one.get("fill") == "none"]) == 2


def test_nothing_is_drawn_before_it_is_known_what_is_bought(ruleset: RuleSet) -> None:
    assert lines_of(routed(ruleset, kind=None), parameters()) == ()


def test_a_threshold_that_depends_on_an_unknown_buyer_is_not_drawn(ruleset: RuleSet) -> None:
    service = routed(ruleset, kind=Kind.SERVICE, buyer=None)
    works = routed(ruleset, kind=Kind.WORKS, buyer=None)

    assert [one.level for one in lines_of(service, parameters())] == [Level.NATIONAL]
    assert [one.level for one in lines_of(works, parameters())] == list(Level)


def test_the_picture_ends_with_the_last_value_or_the_purchase(ruleset: RuleSet) -> None:
    found = routed(ruleset)
    lines = lines_of(found, parameters())

    assert last_day(lines, found.vignette.starts).year == 2027
    assert last_day(lines, lines[0].values[0].valid_from.replace(year=2031)).year == 2031
