"""Programme files are registered as things of their plugin, and a check that fails names it."""

from pathlib import Path
from types import ModuleType

import attrs
import pytest

from innokumppanuus.domain.programme import PlainProgramme, Programme
from innokumppanuus.errors import HookRaised
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.plugin.programmes import HasProgramme, ProgrammeFile
from innokumppanuus.testing.builders import label


@attrs.frozen(kw_only=True)
class Forum:
    """A noun of a plugin."""

    programme: Programme
    goals: tuple[str, ...] = ()


def a_file(**changes: object) -> ProgrammeFile:
    whole: dict[str, object] = {"key": "mycity", "name": label(), "path": Path("forum.yaml")}
    return ProgrammeFile(**{**whole, **changes})  # type: ignore[arg-type]


def offered(one: ProgrammeFile) -> ProgrammeFile:
    @hookimpl
    def register_programmes() -> list[ProgrammeFile]:
        return [one]

    plugin = ModuleType("mycity")
    plugin.register_programmes = register_programmes  # type: ignore[attr-defined]
    plugins = Plugins()
    plugins.seam.register(plugin, "mycity")
    return plugins.programmes()["mycity"]


def test_file_without_a_noun_is_read_into_a_plain_programme() -> None:
    assert a_file().noun is PlainProgramme
    assert a_file().keys() == frozenset()


def test_keys_of_a_file_are_the_attributes_that_a_plugin_adds() -> None:
    assert a_file(noun=Forum).keys() == {"goals"}


def test_offered_file_keeps_the_class_of_its_noun() -> None:
    assert offered(a_file(noun=Forum)).noun is Forum


def test_check_that_fails_names_its_plugin() -> None:
    def check(noun: Forum) -> list[object]:
        raise KeyError("goals")

    with pytest.raises(HookRaised) as caught:
        offered(a_file(noun=Forum, check=check)).check(None)  # type: ignore[misc]

    assert caught.value.plugin == "mycity"


def test_check_that_gives_something_else_names_its_plugin() -> None:
    with pytest.raises(HookRaised) as caught:
        offered(a_file(noun=Forum, check=lambda noun: ["goals"])).check(None)  # type: ignore[misc]

    assert caught.value.plugin == "mycity"


def test_any_noun_with_a_programme_is_one() -> None:
    assert not isinstance(label(), HasProgramme)
