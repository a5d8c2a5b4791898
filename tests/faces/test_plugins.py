"""The face hooks enter by the same door as the core hooks, in a group of their own."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.errors import KeyClash
from innokumppanuus.faces import plugins as hooks
from innokumppanuus.faces.plugins import (
    Command,
    FacePlugins,
    Lesson,
    Panel,
    Section,
    TextSource,
)
from innokumppanuus.faces.programmes import ProgrammePanel
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Keyed
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import label

FORMATS = "register_report_formats"
THINGS: dict[str, Keyed] = {
    "register_panels": Panel(key="p", name=label(), state=lambda *_: None, build=lambda *_: None),
    "register_lessons": Lesson(key="l", name=label(), path=Path("lesson.py")),
    "register_commands": Command(key="c", name=label(), app=None),
    "register_texts": TextSource(key="t", name=label(), path=Path("locale")),
    "register_report_formats": Lesson(key="r", name=label(), path=Path("unused")),
    "register_sections": Lesson(key="s", name=label(), path=Path("unused")),
    "register_programme_sections": Lesson(key="o", name=label(), path=Path("unused")),
    "register_programme_panels": ProgrammePanel(
        key="q", name=label(), state=lambda *_: None, build=lambda *_: None
    ),
}


def offering(hook: str) -> ModuleType:
    plugin = ModuleType("mycity")
    vars(plugin)[hook] = hookimpl(lambda: [THINGS[hook]], specname=hook)
    return plugin


def test_there_is_one_thing_to_try_each_hook_with() -> None:
    assert tuple(sorted(THINGS)) == FacePlugins().seam.hooks()


@pytest.mark.parametrize("hook", sorted(THINGS))
def test_each_face_hook_has_a_method_that_gives_its_things_by_key(hook: str) -> None:
    plugins = FacePlugins()
    plugins.seam.register(offering(hook), "mycity")

    offered = getattr(plugins, hook.removeprefix("register_"))()

    assert dict(offered) == {THINGS[hook].key: THINGS[hook]}


def test_a_key_offered_twice_names_both_plugins() -> None:
    plugins = FacePlugins()
    plugins.seam.register(offering("register_panels"), "north")
    plugins.seam.register(offering("register_panels"), "south")

    with pytest.raises(KeyClash, match="'north' and 'south'"):
        plugins.panels()


def test_core_faces_enter_by_their_own_group() -> None:
    described = {info.name: info for info in FacePlugins.load().describe()}

    assert "register_report_formats" in described["core"].hooks
    assert hooks.GROUP == "innokumppanuus.faces"


def test_blocking_leaves_a_face_plugin_out() -> None:
    assert "core" not in FacePlugins.load(block=["core"]).seam.names()


class Whole:
    """A report format that takes sections."""

    key = "w"
    name = label()
    sections: Mapping[str, Section] = {}

    def with_sections(self, sections: Mapping[str, Section]) -> "Whole":
        whole = Whole()
        whole.sections = sections
        return whole

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        return dict.fromkeys(self.sections, b"")


def test_report_format_that_takes_sections_gets_those_of_all_plugins() -> None:
    plugins = FacePlugins()
    formats = ModuleType("formats")
    vars(formats)["register_report_formats"] = hookimpl(lambda: [Whole()], specname=FORMATS)
    plugins.seam.register(formats, "formats")
    plugins.seam.register(offering("register_sections"), "mycity")

    whole = plugins.report_formats()["w"]

    assert tuple(whole.sections) == ("s",)  # type: ignore[attr-defined]
