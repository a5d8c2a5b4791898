"""Sections and panels of programmes are any class that can do what is asked of it."""

from datetime import date
from types import ModuleType
from typing import Any

import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import HookRaised
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.programmes import ProgrammePanel, ProgrammeSection
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import label


class Rota:
    """A section without a parent class."""

    key = "mycity.rota"
    name: Label = label()
    order = 1
    given: Any = "<p>rota</p>"

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Any:
        return on if noun == "forum" else None

    def html(self, result: Any, noun: Any, texts: Texts) -> Any:
        return self.given


def offered(section: Rota) -> ProgrammeSection:
    @hookimpl
    def register_programme_sections() -> list[Rota]:
        return [section]

    plugin = ModuleType("mycity")
    plugin.register_programme_sections = register_programme_sections  # type: ignore[attr-defined]
    plugins = FacePlugins()
    plugins.seam.register(plugin, "mycity")
    return plugins.programme_sections()["mycity.rota"]


def test_a_class_that_reckons_and_tells_is_a_section() -> None:
    section = offered(Rota())

    assert isinstance(section, ProgrammeSection)
    assert section.reckon("forum", date(2026, 11, 22), Plugins()) == date(2026, 11, 22)


def test_section_that_gives_no_text_names_its_plugin() -> None:
    wrong = Rota()
    wrong.given = None

    with pytest.raises(HookRaised) as caught:
        offered(wrong).html(None, "forum", Texts.load("en"))

    assert caught.value.plugin == "mycity"


def test_panel_needs_no_programme_unless_it_says_so() -> None:
    panel = ProgrammePanel(key="p", name=label(), state=lambda *_: 1, build=lambda *_: None)

    assert panel.noun is None
