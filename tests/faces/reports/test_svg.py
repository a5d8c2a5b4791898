"""The picture of rank ranges: what it holds for eyes and for screen readers."""

from xml.etree import ElementTree

from innokumppanuus.faces.reports.svg import RangeRow, rank_ranges_svg
from innokumppanuus.faces.texts import Texts

SVG = "{http://www.w3.org/2000/svg}"
ROWS = (
    RangeRow(name="H01 Ääkkönen & <Kumppanit>", rank=1, best=1, worst=2, is_chosen=True),
    RangeRow(name="H02", rank=2, best=1, worst=3),
    RangeRow(name="H03", rank=3, best=3, worst=3),
)


def picture(texts: Texts, rows: tuple[RangeRow, ...] = ROWS) -> ElementTree.Element:
    return ElementTree.fromstring(rank_ranges_svg(rows, texts))


def test_it_is_one_image_with_title_and_description(texts: Texts) -> None:
    svg = picture(texts)

    ids = [svg.findall(f"{SVG}{name}")[0].get("id") for name in ("title", "desc")]
    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", " ".join(map(str, ids)))


def test_names_are_text_and_no_markup(texts: Texts) -> None:
    words = [one.text for one in picture(texts).iter(f"{SVG}text")]

    assert "H01 Ääkkönen & <Kumppanit>" in words


def test_a_wider_range_has_a_longer_bar(texts: Texts) -> None:
    bars = [float(one.get("width", "0")) for one in picture(texts).iter(f"{SVG}rect")]

    assert bars[2] < bars[0] < bars[1]


def test_every_rank_has_a_line(texts: Texts) -> None:
    lines = list(picture(texts).iter(f"{SVG}line"))

    assert len(lines) == 3


def test_chosen_and_others_differ_without_colour(texts: Texts) -> None:
    names = [one for one in picture(texts).iter(f"{SVG}text") if (one.text or "")[:1] == "H"]

    assert [one.get("font-weight") for one in names] == ["600", None, None]


def test_no_rows_make_a_picture_all_the_same(texts: Texts) -> None:
    assert picture(texts, ()).tag == f"{SVG}svg"


def test_ids_take_the_prefix_so_that_two_pictures_fit_in_a_page(texts: Texts) -> None:
    assert 'id="other-title"' in rank_ranges_svg(ROWS, texts, prefix="other")
