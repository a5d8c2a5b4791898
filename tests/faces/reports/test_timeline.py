"""The picture of spans draws what is known sharply and what is not apart."""

import re
from datetime import date
from xml.etree import ElementTree

from innokumppanuus.domain.dates import When
from innokumppanuus.faces.reports.bars import Fill
from innokumppanuus.faces.reports.timeline import Span, timeline_svg

ZONE = "Europe/Helsinki"


def day(text: str) -> When:
    return When.day(date.fromisoformat(text), ZONE)


def month(year: int, number: int) -> When:
    return When.month(year, number, ZONE)


def drawn(*spans: Span) -> str:
    return timeline_svg(spans, "Vaiheet", "Näin luetaan", "x")


def bars(svg: str) -> list[tuple[float, float, str]]:
    found = re.findall(r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)" height="16" fill="(.+?)"', svg)
    return [(float(x), float(width), fill) for x, width, fill in found]


def test_without_any_day_there_is_no_picture() -> None:
    assert drawn(Span(name="a")) == ""


def test_picture_is_well_formed_and_says_what_it_is() -> None:
    root = ElementTree.fromstring(drawn(Span(name="a & b", starts=day("2010-12-01"))))

    words = [one.text for one in root.iter() if one.tag.endswith(("title", "desc"))]
    assert words == ["Vaiheet", "Näin luetaan"]
    assert root.attrib["role"] == "img"


def test_span_of_known_days_is_one_sure_bar() -> None:
    frame, sure = bars(drawn(Span(name="a", starts=day("2010-12-05"), ends=day("2010-12-20"))))

    assert frame[:2] == sure[:2]


def test_months_that_are_not_known_to_the_day_stay_pale() -> None:
    span = Span(name="a", starts=month(2010, 12), ends=month(2011, 2))

    frame, sure = bars(drawn(span))

    assert frame[0] < sure[0]
    assert frame[0] + frame[1] > sure[0] + sure[1]


def test_span_without_an_end_has_no_sure_part() -> None:
    svg = drawn(Span(name="a", starts=day("2010-12-01")), Span(name="b", ends=day("2011-02-01")))

    assert len(bars(svg)) == 1
    assert "stroke-dasharray" in svg


def test_kinds_are_told_apart_without_colour() -> None:
    spans = [
        Span(name=str(one), starts=day("2010-12-01"), ends=day("2011-01-31"), fill=one)
        for one in Fill
    ]

    fills = {fill for _, _, fill in bars(drawn(*spans))} - {"#eef2f5"}

    assert len(fills) == len(Fill)


def test_overlapping_spans_overlap_in_the_picture() -> None:
    svg = drawn(
        Span(name="a", starts=day("2010-12-01"), ends=day("2011-02-28")),
        Span(name="b", starts=day("2011-02-01"), ends=day("2013-12-31")),
    )

    (_, first, _, second) = bars(svg)

    assert second[0] < first[0] + first[1]


def test_years_are_the_ticks_of_a_long_time() -> None:
    svg = drawn(Span(name="a", starts=day("1999-01-01"), ends=day("2013-12-31")))

    ticks = re.findall(r">(\d{4})</text>", svg)
    assert "2000" in ticks and len(ticks) <= 9


def test_meetings_are_marked() -> None:
    svg = drawn(Span(name="a", marks=(day("2017-08-24"), day("2017-09-06"))))

    assert svg.count("<path ") == 2
