"""What a network is told by: a sentence, a picture, and a table with the same content."""

from datetime import date
from xml.etree import ElementTree

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.engine.profile import indicators_of
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_edellakavijat.domain import Forerunners
from innokumppanuus_edellakavijat.engine.current_state import progress
from innokumppanuus_edellakavijat.engine.practices import PUBLIC, learned, standings
from innokumppanuus_edellakavijat.engine.stages import stages
from innokumppanuus_edellakavijat.faces import tables

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def english() -> Texts:
    return Texts.load("en", FacePlugins.load().texts().values())


def pictures(html: str) -> list[ElementTree.Element]:
    parts = html.split("<figure>")[1:]
    return [ElementTree.fromstring(part.split("</figure>")[0]) for part in parts]


def test_late_decision_is_told_first(network: Forerunners, english: Texts) -> None:
    day = date(2027, 11, 1)

    html = tables.stages_html(stages(network, day), network, english)

    assert (
        "<p>Third year: the decision to go on is late. It was due by 31 October 2027.</p>" in html
    )


def test_stages_without_anything_late_say_so(network: Forerunners, english: Texts) -> None:
    html = tables.stages_html(stages(network, ON), network, english)

    assert "<p>No decision to go on is late.</p>" in html
    assert "goes on. The decision was made late" in html


def test_decision_tells_its_day_who_made_it_and_why(network: Forerunners, english: Texts) -> None:
    html = tables.stages_html(stages(network, ON), network, english)

    assert "5 November 2026, Steering group" in html
    assert "Three municipalities of five use or try a practice of another." in html


def test_progress_names_no_city(network: Forerunners, workspace: Workspace, english: Texts) -> None:
    found = progress(network, ON, indicators_of(workspace.plugins))

    html = tables.progress_html(found, english)

    assert [one.id for one in network.cities if one.name.en in html] == []


def test_every_mark_of_the_picture_is_a_word_of_the_table(
    network: Forerunners, english: Texts
) -> None:
    html = tables.practices_html(standings(network, "harjula"), network, english)

    assert "Harjula (in use)" in html
    assert "Kuusiranta (on trial)" in html
    assert "Peltokoski (given up)" in html
    assert "Kuusiranta: as it is" in html


def test_marks_differ_in_shape_and_not_in_colour_only(network: Forerunners, english: Texts) -> None:
    (svg,) = pictures(tables.practices_html(standings(network, "harjula"), network, english))

    shapes = {
        tuple(sorted((one.tag.rpartition("}")[2], one.get("d", "")[-12:])))
        for one in svg.iter()
        if one.tag.endswith(("circle", "path"))
    }

    assert len(shapes) >= 4


def test_lesson_says_that_no_money_is_asked_back(network: Forerunners, english: Texts) -> None:
    html = tables.lessons_html(learned(network, "harjula"), network, english)

    assert "no money is asked back" in html
    assert "practice of another city" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_named_and_described(
    network: Forerunners, workspace: Workspace, language: str
) -> None:
    texts = Texts.load(language, FacePlugins.load().texts().values())
    found = progress(network, ON, indicators_of(workspace.plugins))
    html = "".join(
        (
            tables.stages_html(stages(network, ON), network, texts),
            tables.progress_html(found, texts),
            tables.practices_html(standings(network, PUBLIC), network, texts),
        )
    )

    drawn = pictures(html)

    assert len(drawn) == 3 == html.count("<table>")
    for svg in drawn:
        words = [one.text for one in svg if one.tag.endswith(("title", "desc"))]
        assert len(words) == 2 and all(words)
