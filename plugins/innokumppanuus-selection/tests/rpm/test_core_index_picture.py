"""The picture of core indices: groups, patterns and words."""

from fractions import Fraction
from xml.etree import ElementTree

from innokumppanuus.domain.core_index import CoreIndex, CoreIndices, CoreStanding, standing_of
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus_selection.rpm.picture import core_index_svg


def indices(is_proven: bool = True, **shares: Fraction | int) -> CoreIndices:
    return CoreIndices(
        sets=(),
        indices=tuple(
            CoreIndex(
                application=one,
                share=Fraction(share),
                standing=standing_of(Fraction(share)),
                is_proven=is_proven,
            )
            for one, share in shares.items()
        ),
    )


def drawn(found: CoreIndices) -> str:
    texts = Texts.load("en", FacePlugins.load().texts().values())
    return core_index_svg(found, texts)


def test_groups_stand_in_the_order_core_borderline_exterior() -> None:
    picture = drawn(indices(H1=0, H2=1, H3=Fraction(1, 2)))

    words = [one.text or "" for one in ElementTree.fromstring(picture).iter() if one.text]
    places = [words.index(one) for one in ("H2", "H3", "H1")]
    assert places == sorted(places)


def test_bars_differ_without_colours() -> None:
    picture = drawn(indices(H1=0, H2=1, H3=Fraction(1, 2)))

    fills = [
        one.get("fill")
        for one in ElementTree.fromstring(picture).iter()
        if one.get("height") == "15" and one.get("stroke") is None
    ]
    assert fills == ["#1d4f7a", "url(#core-index-hatch)"]


def test_a_group_with_nobody_has_no_heading() -> None:
    assert "In no set" not in drawn(indices(H1=1))


def test_what_is_not_proven_says_so() -> None:
    assert "(not proven)" in drawn(indices(is_proven=False, H1=1))


def test_names_are_written_as_text_and_never_as_marks() -> None:
    picture = drawn(indices(**{"<H1>": 1}))

    assert "&lt;H1&gt;" in picture
    assert CoreStanding.CORE.value not in {one.tag for one in ElementTree.fromstring(picture)}
