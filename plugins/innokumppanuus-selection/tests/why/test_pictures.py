"""Pictures of explanations: title, description, and everything in their tables."""

from fractions import Fraction
from xml.etree import ElementTree

from innokumppanuus.domain.standing import WeightLatitude
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus_selection.why import telling
from innokumppanuus_selection.why.pictures import frontier_svg, latitudes_svg
from innokumppanuus_selection.why.sentences import Speaker

SVG = "{http://www.w3.org/2000/svg}"


def test_the_stair_has_a_corner_for_every_step_and_stays_inside(
    ground: Grounds, speaker: Speaker
) -> None:
    found = telling.frontier(ground)

    picture = ElementTree.fromstring(frontier_svg(found, speaker, "stair"))

    line = picture.find(f"{SVG}polyline")
    assert line is not None
    corners = [tuple(map(float, one.split(","))) for one in line.attrib["points"].split()]
    assert len(corners) == 2 * len(found.steps.steps)
    assert all(0 <= x <= 860 and 0 <= y <= 320 for x, y in corners)
    heights = [y for _, y in corners]
    assert heights == sorted(heights, reverse=True)


def test_the_pictures_have_a_title_and_a_description_under_the_prefix(
    ground: Grounds, speaker: Speaker
) -> None:
    whys = telling.whys(ground, [])
    drawn = (
        frontier_svg(telling.frontier(ground), speaker, "p"),
        latitudes_svg(whys.latitudes, speaker, "p"),
    )

    for one in drawn:
        picture = ElementTree.fromstring(one)
        title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
        assert title is not None and description is not None
        assert picture.attrib["aria-labelledby"] == "p-title p-desc"
        assert (title.attrib["id"], description.attrib["id"]) == ("p-title", "p-desc")
        assert title.text and description.text


def test_a_bar_goes_from_the_lowest_to_the_highest_weight(speaker: Speaker) -> None:
    wide = WeightLatitude(item="K1", weight=Fraction(1, 2), least=Fraction(0), most=Fraction(1))
    half = WeightLatitude(
        item="K2", weight=Fraction(1, 2), least=Fraction(1, 4), most=Fraction(3, 4)
    )

    picture = ElementTree.fromstring(latitudes_svg((wide, half), speaker, "p"))

    first, second = (float(one.attrib["width"]) for one in picture.findall(f"{SVG}rect"))
    dots = {one.attrib["cx"] for one in picture.findall(f"{SVG}circle")}
    assert abs(first - 2 * second) < 0.2
    assert len(dots) == 1


def test_a_budget_of_one_step_is_drawn(ground: Grounds, speaker: Speaker) -> None:
    budget = ground.limits.budget
    found = telling.frontier(ground, least=budget, most=budget)

    assert ElementTree.fromstring(frontier_svg(found, speaker, "p")) is not None
