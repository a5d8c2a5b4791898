"""Bars can be read without colour and by ear."""

import re
from fractions import Fraction
from xml.etree import ElementTree

from innokumppanuus.faces.reports.bars import Bar, Fill, bars_svg

BARS = (
    Bar(name="H01", share=Fraction(1), shown="100 %"),
    Bar(name="H02", share=Fraction(1, 4), shown="25 %", fill=Fill.HATCHED),
    Bar(name="H03", share=Fraction(0), shown="0 %", fill=Fill.EMPTY),
)


def picture() -> str:
    return bars_svg(BARS, "Osuudet", "Lue näin", "p")


def test_picture_has_a_name_and_a_description() -> None:
    svg = picture()

    assert 'role="img" class="ranges" aria-labelledby="p-title p-desc"' in svg
    assert '<title id="p-title">Osuudet</title>' in svg
    assert '<desc id="p-desc">Lue näin</desc>' in svg


def test_bar_is_as_long_as_its_share() -> None:
    lengths = [
        float(one)
        for one in re.findall(r'width="([\d.]+)" height="16" fill="[^"]*" stroke="#1', picture())
    ]

    assert lengths[1] / lengths[0] == 0.25


def test_share_of_nothing_has_no_bar_but_its_number() -> None:
    assert picture().count('stroke="#1a1a1a"') == 2
    assert "0 %" in picture()


def test_fills_differ_by_pattern_and_not_by_colour_alone() -> None:
    assert 'fill="url(#p-hatch)"' in picture()


def test_picture_is_well_formed_whatever_the_names_hold() -> None:
    svg = bars_svg([Bar(name="<A> & B", share=Fraction(1), shown="1")], "a<b", "c&d", "q")

    assert ElementTree.fromstring(svg).tag.endswith("svg")


def test_long_name_is_cut_and_says_so() -> None:
    svg = bars_svg([Bar(name="x" * 80, share=Fraction(1), shown="1")], "t", "d", "q")

    assert f"{'x' * 37}…" in svg
