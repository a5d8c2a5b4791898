"""The sections of the programme report: a picture, its table and sentences in each language."""

from datetime import date
from typing import Any

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.programme import PlainProgramme
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_networks.domain import ServiceNetworks
from innokumppanuus_networks.faces.section import sections

DAY = date(2017, 11, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", tuple(sections()), ids=lambda one: one.key)
def test_section_tells_of_the_exercise(
    exercise: ServiceNetworks, texts: Any, section: Any, language: str
) -> None:
    result = section.reckon(exercise, DAY, Plugins())

    told = section.html(result, exercise, texts(language))

    assert "<caption>" in told
    assert told.count("<svg") <= told.count("<caption>")


@pytest.mark.parametrize("section", tuple(sections()), ids=lambda one: one.key)
def test_section_says_nothing_of_other_programmes(three: ServiceNetworks, section: Any) -> None:
    other = PlainProgramme(programme=three.programme)

    assert section.reckon(other, DAY, Plugins()) is None


def test_ids_of_pictures_begin_with_the_key_of_the_section(
    exercise: ServiceNetworks, texts: Any
) -> None:
    for section in sections():
        result = section.reckon(exercise, DAY, Plugins())
        html = section.html(result, exercise, texts("fi"))
        ids = [part.split('"')[0] for part in html.split('id="')[1:]]
        assert all(one.startswith(section.key) for one in ids)


def test_networks_without_additions_have_nothing_before_and_after(
    three: ServiceNetworks,
) -> None:
    (growth,) = (one for one in sections() if one.key == "network_growth")

    assert growth.reckon(three, DAY, Plugins()) is None


def test_sections_come_in_by_the_entry_point() -> None:
    assert {one.key for one in sections()} <= set(FacePlugins.load().programme_sections())
